"""The filters and the two orders of the list of incidents, and what is wanted in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inert import isolated_parts
from app.language import Language
from app.timeline import IncidentOrder
from app.ui.incidents.presenter import ShownIncidents
from app.ui.kit import FlowRow, MenuButton, Muted, PopupMenu, QuietButton, Segmented, spaced
from app.ui.kit.look import S2


class IncidentFilters(QWidget):
    """What is wanted, in which order.

    Attributes:
        orders: the two orders.
        menu: what can be wanted; its lines by the name of what they want in ``choices``.
        button: opens the menu.
        everything: shows everything again.

    Signals:
        wanted: what is wanted now, as the changed fields and their values; none to want everything.
        ordered: another order, by its value.
    """

    wanted = Signal(dict)
    ordered = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        text = self._text = language.text
        self._shown = ShownIncidents()
        self.orders = Segmented(
            (
                (str(IncidentOrder.HAPPENED), text("Happened last")),
                (str(IncidentOrder.RECORDED), text("Noted last")),
            ),
            name=text("Order"),
        )
        self.orders.changed.connect(self.ordered)
        self.choices: dict[str, dict[str, QAction]] = {}
        self.menu = PopupMenu(parent=self)
        self.menu.aboutToShow.connect(self._offer)
        self.button = MenuButton(text("Filter"), self.menu)
        self.said = Muted()
        self.everything = QuietButton(text("Show everything"))
        self.everything.clicked.connect(lambda: self.wanted.emit({}))
        self._said_row = FlowRow(self.said, self.everything)
        column = spaced(QVBoxLayout(self), S2, 0)
        column.addWidget(FlowRow(self.orders, self.button))
        column.addWidget(self._said_row)

    def show_filters(self, shown: ShownIncidents) -> None:
        """Show what can be wanted, and what is."""
        self._shown = shown
        with QSignalBlocker(self.orders):
            self.orders.choose(str(shown.order))
        self.button.setVisible(shown.options.any or shown.wanted.leaves_out)
        self.said.setText(shown.said)
        self._said_row.setVisible(bool(shown.said))

    def _offer(self) -> None:
        """Fill the menu with what can be wanted in this case."""
        text, options, wanted = self._text, self._shown.options, self._shown.wanted
        self.menu.clear()
        self.choices.clear()
        self._choices(text("Platform"), options.platforms, "platform", wanted.platform)
        self._choices(text("Who wrote it"), options.senders, "sender", wanted.sender)
        self._choices(text("Content"), options.tags, "tag", wanted.tag)
        self._choices(text("Who knows"), options.told, "told", wanted.told)
        no_link = self.menu.addAction(text("Link is missing"))
        no_link.setCheckable(True)
        no_link.setChecked(wanted.no_link)
        no_link.setEnabled(options.no_link or wanted.no_link)
        no_link.triggered.connect(lambda on: self.wanted.emit({"no_link": on}))
        self.choices["no_link"] = {"": no_link}
        self.menu.addSeparator()
        clear = self.menu.addAction(text("Show everything"))
        clear.setEnabled(wanted.leaves_out)
        clear.triggered.connect(lambda: self.wanted.emit({}))

    def _choices(
        self, title: str, options: Sequence[tuple[str, str]], field: str, chosen: str
    ) -> None:
        """Add a menu in which one of some, or all, can be wanted."""
        menu = PopupMenu(title, self.menu)
        self.menu.addMenu(menu)
        menu.setEnabled(bool(options))
        group = QActionGroup(menu)
        actions = self.choices[field] = {}
        for value, words in (("", self._text("Everything")), *options):
            action = actions[value] = menu.addAction(isolated_parts(words).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, value=value: self.wanted.emit({field: value}))
            group.addAction(action)
