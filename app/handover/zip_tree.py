"""A package that is still a zip.

It is read from header to header, as ``archive`` writes it. Every byte that is not content is made again and
compared: the file must be exactly what our writer would have written for these members, so there is no byte in
it that could be changed unseen, and none after its end. Where another program zipped the files anew, they are read by
the list of members and that is remarked on (``zip_members``).
"""

from __future__ import annotations

import io
import os
import struct
from pathlib import Path
from typing import BinaryIO, cast

from app.handover.archive import SLICE
from app.handover.layout import (
    BAG_INFO,
    FOLDERS,
    MAX_FILES,
    MORE_FOLDERS,
    in_zip_order,
    is_known,
    is_package_name,
)
from app.handover.tree import (
    UnreadablePackageError,
    file_finding,
    form_of,
    is_our_package,
    printable,
    start_of,
    unexpected_file,
)
from app.handover.zip_members import DEFLATED, InflatedStream, Member, read_members, top_folder
from app.streams import PieceStream
from evidence_store import Finding, FindingKind, Verdict

_START = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_RECORD_START = 46
_MAX_SIZE = 2**32 - 2**17  # beyond that our kind of zip cannot say where its members lie
_LONGEST_NAME = 400
_VERSION, _UNIX_VERSION = 20, 0x0314
_EPOCH_DATE = 0x21
_PLAIN_FILE = 0o100644 << 16


