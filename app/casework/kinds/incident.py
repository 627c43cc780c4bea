"""A post or other event: what, where, by whom, when, and the exhibits that show it.

Links are sealed twice: as a page may print them, and as they were typed in a part that is opened for nobody.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from app.casework.decoded import Decoded, Gap
from app.casework.erasing import Erasing
from app.casework.errors import EmptyIncidentError
from app.casework.fields import CommandWords, FormWords
from app.casework.kind import Around, Profile, Written, read_facts
from app.casework.kinds.incident_fields import SECTIONS, IncidentDraft
from app.casework.kinds.incident_more import (
    MORE_FIELDS,
    MORE_PARTS,
    IncidentAffected,
    IncidentCircumstances,
    IncidentQuoteFrom,
    IncidentRelations,
    IncidentRunUp,
    IncidentSelfView,
    IncidentSenderContact,
    IncidentTags,
)
from app.casework.kinds.incident_quote import how_quote_was_read, with_quote
from app.casework.kinds.picture_text import ORIGIN
from app.casework.links import cut_link
from app.casework.part import Part
from app.casework.versions import Versioned
from app.casework.wording import (
    Badge,
    Icon,
    Labelled,
    Tone,
    dotted,
    filled,
    first_words,
    listed,
    told,
    unread_words,
    with_rest,
)
from app.language import Language, deferred
from app.vocabulary import (
    AccessBasis,
    ContentTag,
    IncidentKind,
    Visibility,
    in_words,
    minute,
    moment_of,
)
from evidence_store import EntryId

_LATE = timedelta(days=1)


class IncidentFacts(Part, frozen=True, kw_only=True, tag="incident"):
    """A post or other event. ``exhibits`` are the entries of the originals that show it.

    Links are without what follows whoever opens them; in full they stand in ``full``.
    """

    form: IncidentKind = IncidentKind.POST
    platform: str = ""
    venue_name: str = ""
    url: str = ""
    permalink: str = ""
    published_at_text: str = ""
    published_at: str = ""
    first_seen_at: str = ""
    visibility: Visibility = Visibility.UNKNOWN
    audience: str = ""
    access_basis: AccessBasis = AccessBasis.UNKNOWN
    exhibits: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class IncidentFull(Part, frozen=True, kw_only=True, tag="incident_full"):
    """The links as they were typed, with all that follows whoever opens them (part ``full``); leaves with nothing."""

    url: str = ""
    permalink: str = ""
    profile_url: str = ""


class IncidentSender(Part, frozen=True, kw_only=True, tag="incident_sender"):
    """The profile behind it, by what identifies it on the platform (part ``sender``)."""

    handle: str = ""
    profile_url: str = ""
    platform_id: str = ""


class IncidentSenderName(Part, frozen=True, kw_only=True, tag="incident_sender_name"):
    """The name shown and the relation to the workplace (part ``sender_name``)."""

    display_name: str = ""
    relation: str = ""


class IncidentText(Part, frozen=True, kw_only=True, tag="incident_text"):
    """The words about it (part ``text``)."""

    quote: str = ""
    why_offensive: str = ""
    description: str = ""


class Incident(msgspec.Struct, frozen=True):
    """A post or other event, links in full. ``label`` is the sender's letter in this case, "" while none is named.

    ``told`` and ``told_sender`` are the parts as they were sealed for others; None where the entry is of a time when
    they held everything.
    """

    facts: IncidentFacts
    sender: IncidentSender | Gap | None = None
    sender_name: IncidentSenderName | Gap | None = None
    text: IncidentText | Gap | None = None
    circumstances: IncidentCircumstances | Gap | None = None
    tags: IncidentTags | Gap | None = None
    relations: IncidentRelations | Gap | None = None
    affected: IncidentAffected | Gap | None = None
    self_view: IncidentSelfView | Gap | None = None
    run_up: IncidentRunUp | Gap | None = None
    sender_contact: IncidentSenderContact | Gap | None = None
    quote_from: IncidentQuoteFrom | Gap | None = None
    label: str = ""
    told: IncidentFacts | None = None
    told_sender: IncidentSender | None = None

    @property
    def content(self) -> tuple[ContentTag, ...]:
        """What is in it, as the person sees it."""
        return self.tags.tags if isinstance(self.tags, IncidentTags) else ()


def told_incident(facts: IncidentFacts) -> IncidentFacts:
    """Return what of an event's facts may be printed."""
    return replace(facts, url=cut_link(facts.url), permalink=cut_link(facts.permalink))


