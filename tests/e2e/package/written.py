"""Packages as the program writes them, for each recipient, and thirty-six seeded ways to damage one.

``python -m tests.e2e.package.written`` damages every recipient's package in every way and compares the verdicts of the
program, verify.py and verify.sh.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.actions.add_file import add_bytes
from app.actions.hand_over import HandedOver, hand_over
from app.actions.mark_and_redact import mark_and_redact
from app.actions.open_case import OpenCase
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NoteFacts
from app.dossier import Choices
from app.markup import Box, Redaction
from evidence_store import Verdict
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.verifiers import Verifier, ask_app, ask_py, ask_sh, load_verify_py
from tests.unit.actions.acting import captured
from tests.worlds import FONT, World, order
from tests.written import record_incident, write_note

RECIPIENTS = (
    *("manager", "safety_rep", "shop_steward", "union_consultant"),
    *("police", "insurer", "own_copy"),
)
MAIL = b"From: a@example.invalid\r\nSubject: hej\r\n\r\n" + b"hej\r\n" * 40
Files = dict[str, bytes]


def a_case(folder: Path) -> OpenCase:
    """Two captures, one covered; a mail; an event; notes."""
    world = World(folder)
    case = world.begin(world.make_vault(), "=Min sag")
    first = captured(case)
    second = captured(case, 7)
    mark_and_redact(
        case, second, marks=(), redactions=(Redaction(Box(5, 5, 30, 20), "Navn"),), font=FONT
    )
    add_bytes(case, MAIL, origin="brev.eml")
    record_incident(
        case,
        IncidentFacts(url="https://facebook.example/1", exhibits=(first.original,)),
        IncidentSender(),
        IncidentSenderName(),
        IncidentText(quote="=HYPERLINK(1) <b>fed</b>"),
    )
    write_note(case, "en neutral note", NoteFacts())
    return case


def give(case: OpenCase, recipient: str, target: Path, limit: int = 0) -> HandedOver:
    """The package for one recipient, with the mail."""
    choices = Choices(originals=(3,))
    return hand_over(case, order(recipient, choices=choices), target, limit=limit)


def files_in(package: Path) -> Files:
    """The files of a zip by the path in its folder."""
    with zipfile.ZipFile(package) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def unpack(files: Files, folder: Path) -> Path:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def relist(files: Files) -> None:
    """Make both lists fit the files."""
    lists = ("manifest-sha256.txt", "tagmanifest-sha256.txt")
    for name in lists:
        rows = sorted(
            path
            for path in files
            if path != lists[1] and path.startswith("data/") is (name == lists[0])
        )
        files[name] = "".join(
            f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in rows
        ).encode()


Damage = Callable[[Files, Random], None]
LEDGER = "data/ledger/evidence.txt"
TABLE = "data/tables/records.csv"


def _flip(start: str) -> Damage:
    def damage(files: Files, random: Random) -> None:
        path = random.choice(sorted(each for each in files if each.startswith(start)))
        data = bytearray(files[path])
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        files[path] = bytes(data)

    return damage


def _delete(start: str) -> Damage:
    def damage(files: Files, random: Random) -> None:
        del files[random.choice(sorted(each for each in files if each.startswith(start)))]

    return damage


def _add(path: str) -> Damage:
    def damage(files: Files, random: Random) -> None:
        files[path] = random.randbytes(40)

    return damage


def _swap(one: str, other: str) -> Damage:
    def damage(files: Files, _: Random) -> None:
        files[one], files[other] = files[other], files[one]

    return damage


def _rename(files: Files, random: Random) -> None:
    path = random.choice(sorted(each for each in files if each.startswith("data/exhibits/")))
    files["data/exhibits/bilag-123." + path.rpartition(".")[2]] = files.pop(path)


def _line(
    start: str, change: Callable[[list[str], Random], list[str]], *, last: bool = False
) -> Damage:
    """Change a line of the log that begins so."""

    def damage(files: Files, random: Random) -> None:
        lines = files[LEDGER].decode().split("\n")
        found = [
            at for at, line in enumerate(lines) if line.startswith(start) and " 0 " not in line[:9]
        ]
        at = found[-1] if last else random.choice(found)
        lines[at : at + 1] = [" ".join(change(lines[at].split(" "), random))]
        files[LEDGER] = "\n".join(lines).encode()

    return damage


def _hex(place: int) -> Callable[[list[str], Random], list[str]]:
    def change(words: list[str], random: Random) -> list[str]:
        other = random.randbytes(32).hex()
        return [*words[:place], other, *words[place + 1 :]]

    return change


def _open_part(change: Callable[[list[str], Random], list[str]]) -> Damage:
    def damage(files: Files, random: Random) -> None:
        lines = files[LEDGER].decode().split("\n")
        at = random.choice(
            [n for n, line in enumerate(lines) if line.startswith("part ") and " open " in line]
        )
        lines[at] = " ".join(change(lines[at].split(" "), random))
        files[LEDGER] = "\n".join(lines).encode()

    return damage


def _body(files: Files, random: Random) -> None:
    lines = files[LEDGER].decode().split("\n")
    at = random.choice(
        [n for n, line in enumerate(lines) if line.startswith("body ") and '"facts"' not in line]
    )
    lines[at] = lines[at][:-1] + ',"more":1}'
    files[LEDGER] = "\n".join(lines).encode()


def _later(words: list[str], _: Random) -> list[str]:
    return [*words[:2], "2027" + words[2][4:], *words[3:]]


def _drop_entry(files: Files, random: Random) -> None:
    lines = files[LEDGER].decode().split("\n")
    starts = [n for n, line in enumerate(lines) if line.startswith(("entry ", "end "))]
    first = random.randrange(1, len(starts) - 2)
    del lines[starts[first] : starts[first + 1]]
    files[LEDGER] = "\n".join(lines).encode()


def _cut(files: Files, random: Random) -> None:
    data = files[LEDGER]
    files[LEDGER] = data[: random.randrange(200, len(data) - 1)]


def _bag(old: bytes, new: bytes) -> Damage:
    def damage(files: Files, _: Random) -> None:
        assert old in files["bag-info.txt"]
        files["bag-info.txt"] = files["bag-info.txt"].replace(old, new)

    return damage


def _drop_line(files: Files, random: Random) -> None:
    lines = files["manifest-sha256.txt"].splitlines(keepends=True)
    del lines[random.randrange(len(lines))]
    files["manifest-sha256.txt"] = b"".join(lines)


AS_THEY_ARE: dict[str, Damage] = {
    "dossier flipped": _flip("data/dossier"),
    "exhibit flipped": _flip("data/exhibits/"),
    "original flipped": _flip("data/originals/"),
    "page flipped": _flip("data/index"),
    "table flipped": _flip("data/tables/"),
    "log flipped": _flip(LEDGER),
    "letter flipped": _flip("LAES"),
    "verifier flipped": _flip("verify."),
    "exhibit deleted": _delete("data/exhibits/"),
    "table deleted": _delete("data/tables/"),
    "dossier deleted": _delete("data/dossier"),
    "unknown file": _add("data/tables/NYT.csv"),
    "exhibit added": _add("data/exhibits/bilag-900.png"),
    "table added": _add("data/tables/nyt.csv"),
    "line of list dropped": _drop_line,
}
RELISTED: dict[str, Damage] = {
    "dossier flipped, listed anew": _flip("data/dossier"),
    "exhibit flipped, listed anew": _flip("data/exhibits/"),
    "original flipped, listed anew": _flip("data/originals/"),
    "page flipped, listed anew": _flip("data/index"),
    "table flipped, listed anew": _flip("data/tables/"),
    "exhibit deleted, listed anew": _delete("data/exhibits/"),
    "page deleted, listed anew": _delete("data/index"),
    "table deleted, listed anew": _delete("data/tables/"),
    "table added, listed anew": _add("data/tables/nyt.csv"),
    "tables swapped": _swap(TABLE, "data/tables/events.csv"),
    "exhibit renamed": _rename,
    "salt changed": _open_part(_hex(4)),
    "commitment changed": _open_part(_hex(2)),
    "words changed": _body,
    "hash changed": _line("entry ", _hex(5)),
    "list changed": _line("entry ", _hex(4)),
    "link changed": _line("entry ", _hex(3)),
    "time changed": _line("entry ", _later),
    "entry dropped": _drop_entry,
    "log cut": _cut,
    "called another part": _bag(b"1 of 1", b"1 of 2"),
    "called format 1": _bag(b"Package: 2", b"Package: 1"),
    "called format 9": _bag(b"Package: 2", b"Package: 9"),
}
WAYS = {**AS_THEY_ARE, **RELISTED}


def damaged(files: Files, way: str, seed: str) -> Files:
    """A damaged copy; the same every time."""
    copy = dict(files)
    WAYS[way](copy, Random(f"{seed} {way}"))
    if way in RELISTED:
        relist(copy)
    return copy


def verdicts(verifier: Verifier, folder: Path) -> dict[str, str]:
    """What each reader says of a folder."""
    return {
        "app": ask_app(folder).verdict,
        "verify.py": ask_py(verifier, folder).verdict,
        "verify.sh": ask_sh(["sh"], folder)[0].verdict,
        "second": ask_second(folder).verdict,
    }


def main() -> int:
    """Damage every package in every way; 1 where one is not caught, or not by all alike."""
    verifier, bad, count = load_verify_py(), 0, 0
    with tempfile.TemporaryDirectory() as scratch:
        case = a_case(Path(scratch))
        for recipient in RECIPIENTS:
            whole = files_in(give(case, recipient, Path(scratch) / f"{recipient}.zip").files[0])
            for way in WAYS:
                count += 1
                with tempfile.TemporaryDirectory() as folder:
                    found = verdicts(
                        verifier, unpack(damaged(whole, way, recipient), Path(folder) / "p")
                    )
                if len(set(found.values())) > 1 or Verdict.CONSISTENT in found.values():
                    bad += 1
                    sys.stdout.write(f"{recipient}: {way}: {found}\n")
        case.vault.close()
    sys.stdout.write(f"{count - bad} of {count} caught by all with the same verdict\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
