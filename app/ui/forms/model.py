"""What a form is made of, as values: fields in sections, and what stands in them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

import msgspec

from app.actions.open_case import OpenCase
from app.language import Language
from app.vocabulary import choices
from evidence_store import EntryId

Values = Mapping[str, str]


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    AREA = "area"
    TIME = "time"
    DAY = "day"
    CHOICE = "choice"
    CARDS = "cards"


class Option(msgspec.Struct, frozen=True):
    """One of several; ``text`` says what follows from it, where that is shown."""

    value: str
    label: str
    text: str = ""


def options(members: type[StrEnum], language: Language) -> tuple[Option, ...]:
    """Return the choices of a closed set in the order of the vocabulary."""
    return tuple(Option(value, label) for value, label in choices(members, language))


class Field(msgspec.Struct, frozen=True):
    """One field. ``fixed`` is set where the choice was made long ago and cannot be changed."""

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    placeholder: str = ""
    lines: int = 3
    options: tuple[Option, ...] = ()
    fixed: bool = False


class Section(msgspec.Struct, frozen=True):
    """Fields that belong together; a ``folded`` one opens when it is asked for, or holds something."""

    title: str
    fields: tuple[Field, ...]
    folded: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """A form as it is shown."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    notice: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in the order in which they are met."""
        return tuple(field for section in self.sections for field in section.fields)


class Form(Protocol):
    """One form about one thing.

    Attributes:
        key: names its draft in the vault.
        sheet: what is shown.
        before: what stands in the fields when it is opened; every field has a value.
        corrects: whether something sealed is corrected.
        whole: whether it says something even when nothing was changed in it.
        done: what is said when it is sealed.
    """

    @property
    def key(self) -> str: ...
    @property
    def sheet(self) -> Sheet: ...
    @property
    def before(self) -> Values: ...
    @property
    def corrects(self) -> bool: ...
    @property
    def whole(self) -> bool: ...
    @property
    def done(self) -> str: ...

    def follow(self, changed: str, values: Values) -> Values:
        """Other fields that a changed one fills in."""
        ...

    def seal(self, case: OpenCase, values: Values) -> EntryId:
        """Seal one entry and drop the draft, both or neither. Raises TimeError or VaultError; then neither."""
        ...
