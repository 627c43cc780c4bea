"""Fixes the times in an MSI: it is a compound file, as [MS-CFB] tells, and wixl writes the clock into it.

Only bytes that are times are changed, and none is moved.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_SUMMARY = "\x05SummaryInformation"
_ENTRY = 128
_LAST = 0xFFFFFFFA  # sector numbers from here on are marks
_IN_HEADER = 109
_TIME = 0x40
_TIMES = {11, 12, 13}  # last printed, created, last saved
_EPOCH_S = 11_644_473_600  # from 1601, where these times begin, to 1970


class NoCompoundFileError(Exception):
    """The bytes are no compound file with a summary."""


def with_fixed_times(msi: bytes, epoch_s: int) -> bytes:
    """Return the same installer with one time wherever a time stands.

    Args:
        msi: the installer.
        epoch_s: seconds since 1970.

    Raises:
        NoCompoundFileError: it is no such file.
    """
    if msi[:8] != bytes.fromhex("d0cf11e0a1b11ae1"):
        raise NoCompoundFileError
    return _CompoundFile(bytearray(msi)).fixed(epoch_s)


class _CompoundFile:
    def __init__(self, data: bytearray) -> None:
        self._data = data
        self._size = 1 << self._short(30)
        self._small = 1 << self._short(32)
        self._next = self._table(self._fat_sectors())

    def fixed(self, epoch_s: int) -> bytes:
        time = struct.pack("<Q", (epoch_s + _EPOCH_S) * 10_000_000)
        entries = [
            at + self._offset(sector)
            for sector in self._chain(self._long(48))
            for at in range(0, self._size, _ENTRY)
        ]
        root = self._chain(self._long(entries[0] + 116))
        summary = 0
        for entry in entries:
            # When a storage was made and changed.
            self._data[entry + 100 : entry + 116] = bytes(16)
            length = self._short(entry + 64)
            name = bytes(self._data[entry : entry + max(0, length - 2)]).decode("utf-16-le")
            if name == _SUMMARY:
                summary = entry
        if not summary or self._long(summary + 120) >= self._long(56):
            raise NoCompoundFileError
        small = self._table(self._chain(self._long(60)))
        places: list[int] = []
        for piece in _follow(small, self._long(summary + 116)):
            sector, at = divmod(piece * self._small, self._size)
            start = self._offset(root[sector]) + at
            places += range(start, start + self._small)
        self._fix_summary(places, time)
        return bytes(self._data)

    def _fix_summary(self, places: list[int], time: bytes) -> None:
        def number(at: int) -> int:
            return int.from_bytes(bytes(self._data[places[at + i]] for i in range(4)), "little")

        section = number(44)
        for index in range(number(section + 4)):
            kind, at = number(section + 8 + 8 * index), section + number(section + 12 + 8 * index)
            if kind in _TIMES and number(at) == _TIME:
                for i, byte in enumerate(time):
                    self._data[places[at + 4 + i]] = byte

    def _fat_sectors(self) -> list[int]:
        found = [self._long(76 + 4 * i) for i in range(_IN_HEADER)]
        more = self._long(68)
        while more < _LAST:
            start = self._offset(more)
            count = self._size // 4 - 1
            found += [self._long(start + 4 * i) for i in range(count)]
            more = self._long(start + 4 * count)
        return [sector for sector in found if sector < _LAST]

    def _table(self, sectors: list[int]) -> list[int]:
        whole = b"".join(
            self._data[self._offset(sector) : self._offset(sector) + self._size]
            for sector in sectors
        )
        return list(struct.unpack(f"<{len(whole) // 4}I", whole))

    def _chain(self, first: int) -> list[int]:
        return list(_follow(self._next, first))

    def _offset(self, sector: int) -> int:
        return (sector + 1) * self._size

    def _short(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 2], "little")

    def _long(self, at: int) -> int:
        return int.from_bytes(self._data[at : at + 4], "little")


def _follow(following: list[int], first: int) -> Iterator[int]:
    seen = 0
    while first < _LAST and seen <= len(following):
        yield first
        first = following[first]
        seen += 1
