"""Zips in the corners of the format; see ``variant_corners``."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from tests.e2e.package.forge import Forged, small, zip_of
from tests.e2e.package.forge_more import FILM

_FIRST = "LAES-MIG.txt"


def _members(forged: Forged, top: str | None = None) -> list[tuple[str, bytes]]:
    before = f"{forged.top}/" if top is None else top
    return [(before + name, forged.files[name]) for name in forged.order()]


def anew(
    members: list[tuple[str, bytes]],
    *,
    flags: int = 0,
    told: bool = True,
    behind: bool = False,
    short: int = 0,
    stated: int = 8,
) -> bytes:
    """Deflated as another program does it.

    Args:
        members: whole names and contents; empty folders are stored.
        flags: of each file.
        told: whether the headers tell checksum and sizes.
        behind: whether they stand behind the data.
        short: by how much the stated size of the first file is too small.
        stated: the method that is stated of the first file, and of the others 8.
    """
    out, listing = b"", b""
    for at, (name, data) in enumerate(members):
        packer = zlib.compressobj(wbits=-15)
        packed, raw = packer.compress(data) + packer.flush(), name.encode()
        file = not name.endswith("/")
        if not file:
            packed = data
        totals = (zlib.crc32(data), len(packed), len(data) - (0 if at else short))
        mine, method = (flags, 8 if at else stated) if file else (0, 0)
        fields = (20, mine, method, 1, 0x5B21)
        shown = totals if told or not file else (0, 0, 0)
        listing += struct.pack("<4sH5H3L", b"PK\x01\x02", 0x0314, *fields, *totals)
        listing += struct.pack("<5H2L", len(raw), 0, 0, 0, 0, 0, len(out)) + raw
        out += struct.pack("<4s5H3L2H", b"PK\x03\x04", *fields, *shown, len(raw), 0) + raw + packed
        if behind and file:
            out += b"PK\x07\x08" + struct.pack("<3L", *totals)
    end = (0, 0, len(members), len(members), len(listing), len(out), 0)
    return out + listing + struct.pack("<4s4H2LH", b"PK\x05\x06", *end)


def a_stranger_anywhere() -> bytes:
    return zip_of([*_members(small()), (f"{small().top}/more.txt", b"x")])


def names_that_are_not_ascii() -> bytes:
    return zip_of([*_members(small()), (f"{small().top}/æ.txt", b"x")])


def a_folder_in_our_own_form() -> bytes:
    return zip_of([(f"{small().top}/data/", b""), *_members(small())])


def a_known_name_twice_at_the_end() -> bytes:
    return zip_of([*_members(small()), (f"{small().top}/{_FIRST}", b"x")])


def a_known_name_twice_zipped_anew() -> bytes:
    return anew([*_members(small()), (f"{small().top}/{_FIRST}", b"x")])


def a_folder_that_only_ends_so() -> bytes:
    return anew(_members(small(), "foo"))


def as_macos_zips_it() -> bytes:
    """Its folder, what it keeps beside that, and the sizes behind the data."""
    top = small().top
    mac = [(f"__MACOSX/{top}/._{_FIRST}", b"x"), (f"{top}/.DS_Store", b"x"), (".DS_Store", b"x")]
    members = [(f"{top}/", b""), *_members(small()), *mac]
    return anew(members, flags=8, told=False, behind=True)


def system_files_in_strange_folders() -> bytes:
    names = ("notes/Thumbs.db", "data/notes/Thumbs.db")
    return anew([*_members(small()), *[(f"{small().top}/{name}", b"x") for name in names]])


def folders_beside_ours() -> bytes:
    return anew([("data/", b""), ("other/", b""), *_members(small(), "pakke/")])


def sizes_told_twice() -> bytes:
    return anew(_members(small()), flags=8, behind=True)


def sizes_to_be_told_and_not_there() -> bytes:
    return anew(_members(small()), flags=8)


def a_size_that_is_too_small() -> bytes:
    return anew(_members(small()), short=2)


def another_method_and_no_sound_zip() -> bytes:
    data = bytearray(anew(_members(small()), stated=12))
    data[data.rindex(b"PK\x03\x04") + 14] ^= 1  # the last header's checksum
    return bytes(data)


def another_method_in_the_last_file() -> bytes:
    first, *others = _members(small())
    data = bytearray(anew([*others, first]))
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        struct.pack_into("<H", data, data.rindex(mark) + at, 12)
    data[data.index(b"PK\x03\x04") + 14] ^= 1  # what comes before is not sound
    return bytes(data)


def a_far_end_and_nothing_else() -> bytes:
    data = small().zip()
    return data[:-22] + b"PK\x06\x07" + bytes(16) + data[-22:]


def a_broken_zip_without_folders() -> bytes:
    return zip_of(_members(small(), "")) + b"x"


def a_broken_zip_whose_first_file_has_no_folder() -> bytes:
    return zip_of([("more.txt", b"x"), *_members(small())]) + b"x"


def cut_in_a_name() -> bytes:
    data = small().zip()
    return data[: data.index(b"README.txt") + 3]


def cut_in_the_mark_of_a_header() -> bytes:
    data = small().zip()
    return data[: data.index(b"PK\x03\x04", 4) + 3]


def cut_in_the_first_file() -> bytes:
    data = small().zip()
    return data[: data.index(b"PK\x03\x04", 4) - 1]


def cut_and_in_another_order() -> bytes:
    data = zip_of(_members(small())[::-1])
    return data[: data.rindex(b"PK\x03\x04") + 12]


def a_film_in_format_1() -> bytes:
    forged = small()
    forged.files[FILM] = b"x"
    return forged.zip() + b"x"


def a_film_of_format_2_in_another_order() -> bytes:
    film = (f"{small().top}/{FILM}", b"x")
    return zip_of([film, *_members(small())])


ZIPS: tuple[Callable[[], bytes], ...] = (
    a_stranger_anywhere,
    names_that_are_not_ascii,
    a_folder_in_our_own_form,
    a_known_name_twice_at_the_end,
    a_known_name_twice_zipped_anew,
    a_folder_that_only_ends_so,
    as_macos_zips_it,
    system_files_in_strange_folders,
    folders_beside_ours,
    sizes_told_twice,
    sizes_to_be_told_and_not_there,
    a_size_that_is_too_small,
    another_method_and_no_sound_zip,
    another_method_in_the_last_file,
    a_far_end_and_nothing_else,
    a_broken_zip_without_folders,
    a_broken_zip_whose_first_file_has_no_folder,
    cut_in_a_name,
    cut_in_the_mark_of_a_header,
    cut_in_the_first_file,
    cut_and_in_another_order,
    a_film_in_format_1,
    a_film_of_format_2_in_another_order,
)
