"""A package that is still a zip.

The list at its end is read by Python's own zipfile. From that list, every byte that is not content is then
made again and compared: the file must be exactly what ``archive`` would have written for these members, so there
is no byte in it that could be changed unseen.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, cast

from app.handover.archive import SLICE
from app.handover.layout import MAX_FILES, in_order, is_known, is_package_name
from app.handover.tree import UnreadablePackageError, file_finding, harmless, stray
from evidence_store import Finding, Verdict

_START = b"PK\x03\x04"
_END = struct.Struct("<4s4H2LH")
_MAX_SIZE = 2**32 - 2**17  # beyond that our kind of zip cannot say where its members lie
_MAX_LIST = MAX_FILES * 128
_VERSION, _UNIX_VERSION = 20, 0x0314
_EPOCH_DATE = 0x21
_PLAIN_FILE = 0o100644 << 16


class ZipTree:
    """Opens the zip and checks its form; raises UnreadablePackageError, OSError."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UnreadablePackageError("unreadable")
        self._file = path.open("rb")
        self._files: dict[str, int] = {}
        self._checksums: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        self.findings: list[Finding] = []
        try:
            self._size = os.fstat(self._file.fileno()).st_size
            self._place(self._members())
        except BaseException:
            self._file.close()
            raise

    @property
    def files(self) -> Mapping[str, int]:
        """Size in bytes by path."""
        return self._files

    @property
    def checksums(self) -> Mapping[str, int]:
        """CRC-32 by path, as the headers claim."""
        return self._checksums

    def open(self, path: str) -> BinaryIO:
        """One of the members as a stream."""
        window = _Window(self._file, self._starts[path], self._files[path])
        return cast("BinaryIO", io.BufferedReader(window, SLICE))

    def close(self) -> None:
        """Close the zip."""
        self._file.close()

    def _members(self) -> list[zipfile.ZipInfo]:
        """The members by the list at the end, after a look at how long that list claims to be."""
        if self._size > _MAX_SIZE:
            raise UnreadablePackageError("too_large", str(self._size))
        if self._file.read(4) != _START:
            raise UnreadablePackageError("not_a_package")
        end = self._read(max(0, self._size - _END.size), _END.size)
        fields = _END.unpack(end) if len(end) == _END.size else (b"",)
        larger_form = self._read(max(0, self._size - _END.size - 20), 4) == b"PK\x06\x07"
        if fields[0] != b"PK\x05\x06" or larger_form:
            self.findings.append(Finding("zip_cut", Verdict.INCOMPLETE, found=str(self._size)))
            return []
        if fields[5] > _MAX_LIST:
            raise UnreadablePackageError("too_large", str(fields[5]))
        try:
            with zipfile.ZipFile(self._file) as untrusted:
                return untrusted.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
            self.findings.append(Finding("zip_form", Verdict.ALTERED, found=type(error).__name__))
            return []

    def _place(self, members: list[zipfile.ZipInfo]) -> None:
        """Work out where everything must lie, and compare what lies between the contents."""
        if not members:
            return
        top = members[0].orig_filename.partition("/")[0]
        at, directory = 0, b""
        for member in members:
            folder, _, path = member.orig_filename.partition("/")
            if folder != top or not is_package_name(top):
                self.findings.append(file_finding("zip_form", harmless(path)))
            name = member.orig_filename.encode("utf-8", "surrogateescape")
            if at + len(name) + member.file_size > self._size:
                self.findings.append(file_finding("zip_cut", harmless(path), Verdict.INCOMPLETE))
                return
            header, record = _expected(name, member, at)
            if self._read(at, len(header)) != header:
                self.findings.append(file_finding("zip_form", harmless(path)))
            start = at + len(header)
            at = start + member.file_size
            directory += record
            self._take(path, start, member)
        end = _END.pack(b"PK\x05\x06", 0, 0, len(members), len(members), len(directory), at, 0)
        if self._read(at, len(directory) + _END.size + 1) != directory + end:
            self.findings.append(Finding("zip_form", Verdict.ALTERED, found="end"))
        if tuple(self._files) != in_order(self._files):
            self.findings.append(Finding("zip_form", Verdict.ALTERED, found="order"))

    def _take(self, path: str, start: int, member: zipfile.ZipInfo) -> None:
        if not is_known(path):
            self.findings.append(stray(path))
        elif path in self._files:
            self.findings.append(file_finding("duplicate_file", path))
        else:
            self._files[path] = member.file_size
            self._checksums[path] = member.CRC
            self._starts[path] = start

    def _read(self, at: int, length: int) -> bytes:
        self._file.seek(at)
        return self._file.read(length)


def _expected(name: bytes, member: zipfile.ZipInfo, at: int) -> tuple[bytes, bytes]:
    """The header before a member and its record in the list, as our writer makes them."""
    fields = (_VERSION, 0, 0, 0, _EPOCH_DATE, member.CRC, member.file_size, member.file_size)
    lengths = (len(name), 0)
    header = struct.pack("<4s5H3L2H", _START, *fields, *lengths)
    record = struct.pack("<4s6H3L2H", b"PK\x01\x02", _UNIX_VERSION, *fields, *lengths)
    return header + name, record + struct.pack("<3H2L", 0, 0, 0, _PLAIN_FILE, at) + name


class _Window(io.RawIOBase):
    """A stretch of an open file as a stream of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._at, self._end = file, start, start + size

    def readable(self) -> bool:
        """It can only be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # what BufferedReader hands in
        """Fill the buffer from where the last read ended."""
        self._file.seek(self._at)
        data = self._file.read(min(len(buffer), self._end - self._at))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
