"""The log ("Ledger text", "Chains and entries"): each entry judged by itself and after the one before."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from dataclasses import dataclass, field
from typing import Any

from tests.second_reader.answer import LOG, Answer
from tests.second_reader.bodies import BodyError, is_whole, read_body

_PLACE = re.compile("0|[1-9][0-9]{0,8}")
_HASH = re.compile("[0-9a-f]{64}")
_ID = re.compile("[0-9a-f]{32}")
_NAME = re.compile("[a-z_]{1,32}")
_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z", re.ASCII)
_LINE, _WORDS, _TEXT = 4 * 1024 * 1024, 400, 256 * 1024 * 1024
_ENTRIES = _TARGETS = 200_000
_PARTS = 64
_LOOKED_INTO = ("tombstone", "dossier", "working_copy", "view", "dossier_package")
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class FormError(Exception):
    """A line breaks the grammar; ``missing`` where the text only ends too early."""

    def __init__(self, *, missing: bool = False) -> None:
        super().__init__()
        self.missing = missing


@dataclass
class Entry:
    place: int
    time: str
    hash: str
    states: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, dict[str, Any]] = field(default_factory=dict)
    own_hash_fits: bool = True

    @property
    def facts(self) -> dict[str, Any]:
        """Its open facts, or nothing."""
        return self.bodies.get("facts", {})

    @property
    def code(self) -> str:
        """Its receipt code."""
        bits = f"{int(self.hash[:40], 16):0160b}"
        signs = [_ALPHABET[int(bits[at : at + 5], 2)] for at in range(0, 160, 5)]
        return " ".join("".join(signs[at : at + 4]) for at in range(0, 32, 4))


class Ledger:
    """What was read. ``whole``: to its end."""

    def __init__(self, text: bytes, answer: Answer) -> None:
        self._text, self._at, self._answer = text, 0, answer
        self.chain = ""
        self.entries: list[Entry] = []
        self.whole = False
        self.claimed = 0
        self._targets = 0
        try:
            self._read()
            self.whole = True
        except FormError as error:
            place = self.entries[-1].place + 1 if self.entries else 0
            verdict = "INCOMPLETE" if error.missing else "ALTERED"
            answer.find("ledger_form", verdict, place=place)
        if self.entries:
            answer.done |= {"commitments", "chain", "times"}
        if self.whole:
            answer.done.add("ledger")

    def _line(self) -> bytes:
        end = self._text.find(b"\n", self._at)
        if (end >= 0 and end + 1 - self._at > _LINE) or (
            end < 0 and len(self._text) - self._at >= _LINE
        ):
            raise FormError
        if end < 0 or end + 1 > _TEXT:
            raise FormError(missing=True)
        line = self._text[self._at : end]
        self._at = end + 1
        return line

    def _words(self) -> list[str]:
        line = self._line()
        if len(line) > _WORDS:
            raise FormError
        return line.decode("latin-1").split(" ")

    def _read(self) -> None:
        if self._line() != b"bevismappe/ledger/1":
            raise FormError
        words = self._words()
        if (
            len(words) != 3
            or words[0] != "chain"
            or not _ID.fullmatch(words[1])
            or words[2] != "evidence"
        ):
            raise FormError
        self.chain = words[1]
        words = self._words()
        while words[0] == "entry":
            if len(self.entries) == _ENTRIES:
                raise FormError
            words = self._entry(words)
        if len(words) != 2 or words[0] != "end" or not _PLACE.fullmatch(words[1]):
            raise FormError
        if self._at != len(self._text):
            raise FormError
        self.claimed = int(words[1])

    def _entry(self, words: list[str]) -> list[str]:
        """Read one entry and judge it; return the words of the line behind it."""
        if len(words) != 6 or not _PLACE.fullmatch(words[1]) or not _is_time(words[2]):
            raise FormError
        if not all(_HASH.fullmatch(word) for word in words[3:]):
            raise FormError
        entry = Entry(int(words[1]), words[2], words[5])
        found = Answer("", log=self._answer.log)
        listing, (_, _, _, previous, list_hash, own) = "", words
        after = self._words()
        while after[0] == "part":
            listing += self._part(after, entry, found)
            after = self._words()
        if entry.states and set(entry.states.values()) == {"withheld"}:
            raise FormError
        self._answer.findings += found.findings
        self._judge(entry, listing, previous, list_hash, own)
        self.entries.append(entry)
        if entry.facts.get("kind") == "tombstone":
            self._targets += len(targets(entry.facts))
            if self._targets > _TARGETS:
                raise FormError
        return after

    def _part(self, words: list[str], entry: Entry, found: Answer) -> str:
        if len(words) < 4 or not _NAME.fullmatch(words[1]) or not _HASH.fullmatch(words[2]):
            raise FormError
        _, name, commitment, state, *rest = words
        if name in entry.states or len(entry.states) == _PARTS:
            raise FormError
        entry.states[name] = state
        if state == "open" and len(rest) == 1 and _HASH.fullmatch(rest[0]):
            line = self._line()
            if not line.startswith(b"body "):
                raise FormError
            self._open(name, commitment, rest[0], line[5:], entry, found)
        elif state not in ("withheld", "erased") or rest:
            raise FormError
        return f"{name} {commitment}\n"

    def _open(
        self, name: str, commitment: str, salt: str, raw: bytes, entry: Entry, found: Answer
    ) -> None:
        made = _sha(f"bevismappe/part/1\n{name}\n{salt}\n".encode() + raw)
        if made != commitment:
            found.find("commitment", place=entry.place, part=name)
        try:
            body = read_body(raw)
        except BodyError:
            found.find("body", place=entry.place, part=name)
            return
        looked_into = name in ("genesis", "object") or (
            name in ("facts", "package") and body["kind"] in _LOOKED_INTO
        )
        newer = looked_into and body["version"] > 1
        if newer:
            found.find("newer_format", place=entry.place, part=name)
        if name == "object" and not _is_object(body):
            if not newer:
                found.find("body", place=entry.place, part=name)
            return
        entry.bodies[name] = body

    def _judge(self, entry: Entry, listing: str, previous: str, list_hash: str, own: str) -> None:
        find, place = self._answer.find, entry.place
        before = self.entries[-1] if self.entries else None
        if place != (before.place + 1 if before else 0):
            find("sequence", place=place)
        if listing and _sha(f"bevismappe/parts/1\n{listing}".encode()) != list_hash:
            find("parts_hash", place=place)
        text = f"bevismappe/entry/1\n{self.chain}\n{place}\n{previous}\n{entry.time}\n{list_hash}\n"
        if _sha(text.encode()) != own:
            entry.own_hash_fits = False
            find("entry_hash", place=place)
        if previous != (before.hash if before else "0" * 64):
            find("link", place=place)
        if before is None:
            self._judge_first(entry)
        elif "genesis" in entry.states:
            find("genesis", place=place)
        elif entry.states:
            names = list(entry.states)
            if names[0] != "facts" or "object" in names[:-1]:
                find("parts_order", place=place)

    def _judge_first(self, entry: Entry) -> None:
        body = entry.bodies.get("genesis")
        if body is None and entry.states.get("genesis") == "open":
            return  # its body was told of already
        body = body or {}
        format_ = body.get("format")
        is_genesis = body.get("kind") == "genesis" and is_whole(format_)
        if is_genesis and isinstance(format_, int) and format_ > 1:
            self._answer.find("newer_format", place=entry.place, part="genesis")
            fits = True
        else:
            fits = is_genesis and format_ == 1 and body.get("chain_kind") == "evidence"
        if list(entry.states) != ["genesis"] or not fits:
            self._answer.find("genesis", place=entry.place)


def targets(facts: dict[str, Any]) -> list[tuple[str, int, str]]:
    """Chain, place and part of all that a tombstone names."""
    found = []
    listed = facts.get("targets")
    for item in listed if isinstance(listed, list) else []:
        if not isinstance(item, dict):
            break
        chain, place, parts = item.get("chain"), item.get("seq"), item.get("parts")
        if isinstance(chain, str) and is_whole(place) and isinstance(parts, list):
            found += [(chain, place, part) for part in parts if isinstance(part, str)]
    return [(chain, int(str(place)), part) for chain, place, part in found]


def _is_time(word: str) -> bool:
    match = _TIME.fullmatch(word)
    try:
        return match is not None and bool(dt.date(int(match[1]), int(match[2]), int(match[3])))
    except ValueError:
        return False


def _is_object(body: dict[str, Any]) -> bool:
    return (
        set(body) == {"kind", "version", "sha256", "size", "media_type"}
        and body["kind"] == "object"
        and isinstance(body["sha256"], str)
        and _HASH.fullmatch(body["sha256"]) is not None
        and is_whole(body["size"])
        and body["size"] >= 0
        and isinstance(body["media_type"], str)
    )


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


__all__ = ["LOG", "Entry", "Ledger", "targets"]
