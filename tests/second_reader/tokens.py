"""The tokens of timestamp authorities ("Timestamps"), by OpenSSL alone."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.second_reader.answer import Answer
from tests.second_reader.bodies import is_whole
from tests.second_reader.ledger import Entry, Ledger

_FILE = re.compile(r"data/tokens/([1-9][0-9]{0,8})\.tsr")
_STATED = re.compile(
    r"^Time stamp: (\w{3}) +(\d+) (\d\d:\d\d:\d\d)(\.\d+)? (\d{4}) GMT$", re.MULTILINE
)
_PEM = "-----BEGIN CERTIFICATE-----\n{}-----END CERTIFICATE-----\n"


def check_tokens(ledger: Ledger, files: dict[str, bytes], answer: Answer) -> None:
    """Each token whose bytes are those of its entry, and whose entry shows what it is for."""
    entries = ledger.entries
    for name, data in files.items():
        match = _FILE.fullmatch(name)
        place = int(match[1]) if match else 0
        if not 0 < place < len(entries) - 1:
            continue
        bodies = entries[place].bodies
        if not {"facts", "certificates", "object"} <= bodies.keys():
            continue
        sealed = bodies["object"]
        if sealed["media_type"] != "application/timestamp-reply":
            continue
        if sealed["sha256"] == hashlib.sha256(data).hexdigest():
            answer.done.add("timestamps")
            if not _fits(ledger.chain, entries, place, data):
                answer.find("timestamp", place=place, path=name)


def _fits(chain: str, entries: list[Entry], place: int, data: bytes) -> bool:
    facts, beside = entries[place].facts, entries[place].bodies["certificates"]
    head, at, texts = facts.get("head"), facts.get("at"), beside.get("certificates")
    kinds = (facts["kind"], beside["kind"])
    if kinds != ("timestamp", "timestamp_certificates") or not isinstance(head, dict):
        return False
    covers = head.get("seq")
    if head.get("chain") != chain or not isinstance(covers, int) or not is_whole(covers):
        return False
    if not 0 <= covers < place or not isinstance(texts, list) or not 1 <= len(texts) <= 8:
        return False
    return len(data) <= 65536 and _openssl(data, entries[covers].hash, texts) == at


def _openssl(data: bytes, imprint: str, texts: list[Any]) -> str:
    """The token's time, where it is a good one for that imprint and root; "" otherwise."""
    try:
        ders = [base64.b64decode(each, validate=True) for each in texts]
    except (ValueError, TypeError):
        return ""
    pems = [_PEM.format(base64.encodebytes(each).decode()) for each in ders]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "t").write_bytes(data)
        (folder / "root").write_text(pems[-1])
        (folder / "rest").write_text("".join(pems[:-1]))
        told = _run(folder, "-reply", "-in", "t", "-text")
        match = _STATED.search(told)
        if match is None:
            return ""
        month, day, clock, part, year = match.groups()
        moment = datetime.strptime(
            f"{year} {month} {day} {clock} +0000", "%Y %b %d %H:%M:%S %z"
        ).astimezone(UTC)
        good = _run(
            folder, "-verify", "-digest", imprint, "-in", "t", "-CAfile", "root", "-untrusted", "rest",
            "-partial_chain", "-attime", str(int(moment.timestamp())),
        )  # fmt: skip
    if "Verification: OK" not in good:
        return ""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{((part or '.')[1:] + '000')[:3]}Z"


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["openssl", "ts", *arguments], cwd=folder, capture_output=True, check=False, timeout=60
    )
    return done.stdout.decode("utf-8", "replace")
