"""A package of a colleague's as something to take over: their log whole, and the files of its exhibits.

Nothing is judged here: whoever takes over checks the package first (``verify_together``), and each file's SHA-256 when
it is read. All of it is a stranger's all the same: limits and known names are those of the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.casework.kinds.dossier import DossierFacts
from app.handover.check_log import LimitedLines
from app.handover.errors import PackageUnreadableError
from app.handover.folder_tree import FolderTree
from app.handover.layout import LEDGER
from app.handover.tree import UnreadablePackageError
from app.handover.zip_tree import ZipTree
from evidence_store import (
    EntryId,
    LedgerFormError,
    LedgerReader,
    ObjectBody,
    StoredEntry,
)


class CollectedExhibit(msgspec.Struct, frozen=True):
    """An exhibit of the package whose file is there: the original where it goes along, else what is shown.

    ``original`` is its entry in the other chain, ``number`` its number there.
    """

    number: int
    original: EntryId
    entry: EntryId
    path: str
    sha256: str
    size: int
    media_type: str


class Collection:
    """An opened package. ``open_collection`` lends it.

    Attributes:
        entries: the log, from its genesis.
        exhibits: those with a file, by number.
        without_file: numbers of the others.
    """

    def __init__(
        self, trees: Sequence[FolderTree | ZipTree], entries: Sequence[StoredEntry]
    ) -> None:
        self._trees = trees
        self.entries = tuple(entries)
        facts = _dossier(self.entries[-1])
        self.exhibits = tuple(_exhibits(self.entries, facts, self._has))
        there = {each.number for each in self.exhibits}
        self.without_file = tuple(
            each.number for each in facts.exhibits if each.number not in there
        )

    def open(self, exhibit: CollectedExhibit) -> BinaryIO:
        """Return the file of an exhibit as a stream.

        Raises:
            PackageUnreadableError: it is not there any more.
        """
        for tree in self._trees:
            if exhibit.path in tree.files:
                return tree.open(exhibit.path)
        raise PackageUnreadableError(exhibit.path)

    def _has(self, path: str) -> bool:
        return any(path in tree.files for tree in self._trees)


@contextmanager
def open_collection(paths: Sequence[Path]) -> Iterator[Collection]:
    """Lend a package, or all its parts, opened.

    Raises:
        PackageUnreadableError: it cannot be read, or its log does not end with a dossier that lists its files.
    """
    with ExitStack() as stack:
        trees: list[FolderTree | ZipTree] = []
        for path in paths:
            try:
                tree = FolderTree(path) if path.is_dir() else ZipTree(path)
            except (UnreadablePackageError, OSError) as error:
                raise PackageUnreadableError(path.name) from error
            stack.callback(tree.close)
            trees.append(tree)
        try:
            yield Collection(trees, _entries(trees))
        except OSError as error:
            raise PackageUnreadableError(LEDGER) from error


def _entries(trees: Sequence[FolderTree | ZipTree]) -> list[StoredEntry]:
    for tree in trees:
        if LEDGER in tree.files:
            with tree.open(LEDGER) as stream:
                try:
                    return list(LedgerReader(LimitedLines(stream)))
                except LedgerFormError as error:
                    raise PackageUnreadableError(LEDGER) from error
    raise PackageUnreadableError(LEDGER)


def _dossier(last: StoredEntry) -> DossierFacts:
    part = last.part("facts")
    try:
        facts = msgspec.json.decode(part.body or b"" if part else b"", type=DossierFacts)
    except msgspec.MsgspecError as error:
        raise PackageUnreadableError(LEDGER) from error
    if facts.files is None:
        raise PackageUnreadableError(LEDGER)
    return facts


def _exhibits(
    entries: Sequence[StoredEntry], facts: DossierFacts, has: Callable[[str], bool]
) -> Iterator[CollectedExhibit]:
    originals = {each.number: each.original for each in facts.exhibits}
    by_number: dict[int, list[tuple[bool, EntryId, str]]] = {}
    for file in facts.files or ():
        original = originals.get(file.number)
        if original is not None and has(file.path):
            by_number.setdefault(file.number, []).append(
                (file.entry == original, file.entry, file.path)
            )
    for number, files in sorted(by_number.items()):
        _, entry, path = max(files, key=lambda each: each[0])
        body = _object_of(entries, entry)
        if body is not None:
            yield CollectedExhibit(
                number, originals[number], entry, path, body.sha256, body.size, body.media_type
            )


def _object_of(entries: Sequence[StoredEntry], id: EntryId) -> ObjectBody | None:
    part = entries[id.seq].part("object") if 0 < id.seq < len(entries) else None
    if part is None or part.body is None:
        return None
    try:
        return msgspec.json.decode(part.body, type=ObjectBody)
    except msgspec.MsgspecError:
        return None
