"""Ledger texts: the grammar, and what each entry says of itself (step 6)."""

import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from tests.second_reader.answer import ALTERED, INCOMPLETE, Report
from tests.second_reader.bodies import (
    BodyError,
    is_from,
    is_object,
    is_time,
    read_body,
)
from tests.second_reader.names import shown
from tests.second_reader.receipts import code_of

LONGEST_TEXT = 256 * 1024 * 1024
LONGEST_LINE = 4 * 1024 * 1024
LONGEST_WORDS = 400
MOST_ENTRIES = 200_000
MOST_PARTS = 64
MOST_ERASED = 200_000
ZEROS = "0" * 64

_HEX = rb"([0-9a-f]{64})"
_PLACE = rb"(0|[1-9][0-9]{0,8})"
_CHAIN = re.compile(rb"chain ([0-9a-f]{32}) evidence")
_ENTRY = re.compile(
    rb"entry " + _PLACE + rb" ([0-9TZ:.-]{24}) " + _HEX + rb" " + _HEX + rb" " + _HEX
)
_PART = re.compile(rb"part ([a-z_]{1,32}) " + _HEX + rb" (?:open " + _HEX + rb"|(withheld|erased))")
_END = re.compile(rb"end " + _PLACE)
_KEPT = {"genesis", "facts", "object", "package", "certificates", "witness", "text", "origin"}
_KINDS = {"tombstone", "dossier", "working_copy", "view", "dossier_package"}


@dataclass
class Part:
    """A part of an entry; `value` is there where it is open and its body good."""

    name: str
    commitment: str
    state: str
    salt: str = ""
    body: bytes = b""
    value: dict[str, Any] | None = None


@dataclass
class Entry:
    """An entry that was read."""

    place: int
    time: str
    previous: str
    parts_hash: str
    hash: str
    parts: dict[str, Part] = field(default_factory=dict)
    wrong_hash: bool = False

    def value(self, name: str) -> dict[str, Any] | None:
        """The body of an open and good part."""
        part = self.parts.get(name)
        return None if part is None else part.value

    def kind(self) -> str | None:
        """The kind of open facts."""
        facts = self.value("facts")
        return None if facts is None else facts["kind"]

    def object(self) -> dict[str, Any] | None:
        """The part `object`, where it is open and good."""
        value = self.value("object")
        return value if value is not None and is_object(value) else None

    @property
    def code(self) -> str:
        """The receipt code."""
        return code_of(self.hash)


@dataclass
class Ledger:
    """A ledger text as far as it was read."""

    path: str
    chain: str = ""
    entries: list[Entry] = field(default_factory=list)
    ended: bool = False
    gapless: bool = False


class _BrokenError(Exception):
    """The reading ends here, with this verdict."""


