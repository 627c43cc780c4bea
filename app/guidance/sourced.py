"""What every piece of guidance says of itself: its source, when that was looked at, how sure it is, and until when.

Rules:
- Nothing is shown without its source and the day on which that was looked at.
- A piece is confirmed only while all of this holds: it was read at its source, the day to look again has not gone by,
  and the pack that it stands in has not run out. Whatever else it is, it is shown with the mark that asks for care.
- What is worst about a piece is what is said: a pack that has run out, then a day that has gone by, then its source.
"""

from __future__ import annotations

from datetime import date

import msgspec

from app.language import Wording
from app.vocabulary import Certainty, Confidence

_BY_CONFIDENCE = {
    Confidence.VERIFIED: Certainty.CONFIRMED,
    Confidence.SECONDARY: Certainty.SECONDARY,
    Confidence.UNVERIFIED: Certainty.UNVERIFIED,
}


class Sourced(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A piece of guidance.

    Attributes:
        source: where it stands.
        source_url: its page; "" where only its name is known.
        source_date: of when the source is; None where it does not say.
        checked_on: when the source was looked at.
        confidence: how sure it is.
        review_after: the last day on which it counts as looked at; after it somebody has to look again.
        valid_from: the first day on which it holds; None for all that came before ``valid_to``.
        valid_to: the last such day; None where it holds still.
        doubt: what is not sure; None where all is.
    """

    source: str
    checked_on: date
    confidence: Confidence
    review_after: date
    source_url: str = ""
    source_date: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    doubt: Wording | None = None

    @property
    def unsure(self) -> bool:
        """Whether it was not confirmed at its source; time is asked by ``certainty_of``."""
        return self.confidence is not Confidence.VERIFIED

    def holds_on(self, day: date) -> bool:
        """Return whether it holds for what happened on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    @property
    def told_date(self) -> date | None:
        """Of when the source is, where its own words do not name the year."""
        told = self.source_date is not None and str(self.source_date.year) in self.source
        return None if told else self.source_date

    def faults(self) -> list[str]:
        """Return what cannot be about source and days."""
        checks = {
            "names no source": not self.source,
            "ends before it begins": bool(
                self.valid_from and self.valid_to and self.valid_to < self.valid_from
            ),
            "is to be looked at again before it was": self.review_after <= self.checked_on,
            "does not say what is not sure": self.unsure and self.doubt is None,
            "lacks words in a language": self.doubt is not None
            and not (self.doubt.da and self.doubt.en),
            "has an address that is no page": bool(self.source_url)
            and not self.source_url.startswith("https://"),
        }
        return [fault for fault, found in checks.items() if found]


class Origin(msgspec.Struct, frozen=True):
    """The pack that a piece stands in.

    Attributes:
        publisher: who made it; "" for what comes with the program.
        title: what the pack is called.
        version: its number.
        expires_on: the last day on which it holds.
    """

    publisher: str = ""
    title: Wording = Wording("", "")
    version: int = 0
    expires_on: date | None = None


BUILT_IN = Origin()
"""What comes with the program, before its pack was read."""


def certainty_of_pack(origin: Origin, today: date) -> Certainty:
    """Return how far a pack as a whole can be relied on, today in Denmark."""
    over = origin.expires_on is not None and origin.expires_on < today
    return Certainty.EXPIRED if over else Certainty.CONFIRMED


def certainty_of(piece: Sourced, today: date, origin: Origin = BUILT_IN) -> Certainty:
    """Return how far a piece can be relied on, today in Denmark."""
    if certainty_of_pack(origin, today) is Certainty.EXPIRED:
        return Certainty.EXPIRED
    if piece.review_after < today:
        return Certainty.STALE
    return _BY_CONFIDENCE[piece.confidence]
