"""What the case has to know of a kind of entry, as a value; each kind's own stands in kinds/, one file a kind.

A kind does not know the state of a case: it says which parts its entries have and what value an entry makes, and
folding.py puts the value where it belongs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec
from msgspec.structs import replace

from app.casework.decoded import Body, Decoded, Gap
from app.casework.errors import CaseworkError, NothingSaidError
from app.casework.fields import CommandWords, Draft, Field, FormWords, Section
from app.casework.part import Part
from app.casework.versions import Versioned
from app.vocabulary import Zone
from evidence_store import EntryId

V = TypeVar("V", bound=msgspec.Struct)
R = TypeVar("R")


EVIDENCE = frozenset({Zone.EVIDENCE})
BOTH = frozenset(Zone)


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of entry.

    Attributes:
        tag: the kind of its part ``facts`` (``genesis`` in the first entry of a chain).
        parts: type of each part by name, in the order of the entry; ``person`` and ``machine`` come with every entry.
        searched: by the name of a part, those of its fields that a search finds.
        zones: the chains it may stand in.
        name: what a list calls it; an English msgid.
    """

    tag: str
    parts: Mapping[str, type[Body]]
    searched: Mapping[str, tuple[str, ...]] = {}
    zones: frozenset[Zone] = EVIDENCE
    name: str = ""


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


class Kept(Kind, Generic[R], frozen=True, kw_only=True):
    """A kind of which the state keeps a row for each thing: ``state.of(kind)``."""


class Single(Kept[R], Generic[R], frozen=True, kw_only=True):
    """Each entry is a thing of its own, and is not corrected.

    Attributes:
        make: the value of an entry.
        is_thing: whether an entry's id leads to it; what is said of the case as a whole is no thing in it.
    """

    make: Callable[[Decoded], R]
    is_thing: bool = True


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What identifies the one behind something, as far as it was typed."""

    platform: str = ""
    platform_id: str = ""
    url: str = ""
    handle: str = ""
    name: str = ""


class Written(Kept[Versioned[V]], Generic[V], frozen=True, kw_only=True):
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
        happened: attribute of the facts with the time when it happened; "" where it is when it was sealed.
    """

    value: type[V]
    draft: type[Draft]
    sections: tuple[Section, ...]
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
    happened: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order in which they are met."""
        return tuple(field for section in self.sections for field in section.fields)

    @property
    def said(self) -> dict[str, type[Part]]:
        """The parts whose words a person gives, by name."""
        return {
            name: part
            for name, part in self.parts.items()
            if name in self.value.__struct_fields__ and issubclass(part, Part)
        }

    def value_of(self, entry: Decoded, old: V | None) -> V:
        """Return what an entry says; a part that it does not carry stays as it was."""
        if self.make is not None:
            return self.make(entry, old)
        parts: dict[str, Any] = {
            name: entry.read(name, part) or (getattr(old, name) if old is not None else None)
            for name, part in self.said.items()
        }
        if old is not None and self.about:
            key = next(field.key for field in self.fields if field.name == self.about)
            if getattr(parts["facts"], key) is None:
                # A correction of the words does not take the thing away from what it is about.
                stood: Any = old
                parts["facts"] = replace(parts["facts"], **{key: getattr(stood.facts, key)})
        return self.value(**parts)

    def corrects(self, entry: Decoded) -> EntryId | None:
        """Return the entry that an entry corrects."""
        facts: Any = entry.parts["facts"]
        corrected: EntryId | None = facts.corrects
        return corrected


def read_facts(entry: Decoded, part: type[R]) -> R:
    """Return the facts of an entry, which folding.py has found to be of that type."""
    facts = entry.read("facts", part)
    if facts is None or isinstance(facts, Gap):
        raise TypeError(entry.kind)
    return facts