class _Lines:
    """The lines of a text, each with a fit length and its LF."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.at = 0

    def next(self, *, body: bool = False) -> bytes:
        """The next line without its LF."""
        end = self.text.find(b"\n", self.at, self.at + LONGEST_LINE)
        if end < 0:
            rest = len(self.text) - self.at
            raise _BrokenError(ALTERED if rest >= LONGEST_LINE else INCOMPLETE)
        line = self.text[self.at : end]
        if len(line) > LONGEST_WORDS and not body:
            raise _BrokenError(ALTERED)
        self.at = end + 1
        return line


def read_ledger(text: bytes, path: str, report: Report) -> Ledger:
    """Read a ledger text to its end or to the first line that breaks the grammar."""
    ledger = Ledger(path)
    lines = _Lines(text[:LONGEST_TEXT])
    judge = _Judge(ledger, report)
    try:
        number = _read(lines, ledger, judge)
    except _BrokenError as broken:
        _broken(ledger, report, str(broken))
    else:
        if lines.at != len(text):
            _broken(ledger, report, ALTERED)
        else:
            ledger.ended = True
            count = len(ledger.entries)
            if number != count or count == 0:
                report.add("entry_count", path, verdict=INCOMPLETE if number >= count else ALTERED)
    ledger.gapless = all(entry.place == at for at, entry in enumerate(ledger.entries))
    return ledger


def _broken(ledger: Ledger, report: Report, verdict: str) -> None:
    place = ledger.entries[-1].place + 1 if ledger.entries else 0
    report.add("ledger_form", ledger.path, place, verdict=verdict)


def _read(lines: _Lines, ledger: Ledger, judge: "_Judge") -> int:
    if lines.next() != b"bevismappe/ledger/1":
        raise _BrokenError(ALTERED)
    match = _CHAIN.fullmatch(lines.next())
    if match is None:
        raise _BrokenError(ALTERED)
    ledger.chain = match[1].decode()
    line = lines.next()
    while True:
        end = _END.fullmatch(line)
        if end is not None:
            return int(end[1])
        match = _ENTRY.fullmatch(line)
        if match is None or not is_time(match[2].decode()) or len(ledger.entries) >= MOST_ENTRIES:
            raise _BrokenError(ALTERED)
        time, previous, parts, own = (match[at].decode() for at in range(2, 6))
        entry = Entry(int(match[1]), time, previous, parts, own)
        line = lines.next()
        while line.split(b" ", 1)[0] == b"part":
            line = _read_part(line, lines, entry)
        if entry.parts and all(part.state == "withheld" for part in entry.parts.values()):
            raise _BrokenError(ALTERED)
        judge.take(entry)


def _read_part(line: bytes, lines: _Lines, entry: Entry) -> bytes:
    """Read a part into its entry; the line behind it."""
    match = _PART.fullmatch(line)
    if match is None or len(entry.parts) >= MOST_PARTS:
        raise _BrokenError(ALTERED)
    name = match[1].decode()
    if name in entry.parts:
        raise _BrokenError(ALTERED)
    part = Part(name, match[2].decode(), "open")
    if match[3] is not None:
        part.salt = match[3].decode()
        body = lines.next(body=True)
        if not body.startswith(b"body "):
            raise _BrokenError(ALTERED)
        part.body = body[5:]
    else:
        part.state = match[4].decode()
    entry.parts[name] = part
    return lines.next()


def targets_of(facts: dict[str, Any]) -> list[tuple[str, int, str]]:
    """Chain, place and part of what a tombstone names."""
    named: list[tuple[str, int, str]] = []
    targets = facts.get("targets")
    for item in targets if isinstance(targets, list) else ():
        if not isinstance(item, dict):
            break
        chain, place, parts = item.get("chain"), item.get("seq"), item.get("parts")
        if not isinstance(chain, str) or not isinstance(place, int) or isinstance(place, bool):
            continue
        if isinstance(parts, list):
            named.extend((chain, place, name) for name in parts if isinstance(name, str))
    return named


class _Judge:
    """Tells what an entry's own words and bodies show."""

    def __init__(self, ledger: Ledger, report: Report) -> None:
        self.ledger = ledger
        self.report = report
        self.erased = 0

    def take(self, entry: Entry) -> None:
        """Judge an entry and let it stand."""
        path = self.ledger.path
        bodies: list[tuple[str, str]] = []
        for part in entry.parts.values():
            if part.state == "open":
                bodies.extend(self._judge_part(part))
        for kind, name in bodies:
            self.report.add(kind, f"{path}:{name}", entry.place)
        self._judge_words(entry)
        if not self.ledger.entries:
            if not self._is_genesis(entry):
                self.report.add("genesis", path, entry.place)
        elif "genesis" in entry.parts:
            self.report.add("genesis", path, entry.place)
        elif entry.parts:
            names = list(entry.parts)
            if names[0] != "facts" or "object" in names[:-1]:
                self.report.add("parts_order", path, entry.place)
        for part in entry.parts.values():
            part.body = b""
        self.ledger.entries.append(entry)
        if entry.kind() == "tombstone":
            self.erased += len(targets_of(entry.value("facts") or {}))
            if self.erased > MOST_ERASED:
                raise _BrokenError(ALTERED)

    def _judge_part(self, part: Part) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        try:
            value: dict[str, Any] | None = read_body(part.body)
        except BodyError:
            value = None
        newer = value is not None and self._is_newer(part.name, value)
        if part.name == "object" and value is not None and not is_object(value):
            value = None
        if newer:
            found.append(("newer_format", part.name))
        elif value is None:
            found.append(("body", part.name))
        words = f"bevismappe/part/1\n{part.name}\n{part.salt}\n".encode() + part.body
        if hashlib.sha256(words).hexdigest() != part.commitment:
            found.append(("commitment", part.name))
        if part.name in _KEPT:
            part.value = value
        return found

    def _is_newer(self, name: str, value: dict[str, Any]) -> bool:
        if name == "genesis" and not self.ledger.entries and value["kind"] == "genesis":
            return value["version"] > 1 or is_from(value.get("format"), 2)
        looked_into = name in ("genesis", "object")
        if name in ("facts", "package"):
            looked_into = value["kind"] in _KINDS
        return bool(looked_into and value["version"] > 1)

    def _judge_words(self, entry: Entry) -> None:
        path, entries = self.ledger.path, self.ledger.entries
        place, link = (entries[-1].place + 1, entries[-1].hash) if entries else (0, ZEROS)
        if entry.place != place:
            self.report.add("sequence", path, entry.place)
        if entry.previous != link:
            self.report.add("link", path, entry.place)
        if entry.parts:
            parts = "".join(f"{part.name} {part.commitment}\n" for part in entry.parts.values())
            if (
                hashlib.sha256(f"bevismappe/parts/1\n{parts}".encode()).hexdigest()
                != entry.parts_hash
            ):
                self.report.add("parts_hash", path, entry.place)
        words = (self.ledger.chain, entry.place, entry.previous, entry.time, entry.parts_hash)
        text = "bevismappe/entry/1\n" + "".join(f"{word}\n" for word in words)
        if hashlib.sha256(text.encode()).hexdigest() != entry.hash:
            entry.wrong_hash = True
            self.report.add("entry_hash", path, entry.place)

    @staticmethod
    def _is_genesis(entry: Entry) -> bool:
        part, value = entry.parts.get("genesis"), entry.value("genesis")
        if part is not None and part.state == "open" and value is None:
            return True  # its body was told of
        if value is None or len(entry.parts) != 1 or value["kind"] != "genesis":
            return False
        number = value.get("format")
        return is_from(number, 2) or (is_from(number, 1) and value.get("chain_kind") == "evidence")


