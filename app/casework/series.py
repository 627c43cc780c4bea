"""A series: pictures of one area, one after the other, as of a thread that is longer than the screen. Pure.

Rules:
- The place of a picture was sealed with it; how many there are is counted. What was put out of sight keeps its place.
- One picture alone is no series.
- A picture says what it shares with the one before. Nothing is put together, and a gap is named.
"""

from __future__ import annotations

import msgspec

from app.casework.exhibit import Exhibit
from app.casework.kinds.capture import CaptureSeries
from app.casework.state import CaseState
from app.language import Language
from app.vocabulary import SeriesFit, in_words


class InSeries(msgspec.Struct, frozen=True):
    """Where an exhibit stands in its series.

    Attributes:
        place: from 1.
        exhibits: all of the series, in their order; of a first one that is not in this case only those that are.
        fit: whether it shares something with the picture before.
        rows: how many rows of pixels.
    """

    place: int
    exhibits: tuple[Exhibit, ...]
    fit: SeriesFit = SeriesFit.UNKNOWN
    rows: int = 0

    @property
    def total(self) -> int:
        """How many pictures it has."""
        return max(self.place, *(_place_of(each) for each in self.exhibits))

    @property
    def short(self) -> str:
        """Return it as lists have it, such as 2/4."""
        return f"{self.place}/{self.total}"


def in_series(state: CaseState, exhibit: Exhibit) -> InSeries | None:
    """Return where an exhibit stands in its series; None where it belongs to none."""
    # A first picture may be older than this part is, or have lost it.
    own = exhibit.series if isinstance(exhibit.series, CaptureSeries) else CaptureSeries()
    first = own.first or exhibit.original
    found = (state.exhibit_of(entry) for entry in (first, *state.series.get(first, ())))
    exhibits = tuple(each for each in found if each is not None)
    if own.first is None and len(exhibits) < 2:
        return None
    return InSeries(_place_of(exhibit), exhibits, own.fit, own.rows)


def series_words(found: InSeries, language: Language) -> str:
    """Return where a picture stands in its series, and what it shares with the one before, in words."""
    words = language.text("Picture {place} of {total}", place=found.place, total=found.total)
    fit = in_words(found.fit, language, rows=found.rows)
    return language.text("{what}. {more}", what=words, more=fit) if fit else words


def _place_of(exhibit: Exhibit) -> int:
    own = exhibit.series
    return own.place if isinstance(own, CaptureSeries) and own.first is not None else 1
