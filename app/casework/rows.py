"""A sequence and a map that never change: each change gives a new one and shares nearly all with the old.

A case grows by one entry at a time and every state must stay as it was for whoever still shows it. Copying ten
thousand items for each entry would make opening a case quadratic; these copy one small piece.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import Generic, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_CHUNK = 64
_WAYS = 32


class Rows(Sequence[T]):
    """An immutable sequence: ``added`` and ``replaced`` copy one chunk and the list of chunks."""

    __slots__ = ("_chunks", "_length")

    def __init__(self, chunks: tuple[tuple[T, ...], ...] = (), length: int = 0) -> None:
        """Empty, or of chunks that are all full but the last one."""
        self._chunks = chunks
        self._length = length

    def added(self, item: T) -> Rows[T]:
        """With one more item at the end."""
        chunks = self._chunks
        if self._length % _CHUNK:
            return Rows((*chunks[:-1], (*chunks[-1], item)), self._length + 1)
        return Rows((*chunks, (item,)), self._length + 1)

    def replaced(self, index: int, item: T) -> Rows[T]:
        """With another item at an index from 0. Raises IndexError."""
        if not 0 <= index < self._length:
            raise IndexError(index)
        which, place = divmod(index, _CHUNK)
        chunk = self._chunks[which]
        changed = (*chunk[:place], item, *chunk[place + 1 :])
        return Rows((*self._chunks[:which], changed, *self._chunks[which + 1 :]), self._length)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._chunks)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(self._length)))
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        which, place = divmod(index, _CHUNK)
        return self._chunks[which][place]

    def __eq__(self, other: object) -> bool:
        # Chunks are always filled from the front, so equal items mean equal chunks.
        return isinstance(other, Rows) and self._chunks == other._chunks

    def __hash__(self) -> int:
        return hash(self._chunks)

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"


class Places(Generic[K, V]):
    """An immutable map: ``having`` copies one small bucket and the two short lists that lead to it."""

    __slots__ = ("_shelves",)

    def __init__(
        self, shelves: tuple[tuple[dict[K, V], ...], ...] = (({},) * _WAYS,) * _WAYS
    ) -> None:
        """Empty, or of buckets that nobody changes any more."""
        self._shelves = shelves

    def having(self, key: K, value: V) -> Places[K, V]:
        """With the key standing for that value."""
        rest, place = divmod(hash(key), _WAYS)
        which = rest % _WAYS
        shelf = self._shelves[which]
        bucket = {**shelf[place], key: value}
        changed = (*shelf[:place], bucket, *shelf[place + 1 :])
        return Places((*self._shelves[:which], changed, *self._shelves[which + 1 :]))

    @overload
    def get(self, key: K) -> V | None: ...

    @overload
    def get(self, key: K, default: V) -> V: ...

    def get(self, key: K, default: V | None = None) -> V | None:
        """The value of the key, or the default."""
        rest, place = divmod(hash(key), _WAYS)
        return self._shelves[rest % _WAYS][place].get(key, default)

    def __len__(self) -> int:
        return sum(len(bucket) for shelf in self._shelves for bucket in shelf)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self._shelves == other._shelves

    def __hash__(self) -> int:
        return hash(len(self))

    def __repr__(self) -> str:
        buckets = chain.from_iterable(self._shelves)
        return f"Places({dict(chain.from_iterable(map(dict.items, buckets)))!r})"
