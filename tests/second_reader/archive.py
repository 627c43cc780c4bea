"""Zips: the exact form, other sound forms, and what is left of broken ones."""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from .names import rank, tail_of

MOST_NAMES = 20_000
MOST_BYTES = 4_294_836_224
LONGEST_NAME = 400
_ALL = 0xFFFFFFFF

_LOCAL = struct.Struct("<4s5H3L2H")
_LIST = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class TooLargeError(Exception):
    """More names or bytes than a package can have."""


class NotOursError(Exception):
    """The first bytes are no local header."""


class MethodError(Exception):
    """An otherwise sound zip with ZIP64, encryption or another method; holds the member's name."""


@dataclass(frozen=True)
class Member:
    """A file in a zip and where its data lie."""

    whole: str
    raw: bytes
    at: int
    packed: int
    size: int
    method: int
    crc: int


@dataclass
class Contents:
    """The members of a zip and what is wrong with its form."""

    members: list[Member]
    exact: bool = False
    sound: bool = False
    folder: str = ""
    forms: list[str | None] | None = None
    cuts: list[str | None] | None = None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "backslashreplace")


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    if at < 0 or at > 1 << 62:
        return b""
    file.seek(at)
    return file.read(size)


def first_folder(whole: str) -> str:
    """The first folder of a member's name, with its slash, or none."""
    head, slash, _ = whole.partition("/")
    return head + slash if slash else ""


def inner(whole: str) -> str:
    """What stands behind the first folder of a name."""
    head, slash, rest = whole.partition("/")
    return rest if slash else head


def read_zip(file: BinaryIO, size: int) -> Contents:
    """Find the members of a zip: exact, sound, or what is left of it."""
    walked = _walk(file, size)
    if walked is not None and walked.exact:
        return walked
    sound = _sound(file, size)
    if sound is not None:
        return sound
    if walked is None:
        raise NotOursError
    if len(walked.members) > MOST_NAMES:
        raise TooLargeError
    return walked


def _walk(file: BinaryIO, size: int) -> Contents | None:
    if _read(file, 0, 4) != b"PK\3\4":
        return None
    members: list[Member] = []
    forms: list[str | None] = []
    cuts: list[str | None] = []
    headers: list[int] = []
    at = 0
    folder: str | None = None
    while len(members) <= MOST_NAMES:
        head = _read(file, at, 30)
        if head[:4] != b"PK\3\4" and head != b"PK\3":
            break
        if len(head) < 30:
            cuts.append(None)
            break
        fields = _LOCAL.unpack(head)
        crc, packed, length, name_size, extra_size = fields[6:11]
        raw = _read(file, at + 30, name_size)
        if len(raw) < name_size:
            cuts.append(None)
            break
        whole = _text(raw)
        folder = first_folder(whole) if folder is None else folder
        fine = (
            fields[1:6] == (20, 0, 0, 0, 0x21) and packed == length and extra_size == 0
            and raw.isascii() and name_size <= LONGEST_NAME
            and first_folder(whole) == folder and tail_of(folder[:-1]) is not None
        )
        if not fine:
            forms.append(inner(whole))
        begin = at + 30 + name_size + extra_size
        if begin + packed > size:
            cuts.append(inner(whole))
            break
        members.append(Member(whole, raw, begin, packed, packed, 0, crc))
        headers.append(at)
        at = begin + packed
    else:
        return Contents(members)
    if not cuts:
        _compare_list(file, at, members, headers, forms, cuts)
    inside = [inner(member.whole) for member in members]
    if inside != sorted(inside, key=rank):
        forms.append(None)
    exact = not forms and not cuts and all(name and not name.endswith("/") for name in inside)
    return Contents(members, exact, exact, folder or "", list(dict.fromkeys(forms)), cuts)


def _compare_list(
    file: BinaryIO, start: int, members: list[Member], headers: list[int], forms: list[str | None],
    cuts: list[str | None],
) -> None:
    at = start
    for member, header in zip(members, headers, strict=True):
        wanted = _LIST.pack(
            b"PK\1\2", 0x0314, 20, 0, 0, 0, 0x21, member.crc, member.packed, member.size, len(member.raw),
            0, 0, 0, 0, 0o100644 << 16, header,
        ) + member.raw
        found = _read(file, at, len(wanted))
        if found != wanted:
            if wanted.startswith(found):
                cuts.append(None)
            else:
                forms.append(inner(member.whole))
            return
        at += len(wanted)
    count = len(members)
    wanted = _END.pack(b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, at - start, start, 0)
    found = _read(file, at, len(wanted) + 1)
    if found != wanted:
        (cuts if wanted.startswith(found) else forms).append(None)


@dataclass
class _Record:
    whole: str
    raw: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int
    special: bool
    begin: int = 0
    end: int = 0


def _wide(extra: bytes, values: list[int]) -> tuple[list[int], bool]:
    """Values that ZIP64 keeps in an extra field, and whether it did."""
    if _ALL not in values:
        return values, False
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            field = extra[at + 4 : at + 4 + size]
            found: list[int] = []
            for value in values:
                if value == _ALL:
                    if len(field) < 8:
                        return values, False
                    value, field = int.from_bytes(field[:8], "little"), field[8:]
                found.append(value)
            return found, True
        at += 4 + size
    return values, False


