"""Guidance that stands in a report: words of our own with source and day, and a mark where they ask for care."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from app.clock import DANISH_TIME
from app.dossier.model import PrintedGuidance
from app.dossier.policy import Policy
from app.guidance import GuidanceNote, Standing, certainty_of
from app.language import Language
from app.vocabulary import Certainty, GuidanceTopic, in_words

_TOPICS = tuple(GuidanceTopic)


def compose_guidance(
    notes: Sequence[Standing[GuidanceNote]], policy: Policy, made_at: datetime, language: Language
) -> tuple[PrintedGuidance, ...]:
    """Return what a recipient is told of guidance, topic by topic, as it stands on the day the report is made."""
    today = made_at.astimezone(DANISH_TIME).date()
    told = [
        each for each in notes if policy.role in each.piece.audience and each.piece.holds_on(today)
    ]
    told.sort(key=lambda each: _TOPICS.index(each.piece.topic))
    return tuple(
        _printed(each, certainty_of(each.piece, today, each.origin), language) for each in told
    )


def _printed(
    standing: Standing[GuidanceNote], certainty: Certainty, language: Language
) -> PrintedGuidance:
    note, sure = standing.piece, certainty is Certainty.CONFIRMED
    doubt = note.doubt.of(language.code) if note.doubt is not None and not sure else ""
    told = sure or (doubt and certainty in (Certainty.SECONDARY, Certainty.UNVERIFIED))
    why = "" if told else in_words(certainty, language, long=True)
    return PrintedGuidance(
        title=note.title.of(language.code),
        paragraphs=note.paragraphs(language.code),
        source=_source(standing, language),
        care="" if sure else in_words(certainty, language),
        doubt=" ".join(filter(None, (why, doubt))),
    )


def _source(standing: Standing[GuidanceNote], language: Language) -> str:
    note = standing.piece
    checked = language.day(note.checked_on)
    if note.told_date is None:
        said = language.text("Source: {source}, checked {day}", source=note.source, day=checked)
    else:
        said = language.text(
            "Source: {source}, of {dated}, checked {day}",
            source=note.source,
            dated=language.day(note.told_date),
            day=checked,
        )
    if not standing.origin.publisher:
        return said
    of_pack = language.text("From the pack of {publisher}", publisher=standing.origin.publisher)
    return f"{said}. {of_pack}"
