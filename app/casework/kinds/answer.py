"""An answer: who gave it by role, when and how, what it came to, and what was promised in it."""

from __future__ import annotations

import msgspec

from app.casework.attached import Attached, AttachedSource
from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.fields import CommandWords, Draft, Field, FieldKind, FieldSection, FormWords
from app.casework.in_dossier import InDossier, MomentOf, RowOf
from app.casework.kind import Around, Written, named_about
from app.casework.part import Part
from app.casework.promises import PROMISE_FIELDS, PROMISE_ROWS, Promise
from app.casework.usual_fields import AT, FROM_CONTACTS, HOW, NAME, NAMES_AT_WORK, role_field
from app.casework.wording import Badge, Icon, Tone, dotted, first_words
from app.language import Language, deferred
from app.vocabulary import AnswerKind, Channel, PromiseStatus, Role, in_words, lowered
from evidence_store import EntryId, ObjectBody


class AnswerFacts(Part, frozen=True, kw_only=True, tag="answer"):
    """What is answered, who answered by role, when and how, and what it came to."""

    about: EntryId | None = None
    role: Role = Role.OTHER
    at: str = ""
    channel: Channel = Channel.OTHER
    reply: AnswerKind = AnswerKind.UNCLEAR
    corrects: EntryId | None = None


class AnswerPerson(Part, frozen=True, kw_only=True, tag="answer_to"):
    """The name of the one who answered (part ``to``)."""

    name: str = ""


class AnswerPromise(Promise, frozen=True, kw_only=True, tag="answer_promise"):
    """What was promised in it (part ``promise``)."""


class AnswerText(Part, frozen=True, kw_only=True, tag="answer_text"):
    """What was answered, retold (part ``text``)."""

    said: str = ""


class AnswerSource(AttachedSource, frozen=True, kw_only=True, tag="answer_source"):
    """What the letter or the guidelines were called that came with it."""


class Answer(msgspec.Struct, frozen=True):
    """An answer."""

    facts: AnswerFacts
    to: AnswerPerson | Gap | None = None
    promise: AnswerPromise | Gap | None = None
    text: AnswerText | Gap | None = None
    attached: Attached | None = None


class AnswerDraft(Draft, frozen=True, kw_only=True):
    """An answer as a person gives it."""

    about: EntryId | None = None
    contact: EntryId | None = None
    role: Role | None = None
    name: str | None = None
    at: str | None = None
    channel: Channel | None = None
    reply: AnswerKind | None = None
    said: str | None = None
    promise: str | None = None
    due: str | None = None
    kept: PromiseStatus | None = None
    settled: str | None = None


_ANSWER = (
    Field(
        name="about",
        kind=FieldKind.ENTRY,
        of=(
            "request",
            "notification",
            "concern",
            "idea",
            "caseworker_change",
            "takedown",
            "internal_registration",
        ),
        brings=("role", "name"),
        label=deferred("What it answers"),
        option_help=deferred("what it answers, such as e41"),
        shown=deferred("Answer to"),
    ),
    FROM_CONTACTS,
    role_field(
        label=deferred("Who answered"),
        option_help=deferred("who answered"),
        shown=deferred("Answer from"),
    ),
    NAME,
    msgspec.structs.replace(
        AT,
        label=deferred("When the answer came"),
        option_help=deferred("when they answered; otherwise now"),
        shown=deferred("Answered"),
    ),
    HOW,
    Field(
        name="reply",
        kind=FieldKind.CHOICE,
        choices=AnswerKind,
        label=deferred("What they said"),
        option_help=deferred("what the answer comes to"),
        shown=deferred("The answer"),
    ),
    Field(
        name="said",
        part="text",
        kind=FieldKind.AREA,
        label=deferred("What they answered"),
        help=deferred("In your own words, as close to theirs as you remember."),
        option_help=deferred("what they answered"),
        shown=deferred("What was answered"),
    ),
)


def _line(answer: Answer, _: Around, language: Language) -> tuple[str, str]:
    said = answer.text.said if isinstance(answer.text, AnswerText) else ""
    role = lowered(in_words(answer.facts.role, language))
    title = language.text("Answer from: {who}", who=role)
    return title, dotted(in_words(answer.facts.reply, language), first_words(said))


ANSWER = Written(
    tag="answer",
    name=deferred("answer"),
    erasing=Erasing(
        says=deferred("What it answers stands without an answer, if it was the only one.")
    ),
    parts={
        "facts": AnswerFacts,
        "to": AnswerPerson,
        "promise": AnswerPromise,
        "text": AnswerText,
        "source": AnswerSource,
        "object": ObjectBody,
    },
    searched={"to": ("name",), "promise": ("what",), "text": ("said",)},
    value=Answer,
    draft=AnswerDraft,
    sections=(
        FieldSection(deferred("Who answered, when and what"), _ANSWER),
        FieldSection(deferred("What was promised"), PROMISE_FIELDS),
    ),
    form=FormWords(
        new=deferred("Note an answer"),
        correct=deferred("Correct the answer"),
        lead=deferred("What somebody answered, and what was promised."),
        saved=deferred("The answer is saved and locked"),
        menu=deferred("Note an answer …"),
        key="Ctrl+Shift+S",
    ),
    command=CommandWords(
        name="answer",
        summary=deferred("note what was answered and promised"),
        corrects=deferred("the answer it corrects; the old one stays readable"),
        saved=deferred("The answer is noted."),
    ),
    needs=("said", "promise", "due", "reply"),
    about="about",
    refers=named_about,
    happened="at",
    badge=Badge(deferred("Answer"), Tone.OK),
    icon=Icon.BUBBLE,
    line=_line,
    paper=deferred("Letter or guidelines"),
    in_dossier=InDossier(
        heading=deferred("What was answered and promised"),
        called=deferred("Answer from: {who}"),
        title=("role", "name"),
        concerns="role",
        rows=(
            RowOf("about"),
            RowOf("at", missing=deferred("not stated")),
            RowOf("channel"),
            RowOf("reply"),
            RowOf("said"),
            *PROMISE_ROWS,
        ),
        moments=(MomentOf("at", deferred("Answer from: {who}")),),
        left_out={"to": NAMES_AT_WORK},
    ),
)
