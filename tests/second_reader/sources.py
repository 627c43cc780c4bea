"""Where the files come from: a folder or a zip ("The zip", steps 1 and 2 of "Checking a package")."""

from __future__ import annotations

import re
import stat
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from tests.second_reader.answer import Alone, Answer
from tests.second_reader.names import (
    DOSSIER,
    FOLDERS,
    LOG,
    MORE_FOLDERS,
    TEN,
    code_in,
    exhibit_of,
    foreign,
    is_known,
)

_MOST_NAMES = 20_000
_MOST_BYTES = 2**32 - 2**17
_LOCAL = struct.Struct("<4s5H3L2H")
_RECORD = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class UnreadableFileError(Exception):
    """One file cannot be read."""


@dataclass
class Source:
    """The known files by name, each with its bytes or what is wrong with it. ``top``: the folder's name."""

    top: str
    files: dict[str, bytes | UnreadableFileError]
    checksums: dict[str, int]
    zipped: bool = False
    form: int = 1

    def is_ours(self) -> bool:
        start = self.files.get("bag-info.txt", b"")
        named = isinstance(start, bytes) and start.startswith(b"Bevismappe-Package:")
        return LOG in self.files or DOSSIER in self.files or named


def _form_of(start: bytes) -> int:
    match = re.match(rb"Bevismappe-Package: ([0-9]{1,9})(?:\n|\Z)", start[:64])
    return max(int(match[1]), 1) if match else 1


def _settle(source: Source, answer: Answer) -> None:
    """In format 1 the names of format 2 are unknown."""
    start = source.files.get("bag-info.txt", b"")
    source.form = _form_of(start) if isinstance(start, bytes) else 1
    for name in [name for name in source.files if not is_known(name, min(source.form, 2))]:
        del source.files[name]
        _foreign(answer, name)


def open_source(path: Path, answer: Answer) -> Source:
    """Read all of it. Raises Alone."""
    if path.is_dir():
        source = Source(path.resolve().name, {}, {})
        info = path / "bag-info.txt"
        if info.is_file() and not info.is_symlink():
            source.form = _form_of(info.read_bytes())
        _walk(path, "", source, answer, [0])
        if not source.is_ours():
            raise Alone("not_a_package")
        return source
    if not path.is_file():
        raise Alone("unreadable")
    source = _Zip(path.read_bytes()).read(answer)
    if not code_in(source.top) and not source.is_ours():
        raise Alone("not_a_package")
    return source


def _walk(root: Path, folder: str, source: Source, answer: Answer, seen: list[int]) -> None:
    for path in sorted((root / folder).iterdir()):
        seen[0] += 1
        if seen[0] > _MOST_NAMES:
            raise Alone("too_large")
        name = f"{folder}/{path.name}" if folder else path.name
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode) or (is_known(name, min(source.form, 2)) and not stat.S_ISREG(mode)):
            answer.find("not_a_file", path=name, exhibit=exhibit_of(name))
        elif stat.S_ISDIR(mode) and name in FOLDERS + (MORE_FOLDERS if source.form > 1 else ()):
            _walk(root, name, source, answer, seen)
        elif stat.S_ISDIR(mode):
            system = name == "__MACOSX"
            answer.find("system_file" if system else "unknown_file", path=name)
        elif is_known(name, min(source.form, 2)):
            source.files[name] = path.read_bytes()
        else:
            answer.find("unknown_file" if name == "__MACOSX" else foreign(name), path=name)


@dataclass(frozen=True)
class _Member:
    name: bytes
    flags: int
    method: int
    totals: tuple[int, int, int]
    at: int


class _UnsoundError(Exception):
    """List and headers do not agree, or leave bytes between."""


