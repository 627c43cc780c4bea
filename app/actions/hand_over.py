"""Make the package for one recipient and note that it was saved.

Head H is printed in the dossier, H+1 seals the dossier, the package holds the log up to H+1, and H+2 says that the
package with that fingerprint was saved. That somebody got it is noted by ``record_hand_over``.
"""

from __future__ import annotations

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
from app.casework.kinds.dossier import DeliveryFacts
from app.handover import build_package, load_verifier_files
from atomic_file import write_passing
from evidence_store import Chain, ChainKind, EntryId, Receipt, StoredEntry


class HandedOver(msgspec.Struct, frozen=True):
    """A package that lies at its target, the dossier in it, and the entry that says so.

    ``receipt`` is the code to give another way: it belongs to the last entry of the package, and so covers the
    dossier too. The one printed in the dossier belongs to the entry before.
    """

    made: MadeDossier
    delivery: EntryId
    package_sha256: str
    package_size: int
    receipt: Receipt


def hand_over(
    case: OpenCase, order: DossierOrder, target: Path, progress: Progress | None = None
) -> HandedOver:
    """Make and seal the dossier, write the package, seal the delivery.

    ``progress`` is told how far the dossier is, as by ``make_dossier``, and then (bytes done, bytes in all) of the
    package, between two pieces of the work; (0, 0) where nobody knows. It may use the vault. What it raises stops the
    work; a dossier that is sealed by then stays in the vault, and no package lies at ``target``.

    Raises:
        FileExistsError: something lies at ``target``; it is not replaced.
        FileNotFoundError: there is no such folder.
        HandoverError: the package could not be written; the dossier stays sealed in the vault.
        VaultError, DossierError, LogMovedError: as for ``make_dossier``.
    """
    must_be_free(target)
    verifier = load_verifier_files(order.resources / "verifier")
    with write_passing(target.parent) as pdf:
        made = make_dossier_in(case, order, pdf, progress)
    chain = Chain(case.chains.evidence, case.chains.case_id, ChainKind.EVIDENCE)
    package = build_package(
        chain,
        _up_to(case, made.entry, progress),
        made.dossier.opened,
        case.vault.open_object,
        verifier,
        target,
        progress=progress,
    )
    try:
        delivery = case.seal(
            {
                "facts": DeliveryFacts(
                    dossier=made.entry,
                    recipient=order.recipient,
                    package_sha256=package.sha256,
                    package_size=package.size,
                )
            }
        )
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    return HandedOver(
        made=made,
        delivery=delivery,
        package_sha256=package.sha256,
        package_size=package.size,
        receipt=package.receipt,
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
