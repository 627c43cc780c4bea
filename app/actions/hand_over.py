"""Make the package for one recipient and note that it was saved.

Head H is printed in the dossier, H+1 seals the dossier, the package holds the log up to H+1, and H+2 says that the
package with that fingerprint was saved. That somebody got it is noted by ``record_hand_over``.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec

from app.actions.make_dossier import (
    DossierOrder,
    MadeDossier,
    Progress,
    make_dossier_in,
    must_be_free,
)
from app.actions.open_case import OpenCase
from app.casework.kinds.dossier import DeliveryFacts, DeliveryPackage, PackagePart
from app.handover import BuiltPackage, PackageContent, build_parts, load_verifier_files
from app.language import Language
from atomic_file import write_passing
from evidence_store import Chain, ChainKind, EntryId, Receipt, StoredEntry

_NO_LIMIT = 2**40


class HandedOver(msgspec.Struct, frozen=True):
    """A package that lies at its target, the dossier in it, and the entry that says so.

    ``receipt`` is the code to give another way: it belongs to the last entry of the package, and so covers the
    dossier too. The one printed in the dossier belongs to the entry before.

    ``files`` are the zips: one, or the parts in order; fingerprint and size are those of the first. ``edition`` is the
    version's name.
    """

    made: MadeDossier
    delivery: EntryId
    package_sha256: str
    package_size: int
    receipt: Receipt
    files: tuple[Path, ...]
    edition: str

    @property
    def whole_size(self) -> int:
        """Return the bytes of all files together."""
        return sum(each.stat().st_size for each in self.files)


def hand_over(
    case: OpenCase,
    order: DossierOrder,
    target: Path,
    progress: Progress | None = None,
    *,
    limit: int = 0,
) -> HandedOver:
    """Make and seal the dossier, write the package, seal the delivery.

    ``progress`` is told how far the dossier is, as by ``make_dossier``, and then (bytes done, bytes in all) of the
    package, between two pieces of the work; (0, 0) where nobody knows. It may use the vault. What it raises stops the
    work; a dossier that is sealed by then stays in the vault, and no package lies at ``target``.

    ``limit`` is how many bytes a zip may have: what is larger is shared out over several beside ``target``; 0 for one.

    Raises:
        PartTooSmallError: a part cannot hold the report, or one file beside it.
        FileExistsError: something lies at ``target``; it is not replaced.
        FileNotFoundError: there is no such folder.
        HandoverError: the package could not be written; the dossier stays sealed in the vault.
        VaultError, DossierError, LogMovedError: as for ``make_dossier``.
    """
    must_be_free(target)
    verifier = load_verifier_files(order.resources / "verifier")
    with write_passing(target.parent) as pdf:
        made = make_dossier_in(case, order, pdf, progress, divided=limit > 0)
    content = PackageContent(
        Chain(case.chains.evidence, case.chains.case_id, ChainKind.EVIDENCE),
        _up_to(case, made.entry, progress),
        made.dossier.opened,
        case.vault.open_object,
        verifier,
        made.along,
    )
    name = partial(part_target, target, order.language)
    parts = build_parts(content, target, name, limit or _NO_LIMIT, progress)
    try:
        delivery = _seal_delivery(case, order, made, parts)
    except BaseException:
        for each in parts:
            each.path.unlink(missing_ok=True)
        raise
    first = parts[0]
    return HandedOver(
        made=made,
        delivery=delivery,
        package_sha256=first.sha256,
        package_size=first.size,
        receipt=first.receipt,
        files=tuple(each.path for each in parts),
        edition=made.edition,
    )


def part_target(target: Path, language: Language, number: int, parts: int) -> Path:
    """Return where one of several parts lies: ``pakke-del-1-af-3.zip`` for ``pakke.zip``."""
    words = language.text("part-{number}-of-{parts}", number=number, parts=parts)
    return target.with_name(f"{target.stem}-{words}{target.suffix}")


def _seal_delivery(
    case: OpenCase, order: DossierOrder, made: MadeDossier, parts: tuple[BuiltPackage, ...]
) -> EntryId:
    several = parts if len(parts) > 1 else ()
    return case.seal(
        {
            "facts": DeliveryFacts(
                dossier=made.entry,
                recipient=order.recipient,
                package_sha256=parts[0].sha256,
                package_size=parts[0].size,
            ),
            "package": DeliveryPackage(
                edition=made.edition,
                parts=tuple(PackagePart(each.sha256, each.size) for each in several),
            ),
        }
    )


def _up_to(case: OpenCase, dossier: EntryId, progress: Progress | None) -> tuple[StoredEntry, ...]:
    """The log as it stood when the dossier was sealed; a capture may have been sealed since."""
    entries = []
    for entry in case.vault.entries(dossier.chain):
        if entry.id.seq > dossier.seq:
            break
        entries.append(entry)
        if progress is not None:
            progress(0, 0)
    return tuple(entries)
