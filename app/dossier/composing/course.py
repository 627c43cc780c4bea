"""The course of events: everything in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from app.casework import listed
from app.casework.kinds.disclosed import Disclosed, DisclosedText
from app.clock import DANISH_TIME
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.incidents import DisclosedIncident, sender_name, title
from app.dossier.composing.written import DisclosedThing, moments_of
from app.language import Language
from app.vocabulary import day, in_words, lowered, moment_of

_DAY_ALONE = 10


class _Moment(msgspec.Struct, frozen=True):
    stamp: str
    order: int
    item: model.TimelineItem


def compose_timeline(
    incidents: Sequence[DisclosedIncident],
    written: Sequence[DisclosedThing],
    language: Language,
    *,
    newest_first: bool,
    window_days: int = 0,
    shared: Sequence[Disclosed] = (),
) -> tuple[model.TimelineItem, ...]:
    """Return the incidents, what the person saw, and what they wrote down; times unknown come last.

    With ``window_days`` so many days after each incident are marked, and what is ``shared`` stands at its day.
    """
    moments: list[_Moment] = []
    for incident in incidents:
        # Both times, always: the post's own stands before the line, and when it was kept here in it.
        what = language.text(
            "{incident}. {sender}. Saved {when}",
            incident=language.text(
                "Incident {number}: {title}",
                number=incident.number,
                title=_short(incident, language),
            ),
            sender=sender_name(incident, language),
            when=wording.column(incident.source.time, language),
        )
        item = model.TimelineItem(wording.column(incident.when, language), what, incident.exhibits)
        moments.append(_Moment(incident.when, 0, item))
        seen = incident.facts.first_seen_at
        if seen and incident.facts.published_at and seen != incident.facts.published_at:
            text = language.text(
                "Incident {number} seen for the first time", number=incident.number
            )
            moments.append(
                _Moment(seen, 1, model.TimelineItem(wording.column(seen, language), text))
            )
    for told in written:
        for order, (stamp, text) in enumerate(moments_of(told, language), start=2):
            line = model.TimelineItem(wording.column(stamp, language), text)
            moments.append(_Moment(stamp, order, line))
    moments += [
        _Moment(
            each.text.happened_on,
            9,
            model.TimelineItem(
                day(each.text.happened_on, language),
                language.text("Shared: {what}", what=in_words(each.facts.topic, language)),
            ),
        )
        for each in (shared if window_days else ())
        if isinstance(each.text, DisclosedText) and each.text.happened_on
    ]
    if window_days:
        moments = [_marked(each, incidents, window_days, language) for each in moments]
    known = sorted(
        (each for each in moments if each.stamp),
        key=lambda each: (each.stamp, each.order),
        reverse=newest_first,
    )
    unknown = [each for each in moments if not each.stamp]
    return tuple(each.item for each in (*known, *unknown))


def _marked(
    moment: _Moment, incidents: Sequence[DisclosedIncident], days: int, language: Language
) -> _Moment:
    """Return a moment with the newest incident that it follows within so many days; days of the calendar in Denmark."""
    on = _day_of(moment.stamp)
    if on is None:
        return moment
    before = [
        (began, each)
        for each in incidents
        if (began := _day_of(each.when)) is not None and 0 <= (on - began).days <= days
        if each.when < moment.stamp or (len(moment.stamp) <= _DAY_ALONE and began <= on)
    ]
    if not before:
        return moment
    began, incident = max(before, key=lambda each: (each[0], each[1].when))
    within = language.text(
        "Day {day} of {days} after incident {number}",
        day=(on - began).days,
        number=incident.number,
        days=days,
    )
    return msgspec.structs.replace(moment, item=msgspec.structs.replace(moment.item, within=within))


def _day_of(stamp: str) -> date | None:
    if len(stamp) == _DAY_ALONE:
        return date.fromisoformat(stamp)
    moment = moment_of(stamp)
    return moment.astimezone(DANISH_TIME).date() if moment else None


def _short(incident: DisclosedIncident, language: Language) -> str:
    facts = incident.facts
    form = lowered(in_words(facts.form, language))
    place = wording.quoted(facts.venue_name, language) if facts.venue_name else ""
    platform = "" if facts.platform.casefold() == form else facts.platform
    return listed(form, platform, place) or title(incident, language)
