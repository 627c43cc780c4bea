"""A second writer of envelopes, by the page docs/envelope.md and not by the code of the page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

import pyrage

CLOSED = "2026-11-30T19:32:11.250Z"
START = b"bevismappe-envelope 1\n"


def inside(
    files: Sequence[tuple[str, bytes]],
    *,
    start: bytes = START,
    head: Mapping[str, object] | None = None,
    end: Mapping[str, object] | None = None,
    hashes: Sequence[bytes] = (),
    tail: bytes = b"",
) -> bytes:
    """Return what lies in an envelope; what is given beside the files makes it lie."""
    written = bytearray(start)
    for at, (name, content) in enumerate(files):
        facts = {"name": name, "type": "", "size": len(content), "changed": "", **(head or {})}
        digest = hashes[at] if hashes else hashlib.sha256(content).digest()
        written += _record(facts) + content + digest
    size = sum(len(content) for _, content in files)
    last = {"files": len(files), "bytes": size, "closed": CLOSED, "offset": "+01:00"}
    return bytes(written) + bytes(4) + _record({**last, **(end or {})}) + tail


def closed(recipient: str, content: bytes, *, text: bool = False) -> bytes:
    """Return an envelope with that content, for that public key."""
    key = pyrage.x25519.Recipient.from_str(recipient)
    encrypted: bytes = pyrage.encrypt(content, [key], armored=text)
    return encrypted


def _record(value: Mapping[str, object]) -> bytes:
    encoded = json.dumps(value).encode()
    return len(encoded).to_bytes(4) + encoded