def _end_record(file: BinaryIO, size: int) -> tuple[int, int, int, bool] | None:
    """How many members, where the list is and ends, and whether ZIP64 says so."""
    if size < 22:
        return None
    fields = _END.unpack(_read(file, size - 22, 22))
    if fields[0] != b"PK\5\6" or fields[1] or fields[2] or fields[3] != fields[4] or fields[7]:
        return None
    count, length, start = fields[4:7]
    if size >= 98:
        locator = _read(file, size - 42, 20)
        if locator[:4] == b"PK\6\7":
            at = int.from_bytes(locator[8:16], "little")
            if at + 56 <= size - 42:
                record = _read(file, at, 56)
                far_count, far_length, far_start = struct.unpack_from("<3Q", record, 32)
                if record[:4] == b"PK\6\6" and far_start + far_length == at:
                    return far_count, far_start, at, True
    if start + length != size - 22:
        return None
    return count, start, size - 22, False


def _records(file: BinaryIO, count: int, start: int, stop: int) -> list[_Record] | None:
    records: list[_Record] = []
    names: set[bytes] = set()
    at = start
    while at < stop:
        head = _read(file, at, 46)
        if len(head) < 46 or head[:4] != b"PK\1\2":
            return None
        fields = _LIST.unpack(head)
        flags, method = fields[3:5]
        crc, packed, size, name_size, extra_size, comment_size, disk = fields[7:14]
        raw = _read(file, at + 46, name_size)
        extra = _read(file, at + 46 + name_size, extra_size)
        (size, packed, offset), wide = _wide(extra, [size, packed, fields[16]])
        if disk or raw in names:
            return None
        names.add(raw)
        special = wide or bool(flags & 1) or method not in (0, 8)
        records.append(_Record(_text(raw), raw, flags, method, crc, packed, size, offset, special))
        if len(records) > MOST_NAMES:
            raise TooLargeError
        at += 46 + name_size + extra_size + comment_size
    return records if at == stop and len(records) == count else None


def _locate(file: BinaryIO, record: _Record) -> bool:
    """Hold a member's local header against the list; find where its data lie."""
    head = _read(file, record.at, 30)
    if len(head) < 30 or head[:4] != b"PK\3\4":
        return False
    fields = _LOCAL.unpack(head)
    flags, method = fields[2:4]
    crc, packed, size, name_size, extra_size = fields[6:11]
    if method != record.method or (flags ^ record.flags) & 9 or _read(file, record.at + 30, name_size) != record.raw:
        return False
    extra = _read(file, record.at + 30 + name_size, extra_size)
    (size, packed), wide = _wide(extra, [size, packed])
    record.special = record.special or wide
    record.begin = record.at + 30 + name_size + extra_size
    record.end = record.begin + record.packed
    stated = (crc, packed, size) == (record.crc, record.packed, record.size)
    if not stated and not (flags & 8 and crc == packed == size == 0):
        return False
    return record.method != 0 or bool(record.flags & 1) or record.packed == record.size


def _joins(file: BinaryIO, record: _Record, following: int) -> bool:
    """Whether nothing but what flag 8 announces stands between the data and what follows."""
    gap = following - record.end
    if not record.flags & 8:
        return gap == 0
    if gap == 0:
        head = _LOCAL.unpack(_read(file, record.at, 30))
        return bool((record.crc, record.packed, record.size) == head[6:9])
    tail = _read(file, record.end, gap) if gap in (12, 16, 20, 24) else b""
    if gap in (16, 24):
        if tail[:4] != b"PK\7\10":
            return False
        tail = tail[4:]
    if len(tail) == 12:
        return struct.unpack("<3L", tail) == (record.crc, record.packed & _ALL, record.size & _ALL)
    if len(tail) == 20 and struct.unpack("<L2Q", tail) == (record.crc, record.packed, record.size):
        record.special = True
        return True
    return False


def _sound(file: BinaryIO, size: int) -> Contents | None:
    found = _end_record(file, size)
    if found is None:
        return None
    count, start, stop, wide = found
    records = _records(file, count, start, stop)
    if records is None or not all(_locate(file, record) for record in records):
        return None
    at = 0
    for record, following in _pairs(sorted(records, key=lambda item: item.at), start):
        if record.at != at or not _joins(file, record, following):
            return None
        at = following
    if at != start:
        return None
    for record in records:
        if record.special:
            raise MethodError(record.whole)
    if wide:
        raise MethodError("")
    if sum(record.size for record in records) > MOST_BYTES:
        raise TooLargeError
    members = [
        Member(item.whole, item.raw, item.begin, item.packed, item.size, item.method, item.crc) for item in records
    ]
    return Contents(members, sound=True)


def _pairs(records: list[_Record], stop: int) -> list[tuple[_Record, int]]:
    following = [record.at for record in records[1:]] + [stop]
    return list(zip(records, following, strict=True)) if records else []


def package_folder(contents: Contents) -> str:
    """The folder of the package in a sound zip, with its slash, or none."""
    for name in ("data/ledger/evidence.txt", "data/dossier.pdf"):
        for member in contents.members:
            if member.whole.endswith(name):
                folder = member.whole[: -len(name)]
                if folder == "" or (folder.endswith("/") and folder.count("/") == 1):
                    return folder
    return first_folder(contents.members[0].whole) if contents.members else ""
