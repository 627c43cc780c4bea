"""Another look at a post: whether it is still online, and what has changed."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import (
    CommandWords,
    Draft,
    Field,
    FieldKind,
    FieldSection,
    FormWords,
    Shelf,
)
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.kinds.incident import Incident
from app.casework.part import Part
from app.casework.usual_fields import ABOUT_INCIDENT, AT, EXHIBITS, status_field
from app.casework.versions import Versioned
from app.casework.wording import Badge, Icon, Labelled, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import OnlineStatus, day, in_words
from evidence_store import EntryId


class RecheckFacts(Part, frozen=True, kw_only=True, tag="recheck"):
    """Which incident, when one looked, whether it was still there, and the new exhibits."""

    about: EntryId | None = None
    at: str = ""
    status: OnlineStatus = OnlineStatus.UNKNOWN
    exhibits: tuple[EntryId, ...] = ()
    corrects: EntryId | None = None


class RecheckText(Part, frozen=True, kw_only=True, tag="recheck_text"):
    """What has changed (part ``text``)."""

    note: str = ""


class Recheck(msgspec.Struct, frozen=True):
    """Another look at a post."""

    facts: RecheckFacts
    text: RecheckText | Gap | None = None


class RecheckDraft(Draft, frozen=True, kw_only=True):
    """The same as a person gives it."""

    about: EntryId | None = None
    status: OnlineStatus | None = None
    at: str | None = None
    note: str | None = None
    exhibits: tuple[EntryId, ...] | None = None


_FIELDS = (
    ABOUT_INCIDENT,
    msgspec.structs.replace(
        status_field(OnlineStatus, label=deferred("Is it still online")),
        first=OnlineStatus.UNKNOWN,
    ),
    AT,
    Field(
        name="note",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What has changed"),
        option_help=deferred("what has changed"),
        shown=deferred("Change"),
    ),
    msgspec.structs.replace(
        EXHIBITS, label=deferred("New pictures"), shown=deferred("New pictures")
    ),
)


def _line(looked: Recheck, around: Around, language: Language) -> tuple[str, str]:
    about = looked.facts.about
    thing = around.thing_of(about) if about is not None else None
    post = thing.current if isinstance(thing, Versioned) else None
    platform = post.facts.platform if isinstance(post, Incident) else ""
    note = looked.text.note if isinstance(looked.text, RecheckText) else ""
    return in_words(looked.facts.status, language), dotted(platform, first_words(note))


def _there(looked: tuple[Recheck, ...], language: Language) -> tuple[Labelled, ...]:
    """What the last look found, and when."""
    if not looked:
        return ()
    last = max(looked, key=lambda each: each.facts.at).facts
    status, when = in_words(last.status, language), day(last.at, language)
    words = language.text("{status} {day}", status=status, day=when) if when else status
    return (Labelled(language.text("Looked again"), words),)


RECHECK = Written(
    tag="recheck",
    name=deferred("another look"),
    erasing=Erasing(),
    parts={"facts": RecheckFacts, "text": RecheckText},
    searched={"text": ("note",)},
    value=Recheck,
    draft=RecheckDraft,
    sections=(FieldSection(deferred("What you found when you looked again"), _FIELDS),),
    form=FormWords(
        new=deferred("Note whether it is still online"),
        correct=deferred("Correct whether it is still online"),
        lead=deferred("A short look now and then is enough."),
        saved=deferred("What you found is saved and locked"),
        menu=deferred("Note whether it is still online …"),
        shelf=Shelf.INCIDENTS,
    ),
    command=CommandWords(
        name="recheck",
        summary=deferred("note whether it is still online"),
        corrects=deferred("the look it corrects; the old one stays readable"),
        saved=deferred("It is noted."),
    ),
    needs=("about", "status", "note", "exhibits"),
    about="about",
    refers=lambda looked: (*named_about(looked), *looked.facts.exhibits),
    happened="at",
    badge=Badge(deferred("Looked again"), Tone.PLAIN),
    icon=Icon.CLOCK,
    line=_line,
    there=_there,
    in_dossier=InDossier(
        heading=deferred("Whether it is still online"),
        called=deferred("Another look, entry {seq}"),
        title=("status",),
        rows=(
            RowOf("about"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("note"),
            RowOf("exhibits"),
        ),
        moments=(MomentOf("at", deferred("Looked again: {status}")),),
    ),
)
