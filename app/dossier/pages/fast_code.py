"""Many codes of one kind, as quickly as a report of a thousand pages asks: segno makes one, the others come from it.

A code is its data, what corrects errors in them, and a mask, all joined by exclusive or (ISO/IEC 18004, 7.3 to 7.8).
So where two codes share version, level and mask, what is different between them is the code of what is different in
their data: it is reckoned here and laid over the first one. segno takes 2 ms for a code, this a tenth of it. That both
give the same is tested for many texts (tests/unit/dossier/test_page_code.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

VERSION = 7
MASK = 3
"""A mask evens out long runs of one colour, and base32 has none: there is no need to try all eight."""
LONGEST = 178
"""Signs that fit the version at level M."""
MODULES = 17 + 4 * VERSION
"""Modules in a row, and rows."""
_ROW = -(-MODULES // 8) * 8
_BLOCKS, _DATA, _CORRECTION = 4, 31, 18  # of version 7 at level M: ISO/IEC 18004, table 9
_ALPHABET = {sign: at for at, sign in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")}
_ALPHANUMERIC, _COUNT_BITS = 0b0010, 9
_PADDING = b"\xec\x11"
_FIELD = 0x11D  # the polynomial of the field with 256 elements that QR codes reckon in
_TIMING = 6
_CENTRES = (6, 22, 38)  # of the alignment patterns: annex E


class _First(NamedTuple):
    """A code that segno made: its modules as bits, its data, and which of the data's bits stands in each place."""

    modules: int
    data: bytes
    places: Any


def fast_bits(text: str) -> bytes:
    """Return the code of a text of at most ``LONGEST`` signs, as ``packed`` has it."""
    first = _first()
    different = bytes(a ^ b for a, b in zip(_data(text), first.data, strict=True))
    # The last bit is that of modules which hold no data, and of what fills a row's last byte: they stay.
    bits = f"{int.from_bytes(_stream(different), 'big'):0{8 * len(_whole())}b}0"
    laid = int("".join(first.places(bits)), 2) ^ first.modules
    return laid.to_bytes(MODULES * _ROW // 8, "big")


def packed(rows: Iterable[bytes]) -> bytes:
    """Return rows of a byte a module, 1 where it is dark, as a bit a module, each row in whole bytes."""
    return b"".join(
        int(row.translate(_AS_DIGITS).ljust(-(-len(row) // 8) * 8, b"0"), 2).to_bytes(
            -(-len(row) // 8), "big"
        )
        for row in rows
    )


_AS_DIGITS = bytes.maketrans(b"\0\1", b"01")


def _whole() -> range:
    return range(_BLOCKS * (_DATA + _CORRECTION))


@cache
def _first() -> _First:
    import segno  # only where a code is set

    text = "0"
    made = segno.make_qr(
        text, error="m", version=VERSION, mode="alphanumeric", mask=MASK, boost_error=False
    )
    modules = int.from_bytes(packed(bytes(row) for row in made.matrix), "big")
    places = [len(_whole()) * 8] * (MODULES * _ROW)
    for bit, (row, column) in enumerate(_way()):
        places[row * _ROW + column] = bit
    return _First(modules, _data(text), itemgetter(*places))


def _way() -> Iterator[tuple[int, int]]:
    """Give the modules of the data in their order: two columns wide, up and down, from the right (7.7.3)."""
    rows = range(MODULES)
    upwards = True
    for right in (each if each > _TIMING else each - 1 for each in range(MODULES - 1, 0, -2)):
        for row in reversed(rows) if upwards else rows:
            for column in (right, right - 1):
                if not _is_pattern(row, column):
                    yield row, column
        upwards = not upwards


def _is_pattern(row: int, column: int) -> bool:
    """Return whether a module belongs to what every code of this version has: it holds no data (6.3, 7.9, 7.10)."""
    low, high = min(row, column), max(row, column)
    corners = high <= 8 or (low <= 8 and high >= MODULES - 8)
    said = low < _TIMING and high >= MODULES - 11
    aligned = any(
        abs(row - y) <= 2 and abs(column - x) <= 2
        for y in _CENTRES
        for x in _CENTRES
        if (y, x) not in {(6, 6), (6, 38), (38, 6)}
    )
    return corners or said or aligned or _TIMING in {low, high}


def _data(text: str) -> bytes:
    """Return the data of a text: what it is, how long, two signs in eleven bits, and what fills the rest (7.4)."""
    head = f"{_ALPHANUMERIC:04b}{len(text):0{_COUNT_BITS}b}"
    bits = head + "".join([_signs(text[at : at + 2]) for at in range(0, len(text), 2)])
    room = _BLOCKS * _DATA
    bits += "0" * min(4, room * 8 - len(bits))
    bits += "0" * (-len(bits) % 8)
    filled = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return (filled + _PADDING * room)[:room]


@cache
def _signs(two: str) -> str:
    """Return two signs in eleven bits, or the one that is left in six."""
    if len(two) == 1:
        return f"{_ALPHABET[two]:06b}"
    return f"{_ALPHABET[two[0]] * 45 + _ALPHABET[two[1]]:011b}"


def _stream(data: bytes) -> bytes:
    """Return data and correction of all blocks, the first of each before the second of each (7.6)."""
    blocks = [data[at * _DATA : (at + 1) * _DATA] for at in range(_BLOCKS)]
    corrections = [_correction(block) for block in blocks]
    return bytes(
        each
        for parts in (zip(*blocks, strict=True), zip(*corrections, strict=True))
        for together in parts
        for each in together
    )


@lru_cache(maxsize=16)  # the first blocks say which log it is: they are those of the page before
def _correction(block: bytes) -> bytes:
    """Return the rest of a block divided by the generator polynomial."""
    table, rest = _multiples(), 0
    top, kept = 8 * (_CORRECTION - 1), (1 << 8 * (_CORRECTION - 1)) - 1
    for each in block:
        rest = (rest & kept) << 8 ^ table[rest >> top ^ each]
    return rest.to_bytes(_CORRECTION, "big")


@cache
def _multiples() -> tuple[int, ...]:
    """Return the generator polynomial without its first term, times each element of the field."""
    powers = [1]
    while len(powers) < 255:
        twice = powers[-1] << 1
        powers.append(twice ^ _FIELD if twice > 255 else twice)
    logarithms = {power: at for at, power in enumerate(powers)}

    def times(a: int, b: int) -> int:
        return powers[(logarithms[a] + logarithms[b]) % 255] if a and b else 0

    generator = [1]
    for at in range(_CORRECTION):
        shifted = [*generator, 0]
        for place, each in enumerate(generator):
            shifted[place + 1] ^= times(each, powers[at])
        generator = shifted
    return tuple(
        int.from_bytes(bytes(times(each, factor) for each in generator[1:]), "big")
        for factor in range(256)
    )
