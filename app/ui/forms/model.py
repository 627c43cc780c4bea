"""What a form is made of, as values: fields in sections, and what stands in them. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from app.casework import FieldKind, TimeDoubt

Values = Mapping[str, str]


class Option(msgspec.Struct, frozen=True):
    """One of several; ``text`` says what follows from it, where that is shown."""

    value: str
    label: str
    text: str = ""


class Field(msgspec.Struct, frozen=True):
    """One field as it is shown, its texts translated.

    Attributes:
        key: names it; its name in the kind's draft.
        label: above it.
        kind: how it is filled in; an entry is chosen among ``options`` as a CHOICE is.
        options: what can be chosen.
        fixed: whether the choice was made long ago and cannot be changed.
        after: key of the field whose time it cannot come before, "" for none.
        too_early: what is said where it does.
        since_picture: whether a length of time is counted from when the picture was taken.
        to_come: whether its day lies ahead.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    placeholder: str = ""
    lines: int = 3
    options: tuple[Option, ...] = ()
    fixed: bool = False
    after: str = ""
    too_early: TimeDoubt | None = None
    since_picture: bool = False
    to_come: bool = False


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
