"""Where a package's files come from: a folder or a zip."""

import os
import stat
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from tests.second_reader.answer import Report
from tests.second_reader.archive import (
    MOST_BYTES,
    MOST_NAMES,
    Contents,
    Member,
    TooLargeError,
    inner,
    package_folder,
    read_zip,
)
from tests.second_reader.names import (
    BAG_INFO,
    FOLDERS,
    FOLDERS_2,
    SYSTEM_FILES,
    SYSTEM_FOLDER,
    is_known,
    shown,
    tail_of,
)

BLOCK = 1 << 20


class UnreadableError(Exception):
    """A file cannot be read."""


class Source(Protocol):
    """A package's files by their known names."""

    folder: str
    is_zip: bool

    def names(self, package_format: int, report: Report) -> list[str]:
        """Tell of strange names; the known names that are there as files."""

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file; UnreadableError where it cannot be read."""

    def stated(self, name: str) -> int | None:
        """The CRC-32 that a zip states of a file."""


def head_of(source: Source, name: str, size: int) -> bytes:
    """The first bytes of a file, or none where it is not there or cannot be read."""
    head = b""
    try:
        for chunk in source.chunks(name):
            head += chunk[:size]
            if len(head) >= size:
                break
    except UnreadableError:
        pass
    return head[:size]


class FolderSource:
    """A package as a folder."""

    is_zip = False

    def __init__(self, root: Path) -> None:
        """Take the folder; OSError where it cannot be opened."""
        self.root = root
        self.folder = root.name or root.resolve().name
        next(self.root.iterdir(), None)

    def names(self, package_format: int, report: Report) -> list[str]:
        """Tell of strange names; the known names that are there as files."""
        entered = {*FOLDERS, *(FOLDERS_2 if package_format == 2 else ())}
        known: list[str] = []
        waiting = [""]
        count = 0
        while waiting:
            folder = waiting.pop(0)
            found: list[tuple[str, bool, bool, bool]] = []
            with os.scandir(self.root / folder if folder else self.root) as listing:
                for item in listing:
                    count += 1
                    if count > MOST_NAMES:
                        raise TooLargeError
                    name = f"{folder}/{item.name}" if folder else item.name
                    is_folder, is_file = (
                        item.is_dir(follow_symlinks=False),
                        item.is_file(follow_symlinks=False),
                    )
                    found.append((name, item.is_symlink(), is_folder, is_file))
            for name, is_link, is_folder, is_file in sorted(found):
                if is_link:
                    report.add("not_a_file", shown(name))
                elif is_folder and name in entered:
                    waiting.append(name)
                elif is_known(name, package_format):
                    if is_file:
                        known.append(name)
                    else:
                        report.add("not_a_file", name)
                elif (name in SYSTEM_FILES and is_file) or (name == SYSTEM_FOLDER and is_folder):
                    report.add("system_file", name)
                else:
                    report.add("unknown_file", shown(name))
        return known

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file; UnreadableError where it cannot be read."""
        path = self.root
        try:
            for part in name.split("/")[:-1]:
                path /= part
                if path.is_symlink():
                    raise UnreadableError(name)
            flags = os.O_RDONLY
            if sys.platform != "win32":
                flags |= os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
            number = os.open(self.root / name, flags)
            with os.fdopen(number, "rb") as file:
                if not stat.S_ISREG(os.fstat(number).st_mode):
                    raise UnreadableError(name)
                while chunk := file.read(BLOCK):
                    yield chunk
        except OSError as error:
            raise UnreadableError(name) from error

    def stated(self, name: str) -> int | None:
        """A folder states none."""
        return None


class ZipSource:
    """A package as a zip."""

    is_zip = True

    def __init__(self, file: BinaryIO, size: int) -> None:
        """Take the zip; the errors of `archive` and OSError where it cannot be taken."""
        if size > MOST_BYTES:
            raise TooLargeError
        self.file = file
        self.contents: Contents = read_zip(file, size)
        if len(self.contents.members) > MOST_NAMES:
            raise TooLargeError
        self.members: dict[str, Member] = {}
        self.prefix = package_folder(self.contents)
        self.inside: list[tuple[str, bool, bool]] = []
        walked = self.contents.exact or not self.contents.sound
        if walked:
            self.prefix = self.contents.folder
        self.folder = self.prefix[:-1]
        for member in self.contents.members:
            within = walked or member.whole.startswith(self.prefix)
            name = inner(member.whole) if walked else member.whole.removeprefix(self.prefix)
            is_folder = not walked and member.size == 0 and (not name or name.endswith("/"))
            if is_folder and name.rstrip("/") in ("", *FOLDERS):
                continue
            self.inside.append((name, within, is_folder))
            if within:
                self.members.setdefault(name, member)

    def is_named_ours(self) -> bool:
        """Whether the folder's name has the form of a package's."""
        return tail_of(self.folder) is not None

    def names(self, package_format: int, report: Report) -> list[str]:
        """Tell of strange names; the known names that are there as files."""
        known: dict[str, None] = {}
        told: set[str] = set()
        empty = {folder + "/" for folder in FOLDERS_2 if package_format == 2}
        for name, within, is_folder in self.inside:
            if within and is_known(name, package_format):
                if name in known:
                    report.add("duplicate_file", name)
                known[name] = None
            elif is_folder and name in empty:
                continue
            elif name.startswith(SYSTEM_FOLDER + "/"):
                told.add(SYSTEM_FOLDER)
            elif not name.startswith("data/") and name.rpartition("/")[2] in SYSTEM_FILES:
                told.add(shown(name))
            else:
                report.add("unknown_file", shown(name) or None)
        for name in sorted(told):
            report.add("system_file", name)
        for form in self.contents.forms or ():
            report.add("zip_form", shown(form) or None if form else None)
        for cut in self.contents.cuts or ():
            report.add("zip_cut", shown(cut) or None if cut else None)
        if known:
            report.done.add("packing")
        if self.contents.sound and not self.contents.exact:
            report.add("zip_anew")
        return list(known)

    def _raw(self, member: Member) -> Iterator[bytes]:
        at, rest = member.at, member.packed
        while rest > 0:
            self.file.seek(at)
            chunk = self.file.read(min(BLOCK, rest))
            if not chunk:
                return
            at, rest = at + len(chunk), rest - len(chunk)
            yield chunk

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file; UnreadableError where it cannot be read."""
        member = self.members.get(name)
        if member is None:
            raise UnreadableError(name)
        try:
            if member.method == 0:
                yield from self._raw(member)
            else:
                yield from self._inflated(member)
        except OSError as error:
            raise UnreadableError(name) from error

    def _inflated(self, member: Member) -> Iterator[bytes]:
        """What comes out, and no more than one byte beyond the stated size."""
        tool = zlib.decompressobj(-15)
        used, left = 0, member.size + 1
        for block in self._raw(member):
            used += len(block)
            data = block
            while left > 0:
                try:
                    made = tool.decompress(data, min(left, BLOCK))
                except zlib.error:
                    return
                if made:
                    left -= len(made)
                    yield made
                if tool.eof:
                    if tool.unused_data or used < member.packed:
                        raise UnreadableError(member.whole)
                    return
                data = tool.unconsumed_tail
                if not data and not made:
                    break
            if left <= 0:
                return

    def stated(self, name: str) -> int | None:
        """The CRC-32 that the zip states of a file."""
        member = self.members.get(name)
        return None if member is None else member.crc


def begins_ours(source: Source) -> bool:
    """Whether `bag-info.txt` begins as a package's does."""
    return head_of(source, BAG_INFO, 19) == b"Bevismappe-Package:"
