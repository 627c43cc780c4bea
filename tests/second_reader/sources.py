"""Where a package's files come from: a folder or a zip."""

import os
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from .answer import Report
from .archive import (
    MOST_BYTES, MOST_NAMES, Contents, Member, TooLargeError, inner, package_folder, read_zip,
)
from .names import BAG_INFO, FOLDERS, FOLDERS_2, SYSTEM_FILES, SYSTEM_FOLDER, is_known, shown, tail_of

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
        os.listdir(root)

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
                    is_folder, is_file = item.is_dir(follow_symlinks=False), item.is_file(follow_symlinks=False)
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
            flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
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
        self.inside: list[tuple[str, Member, bool]] = []
        loose = not self.contents.sound
        if loose:
            self.prefix = self.contents.folder
        self.folder = self.prefix[:-1]
        for member in self.contents.members:
            within = loose or member.whole.startswith(self.prefix)
            name = member.whole
            if within:
                name = inner(name) if loose else name[len(self.prefix) :]
            skipped = member.size == 0 and within and name in ("", *(folder + "/" for folder in self._folders(2)))
            if skipped and name.rstrip("/") in ("", *self._folders(1)):
                continue
            self.inside.append((name, member, within))
            if within:
                self.members.setdefault(name, member)

    @staticmethod
    def _folders(package_format: int) -> tuple[str, ...]:
        return (*FOLDERS, *(FOLDERS_2 if package_format == 2 else ()))

    def is_named_ours(self) -> bool:
        """Whether the folder's name has the form of a package's."""
        return tail_of(self.folder) is not None

    def names(self, package_format: int, report: Report) -> list[str]:
        """Tell of strange names; the known names that are there as files."""
        known: dict[str, None] = {}
        system_folder = False
        empty = {folder + "/" for folder in self._folders(package_format)}
        for name, member, within in self.inside:
            if within and is_known(name, package_format):
                if name in known:
                    report.add("duplicate_file", name)
                known[name] = None
            elif within and name in empty and member.size == 0:
                continue
            elif within and name.startswith(SYSTEM_FOLDER + "/"):
                if not system_folder:
                    report.add("system_file", SYSTEM_FOLDER)
                system_folder = True
            elif within and name in SYSTEM_FILES:
                report.add("system_file", name)
            else:
                report.add("unknown_file", shown(name))
        for form in self.contents.forms or ():
            report.add("zip_form", None if form is None else shown(form))
        for cut in self.contents.cuts or ():
            report.add("zip_cut", None if cut is None else shown(cut))
        if known or any(cut is not None and is_known(cut, package_format) for cut in self.contents.cuts or ()):
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
        tool = zlib.decompressobj(-15)
        raw = self._raw(member)
        total = used = 0
        for block in raw:
            used += len(block)
            data = block
            while True:
                try:
                    made = tool.decompress(data, BLOCK)
                except zlib.error:
                    return
                total += len(made)
                if total > member.size:
                    raise UnreadableError(member.whole)
                if made:
                    yield made
                if tool.eof:
                    if tool.unused_data or used < member.packed:
                        raise UnreadableError(member.whole)
                    return
                data = tool.unconsumed_tail
                if not data and len(made) < BLOCK:
                    break

    def stated(self, name: str) -> int | None:
        """The CRC-32 that the zip states of a file."""
        member = self.members.get(name)
        return None if member is None else member.crc


def begins_ours(source: Source) -> bool:
    """Whether `bag-info.txt` begins as a package's does."""
    return head_of(source, BAG_INFO, 19) == b"Bevismappe-Package:"
