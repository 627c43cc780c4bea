"""What the pages about the open case have in common: how the frame opens them, and the frame of those made of cards."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.case_presenter import CasePresenter
from app.ui.kit import CardPage, EmptyState, FlowRow, empty_out, spaced
from app.ui.kit.look import S4
from app.ui.routes import Route
from app.ui.screens import ScreenPage

_WIDTH_PX = 960


class CasePage(CardPage, ScreenPage):
    """A page about the open case. It is reckoned anew whenever it comes to the front.

    Attributes:
        presenter: what it asks.
    """

    presenter: CasePresenter

    def accepts(self, _route: Route) -> bool:
        return self.presenter.accepts()

    def open(self, _route: Route) -> None:
        self.presenter.refresh()

    def come_back(self) -> None:
        self.presenter.refresh()

    def bring_into_sight(self, widget: QWidget, below_px: int) -> None:
        """Scroll to something with as much below it, once everything has its place: large text leaves little room."""
        QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(widget, 0, below_px))


class CardsPage(CasePage):
    """One below the other: what is said where there is nothing, cards made anew each time, and ways on.

    Attributes:
        empty: what is said where there is nothing.
        foot: the ways on.
    """

    def __init__(self, title: str, lead: str, empty: EmptyState) -> None:
        super().__init__(title, lead, column_px=_WIDTH_PX)
        self.empty = empty
        self.add(empty)
        ground = QWidget()
        self._body = spaced(QVBoxLayout(ground), S4, 0)
        self.add(ground)

    def end_with(self, *ways: QWidget) -> None:
        """Put the ways on below the cards."""
        self.foot = FlowRow(*ways)
        self.add(self.foot)
        self.add_stretch()

    def show_cards(self, cards: Iterable[QWidget], *, empty: bool) -> None:
        """Show these in place of those before; none, and no way on, where it is empty."""
        empty_out(self._body)
        self.empty.setVisible(empty)
        self.foot.setVisible(not empty)
        for card in cards:
            self._body.addWidget(card)
