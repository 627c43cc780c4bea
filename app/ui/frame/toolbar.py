"""The row of buttons on top, and the search field.

Rules:
- It stays one row: where the window is narrow or the text large, the search field gets shorter, and then the buttons
  that are used least go into a menu of their own, at their end. They stand in the window's menus all the same.
- Only what cannot fit even then goes on in a second row.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QToolButton, QWidget

from app.ui.kit import Button, FlowLayout, MenuButton, PrimaryButton, TextField, named
from app.ui.kit.look import CurrentLook

_SEARCH_PX, _SHORT_PX = 220, 150
_GAP_PX = 8


class SearchField(TextField):
    """Searches the open case; Escape empties it."""

    def __init__(self, placeholder: str, clear_text: str, look: CurrentLook) -> None:
        super().__init__()
        self._look = look
        self._short = False
        named(self, "search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        clear = self.findChild(QToolButton)
        if clear is not None:
            clear.setAccessibleName(clear_text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = max(super().sizeHint().height(), self._look().px(38))
        return QSize(self.wide_px(short=self._short), height)

    def wide_px(self, *, short: bool) -> int:
        """Return how wide it is, short or comfortable."""
        return self._look().px(_SHORT_PX if short else _SEARCH_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def shorten(self, *, short: bool) -> None:
        """Take less room, or as much as is comfortable."""
        if short != self._short:
            self._short = short
            self.updateGeometry()


class Toolbar(QFrame):
    """Buttons for actions: a button does what its action does and is as enabled as it is."""

    def __init__(self, name: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folding: list[tuple[QWidget, QAction]] = []
        self._folded: list[QWidget] = []
        self._search: SearchField | None = None
        self.more = MenuButton(more, QMenu(self))
        self.more.hide()
        named(self, "bar")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(self, gap_px=_GAP_PX)
        self.flow.setContentsMargins(16, 10, 16, 10)

    def add_action(
        self,
        action: QAction,
        text: str,
        *,
        primary: bool = False,
        hint: str = "",
        folds: bool = False,
    ) -> Button | PrimaryButton:
        """Add a button for an action; of those that may fold away the last goes first."""
        button: Button | PrimaryButton
        button = PrimaryButton(text) if primary else Button(text, hint=hint)
        button.clicked.connect(action.trigger)
        key = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        if key:
            button.setToolTip(key)
            button.setAccessibleDescription(key)

        def follow() -> None:
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        follow()
        self.flow.addWidget(button)
        if folds:
            self._folding.append((button, action))
        return button

    def end_left(self) -> None:
        """Put what is added from now on at the right."""
        self.flow.addWidget(self.more)
        self.flow.push_right()

    def add_search(self, search: SearchField) -> None:
        """Add the search field."""
        self._search = search
        self.flow.addWidget(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        """Fold away as few as possible."""
        folded: list[QWidget] = []
        short = not self._fits(folded, short=False)
        if self._search is not None:
            self._search.shorten(short=short)
        for button, _ in reversed(self._folding):
            if not short or self._fits(folded, short=True):
                break
            folded.append(button)
        if folded == self._folded:
            return
        self._folded = folded
        menu = self.more.menu()
        menu.clear()
        for button, action in self._folding:
            button.setVisible(button not in folded)
            if button in folded:
                menu.addAction(action)
        self.more.setVisible(bool(folded))

    def _fits(self, folded: list[QWidget], *, short: bool) -> bool:
        """Return whether everything else would stand in one row, whatever it does now."""
        items = [self.flow.itemAt(at) for at in range(self.flow.count())]
        found = [item.widget() for item in items if item is not None]
        widgets = [widget for widget in found if widget is not None]
        shown = [
            widget
            for widget in widgets
            if widget not in folded
            and (bool(folded) if widget is self.more else self._is_wanted(widget))
        ]
        margins = self.flow.contentsMargins()
        wide = _GAP_PX * (len(shown) - 1) + sum(
            widget.wide_px(short=short)
            if isinstance(widget, SearchField)
            else widget.sizeHint().width()
            for widget in shown
        )
        return wide + margins.left() + margins.right() <= self.width()

    def _is_wanted(self, widget: QWidget) -> bool:
        return widget in self._folded or not widget.isHidden()
