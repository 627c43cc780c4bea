"""Lay a package out for a USB stick, so that a locked PC opens it without any program: "Politistik".

Rules:
- It is made of a package that was handed over, and only of one that holds together. The package lies on the stick
  unchanged; all else are copies of what is in it.
- Pictures are decoded in the limited child: a package can be a stranger's.
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
    StickLargeError,
    StickPackageError,
    StickPlaceError,
    locked_stick,
    read_member,
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
_MOST_LOCKED = 512 * 1024 * 1024
_PART = ".part"
LOCKED_NAME = "politistik.zip.age"
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
        StickLargeError: a file is too large for a stick, or all of it too large to be encrypted here.
        StickKeyError, StickLockError: a key is none; this computer cannot encrypt.
        PackageUnreadableError: the package has no record, as those of format 1.
        OSError: it could not be written; nothing of it is left.
    """
    if folder.exists():
        raise StickPlaceError(folder)
    _must_hold(package, resources)
    record = open_package(package)
    files = _files(package, record, language, give_way)
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


def _write_open(part: Path, files: Iterator[tuple[str, bytes | Path]]) -> tuple[int, int]:
    count = size = 0
    for name, data in files:
        target = part / name
        target.parent.mkdir(exist_ok=True)
        if isinstance(data, Path):
            with data.open("rb") as source, write_atomically(target) as file:
                shutil.copyfileobj(source, file)
        else:
            with write_atomically(target) as file:
                file.write(data)
        count, size = count + 1, size + target.stat().st_size
    return count, size


def _write_locked(
    part: Path, files: Iterator[tuple[str, bytes | Path]], lock: StickLock, language: Language
) -> tuple[int, int]:
    whole: list[tuple[str, bytes]] = []
    size = 0
    for name, data in files:
        size += data.stat().st_size if isinstance(data, Path) else len(data)
        if size > _MOST_LOCKED:
            raise StickLargeError(LOCKED_NAME)
        whole.append((name, data.read_bytes() if isinstance(data, Path) else data))
    sealed = locked_stick(whole, keys=lock.keys, password=lock.password)
    letter = stick_letter(language, locked=LOCKED_NAME)
    for name, data in ((LOCKED_NAME, sealed), (stick_layout.LETTER, letter)):
        with write_atomically(part / name) as file:
            file.write(data)
    return 2, len(sealed) + len(letter)


def _files(
    package: Sequence[Path], record: ReadPackage, language: Language, give_way: Between
) -> Iterator[tuple[str, bytes | Path]]:
    """Give all files of the stick with their names, the list of their fingerprints last."""
    sums: list[str] = []

    def listed(name: str, data: bytes | Path) -> tuple[str, bytes | Path]:
        size = data.stat().st_size if isinstance(data, Path) else len(data)
        if size > stick_layout.LARGEST_FILE:
            raise StickLargeError(name)
        sums.append(f"{_sha256(data)}  {name}\n")
        return name, data

    yield listed(stick_layout.REPORT, read_member(package, _REPORT, _MOST_MEMBER))
    shown: list[StickExhibit] = []
    with WarmChild() as warm:
        for done, exhibit in enumerate(record.exhibits):
            give_way(done, len(record.exhibits))
            found, files = _exhibit(package, exhibit, warm)
            shown.append(found)
            for name, data in files:
                yield listed(name, data)
    for number, path in enumerate(package, start=1):
        yield listed(stick_layout.package_path(number, len(package)), path)
    page = stick_page(record.title, record.subtitle, shown, language)
    yield listed(stick_layout.INDEX, page)
    yield listed(stick_layout.LETTER, stick_letter(language))
    yield stick_layout.SUMS, "".join(sums).encode("ascii")


def _exhibit(
    package: Sequence[Path], exhibit: ReadExhibit, warm: WarmChild
) -> tuple[StickExhibit, list[tuple[str, bytes]]]:
    found = StickExhibit(exhibit.number, exhibit.title)
    files: list[tuple[str, bytes]] = []
    if exhibit.original is not None:
        path = stick_layout.original_path(exhibit.number, exhibit.original.path)
        files.append((path, read_member(package, exhibit.original.path, _MOST_MEMBER)))
        found = msgspec.structs.replace(found, original=path)
    if exhibit.shown is None:
        return found, files
    untrusted = read_member(package, exhibit.shown.path, _MOST_MEMBER)
    path = stick_layout.file_path(exhibit.number, exhibit.shown.path)
    files.append((path, untrusted))
    found = msgspec.structs.replace(found, file=path)
    media_type = sniff(untrusted[:SNIFF_LENGTH])
    if media_type not in DECODABLE:
        return found, files
    try:
        pixels = decode_untrusted(untrusted, media_type, warm=warm).pixels
    except PictureRefusedError:
        return found, files
    copy = stick_layout.copy_path(exhibit.number)
    files.append((copy, jpeg_copy(pixels, stick_layout.LARGEST_PICTURE)))
    return msgspec.structs.replace(found, copy=copy), files


def _sha256(data: bytes | Path) -> str:
    if isinstance(data, bytes):
        return hashlib.sha256(data).hexdigest()
    with data.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
