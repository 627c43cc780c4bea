"""Sections that the program makes from what is told: the pattern, what may be asked about, and sheets for the receiver.

Rules:
- Nothing is read but what was disclosed: an event is counted with the parts that are open, and no others.
- A field that is not told is left empty, with room to write it in by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from app.casework import CaseState
from app.casework.kinds.incident_more import MORE_PARTS
from app.casework.kinds.internal_registration import INTERNAL_REGISTRATION, RegistrationText
from app.casework.pattern import PatternEvent, PatternFigure, pattern_among, pattern_told
from app.casework.review import ReviewRules, review_of
from app.dossier.composing import wording
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.incidents import (
    DisclosedIncident,
    open_to,
    sender_name,
    title,
    when_label,
    where,
)
from app.dossier.composing.numbers import gathered
from app.dossier.composing.written import DisclosedThing
from app.dossier.model import Manner, PrintedRow, PrintedSection, PrintedThing, Section
from app.dossier.policy import Policy
from app.language import Language
from app.vocabulary import Role, in_words, moment_of, utc
from evidence_store import EntryId

_TO_FILL_IN = "____________________"


class ToldHere(msgspec.Struct, frozen=True):
    """What this reader is told; ``names`` are what events and things are called."""

    incidents: Sequence[DisclosedIncident]
    written: Sequence[DisclosedThing]
    showings: Sequence[DisclosedExhibit]
    names: Mapping[EntryId, str]


def compose_derived(
    policy: Policy, state: CaseState, told: ToldHere, review: ReviewRules | None, language: Language
) -> tuple[PrintedSection, ...]:
    """Return those of the sections that the policy names."""
    made = (
        *compose_pattern(told.incidents, language),
        *compose_preservation(told.incidents, language),
        *compose_registration(told.incidents, told.written, language),
        *compose_doubts(state, review, told.showings, told.names, language),
    )
    return tuple(each for each in made if each.name in policy.sections)


def compose_pattern(
    incidents: Sequence[DisclosedIncident], language: Language
) -> Iterator[PrintedSection]:
    """Yield what the events are together; nothing where there is one alone."""
    if len(incidents) < 2:
        return
    found = pattern_among([_counted(each) for each in incidents])
    told = pattern_told(found, lambda _: "", language, others=True)
    parts = (
        (language.text("How many and when"), told.course),
        (language.text("What is in them"), told.held),
    )
    things = [
        PrintedThing(name, tuple(_row(each) for each in figures))
        for name, figures in parts
        if figures
    ]
    things[0] = replace(things[0], text=told.judgement)
    yield PrintedSection(Section.PATTERN, language.text("Pattern"), tuple(things))


def _counted(incident: DisclosedIncident) -> PatternEvent:
    """Return an event with the parts that are open to this reader."""
    shut = {name: incident.more.get(name) for name in MORE_PARTS}
    value = replace(
        incident.source.current,
        facts=incident.facts,
        sender=None,
        sender_name=None,
        text=None,
        **shut,
    )
    return PatternEvent(incident.source.id, value, moment_of(incident.when))


def _row(figure: PatternFigure) -> PrintedRow:
    return PrintedRow(figure.label, figure.words)


def compose_preservation(
    incidents: Sequence[DisclosedIncident], language: Language
) -> Iterator[PrintedSection]:
    """Yield what a service has to be told that is to keep data before they are deleted."""
    text = language.text
    things = []
    for incident in incidents:
        facts, sender = incident.facts, incident.sender
        link = facts.permalink or facts.url
        known = sender is not None and (sender.handle or sender.platform_id or sender.profile_url)
        if not (link or known):  # nothing by which a service could find it
            continue
        rows = (
            PrintedRow(text("Service"), facts.platform),
            PrintedRow(text("Exact address"), link, Manner.LINK),
            PrintedRow(text("Page or group"), facts.venue_name),
            PrintedRow(text("User name"), sender.handle if sender else ""),
            PrintedRow(text("Stable id of the profile"), sender.platform_id if sender else ""),
            PrintedRow(text("Profile link"), sender.profile_url if sender else "", Manner.LINK),
            PrintedRow(
                text("{when} (UTC)", when=when_label(facts, language)), utc(facts.published_at)
            ),
            PrintedRow(text("First seen (UTC)"), utc(facts.first_seen_at)),
            PrintedRow(text("Saved here (UTC)"), utc(incident.source.time)),
        )
        name = text("Incident {number}", number=incident.number)
        things.append(PrintedThing(name, tuple(row for row in rows if row.value)))
    if things:
        intro = text(
            "The service can be asked to keep this now, before it is deleted: the content with its comments and earlier"
            " versions, the account behind it, and the log-in data with time and address. Times are UTC."
        )
        things.insert(0, PrintedThing("", (), text=intro))
        yield PrintedSection(Section.PRESERVATION, text("To keep at the service"), tuple(things))


def compose_registration(
    incidents: Sequence[DisclosedIncident], written: Sequence[DisclosedThing], language: Language
) -> Iterator[PrintedSection]:
    """Yield a sheet for the workplace's own register of each event: nine fields."""
    if not incidents:
        return
    things = tuple(_sheet(each, written, language) for each in incidents)
    yield PrintedSection(Section.REGISTRATION, language.text("For the internal register"), things)


