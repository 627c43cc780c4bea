"""The page of checklists: a card for each list, in two columns where there is room."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.checklists.presenter import ChecklistsPresenter, Listed
from app.ui.checklists.row import ItemRow
from app.ui.context import UiContext
from app.ui.kit import (
    Badge,
    Card,
    CardRule,
    Columns,
    Muted,
    Subheading,
    empty_out,
    read_as,
    spaced,
)
from app.ui.kit.look import S2, S4, CurrentLook
from app.ui.reassuring import KindWordsCard
from app.vocabulary import CheckStatus

_WIDTH_PX, _CARD_PX = 1120, 340


class ChecklistsPage(CasePage):
    """The page.

    Attributes:
        cards: the lists, by their ids.
        kind_words: a few words that reassure, unless they are not wanted.
        rows: their items, by their keys.
    """

    presenter: ChecklistsPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Checklists"),
            text(
                "Small things that protect your privacy. Tick them once they are done. "
                "We remind you of them again after a year. Only you can see it."
            ),
            column_px=_WIDTH_PX,
        )
        self._context = context
        self.cards: dict[str, ListCard] = {}
        self.rows: dict[str, ItemRow] = {}
        ground = QWidget()
        self._body = spaced(QVBoxLayout(ground), S4, 0)
        self.add(ground)
        self.kind_words = KindWordsCard(context)
        self.presenter = ChecklistsPresenter(context, self)
        self.add(self.kind_words)
        self.add(Muted(self.presenter.guidance))
        self.add_stretch()
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_lists(self, lists: tuple[Listed, ...]) -> None:
        self.kind_words.refresh()
        if list(self.cards) != [each.key for each in lists]:
            self._build(lists)
        for each in lists:
            self.cards[each.key].show_list(each)

    def _build(self, lists: tuple[Listed, ...]) -> None:
        """Put the cards into two columns that are about as long as each other."""
        self._clear()
        columns = [QWidget(), QWidget()]
        stacks = [spaced(QVBoxLayout(each), S4, 0) for each in columns]
        tall = [0, 0]
        for each in lists:
            card = ListCard(each, self._context.language.text, self._context.look)
            self.cards[each.key] = card
            for key, row in card.rows.items():
                self._follow(key, row)
            shorter = tall.index(min(tall))
            stacks[shorter].addWidget(card)
            tall[shorter] += len(each.items) + 2
        for stack in stacks:
            stack.addStretch(1)
        self._body.addWidget(Columns(*columns, least_px=_CARD_PX))

    def _follow(self, key: str, row: ItemRow) -> None:
        presenter = self.presenter
        self.rows[key] = row
        row.ticked.connect(lambda done: presenter.tick(key, done=done))
        row.set_aside.connect(partial(self._set_aside, key))
        row.corrected.connect(partial(self._correct, key))

    def _set_aside(self, key: str, aside: bool) -> None:
        self.presenter.set_aside(key, CheckStatus.NOT_RELEVANT if aside else CheckStatus.OPEN)

    def _correct(self, key: str) -> None:
        entry = self.rows[key].item.entry
        if entry is not None:
            self.presenter.correct(entry)

    def _clear(self) -> None:
        self.cards.clear()
        self.rows.clear()
        empty_out(self._body)


class ListCard(Card):
    """A list.

    Attributes:
        rows: its items, by their keys.
        count: how many are done of how many.
    """

    def __init__(self, shown: Listed, text: Callable[..., str], look: CurrentLook) -> None:
        super().__init__()
        self.rows: dict[str, ItemRow] = {}
        self.count, self._bar, self._unsure = Muted(), QProgressBar(), Badge("", "wait")
        self._source = Muted()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        head = spaced(QHBoxLayout(), S2)
        head.addWidget(Subheading(shown.title), 1)
        head.addWidget(self._unsure)
        head.addWidget(self.count)
        self.column.addLayout(head)
        if shown.lead:
            self.add(Muted(shown.lead))
        self.add(self._bar)
        for number, item in enumerate(shown.items):
            if number:
                self.add(CardRule())
            row = ItemRow(item, text, look)
            self.rows[item.key] = row
            self.add(row)
        self.add(self._source)
        self.show_list(shown)

    def show_list(self, shown: Listed) -> None:
        """Show how far it is now."""
        self.count.setText(shown.count)
        self._bar.setValue(round(shown.part * 1000))
        read_as(self._bar, f"{shown.title}: {shown.count}")
        self._source.setText(shown.source)
        self._unsure.show_as(shown.unsure, "wait")
        self._unsure.setVisible(bool(shown.unsure))
        for item in shown.items:
            self.rows[item.key].show_item(item)
