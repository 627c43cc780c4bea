"""How commands tell of reports that hold something already."""

from __future__ import annotations

import msgspec

from app.actions.open_case import OpenCase
from app.casework import ReportTogether
from app.cli.sealed import name_of
from app.language import Language
from app.vocabulary import minute, recipient


class Reported(msgspec.Struct, frozen=True):
    """A report that holds it, or may, with the packages it was saved in and the note that somebody got it."""

    id: str
    recipient: str
    made_at: str
    packages: tuple[str, ...]
    handed_over: str


def reported(case: OpenCase, report: ReportTogether) -> Reported:
    """Return a report by the ids to type; "" where nobody noted that it was handed over."""
    given = report.given
    return Reported(
        id=name_of(case, report.made.entry),
        recipient=report.made.facts.recipient,
        made_at=report.made.time,
        packages=tuple(name_of(case, each.entry) for each in report.packages),
        handed_over=name_of(case, given.id) if given is not None else "",
    )


def recipient_and_time(report: Reported, language: Language) -> str:
    """Return whom it was made for, and when."""
    return f"{recipient(report.recipient, language)} · {minute(report.made_at, language)}"
