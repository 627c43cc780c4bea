"""Whoever signs: a P-256 key with a certificate that it signed itself, which names nobody."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import NamedTuple

from app.dossier.signing import der, p256

_EC_KEY, _P256 = "1.2.840.10045.2.1", "1.2.840.10045.3.1.7"
ECDSA_SHA256 = "1.2.840.10045.4.3.2"
_COMMON_NAME = "2.5.4.3"
_KEY_USAGE, _BASIC, _KEY_ID = "2.5.29.15", "2.5.29.19", "2.5.29.14"
_SIGNS = b"\xc0"  # digitalSignature and nonRepudiation
_FOR_EVER = b"99991231235959Z"  # RFC 5280, 4.1.2.5: no end that anybody can say
_SHORT_YEARS = range(1950, 2050)


class SigningIdentity(NamedTuple):
    """A key and its certificate.

    Attributes:
        key: the private key.
        certificate: X.509 in DER.
        name: that issuer and owner have in it, in DER.
        serial: its number.
    """

    key: int
    certificate: bytes
    name: bytes
    serial: int

    @property
    def fingerprint(self) -> str:
        """Return the certificate's SHA-256, 64 hex digits."""
        return hashlib.sha256(self.certificate).hexdigest()


def identity_of(key: int, made_at: datetime) -> SigningIdentity:
    """Return the identity of a key: the same for the same key and time.

    Args:
        key: from ``p256.new_key``.
        made_at: in UTC, to the second; the certificate holds from then on.
    """
    point = p256.public_key(key)
    digest = hashlib.sha256(point).digest()
    serial = int.from_bytes(digest[:16], "big") >> 1 or 1
    shown = digest[:4].hex().upper()
    attribute = der.sequence(der.identifier(_COMMON_NAME), der.text(f"Bevismappe {shown}"))
    name = der.sequence(der.set_of(attribute))
    algorithm = der.sequence(der.identifier(ECDSA_SHA256))
    key_info = der.sequence(
        der.sequence(der.identifier(_EC_KEY), der.identifier(_P256)), der.bits(point)
    )
    extensions = der.sequence(
        _extension(_BASIC, der.sequence(), critical=True),
        _extension(_KEY_USAGE, der.bits(_SIGNS, 6), critical=True),
        _extension(_KEY_ID, der.octets(hashlib.sha1(point, usedforsecurity=False).digest())),
    )
    told = der.sequence(
        der.tagged(0, der.integer(2)),
        der.integer(serial),
        algorithm,
        name,
        der.sequence(_time(made_at), der.value(der.LONG_TIME, _FOR_EVER)),
        name,
        key_info,
        der.tagged(3, extensions),
    )
    certificate = der.sequence(told, algorithm, der.bits(signature_of(key, told)))
    return SigningIdentity(key, certificate, name, serial)


def signature_of(key: int, message: bytes) -> bytes:
    """Return a signature in DER."""
    made = p256.sign(key, message)
    return der.sequence(der.integer(made.r), der.integer(made.s))


def _extension(dotted: str, content: bytes, *, critical: bool = False) -> bytes:
    flag = der.value(der.BOOLEAN, b"\xff") if critical else b""
    return der.sequence(der.identifier(dotted), flag, der.octets(content))


def _time(moment: datetime) -> bytes:
    if moment.year in _SHORT_YEARS:
        return der.value(der.TIME, f"{moment:%y%m%d%H%M%S}Z".encode("ascii"))
    return der.value(der.LONG_TIME, f"{moment:%Y%m%d%H%M%S}Z".encode("ascii"))
