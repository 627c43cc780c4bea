"""The left side: the open case with its pages, and at its foot what is not of this case alone.

Where the window is narrow, or the page needs the room, it is a rail of icons: their words are tooltips and names, and
a line stands for the name of a group. Where the window is low as well, they stand closer, so that all of them are seen.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.inert import isolated
from app.ui.frame.case_name import CaseName
from app.ui.frame.presenter import Sidebar, SidePlace
from app.ui.kit import Caption, CardRule, PopupMenu, Sign, breakable, mark, named, spaced, tip
from app.ui.kit.enter import PressedByEnter
from app.ui.kit.look import CurrentLook
from app.ui.kit.signs import paint_sign

_WORDS_PX, _RAIL_PX = 224, 56
_SIDE_PX = 8
_EDGE_PX = 12
_SIGN_PX, _SIGN_GAP_PX = 20, 12
_TALL_PX, _ICON_TALL_PX, _ICON_LOW_PX = 40, 36, 32
_BETWEEN_PX = 2
_LONGEST_WORD = 16
_LONGEST_TITLE_PX = 320
SWITCH = "switch"
_SIGNS = {
    "next_step": Sign.NEXT,
    "timeline": Sign.TIMELINE,
    "incidents": Sign.FLAG,
    "contacts": Sign.PEOPLE,
    "people": Sign.BADGE,
    "deadlines": Sign.CLOCK,
    "answers": Sign.BUBBLE,
    "health": Sign.HEART,
    "look_over": Sign.SHOW,
    "checklists": Sign.LIST,
    "watching": Sign.BELL,
    "guidance": Sign.HELP,
    "verify": Sign.SHIELD,
    SWITCH: Sign.SWITCH,
    "preferences": Sign.SETTINGS,
}


class PlaceButton(PressedByEnter, QPushButton):
    """A place one can go to: its sign, its words and a count; or the sign alone."""

    def __init__(self, place: SidePlace, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._icons = False
        self._icon_tall_px = _ICON_TALL_PX
        named(self, "place")
        self.setCheckable(True)
        self._row = QHBoxLayout(self)
        self._label, self._count = QLabel(), QLabel()
        named(self._count, "muted")
        for label in (self._label, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setWordWrap(True)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._count)
        self.place = place
        self.show_place(place)

    def show_place(self, place: SidePlace) -> None:
        """Show the place with another count or mark."""
        self.place = place
        words = isolated(place.label)
        self._label.setText(breakable(words, _LONGEST_WORD))
        self._count.setText(place.count)
        mark(self._label, kit="strong" if place.current else "text")
        self.setChecked(place.current)
        name = f"{words}, {place.count}" if place.count else words
        self.setAccessibleName(name)
        self.setToolTip(tip(name) if self._icons else "")

    def show_as(self, *, icons: bool) -> None:
        """Show the sign alone, or with its words."""
        self._icons = icons
        self._label.setVisible(not icons)
        self._count.setVisible(not icons)
        look = self._look()
        left = look.space(_EDGE_PX + _SIGN_GAP_PX) + self._sign_px()
        self._row.setContentsMargins(left, 0, look.space(10), 0)
        self.show_place(self.place)
        self.updateGeometry()

    def let_icon_be(self, tall_px: int) -> None:
        """Be so tall at 100 % text where the sign stands alone."""
        if self._icon_tall_px != tall_px:
            self._icon_tall_px = tall_px
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        tall = self._look().px(_TALL_PX)
        if self._icons:
            return QSize(self._look().space(_TALL_PX), self._look().px(self._icon_tall_px))
        margins = self._row.contentsMargins()
        width = max(60, self.width() - margins.left() - margins.right() - 24)
        return QSize(120, max(tall, self._label.heightForWidth(width) + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, side = self._look(), self._sign_px()
        left = (self.width() - side) / 2 if self._icons else look.space(_EDGE_PX)
        colour = look.accent if self.isChecked() else look.muted
        painter = QPainter(self)
        square = QRectF(left, (self.height() - side) / 2, side, side)
        paint_sign(painter, square, _SIGNS.get(self.place.key, Sign.NEXT), QColor(colour))
        painter.end()

    def _sign_px(self) -> int:
        return self._look().space(_SIGN_PX)


class GroupHead(QWidget):
    """The name of a group of places; a line where there are icons alone.

    Attributes:
        caption: the name.
    """

    def __init__(self, name: str, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self.caption, self._rule = Caption(name), CardRule()
        self._column = spaced(QVBoxLayout(self), 0, 0)
        self._column.addWidget(self.caption)
        self._column.addWidget(self._rule)

    def show_as(self, *, icons: bool) -> None:
        """Show the line alone, or the name."""
        self.caption.setVisible(not icons)
        self._rule.setVisible(icons)
        look = self._look()
        above, below = (_EDGE_PX, 4) if not icons else (4, 4)
        side = 0 if icons else look.space(_EDGE_PX)
        self._column.setContentsMargins(side, look.space(above), side, look.space(below))


class SideWords:
    """What the side bar says of itself, in the language of the window."""

    def __init__(self, name: str, switch: str, new_case: str) -> None:
        """``new_case`` stands in the menu that ``switch`` opens."""
        self.name, self.switch, self.new_case = name, switch, new_case


class SidebarView(QFrame):
    """Tells ``page_asked`` with a route, ``case_asked`` with a case's id, and ``case_wanted`` for a new one.

    Attributes:
        heads: the names of the groups, from top to bottom.
    """

    page_asked = Signal(object)
    case_asked = Signal(str)
    case_wanted = Signal()

    def __init__(self, words: SideWords, look: CurrentLook) -> None:
        super().__init__()
        self._look, self._words = look, words
        self._icons = False
        named(self, "side")
        self.setAccessibleName(words.name)
        self._shown: Sidebar | None = None
        self._buttons: dict[str, PlaceButton] = {}
        self.heads: list[GroupHead] = []
        self.case_name = CaseName()
        self.menu = PopupMenu("", self)
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setSpacing(_BETWEEN_PX)
        area = QScrollArea()
        named(area, "scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        self._area = area
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._column.addWidget(self.case_name)
        self.show_as(icons=False)

    def sizeHint(self) -> QSize:
        return QSize(self._look().space(_RAIL_PX if self._icons else _WORDS_PX), 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 120)

    def show_as(self, *, icons: bool) -> None:
        """Be a rail of icons, or show the words too."""
        self._icons = icons
        look = self._look()
        side = look.space(_SIDE_PX if icons else _EDGE_PX)
        self._column.setContentsMargins(side, side, side - 1, side)
        self.case_name.setVisible(not icons and bool(self.case_name.text()))
        for button in self._buttons.values():
            button.show_as(icons=icons)
        for head in self.heads:
            head.show_as(icons=icons)
        self._fit_icons()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_icons()

    def _fit_icons(self) -> None:
        """Let the icons stand closer where the window is too low for all of them."""
        if not self._icons:
            self._column.setSpacing(_BETWEEN_PX)
            return
        for tall_px, between_px in (
            (_ICON_TALL_PX, _BETWEEN_PX),
            (_ICON_LOW_PX, _BETWEEN_PX),
            (_ICON_LOW_PX, 0),
        ):
            self._column.setSpacing(between_px)
            for button in self._buttons.values():
                button.let_icon_be(tall_px)
            self._column.invalidate()
            if self._column.minimumSize().height() <= self.height():
                break

    def show_places(self, sidebar: Sidebar) -> None:
        """Show these; as long as they are the same places, their buttons stay, and the focus with them."""
        before, self._shown = self._shown, sidebar
        if sidebar == before:
            return
        self.case_name.set_name(sidebar.case_title)
        self.case_name.setVisible(not self._icons and bool(sidebar.case_title))
        if before is None or _skeleton(before) != _skeleton(sidebar):
            self._build(sidebar)
            self._fit_icons()
        for place in sidebar.pages:
            self._buttons[place.key].show_place(place)
            if place.current:
                self._area.ensureWidgetVisible(self._buttons[place.key], 0, 8)

    def buttons(self) -> dict[str, PlaceButton]:
        """Return the places by their key, from top to bottom."""
        return dict(self._buttons)

    def offer_cases(self) -> None:
        """Open the menu of the cases, the one that was used last first, beside its button."""
        self._fill_menu()
        button = self._buttons[SWITCH]
        corner = QPoint(button.width() + 4, button.height() - self.menu.sizeHint().height())
        self.menu.popup(button.mapToGlobal(corner))

    def _fill_menu(self) -> None:
        self.menu.clear()
        shown = self._shown
        if shown is None:
            return
        if shown.case_title:
            self._add_case(shown.case_title).setChecked(True)
        apart = False
        for place in shown.cases:
            if place.apart and not apart:
                self.menu.addSeparator()
            apart = place.apart
            action = self._add_case(place.label)
            action.triggered.connect(lambda _=False, key=place.key: self.case_asked.emit(key))
        self.menu.addSeparator()
        new = self.menu.addAction(self._words.new_case)
        new.triggered.connect(lambda _=False: self.case_wanted.emit())

    def _add_case(self, title: str) -> QAction:
        widest = self._look().px(_LONGEST_TITLE_PX)
        short = self.menu.fontMetrics().elidedText(
            isolated(title), Qt.TextElideMode.ElideRight, widest
        )
        action = self.menu.addAction(isolated(short).replace("&", "&&"))
        action.setCheckable(True)
        return action

    def _build(self, sidebar: Sidebar) -> None:
        self._clear()
        group = ""
        for place in sidebar.pages:
            if place.low:
                continue
            if place.group != group:
                group = place.group
                self._head(group)
            self._place(place)
        self._column.addStretch(1)
        # To switch stands between what checks and what sets up, wherever one of the two is not there.
        low = [place for place in sidebar.pages if place.low]
        low.insert(1, SidePlace(SWITCH, self._words.switch, low=True))
        for place in low:
            self._place(place)

    def _head(self, name: str) -> None:
        head = GroupHead(name, self._look)
        head.show_as(icons=self._icons)
        self.heads.append(head)
        self._column.addWidget(head)

    def _place(self, place: SidePlace) -> None:
        button = PlaceButton(place, self._look)
        button.show_as(icons=self._icons)
        self._buttons[place.key] = button
        # A press leaves the mark where it was: the frame moves it once the page is shown.
        button.clicked.connect(lambda: button.setChecked(button.place.current))
        if place.key == SWITCH:
            button.clicked.connect(self.offer_cases)
        else:
            button.clicked.connect(lambda: self.page_asked.emit(button.place.route))
        self._column.addWidget(button)

    def _clear(self) -> None:
        self._buttons.clear()
        self.heads.clear()
        while (item := self._column.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _skeleton(sidebar: Sidebar) -> tuple[object, ...]:
    """Return what decides which buttons there are."""
    return tuple((place.key, place.label, place.low, place.group) for place in sidebar.pages)