def told_sender(sender: IncidentSender) -> IncidentSender:
    """Return what of a profile may be printed."""
    return replace(sender, profile_url=cut_link(sender.profile_url))


def _make(entry: Decoded, old: Incident | None) -> Incident:
    sealed = read_facts(entry, IncidentFacts)
    facts, sender = sealed, entry.read("sender", IncidentSender)
    sealed_sender = sender
    full = entry.read("full", IncidentFull)
    if isinstance(full, IncidentFull):
        facts = replace(facts, url=full.url, permalink=full.permalink)
        if isinstance(sender, IncidentSender):
            sender = replace(sender, profile_url=full.profile_url)
    parts = INCIDENT.parts_in(entry, old)
    return Incident(
        **{**parts, "facts": facts, "sender": sender or parts["sender"]},
        told=sealed if full else None,
        told_sender=sealed_sender if full and isinstance(sealed_sender, IncidentSender) else None,
    )


def _profile(incident: Incident) -> Profile:
    sender = incident.sender if isinstance(incident.sender, IncidentSender) else IncidentSender()
    name = incident.sender_name
    return Profile(
        platform=incident.facts.platform,
        platform_id=sender.platform_id,
        url=sender.profile_url,
        handle=sender.handle,
        name=name.display_name if isinstance(name, IncidentSenderName) else "",
    )


def _seal(parts: dict[str, Any]) -> dict[str, Part]:
    facts, sender = parts["facts"], parts["sender"]
    full = IncidentFull(url=facts.url, permalink=facts.permalink, profile_url=sender.profile_url)
    every = {**parts, "facts": told_incident(facts), "full": full, "sender": told_sender(sender)}
    return {name: every[name] for name in INCIDENT.parts}


def _words(incident: Incident) -> IncidentText:
    return incident.text if isinstance(incident.text, IncidentText) else IncidentText()


def _refers(incident: Incident) -> tuple[EntryId, ...]:
    """The pictures that show it, and what it belongs together with."""
    found, relations = incident.facts.exhibits, incident.relations
    if not isinstance(relations, IncidentRelations):
        return found
    single = (relations.repost_of, relations.reply_to, relations.after_warning)
    return (*found, *relations.series, *(each for each in single if each is not None))


def _letter(incident: Incident, language: Language) -> str:
    return language.text("Sender {letter}", letter=incident.label) if incident.label else ""


def _quoted(words: str, language: Language) -> str:
    return language.text("“{text}”", text=words) if words else ""


def _line(incident: Incident, _: object, language: Language) -> tuple[str, str]:
    facts, words = incident.facts, _words(incident)
    what = in_words(facts.form, language)
    if facts.venue_name and facts.visibility is Visibility.PUBLIC:
        what = language.text("{form} in an open group", form=what)
    elif facts.venue_name and facts.visibility is Visibility.GROUP:
        what = language.text("{form} in a group", form=what)
    about = first_words(words.description or words.why_offensive or words.quote)
    return what, dotted(facts.platform, _letter(incident, language), about)


def _details(incident: Incident, language: Language) -> tuple[Labelled, ...]:
    text, facts, words = language.text, incident.facts, _words(incident)
    place = listed(facts.platform, _quoted(facts.venue_name, language))
    seen = in_words(facts.visibility, language)
    return filled(
        Labelled(text("What"), in_words(facts.form, language)),
        with_rest(text("Where"), place, seen[:1].upper() + seen[1:], facts.audience),
        Labelled(text("Link"), facts.permalink or facts.url, link=True),
        with_rest(text("Written by"), *_sender(incident, language)),
        with_rest(text("Posted"), *_published(facts, language)),
        Labelled(text("First seen"), minute(facts.first_seen_at, language)),
        Labelled(text("Access"), in_words(facts.access_basis, language)),
        Labelled(text("Quote"), _quoted(words.quote, language)),
        Labelled(text("What it is about"), words.description),
        Labelled(text("What is offensive"), words.why_offensive),
        Labelled(text("What was written"), unread_words(incident.text, language)),
        *told(MORE_FIELDS, incident, language),
    )


