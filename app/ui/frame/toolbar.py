"""The row of buttons on top, and the search field.

Rules:
- It stays one row. In a narrow window, and at large text, what is written down goes into one menu and the rest into
  another; where that is still too much, the search field gets shorter and more goes into the menu, what is used least
  first. All of it stands in the window's menus too.
- Only what cannot fit even then goes on in a second row.
- While nothing is open there is only what can be done then: a row of grey buttons would tell nobody anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QWidget

from app.ui.kit import (
    Button,
    FlowLayout,
    MenuButton,
    PopupMenu,
    PrimaryButton,
    Sign,
    TextField,
    named,
)
from app.ui.kit.look import CONTROL_PX, CurrentLook
from app.ui.kit.room import Room
from app.ui.kit.signs import paint_sign

_WRITE, _MORE, _SEARCH = "write", "more", "search"
_WRITTEN = frozenset({"note", "notification"})
_FOLDING = ("help", "files", "report", _WRITE)
_FEW = frozenset({"capture", "hide", "help"})
_SEARCH_WIDTHS_PX = (220, 178, 150)
_LEAST_SEARCH_PX = 104
_ANY_PX = 16_777_215
_ROOM_FOR_WORDS_PX = 150
_SIGN_PX, _SIGN_LEFT_PX, _SIGN_GAP_PX = 16, 12, 8
_GAP_PX = 8


class SearchField(TextField):
    """Searches the open case.

    Signals:
        escaped: Escape was pressed: what is searched for is to be given up.
    """

    escaped = Signal()

    def __init__(self, placeholder: str, short: str, clear_text: str, look: CurrentLook) -> None:
        """``placeholder`` says what is searched; ``short`` stands there where that has no room."""
        super().__init__()
        self._placeholders = (placeholder, short)
        self._look = look
        self._wide = _SEARCH_WIDTHS_PX[0]
        named(self, "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._clear_text = clear_text
        self.textChanged.connect(self._offer_to_clear)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keep_clear()

    def sizeHint(self) -> QSize:
        height = max(super().sizeHint().height(), self._look().px(CONTROL_PX))
        return QSize(self._look().px(self._wide), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look()
        side, left = look.px(_SIGN_PX), look.space(_SIGN_LEFT_PX)
        square = QRectF(left, (self.height() - side) / 2, side, side)
        colour = look.muted if self.isEnabled() else look.off
        painter = QPainter(self)
        paint_sign(painter, square, Sign.SEARCH, QColor(colour))
        painter.end()

    def _offer_to_clear(self, written: str) -> None:
        """Have the button from the first letter on: Qt takes 20 ms to draw it, which the start need not wait for."""
        if written and not self.isClearButtonEnabled():
            self.setClearButtonEnabled(True)
            if (clear := self.findChild(QToolButton)) is not None:
                clear.setAccessibleName(self._clear_text)

    def _keep_clear(self) -> None:
        """Let the words begin behind the sign."""
        self.setTextMargins(self._look().px(_SIGN_PX) + self._look().space(_SIGN_GAP_PX), 0, 0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def be_wide(self, wide: int) -> None:
        """Take so much room at 100 % text."""
        if wide != self._wide:
            self._wide = wide
            self.setPlaceholderText(self._placeholders[wide < _ROOM_FOR_WORDS_PX])
            self.updateGeometry()


class Toolbar(QFrame):
    """Buttons for actions: a button does what its action does and is as enabled as it is.

    Attributes:
        more: the menu of what is folded away.
        write: the menu of what is written down, where its buttons are folded into one.
    """

    def __init__(self, name: str, more: str, write: str, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._first: PrimaryButton | None = None
        self._filled = False
        self.more = MenuButton(more, PopupMenu(parent=self))
        self.write = MenuButton(write, PopupMenu(parent=self))
        self._parts: dict[str, QWidget] = {}
        self._actions: dict[str, QAction] = {}
        self._search: SearchField | None = None
        self._shown: frozenset[str] = frozenset()
        self._room = Room.WIDE
        self._few = False
        named(self, "bar")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(self, gap_px=_GAP_PX)
        self.flow.setContentsMargins(16, 8, 16, 7)

    def add_action(
        self, action: QAction, text: str, *, primary: bool = False, hint: str = ""
    ) -> Button | PrimaryButton:
        """Add a button for an action."""
        button: Button | PrimaryButton
        button = PrimaryButton(text) if primary else Button(text, hint=hint)
        if isinstance(button, PrimaryButton):
            # The window says when it is to be the filled one; the first page has one of its own.
            self._first = button
            self._fill(button)
        self._follow(action, button)
        self._add(action.objectName(), button)
        return button

    def end_writing(self) -> None:
        """Leave the place for what can be written down: it is put there with the first case, when it is known."""
        self._add(_WRITE, self.write)

    def add_written(self, action: QAction, text: str) -> None:
        """Add a button for something that is written down, before the menu of all that can be."""
        button = Button(text)
        self._follow(action, button)
        at = self.flow.indexOf(self.write)
        item = self.flow.itemAt(at - 1)
        before = item.widget() if item is not None else None
        self.flow.insert(at, button)
        if before is not None:
            QWidget.setTabOrder(before, button)
        self._parts[action.objectName()] = button
        self._shown = frozenset()
        self._fold()

    def _follow(self, action: QAction, button: Button | PrimaryButton) -> None:
        """Let a button do what its action does, and be as enabled."""
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        if key:
            button.setToolTip(key)
            button.setAccessibleDescription(key)

        def follow() -> None:
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        self._actions[action.objectName()] = action

    def fill(self, *, filled: bool) -> None:
        """Let the first button be the filled one of the screen, or outlined where the page has one of its own."""
        if self._first is not None and filled != self._filled:
            self._filled = filled
            self._fill(self._first)

    def _fill(self, first: PrimaryButton) -> None:
        first.set_filled(filled=self._filled)
        first.set_sign(Sign.CAMERA, self._look)

    def add_writing(self, actions: Sequence[QAction]) -> None:
        """Fill the menu of what can be written down."""
        self.write.menu().addActions(actions)

        def follow() -> None:
            self.write.setEnabled(any(action.isEnabled() for action in actions))

        for action in actions:
            action.changed.connect(follow)
        follow()

    def end_left(self) -> None:
        """Put what is added from now on at the right."""
        self._add(_MORE, self.more)
        self.flow.push_right()

    def add_search(self, search: SearchField) -> None:
        """Add the search field."""
        self._search = search
        self._add(_SEARCH, search)

    def fold_for(self, room: Room, *, few: bool) -> None:
        """Lay it out for a window of that width; few buttons where nothing is open that others would act on."""
        self._room, self._few = room, few
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _add(self, name: str, part: QWidget) -> None:
        self._parts[name] = part
        self.flow.addWidget(part)

    def _fold(self) -> None:
        """Fold away as little as possible."""
        shown, search = self._best()
        if self._search is not None:
            self._search.be_wide(search)
        if shown == self._shown:
            return
        self._shown = shown
        menu = self.more.menu()
        menu.clear()
        for name, part in self._parts.items():
            part.setVisible(name in shown)
            if _MORE not in shown or name in shown or name in _WRITTEN:
                continue
            if name == _WRITE:
                menu.addActions(self.write.menu().actions())
            elif name in self._actions:
                menu.addAction(self._actions[name])

    def _best(self) -> tuple[frozenset[str], int]:
        """Return what is shown, and how wide the search field is."""
        shown, left = frozenset[str](), 0
        for shown in self._ways():
            left = self._left_for_search(shown)
            for search in _SEARCH_WIDTHS_PX:
                if self._look().px(search) <= left:
                    return shown, search
        return shown, max(_LEAST_SEARCH_PX, left * 100 // self._look().text_percent)

    def _ways(self) -> Iterator[frozenset[str]]:
        """What may be shown, the fullest way first."""
        there = frozenset(self._parts)
        if self._few:
            yield there & _FEW
            return
        if self._room > Room.NARROW:
            yield there - {_WRITE, _MORE}
        folded = set(_WRITTEN)
        for name in _FOLDING:
            folded.add(name)
            yield there - folded

    def _left_for_search(self, shown: frozenset[str]) -> int:
        """Return how much of one row the search field may take beside these, whatever it takes now."""
        parts = [part for name, part in self._parts.items() if name in shown]
        margins = self.flow.contentsMargins()
        wide = _GAP_PX * (len(parts) - 1) + sum(
            part.sizeHint().width() for part in parts if part is not self._search
        )
        left = self.width() - margins.left() - margins.right() - wide
        return left if self._search in parts or left < 0 else _ANY_PX
