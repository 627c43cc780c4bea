"""What a form is made of, as values: fields in sections, and what stands in them. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from app.casework import After, FieldKind, Width

Values = Mapping[str, str]


def joined(values: Iterable[str]) -> str:
    """Return the values of a field that holds several, as the one text that stands for them."""
    return " ".join(values)


def parted(value: str) -> tuple[str, ...]:
    """Return the values that a text stands for."""
    return tuple(value.split())


class Option(msgspec.Struct, frozen=True):
    """One of several; ``text`` says what follows from it, where that is shown."""

    value: str
    label: str
    text: str = ""


class FormField(msgspec.Struct, frozen=True):
    """One field as it is shown, its texts translated.

    Attributes:
        key: names it; its name in the kind's draft.
        label: above it.
        kind: how it is filled in; an entry is chosen among ``options`` as a CHOICE is, and several are ticked.
        options: what can be chosen.
        fixed: whether the choice was made long ago and cannot be changed.
        after: the times that it cannot come before, by the keys of their fields.
        since_picture: whether a length of time is counted from when the picture was taken.
        to_come: whether its day lies ahead.
        width: how much of the column it takes; None for what is usual.
        right_of: key of the field that it stands to the right of, "" where it stands below.
        in_sight: whether all its choices are shown, however many.
        exhibits: of several entries: whether they are exhibits.
        told_under: key of the field under which its value is told, and need not be opened for it; "" for none.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    help: str = ""
    placeholder: str = ""
    lines: int = 3
    options: tuple[Option, ...] = ()
    fixed: bool = False
    after: tuple[After, ...] = ()
    since_picture: bool = False
    to_come: bool = False
    width: Width | None = None
    right_of: str = ""
    in_sight: bool = False
    told_under: str = ""
    exhibits: bool = True

    def may_hold(self, value: str) -> bool:
        """Return whether it still offers what a draft holds."""
        if not self.options:
            return True
        several = self.kind in (FieldKind.ENTRIES, FieldKind.CHOICES)
        values = parted(value) if several else (value,)
        return {option.value for option in self.options}.issuperset(values)


class FormSection(msgspec.Struct, frozen=True):
    """Fields that belong together; a ``folded`` one opens when it is asked for, or holds something."""

    title: str
    fields: tuple[FormField, ...]
    folded: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """A form as it is shown."""

    title: str
    lead: str
    sections: tuple[FormSection, ...]
    notice: str = ""

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All fields in the order in which they are met."""
        return tuple(field for section in self.sections for field in section.fields)
