"""Zips: the exact form, other sound forms, and what is left of broken ones."""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from tests.second_reader.names import is_known, rank, tail_of

MOST_NAMES = 20_000
MOST_BYTES = 4_294_836_224
LONGEST_NAME = 400
LONGEST_LIST = 64 * 1024 * 1024
_ALL = 0xFFFFFFFF

_LOCAL = struct.Struct("<4s5H3L2H")
_LIST = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class TooLargeError(Exception):
    """More names or bytes than a package can have."""


class NotOursError(Exception):
    """The first bytes are no local header."""


class MethodError(Exception):
    """A zip with ZIP64, encryption or another method, sound until there; holds the member's name."""


@dataclass(frozen=True)
class Member:
    """A file in a zip and where its data lie."""

    whole: str
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
    return raw.decode("latin-1")


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
    records: list[bytes] = []
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
        whole = _text(raw[:LONGEST_NAME])
        folder = first_folder(whole) if folder is None else folder
        fine = (
            fields[1:6] == (20, 0, 0, 0, 0x21)
            and packed == length
            and extra_size == 0
            and name_size <= LONGEST_NAME
            and first_folder(whole) == folder
            and tail_of(folder[:-1]) is not None
        )
        if not fine:
            forms.append(inner(whole))
        begin = at + 30 + name_size + extra_size
        if begin + packed > size:
            cuts.append(inner(whole))
            break
        members.append(Member(whole, begin, packed, packed, 0, crc))
        records.append(_record_for(at, crc, packed, length, raw))
        at = begin + packed
    else:
        return Contents(members)
    if not cuts:
        _compare_list(file, at, members, records, forms, cuts)
        names = dict.fromkeys(inner(member.whole) for member in members)
        inside = [name for name in names if is_known(name, 2)]
        if inside != sorted(inside, key=rank):
            forms.append(None)
    exact = not forms and not cuts
    return Contents(members, exact, exact, folder or "", list(dict.fromkeys(forms)), cuts)


def _record_for(at: int, crc: int, packed: int, size: int, raw: bytes) -> bytes:
    """The record in the list that follows from a header."""
    fields = (
        0x0314,
        20,
        0,
        0,
        0,
        0x21,
        crc,
        packed,
        size,
        len(raw),
        0,
        0,
        0,
        0,
        0o100644 << 16,
        at,
    )
    return _LIST.pack(b"PK\1\2", *fields) + raw


def _compare_list(
    file: BinaryIO,
    start: int,
    members: list[Member],
    records: list[bytes],
    forms: list[str | None],
    cuts: list[str | None],
) -> None:
    count, size = len(records), sum(map(len, records))
    end = _END.pack(b"PK\5\6", 0, 0, count & 0xFFFF, count & 0xFFFF, size, start, 0)
    wanted = b"".join(records) + end
    found = _read(file, start, len(wanted) + 1)
    if found == wanted:
        return
    if wanted.startswith(found):
        cuts.append(None)
        return
    at = 0
    for member, record in zip(members, records, strict=True):
        if found[at : at + len(record)] != record:
            forms.append(inner(member.whole))
            return
        at += len(record)
    forms.append(None)


@dataclass
class _Record:
    raw: bytes
    flags: int
    method: int
    stated: tuple[int, int, int]
    at: int
    begin: int = 0


def _end_record(file: BinaryIO, size: int) -> tuple[int, int] | None:
    """How many members there are, and where the list is."""
    if size < 22:
        return None
    fields = _END.unpack(_read(file, size - 22, 22))
    if fields[0] != b"PK\5\6":
        return None
    if _read(file, size - 42, 4) == b"PK\6\7":
        raise MethodError("")
    count, length, start = fields[4:7]
    if fields[1] or fields[2] or fields[3] != count or fields[7] or start + length != size - 22:
        return None
    if count > MOST_NAMES or length > LONGEST_LIST:
        raise TooLargeError
    return count, start


def _records(file: BinaryIO, count: int, start: int, stop: int) -> list[_Record] | None:
    records: list[_Record] = []
    at = start
    while at < stop:
        head = _read(file, at, 46)
        if len(head) < 46 or head[:4] != b"PK\1\2":
            return None
        fields = _LIST.unpack(head)
        name_size, extra_size, comment_size = fields[10:13]
        raw = _read(file, at + 46, name_size)
        records.append(_Record(raw, fields[3], fields[4], fields[7:10], fields[16]))
        at += 46 + name_size + extra_size + comment_size
    return records if at == stop and len(records) == count else None


def _end_of(file: BinaryIO, record: _Record) -> int | None:
    """Where a member ends whose local header says what the list says."""
    head = _read(file, record.at, 30)
    if len(head) < 30 or head[:4] != b"PK\3\4":
        return None
    fields = _LOCAL.unpack(head)
    flags, method = fields[2:4]
    name_size, extra_size = fields[9:11]
    named = _read(file, record.at + 30, name_size) == record.raw
    if not named or method != record.method or (flags ^ record.flags) & 9:
        return None
    wide = _ALL in (*fields[7:9], *record.stated[1:])
    if wide or flags & 1 or method not in (0, 8):
        raise MethodError(_text(record.raw))
    later = flags & 8
    if fields[6:9] != record.stated and not (later and not any(fields[6:9])):
        return None
    _, packed, size = record.stated
    if method == 0 and packed != size:
        return None
    record.begin = record.at + 30 + name_size + extra_size
    end = record.begin + packed
    if later:
        end += 4 if _read(file, end, 4) == b"PK\7\10" else 0
        if _read(file, end, 12) != struct.pack("<3L", *record.stated):
            return None
        end += 12
    return end


def _sound(file: BinaryIO, size: int) -> Contents | None:
    found = _end_record(file, size)
    if found is None:
        return None
    count, start = found
    records = _records(file, count, start, size - 22)
    if records is None:
        return None
    at: int | None = 0
    for record in sorted(records, key=lambda item: item.at):
        at = _end_of(file, record) if record.at == at else None
        if at is None:
            return None
    if at != start:
        return None
    if sum(record.stated[2] for record in records) > MOST_BYTES:
        raise TooLargeError
    members = [
        Member(
            _text(item.raw), item.begin, item.stated[1], item.stated[2], item.method, item.stated[0]
        )
        for item in records
    ]
    return Contents(members, sound=True)


def package_folder(contents: Contents) -> str:
    """The folder of the package in a sound zip, with its slash, or none."""
    for name in ("data/ledger/evidence.txt", "data/dossier.pdf"):
        for member in contents.members:
            if member.whole.endswith(name):
                folder = member.whole[: -len(name)]
                if folder == "" or (folder.endswith("/") and folder.count("/") == 1):
                    return folder
    return first_folder(contents.members[0].whole) if contents.members else ""
