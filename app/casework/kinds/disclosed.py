"""What was shared of a private thing in one report: made by the act that makes the report, never by hand.

It says who was to read it, what kind of thing it was, since when it is known, and the words that the report prints. No
place of the private chain stands in it, no hash and no name of a file: the token ties it to a consent, and to nothing
else that anybody outside could look up.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Labelled, dotted, filled
from app.language import Language, deferred
from app.vocabulary import DisclosedForm, DisclosedTopic, Role, day, in_words, minute
from evidence_store import EntryId, ObjectBody


class DisclosedFacts(Part, frozen=True, kw_only=True, tag="disclosed"):
    """Who was to read it, what kind of thing it was, since when it is known, its token, and how its file went along."""

    recipient: Role = Role.OTHER
    topic: DisclosedTopic = DisclosedTopic.REACTION
    recorded_at: str = ""
    token: str = ""
    form: DisclosedForm = DisclosedForm.NONE


class DisclosedText(Part, frozen=True, kw_only=True, tag="disclosed_text"):
    """The day on which it happened, and the very words that stand in the report (part ``text``)."""

    happened_on: str = ""
    words: str = ""
    language: str = ""


class Disclosed(msgspec.Struct, frozen=True):
    """What was shared in a report; ``entry`` is that of no chain where it is not sealed yet."""

    entry: EntryId
    time: str
    facts: DisclosedFacts
    text: DisclosedText | Gap | None = None
    object: ObjectBody | Gap | None = None


def _line(shared: Disclosed, _: Around, language: Language) -> tuple[str, str]:
    facts = shared.facts
    return language.text("Shared by consent"), dotted(
        in_words(facts.topic, language), in_words(facts.recipient, language)
    )


def _details(shared: Disclosed, language: Language) -> tuple[Labelled, ...]:
    text, facts = language.text, shared.facts
    said = shared.text if isinstance(shared.text, DisclosedText) else DisclosedText()
    return filled(
        Labelled(text("Who may read it"), in_words(facts.recipient, language)),
        Labelled(text("What"), in_words(facts.topic, language)),
        Labelled(text("Noted since"), minute(facts.recorded_at, language)),
        Labelled(text("When"), day(said.happened_on, language)),
        Labelled(text("Words"), said.words),
    )


DISCLOSED: Single[Disclosed] = Single(
    tag="disclosed",
    name=deferred("what was shared by consent"),
    parts={"facts": DisclosedFacts, "text": DisclosedText, "object": ObjectBody},
    erasing=Erasing(
        keeps=frozenset({"facts"}), says=deferred("What was handed over cannot be taken back.")
    ),
    make=lambda entry: Disclosed(
        entry.id,
        entry.time,
        read_facts(entry, DisclosedFacts),
        entry.read("text", DisclosedText),
        entry.read("object", ObjectBody),
    ),
    in_timeline=False,
    line=_line,
    details=_details,
    brief=lambda shared, language: in_words(shared.facts.topic, language),
)
