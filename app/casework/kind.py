"""What the case has to know of a kind of entry, as a value; each kind's own stands in kinds/, one file a kind.

A kind does not know the state of a case: it says which parts its entries have and what value an entry makes, and
folding.py puts the value where it belongs. It also says how the value is told in the timeline and in lists: as data,
in the language that is handed in, with as much of the case around it as it asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from msgspec.structs import replace

from app.casework.attached import attached_in, file_name_of
from app.casework.decoded import Body, Decoded, Gap
from app.casework.erasing import Erasing
from app.casework.errors import CaseworkError, NothingSaidError
from app.casework.fields import CommandWords, Draft, Field, FieldSection, FormWords
from app.casework.in_dossier import InDossier
from app.casework.part import Part
from app.casework.versions import Versioned
from app.casework.wording import Badge, Icon, Labelled, Tone, filled, first_words, listed, told
from app.language import Language, deferred
from app.vocabulary import Zone
from evidence_store import EntryId

V = TypeVar("V", bound=msgspec.Struct)
R = TypeVar("R")


EVIDENCE = frozenset({Zone.EVIDENCE})
PRIVATE = frozenset({Zone.PRIVATE})
BOTH = frozenset(Zone)


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of entry.

    Attributes:
        tag: the kind of its part ``facts`` (``genesis`` in the first entry of a chain).
        parts: type of each part by name, in the order of the entry; ``person`` and ``machine`` come with every entry.
        searched: by the name of a part, those of its fields that a search finds.
        zones: the chains it may stand in.
        name: what a list calls it; an English msgid.
        erasing: what erasing a thing of it takes and lists; None where only the vault writes it.
    """

    tag: str
    parts: Mapping[str, type[Body]]
    searched: Mapping[str, tuple[str, ...]] = {}
    zones: frozenset[Zone] = EVIDENCE
    name: str = ""
    erasing: Erasing | None = None


class Original(Kind, frozen=True, kw_only=True):
    """An entry that makes the next exhibit.

    Attributes:
        known_by: the part that tells the kind where its facts were erased.
        whole: puts what the part ``full`` says into the facts.
    """

    known_by: str
    whole: Callable[[Any, Any], Any]


class Derived(Kind, Generic[V], frozen=True, kw_only=True):
    """A picture made from an exhibit; its facts name the exhibit as ``parent``.

    Attributes:
        make: the value of an entry.
        shelf: the exhibit's attribute that keeps them.
    """

    make: Callable[[Decoded], V]
    shelf: str


class Around(Protocol):
    """What a kind may ask of the case around a thing; the state of a case gives it."""

    def of(self, kind: Kept[R]) -> Sequence[R]:
        """Return what there is of a kind."""
        ...

    @property
    def exhibits(self) -> Sequence[object]:
        """What was captured or added."""
        ...

    def thing_of(self, entry: EntryId) -> object:
        """Return what an entry made or changed."""
        ...

    def numbers_of(self, entries: Sequence[EntryId]) -> tuple[int, ...]:
        """Return the numbers of the exhibits among entries."""
        ...

    def titles_of(self, entries: Sequence[EntryId], language: Language) -> tuple[str, ...]:
        """Return what a list calls those among entries that were written down."""
        ...


class Kept(Kind, Generic[R], frozen=True, kw_only=True):
    """A kind of which the state keeps a row for each thing: ``state.of(kind)``.

    Attributes:
        is_thing: whether an entry's id leads to it; what is said of the case as a whole is no thing in it, and lists
            and the timeline have no row of it.
        in_timeline: whether the timeline has a row of each thing; what did not happen is found by a search.
        badge: at the end of a row; None for the kind's name, one without words for none.
        icon: before a row.
        headings: title of the pane by zone, where it is not that of the line; an English msgid.
        line: title and a few words more, where its details do not say them.
        details: label by label, in order, what is compared with what stood there before.
        more: what the case around it adds.
        brief: the first words of it in a list of the command line.
    """

    is_thing: bool = True
    in_timeline: bool = True
    badge: Badge | None = None
    icon: Icon = Icon.LINES
    headings: Mapping[Zone, str] = {}
    line: Callable[[Any, Around, Language], tuple[str, str]] | None = None
    details: Callable[[Any, Language], tuple[Labelled, ...]] | None = None
    more: Callable[[Any, Around, Language], tuple[Labelled, ...]] | None = None
    brief: Callable[[Any, Language], str] | None = None

    def badge_in(self, language: Language) -> tuple[str, Tone]:
        """Return the words at the end of a row, and their tone."""
        if self.badge is not None:
            return language.text(self.badge.words) if self.badge.words else "", self.badge.tone
        return self._called(language), Tone.PLAIN

    def line_of(self, value: object, around: Around, language: Language) -> tuple[str, str]:
        """Return the title of a row, and a few words more."""
        if self.line is not None:
            return self.line(value, around, language)
        title, second, *_ = (*self._said(value, language), "", "")
        return first_words(title) or self._called(language), first_words(second)

    def details_of(self, value: object, language: Language) -> tuple[Labelled, ...]:
        """Return what a value says, label by label, in order."""
        return self.details(value, language) if self.details is not None else ()

    def more_of(self, value: object, around: Around, language: Language) -> tuple[Labelled, ...]:
        """Return what the case around it adds to its details."""
        return self.more(value, around, language) if self.more is not None else ()

    def brief_of(self, value: object, language: Language) -> str:
        """Return the first words of it."""
        if self.brief is not None:
            return self.brief(value, language)
        return next(iter(self._said(value, language)), "")

    def _said(self, value: object, language: Language) -> list[str]:
        return [row.whole for row in self.details_of(value, language)]

    def _called(self, language: Language) -> str:
        name = language.text(self.name)
        return name[:1].upper() + name[1:]