class _Zip:
    def __init__(self, data: bytes) -> None:
        self._data = data
        if len(data) > _MOST_BYTES:
            raise Alone("too_large")
        if data[:4] != b"PK\x03\x04":
            raise Alone("not_a_package")

    def read(self, answer: Answer) -> Source:
        """The files: of the exact form, of a sound zip, or as far as the headers lead."""
        walked = Answer(answer.name)
        source = self._walk(walked)
        if any(each.kind in ("zip_form", "zip_cut") for each in walked.findings):
            try:
                return self._sound(answer)
            except _UnsoundError:
                pass
        answer.findings += walked.findings
        return source

    def _walk(self, answer: Answer) -> Source:
        source = Source("", {}, {}, zipped=True)
        names: list[str] = []
        records = b""
        at = count = 0
        data = self._data
        while data[at : at + 4] == b"PK\x03\x04":
            count += 1
            if count > _MOST_NAMES:
                raise Alone("too_large")
            head = data[at : at + _LOCAL.size]
            if len(head) < _LOCAL.size:
                answer.find("zip_cut")
                _settle(source, answer)
                return source
            *_, checksum, packed, size, length, extra = _LOCAL.unpack(head)
            raw = data[at + _LOCAL.size :][: min(length, 400)]
            top, _, name = raw.decode("latin-1").partition("/")
            source.top = source.top or top
            exact = (20, 0, 0, 0, 0x21, checksum, packed, packed, length, 0)
            fits = head == _LOCAL.pack(b"PK\x03\x04", *exact) and length <= 400
            if not fits or top != source.top or not code_in(top):
                answer.find("zip_form", path=name, exhibit=exhibit_of(name))
            begin = at + _LOCAL.size + length + extra
            if begin + packed > len(data):
                answer.find("zip_cut", path=name, exhibit=exhibit_of(name))
                _settle(source, answer)
                return source
            _take(source, answer, name, data[begin : begin + packed], checksum)
            names += [name] if is_known(name) and name not in names else []
            records += _RECORD.pack(
                b"PK\x01\x02", 0x0314, *exact[:7], size, length, 0, 0, 0, 0, 0o100644 << 16, at
            ) + raw  # fmt: skip
            at = begin + packed
        end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(records), at, 0)
        self._compare_end(at, records, records + end, answer)
        _settle(source, answer)
        names = [name for name in names if name in source.files]
        if names != sorted(names, key=_order):
            answer.find("zip_form")
        return source

    def _compare_end(self, at: int, records: bytes, due: bytes, answer: Answer) -> None:
        found = self._data[at:]
        if found == due:
            return
        if due.startswith(found):
            answer.find("zip_cut")
            return
        place = 0
        while place < len(records):
            length = _RECORD.size + _RECORD.unpack_from(records, place)[10]
            if found[place : place + length] != records[place : place + length]:
                name = (
                    records[place + _RECORD.size : place + length]
                    .decode("latin-1")
                    .partition("/")[2]
                )
                answer.find("zip_form", path=name, exhibit=exhibit_of(name))
                return
            place += length
        answer.find("zip_form")

    def _sound(self, answer: Answer) -> Source:
        members, start = self._list()
        at = 0
        content: dict[int, tuple[int, bytes]] = {}
        for member in sorted(members, key=lambda each: each.at):
            if member.at != at:
                raise _UnsoundError
            begin, at = self._member(member)
            content[member.at] = (member.method, self._data[begin : begin + member.totals[1]])
        if at != start:
            raise _UnsoundError
        if sum(member.totals[2] for member in members) > _MOST_BYTES:
            raise Alone("too_large")
        top = _folder_of([member.name.decode("latin-1") for member in members])
        source = Source(top.removesuffix("/"), {}, {}, zipped=True)
        more: list[str] = []
        for member in members:
            name = member.name.decode("latin-1")
            inner = name.removeprefix(top)
            if not name.startswith(top):
                _foreign(answer, name)
            elif inner in ("", *(f"{folder}/" for folder in FOLDERS)) and not member.totals[2]:
                continue
            elif inner.endswith("/") and inner[:-1] in MORE_FOLDERS and not member.totals[2]:
                more.append(inner)
            elif inner.endswith("/") or not inner:
                _foreign(answer, inner)
            else:
                method, data = content[member.at]
                plain = _inflate(data, member.totals[2]) if method == 8 else data
                _take(source, answer, inner, plain, member.totals[0])
        _settle(source, answer)
        for inner in more if source.form == 1 else ():
            _foreign(answer, inner)
        answer.find("zip_anew")
        return source

    def _list(self) -> tuple[list[_Member], int]:
        data = self._data
        if len(data) < _END.size or data[-_END.size :][:4] != b"PK\x05\x06":
            raise _UnsoundError
        if data[-_END.size - 20 :][:4] == b"PK\x06\x07":
            raise Alone("zip_method")
        _, disk, first, here, count, length, start, comment = _END.unpack(data[-_END.size :])
        if disk or first or comment or here != count or start + length + _END.size != len(data):
            raise _UnsoundError
        if count > _MOST_NAMES:
            raise Alone("too_large")
        members, at, end = [], start, start + length
        while at < end:
            if at + _RECORD.size > end or data[at : at + 4] != b"PK\x01\x02":
                raise _UnsoundError
            fields = _RECORD.unpack_from(data, at)
            at += _RECORD.size
            members.append(
                _Member(data[at : at + fields[10]], fields[3], fields[4], fields[7:10], fields[16])
            )
            at += sum(fields[10:13])
        if at != end or len(members) != count:
            raise _UnsoundError
        return members, start

    def _member(self, member: _Member) -> tuple[int, int]:
        """Where its data begin, and where what comes next does."""
        head = self._data[member.at : member.at + _LOCAL.size]
        if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
            raise _UnsoundError
        _, _, flags, method, _, _, *totals, length, extra = _LOCAL.unpack(head)
        begin = member.at + _LOCAL.size
        name = self._data[begin : begin + length]
        if (name, method, flags & 9) != (member.name, member.method, member.flags & 9):
            raise _UnsoundError
        if flags & 1 or method not in (0, 8) or 2**32 - 1 in (*totals[1:], *member.totals[1:]):
            raise Alone("zip_method", name.decode("latin-1"))
        later = bool(flags & 8)
        if tuple(totals) != member.totals and not (later and not any(totals)):
            raise _UnsoundError
        if method == 0 and member.totals[1] != member.totals[2]:
            raise _UnsoundError
        begin += length + extra
        end = begin + member.totals[1]
        if later:
            told = struct.pack("<3L", *member.totals)
            marked = self._data[end : end + 4] == b"PK\x07\x08"
            end += 4 if marked else 0
            if self._data[end : end + 12] != told:
                raise _UnsoundError
            end += 12
        return begin, end


