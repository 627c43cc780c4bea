"""Changes of a log by chance: of its lines, its entries, its parts and what stands in them."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.e2e.package.damages import flip
from tests.e2e.package.forge import (
    CHAIN,
    LEDGER,
    EntryDraft,
    Forged,
    LedgerDraft,
    PartDraft,
    body,
    object_body,
    ref,
)

Change = Callable[[Forged, Random], None]
_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, 2, 3, 9, 10, -1, 1000, 2**53, "", "x", [], {}, [None], [[]]),
    *(
        ref(1),
        ref(2),
        ref(4),
        ref(9),
        ref(10),
        ref(0),
        ref(2, "f" * 32),
        {"chain": CHAIN, "seq": "2"},
    ),
    *(
        "image/png",
        "text/plain",
        "application/pdf",
        "data/exhibits/bilag-001.png",
        "data/originals/bilag-003.eml",
    ),
    *(
        "note",
        "file",
        "capture",
        "working_copy",
        "view",
        "dossier",
        "tombstone",
        "object",
        "genesis",
        "private",
    ),
)
_RAW = (
    *(b'{"kind":"note","version":1,"a":1.5}', b'{"kind":"note","version":1,"kind":"note"}'),
    *(
        b'{"version":1,"kind":"note"}',
        b'{"kind":"note","version":0}',
        b'{"kind":"note","version":true}',
    ),
    *(
        b' {"kind":"note","version":1}',
        b'{"kind":"note","version":1} ',
        b'{"kind":"note",\t"version":1\r}',
    ),
    *(
        b'{"kind":"note","version":1,"a":"\\ud800"}',
        b'{"kind":"note","version":1,"a":"\\ud83d\\ude00"}',
    ),
    *(b'{"kind":"note","version":1,"a":"\xff"}', b'{"kind":"note","version":1,"a":"\x01"}'),
    *(
        b'{"kind":"note","version":1,"a":-0}',
        b'{"kind":"note","version":1,"a":01}',
        b"{}",
        b"[]",
        b"null",
        b"",
    ),
    *(b'{"kind":"note","version":1,"a":' + b"[" * 31 + b"]" * 31 + b"}",),
    *(b'{"kind":"note","version":1,"a":' + b"[" * 32 + b"]" * 32 + b"}",),
    *(b'{"kind":"note","version":1,"a":9007199254740993}', b'{"kind":"note","version":1,}'),
    *(
        b'{"kind":"note","version":1,"a":"\\x"}',
        b'{"kind":"note","version":1}x',
        b'{"\\u006bind":"note","version":1}',
    ),
)


def _write(forged: Forged, random: Random, start: int) -> None:
    """Write the log, most often with every hash from there on made anew, and fix up the lists or not."""
    if random.random() < 0.7:
        forged.ledger.reseal(start)
    forged.write_ledger()
    if random.random() < 0.85:
        forged.relist()


def _place(forged: Forged, random: Random) -> int:
    """A place, the last one more often."""
    last = len(forged.ledger.entries) - 1
    return last if random.random() < 0.35 else random.randint(0, last)


def lines(forged: Forged, random: Random) -> None:
    text = forged.files[LEDGER].split(b"\n")
    at = random.randrange(len(text) - 1)
    words = text[at].split(b" ")
    word = random.randrange(len(words))
    match random.randrange(10):
        case 0:
            del text[at]
        case 1:
            text.insert(at, text[at])
        case 2:
            text[at], text[at - 1] = text[at - 1], text[at]
        case 3:
            text[at] = text[at].replace(b" ", b"  ", 1)
        case 4:
            text[at] += random.choice([b" ", b"\r", b"x", b"0"])
        case 5:
            words[word] = words[word].upper()
            text[at] = b" ".join(words)
        case 6:
            words[word] = random.choice(random.choice(text[:-1]).split(b" "))
            text[at] = b" ".join(words)
        case 7:
            text = text[:at]
        case 8:
            text = [*text[:at], text[at][: len(text[at]) // 2]]
        case _:
            text = [*text, random.choice([b"", b"x", b"end 3"])]
    forged.files[LEDGER] = b"\n".join(text)
    if random.random() < 0.85:
        forged.relist()


def bodies(forged: Forged, random: Random) -> None:
    """One value somewhere in a body becomes another, or goes, or comes."""
    at = _place(forged, random)
    part = random.choice(forged.ledger.entries[at].parts)
    value = json.loads(part.body)
    holder, key = random.choice(list(_holders(value)))
    other = random.choice(_VALUES)
    match random.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.append(holder[key])
        case _:
            holder[key] = other
    part.body = json.dumps(value, ensure_ascii=False).encode()
    _write(forged, random, at)


def _holders(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    for key, inside in value.items() if isinstance(value, dict) else enumerate(value):
        found.append((value, key))
        if isinstance(inside, dict | list):
            found += _holders(inside)
    return found


def raw_bodies(forged: Forged, random: Random) -> None:
    at = _place(forged, random)
    part = random.choice(forged.ledger.entries[at].parts)
    if random.random() < 0.5:
        part.body = random.choice(_RAW)
    else:
        part.body = flip(part.body, random).replace(b"\n", b" ")
    _write(forged, random, at)


def states(forged: Forged, random: Random) -> None:
    """What is open is closed, or called erased, or the other way round."""
    for _ in range(random.randint(1, 3)):
        at = _place(forged, random)
        part = random.choice(forged.ledger.entries[at].parts)
        part.state = random.choice(["open", "withheld", "erased"])
    _write(forged, random, 0)


def entries(forged: Forged, random: Random) -> None:
    listed = forged.ledger.entries
    at = random.randrange(len(listed))
    new = EntryDraft(
        at, listed[at].time, [PartDraft("facts", body("note"), random.randbytes(32).hex())]
    )
    match random.randrange(6):
        case 0 if len(listed) > 1:
            del listed[at]
        case 1:
            listed.insert(at, new)
        case 2:
            listed[at], listed[at - 1] = listed[at - 1], listed[at]
        case 3:
            listed[at].time = random.choice(
                [
                    "2026-02-30T00:00:00.000Z",
                    "1999-12-31T23:59:59.999Z",
                    "2026-11-23T13:00:11.041Z",
                    "2026-11-23",
                ]
            )
        case 4:
            listed[at].seq = random.choice([0, 1, at + 1, 999999999])
        case _:
            forged.ledger.end = random.choice([0, len(listed) - 1, len(listed) + 1])
    if not listed:
        forged.ledger = LedgerDraft([new])
    _write(forged, random, random.choice([0, at]))


def parts(forged: Forged, random: Random) -> None:
    at = _place(forged, random)
    listed = forged.ledger.entries[at].parts
    part = random.choice(listed)
    match random.randrange(6):
        case 0:
            listed.remove(part)
        case 1:
            listed.reverse()
        case 2:
            part.name = random.choice(
                ["genesis", "object", "facts", "text", "a" * 32, "a" * 33, "A"]
            )
        case 3:
            listed.append(PartDraft("more", body("more"), random.randbytes(32).hex()))
        case 4:
            kind = random.choice(["image/png", "text/html", "video/mp4", "x/y", "IMAGE/PNG"])
            made = PartDraft("object", object_body(b"%d" % at, kind), random.randbytes(32).hex())
            listed[:] = [*(each for each in listed if each.name != "object"), made]
        case _:
            part.salt = random.randbytes(32).hex()
    _write(forged, random, at)


def hashes(forged: Forged, random: Random) -> None:
    """One of an entry's own numbers is another."""
    entry = random.choice(forged.ledger.entries)
    which = random.choice(["previous", "parts_hash", "hash"])
    setattr(
        entry,
        which,
        random.choice([random.randbytes(32).hex(), "0" * 64, forged.ledger.entries[0].hash]),
    )
    forged.write_ledger()
    forged.relist()


