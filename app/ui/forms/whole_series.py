"""A form about one picture of a series is about them all: one post is described once. No Qt."""

from __future__ import annotations

from typing import Any

from app.casework import CaseState, Exhibit, Written, in_series
from app.language import Language
from app.vocabulary import minute
from evidence_store import EntryId


def whole_series(
    state: CaseState, exhibit: Exhibit | None, about: EntryId | None
) -> tuple[EntryId, ...]:
    """Return what a new one is about, with the other pictures of its exhibit's series that are in sight."""
    series = in_series(state, exhibit) if exhibit is not None else None
    if series is not None:
        return tuple(each.original for each in series.exhibits if not each.hidden)
    return (about,) if about is not None else ()


def numbers_of(state: CaseState, entries: tuple[EntryId, ...]) -> str:
    """Return the numbers of exhibits as a title has them, such as 5–8; "" for none."""
    numbers = sorted(state.numbers_of(entries))
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def about_notice(kind: Written[Any], exhibit: Exhibit, many: int, language: Language) -> str:
    """Return what is said of the picture, or of all ``many`` of its series; "" where the kind says nothing."""
    form, moment = kind.form, minute(exhibit.time, language)
    if form.about_notice and many > 1:
        return language.text(
            "{total} pictures of one series are saved and locked since {moment}. This form is for them all.",
            total=many,
            moment=moment,
        )
    if not form.about_notice:
        return ""
    return language.text(form.about_notice, number=exhibit.number, moment=moment)