def _order(name: str) -> tuple[int, str]:
    first = ("LAES-MIG.txt", "README.txt", "verify.py", "verify.sh")
    if name in first:
        return first.index(name), ""
    return (5, name) if name.startswith("data/") else (6, name)


def _folder_of(names: list[str]) -> str:
    for mark in (LOG, DOSSIER):
        for name in names:
            top = name.removesuffix(mark)
            if top != name and top.count("/") <= 1:
                return top
    return names[0].partition("/")[0] + "/" if names else ""


def _take(
    source: Source, answer: Answer, name: str, data: bytes | UnreadableFileError, checksum: int
) -> None:
    if not is_known(name):
        _foreign(answer, name)
    elif name in source.files:
        answer.find("duplicate_file", path=name, exhibit=exhibit_of(name))
    else:
        source.files[name], source.checksums[name] = data, checksum


def _foreign(answer: Answer, name: str) -> None:
    kind = foreign(name)
    path = "__MACOSX" if kind == "system_file" and name.startswith("__MACOSX/") else name
    answer.find(kind, path=path)


def _inflate(data: bytes, size: int) -> bytes | UnreadableFileError:
    """What a deflated file holds, as far as it goes and one byte more than it says at the most."""
    unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
    out = b""
    try:
        for at in range(len(data)):
            out += unpacking.decompress(data[at : at + 1])
            if len(out) > size:
                return out[: size + 1]
            if unpacking.eof:
                return out if at + 1 == len(data) else UnreadableFileError()
    except zlib.error:
        pass
    return out


__all__ = ["TEN", "Source", "UnreadableFileError", "open_source"]