def tombstones(forged: Forged, random: Random) -> None:
    """An erasure names other things."""
    drafts = forged.ledger.entries
    at = next(entry.seq for entry in drafts if b"tombstone" in entry.parts[0].body)
    names = ["text", "facts", "source", "object", "genesis", "none"]
    targets: list[Any] = [
        random.choice(
            [
                {
                    **ref(random.randrange(len(drafts))),
                    "parts": random.sample(names, random.randint(0, 2)),
                },
                {**ref(1, "e" * 32), "parts": ["text"]},
                {"chain": CHAIN, "seq": random.choice(["1", True, None, -1]), "parts": ["text"]},
                {**ref(1), "parts": random.choice(["text", [1], None, {}])},
                random.choice([None, 1, []]),
            ]
        )
        for _ in range(random.randint(0, 3))
    ]
    drafts[at].parts[0].body = body(
        "tombstone", targets=random.choice([targets, targets, targets, {}, None])
    )
    _write(forged, random, at)


def numbers(forged: Forged, random: Random) -> None:
    """Exhibits get other numbers everywhere, as in a case with many: sound, if the numbers are."""
    renumber(forged, random.choice([1, 7, 98, 997, 999, 100000, 999996, 1000000]))


def renumber(forged: Forged, add: int) -> None:
    """Add so much to the number of each exhibit, in the log and in the names of the files."""
    entry = forged.ledger.entries[-1]
    facts: dict[str, Any] = entry.facts()
    for item in facts["exhibits"]:
        item["number"] += add
    names = {}
    for name in forged.files:
        start, found, end = name.partition("/bilag-")
        number, _, ending = end.partition(".")
        names[name] = f"{start}/bilag-{int(number) + add:03d}.{ending}" if found else name
    forged.files = {names[name]: data for name, data in forged.files.items()}
    for item in facts.get("files") or ():
        item |= {"number": item["number"] + add, "path": names.get(item["path"], item["path"])}
    entry.part("facts").body = json.dumps(facts).encode()
    forged.ledger.reseal(entry.seq)
    forged.write_ledger()
    forged.relist()


def without_files(forged: Forged, random: Random) -> None:
    """Some of the exhibits' files do not go along, and the list says so; or there is no list."""
    entry = forged.ledger.entries[-1]
    facts: dict[str, Any] = entry.facts()
    listed = facts.get("files") or []
    kept = [item for item in listed if random.random() < 0.5]
    for item in listed:
        if item not in kept:
            forged.files.pop(item["path"], None)
            for part in forged.ledger.entries[item["entry"]["seq"]].parts:
                part.state = "withheld" if part.name == "object" else part.state
    facts["files"] = random.choice([kept, kept, kept, None, list(reversed(kept))])
    entry.part("facts").body = json.dumps(facts).encode()
    forged.ledger.reseal(entry.seq)
    forged.write_ledger()
    forged.relist()


CHANGES: tuple[Change, ...] = (
    *(lines, lines, bodies, bodies, bodies, raw_bodies, states, entries, parts),
    *(hashes, tombstones, numbers, without_files),
)
