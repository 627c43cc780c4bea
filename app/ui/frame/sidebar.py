"""The left side: the open case with its pages, then the other cases."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.frame.presenter import Place, Sidebar
from app.ui.kit import FlowRow, Muted, QuietButton, breakable, mark, named
from app.ui.kit.look import CurrentLook

_WIDTH_PX = 224
_TEXT_PX = 12
_LONGEST_WORD = 16


class PlaceButton(QPushButton):
    """A place one can go to, with a count."""

    def __init__(self, place: Place, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        named(self, "place")
        self.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_TEXT_PX, 0, 10, 0)
        self._label, self._count = QLabel(), QLabel()
        named(self._count, "muted")
        for label in (self._label, self._count):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._label.setWordWrap(True)
        row.addWidget(self._label, 1)
        row.addWidget(self._count)
        self.place = place
        self.show_place(place)

    def show_place(self, place: Place) -> None:
        """Show the place with another count or mark."""
        self.place = place
        self._label.setText(breakable(place.label, _LONGEST_WORD))
        self._count.setText(place.count)
        mark(self._label, kit="strong" if place.current else "text")
        self.setChecked(place.current)
        name = f"{place.label}, {place.count}" if place.count else place.label
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        look = self._look()
        width = max(60, self.width() - 60)
        return QSize(120, max(look.px(38), self._label.heightForWidth(width) + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class SidebarView(QFrame):
    """Tells ``page_asked`` with a route, ``case_asked`` with a case's id, and ``case_wanted`` for a new one."""

    page_asked = Signal(object)
    case_asked = Signal(str)
    case_wanted = Signal()

    def __init__(self, other_cases: str, new_case: str, name: str, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        named(self, "side")
        self.setAccessibleName(name)
        self._shown: Sidebar | None = None
        self._buttons: dict[str, PlaceButton] = {}
        self._other_cases = other_cases
        self._new_case = new_case
        ground = QWidget()
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(12, 20, 12, 12)
        self._column.setSpacing(2)
        area = QScrollArea()
        named(area, "scroll")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(ground)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def sizeHint(self) -> QSize:
        percent = self._look().text_percent
        return QSize(round(_WIDTH_PX * (1 + (percent - 100) / 250)), 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 120)

    def show_places(self, sidebar: Sidebar) -> None:
        """Show these; as long as they are the same places, their buttons stay, and the focus with them."""
        before, self._shown = self._shown, sidebar
        if sidebar == before:
            return
        places = (*sidebar.pages, *sidebar.cases)
        if before is None or _skeleton(before) != _skeleton(sidebar):
            self._build(sidebar)
        for place in places:
            self._buttons[place.key].show_place(place)

    def buttons(self) -> dict[str, PlaceButton]:
        """Return the places by their key, from top to bottom."""
        return dict(self._buttons)

    def _build(self, sidebar: Sidebar) -> None:
        self._clear()
        self._caption(sidebar.case_title)
        for place in sidebar.pages:
            self._place(place, self.page_asked)
        if sidebar.cases:
            self._column.addSpacing(12)
            self._caption(self._other_cases)
            for place in sidebar.cases:
                self._place(place, self.case_asked)
        self._column.addSpacing(8)
        new_case = QuietButton(self._new_case)
        new_case.clicked.connect(self.case_wanted)
        row = FlowRow(new_case)
        row.flow.setContentsMargins(_TEXT_PX - 3, 0, 0, 0)  # its words below those of the places
        self._column.addWidget(row)
        self._column.addStretch(1)

    def _caption(self, text: str) -> None:
        if text:
            caption = Muted(breakable(text, _LONGEST_WORD))
            named(caption, "caption")
            caption.setContentsMargins(_TEXT_PX, 0, 0, 4)
            self._column.addWidget(caption)

    def _place(self, place: Place, asked: SignalInstance) -> None:
        button = PlaceButton(place, self._look)
        self._buttons[place.key] = button
        # A press leaves the mark where it was: the frame moves it once the page is shown.
        button.clicked.connect(lambda: button.setChecked(button.place.current))
        button.clicked.connect(lambda: asked.emit(place.route or place.key))
        self._column.addWidget(button)

    def _clear(self) -> None:
        self._buttons.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _skeleton(sidebar: Sidebar) -> tuple[object, ...]:
    """Return what decides which buttons there are, and below which words."""
    places = (*sidebar.pages, *sidebar.cases)
    return sidebar.case_title, len(sidebar.pages), *((place.key, place.label) for place in places)
