"""Incidents as the recipient may see them, and the parties behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from app.casework import (
    CaseState,
    Field,
    FieldKind,
    Incident,
    Versioned,
    field_words,
    listed,
    told_incident,
    told_sender,
)
from app.casework.kinds.case import Author
from app.casework.kinds.incident import (
    INCIDENT,
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.incident_more import (
    LEFT_OUT,
    MORE_FIELDS,
    MORE_PARTS,
    RELATION_FIELDS,
    IncidentRelations,
)
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.composing.numbers import gathered
from app.dossier.composing.quotes import DisclosedQuote, disclose_quote, quote_rows
from app.dossier.model import Manner, Omission, PrintedRow
from app.dossier.policy import Policy
from app.language import Language
from app.vocabulary import IncidentKind, Visibility, day, in_words
from evidence_store import EntryId

_RELATIONS = "relations"  # disclosed last: only then it is known what else is told
_ALONE = frozenset({_RELATIONS, "quote_from"})  # parts that name entries


class DisclosedIncident(msgspec.Struct, frozen=True):
    """An incident as far as it was disclosed, under its number in the case.

    ``more`` are the parts that hold one matter each, by name, as far as they are open.
    """

    number: int
    source: Versioned[Incident]
    facts: IncidentFacts
    sender: IncidentSender | None
    text: IncidentText | None
    named: IncidentSenderName | None
    exhibits: tuple[int, ...]
    more: Mapping[str, Any] = {}
    quote: DisclosedQuote = DisclosedQuote()

    @property
    def when(self) -> str:
        """Return when it happened: published, else first seen."""
        return self.facts.published_at or self.facts.first_seen_at


def disclose_incidents(
    state: CaseState, gate: Gate, shown: Collection[int], unshown: Collection[int] = ()
) -> tuple[DisclosedIncident, ...]:
    """Return all incidents that the policy opens, numbered as in the case; ``shown`` are the exhibits included.

    An incident whose exhibits were all left out by choice is left out with them, but for ``unshown`` ones.
    """
    told: list[DisclosedIncident] = []
    for number, incident in enumerate(state.of(INCIDENT), start=1):
        exhibits = state.numbers_of(incident.current.facts.exhibits)
        if incident.hidden or (exhibits and not set(exhibits) & {*shown, *unshown}):
            continue
        value, entry = incident.current, incident.entry
        printed = value.told or told_incident(value.facts)
        all_shown = printed in (value.told, value.facts)
        facts = gate.disclose("incident", "facts", entry, printed, all_shown=all_shown)
        if facts is None:
            continue
        text = gate.disclose("incident", "text", entry, value.text)
        told.append(
            DisclosedIncident(
                number=number,
                source=incident,
                facts=facts,
                sender=_disclose_sender(value, entry, gate),
                text=text,
                named=gate.disclose("incident", "sender_name", entry, value.sender_name),
                exhibits=tuple(each for each in exhibits if each in shown),
                more={
                    name: gate.disclose("incident", name, entry, getattr(value, name))
                    for name in MORE_PARTS
                    if name not in _ALONE
                },
                quote=disclose_quote(state, value, entry, gate, shown)
                if text is not None
                else DisclosedQuote(),
            )
        )
    return tuple(told)


def disclose_relations(
    incidents: Collection[DisclosedIncident], told: Collection[EntryId], gate: Gate
) -> tuple[DisclosedIncident, ...]:
    """Return the incidents with what they belong together with, as far as it is ``told`` to this reader too.

    Where something is not, the part that names it stays shut, and only the words of the rest are printed.
    """
    made = []
    for incident in incidents:
        named = incident.source.current.relations
        part = _as_told(named, told) if isinstance(named, IncidentRelations) else named
        entry = incident.source.entry
        let = gate.disclose("incident", _RELATIONS, entry, part, all_shown=part == named)
        made.append(replace(incident, more={**incident.more, _RELATIONS: let}))
    return tuple(made)


def _as_told(part: IncidentRelations, told: Collection[EntryId]) -> IncidentRelations:
    single = {
        field.key: None
        for field in RELATION_FIELDS
        if field.kind is FieldKind.ENTRY and getattr(part, field.key) not in told
    }
    return replace(part, series=tuple(each for each in part.series if each in told), **single)


def parts_not_told(
    incidents: Collection[DisclosedIncident], policy: Policy, language: Language
) -> tuple[Omission, ...]:
    """Return what of incidents this recipient is not shown, whether there is any or not."""
    if not incidents:
        return ()
    shut: dict[bool, list[str]] = {False: [], True: []}
    for part, words in LEFT_OUT.items():
        if not policy.opens("incident", part):
            shut[policy.opens_chosen("incident", part)].append(language.text(words))
    whys = {
        False: language.text("Not needed by this recipient."),
        True: language.text("Only what the employee chose is part of this edition."),
    }
    return tuple(
        Omission(language.text("Of incidents: {parts}", parts=listed(*what)), whys[chosen])
        for chosen, what in shut.items()
        if what
    )


def _disclose_sender(value: Incident, entry: EntryId, gate: Gate) -> IncidentSender | None:
    sender = value.sender
    if not isinstance(sender, IncidentSender):
        return None
    told = value.told_sender or told_sender(sender)
    all_shown = told in (value.told_sender, sender)
    return gate.disclose("incident", "sender", entry, told, all_shown=all_shown)


def title(incident: DisclosedIncident, language: Language) -> str:
    """Return what it is and when, in a few words that fit a heading."""
    facts = incident.facts
    what = in_words(facts.form, language)
    if facts.venue_name and facts.visibility is Visibility.PUBLIC:
        what = language.text("{form} in an open group", form=what)
    elif facts.venue_name and facts.visibility is Visibility.GROUP:
        what = language.text("{form} in a group", form=what)
    return listed(what, day(incident.when, language) if incident.when else "")


def where(facts: IncidentFacts, language: Language) -> str:
    """Return platform and place."""
    place = wording.quoted(facts.venue_name, language) if facts.venue_name else ""
    return listed(facts.platform, place)


def open_to(facts: IncidentFacts, language: Language) -> str:
    """Return who could see it, once: where the person's own words say it, those alone."""
    seen = in_words(facts.visibility, language)
    told = facts.audience
    return told if seen and seen.casefold() in told.casefold() else listed(seen, told)