class ZipTree:
    """Opens the zip and checks its form; raises UnreadablePackageError, OSError."""

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise UnreadablePackageError(FindingKind.UNREADABLE)
        self._file = path.open("rb")
        self.files: dict[str, int] = {}
        self.checksums: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        self._deflated: dict[str, int] = {}
        self.name = ""
        self.form = 1
        self.findings: list[Finding] = []
        try:
            self._size = os.fstat(self._file.fileno()).st_size
            self._walk()
            self._read_rezipped()
            self._refuse_foreign()
        except BaseException:
            self._file.close()
            raise

    def open(self, path: str) -> BinaryIO:
        length = self._deflated.get(path, self.files[path])
        window = _StreamSlice(self._file, self._starts[path], length)
        stream = cast("BinaryIO", io.BufferedReader(window, SLICE))
        if path in self._deflated:
            inflated = InflatedStream(stream, self.files[path])
            stream = cast("BinaryIO", io.BufferedReader(inflated, SLICE))
        return stream

    def close(self) -> None:
        self._file.close()

    def _walk(self) -> None:
        """Read header by header, then the list of members and the end, and require that nothing follows."""
        if self._size > _MAX_SIZE:
            raise UnreadablePackageError(FindingKind.TOO_LARGE, str(self._size))
        if self._read(0, 4) != _START:
            raise UnreadablePackageError(FindingKind.NOT_A_PACKAGE)
        records: list[bytes] = []
        at = 0
        while self._read(at, 4) == _START:
            if len(records) >= MAX_FILES:
                raise UnreadablePackageError(FindingKind.TOO_LARGE, str(len(records)))
            record, at = self._member(at)
            if not record:
                self._refuse_more()
                return  # it was cut here
            records.append(record)
        if self._read(at, 4) == _START[:3]:  # cut in the first bytes of a header
            self._cut()
            self._refuse_more()
            return
        self._check_end(at, records)
        if tuple(self.files) != in_zip_order(self.files):
            self.findings.append(Finding(FindingKind.ZIP_FORM, Verdict.ALTERED, found="order"))
        self._refuse_more()

    def _read_rezipped(self) -> None:
        """Read a sound zip whose form is not ours by its list of members, and remark on it."""
        if not any(
            each.kind in {FindingKind.ZIP_FORM, FindingKind.ZIP_CUT} for each in self.findings
        ):
            return
        members = read_members(self._read, self._size)
        if members is None:
            return
        total = sum(member.size for member in members)
        if total > _MAX_SIZE:
            raise UnreadablePackageError(FindingKind.TOO_LARGE, str(total))
        self.files, self.checksums, self._starts, self.findings = {}, {}, {}, []
        top = top_folder(members)
        self.name = top[:-1]
        folders: list[str] = []
        for member in members:
            self._take_member(member, top, folders)
        self._refuse_more()
        self.findings += [unexpected_file(path) for path in folders if self.form < 2]
        self.findings = [
            *dict.fromkeys(self.findings),
            Finding(FindingKind.ZIP_ANEW, Verdict.CONSISTENT),
        ]

    def _refuse_foreign(self) -> None:
        if not is_package_name(self.name) and not is_our_package(self):
            raise UnreadablePackageError(FindingKind.NOT_A_PACKAGE)

    def _refuse_more(self) -> None:
        """In a package of format 1 what only format 2 has is no file of it."""
        self.form = form_of(start_of(self, BAG_INFO))
        for path in [path for path in self.files if not is_known(path, self.form)]:
            del self.files[path], self.checksums[path]
            self.findings.append(unexpected_file(path))

    def _take_member(self, member: Member, top: str, folders: list[str]) -> None:
        """Take one member; folders that only format 2 has are put into ``folders``."""
        mine = member.name.startswith(top)
        path = member.name.removeprefix(top)
        if not member.size and path.removesuffix("/") in MORE_FOLDERS and path.endswith("/"):
            folders.append(path)
        elif path.endswith("/") or not path:
            if member.size or path not in {"", *(f"{folder}/" for folder in FOLDERS)}:
                self.findings.append(unexpected_file(path))
        elif not mine:
            self.findings.append(unexpected_file(member.name))
        else:
            known = path not in self.files
            self._take(path, member.start, member.size, member.checksum)
            if known and member.method == DEFLATED:
                self._deflated[path] = member.packed

    def _member(self, at: int) -> tuple[bytes, int]:
        """Note one member. Return its record as the list must have it (b"" where it was cut), and where it ends."""
        header = self._read(at, _HEADER.size)
        if len(header) < _HEADER.size:
            self._cut()
            return b"", at
        checksum, packed, size, name_length, more = _HEADER.unpack(header)[6:]
        # Names are bytes here: ours are ASCII, and what others meant by theirs is no matter.
        name = self._read(at + _HEADER.size, min(name_length, _LONGEST_NAME))
        folder, path = _parted(name)
        start = at + _HEADER.size + name_length + more
        if start - more > self._size:
            self._cut()
            return b"", at
        self.name = self.name if at else folder
        fields = (_VERSION, 0, 0, 0, _EPOCH_DATE, checksum, packed, packed, name_length, 0)
        plain = header == _HEADER.pack(_START, *fields) and name_length <= _LONGEST_NAME
        if not plain or folder != self.name or not is_package_name(folder):
            self.findings.append(file_finding(FindingKind.ZIP_FORM, printable(path)))
        if start + packed > self._size:
            self.findings.append(
                file_finding(FindingKind.ZIP_CUT, printable(path), Verdict.INCOMPLETE)
            )
            return b"", at
        self._take(path, start, packed, checksum)
        record = struct.pack(
            "<4sH5H3L2H", b"PK\x01\x02", _UNIX_VERSION, *fields[:7], size, *fields[8:]
        )
        return record + struct.pack("<3H2L", 0, 0, 0, _PLAIN_FILE, at) + name, start + packed

    def _take(self, path: str, start: int, size: int, checksum: int) -> None:
        if not is_known(path):
            self.findings.append(unexpected_file(path))
        elif path in self.files:
            self.findings.append(file_finding(FindingKind.DUPLICATE_FILE, path))
        else:
            self.files[path] = size
            self.checksums[path] = checksum
            self._starts[path] = start

    def _check_end(self, at: int, records: list[bytes]) -> None:
        directory = b"".join(records)
        count, size = len(records), len(directory)
        expected = directory + _END.pack(b"PK\x05\x06", 0, 0, count, count, size, at, 0)
        found = self._read(at, len(expected) + 1)
        if found == expected:
            return
        if expected.startswith(found):
            self._cut()
            return
        for record in records:
            if not found.startswith(record):
                _, path = _parted(record[_RECORD_START:])
                self.findings.append(file_finding(FindingKind.ZIP_FORM, printable(path)))
                return
            found = found[len(record) :]
        self.findings.append(Finding(FindingKind.ZIP_FORM, Verdict.ALTERED, found="end"))

    def _cut(self) -> None:
        self.findings.append(
            Finding(FindingKind.ZIP_CUT, Verdict.INCOMPLETE, found=str(self._size))
        )

    def _read(self, at: int, length: int) -> bytes:
        self._file.seek(at)
        return self._file.read(length)


def _parted(name: bytes) -> tuple[str, str]:
    """Return a member's first folder, or "", and what stands behind it."""
    folder, slash, path = name.decode("latin-1").partition("/")
    return (folder, path) if slash else ("", folder)


class _StreamSlice(PieceStream):
    """A stretch of an open file as a stream of its own."""

    def __init__(self, file: BinaryIO, start: int, size: int) -> None:
        self._file, self._at, self._end = file, start, start + size

    def _piece(self, length: int) -> bytes:
        self._file.seek(self._at)
        data = self._file.read(min(length, self._end - self._at))
        self._at += len(data)
        return data
