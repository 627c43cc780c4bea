"""Lay a package out for a USB stick, so that a locked PC opens it without any program: "Politistik".

Rules:
- It is made of a package that was handed over, and only of one that holds together. The package lies on the stick
  unchanged; all else are copies of what is in it.
- Pictures are decoded in the limited child: a package can be a stranger's.
- What is read is passed on piece by piece: only a picture that gets a copy is held as a whole.
- The folder stands there whole or not at all. Where it is encrypted, nothing of it is written in the clear.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from app.actions.open_package import ReadExhibit, ReadPackage, open_package
from app.actions.verify_package import verify_package
from app.handover import (
    StickExhibit,
    StickFile,
    StickLargeError,
    StickPackageError,
    StickPlaceError,
    locked_stick,
    read_member,
    read_pieces,
    size_of_member,
    stick_layout,
    stick_letter,
    stick_page,
)
from app.language import Language
from app.picture import (
    DECODABLE,
    SNIFF_LENGTH,
    PictureRefusedError,
    WarmChild,
    decode_untrusted,
    jpeg_copy,
    sniff,
)
from atomic_file import write_atomically
from evidence_store import Verdict

_REPORT = "data/dossier.pdf"
_MOST_MEMBER = 4 * 1024 * 1024 * 1024 - 1
_PIECE = 1024 * 1024
_PART = ".part"
Between = Callable[[int, int], None]


class MadeStick(msgspec.Struct, frozen=True):
    """A stick that was made: its folder, how many files and bytes it holds, and whether it is encrypted."""

    folder: Path
    files: int
    size: int
    encrypted: bool


class StickLock(msgspec.Struct, frozen=True):
    """Who can open an encrypted stick: the owners of these keys (``age1…``), else who knows the password."""

    keys: tuple[str, ...] = ()
    password: str = ""


def make_stick(
    package: Sequence[Path],
    folder: Path,
    language: Language,
    *,
    lock: StickLock | None = None,
    resources: Path | None = None,
    give_way: Between = lambda _done, _all: None,
) -> MadeStick:
    """Make the folder.

    Args:
        package: the zip, or all parts of one that was split.
        folder: is made, with all that is in it; it must not be there yet.
        language: of what is written on the stick.
        lock: encrypts it; None leaves it open to everybody.
        resources: see ``verify_package``.
        give_way: told (exhibits done, exhibits in all); what it raises ends the work, and nothing is left.

    Raises:
        StickPlaceError: the folder is there already.
        StickPackageError: the package was changed or is not whole.
        StickLargeError: a file is too large for a stick, or all of it for one encrypted file there.
        StickKeyError, StickLockError: a key is none; this computer cannot encrypt.
        PackageUnreadableError: the package has no record, as those of format 1.
        OSError: it could not be written; nothing of it is left.
    """
    if folder.exists():
        raise StickPlaceError(folder)
    _must_hold(package, resources)
    record = open_package(package)
    files = _Stick(package, record, language).files(give_way)
    part = folder.with_name(folder.name + _PART)
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    try:
        count, size = (
            _write_open(part, files) if lock is None else _write_locked(part, files, lock, language)
        )
        os.replace(part, folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return MadeStick(folder, count, size, lock is not None)


def _must_hold(package: Sequence[Path], resources: Path | None) -> None:
    report = verify_package(*package, resources=resources)
    if report.verdict not in {Verdict.CONSISTENT, Verdict.ANCHORED}:
        raise StickPackageError


def _write_open(part: Path, files: Iterator[StickFile]) -> tuple[int, int]:
    count = size = 0
    for each in files:
        target = part / each.name
        target.parent.mkdir(exist_ok=True)
        with write_atomically(target) as file:
            for piece in each.pieces:
                file.write(piece)
        count, size = count + 1, size + each.size
    return count, size


def _write_locked(
    part: Path, files: Iterator[StickFile], lock: StickLock, language: Language
) -> tuple[int, int]:
    with write_atomically(part / stick_layout.LOCKED) as file:
        key = locked_stick(files, file, keys=lock.keys, password=lock.password)
    letter = stick_letter(language, locked=stick_layout.LOCKED, key=stick_layout.KEY if key else "")
    beside = {stick_layout.LETTER: letter} | ({stick_layout.KEY: key} if key else {})
    for name, data in beside.items():
        with write_atomically(part / name) as file:
            file.write(data)
    sealed = (part / stick_layout.LOCKED).stat().st_size
    return 1 + len(beside), sealed + sum(map(len, beside.values()))


class _Stick:
    """The files of a stick, each of which is read once, and the fingerprints of those that were."""

    def __init__(self, package: Sequence[Path], record: ReadPackage, language: Language) -> None:
        self._package = package
        self._record = record
        self._language = language
        self._sums: list[str] = []

    def files(self, give_way: Between) -> Iterator[StickFile]:
        """Give all files with their names, the list of their fingerprints last."""
        yield self._member(stick_layout.REPORT, _REPORT)
        exhibits = self._record.exhibits
        shown: list[StickExhibit] = []
        with WarmChild() as warm:
            for done, exhibit in enumerate(exhibits):
                give_way(done, len(exhibits))
                found, files = self._exhibit(exhibit, warm)
                shown.append(found)
                yield from files
        for number, path in enumerate(self._package, start=1):
            yield self._copied(stick_layout.package_path(number, len(self._package)), path)
        record, language = self._record, self._language
        page = stick_page(record.title, record.subtitle, shown, language)
        yield self._written(stick_layout.INDEX, page)
        yield self._written(stick_layout.LETTER, stick_letter(language))
        sums = "".join(self._sums).encode("ascii")
        yield StickFile(stick_layout.SUMS, len(sums), iter((sums,)))

    def _exhibit(
        self, exhibit: ReadExhibit, warm: WarmChild
    ) -> tuple[StickExhibit, list[StickFile]]:
        found = StickExhibit(exhibit.number, exhibit.title)
        files: list[StickFile] = []
        if exhibit.original is not None:
            path = stick_layout.original_path(exhibit.number, exhibit.original.path)
            files.append(self._member(path, exhibit.original.path))
            found = msgspec.structs.replace(found, original=path)
        if exhibit.shown is None:
            return found, files
        path = stick_layout.file_path(exhibit.number, exhibit.shown.path)
        files.append(self._member(path, exhibit.shown.path))
        found = msgspec.structs.replace(found, file=path)
        copy = self._copy_of(exhibit.shown.path, warm)
        if copy is None:
            return found, files
        path = stick_layout.copy_path(exhibit.number)
        files.append(self._written(path, copy))
        return msgspec.structs.replace(found, copy=path), files

    def _copy_of(self, member: str, warm: WarmChild) -> bytes | None:
        """Return a picture of the package as a small JPEG; None for what is no picture that is decoded here."""
        first = next(read_pieces(self._package, member, _MOST_MEMBER), b"")
        media_type = sniff(first[:SNIFF_LENGTH])
        if media_type not in DECODABLE:
            return None
        untrusted = read_member(self._package, member, _MOST_MEMBER)
        try:
            pixels = decode_untrusted(untrusted, media_type, warm=warm).pixels
        except PictureRefusedError:
            return None
        return jpeg_copy(pixels, stick_layout.LARGEST_PICTURE)

    def _member(self, name: str, member: str) -> StickFile:
        size = size_of_member(self._package, member, _MOST_MEMBER)
        return self._listed(name, size, read_pieces(self._package, member, _MOST_MEMBER))

    def _copied(self, name: str, path: Path) -> StickFile:
        return self._listed(name, path.stat().st_size, _pieces_of(path))

    def _written(self, name: str, data: bytes) -> StickFile:
        return self._listed(name, len(data), iter((data,)))

    def _listed(self, name: str, size: int, pieces: Iterator[bytes]) -> StickFile:
        if size > stick_layout.LARGEST_FILE:
            raise StickLargeError(name)
        return StickFile(name, size, self._summed(name, pieces))

    def _summed(self, name: str, pieces: Iterator[bytes]) -> Iterator[bytes]:
        """Pass the pieces on; at their end their fingerprint is on the list."""
        sha256 = hashlib.sha256()
        for piece in pieces:
            sha256.update(piece)
            yield piece
        self._sums.append(f"{sha256.hexdigest()}  {name}\n")


def _pieces_of(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
