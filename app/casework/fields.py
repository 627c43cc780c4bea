"""What a person may say of a kind of thing, field by field: data for forms, commands and rules alike. No widgets.

Texts are English msgids, marked by ``deferred`` where they stand; whoever shows them translates.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from app.casework.times import TimeDoubt


class FieldKind(StrEnum):
    """What stands in a field, and so how it is filled in.

    CARDS is a choice whose meaning must be read, CHOICES takes several; ENTRY names one entry of the case, ENTRIES
    several. AMOUNT is money in øre, NUMBER a whole number; 0 says nothing in both. FILE is the file beside the words:
    no kind lists it, a form adds it where an entry may hold one.
    """

    LINE = "line"
    AREA = "area"
    TIME = "time"
    DAY = "day"
    CHOICE = "choice"
    CARDS = "cards"
    CHOICES = "choices"
    AMOUNT = "amount"
    NUMBER = "number"
    ENTRY = "entry"
    ENTRIES = "entries"
    FILE = "file"


class Width(StrEnum):
    """How much a field is for: its width tells what belongs in it."""

    WHOLE = "whole"
    TIME = "time"
    PHONE = "phone"
    NAME = "name"


class After(msgspec.Struct, frozen=True):
    """The name of a field whose time another cannot come before, and what is said where it does."""

    name: str
    doubt: TimeDoubt


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of a draft.

    Attributes:
        name: of the draft's attribute, of the form's value, and of the command's option (with hyphens).
        part: name of the part that keeps it; "" where it is kept in none, as the zone.
        attr: of the part's attribute, where it is not ``name``.
        kind: what stands in it.
        label: in the form; "" keeps it out of the form.
        help: below the field.
        placeholder: in the empty field.
        lines: height of an AREA, in lines of text.
        choices: the closed set of a CHOICE, of CARDS or of CHOICES.
        first: the choice that a new form begins with;  for the first one.
        without: choices that the form does not offer.
        silent: of a CHOICE: the one of which nothing is told, since it stands where nothing was said, too.
        silent_label: what a form calls that one, and offers first, where its own words would say something.
        no_cpr: of words: whether what looks like a CPR number is refused.
        alias: of words: whether what looks like a name is refused, since it is to name nobody.
        fixed: what is said of it in a correction, where it cannot be changed; "" where it can.
        now: of a TIME: where nothing is said, it is the moment of the act.
        now_where: the field and the choice with which a form sets it to now; where none is named it begins with that.
        after: of a TIME or DAY: the times that it cannot come before.
        since_picture: of a time in words: whether “3 h” is counted from when the picture was taken, as pages show it.
        to_come: of a DAY: whether it lies ahead, so that a day without a year is the next one.
        width: None for what is usual: all of a form, and less for times.
        right_of: the field that it stands to the right of; "" where it stands below.
        in_sight: of a CHOICE: whether all choices are shown however many they are.
        told_under: the field under which a form tells its value where it was found, and need not be opened for it.
        of: of an ENTRY or ENTRIES: tags of the kinds that it may name; empty for any.
        with_file: whether it names only what holds a file beside its words.
        brings: of an ENTRY: fields that a new form takes over from the one that is named, by their common names.
        lowest: of a NUMBER: the least that it can be.
        highest: the most.
        unit: what it counts: a msgid with {number}, such as “{number} per cent”.
        option: name of the command's option, where it is not ``name``.
        option_help: in the command's help; "" keeps it out of the command.
        const: what the command's option stands for, where it takes no value.
        positional: whether the command takes it without an option's name.
        shown: label in the timeline, where an entry is told by the number of its exhibit; "" where the kind words it
            itself, or nobody is shown it.
        beside: the field behind whose value it stands in the timeline, with no label of its own.
    """

    name: str
    part: str = "facts"
    attr: str = ""
    kind: FieldKind = FieldKind.LINE
    label: str = ""
    help: str = ""
    placeholder: str = ""
    lines: int = 3
    choices: type[StrEnum] | None = None
    first: str = ""
    without: frozenset[StrEnum] = frozenset()
    silent: StrEnum | None = None
    silent_label: str = ""
    no_cpr: bool = False
    alias: bool = False
    fixed: str = ""
    const: StrEnum | None = None
    now: bool = False
    now_where: tuple[str, StrEnum] | None = None
    after: tuple[After, ...] = ()
    width: Width | None = None
    right_of: str = ""
    in_sight: bool = False
    told_under: str = ""
    since_picture: bool = False
    to_come: bool = False
    of: tuple[str, ...] = ()
    with_file: bool = False
    brings: tuple[str, ...] = ()
    lowest: int = 1
    highest: int = 0
    unit: str = ""
    option: str = ""
    option_help: str = ""
    positional: bool = False
    shown: str = ""
    beside: str = ""

    @property
    def key(self) -> str:
        """Name of the part's attribute."""
        return self.attr or self.name

    @property
    def names_entries(self) -> bool:
        """Whether it holds one entry of the case or several."""
        return self.kind in (FieldKind.ENTRY, FieldKind.ENTRIES)

    @property
    def names_exhibits(self) -> bool:
        """Whether those that it names are exhibits and nothing else."""
        return self.names_entries and self.of in ((), ("exhibit",))

    @property
    def switch(self) -> str:
        """Name of the command's option, without the two hyphens."""
        return (self.option or self.name).replace("_", "-")


class FieldSection(msgspec.Struct, frozen=True):
    """Fields that belong together; a ``folded`` one opens when it is asked for, or holds something."""

    title: str
    fields: tuple[Field, ...]
    folded: bool = False


class Shelf(StrEnum):
    """The screen that shows it, which is also where the window's menu has it; NEAR is the menu itself."""

    NEAR = "near"
    INCIDENTS = "incidents"
    ANSWERS = "answers"
    DEADLINES = "deadlines"
    PREVENTION = "prevention"
    HEALTH = "health"


class FormWords(msgspec.Struct, frozen=True, kw_only=True):
    """What a form says besides its fields.

    Attributes:
        new: title of a new one.
        new_about: title of a new one about the exhibit {number}; "" where ``new`` says enough.
        about_notice: with a new one about the exhibit {number}, sealed at {moment}; "" for nothing.
        correct: title of a correction.
        lead: below the title.
        saved: when it is sealed.
        menu: in the window's menu; "" keeps it out of there.
        key: its shortcut; "" for those that are wanted less often.
        shelf: under which heading the menu has it.
    """

    new: str
    new_about: str = ""
    about_notice: str = ""
    correct: str
    lead: str
    saved: str
    menu: str = ""
    key: str = ""
    shelf: Shelf = Shelf.NEAR


class CommandWords(msgspec.Struct, frozen=True, kw_only=True):
    """A command that seals one entry.

    Attributes:
        name: as it is typed.
        summary: one line for the list of commands.
        corrects: help of ``--corrects``.
        saved: when it is sealed.
    """

    name: str
    summary: str
    corrects: str
    saved: str


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Fields as a person gives them. None: not said; what stood there before stays.

    Times are ledger stamps, days ISO dates, choices members of their set, entries ids.
    """
