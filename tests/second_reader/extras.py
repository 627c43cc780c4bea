"""Files of format 2 that are the bytes of no entry: what was made for the package, and the logs of others."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from tests.second_reader.answer import Answer
from tests.second_reader.bodies import is_whole
from tests.second_reader.ledger import Ledger
from tests.second_reader.reckoning import check_erasures, check_times


def is_made(item: dict[str, Any]) -> bool:
    """Whether an item of the list ``made`` holds together, its path apart."""
    return _is_hex(item.get("sha256"), 64) and _is_count(item.get("size"))


def is_chain(item: dict[str, Any], taken: set[str]) -> bool:
    """Whether one of the list ``chains`` does."""
    known = _is_hex(item.get("chain"), 32) and item["chain"] not in taken
    counts = _is_count(item.get("seq")) and _is_count(item.get("size"))
    return known and counts and _is_hex(item.get("hash"), 64)


def check_made(item: dict[str, Any], files: dict[str, bytes], answer: Answer) -> None:
    """A file that was made for the package, against what the list says."""
    path, data = item["path"], files.get(item["path"])
    answer.done.add("sizes")
    if data is None:
        answer.find("extra_file", "INCOMPLETE", path=path)
    elif hashlib.sha256(data).hexdigest() != item["sha256"]:
        answer.find("extra_file", "ALTERED", path=path)
    elif len(data) != item["size"]:
        answer.find("object_size", path=path)


def check_chain(item: dict[str, Any], files: dict[str, bytes], answer: Answer) -> None:
    """The log of somebody else: by itself, and beside what the list says."""
    path, data = item["path"], files.get(item["path"])
    if data is None:
        answer.find("extra_file", "INCOMPLETE", path=path)
        return
    own = Answer(answer.name, log=path)
    ledger = Ledger(data, own)
    entries = ledger.entries
    if ledger.whole:
        if ledger.claimed != len(entries) or not entries:
            own.find("entry_count", "INCOMPLETE" if ledger.claimed >= len(entries) else "ALTERED")
        if entries:
            check_erasures(ledger, own)
    check_times(entries, own)
    answer.findings += own.findings
    answer.done.add("sizes")
    head = (ledger.chain, entries[-1].place, entries[-1].hash) if entries else None
    if head != (item["chain"], item["seq"], item["hash"]):
        answer.find("extra_file", "ALTERED", path=path)
    elif len(data) != item["size"]:
        answer.find("object_size", path=path)


def _is_hex(value: object, digits: int) -> bool:
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{digits}}}", value) is not None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and is_whole(value) and value >= 0
