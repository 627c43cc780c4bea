"""The bar that stays above the rows: pills for groups of kinds, what is wanted of posts and people, and how it is seen.

In the menus stand switches, so that everything is found by keyboard and by screen reader; what is on is said in words
below the pills.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.inert import isolated_parts
from app.language import Language
from app.timeline import GROUP_NAMES, Filter, Group, Options, Ways
from app.ui.kit import (
    Button,
    FilterPills,
    FlowRow,
    MenuButton,
    PopupMenu,
    QuietButton,
    Text,
    named,
    spaced,
)
from app.ui.kit.look import COMPACT_PX, GRID_PX, PILL_PX, S2
from app.ui.timeline.said import Said

_NEWEST, _OLDEST = True, False
_PILLS_DOWN_PX = (COMPACT_PX - PILL_PX) // 2


class TimelineBar(QWidget):
    """The bar.

    Signals:
        wanted: which rows are wanted now.
        ordered: whether the newest stand on top.
        posted: whether posts lie where they were posted.
        hidden: whether what was put out of sight is shown.
        clear: whether small pictures, and what is private, are shown clearly.
        words_only: whether the list has words alone.
        gaps: whether coarse words have gaps.
        options_asked: the menu of what can be wanted is about to be shown; ``offer`` answers.
        everything_asked: nothing is to be left out any more.
        missed_asked: what was just made is to be shown.
    """

    wanted = Signal(object)
    ordered = Signal(bool)
    posted = Signal(bool)
    hidden = Signal(bool)
    clear = Signal(bool)
    words_only = Signal(bool)
    gaps = Signal(bool)
    options_asked = Signal()
    everything_asked = Signal()
    missed_asked = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = language
        text = language.text
        self._ways = Ways()
        self.pills = FilterPills(
            [(str(group), text(name)) for group, name in GROUP_NAMES.items()],
            name=text("What the timeline shows"),
        )
        self.pills.changed.connect(lambda group: self._want(group=Group(group)))
        self.filters = PopupMenu(parent=self)
        self.filters.aboutToShow.connect(self.options_asked)
        self.views = PopupMenu(parent=self)
        self.filter_button = MenuButton(text("Filter"), self.filters)
        self.view_button = MenuButton(text("View"), self.views)
        self.newest = self._choice(text("Newest first"))
        self.oldest = self._choice(text("Oldest first"))
        self.views.addSeparator()
        self.as_posted = self._switch(text("Place posts by when they were posted"))
        self.clear_pictures = self._switch(text("Show small pictures and private notes clearly"))
        self.only_words = self._switch(text("Only words in lists"))
        self.read_with_gaps = self._switch(text("Read with gaps"))
        self.with_hidden = self._switch(text("Show hidden"))
        orders = QActionGroup(self)
        for action in (self.newest, self.oldest):
            orders.addAction(action)
        self.newest.triggered.connect(lambda: self.ordered.emit(_NEWEST))
        self.oldest.triggered.connect(lambda: self.ordered.emit(_OLDEST))
        self.as_posted.toggled.connect(self.posted)
        self.with_hidden.toggled.connect(self.hidden)
        self.clear_pictures.toggled.connect(self.clear)
        self.only_words.toggled.connect(self.words_only)
        self.read_with_gaps.toggled.connect(self.gaps)
        self._put_menus()
        self.said = Text(kit="muted")
        self.everything = QuietButton(text("Show everything"))
        self.everything.clicked.connect(self.everything_asked)
        self.said_row = FlowRow(self.said, self.everything)
        self.left_out = Text(kit="strong")
        self.show_left_out = Button(text("Show it"))
        self.show_left_out.clicked.connect(self.missed_asked)
        self.left_out_row = FlowRow(self.left_out, self.show_left_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, 0, GRID_PX // 2)
        column.setSpacing(GRID_PX // 2)
        column.addLayout(self._top)
        self._below.setSpacing(GRID_PX)
        self._below.addWidget(self.said_row, 100)
        self._below.addStretch(1)
        column.addLayout(self._below)
        column.addWidget(self.left_out_row)
        self.say(Said())

    def _put_menus(self) -> None:
        """Put the pills with the menus beside them."""
        self._menus = QWidget()
        menus = spaced(QHBoxLayout(self._menus), S2, 0)
        # The first line of pills stands in the middle of the buttons beside it.
        self.pills.setContentsMargins(0, _PILLS_DOWN_PX, 0, _PILLS_DOWN_PX)
        for button in (self.filter_button, self.view_button):
            button.be_compact()
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            menus.addWidget(button)
        self._menus.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.pills, 100)
        self._top.addStretch(1)
        self._top.addWidget(self._menus, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Keep the pills on one line: where the menus do not fit beside them, these stand below."""
        room, needed = self.width(), self.pills.one_line_px()
        beside = needed + GRID_PX + self._menus.sizeHint().width() <= room
        if beside is not (self._top.indexOf(self._menus) >= 0):
            (self._below if beside else self._top).removeWidget(self._menus)
            if beside:
                self._top.addWidget(self._menus, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self._below.insertWidget(0, self._menus, 0, Qt.AlignmentFlag.AlignTop)
        self.pills.be_tight(tight=needed > room)

    def show_ways(
        self, ways: Ways, *, clear: bool, words_only: bool = False, gaps: bool = False
    ) -> None:
        """Show how the case is seen now."""
        self._ways = ways
        self.pills.blockSignals(True)
        self.pills.choose(str(ways.wanted.group))
        self.pills.blockSignals(False)
        (self.newest if ways.newest_first else self.oldest).setChecked(True)
        for switch, on in (
            (self.as_posted, ways.as_posted),
            (self.with_hidden, ways.hidden),
            (self.clear_pictures, clear),
            (self.only_words, words_only),
            (self.read_with_gaps, gaps),
        ):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)

    def show_counts(self, counts: Mapping[Group, int]) -> None:
        """Show how many rows there are of each group."""
        for group in Group:
            self.pills.count(str(group), counts.get(group))
        self._lay_out()

    def say(self, said: Said) -> None:
        """Say what is left out."""
        self.said.setText(said.wanted)
        self.said_row.setVisible(bool(said.wanted))
        self.left_out.setText(said.left_out)
        self.left_out_row.setVisible(bool(said.left_out))

    def offer(self, options: Options) -> None:
        """Fill the menu with what can be wanted in this case."""
        text, wanted = self._language.text, self._ways.wanted
        self.filters.clear()
        self._choices(text("Platform"), options.platforms, "platform", wanted.platform)
        self._choices(text("Who wrote it"), options.senders, "sender", wanted.sender)
        self._choices(text("Kind"), options.whats, "what", wanted.what)
        self._choices(text("What is in it"), options.tags, "tag", wanted.tag)
        self._choices(text("Who knows"), options.roles, "knows", wanted.knows)
        no_link = self.filters.addAction(text("Link is missing"))
        no_link.setCheckable(True)
        no_link.setChecked(wanted.no_link)
        no_link.triggered.connect(lambda on: self._want(no_link=on))
        lacks = self.filters.addAction(text("Something is missing"))
        lacks.setCheckable(True)
        lacks.setChecked(wanted.lacks)
        lacks.triggered.connect(lambda on: self._want(lacks=on))
        self.filters.addSeparator()
        clear = self.filters.addAction(text("Show everything"))
        clear.setEnabled(wanted.leaves_out)
        clear.triggered.connect(self.everything_asked)

    def _choices(
        self, title: str, options: Sequence[tuple[str, str]], field: str, chosen: str
    ) -> None:
        """Add a menu in which one of some, or all, can be wanted."""
        menu = PopupMenu(title, self.filters)
        self.filters.addMenu(menu)
        menu.setEnabled(bool(options))
        group = QActionGroup(menu)
        for value, words in (("", self._language.text("Everything")), *options):
            action = menu.addAction(isolated_parts(words).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(lambda _=False, value=value: self._want(**{field: value}))
            group.addAction(action)

    def _want(self, **changes: object) -> None:
        wanted: Filter = replace(self._ways.wanted, **changes)
        self.wanted.emit(wanted)

    def _choice(self, words: str) -> QAction:
        action = QAction(words, self)
        action.setCheckable(True)
        self.views.addAction(action)
        return action

    def _switch(self, words: str) -> QAction:
        return self._choice(words)
