"""The course of events: everything in order of time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.casework import listed
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.incidents import DisclosedIncident, sender_name, title
from app.dossier.composing.written import DisclosedThing, moments_of
from app.language import Language
from app.vocabulary import in_words, lowered


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
) -> tuple[model.TimelineItem, ...]:
    """Return the incidents, what the person saw, and what they wrote down; times unknown come last."""
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
    known = sorted(
        (each for each in moments if each.stamp),
        key=lambda each: (each.stamp, each.order),
        reverse=newest_first,
    )
    unknown = [each for each in moments if not each.stamp]
    return tuple(each.item for each in (*known, *unknown))


def _short(incident: DisclosedIncident, language: Language) -> str:
    facts = incident.facts
    form = lowered(in_words(facts.form, language))
    place = wording.quoted(facts.venue_name, language) if facts.venue_name else ""
    platform = "" if facts.platform.casefold() == form else facts.platform
    return listed(form, platform, place) or title(incident, language)
