"""The small pictures of what leaves, fetched on the store lane: always of what is printed, never of what is under it.

No Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from app.actions.open_case import OpenCase
from app.dossier import Dossier
from app.ui.lanes import Lanes, Latest
from evidence_store import EntryId

Small = Mapping[EntryId, bytes]


class ReportPictures:
    """Fetches each once; ``arrived`` is told all that are there."""

    def __init__(self, lanes: Lanes, arrived: Callable[[Small], None]) -> None:
        self._lanes = lanes
        self._arrived = arrived
        self._latest = Latest()
        self._known: dict[EntryId, bytes] = {}
        self._missing: set[EntryId] = set()

    def want(self, case: OpenCase | None, dossier: Dossier) -> None:
        """Fetch those that the dossier shows and nobody has fetched."""
        wanted = {
            each.shown: each.original
            for each in dossier.exhibits
            if each.picture and each.shown not in self._known and each.shown not in self._missing
        }
        if case is None or not wanted:
            self._arrived(self._known)
            return
        covered = {each.shown for each in dossier.exhibits if each.covered or each.marked}
        self._lanes.store(
            partial(_read, case, wanted, covered),
            partial(self._read, tuple(wanted)),
            # A list without small pictures is still a list; the page beside it shows the picture.
            lambda _: None,
            latest=self._latest,
        )

    def forget(self) -> None:
        """Keep none: they are plain evidence."""
        self._latest.stop()
        self._known, self._missing = {}, set()

    def _read(self, wanted: tuple[EntryId, ...], found: Small) -> None:
        self._known |= found
        self._missing |= set(wanted) - found.keys()
        self._arrived(self._known)


def _read(case: OpenCase, wanted: Mapping[EntryId, EntryId], covered: set[EntryId]) -> Small:
    """Return what is there. Where a file's view has no small picture its original has; a copy's original never will."""
    found: dict[EntryId, bytes] = {}
    for shown, original in wanted.items():
        small = case.vault.thumbnail(shown)
        if small is None and shown not in covered:
            small = case.vault.thumbnail(original)
        if small is not None:
            found[shown] = small
    return found
