"""What goes into a package and what stays out. Pure.

Rules:
- Default deny: of each entry only the parts named in ``opened`` are shown; the others leave as commitments
  without salt.
- An entry of which no part is shown leaves as its line alone: the names of its parts would tell what it is.
- Always shown, since nothing can be checked without them: the genesis, the entry that sealed the dossier, and
  the tombstones that account for an erased part of an entry that shows something.
- An ``object`` part is shown exactly where its file travels: the dossier, and the files that the dossier's entry
  lists, which the composition let through. So a bare hash never leaves without its file.
- A tombstone that also names entries of another chain, or entries that show nothing, is not shown, because it
  would tell of them; what it erased then leaves as withheld.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from app.casework.kinds.dossier import DossierFacts, DossierFile, DossierPackage, ShownExhibit
from app.dossier import Dossier
from app.handover.errors import DossierEntryError, ExhibitFileError, TextTooLongError
from app.handover.layout import (
    DOSSIER,
    MAX_TEXT,
    exhibit_path,
    is_foreign,
    is_made,
    more_extension,
    original_path,
    path_order,
    place_in,
)
from evidence_store import EntryId, ObjectBody, PartState, SealedPart, StoredEntry

FACTS = "facts"
GENESIS = "genesis"
OBJECT = "object"
PACKAGE = "package"


class PackedObject(msgspec.Struct, frozen=True):
    """A file that travels: where it will lie, and the entry that sealed it."""

    path: str
    entry: EntryId
    sha256: str
    size: int


class Contents(msgspec.Struct, frozen=True):
    """All that a package holds, besides the texts that explain it.

    Attributes:
        facts: of the dossier.
        entries: the ledger as the recipient sees it, up to the entry that sealed the dossier.
        objects: the dossier first, then the exhibits by number.
        without_file: exhibits that the dossier names although no file of theirs travels.
        package: what goes along beside them, in a package of format 2; None in one of format 1.
    """

    facts: DossierFacts
    entries: tuple[StoredEntry, ...]
    objects: tuple[PackedObject, ...]
    without_file: tuple[int, ...]
    package: DossierPackage | None = None


class _Targets(msgspec.Struct, frozen=True):
    chain: str
    seq: int
    parts: tuple[str, ...]


class _TombstoneFacts(msgspec.Struct, frozen=True, tag_field="kind", tag="tombstone"):
    targets: tuple[_Targets, ...]


def choose_contents(
    entries: Sequence[StoredEntry],
    opened: Collection[tuple[int, str]],
) -> Contents:
    """Return what leaves.

    Args:
        entries: the evidence chain from its genesis to the entry that sealed the dossier, as the vault has it.
        opened: the parts, as (seq, name), that the dossier's composition let through.

    Raises:
        DossierEntryError: the last entry sealed no dossier that lists its files, or does not fit those before it.
        ExhibitFileError: a listed file belongs to no exhibit of the dossier, was not opened, or is not there.
        TextTooLongError: a part that would be shown is too long for the travelling verifiers.
    """
    facts = _dossier_facts(entries)
    if facts.files is None:
        raise DossierEntryError("no list of files")
    objects, without_file = _objects(entries, facts, facts.files, opened)
    package = _package(entries[-1])
    if package is not None:
        objects += _of_entries(entries, package, opened)
    last = entries[-1].id.seq
    shown = {(seq, name) for seq, name in opened if name != OBJECT}
    shown |= {(0, GENESIS), (last, FACTS), (last, PACKAGE)}
    shown |= {(each.entry.seq, OBJECT) for each in objects}
    tombstones, untellable, uncovered = _tombstones(entries, shown)
    shown |= {(seq, FACTS) for seq in tombstones}
    shown -= {(seq, FACTS) for seq in untellable}
    as_shown = tuple(_as_shown(entry, shown, uncovered) for entry in entries)
    _check_lengths(as_shown)
    return Contents(facts, as_shown, objects, without_file, package)


def _dossier_facts(entries: Sequence[StoredEntry]) -> DossierFacts:
    if len(entries) < 2:
        raise DossierEntryError("no entries")
    last = entries[-1]
    if [entry.id for entry in entries] != [
        EntryId(last.id.chain, seq) for seq in range(len(entries))
    ]:
        raise DossierEntryError("not the whole chain")
    body = _body(last, FACTS)
    try:
        facts = msgspec.json.decode(body, type=DossierFacts)
    except msgspec.DecodeError as error:
        raise DossierEntryError("not a dossier") from error
    if facts.head != entries[-2].id:
        raise DossierEntryError("another head")
    numbers = [exhibit.number for exhibit in facts.exhibits]
    if numbers != sorted(set(numbers)) or not all(0 < number < 1_000_000 for number in numbers):
        raise DossierEntryError("exhibit numbers")
    for exhibit in facts.exhibits:
        for id in (exhibit.original, exhibit.shown):
            if id.chain != last.id.chain or not 0 < id.seq < last.id.seq:
                raise DossierEntryError("exhibit outside the chain")
    return facts


def _package(last: StoredEntry) -> DossierPackage | None:
    body = _body(last, PACKAGE)
    if not body:
        return None
    try:
        package = msgspec.json.decode(body, type=DossierPackage)
    except msgspec.DecodeError as error:
        raise DossierEntryError("not a list of what goes along") from error
    for listed in (package.made, package.entries, package.chains):
        paths = [each.path for each in listed]
        if paths != sorted(set(paths)):
            raise DossierEntryError("order of what goes along")
    known = all(is_made(each.path) for each in package.made)
    if not known or not all(is_foreign(each.path) for each in package.chains):
        raise DossierEntryError("unknown file along")
    return package


def _of_entries(
    entries: Sequence[StoredEntry], package: DossierPackage, opened: Collection[tuple[int, str]]
) -> tuple[PackedObject, ...]:
    """Return the files of entries, such as tokens; each travels only if the composition let its object through."""
    made = []
    for each in package.entries:
        seq = each.entry.seq
        body = _object_of(entries[seq]) if 0 < seq < len(entries) - 1 else None
        if body is None or (seq, OBJECT) not in opened or place_in(each.path) not in (None, seq):
            raise DossierEntryError("file along not opened")
        if not each.path.endswith(f".{more_extension(each.path, body.media_type)}"):
            raise DossierEntryError("file along under another name")
        made.append(PackedObject(each.path, each.entry, body.sha256, body.size))
    return tuple(made)


def _body(entry: StoredEntry, name: str) -> bytes:
    part = entry.part(name)
    return part.body if part is not None and part.body is not None else b""


def _object_of(entry: StoredEntry) -> ObjectBody | None:
    body = _body(entry, OBJECT)
    return msgspec.json.decode(body, type=ObjectBody) if body else None


def _objects(
    entries: Sequence[StoredEntry],
    facts: DossierFacts,
    files: Sequence[DossierFile],
    opened: Collection[tuple[int, str]],
) -> tuple[tuple[PackedObject, ...], tuple[int, ...]]:
    dossier = _object_of(entries[-1])
    if dossier is None or dossier.media_type != "application/pdf":
        raise DossierEntryError("no PDF")
    packed = [PackedObject(DOSSIER, entries[-1].id, dossier.sha256, dossier.size)]
    exhibits = {exhibit.number: exhibit for exhibit in facts.exhibits}
    for file in files:
        if file.number not in exhibits:
            raise ExhibitFileError(file.number, "not in the dossier")
        packed.append(_packed(entries, exhibits[file.number], file, opened))
    paths = [each.path for each in packed[1:]]
    if paths != sorted(set(paths), key=path_order):
        raise DossierEntryError("order of files")
    if len({each.entry for each in packed}) != len(packed):
        raise DossierEntryError("one entry shown twice")
    listed = {file.number for file in files}
    return tuple(packed), tuple(number for number in exhibits if number not in listed)


def _packed(
    entries: Sequence[StoredEntry],
    exhibit: ShownExhibit,
    file: DossierFile,
    opened: Collection[tuple[int, str]],
) -> PackedObject:
    """Return one listed file; it travels only if the dossier's composition let its object through."""
    number, id = file.number, file.entry
    if id not in (exhibit.shown, exhibit.original):
        raise ExhibitFileError(number, "of another exhibit")
    body = _object_of(entries[id.seq])
    if body is None:
        raise ExhibitFileError(number, "erased")
    if (id.seq, OBJECT) not in opened:
        raise ExhibitFileError(number, "not opened")
    due = [exhibit_path(number, body.media_type)] if id == exhibit.shown else []
    due += [original_path(number, body.media_type)] if id == exhibit.original else []
    if file.path not in due:
        raise ExhibitFileError(number, "under another name")
    return PackedObject(file.path, id, body.sha256, body.size)


