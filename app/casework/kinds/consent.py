"""The person says yes: one recipient may read some private things, until that is withdrawn. Private itself.

Rules:
- What is named is the entry that stood when the person said yes. Where the thing is corrected afterwards, the person is
  asked again: a later version of the consent names the later entry.
- Each thing has a token of its own in each consent, which names no place. It is all that ties what was shared to here.
- A correction adds things or names later entries of them; it takes none away and changes no recipient. What was
  withdrawn stays withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from app.casework.attached import Attached
from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.errors import NoFileToShareError, NothingSaidError
from app.casework.fields import (
    After,
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Shelf,
)
from app.casework.kind import PRIVATE, Around, Written
from app.casework.kinds.absence import ABSENCE
from app.casework.kinds.care_contact import CARE_CONTACT
from app.casework.kinds.expense import EXPENSE
from app.casework.kinds.injury_step import INJURY_STEP
from app.casework.kinds.reaction import REACTION
from app.casework.part import Part
from app.casework.times import TimeDoubt
from app.casework.usual_fields import AT
from app.casework.versions import Versioned
from app.casework.wording import Labelled, filled, listed
from app.language import Language, deferred
from app.vocabulary import DisclosedTopic, Role, in_words, lowered, minute
from evidence_store import EntryId, ObjectBody

SHAREABLE: Mapping[DisclosedTopic, Written[Any]] = {
    DisclosedTopic.REACTION: REACTION,
    DisclosedTopic.CARE: CARE_CONTACT,
    DisclosedTopic.ABSENCE: ABSENCE,
    DisclosedTopic.EXPENSE: EXPENSE,
    DisclosedTopic.INJURY: INJURY_STEP,
}
"""What can be shared by consent, by what a report calls it."""
_TOPICS = {kind.value: topic for topic, kind in SHAREABLE.items()}


class ConsentItem(msgspec.Struct, frozen=True):
    """One thing that may be shared: its entry, its token, and whether its file may go along."""

    entry: EntryId
    token: str
    file: bool = False


class ConsentFacts(Part, frozen=True, kw_only=True, tag="consent"):
    """Who may read it, since when, and when that was withdrawn."""

    recipient: Role = Role.OTHER
    at: str = ""
    withdrawn_at: str = ""
    corrects: EntryId | None = None


class ConsentScope(Part, frozen=True, kw_only=True, tag="consent_scope"):
    """What may be shared (part ``scope``)."""

    items: tuple[ConsentItem, ...] = ()


class ConsentText(Part, frozen=True, kw_only=True, tag="consent_text"):
    """A few words more (part ``text``)."""

    note: str = ""


class Consent(msgspec.Struct, frozen=True):
    """A consent."""

    facts: ConsentFacts
    scope: ConsentScope | Gap | None = None
    text: ConsentText | Gap | None = None


class ConsentDraft(Draft, frozen=True, kw_only=True):
    """A consent as a person gives it: ``items`` are what may be shared, ``files`` those whose file may go along."""

    recipient: Role | None = None
    items: tuple[EntryId, ...] | None = None
    files: tuple[EntryId, ...] | None = None
    at: str | None = None
    withdrawn: str | None = None
    note: str | None = None


def shareable_file(value: object) -> Attached | None:
    """Return the file beside the words of a private thing; None where there is none, or its bytes are gone."""
    attached = getattr(value, "attached", None)
    if not isinstance(attached, Attached) or not isinstance(attached.object, ObjectBody):
        return None
    return attached


def topic_of(value: object) -> DisclosedTopic | None:
    """Return what a report calls a private thing; None where it is of a kind that is not shared."""
    return _TOPICS.get(type(value))


_FIELDS = (
    Field(
        name="recipient",
        kind=FieldKind.CHOICE,
        choices=Role,
        first=Role.OTHER,
        silent=Role.OTHER,
        silent_label=deferred("Nobody is chosen yet"),
        fixed=deferred("It stays what it was from the start."),
        label=deferred("Who may read it"),
        option_help=deferred("who may read it"),
        shown=deferred("May be read by"),
    ),
    Field(
        name="items",
        part="",
        kind=FieldKind.ENTRIES,
        of=tuple(kind.tag for kind in SHAREABLE.values()),
        option="item",
        label=deferred("What may be shared"),
        option_help=deferred("what may be shared, such as p4; may be repeated"),
    ),
    Field(
        name="files",
        part="",
        kind=FieldKind.ENTRIES,
        of=tuple(kind.tag for kind in SHAREABLE.values() if kind.takes_file),
        option="with_file",
        with_file=True,
        label=deferred("What may be shared with its file"),
        option_help=deferred(
            "what may be shared with its file, such as a receipt; may be repeated"
        ),
    ),
    msgspec.structs.replace(
        AT,
        label=deferred("When you said yes"),
        option_help=deferred("when you said yes; otherwise now"),
    ),
    Field(
        name="withdrawn",
        attr="withdrawn_at",
        kind=FieldKind.TIME,
        after=(After("at", TimeDoubt.ENDED_BEFORE_BEGUN),),
        shown=deferred("Withdrawn"),
    ),
    Field(
        name="note",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("Note"),
        option_help=deferred("a few words more"),
        shown=deferred("Note"),
    ),
)


def _fill(
    parts: dict[str, Part],
    draft: Draft,
    stood: Consent | None,
    around: Around,
    fresh: Callable[[], str],
) -> dict[str, Part]:
    """Name the entries that stand now, each with its token.

    Raises:
        NothingSaidError: it is for nobody, or of nothing.
        NoFileToShareError: a file may go along of something that holds none.
    """
    facts, scope = parts["facts"], parts["scope"]
    if not isinstance(facts, ConsentFacts) or not isinstance(scope, ConsentScope):
        raise TypeError(facts)
    if not isinstance(draft, ConsentDraft):
        raise TypeError(draft)
    if stood is not None:
        withdrawn = stood.facts.withdrawn_at or facts.withdrawn_at
        facts = replace(facts, recipient=stood.facts.recipient, withdrawn_at=withdrawn)
    for entry in draft.files or ():
        if shareable_file(_current(around, entry)) is None:
            raise NoFileToShareError(entry.seq)
    along = {_first(around, entry) for entry in draft.files or ()}
    items = {_first(around, item.entry): item for item in scope.items}
    for entry in (*(draft.items or ()), *(draft.files or ())):
        first, stands = _first(around, entry), _standing(around, entry)
        known = items.get(first)
        token = known.token if known is not None else fresh()
        file = first in along or (known is not None and known.file)
        items[first] = ConsentItem(stands, token, file)
    if facts.recipient is Role.OTHER or not items:
        raise NothingSaidError
    return {**parts, "facts": facts, "scope": ConsentScope(items=tuple(items.values()))}


def _first(around: Around, entry: EntryId) -> EntryId:
    """The entry that names a thing for ever."""
    thing = around.thing_of(entry)
    return thing.id if isinstance(thing, Versioned) else entry


def _current(around: Around, entry: EntryId) -> object:
    thing = around.thing_of(entry)
    return thing.current if isinstance(thing, Versioned) else None


def _standing(around: Around, entry: EntryId) -> EntryId:
    """The entry of what stands of a thing."""
    thing = around.thing_of(entry)
    return thing.entry if isinstance(thing, Versioned) else entry


def _line(consent: Consent, _: Around, language: Language) -> tuple[str, str]:
    facts = consent.facts
    who = lowered(in_words(facts.recipient, language))
    said = language.text("Given {when}", when=minute(facts.at, language)) if facts.at else ""
    if facts.withdrawn_at:
        said = language.text("Withdrawn {when}", when=minute(facts.withdrawn_at, language))
    return language.text("Consent: {who}", who=who), said


def _more(consent: Consent, around: Around, language: Language) -> tuple[Labelled, ...]:
    """What may be shared, as the timeline calls it."""
    titles: list[str] = []
    for item in consent.scope.items if isinstance(consent.scope, ConsentScope) else ():
        thing = around.thing_of(item.entry)
        topic = topic_of(thing.current) if isinstance(thing, Versioned) else None
        if topic is not None and isinstance(thing, Versioned):
            titles.append(SHAREABLE[topic].line_of(thing.current, around, language)[0])
    return filled(Labelled(language.text("What may be shared"), listed(*titles)))


CONSENT = Written(
    tag="consent",
    name=deferred("consent"),
    erasing=Erasing(says=deferred("Nothing more is shared by it from then on.")),
    parts={"facts": ConsentFacts, "scope": ConsentScope, "text": ConsentText},
    searched={"text": ("note",)},
    zones=PRIVATE,
    value=Consent,
    draft=ConsentDraft,
    sections=(FieldSection(deferred("Who may read what"), _FIELDS),),
    form=FormWords(
        new=deferred("Say yes to sharing"),
        correct=deferred("Add to what may be shared"),
        lead=deferred(
            "It is voluntary. Share only what is needed. You choose for each report what goes along, and you can"
            " withdraw it."
        ),
        saved=deferred("Your yes is saved and locked"),
        menu=deferred("Say yes to sharing …"),
        shelf=Shelf.HEALTH,
    ),
    command=CommandWords(
        name="consent",
        summary=deferred("say yes: somebody may read what you noted in private"),
        corrects=deferred("the consent to add to; the old one stays readable"),
        saved=deferred("Your yes is noted."),
    ),
    fill=_fill,
    happened="at",
    line=_line,
    more=_more,
)
