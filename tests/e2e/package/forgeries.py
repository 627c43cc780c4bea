"""Forgeries that one reader once took and another refused, or that all took: each changes a forged package in place."""

from __future__ import annotations

from random import Random

from tests.e2e.package.damages import note, tags_anew
from tests.e2e.package.forge import LEDGER, Forged, PartDraft, body, ref, sha

BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"


def more_in_bag_info(forged: Forged, random: Random) -> None:
    forged.files[BAG_INFO] += b"Contact-Name: %d\n" % random.randrange(99)
    tags_anew(forged)


def bag_info_without_end(forged: Forged, _: Random) -> None:
    forged.files[BAG_INFO] = forged.files[BAG_INFO].removesuffix(b"\n")
    tags_anew(forged)


def name_that_is_none(forged: Forged, random: Random) -> None:
    """A list of files may name nothing that a package cannot hold."""
    name = random.choice(["bilag-0009.png", "bilag-000.png", "bilag-009.exe", "bilag-1000000.png"])
    lines = forged.files[MANIFEST].decode().splitlines()
    lines.append(f"{sha(b'')}  data/exhibits/{name}")
    lines.sort(key=lambda line: line[66:])
    forged.files[MANIFEST] = "".join(f"{line}\n" for line in lines).encode()
    tags_anew(forged)


def true_for_one(forged: Forged, _: Random) -> None:
    part = forged.ledger.entries[0].part("genesis")
    part.body = part.body.replace(b'"format": 1', b'"format": true')


def parts_beyond_the_limit(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[9]
    names = [f"{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(65)]
    entry.parts = [PartDraft(name, body("note"), random.randbytes(32).hex()) for name in names]


def names_of_hidden_parts(forged: Forged, _: Random) -> None:
    """Lines for parts of which none is open: they would only tell what the entry is."""
    forged.write_ledger()
    entry = forged.ledger.entries[9]
    listed = "".join(f"part {part.name} {part.commitment} withheld\n" for part in entry.parts)
    line = f" {entry.hash}\n".encode()
    forged.files[LEDGER] = forged.files[LEDGER].replace(line, line + listed.encode(), 1)
    forged.relist()


def some_parts_of_an_entry(forged: Forged, random: Random) -> None:
    """Leave out one withheld part of an entry that shows others."""
    entry = forged.ledger.entries[random.choice([2, 4])]
    entry.parts = [part for part in entry.parts if part.state != "withheld"]


def closed_dossier(forged: Forged, _: Random) -> None:
    for part in forged.ledger.entries[10].parts:
        part.state = "withheld"


def erasure_of_what_comes_later(forged: Forged, _: Random) -> None:
    targets = [{**ref(7), "parts": ["text"]}, {**ref(9), "parts": ["text"]}]
    forged.ledger.entries[8].part("facts").body = body("tombstone", targets=targets)


def hash_put_back(forged: Forged, random: Random) -> None:
    """Other words, and over them the hash that the held code stands for."""
    held = forged.ledger.entries[9].hash
    forged.ledger.entries[9] = note(9, "noget andet", random)
    forged.ledger.reseal(9)
    forged.ledger.entries[9].hash = held


def count_and_more(forged: Forged, _: Random) -> None:
    forged.ledger.end = 12
    forged.write_ledger()
    forged.files[LEDGER] += b"\n"
    forged.relist()


def broken_after_wrong_words(forged: Forged, _: Random) -> None:
    """The entry cannot be read to its end, so that nothing is said of its first part."""
    part = forged.ledger.entries[2].part("facts")
    part.body = part.body.replace(b"13:03", b"13:04")
    forged.write_ledger()
    forged.files[LEDGER] = forged.files[LEDGER].replace(b"part window ", b"part Window ", 1)
    forged.relist()


def other_folder(forged: Forged, random: Random) -> None:
    code = "".join(random.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(8))
    forged.top = f"bevismappe-leder-{code}"


def clock_set_back(forged: Forged, random: Random) -> None:
    """Back by some days before the entry of an exhibit, and right again before the next."""
    day = random.randrange(10, 20)
    entry = forged.ledger.entries[3]
    entry.time = entry.time.replace("-23T", f"-{day}T")


def clock_of_1970(forged: Forged, _: Random) -> None:
    """The battery of the clock was empty, and two years too far, on an entry that shows nothing and the last one."""
    forged.ledger.entries[9].time = "1970-01-01T00:00:10.000Z"
    forged.ledger.entries[10].time = "2028-11-23T13:10:11.042Z"