def _tombstones(
    entries: Sequence[StoredEntry], opened: set[tuple[int, str]]
) -> tuple[set[int], set[int], set[tuple[int, str]]]:
    """Return tombstones to show, tombstones to hold back, and the erased parts that must leave as withheld."""
    telling = {
        entry.id
        for entry in entries
        for part in entry.parts
        if part.state is PartState.OPEN and (entry.id.seq, part.name) in opened
    }
    covered: set[tuple[int, str]] = set()
    shown: set[int] = set()
    untellable: set[int] = set()
    for entry in entries:
        body = _body(entry, FACTS)
        try:
            tombstone = msgspec.json.decode(body, type=_TombstoneFacts)
        except msgspec.DecodeError:
            continue  # any other kind of entry
        if not all(EntryId(each.chain, each.seq) in telling for each in tombstone.targets):
            untellable.add(entry.id.seq)
        else:
            shown.add(entry.id.seq)
            covered |= {(each.seq, name) for each in tombstone.targets for name in each.parts}
    erased = {
        (entry.id.seq, part.name)
        for entry in entries
        for part in entry.parts
        if part.state is PartState.ERASED
    }
    return shown, untellable, erased - covered


def _as_shown(
    entry: StoredEntry, shown: set[tuple[int, str]], uncovered: set[tuple[int, str]]
) -> StoredEntry:
    parts = []
    for part in entry.parts:
        key = (entry.id.seq, part.name)
        if part.state is PartState.OPEN and key in shown:
            parts.append(part)
        elif part.state is PartState.ERASED and key not in uncovered:
            parts.append(SealedPart(part.name, part.commitment, PartState.ERASED))
        else:
            parts.append(SealedPart(part.name, part.commitment, PartState.WITHHELD))
    return msgspec.structs.replace(entry, parts=tuple(parts))


def _check_lengths(entries: Sequence[StoredEntry]) -> None:
    for entry in entries:
        for part in entry.parts:
            if part.body is not None and len(part.body) > MAX_TEXT:
                raise TextTooLongError(entry.id, part.name, len(part.body), MAX_TEXT)


def list_files(dossier: Dossier) -> tuple[DossierFile, ...]:
    """Return the files in the order of exhibit and folder, each under the one name it can have."""
    files: list[DossierFile] = []
    for each in sorted(dossier.exhibits, key=lambda exhibit: exhibit.number):
        if each.picture:
            path = exhibit_path(each.number, each.media_type)
            files.append(DossierFile(each.number, each.shown, path))
        if each.original_type:
            path = original_path(each.number, each.original_type)
            files.append(DossierFile(each.number, each.original, path))
    for paper in dossier.papers:
        path = exhibit_path(paper.number, paper.media_type)
        files.append(DossierFile(paper.number, paper.entry, path))
    return tuple(files)
