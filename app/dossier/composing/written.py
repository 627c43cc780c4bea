"""What a person wrote down, kind by kind alike: what comes through the gate of it, and how it is told.

Rules:
- A kind has a section where its file says how it stands in a dossier, and the policy names that section.
- A thing is told where its facts are open and it is the recipient's business; of its other parts only what is open.
- A part that holds more than is printed of it stays shut.
- What is not told to this recipient is not pointed at: its place in the log would tell what stands there. Nor is what
  is private. A part that named such a thing stays shut, and only its words are printed. Exhibits that are left out are
  named among the omissions anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from app.casework import (
    CaseState,
    Field,
    FieldKind,
    InDossier,
    MomentOf,
    Part,
    RowOf,
    Versioned,
    Written,
    entries_of,
    field_words,
    listed,
)
from app.casework.kinds.contact import CONTACT
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.composing.numbers import gathered
from app.dossier.model import Manner, PrintedRow
from app.dossier.policy import WRITTEN_SECTIONS, Policy
from app.language import Language, deferred
from app.vocabulary import Role, day, in_words, lowered
from evidence_store import EntryId

_CONCERNS = {kind.value: how.concerns for kind, how in WRITTEN_SECTIONS.values()}
_BY_VALUE = {kind.value: (kind, how) for kind, how in WRITTEN_SECTIONS.values()}
_MARKS = frozenset({"version", "corrects"})  # told by the annexes


class DisclosedThing(msgspec.Struct, frozen=True):
    """A thing as far as it was disclosed.

    Attributes:
        kind: what it is.
        how: how things of the kind stand in a dossier.
        source: the thing; only its entries and times are told.
        value: what it says, with None for each part that stays shut.
        organisation: of the contact that it names.
    """

    kind: Written[Any]
    how: InDossier
    source: Versioned[Any]
    value: Any
    organisation: str = ""

    def field(self, name: str) -> tuple[Field, Any]:
        """Return a field and what it says; None where its part stays shut."""
        field = self.kind.field(name)
        part = getattr(self.value, field.part)
        return field, None if part is None else getattr(part, field.key)


def disclose_written(
    state: CaseState,
    policy: Policy,
    gate: Gate,
    chosen: Collection[EntryId],
    incidents: Collection[EntryId] = (),
) -> tuple[DisclosedThing, ...]:
    """Return what the recipient is told, section by section, by time.

    ``chosen`` are those chosen one by one, ``incidents`` all entries of the incidents that are told.
    """

    def told_too(entry: EntryId) -> bool:
        thing = state.thing_of(entry)
        if not gate.knows(entry) or not isinstance(thing, Versioned):
            return gate.knows(entry)
        if entry in incidents:
            return True
        kind, how = _BY_VALUE.get(type(thing.current), (None, None))
        return (
            kind is not None
            and how is not None
            and (how.section or kind.tag) in policy.sections
            and not thing.hidden
            and (thing.entry in chosen or not how.one_by_one)
            and role_of(thing.current) not in policy.log_leaves_out
            and gate.opens(kind.tag, "facts", thing.entry)
        )

    made: list[DisclosedThing] = []
    for section, (kind, how) in WRITTEN_SECTIONS.items():
        if section not in policy.sections:
            continue
        things = [
            each
            for each in state.of(kind)
            if not each.hidden and (each.entry in chosen or not how.one_by_one)
        ]
        told = (_disclose(kind, how, each, state, policy, gate, told_too) for each in things)
        made += sorted((each for each in told if each is not None), key=_when)
    return tuple(made)


def _when(told: DisclosedThing) -> tuple[str, EntryId]:
    happened = told.kind.happened
    at = (getattr(told.value.facts, happened) or told.source.time) if happened else ""
    return at, told.source.id


def _disclose(
    kind: Written[Any],
    how: InDossier,
    thing: Versioned[Any],
    state: CaseState,
    policy: Policy,
    gate: Gate,
    told_too: Callable[[EntryId], bool],
) -> DisclosedThing | None:
    value, entry = thing.current, thing.entry
    if role_of(value) in policy.log_leaves_out or not gate.opens(kind.tag, "facts", entry):
        return None
    facts, organisation = _without_untold(kind, "facts", value.facts, told_too), ""
    for field in _contact_fields(kind):
        named = getattr(value.facts, field.key)
        found = _disclose_contact(named, state, policy, gate)
        if found is None:
            facts = replace(facts, **{field.key: None})
        else:
            facts, organisation = replace(facts, **{field.key: named}), found
    parts: dict[str, Any] = {}
    for name in kind.said:
        part = getattr(value, name)
        part = facts if name == "facts" else _without_untold(kind, name, part, told_too)
        all_shown = part == getattr(value, name) and _shows_all(kind, how, name, part)
        parts[name] = gate.disclose(kind.tag, name, entry, part, all_shown=all_shown)
    if how.text and parts[kind.field(how.text).part] is None:
        return None
    return DisclosedThing(kind, how, thing, kind.value(**parts), organisation)


def _without_untold(
    kind: Written[Any], name: str, part: object, told_too: Callable[[EntryId], bool]
) -> Any:  # noqa: ANN401 - a part, or what stands in its place
    """Return a part that names no entry which the recipient is not told of."""
    if not isinstance(part, Part):
        return part
    for field in kind.fields:
        if field.part != name or not field.names_entries:
            continue
        value = getattr(part, field.key)
        if isinstance(value, EntryId) and not told_too(value):
            part = replace(part, **{field.key: None})
        elif isinstance(value, tuple):
            part = replace(part, **{field.key: tuple(filter(told_too, value))})
    return part


def _disclose_contact(
    named: EntryId | None, state: CaseState, policy: Policy, gate: Gate
) -> str | None:
    """Return the organisation of a contact that is named; None where there is none that may be told."""
    place = state.places.get(named) if named is not None else None
    if place is None or place.tag != CONTACT.tag:
        return None
    thing: Any = state.thing_at(place)
    if thing.current.facts.role in policy.log_leaves_out:
        return None
    facts = gate.disclose(CONTACT.tag, "facts", thing.entry, thing.current.facts)
    return facts.organisation if facts is not None else None


def _shows_all(kind: Written[Any], how: InDossier, name: str, part: object) -> bool:
    """Return whether the pages show all that a part says."""
    printed = {*how.title, how.text, *(row.field for row in _rows(kind, how))}
    printed |= {field.name for field in _contact_fields(kind)}
    shown = {field.key for field in kind.fields if field.part == name and field.name in printed}
    return not isinstance(part, Part) or not any(
        getattr(part, each) for each in part.__struct_fields__ if each not in shown | _MARKS
    )


def _contact_fields(kind: Written[Any]) -> tuple[Field, ...]:
    return tuple(field for field in kind.fields if field.part and field.of == (CONTACT.tag,))


def _rows(kind: Written[Any], how: InDossier) -> tuple[RowOf, ...]:
    elsewhere = {*how.title, how.text, *(field.name for field in _contact_fields(kind))}
    return how.rows or tuple(
        RowOf(field.name, field.shown or field.label or deferred("Belongs to"))
        for field in kind.fields
        if field.part
        and (field.shown or field.label or field.name == kind.about)
        and field.name not in elsewhere
    )


def role_of(value: object) -> Role | None:
    """Return the role of the one whom something that was written down concerns; None for nobody."""
    concerns = _CONCERNS.get(type(value))
    return getattr(getattr(value, "facts", None), concerns) if concerns else None


def called(told: DisclosedThing, language: Language) -> str:
    """Return what the annexes call a thing."""
    role = role_of(told.value)
    who = lowered(in_words(role, language)) if role else _title_inside(told, language)
    return language.text(told.how.called, who=who, seq=told.source.entry.seq)


def pointed_at(told: DisclosedThing, language: Language) -> str:
    """Return what a thing is called where another one names it: with its day, so that it is known which of many."""
    happened = told.kind.happened if "{seq}" not in told.how.called else ""
    at = getattr(told.value.facts, happened) if happened else ""
    return listed(called(told, language), day(at, language) if at else "")


def title(told: DisclosedThing, language: Language) -> str:
    """Return what its fields and the contact that it names make of it; "" for a thing with no title of its own."""
    words = (words_of(told, name, language) for name in told.how.title)
    return listed(*words, told.organisation)


def _title_inside(told: DisclosedThing, language: Language) -> str:
    """Return the title as it stands inside a sentence: what was chosen begins small, a name does not."""
    who = title(told, language)
    first, *_ = told.how.title or ("",)
    chosen = bool(first) and told.kind.field(first).kind is FieldKind.CHOICE
    return lowered(who) if chosen and words_of(told, first, language) else who


def compose_written(
    items: Sequence[DisclosedThing],
    name_of: Callable[[EntryId], str],
    papers: Mapping[EntryId, str],
    language: Language,
) -> tuple[model.PrintedSection, ...]:
    """Return the sections that have something in them.

    ``name_of`` says what an entry is called, ``papers`` what the file of a thing is called that goes along.
    """
    made: list[model.PrintedSection] = []
    for section, (kind, how) in WRITTEN_SECTIONS.items():
        things = tuple(
            _compose(told, items, name_of, papers.get(told.source.id, ""), language)
            for told in items
            if told.kind.tag == kind.tag
        )
        if things:
            made.append(model.PrintedSection(section, language.text(how.heading), things))
    return tuple(made)


def _compose(
    told: DisclosedThing,
    items: Sequence[DisclosedThing],
    name_of: Callable[[EntryId], str],
    paper: str,
    language: Language,
) -> model.PrintedThing:
    source, rows = told.source, []
    if not told.kind.happened:
        rows.append(PrintedRow(language.text("Written"), wording.minute(source.time, language)))
    if not told.kind.happened and source.earlier:
        rows.append(
            PrintedRow(language.text("Corrected"), wording.minute(source.changed, language))
        )
    for row in _rows(told.kind, told.how):
        field = told.kind.field(row.field)
        words = words_of(told, row.field, language, name_of, others=not row.of_another)
        if not words and row.told_by:
            words = _told_by(told, row, items, language)
        if not words and row.missing:
            words = language.text(row.missing)
        manner = Manner.QUOTE if row.quoted else Manner.PLAIN
        rows.append(
            PrintedRow(language.text(row.label or field.shown or field.label), words, manner)
        )
    rows.append(PrintedRow(language.text(told.kind.paper), paper))
    text = told.field(told.how.text)[1] if told.how.text else ""
    return model.PrintedThing(
        title=title(told, language) or called(told, language),
        rows=tuple(row for row in rows if row.value),
        text=text,
        source=source.id,
    )


def _told_by(
    told: DisclosedThing, row: RowOf, items: Sequence[DisclosedThing], language: Language
) -> str:
    """Return when the things happened that say it instead; those alone that the reader is told."""
    names = entries_of(told.source)
    others = (each for each in items if each.kind.tag == row.told_by)
    return listed(
        *(
            wording.minute(_when(each)[0], language)
            for each in others
            if names.intersection(each.kind.refers(each.value))
        )
    )


def words_of(
    told: DisclosedThing,
    name: str,
    language: Language,
    name_of: Callable[[EntryId], str] = lambda _: "",
    *,
    others: bool = True,
) -> str:
    """Return what a field says, in words; "" for nothing. ``others`` is for what the person says of themselves."""
    field, value = told.field(name)
    match field.kind:
        case FieldKind.ENTRY:
            return name_of(value) if value else ""
        case FieldKind.ENTRIES:
            return gathered([*map(name_of, value or ())], language)
        case _:
            part = getattr(told.value, field.part)
            return field_words(field, part, language, others=others) if part is not None else ""


def moments_of(told: DisclosedThing, language: Language) -> Iterator[tuple[str, str]]:
    """Yield what a thing adds to the course of events: a ledger stamp, "" where it is unknown, and a sentence."""
    for at, moment in enumerate(told.how.moments):
        stamp = told.field(moment.field)[1]
        if stamp or not at:
            yield stamp or "", _sentence(told, moment, language)


def _sentence(told: DisclosedThing, moment: MomentOf, language: Language) -> str:
    chosen = {
        field.name: lowered(words_of(told, field.name, language))
        for field in told.kind.fields
        if field.part and field.kind is FieldKind.CHOICE
    }
    who = _title_inside(told, language)
    # A choice of which nothing is told leaves its colon or its brackets behind.
    return language.text(moment.words, **chosen, who=who).replace(" ()", "").rstrip(": ")
