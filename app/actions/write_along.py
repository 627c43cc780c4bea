"""Write what goes along in a package beside dossier and exhibits: the page, the tables, the records.

They are written before the dossier is sealed, since its entry lists their fingerprints.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from app.actions.open_case import OpenCase
from app.casework.kinds.adopt import AdoptOrigin
from app.casework.kinds.dossier import DossierFile, DossierPackage, EntryAlong, FileMade
from app.dossier import Dossier
from app.handover import (
    AlongSource,
    FileAlong,
    edition_of,
    foreign_logs,
    media_path,
    witness_path,
    write_along,
)
from app.language import Language
from evidence_store import EntryId, ObjectBody, sealed_sha256

_WEBM = "video/webm"


class WrittenAlong(msgspec.Struct, frozen=True):
    """The files by their paths, and how the dossier's entry lists them."""

    files: dict[str, bytes]
    package: DossierPackage


def write_along_with(
    case: OpenCase,
    dossier: Dossier,
    files: Sequence[DossierFile],
    language: Language,
    *,
    divided: bool,
) -> WrittenAlong:
    """Write what goes along with a dossier that is about to be sealed.

    Args:
        case: open; what was sealed up to now is looked at.
        dossier: what the recipient is shown.
        files: those of its exhibits.
        language: that of the dossier.
        divided: whether the package may be shared out over several parts.
    """
    edition = edition_of(case.state, dossier)
    objects = {each.entry: _object_of(case, each.entry) for each in files}
    chain = dossier.receipt.head.chain
    shown = {each.shown for each in dossier.exhibits} | {each.entry for each in dossier.papers}
    shown |= {each.original for each in dossier.exhibits}
    shown |= {EntryId(chain, each.seq) for each in dossier.statements}
    shown |= {each.clip for each in dossier.exhibits if each.clip is not None}
    steps = [case.state.step_of(each) for each in shown]
    source = AlongSource(
        dossier=dossier,
        files=tuple(
            FileAlong(each.number, each.path, body.sha256, body.size, body.media_type)
            for each in files
            if (body := objects[each.entry]) is not None
        )
        + _clips_along(case, dossier),
        changes=edition.changes,
        times={step.entry.seq: step.time for step in steps if step is not None},
        divided=divided,
    )
    written = write_along(source, language)
    made = tuple(
        FileMade(path, hashlib.sha256(data).hexdigest(), len(data))
        for path, data in written.items()
    )
    logs, chains = foreign_logs(_taken_over(case, dossier), case.vault.entries)
    package = DossierPackage(
        made=made,
        entries=_entries_along(dossier),
        chains=chains,
        edition=edition.changes.name,
        before=edition.before,
    )
    return WrittenAlong({**written, **logs}, package)


def _taken_over(case: OpenCase, dossier: Dossier) -> list[tuple[EntryId, str]]:
    """Return where the exhibits that were taken over stand in their own chains, and the SHA-256 of what goes along."""
    found = []
    for each in dossier.exhibits:
        exhibit = case.state.exhibit_of(each.original)
        origin = exhibit.origin if exhibit is not None else None
        if isinstance(origin, AdoptOrigin) and origin.entry is not None:
            along = (each.original.seq, "object") in dossier.opened
            sha256 = sealed_sha256(case.vault.entry(each.original)) if along else ""
            found.append((origin.entry, sha256))
    return found


def _entries_along(dossier: Dossier) -> tuple[EntryAlong, ...]:
    """Return the files that are the bytes of entries: tokens, statements, clips. In the order of their paths."""
    along = [EntryAlong(each.path, each.entry) for each in dossier.stamps]
    along += [EntryAlong(witness_path(each.seq), each) for each in dossier.witnesses]
    along += [
        EntryAlong(media_path(each.number, _WEBM), each.clip)
        for each in dossier.exhibits
        if each.clip is not None
    ]
    return tuple(sorted(along, key=lambda each: each.path))


def _clips_along(case: OpenCase, dossier: Dossier) -> tuple[FileAlong, ...]:
    """Return the covered clips that go along, as files of their exhibits."""
    return tuple(
        FileAlong(each.number, media_path(each.number, _WEBM), body.sha256, body.size, _WEBM)
        for each in dossier.exhibits
        if each.clip is not None and (body := _object_of(case, each.clip)) is not None
    )


def _object_of(case: OpenCase, id: EntryId) -> ObjectBody | None:
    part = case.vault.entry(id).part("object")
    body = part.body if part is not None else None
    return msgspec.json.decode(body, type=ObjectBody) if body else None