def when_label(facts: IncidentFacts, language: Language) -> str:
    """Return what the time of an event is called: nobody posts a message, and a call is no text."""
    match facts.form:
        case IncidentKind.MESSAGE | IncidentKind.MAIL | IncidentKind.TEXT_MESSAGE:
            return language.text("Sent")
        case IncidentKind.CALL:
            return language.text("When")
        case _:
            return language.text("Posted")


def published(facts: IncidentFacts, language: Language) -> str:
    """Return the time as the page showed it, and what it was found to be; never one for the other."""
    as_shown = wording.quoted(facts.published_at_text, language) if facts.published_at_text else ""
    found = wording.minute(facts.published_at, language) if facts.published_at else ""
    if as_shown and found:
        return language.text("{shown} as shown; found to be {time}", shown=as_shown, time=found)
    if as_shown:
        return language.text("{shown} as shown", shown=as_shown)
    return found


def sender_name(incident: DisclosedIncident, language: Language) -> str:
    """Return the letter that stands for the profile in this case."""
    label = incident.source.current.label
    if not label:
        return language.text("Sender not stated")
    return language.text("Sender {letter}", letter=label)


def sender_line(incident: DisclosedIncident, language: Language) -> str:
    """Return the letter and the profile, where that is open."""
    name = sender_name(incident, language)
    profile = incident.sender
    if profile is None or not (profile.handle or profile.platform_id):
        return name
    return language.text(
        "{sender}, profile {profile}", sender=name, profile=profile.handle or profile.platform_id
    )


