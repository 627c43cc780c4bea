"""Format 2: what witnesses signed."""

import re
from dataclasses import dataclass

from tests.second_reader.bodies import is_time
from tests.second_reader.curve import holds, read_key, read_signature
from tests.second_reader.dossier import Case
from tests.second_reader.receipts import ALPHABET, spaced

LONGEST = 65_536

_CODE = re.compile(f"[{ALPHABET}]{{4}}(?: [{ALPHABET}]{{4}}){{7}}")
_PLACE = re.compile(r"[1-9][0-9]{0,8}")
_BARE = re.compile(r"[\x00-\x1f\x7f]")
_HEX = re.compile(r"(?:[0-9a-f]{2})+")
_CHAIN = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Statement:
    """A statement that has the form."""

    chain: str
    place: int
    code: str
    time: str
    name: str
    lines: tuple[str, ...]
    key: str
    signature: str
    said: bytes

    def ref(self) -> dict[str, object]:
        """The REF of the entry that is signed for."""
        return {"chain": self.chain, "seq": self.place}


def read_statement(text: bytes) -> Statement | None:
    """The statement that a file holds, if it has the form."""
    if len(text) > LONGEST or not text.endswith(b"\n"):
        return None
    try:
        lines = text.decode("utf-8").split("\n")[:-1]
    except UnicodeDecodeError:
        return None
    count = len(lines) - 9
    words = ["chain", "place", "code", "time", "on", "name", *["text"] * count, "key", "signature"]
    if not 1 <= count <= 40 or lines[0] != "bevismappe/witness/1":
        return None
    values: list[str] = []
    for word, line in zip(words, lines[1:], strict=True):
        if not line.startswith(word + " "):
            return None
        values.append(line[len(word) + 1 :])
    chain, place, code, time, where, name = values[:6]
    said = values[6:-2]
    fine = (
        _CHAIN.fullmatch(chain)
        and _PLACE.fullmatch(place)
        and _CODE.fullmatch(code)
        and is_time(time)
        and where in ("here", "device")
        and _is_line(name, 200)
        and all(_is_line(line, 2000) for line in said)
        and _HEX.fullmatch(values[-2])
        and _HEX.fullmatch(values[-1])
    )
    if not fine:
        return None
    signed = text[: text.rindex(b"\n", 0, -1) + 1]
    return Statement(
        chain, int(place), code, time, name, tuple(said), values[-2], values[-1], signed
    )


def _is_line(text: str, most: int) -> bool:
    return 1 <= len(text) <= most and _BARE.search(text) is None


def judge_witnesses(case: Case, entries: list[tuple[str, int]]) -> None:
    """Look at every statement, in the order of the list."""
    keys: set[str] = set()
    for path, place in entries:
        found = case.files.get(path)
        if not path.startswith("data/witness/") or not path.endswith(".txt") or found is None:
            continue
        if case.ledger.entries[place].kind() != "witness":
            continue
        case.report.done.add("witness")
        statement = read_statement(found.text or b"")
        fine = statement is not None and _fits(case, statement, place) and statement.key not in keys
        if statement is not None:
            keys.add(statement.key)
        if not fine or statement is None or not _is_signed(statement):
            case.report.add("witness_statement", path, place)


def _fits(case: Case, statement: Statement, place: int) -> bool:
    entry = case.ledger.entries[place]
    facts = entry.value("facts") or {}
    if statement.chain != case.ledger.chain or statement.place >= place:
        return False
    if spaced(case.ledger.entries[statement.place].code) != statement.code:
        return False
    named = facts.get("exhibit")
    if case.place_of(named) != statement.place or named != statement.ref():
        return False
    witness, text = entry.value("witness"), entry.value("text")
    if witness is not None and witness.get("name") != statement.name:
        return False
    return text is None or text.get("words") == "\n".join(statement.lines)


def _is_signed(statement: Statement) -> bool:
    key = read_key(bytes.fromhex(statement.key))
    signature = read_signature(bytes.fromhex(statement.signature))
    return key is not None and signature is not None and holds(key, signature, statement.said)
