"""ECDSA over NIST P-256 with SHA-256, to sign only: FIPS 186-5, with the nonces of RFC 6979.

The signer's own key on the signer's own machine: the time that a signature takes is no secret from anybody there.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import NamedTuple

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_A = _P - 3
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
_LENGTH = 32

Jacobian = tuple[int, int, int]
_NOWHERE: Jacobian = (0, 1, 0)


class Signature(NamedTuple):
    """A signature's two numbers."""

    r: int
    s: int


def new_key() -> int:
    """Return a private key, by the system's randomness."""
    return secrets.randbelow(ORDER - 1) + 1


def public_key(key: int) -> bytes:
    """Return the public key as an uncompressed point of 65 bytes."""
    x, y = _affine(_times(key, _G))
    return b"\x04" + x.to_bytes(_LENGTH, "big") + y.to_bytes(_LENGTH, "big")


def sign(key: int, message: bytes) -> Signature:
    """Sign the SHA-256 of a message. The same message gives the same signature."""
    digest = hashlib.sha256(message).digest()
    number = int.from_bytes(digest, "big")
    for nonce in _Nonces(key, digest):
        r = _affine(_times(nonce, _G))[0] % ORDER
        s = pow(nonce, -1, ORDER) * (number + r * key) % ORDER
        if r and s:
            return Signature(r, s)
    raise AssertionError("nonces never end")


class _Nonces:
    """RFC 6979, 3.2."""

    def __init__(self, key: int, digest: bytes) -> None:
        reduced = int.from_bytes(digest, "big") % ORDER
        seed = key.to_bytes(_LENGTH, "big") + reduced.to_bytes(_LENGTH, "big")
        self._v, self._k = b"\x01" * 32, bytes(32)
        self._mix(b"\x00" + seed)
        self._mix(b"\x01" + seed)

    def __iter__(self) -> _Nonces:
        return self

    def __next__(self) -> int:
        while True:
            self._v = self._hmac(self._v)
            nonce = int.from_bytes(self._v, "big")
            if 0 < nonce < ORDER:
                return nonce
            self._mix(b"\x00")

    def _mix(self, more: bytes) -> None:
        self._k = self._hmac(self._v + more)
        self._v = self._hmac(self._v)

    def _hmac(self, data: bytes) -> bytes:
        return hmac.digest(self._k, data, "sha256")


def _times(scalar: int, point: tuple[int, int]) -> Jacobian:
    """Return a multiple of a point; both steps are made for every bit."""
    low: Jacobian = _NOWHERE
    high: Jacobian = (*point, 1)
    for bit in range(255, -1, -1):
        if scalar >> bit & 1:
            low, high = _sum(low, high), _double(high)
        else:
            low, high = _double(low), _sum(low, high)
    return low


def _double(point: Jacobian) -> Jacobian:
    x, y, z = point
    if not z:
        return point
    square = y * y % _P
    s = 4 * x * square % _P
    z2 = z * z % _P
    m = (3 * x * x + _A * z2 * z2) % _P
    nx = (m * m - 2 * s) % _P
    return nx, (m * (s - nx) - 8 * square * square) % _P, 2 * y * z % _P


def _sum(one: Jacobian, other: Jacobian) -> Jacobian:
    if not one[2]:
        return other
    if not other[2]:
        return one
    x1, y1, z1 = one
    x2, y2, z2 = other
    z1s, z2s = z1 * z1 % _P, z2 * z2 % _P
    u1, u2 = x1 * z2s % _P, x2 * z1s % _P
    s1, s2 = y1 * z2 * z2s % _P, y2 * z1 * z1s % _P
    h, r = (u2 - u1) % _P, (s2 - s1) % _P
    if not h:
        return _double(one) if not r else _NOWHERE
    hh = h * h % _P
    hhh, v = h * hh % _P, u1 * hh % _P
    x = (r * r - hhh - 2 * v) % _P
    return x, (r * (v - x) - s1 * hhh) % _P, h * z1 * z2 % _P


def _affine(point: Jacobian) -> tuple[int, int]:
    x, y, z = point
    inverse = pow(z, -1, _P)
    square = inverse * inverse % _P
    return x * square % _P, y * square * inverse % _P
