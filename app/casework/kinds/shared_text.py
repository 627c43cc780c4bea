"""What stands in one report instead of a text that names somebody: made by the act that makes the report.

A body is hashed as it was sealed, so a text with other names is an entry of its own. It says who was to read it, which
part of which entry it stands for, and each text of that part that differs. No name stands in it.
"""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Labelled, dotted, filled
from app.language import Language, deferred
from app.vocabulary import Role, in_words
from evidence_store import EntryId


class SharedTextFacts(Part, frozen=True, kw_only=True, tag="shared_text"):
    """Who was to read it, and the part of the entry that it stands for."""

    recipient: Role = Role.OTHER
    source: EntryId
    part: str = ""


class SharedField(msgspec.Struct, frozen=True):
    """One text of that part: where it stands in it (``marks.2.caption``), and what the report says there."""

    field: str
    text: str


class SharedTextWords(Part, frozen=True, kw_only=True, tag="shared_text_text"):
    """Each text that differs, in the order of the part, and the language of what people are called (part ``text``)."""

    fields: tuple[SharedField, ...] = ()
    language: str = ""


class SharedText(msgspec.Struct, frozen=True):
    """What stood in reports instead of a text that names somebody."""

    entry: EntryId
    time: str
    facts: SharedTextFacts
    text: SharedTextWords | Gap | None = None


def _line(shared: SharedText, _: Around, language: Language) -> tuple[str, str]:
    facts = shared.facts
    return language.text("Text with other names"), dotted(
        language.text("entry {seq}", seq=facts.source.seq), in_words(facts.recipient, language)
    )


def _details(shared: SharedText, language: Language) -> tuple[Labelled, ...]:
    text, facts = language.text, shared.facts
    words = shared.text if isinstance(shared.text, SharedTextWords) else SharedTextWords()
    return filled(
        Labelled(text("Who may read it"), in_words(facts.recipient, language)),
        Labelled(text("Stands for"), text("entry {seq}", seq=facts.source.seq)),
        Labelled(text("Words"), "\n".join(each.text for each in words.fields)),
    )


SHARED_TEXT: Single[SharedText] = Single(
    tag="shared_text",
    name=deferred("text with other names"),
    parts={"facts": SharedTextFacts, "text": SharedTextWords},
    erasing=Erasing(
        keeps=frozenset({"facts"}), says=deferred("What was handed over cannot be taken back.")
    ),
    make=lambda entry: SharedText(
        entry.id,
        entry.time,
        read_facts(entry, SharedTextFacts),
        entry.read("text", SharedTextWords),
    ),
    in_timeline=False,
    line=_line,
    details=_details,
    brief=lambda shared, language: language.text("entry {seq}", seq=shared.facts.source.seq),
)
