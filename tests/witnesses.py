"""Statements of witnesses as a page on another device makes them, sound and spoiled, each by a key of its own."""

from __future__ import annotations

from collections.abc import Callable

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import (
    decode_dss_signature,
    encode_dss_signature,
)

from app.casework.witnessing import Statement
from app.p256 import ORDER, PrivateKey, key_of
from app.vocabulary import WitnessedOn
from evidence_store import EntryId

KEY, OTHER_KEY = key_of(4711), key_of(4712)
NAME, WORDS = "Åse Øst", "Jeg så opslaget på min egen telefon.\nDet så ud som på bilag 1."
Spoil = Callable[[Statement], bytes]


def statement(entry: EntryId, code: str, key: PrivateKey = KEY) -> Statement:
    """What a witness says of an entry."""
    return Statement(
        entry, code, "2026-11-24T08:00:00.000Z", WitnessedOn.DEVICE, NAME, WORDS, key.spki
    )


def signed(told: Statement, key: PrivateKey = KEY) -> bytes:
    """The file."""
    return told.with_signature(key.sign(told.signed_bytes))


def _changed(old: str, new: str) -> Spoil:
    return lambda told: signed(told).replace(old.encode(), new.encode(), 1)


def _high_s(told: Statement) -> bytes:
    r, s = decode_dss_signature(KEY.sign(told.signed_bytes))
    return told.with_signature(encode_dss_signature(r, ORDER - s))


def _wrong_curve(told: Statement) -> bytes:
    key = ec.derive_private_key(4711, ec.SECP256K1())
    spki = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    other = Statement(
        told.entry, told.code, told.time, told.on, told.name, told.words, spki
    )  # fmt: skip
    r, s = decode_dss_signature(key.sign(other.signed_bytes, ec.ECDSA(hashes.SHA256())))
    return other.with_signature(encode_dss_signature(r, min(s, ORDER - s)))


SPOILED: dict[str, Spoil] = {
    "text": _changed("text Jeg så", "text Jeg saa"),
    "code": lambda told: _changed(told.code, told.code[:-1] + ("0" if told.code[-1] != "0" else "1"))(told),
    "name": _changed("name Åse", "name Ole"),
    "key": lambda told: told.with_signature(OTHER_KEY.sign(told.signed_bytes)),
    "curve": _wrong_curve,
    "high_s": _high_s,
    "truncated": lambda told: told.with_signature(KEY.sign(told.signed_bytes)[:-3]),
}  # fmt: skip
"""By what was changed after it was signed, or how it was signed."""
