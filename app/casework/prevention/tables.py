"""Lists, texts and words that reassure, read from resources/prevention/*.toml; what stands in them is not decided here.

Rules:
- The files are read strictly: an unknown key is an error.
- Ids are frozen: what was ticked names its list and item by them.
- Lists and texts say where they come from, when that was looked at, and when it is to be looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from app.casework.errors import CaseworkError
from app.language import Wording
from app.vocabulary import Confidence


class PreventionTableError(CaseworkError):
    """The lists of things to do cannot be read.

    Attributes:
        reason: what is not understood.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ListItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that can be done.

    Attributes:
        id: its name within its list.
        title: what is so once it is done.
        how: how it is done.
        lasts_months: after so many months it runs out; 0 where it does not.
        remind_before_days: so many days before it runs out the person is reminded.
        protects: whether it is the protection of name and address, which a rule of the deadlines counts from.
    """

    id: str
    title: Wording
    how: Wording
    lasts_months: int = 0
    remind_before_days: int = 0
    protects: bool = False


class _Sourced(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    title: Wording
    source: str
    source_url: str
    checked_on: date
    review_after: date
    confidence: Confidence
    lead: Wording | None = None

    def unsure_on(self, today: date) -> bool:
        """Return whether it is shown with the mark that asks for care: not confirmed, or not looked at for long."""
        return self.confidence is Confidence.UNVERIFIED or today > self.review_after


class Checklist(_Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A list of things to do, such as for one platform.

    Attributes:
        id: its name.
        title: what it is called.
        lead: a line more; None for none.
        source: where it comes from.
        source_url: its page.
        checked_on: when the source was looked at.
        review_after: when it is to be looked at again.
        confidence: how sure it is.
        again_months: after so many months each item is looked at again; 0 for never.
        items: in their order.
    """

    again_months: int = 0
    items: tuple[ListItem, ...] = msgspec.field(name="item", default=())


class Template(_Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text that is copied and filled in elsewhere; its fields are those of a list, and ``text`` with its blanks."""

    text: Wording


class Reassurance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A few words that reassure."""

    id: str
    title: Wording
    text: Wording


class Prevention(msgspec.Struct, frozen=True):
    """All of it, in the order of its files."""

    lists: tuple[Checklist, ...] = ()
    templates: tuple[Template, ...] = ()
    cards: tuple[Reassurance, ...] = ()

    def item(self, list_id: str, item_id: str) -> tuple[Checklist, ListItem] | None:
        """Return a list and one of its items by their ids; None where there is no such item."""
        for each in self.lists:
            for item in each.items:
                if (each.id, item.id) == (list_id, item_id):
                    return each, item
        return None

    def template(self, id: str) -> Template | None:
        """Return a text by its id; None where there is none."""
        return next((each for each in self.templates if each.id == id), None)

    def card_of(self, today: date) -> Reassurance | None:
        """Return the words of a day: another one each day; None where there are none."""
        return self.cards[today.toordinal() % len(self.cards)] if self.cards else None


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    list: tuple[Checklist, ...] = ()
    template: tuple[Template, ...] = ()
    card: tuple[Reassurance, ...] = ()


def read_prevention(tables: Iterable[bytes]) -> Prevention:
    """Read the files, each of them a table.

    Raises:
        PreventionTableError: one is not of the expected form, or says what cannot be.
    """
    lists: list[Checklist] = []
    templates: list[Template] = []
    cards: list[Reassurance] = []
    for table in tables:
        try:
            read = msgspec.toml.decode(table, type=_Table)
        except (msgspec.MsgspecError, ValueError) as error:
            raise PreventionTableError(str(error)) from error
        lists += read.list
        templates += read.template
        cards += read.card
    for fault in (*_twice(lists), *_twice(templates), *_twice(cards), *_faults(lists, templates)):
        raise PreventionTableError(fault)
    if not all(_whole(each) for each in (*lists, *templates, *cards)):
        raise PreventionTableError("words are missing in a language")
    return Prevention(tuple(lists), tuple(templates), tuple(cards))


def _twice(rows: Iterable[Any]) -> Iterator[str]:
    names = [each.id for each in rows]
    if not all(names):
        yield "something has no name"
    yield from (f"{id} stands twice" for id in names if names.count(id) > 1)


def _faults(lists: list[Checklist], templates: list[Template]) -> Iterator[str]:
    for sourced in (*lists, *templates):
        if sourced.review_after <= sourced.checked_on:
            yield f"{sourced.id} is to be looked at again before it was"
    for each in lists:
        yield from _twice(each.items)
        if not each.items:
            yield f"{each.id} holds nothing"
        for item in each.items:
            if item.lasts_months < 0 or each.again_months < 0:
                yield f"{item.id} of {each.id} runs out before it begins"
            if item.remind_before_days and not item.lasts_months:
                yield f"{item.id} of {each.id} reminds of a day that is not there"


def _whole(thing: object) -> bool:
    """Whether all words of it are there in both languages."""
    if isinstance(thing, Wording):
        return bool(thing.da.strip() and thing.en.strip())
    if isinstance(thing, tuple):
        return all(map(_whole, thing))
    if isinstance(thing, msgspec.Struct):
        return all(_whole(getattr(thing, name)) for name in thing.__struct_fields__)
    return True