def _sender(incident: Incident, language: Language) -> tuple[str, ...]:
    """The letter of this case, and what names the profile: the pane is the person's own."""
    sender = incident.sender if isinstance(incident.sender, IncidentSender) else IncidentSender()
    named = incident.sender_name
    named = named if isinstance(named, IncidentSenderName) else IncidentSenderName()
    handle = sender.handle or sender.platform_id or sender.profile_url
    return (_letter(incident, language), named.display_name, handle, named.relation)


def _published(facts: IncidentFacts, language: Language) -> tuple[str, ...]:
    shown = _quoted(facts.published_at_text, language)
    as_shown = language.text("{shown} as shown", shown=shown) if shown else ""
    return minute(facts.published_at, language), as_shown


def _more(incident: Incident, around: Around, language: Language) -> tuple[Labelled, ...]:
    named = (field for field in INCIDENT.fields if field.shown and field.names_entries)
    return filled(
        Labelled(language.text(ORIGIN), how_quote_was_read(incident.quote_from, around, language)),
        *(INCIDENT.named_in(field, incident, around, language) for field in named),
    )


def noted_late(thing: Versioned[Incident]) -> bool:
    """Return whether it was sealed more than a day after the person saw it, or else after it was posted."""
    facts = thing.current.facts
    known, sealed = moment_of(facts.first_seen_at or facts.published_at), moment_of(thing.time)
    return known is not None and sealed is not None and sealed - known > _LATE


INCIDENT = Written(
    tag="incident",
    name=deferred("incident"),
    erasing=Erasing(
        lists=(
            *("incident", "note", "notification", "request", "measure", "caseworker_change"),
            *("concern", "idea", "complaint_guidance", "journal_reference"),
            *("police_report", "takedown", "internal_registration", "own_reply"),
            *("witness_statement", "recheck"),
            *("reaction", "care_contact", "absence", "expense", "injury_step"),
        )
    ),
    parts={
        "facts": IncidentFacts,
        "full": IncidentFull,
        "sender": IncidentSender,
        "sender_name": IncidentSenderName,
        "text": IncidentText,
        **MORE_PARTS,
    },
    searched={
        "facts": ("platform", "venue_name", "url", "permalink", "published_at_text", "audience"),
        "full": ("url", "permalink", "profile_url"),
        "sender": ("handle", "profile_url", "platform_id"),
        "sender_name": ("display_name", "relation"),
        "text": ("quote", "why_offensive", "description"),
        "run_up": ("before",),
        "sender_contact": ("mail", "phone"),
    },
    value=Incident,
    draft=IncidentDraft,
    sections=SECTIONS,
    form=FormWords(
        new=deferred("About the post"),
        new_about=deferred("About the post in Exhibit {number}"),
        about_notice=deferred("Exhibit {number} is saved and locked since {moment}."),
        correct=deferred("Correct what is said about the post"),
        lead=deferred("Fill in what you know. Every field can wait, and can be corrected later."),
        saved=deferred("The post’s details are saved and locked"),
        menu=deferred("Describe a post …"),
        key="Ctrl+D",
    ),
    command=CommandWords(
        name="incident",
        summary=deferred("write down the facts of a post or another event"),
        corrects=deferred("the incident it corrects; the old one stays readable"),
        saved=deferred("The incident is saved and locked."),
    ),
    nothing=EmptyIncidentError,
    needs=tuple(field.name for section in SECTIONS for field in section.fields),
    about="exhibits",
    refers=_refers,
    make=_make,
    profile=_profile,
    seal=_seal,
    posted="published_at",
    badge=Badge(deferred("Incident"), Tone.INFO),
    icon=Icon.FLAG,
    line=_line,
    details=_details,
    more=_more,
    fill=with_quote,
    brief=lambda incident, _: _words(incident).description or _words(incident).quote,
    noted=True,
)
