"""P-256 by hand: keys, signatures in DER, and whether a signature holds."""

import hashlib

P = 0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
KEY_PREFIX = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")

Point = tuple[int, int] | None


def read_key(der: bytes) -> tuple[int, int] | None:
    """The point of a key in the one form that is taken, if it is on the curve."""
    if len(der) != 91 or not der.startswith(KEY_PREFIX):
        return None
    x, y = int.from_bytes(der[27:59], "big"), int.from_bytes(der[59:], "big")
    if x >= P or y >= P or (y * y - (x * x * x - 3 * x + B)) % P:
        return None
    return x, y


def read_signature(der: bytes) -> tuple[int, int] | None:
    """The two numbers of a signature in the one form of DER and the one range."""
    if len(der) < 8 or der[0] != 0x30 or der[1] != len(der) - 2 or der[1] > 127:
        return None
    numbers: list[int] = []
    at = 2
    for _ in range(2):
        if at + 2 > len(der) or der[at] != 2:
            return None
        size = der[at + 1]
        raw = der[at + 2 : at + 2 + size]
        if not 0 < size <= 33 or len(raw) != size or raw[0] & 0x80:
            return None
        if size > 1 and raw[0] == 0 and not raw[1] & 0x80:
            return None
        numbers.append(int.from_bytes(raw, "big"))
        at += 2 + size
    if at != len(der) or not 1 <= numbers[0] < N or not 1 <= numbers[1] <= N // 2:
        return None
    return numbers[0], numbers[1]


def _add(one: Point, two: Point) -> Point:
    if one is None or two is None:
        return two if one is None else one
    if one[0] == two[0]:
        if (one[1] + two[1]) % P == 0:
            return None
        slope = (3 * one[0] * one[0] - 3) * pow(2 * one[1], -1, P) % P
    else:
        slope = (two[1] - one[1]) * pow(two[0] - one[0], -1, P) % P
    x = (slope * slope - one[0] - two[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


def _times(factor: int, point: Point) -> Point:
    total: Point = None
    while factor:
        if factor & 1:
            total = _add(total, point)
        point = _add(point, point)
        factor >>= 1
    return total


def holds(key: tuple[int, int], signature: tuple[int, int], said: bytes) -> bool:
    """Whether a signature is that key's over these bytes (ECDSA with SHA-256)."""
    number = int.from_bytes(hashlib.sha256(said).digest(), "big")
    inverse = pow(signature[1], -1, N)
    point = _add(_times(number * inverse % N, G), _times(signature[0] * inverse % N, key))
    return point is not None and point[0] % N == signature[0]
