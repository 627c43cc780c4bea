"""Zips of a package by chance: ours, zipped anew in many ways, and broken."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from random import Random

from tests.e2e.package.damages import flip
from tests.e2e.package.forge import Forged, zip_of

Way = Callable[[Forged, Random], bytes]


def ours(forged: Forged, _: Random) -> bytes:
    return forged.zip()


def flipped(forged: Forged, random: Random) -> bytes:
    return flip(forged.zip(), random)


def flipped_in_the_list(forged: Forged, random: Random) -> bytes:
    data = forged.zip()
    return flip(data, random, data.index(b"PK\x01\x02"))


def flipped_header(forged: Forged, random: Random) -> bytes:
    data = forged.zip()
    at = data.index(b"PK\x03\x04", random.randrange(data.index(b"PK\x01\x02") // 2))
    return flip(data, random, at, at + 30)


def cut(forged: Forged, random: Random) -> bytes:
    data = forged.zip()
    return data[: random.choice([random.randrange(len(data)), len(data) - random.randint(1, 60)])]


def longer(forged: Forged, random: Random) -> bytes:
    data = forged.zip()
    at = random.choice([0, len(data), data.index(b"PK\x01\x02"), data.index(b"PK\x03\x04", 30)])
    return data[:at] + random.choice([b"x", b"PK\x03\x04", b"\x00" * 30]) + data[at:]


def another_order(forged: Forged, random: Random) -> bytes:
    names = sorted(forged.files)
    random.shuffle(names)
    return zip_of([(f"{forged.top}/{name}", forged.files[name]) for name in names])


def twice(forged: Forged, random: Random) -> bytes:
    names = forged.order()
    again = random.choice(names)
    return zip_of([(f"{forged.top}/{name}", forged.files[name]) for name in [*names, again]])


def another_folder(forged: Forged, random: Random) -> bytes:
    """All of it in another folder, or one of the files."""
    names = forged.order()
    tops = dict.fromkeys(names, random.choice([forged.top, "pakke", "a/b"]))
    tops[random.choice(names)] = random.choice(["other", forged.top, "a/b/c"])
    return zip_of([(f"{tops[name]}/{name}", forged.files[name]) for name in names])


def anew(forged: Forged, random: Random) -> bytes:
    """As another program zips it: deflated, with folders, with times, in another order or folder."""
    out = io.BytesIO()
    top = random.choice([f"{forged.top}/", "Fra Mette/", "", "a/b/"])
    method = random.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
    names = [*forged.files]
    if random.random() < 0.3:
        names += [".DS_Store", "__MACOSX/x", "more.txt"][: random.randint(1, 3)]
    with zipfile.ZipFile(out, "w", method) as again:
        if random.random() < 0.3:
            for folder in ("data/", "data/exhibits/", "data/ledger/", "empty/")[
                : random.randint(1, 4)
            ]:
                again.writestr(top + folder, b"")
        for name in names:
            info = zipfile.ZipInfo(top + name)
            info.compress_type = method
            if random.random() < 0.3:
                info.extra = b"UT\x05\x00\x03\x00\x00\x00\x60"
            again.writestr(info, forged.files.get(name, b"x"))
        again.comment = random.choice([b"", b"", b"", b"c"])
    return out.getvalue()


def anew_plainly(forged: Forged) -> bytes:
    """Deflated, in another folder, and else as it was."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
        for name, data in forged.files.items():
            again.writestr(zipfile.ZipInfo(f"pakke/{name}"), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def of_somebody_else() -> bytes:
    """A sound zip that is no package."""
    return zip_of([("holiday/list.txt", b"towel\n")])


def anew_and_flipped(forged: Forged, random: Random) -> bytes:
    data = anew(forged, random)
    return (
        flip(data, random)
        if random.random() < 0.6
        else flip(data, random, data.index(b"PK\x01\x02"))
    )


def other_method(forged: Forged, random: Random) -> bytes:
    if random.random() < 0.5:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as again:
            for name, data in forged.files.items():
                again.writestr(f"{forged.top}/{name}", data)
        return out.getvalue()
    changed = bytearray(forged.zip())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = changed.index(mark)
        struct.pack_into("<H", changed, place + at, 1)  # says that it is encrypted
    return bytes(changed)


def no_zip(forged: Forged, random: Random) -> bytes:
    return random.choice(
        [b"", b"PK", b"PK\x05\x06" + b"\x00" * 18, forged.files.get("data/dossier.pdf", b"x")]
    )


WAYS: tuple[Way, ...] = (
    *(ours, ours, flipped, flipped_in_the_list, flipped_header, cut, longer, another_order, twice),
    *(another_folder, anew, anew, anew, anew_and_flipped, anew_and_flipped, other_method, no_zip),
)
