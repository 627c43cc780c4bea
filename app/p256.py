"""A key on the curve P-256: making one, signing by it, and judging what somebody else has signed.

Public keys are SubjectPublicKeyInfo in DER (RFC 5480), signatures are ECDSA with SHA-256 in DER (FIPS 186-5). What is
signed here has the nonce of RFC 6979, so that the same key and message give the same bytes, and the lower of the two
numbers that s could be. Only that form is taken: nobody can make a second signature out of a first one.

The library is loaded when something of this is called, not before.
"""

from __future__ import annotations

import enum
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
NUMBER_BYTES = 32


class Flaw(enum.Enum):
    """Why a signature does not hold, in the order in which it is asked."""

    NOT_A_KEY = "not_a_key"
    WRONG_CURVE = "wrong_curve"
    NOT_A_SIGNATURE = "not_a_signature"
    HIGH_S = "high_s"
    ANOTHER = "another"
    """By another key, or over another message."""


class PrivateKey:
    """A private key; what it holds is shown by no ``repr``."""

    __slots__ = ("_key",)

    def __init__(self, key: ec.EllipticCurvePrivateKey) -> None:
        self._key = key

    @property
    def number(self) -> int:
        """Return the secret number, 1 to ``ORDER`` - 1."""
        return self._key.private_numbers().private_value

    @property
    def spki(self) -> bytes:
        """Return the public key."""
        return _spki(self._key.public_key())

    @property
    def pkcs8(self) -> bytes:
        """Return the private key as PKCS#8 in DER, not encrypted."""
        from cryptography.hazmat.primitives import serialization

        return self._key.private_bytes(
            serialization.Encoding.DER,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    def sign(self, message: bytes) -> bytes:
        """Return the signature of a message, the same one each time."""
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec

        algorithm = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)
        return low_s(self._key.sign(message, algorithm))


def new_key() -> PrivateKey:
    """Return a new key, by the system's randomness."""
    from cryptography.hazmat.primitives.asymmetric import ec

    return PrivateKey(ec.generate_private_key(ec.SECP256R1()))


def key_of(number: int) -> PrivateKey:
    """Return the key that has this secret number. Raises ValueError: none has."""
    from cryptography.hazmat.primitives.asymmetric import ec

    if not 0 < number < ORDER:
        raise ValueError("no private key has this number")
    return PrivateKey(ec.derive_private_key(number, ec.SECP256R1()))


def fingerprint(spki: bytes) -> str:
    """Return the SHA-256 of a public key, 64 hex digits."""
    return hashlib.sha256(spki).hexdigest()


def flaw_of(spki: bytes, signature: bytes, message: bytes) -> Flaw | None:
    """Return why a signature of a message does not hold by this public key, or None where it does.

    Args:
        spki: in exactly the form that ``PrivateKey.spki`` has: the named curve, the point not packed.
        signature: two numbers in DER and nothing behind them, s the lower one.
        message: what was signed, as bytes; its SHA-256 is taken here.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    key = _public_key(spki)
    if isinstance(key, Flaw):
        return key
    numbers = _numbers(signature)
    if numbers is None:
        return Flaw.NOT_A_SIGNATURE
    if numbers[1] > ORDER // 2:
        return Flaw.HIGH_S
    try:
        key.verify(signature, message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return Flaw.ANOTHER
    return None


def from_raw(raw: bytes) -> bytes:
    """Return a signature that stands as r and s of 32 bytes each, as WebCrypto has it, in the form that is taken here.

    Raises:
        ValueError: it is not of that length, or holds no such numbers.
    """
    r, s = int.from_bytes(raw[:NUMBER_BYTES], "big"), int.from_bytes(raw[NUMBER_BYTES:], "big")
    if len(raw) != 2 * NUMBER_BYTES or not (0 < r < ORDER and 0 < s < ORDER):
        raise ValueError("no signature on this curve")
    return _lower(r, s)


def low_s(signature: bytes) -> bytes:
    """Return a signature with the lower s. Raises ValueError: it is none."""
    numbers = _numbers(signature)
    if numbers is None:
        raise ValueError("no signature on this curve")
    return _lower(*numbers)


def _lower(r: int, s: int) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    return encode_dss_signature(r, min(s, ORDER - s))


def _numbers(signature: bytes) -> tuple[int, int] | None:
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    try:
        r, s = decode_dss_signature(signature)  # takes DER alone
    except ValueError:
        return None
    return (r, s) if 0 < r < ORDER and 0 < s < ORDER else None


def _public_key(spki: bytes) -> ec.EllipticCurvePublicKey | Flaw:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        key = serialization.load_der_public_key(spki)
    except UnsupportedAlgorithm:
        return Flaw.WRONG_CURVE
    except (ValueError, TypeError):
        return Flaw.NOT_A_KEY
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        return Flaw.WRONG_CURVE
    return key if _spki(key) == spki else Flaw.NOT_A_KEY


def _spki(key: ec.EllipticCurvePublicKey) -> bytes:
    from cryptography.hazmat.primitives import serialization

    return key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