def _sheet(
    incident: DisclosedIncident, written: Sequence[DisclosedThing], language: Language
) -> PrintedThing:
    text, facts = language.text, incident.facts
    about = [
        each.value
        for each in written
        if each.kind is INTERNAL_REGISTRATION
        and set(each.kind.refers(each.value)) & {incident.source.id, incident.source.entry}
    ]
    handled = [each.facts.handled_by for each in about if each.facts.handled_by is not Role.OTHER]
    done = [each.text.done for each in about if isinstance(each.text, RegistrationText)]
    moment = facts.published_at or facts.first_seen_at
    rows = (
        (text("When"), wording.minute(moment, language) if moment else ""),
        (text("Where"), where(facts, language)),
        (text("Who is behind it"), sender_name(incident, language)),
        (text("Relation to the workplace"), incident.named.relation if incident.named else ""),
        (
            text("What it is"),
            ", ".join(filter(None, (in_words(facts.form, language), open_to(facts, language)))),
        ),
        (text("Short description"), incident.text.description if incident.text else ""),
        (text("Absence, yes or no"), ""),
        (text("Who took care of it"), ", ".join(in_words(each, language) for each in handled)),
        (text("What was done"), " ".join(filter(None, done))),
    )
    name = text("Incident {number}", number=incident.number)
    return PrintedThing(
        f"{name} · {title(incident, language)}",
        tuple(PrintedRow(label, value or _TO_FILL_IN) for label, value in rows),
    )


def compose_doubts(
    state: CaseState,
    rules: ReviewRules | None,
    showings: Sequence[DisclosedExhibit],
    names: Mapping[EntryId, str],
    language: Language,
) -> Iterator[PrintedSection]:
    """Yield what others may ask about and nobody can mend; ``names`` are what the events that are told are called."""
    if rules is None:
        return
    shown = {each.source.number: each for each in showings}
    called = _called(shown, names, state, language)
    met: dict[str, list[str]] = {}
    for each in review_of(state, rules, frozenset(shown)).limits:
        name = called(each.about) if each.about is not None else ""
        if each.about is None or name:
            met.setdefault(each.rule.id, []).append(name)
    things = tuple(
        PrintedThing(
            rule.title.of(language.code),
            tuple(
                PrintedRow(language.text("It is about"), gathered(found, language))
                for found in [[name for name in met[rule.id] if name]]
                if found
            ),
            text=rule.why.of(language.code),
        )
        for rule in rules.limits
        if rule.id in met
    )
    if things:
        yield PrintedSection(Section.DOUBTS, language.text("What others may ask about"), things)


def _called(
    shown: Mapping[int, DisclosedExhibit],
    names: Mapping[EntryId, str],
    state: CaseState,
    language: Language,
) -> Callable[[EntryId], str]:
    def called(entry: EntryId) -> str:
        if entry in names:
            return names[entry]
        exhibit = state.exhibit_of(entry)
        if exhibit is None or exhibit.number not in shown:
            return ""
        return language.text("Exhibit {number}", number=exhibit.number)

    return called
