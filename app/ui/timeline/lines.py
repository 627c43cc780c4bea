"""How a row is worded: for the list, and as one sentence for screen readers. No Qt."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from app.casework import (
    CaseState,
    Contact,
    Delivery,
    Exhibit,
    ExhibitKind,
    Incident,
    Note,
    Notification,
    Restoration,
    SealedDossier,
    Thing,
    Unread,
    Versioned,
    WhyUnread,
    counted,
    unread_in,
)
from app.casework.kinds.dossier import DELIVERY
from app.casework.records import (
    ContactPerson,
    FileSource,
    HandedOverPerson,
    IncidentText,
    NoteText,
    NotificationPerson,
    NotificationText,
    RestoredReason,
)
from app.clock import DANISH_TIME
from app.inert import without_direction
from app.language import Language, deferred
from app.messages import clock_mark
from app.ui.timeline.next_step import link_of
from app.ui.timeline.rows import Row, RowKind
from app.ui.timeline.words import dotted, first_words
from app.vocabulary import Visibility, clock, in_words, minute, moment_of, recipient
from evidence_store import ObjectBody

Tone = Literal["ok", "wait", "info", "plain"]


class RowText(msgspec.Struct, frozen=True):
    """What stands in a row.

    Attributes:
        time: the time of day.
        title: what it is.
        second: a few words about it.
        badge: one or two words at the end.
        tone: what the badge's colour repeats.
        spoken: all of it and the day, as one sentence.
    """

    time: str
    title: str
    second: str
    badge: str
    tone: Tone
    spoken: str


def line_of(state: CaseState, row: Row, language: Language) -> RowText:
    """The words of a row."""
    title, second = _words(state, row, language)
    marks = (clock_mark(step, language) for step in state.jumps_of(row.thing))
    second = dotted(*marks, second)
    badge, tone = _badge(state, row, language)
    spoken = language.text(
        "{title}, {when}. {badge}.",
        title=dotted(title, second).replace(" · ", ", "),
        when=minute(row.stamp, language),
        badge=badge,
    )
    return RowText(clock(row.stamp, language), title, second, badge, tone, spoken)


def day_line(day: date, language: Language) -> str:
    """A day as its group is headed: Mandag 23. november 2026."""
    name = language.text(_WEEKDAYS[day.weekday()])
    return language.text("{weekday} {day}", weekday=name, day=language.day(day))


def summary(state: CaseState, first: str, language: Language) -> str:
    """How much there is, and since when; ``first`` is the stamp of what happened first, or ""."""
    much = counted(state)
    parts = [
        language.plural("{count} exhibit", "{count} exhibits", much.exhibits)
        if much.exhibits
        else "",
        language.plural("{count} incident", "{count} incidents", much.incidents)
        if much.incidents
        else "",
    ]
    said = [part for part in parts if part]
    if not said or not first:
        return ""
    what = language.text("{one} and {other}", one=said[0], other=said[1]) if said[1:] else said[0]
    since = language.text("{what} since {day}", what=what, day=_short_day(first, state, language))
    jumps = language.plural(
        "the computer’s clock jumped {count} time",
        "the computer’s clock jumped {count} times",
        len(state.jumps),
    )
    return dotted(since, jumps if state.jumps else "")


_WEEKDAYS = (
    deferred("Monday"),
    deferred("Tuesday"),
    deferred("Wednesday"),
    deferred("Thursday"),
    deferred("Friday"),
    deferred("Saturday"),
    deferred("Sunday"),
)


def _short_day(stamp: str, state: CaseState, language: Language) -> str:
    """The day without its year, where the newest entry is of the same year."""
    moment = moment_of(stamp)
    if moment is None:
        return stamp
    day = language.day(moment)
    year = str(moment.astimezone(DANISH_TIME).year)
    return day.removesuffix(f" {year}") if state.latest.startswith(year) else day


def _words(state: CaseState, row: Row, language: Language) -> tuple[str, str]:
    """Title and second line, and what of it cannot be read."""
    if isinstance(row.thing, Unread):
        title = language.text("Entry {seq} in the case’s log", seq=row.thing.entry.seq)
        return title, language.text(row.thing.sentence)
    title, second = _readable(state, row, row.thing, language)
    gone = unread_in(state, row.thing)
    return title, dotted(second, language.text(gone.sentence) if gone is not None else "")


def _readable(state: CaseState, row: Row, shown: Thing, language: Language) -> tuple[str, str]:
    text = language.text
    if isinstance(shown, Exhibit | Restoration):
        return _whole(state, shown, language)
    thing = shown.current if isinstance(shown, Versioned) else shown
    match thing:
        case Incident():
            return _incident(thing, language)
        case Note(text=words):
            said = words.text if isinstance(words, NoteText) else text("cannot be read")
            private = row.kind is RowKind.PRIVATE_NOTE
            return first_words(said), text("Only for you") if private else text("Note")
        case Notification(facts=facts, to=to, text=words):
            name = to.name if isinstance(to, NotificationPerson) else ""
            said = words.said if isinstance(words, NotificationText) else ""
            told = text("{role} was told", role=in_words(facts.role, language))
            return dotted(told, name), dotted(in_words(facts.channel, language), first_words(said))
        case Contact(facts=facts, contact=person):
            name = person.name if isinstance(person, ContactPerson) else ""
            return name or in_words(facts.role, language), dotted(
                in_words(facts.role, language) if name else "", facts.organisation
            )
        case SealedDossier(entry=entry, facts=facts):
            packed = any(each.facts.dossier == entry for each in state.of(DELIVERY))
            return dotted(text("Report made"), recipient(facts.recipient, language)), dotted(
                language.plural("{count} page", "{count} pages", facts.pages),
                text("in a package") if packed else "",
            )
        case Delivery(facts=facts):
            title = dotted(text("Package saved"), recipient(facts.recipient, language))
            return title, text("Package of {size}", size=language.size(facts.package_size))
    facts, name = thing.facts, thing.to.name if isinstance(thing.to, HandedOverPerson) else ""
    title = dotted(text("Report handed over"), in_words(facts.role, language), name)
    return title, in_words(facts.channel, language)


def _whole(state: CaseState, thing: Exhibit | Restoration, language: Language) -> tuple[str, str]:
    if isinstance(thing, Exhibit):
        return _exhibit(state, thing, language)
    return _restoration(thing, language)


def _restoration(restored: Restoration, language: Language) -> tuple[str, str]:
    text = language.text
    why = restored.reason.reason if isinstance(restored.reason, RestoredReason) else ""
    known = text("entry {seq} was the last one known", seq=restored.lost.seq)
    if restored.lost.chain:
        known = text("a whole case is missing in it")
    return text("An older copy was taken into use"), dotted(known, first_words(why))


def _exhibit(state: CaseState, exhibit: Exhibit, language: Language) -> tuple[str, str]:
    text = language.text
    name = text("Exhibit {number}", number=exhibit.number)
    incident = next(
        (each for each in reversed(state.incidents_about(exhibit)) if not each.hidden), None
    )
    if incident is not None:
        title, second = _incident(incident.current, language)
        return dotted(name, title), second
    if isinstance(exhibit.source, FileSource):
        return dotted(name, text("File")), without_direction(exhibit.source.name)
    if exhibit.context:
        return dotted(name, text("The whole screen")), text("Taken together with a part of it")
    return dotted(name, text("Screenshot")), ""


def _incident(incident: Incident, language: Language) -> tuple[str, str]:
    text = language.text
    facts = incident.facts
    what = in_words(facts.form, language)
    if facts.venue_name and facts.visibility is Visibility.PUBLIC:
        what = text("{form} in an open group", form=what)
    elif facts.venue_name and facts.visibility is Visibility.GROUP:
        what = text("{form} in a group", form=what)
    words = incident.text if isinstance(incident.text, IncidentText) else IncidentText()
    sender = text("Sender {letter}", letter=incident.label) if incident.label else ""
    about = first_words(words.description or words.why_offensive or words.quote)
    return what, dotted(facts.platform, sender, about)


def _badge(state: CaseState, row: Row, language: Language) -> tuple[str, Tone]:
    text = language.text
    if row.hidden:
        return text("Hidden"), "plain"
    if isinstance(row.thing, Unread):
        erased = row.thing.why is WhyUnread.ERASED
        return (text("Erased"), "plain") if erased else (text("Cannot be read"), "wait")
    if isinstance(row.thing, Exhibit):
        if not isinstance(row.thing.object, ObjectBody):
            return text("Erased"), "plain"
        shows_a_page = row.thing.kind is ExhibitKind.CAPTURE and not row.thing.context
        if shows_a_page and not link_of(state, row.thing):
            return text("Link is missing"), "wait"
        return text("Saved and locked"), "ok"
    words: dict[RowKind, tuple[str, Tone]] = {
        RowKind.INCIDENT: (text("Event"), "info"),
        RowKind.NOTE: (text("Note"), "plain"),
        RowKind.PRIVATE_NOTE: (text("Private"), "plain"),
        RowKind.MESSAGE: (text("Told"), "info"),
        RowKind.DOSSIER: (text("Report"), "ok"),
        RowKind.DELIVERY: (text("Package"), "ok"),
        RowKind.HANDED_OVER: (text("Handed over"), "ok"),
        RowKind.CONTACT: (text("Contact"), "plain"),
        RowKind.RESTORATION: (text("Older copy"), "wait"),
    }
    return words[row.kind]
