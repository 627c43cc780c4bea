"""A sequence and a map that never change: each change gives a new one and shares nearly all with the old.

A case grows by one entry at a time and every state must stay as it was for whoever still shows it. Copying ten
thousand items for each entry would make opening a case quadratic; these copy one small piece.

The pieces are lists and dicts, since those are copied fastest; nobody changes one that stands in a value.

Whoever makes many changes in a row, and shows nobody what stands between them, begins with ``GrowingRows`` and
``GrowingPlaces``: they are changed in place, and are made into the others at the end.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import chain
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_CHUNK = 64
_WAYS = 32


class Rows(Sequence[T]):
    """An immutable sequence: ``added`` and ``replaced`` copy one chunk and the list of chunks."""

    __slots__ = ("_chunks", "_length")

    def __init__(self, chunks: list[list[T]] = [], length: int = 0) -> None:  # noqa: B006 - never changed
        """Empty, or of chunks that are all full but the last one, and that nobody changes any more."""
        self._chunks = chunks
        self._length = length

    def added(self, item: T) -> Rows[T]:
        """With one more item at the end."""
        chunks = self._chunks.copy()
        if self._length % _CHUNK:
            chunks[-1] = [*chunks[-1], item]
        else:
            chunks.append([item])
        return Rows(chunks, self._length + 1)

    @property
    def last(self) -> T | None:
        """The last item; None where there is none."""
        return self._chunks[-1][-1] if self._length else None

    def replaced(self, index: int, item: T) -> Rows[T]:
        """With another item at an index from 0. Raises IndexError."""
        if not 0 <= index < self._length:
            raise IndexError(index)
        which, place = divmod(index, _CHUNK)
        chunk = self._chunks[which].copy()
        chunk[place] = item
        chunks = self._chunks.copy()
        chunks[which] = chunk
        return Rows(chunks, self._length)

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
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"


class GrowingRows(Rows[T]):
    """A sequence that is changed in place: what ``added`` and ``replaced`` return is itself."""

    __slots__ = ("_items",)

    def __init__(self) -> None:
        """Empty."""
        self._items: list[T] = []

    def added(self, item: T) -> Rows[T]:
        """Itself, with one more item at the end."""
        self._items.append(item)
        return self

    @property
    def last(self) -> T | None:
        """The last item; None where there is none."""
        return self._items[-1] if self._items else None

    def replaced(self, index: int, item: T) -> Rows[T]:
        """Itself, with another item at an index from 0. Raises IndexError."""
        if not 0 <= index < len(self._items):
            raise IndexError(index)
        self._items[index] = item
        return self

    def settled(self) -> Rows[T]:
        """The same items as a sequence that never changes."""
        items = self._items
        chunks = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
        return Rows(chunks, len(items))

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - as of Rows
        found = self._items[index]
        return tuple(found) if isinstance(index, slice) else found


class Places(Generic[K, V]):
    """An immutable map: ``having`` copies one small bucket and the two short lists that lead to it."""

    __slots__ = ("_shelves",)

    def __init__(self, shelves: list[list[dict[K, V]]] = [[{}] * _WAYS] * _WAYS) -> None:
        """Empty, or of buckets that nobody changes any more."""
        self._shelves = shelves

    def having(self, key: K, value: V) -> Places[K, V]:
        """With the key standing for that value."""
        rest, place = divmod(hash(key), _WAYS)
        which = rest % _WAYS
        shelf = self._shelves[which].copy()
        shelf[place] = {**shelf[place], key: value}
        shelves = self._shelves.copy()
        shelves[which] = shelf
        return Places(shelves)

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


class GrowingPlaces(Places[K, V]):
    """A map that is changed in place: what ``having`` returns is itself."""

    __slots__ = ("_values",)

    def __init__(self) -> None:
        """Empty."""
        self._values: dict[K, V] = {}

    def having(self, key: K, value: V) -> Places[K, V]:
        """Itself, with the key standing for that value."""
        self._values[key] = value
        return self

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 - as of Places
        """The value of the key, or the default."""
        return self._values.get(key, default)

    def settled(self) -> Places[K, V]:
        """The same as a map that never changes."""
        shelves: list[list[dict[K, V]]] = [[{} for _ in range(_WAYS)] for _ in range(_WAYS)]
        for key, value in self._values.items():
            rest, place = divmod(hash(key), _WAYS)
            shelves[rest % _WAYS][place][key] = value
        return Places(shelves)