class Single(Kept[R], Generic[R], frozen=True, kw_only=True):
    """Each entry is a thing of its own, and is not corrected.

    Attributes:
        make: the value of an entry.
        fingerprint: SHA-256 of what goes out with it, "" for none.
        receipt: the entry whose receipt code was given along, where one was.
    """

    make: Callable[[Decoded], R]
    fingerprint: Callable[[R], str] = lambda _: ""
    receipt: Callable[[R], EntryId | None] = lambda _: None


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What identifies the one behind something, as far as it was typed."""

    platform: str = ""
    platform_id: str = ""
    url: str = ""
    handle: str = ""
    name: str = ""


Fill = Callable[[dict[str, Part], Any, Any, Around, Callable[[], str]], dict[str, Part]]


class Written(Kept[Versioned[V]], Generic[V], frozen=True, kw_only=True, dict=True):
    """Something that a person writes down, and may correct: one entry, a value with an attribute for each part.

    Attributes:
        value: type of the value; its attributes are ``facts`` and the other parts, by their names.
        draft: type of what a person gives.
        sections: the fields of the draft in the order in which they are met.
        form: words of its form.
        command: words of its command.
        needs: fields of which one at least must say something; empty where saying nothing says enough.
        nothing: the error where none of them does.
        about: the field that names what it is about, "" for none.
        refers: the entries that a value is about; they are found by ``state.about``.
        make: the value of an entry and of what it corrects, where that is more than its parts.
        profile: the one behind it, where there is one; they get letters.
        settle: fills in what follows from the thing that it is about, where a person does not say it.
        seal: a last change to the parts before they are sealed, where there is one.
        one_for: fields of the facts that name one thing together: where there is one, another is a correction of it.
        fill: a last change that looks at what the draft names, what stood and the case around it; the function it is
            handed returns a new token of 32 hex digits each time.
        happened: attribute of the facts with the time when it happened; "" where it is when it was sealed.
        day_happened: the same of a day without a time of day; it lies at noon of that day.
        posted: attribute of the facts with the time when others could read it; it lies there where a person wants so.
        order: names of the fields in the order of the timeline, where it is not that of the form.
        there: what the thing that they are about is told of all of them.
        noted: whether notes are written about it.
        caution: what is said once before a new one about these entries is sealed, and can be gone past: an English
            msgid; "" for nothing.
        paper: what the file beside its words is called, where it may hold one; an English msgid.
        in_dossier: how it stands in a dossier; None where it has no section of its own.
    """

    value: type[V]
    draft: type[Draft]
    sections: tuple[FieldSection, ...]
    form: FormWords
    command: CommandWords
    needs: tuple[str, ...] = ()
    nothing: type[CaseworkError] = NothingSaidError
    about: str = ""
    refers: Callable[[V], tuple[EntryId, ...]] = lambda _: ()
    make: Callable[[Decoded, V | None], V] | None = None
    profile: Callable[[V], Profile] | None = None
    settle: Callable[[Any, Any], Draft] = lambda draft, _: draft
    seal: Callable[[dict[str, Part]], dict[str, Part]] = lambda parts: parts
    one_for: tuple[str, ...] = ()
    fill: Fill | None = None
    happened: str = ""
    day_happened: str = ""
    posted: str = ""
    order: tuple[str, ...] = ()
    there: Callable[[tuple[V, ...], Language], tuple[Labelled, ...]] | None = None
    noted: bool = False
    caution: Callable[[tuple[EntryId, ...], Around], str] | None = None
    paper: str = deferred("File")
    in_dossier: InDossier | None = None

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order in which they are met."""
        return tuple(field for section in self.sections for field in section.fields)

    def field(self, name: str) -> Field:
        """Return the field with that name."""
        return next(field for field in self.fields if field.name == name)

    @cached_property
    def said(self) -> dict[str, type[Part]]:
        """The parts whose words a person gives, by name."""
        return {
            name: part
            for name, part in self.parts.items()
            if name in self.value.__struct_fields__ and issubclass(part, Part)
        }

    @property
    def targets(self) -> tuple[str, ...]:
        """Tags of the kinds that it is about; empty for any, or none."""
        return self.field(self.about).of if self.about else ()

    def details_of(self, value: object, language: Language) -> tuple[Labelled, ...]:
        """Return what a value says, label by label, in order; by its fields, where the kind has no words for it."""
        if self.details is not None:
            return self.details(value, language)
        named = {field.name: field for field in self.fields}
        return told([named[name] for name in self.order or named], value, language)

    def more_of(self, value: object, around: Around, language: Language) -> tuple[Labelled, ...]:
        """Return what the case around it adds: what it names, where the kind has no words for it."""
        if self.more is not None:
            return self.more(value, around, language)
        fields = (field for field in self.fields if field.shown and field.names_entries)
        named = (self.named_in(field, value, around, language) for field in fields)
        return filled(*named, Labelled(language.text(self.paper), file_name_of(value)))

    def named_in(self, field: Field, value: object, around: Around, language: Language) -> Labelled:
        """Return what a field names, as the case around it calls that."""
        named: EntryId | tuple[EntryId, ...] | None = getattr(
            getattr(value, field.part), field.key, None
        )
        entries = named if isinstance(named, tuple) else (named,) if named else ()
        numbers, titles = around.numbers_of(entries), around.titles_of(entries, language)
        return Labelled(language.text(field.shown), listed(*map(str, numbers), *titles))

    @property
    def home(self) -> Zone:
        """The chain in which a new one is sealed where nobody says otherwise."""
        return Zone.EVIDENCE if Zone.EVIDENCE in self.zones else Zone.PRIVATE

    @property
    def takes_file(self) -> bool:
        """Whether an entry of it may hold a file beside its words."""
        return "object" in self.parts

    def parts_in(self, entry: Decoded, old: V | None) -> dict[str, Any]:
        """Return the parts of an entry by name, and its file; what it does not carry stays as it was."""
        parts: dict[str, Any] = {
            name: entry.read(name, part) or (getattr(old, name) if old is not None else None)
            for name, part in self.said.items()
        }
        if self.takes_file:
            parts["attached"] = attached_in(entry) or getattr(old, "attached", None)
        return parts

    def value_of(self, entry: Decoded, old: V | None) -> V:
        """Return what an entry says; a part that it does not carry stays as it was."""
        if self.make is not None:
            return self.make(entry, old)
        parts = self.parts_in(entry, old)
        if old is not None and self.about:
            field = self.field(self.about)
            if getattr(parts[field.part], field.key, ()) is None:
                # A correction of the words does not take the thing away from what it is about.
                stood = getattr(getattr(old, field.part), field.key, None)
                parts[field.part] = replace(parts[field.part], **{field.key: stood})
        return self.value(**parts)

    def corrects(self, entry: Decoded) -> EntryId | None:
        """Return the entry that an entry corrects."""
        facts: Any = entry.parts["facts"]
        corrected: EntryId | None = facts.corrects
        return corrected


def named_about(value: Any) -> tuple[EntryId, ...]:  # noqa: ANN401 - of any kind with such facts
    """Return the entry that ``facts.about`` names, as ``Written.refers`` asks for it."""
    about: EntryId | None = value.facts.about
    return (about,) if about is not None else ()


def named_incidents(value: Any) -> tuple[EntryId, ...]:  # noqa: ANN401 - of any kind with such facts
    """Return the entries that ``facts.incidents`` names, as ``Written.refers`` asks for them."""
    incidents: tuple[EntryId, ...] = value.facts.incidents
    return incidents


def read_facts(entry: Decoded, part: type[R]) -> R:
    """Return the facts of an entry, which folding.py has found to be of that type."""
    facts = entry.read("facts", part)
    if facts is None or isinstance(facts, Gap):
        raise TypeError(entry.kind)
    return facts