def judge_erasures(ledger: Ledger, report: Report) -> None:
    """Hold tombstones against erased parts."""
    named: dict[tuple[int, str], int] = {}
    for entry in ledger.entries:
        facts = entry.value("facts")
        if facts is None or facts["kind"] != "tombstone":
            continue
        targets = targets_of(facts)
        if not targets:
            report.add("tombstone", ledger.path, entry.place)
        for chain, place, name in targets:
            if chain == ledger.chain:
                named[place, name] = entry.place
    states = {
        (entry.place, part.name): part.state
        for entry in ledger.entries
        for part in entry.parts.values()
    }
    closed = {entry.place for entry in ledger.entries if not entry.parts}
    for (place, name), tombstone in named.items():
        state = states.get((place, name))
        if place >= tombstone or (state is None and place not in closed):
            report.add("tombstone", f"{ledger.path}:{shown(name)}", tombstone)
        elif state not in (None, "erased"):
            report.add("erased_but_kept", f"{ledger.path}:{name}", place)
    for entry in ledger.entries:
        for part in entry.parts.values():
            if part.state == "erased" and (entry.place, part.name) not in named:
                report.add("erased_without_tombstone", f"{ledger.path}:{part.name}", entry.place)


def judge_times(ledger: Ledger, report: Report) -> None:
    """Tell of times that go back."""
    for before, entry in zip(ledger.entries, ledger.entries[1:], strict=False):
        if entry.time < before.time:
            report.add("time_back", ledger.path, entry.place)
