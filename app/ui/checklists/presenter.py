"""Which items of the lists are ticked, and what a tick does. No Qt.

Rules:
- A tick is sealed at once, with the day; taking it back is sealed too. What stood before stays readable.
- The day can be corrected in the form of the item, and so can when one is reminded.
- What a list rests on stands below it, with the day on which that was looked at.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Protocol

import msgspec

from app.actions.prevention_tables import read_prevention
from app.actions.write_down import write_down
from app.casework import CaseworkError, danish_day, preventing
from app.casework.kinds.checklist import CHECKLIST, ChecklistDraft
from app.clock import DANISH_TIME
from app.language import Language
from app.messages import explain, guidance_sentence, sourced_words, ticked_words
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.ui.routes import Write
from app.vocabulary import CheckStatus
from evidence_store import EntryId


class Item(msgspec.Struct, frozen=True):
    """An item as a row.

    Attributes:
        key: names it: its list and itself.
        title: what is so once it is done.
        second: how it is done; or since when it is, when it runs out, and when one is reminded.
        note: what the person wrote to it.
        done: whether it is ticked.
        matters: whether it is relevant to the person.
        entry: what was sealed of it; None for nothing.
    """

    key: str
    title: str
    second: str
    note: str = ""
    done: bool = False
    matters: bool = True
    entry: EntryId | None = None


class Listed(msgspec.Struct, frozen=True):
    """A list as a card.

    Attributes:
        key: its id.
        title: what it is called.
        lead: a line more; "" for none.
        count: how many are done of how many, in words.
        part: the same from 0 to 1.
        items: its rows.
        source: what it rests on, and when that was looked at.
        unsure: that it is not confirmed, or was not looked at for long, in words; "" where all is well.
    """

    key: str
    title: str
    lead: str
    count: str
    part: float
    items: tuple[Item, ...]
    source: str
    unsure: str


class ChecklistsView(Protocol):
    """What the presenter asks of the page."""

    def show_lists(self, lists: tuple[Listed, ...]) -> None:
        """Show the lists."""
        ...


class ChecklistsPresenter(CasePresenter):
    """Turns the case into cards.

    Attributes:
        shown: the lists on the page.
    """

    def __init__(self, context: UiContext, page: ChecklistsView) -> None:
        super().__init__(context)
        self.shown: tuple[Listed, ...] = ()
        self._page = page
        self._tables: preventing.Prevention | None = None

    @property
    def guidance(self) -> str:
        """What stands below all lists."""
        return guidance_sentence(self._context.language)

    def _show(self) -> None:
        self.shown = ()
        tables = self._read()
        if self._state is not None and tables is not None:
            today = self._today()
            self.shown = tuple(
                _listed(each, today, self._context.language)
                for each in preventing.ticked_of(self._state, tables)
            )
        self._page.show_lists(self.shown)

    def tick(self, key: str, *, done: bool) -> None:
        """Tick an item as done today, or take the tick back."""
        day = danish_day(self._context.clock.now().utc) if done else None
        # A day to be reminded that stood before belongs to the tick before.
        days = {"done": day, "expires": "", "remind": ""} if done else {}
        self._seal(key, CheckStatus.DONE if done else CheckStatus.OPEN, **days)

    def set_aside(self, key: str, status: CheckStatus) -> None:
        """Say that an item does not matter to the person, or matters again."""
        self._seal(key, status)

    def correct(self, entry: EntryId) -> None:
        """Correct the day of an item, when one is reminded, and its note."""
        self._context.navigator.go(Write(CHECKLIST.tag, corrects=entry))

    def _seal(self, key: str, status: CheckStatus, **days: str | None) -> None:
        case = self._context.session.case
        if case is None:
            return
        of, item = key.split("/")
        draft = ChecklistDraft(list=of, item=item, status=status, **days)
        self._context.lanes.store(
            partial(write_down, case, draft), lambda _: self._sealed(key), self._failed
        )

    def _sealed(self, key: str) -> None:
        self.refresh()
        found = self._tables.item(*key.split("/")) if self._tables is not None else None
        row = next((row for each in self.shown for row in each.items if row.key == key), None)
        if found is None or row is None or row.entry is None or not row.done:
            return
        if found[1].lasts_months:
            text, entry = self._context.language.text, row.entry
            change = ToastAction(
                text("Change the day …"),
                partial(self.correct, entry),
                opens_page=True,
                route=Write(CHECKLIST.tag, corrects=entry),
            )
            told = Toast(row.title, row.second, actions=(change,), state=ToastState.SAVED)
            self._context.acts.toast(told)

    def _failed(self, error: BaseException) -> None:
        self.refresh()
        self._context.acts.show_error(explain(error, self._context.language))

    def _read(self) -> preventing.Prevention | None:
        if self._tables is None:
            try:
                self._tables = read_prevention(self._context.resources)
            except CaseworkError as error:
                self._context.acts.show_error(explain(error, self._context.language))
        return self._tables

    def _today(self) -> date:
        return self._context.clock.now().utc.astimezone(DANISH_TIME).date()


def _listed(ticked: preventing.TickedList, today: date, language: Language) -> Listed:
    of, text = ticked.list, language.text
    return Listed(
        key=of.id,
        title=of.title.of(language.code),
        lead=of.lead.of(language.code) if of.lead is not None else "",
        count=text("{done} of {all}", done=ticked.done, all=ticked.counted),
        part=ticked.done / ticked.counted if ticked.counted else 1.0,
        items=tuple(_item(of.id, each, language) for each in ticked.items),
        source=sourced_words(of, today, language),
        unsure=text("not confirmed") if of.unsure_on(today) else "",
    )


def _item(of: str, ticked: preventing.TickedItem, language: Language) -> Item:
    said = ticked_words(ticked, language)
    return Item(
        key=f"{of}/{ticked.item.id}",
        title=ticked.item.title.of(language.code),
        second=_begun(said) if said else ticked.item.how.of(language.code),
        note=ticked.note,
        done=ticked.done,
        matters=ticked.status is not CheckStatus.NOT_RELEVANT,
        entry=ticked.entry,
    )


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