def compose_incident(
    incident: DisclosedIncident, names: Mapping[EntryId, str], carrier: int, language: Language
) -> model.PrintedIncident:
    """Return all that may be told about one incident; ``names`` are what other things are called.

    ``carrier`` is the exhibit that has its facts, so that they do not stand twice; 0 where none has.
    """
    facts = incident.facts
    text = incident.text or IncidentText()
    on_exhibit = (
        PrintedRow(language.text("Where"), where(facts, language)),
        PrintedRow(language.text("Visibility"), open_to(facts, language)),
        PrintedRow(language.text("Link"), facts.permalink or facts.url, Manner.LINK),
        PrintedRow(language.text("Sender"), sender_line(incident, language)),
        PrintedRow(when_label(facts, language), published(facts, language)),
        PrintedRow(language.text("Access"), in_words(facts.access_basis, language)),
    )
    rows = (
        *(() if carrier else on_exhibit),
        PrintedRow(
            language.text("Address of the page"),
            facts.url if facts.permalink and facts.url != facts.permalink else "",
            Manner.LINK,
        ),
        PrintedRow(
            language.text("First seen"),
            wording.minute(facts.first_seen_at, language) if facts.first_seen_at else "",
        ),
        PrintedRow(language.text("Saved"), wording.minute(incident.source.time, language)),
        PrintedRow(
            language.text("Quote"),
            wording.quoted(text.quote, language) if text.quote else "",
            Manner.QUOTE,
        ),
        *quote_rows(incident.quote, language),
        PrintedRow(language.text("What it is about"), text.description),
        PrintedRow(language.text("What is offensive"), text.why_offensive),
        *(_more(field, incident, names, language) for field in MORE_FIELDS),
    )
    return model.PrintedIncident(
        number=incident.number,
        title=title(incident, language),
        rows=tuple(row for row in rows if row.value),
        exhibits=incident.exhibits,
        source=incident.source.id,
    )


def _more(
    field: Field, incident: DisclosedIncident, names: Mapping[EntryId, str], language: Language
) -> PrintedRow:
    part = incident.more.get(field.part)
    if part is None:
        words = ""
    elif field.names_entries:
        value = getattr(part, field.key)
        value = value if isinstance(value, tuple) else (value,)
        words = gathered([names[each] for each in value if each], language)
    else:
        words = field_words(field, part, language, others=True)
    return PrintedRow(language.text(field.shown), words)


def compose_parties(
    author: Author | None, incidents: tuple[DisclosedIncident, ...], language: Language
) -> tuple[model.Party, ...]:
    """Return the person whose dossier it is, then the senders by letter."""
    parties: list[model.Party] = []
    if author is not None and author.name:
        rows = (
            PrintedRow(language.text("Position"), author.job_title),
            PrintedRow(language.text("Workplace"), author.workplace),
        )
        parties.append(model.Party(author.name, tuple(row for row in rows if row.value)))
    by_letter: dict[str, list[DisclosedIncident]] = {}
    for incident in incidents:
        if incident.source.current.label:
            by_letter.setdefault(incident.source.current.label, []).append(incident)
    letters = sorted(by_letter, key=lambda each: (len(each), each))
    return (*parties, *(_sender(by_letter[letter], language) for letter in letters))


def _sender(incidents: list[DisclosedIncident], language: Language) -> model.Party:
    profiles = [incident.sender for incident in incidents if incident.sender is not None]
    names = [incident.named for incident in incidents if incident.named is not None]
    numbers = ", ".join(str(incident.number) for incident in incidents)
    rows = (
        PrintedRow(language.text("Name"), _each(tuple(each.display_name for each in names))),
        PrintedRow(
            language.text("Relation to the workplace"),
            _each(tuple(each.relation for each in names)),
        ),
        PrintedRow(
            language.text("Platform"), _each(tuple(each.facts.platform for each in incidents))
        ),
        PrintedRow(language.text("Profile"), _each(tuple(each.handle for each in profiles))),
        PrintedRow(
            language.text("Profile id"), _each(tuple(each.platform_id for each in profiles))
        ),
        *(
            PrintedRow(language.text("Profile link"), url, Manner.LINK)
            for url in dict.fromkeys(each.profile_url for each in profiles)
        ),
        PrintedRow(
            language.text("Linked to"),
            language.plural(
                "Incident {numbers}", "Incidents {numbers}", len(incidents), numbers=numbers
            ),
        ),
    )
    return model.Party(sender_name(incidents[0], language), tuple(row for row in rows if row.value))


def _each(values: tuple[str, ...]) -> str:
    """Return different values, each once."""
    return ", ".join(dict.fromkeys(value for value in values if value))
