"""What witnesses signed ("A witness's statement")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from tests.second_reader.answer import Answer
from tests.second_reader.bodies import is_whole
from tests.second_reader.ledger import Entry

_SIGN = r"[^\x00-\x1f\x7f]"
_LINES = (
    r"bevismappe/witness/1",
    r"chain (?P<chain>[0-9a-f]{32})",
    r"place (?P<place>[1-9][0-9]{0,8})",
    r"code (?P<code>[0-9A-HJKMNP-TV-Z]{4}(?: [0-9A-HJKMNP-TV-Z]{4}){7})",
    r"time (?P<time>\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3})Z",
    r"on (?:here|device)",
    rf"name (?P<name>{_SIGN}{{1,200}})",
    rf"text {_SIGN}{{1,2000}}(?:\ntext {_SIGN}{{1,2000}}){{0,39}}",
    r"key (?P<key>(?:[0-9a-f]{2}){1,300})",
    r"signature (?P<signature>(?:[0-9a-f]{2}){1,300})",
)
_FORM = re.compile("".join(f"{line}\n" for line in _LINES), re.ASCII)
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_LONGEST = 65_536


class _Wrong(Exception):  # noqa: N818 - an answer, not an error
    """It does not hold."""


def judge_witnesses(
    entries: list[Entry], chain: str, listed: list[tuple[str, int]], files: dict[str, bytes], answer: Answer
) -> None:  # fmt: skip
    """Judge each listed file of a witness; ``listed`` are paths and places."""
    keys: set[str] = set()
    for path, place in listed:
        entry = entries[place]
        if not re.fullmatch(r"data/witness/[0-9]+\.txt", path) or path not in files:
            continue
        if entry.facts.get("kind") != "witness":
            continue
        answer.done.add("witness")
        try:
            _judge(files[path], chain, entry, entries, keys)
        except (_Wrong, InvalidSignature, ValueError):
            answer.find("witness_statement", place=place, path=path)


def _judge(data: bytes, chain: str, entry: Entry, entries: list[Entry], keys: set[str]) -> None:
    match = _FORM.fullmatch(data.decode()) if len(data) <= _LONGEST else None
    if match is None:
        raise _Wrong
    dt.datetime.fromisoformat(match["time"])
    again = match["key"] in keys
    keys.add(match["key"])
    if again:
        raise _Wrong
    place = int(match["place"])
    seen = entry.facts.get("exhibit")
    if not isinstance(seen, dict) or set(seen) != {"chain", "seq"} or not is_whole(seen["seq"]):
        raise _Wrong
    if (chain, place) != (match["chain"], seen["seq"]) or seen["chain"] != chain:
        raise _Wrong
    if not 0 < place < entry.place or entries[place].code != match["code"]:
        raise _Wrong
    if any(_others(match, entry)):
        raise _Wrong
    _verify(bytes.fromhex(match["key"]), bytes.fromhex(match["signature"]), data)


def _others(match: re.Match[str], entry: Entry) -> Iterator[bool]:
    words = "\n".join(line[5:] for line in match[0].split("\n") if line.startswith("text "))
    for part, field, said in (("witness", "name", match["name"]), ("text", "words", words)):
        if part in entry.bodies:
            yield entry.bodies[part].get(field) != said


def _verify(spki: bytes, signature: bytes, data: bytes) -> None:
    key: Any = serialization.load_der_public_key(spki)
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != "secp256r1":
        raise _Wrong
    own = key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    r, s = decode_dss_signature(signature)
    if (
        own != spki
        or encode_dss_signature(r, s) != signature
        or not (0 < r < _N and 0 < s <= _N // 2)
    ):
        raise _Wrong
    key.verify(signature, data[: data.rindex(b"signature ")], ec.ECDSA(hashes.SHA256()))
