"""Changes by chance of what only packages of format 2 hold: its lists, its files, somebody else's log, its parts."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

from tests.e2e.package import variant_ledgers
from tests.e2e.package.damages import flip
from tests.e2e.package.forge import CHAIN, Forged, ref
from tests.e2e.package.forge_more import FILM, FOREIGN, INDEX, TABLE, TOKEN, WITNESS, foreign_log

_PATHS = (
    *(
        INDEX,
        TABLE,
        TOKEN,
        WITNESS,
        FILM,
        FOREIGN,
        "data/tables/-a.csv",
        "data/tables/a.xlsx",
        "data/tables/A.csv",
    ),
    *(
        "data/tables/" + "a" * 41 + ".csv",
        "data/tokens/010.tsr",
        "data/tokens/0.tsr",
        "data/tokens/10.exe",
    ),
    *(
        "data/tokens/a/b.tsr",
        "data/media/bilag-003.mp4",
        "data/media/bilag-1.mp4",
        "data/ledger/foreign-0.txt",
    ),
    *(
        "data/ledger/foreign-99.txt",
        "data/ledger/foreign-100.txt",
        "data/index.htm",
        "data/tables/.csv",
    ),
    *(
        "data/witness/4.png",
        "data/exhibits/bilag-001.png",
        "data/tables/a.b.csv",
        "data/media/.DS_Store",
    ),
)
_VALUES: tuple[Any, ...] = (
    *(None, True, 0, 1, 5, 10, 12, -1, "", "0" * 64, "f" * 32, CHAIN, [], {}, "a" * 64),
    *(ref(2), ref(4), ref(10), ref(11), ref(12), ref(99), *_PATHS),
)


def _package(forged: Forged) -> Any:
    return next((part for part in forged.ledger.entries[-1].parts if part.name == "package"), None)


def _finish(forged: Forged, random: Random) -> None:
    at = len(forged.ledger.entries) - 1
    forged.ledger.reseal(at)
    forged.write_ledger()
    if random.random() < 0.9:
        forged.relist()


def extra_lists(forged: Forged, random: Random) -> None:
    """The part that lists it all says something else."""
    part = _package(forged)
    if part is None:
        return
    value = json.loads(part.body)
    name = random.choice(["made", "entries", "chains"])
    items = value.get(name)
    match random.randrange(9):
        case 0:
            value[name] = random.choice([None, {}, [], [None], "x"])
        case 1:
            del value[name]
        case 2 if items:
            items.append(items[0])
        case 3 if items:
            items.reverse()
        case 4:
            value["kind"] = random.choice(["note", "dossier", "dossier_files"])
        case 5:
            value["version"] = 2
        case 6:
            part.state = random.choice(["withheld", "erased"])
        case _ if items:
            item = random.choice(items)
            key = random.choice(sorted(item))
            item[key] = random.choice(_VALUES)
    part.body = json.dumps(value).encode()
    _finish(forged, random)


def extra_files(forged: Forged, random: Random) -> None:
    """Some of the files are others, gone or too many."""
    there = [name for name in (INDEX, TABLE, TOKEN, WITNESS, FILM, FOREIGN) if name in forged.files]
    for _ in range(random.randint(1, 2)):
        name = random.choice(there)
        match random.randrange(4):
            case 0:
                forged.files.pop(name, None)
            case 1 if name in forged.files:
                forged.files[name] = flip(forged.files[name], random)
            case 2 if name in forged.files:
                forged.files[name] += b"more\n"
            case _:
                forged.files[random.choice(_PATHS)] = b"x"
    if random.random() < 0.8:
        forged.relist()


def foreign_logs(forged: Forged, random: Random) -> None:
    """Somebody else's log is changed as the own one can be, and listed as it is then or as it was."""
    if _package(forged) is None:
        return
    other = foreign_log()
    random.choice(variant_ledgers.CHANGES)(other, random)
    forged.files[FOREIGN] = other.files["data/ledger/evidence.txt"]
    if random.random() < 0.7:
        value = json.loads(_package(forged).body)
        last = other.ledger.entries[-1]
        value["chains"][0] |= {
            "seq": last.seq,
            "hash": last.hash,
            "size": len(forged.files[FOREIGN]),
        }
        _package(forged).body = json.dumps(value).encode()
    _finish(forged, random)


def counts(forged: Forged, random: Random) -> None:
    """It is one of several parts, or says so wrongly."""
    forged.count = random.choice(
        [
            "1 of 2",
            "2 of 2",
            "99 of 99",
            "3 of 2",
            "0 of 1",
            "1 of 100",
            "1 of 1 ",
            "01 of 2",
            "1  of 2",
            "one of two",
        ]
    )
    if random.random() < 0.4:
        forged.files.pop(random.choice([FILM, TABLE, "data/exhibits/bilag-001.png"]), None)
    forged.relist()


def formats(forged: Forged, random: Random) -> None:
    """The number is that of the other format, and all else stays."""
    forged.form = random.choice([1, 2, 3])
    forged.relist()


def media(forged: Forged, random: Random) -> None:
    """The film comes from another entry, or is of another kind."""
    film = next(
        (each for each in forged.ledger.entries if b"video/webm" in each.parts[-1].body), None
    )
    if film is None:
        return
    facts = film.facts()
    facts |= random.choice(
        [{"parent": ref(3)}, {"parent": ref(99)}, {"kind": "note"}, {"kind": "view"}]
    )
    film.part("facts").body = json.dumps(facts).encode()
    for part in film.parts:
        part.state = random.choice(["open", "open", "withheld"])
    forged.ledger.reseal(film.seq)
    forged.write_ledger()
    forged.relist()


CHANGES: tuple[Callable[[Forged, Random], None], ...] = (
    *(extra_lists, extra_lists, extra_lists, extra_files, extra_files, foreign_logs, foreign_logs),
    *(counts, formats, media),
)
