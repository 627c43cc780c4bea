"""What the store lane fetches from the vault: small pictures of rows, one picture, one receipt code. No Qt.

Rules:
- One batch of small pictures is under way at a time. What is asked for meanwhile replaces what was asked for before:
  whoever scrolls on does not wait for what has gone by.
- A picture that is not there is told as None, and not asked for again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from app.actions.open_case import OpenCase
from app.casework import Exhibit
from app.language import Language
from app.messages import explain
from app.picture import Pixels, decode_own_png
from app.ui.lanes import Lanes
from evidence_store import EntryId, Vault, format_receipt, receipt_code

_BATCH = 16
Found = Mapping[EntryId, bytes | None]


class Thumbnails:
    """Fetches what is asked for; ``arrived`` is told each batch."""

    def __init__(self, lanes: Lanes, arrived: Callable[[Found], None]) -> None:
        self._lanes = lanes
        self._arrived = arrived
        self._wanted: tuple[Exhibit, ...] = ()
        self._case: OpenCase | None = None
        self._busy = False

    def want(self, case: OpenCase, exhibits: Sequence[Exhibit]) -> None:
        """Fetch these next; what was wanted before and is not under way is forgotten."""
        self._case = case
        self._wanted = tuple(exhibits)
        self._fetch()

    def _fetch(self) -> None:
        case = self._case
        if self._busy or not self._wanted or case is None:
            return
        batch, self._wanted = self._wanted[:_BATCH], self._wanted[_BATCH:]
        self._busy = True
        self._lanes.store(lambda: _read(case, batch), self._done, self._failed)

    def _done(self, found: Found) -> None:
        self._busy = False
        self._arrived(found)
        self._fetch()

    def _failed(self, error: BaseException) -> None:
        # A list without small pictures is still a list; whoever opens the exhibit is told what is wrong.
        del error
        self._busy = False
        self._wanted = ()


class OnePicture:
    """Fetches the picture that somebody asked to see; ``arrived`` is told it, or a sentence on why there is none."""

    def __init__(
        self,
        lanes: Lanes,
        language: Language,
        arrived: Callable[[EntryId, Pixels | None, str], None],
    ) -> None:
        self._lanes = lanes
        self._language = language
        self._arrived = arrived

    def fetch(self, case: OpenCase, thing: EntryId, entry: EntryId) -> None:
        """Fetch an entry's picture for the pane of a thing."""
        failed = partial(self._failed, thing)
        self._lanes.store(lambda: bytes_of(case, entry), partial(self._decode, thing), failed)

    def _decode(self, thing: EntryId, png: bytes) -> None:
        self._lanes.work(
            lambda: decode_own_png(png),
            lambda pixels: self._arrived(thing, pixels, ""),
            partial(self._failed, thing),
        )

    def _failed(self, thing: EntryId, error: BaseException) -> None:
        self._arrived(thing, None, explain(error, self._language).sentence)


def _read(case: OpenCase, exhibits: Sequence[Exhibit]) -> Found:
    """Return the small picture of what is shown of each. Where a file's view has none, its original has.

    A copy without one shows none: its original may show what the copy covers.
    """
    found: dict[EntryId, bytes | None] = {}
    for exhibit in exhibits:
        small = case.vault.thumbnail(exhibit.shown)
        if small is None and exhibit.copy is None:
            small = case.vault.thumbnail(exhibit.original)
        found[exhibit.shown] = small
    return found


def code_of(vault: Vault, entry: EntryId) -> str:
    """Return the receipt code of an entry, as it is read out. Raises VaultError."""
    return format_receipt(receipt_code(vault.entry(entry).hash), entry.seq)


def bytes_of(case: OpenCase, entry: EntryId) -> bytes:
    """Return the bytes of an entry's picture. Raises VaultError."""
    with case.vault.open_object(entry) as source:
        return source.read()
