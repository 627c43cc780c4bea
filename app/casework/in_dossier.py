"""How things of a kind stand in a dossier: names of fields and msgids, which the dossier follows for all kinds alike.

A kind does not see a dossier, and hands it no words of its own: only what the recipient is shown gets words there.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class RowOf(msgspec.Struct, frozen=True):
    """A row with what a field says.

    Attributes:
        field: its name.
        label: an English msgid; "" for the label of the field.
        missing: what stands there where the field says nothing, an English msgid; "" for no row.
        quoted: whether these are the words of somebody else.
        told_by: tag of a kind whose things can say it instead: where the field says nothing, when they happened.
        of_another: whether somebody else says it of themselves, such as a witness: then it is told as they said it.
    """

    field: str
    label: str = ""
    missing: str = ""
    quoted: bool = False
    told_by: str = ""
    of_another: bool = False


class MomentOf(msgspec.Struct, frozen=True):
    """A line in the course of events.

    Attributes:
        field: the field with the time. Where it is unknown, the first moment of a thing stands last, others nowhere.
        words: an English msgid; {who} is the title of the thing, and the name of a choice what was chosen.
    """

    field: str
    words: str


class InDossier(msgspec.Struct, frozen=True, kw_only=True):
    """How things of a kind stand in a dossier.

    Attributes:
        section: what a policy calls their section; "" for the tag of the kind.
        heading: of the section.
        called: a thing in the annexes: {who} is whom it concerns, or its title, and {seq} its entry.
        title: the fields that make the title of a thing, in order; empty where it is what the annexes call it.
        concerns: the facts' attribute with the role of whom it concerns: some are not the recipient's business.
        rows: what is told below the title; empty for all fields that have a label or name what it is about, and are
            not told otherwise.
        text: the field that is told in full, with no label; "" for none.
        moments: in the course of events.
        one_by_one: whether only those are told that the person chose.
        left_out: by part that names people, what is left out where it stays shut, and why; English msgids.
        also_left_out: the same of parts that name nobody.
    """

    section: str = ""
    heading: str
    called: str
    title: tuple[str, ...] = ()
    concerns: str = ""
    rows: tuple[RowOf, ...] = ()
    text: str = ""
    moments: tuple[MomentOf, ...] = ()
    one_by_one: bool = False
    left_out: Mapping[str, tuple[str, str]] = {}
    also_left_out: Mapping[str, tuple[str, str]] = {}
