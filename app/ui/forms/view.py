"""The page with the open form: fields that scroll, and below them the way out and the way to save.

Its first card is there at once; the others, which lie below it, come one by one while the window goes on.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.context import UiContext
from app.ui.forms.body import FormBody
from app.ui.forms.cards import Notice, OptionCards
from app.ui.forms.model import Sheet, Values
from app.ui.forms.presenter import FormPresenter
from app.ui.kit import (
    Button,
    Card,
    FlowRow,
    Muted,
    Page,
    PageFoot,
    PrimaryButton,
    Text,
    named,
)
from app.ui.routes import Route, Write
from app.ui.screens import ScreenPage

_PAUSE_MS = 500
_WIDTH_PX = 760


class FormsPage(ScreenPage):
    """The forms' page."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        text = context.language.text
        self._language = context.language
        self._look = context.look
        self.body: FormBody | None = None
        self.page: Page | None = None
        self._offered = ""
        self._to_come: list[Card] = []
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.setInterval(0)
        self._coming.timeout.connect(self._add_card)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.restored = Notice("")
        self.link = Notice("")
        self.problem = Text(kit="complaint")
        self.problem.hide()
        self.status = Muted()
        self.status.setWordWrap(False)
        self.close_button = Button(text("Close"))
        self.save_button = PrimaryButton(text("Save and lock"))
        self.save_button.setToolTip(text("Ctrl+Enter"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._foot())
        self.presenter = FormPresenter(context, self)
        self._pause.timeout.connect(self.presenter.keep_draft)
        self.close_button.clicked.connect(self.presenter.leave)
        self.save_button.clicked.connect(self.presenter.save)
        self._add_action(
            text("Save and lock"), self.presenter.save, Qt.Key.Key_Return, Qt.Key.Key_Enter
        )
        self._add_action(text("Close and keep the draft"), self.presenter.leave, Qt.Key.Key_Escape)

    # -- what the frame calls ----------------------------------------------------------------------

    def accepts(self, route: Route) -> bool:
        return isinstance(route, Write) and self.presenter.accepts(route)

    def open(self, route: Route) -> None:
        if isinstance(route, Write):
            self.presenter.open(route)

    def flush(self) -> None:
        self.presenter.flush()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_form(self, sheet: Sheet, values: Values, notice: str) -> None:
        self._throw_away()
        text = self._language.text
        page = Page(sheet.title, sheet.lead, column_px=_WIDTH_PX)
        self.restored = Notice(
            text("Your draft is still here"),
            text("It is not sealed yet. Go on, or start over."),
            text("Start over"),
        )
        self.link = Notice("", "", text("Use this link"))
        self.restored.clicked.connect(self.presenter.start_over)
        self.link.clicked.connect(lambda: self.presenter.take_link(self._offered))
        self.body = FormBody(sheet, values, self._language, self._look(), page)
        self.body.changed.connect(self.presenter.change)
        self.body.left.connect(self.presenter.leave_field)
        if notice:
            page.add(Muted(notice))
        for hidden in (self.restored, self.link):
            hidden.hide()
            page.add(hidden)
        first, *self._to_come = self.body.cards
        page.add(first)
        self.page = page
        self._column.insertWidget(0, page, 1)
        page.show()
        self._go_on_adding()
        self.show_status("")
        self.show_problem("")
        self.show_saving(saving=False)
        if self.isVisible():
            self._arrive()

    def set_value(self, key: str, value: str) -> None:
        if self.body is not None:
            self.body.set_value(key, value)
            if value:
                self.body.unfold(key)

    def complain(self, key: str, words: str) -> None:
        if self.body is not None:
            self.body.complain(key, words)

    def hint(self, key: str, words: str) -> None:
        if self.body is not None:
            self.body.hint(key, words)

    def go_to(self, key: str) -> None:
        if self.body is None or self.page is None:
            return
        while self._to_come:
            self._add_card()
        self.body.unfold(key)
        self.body.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)
        # Not before what was unfolded and the complaint have their places.
        QTimer.singleShot(0, self.page, partial(self._bring_into_sight, key))

    def _bring_into_sight(self, key: str) -> None:
        if self.body is not None and self.page is not None and key in self.body.fields:
            self.page.area.ensureWidgetVisible(self.body.fields[key], 0, 120)

    def offer_link(self, link: str) -> None:
        self._offered = link
        self.link.say(self._language.text("Use the link you copied?"), link)
        self.link.setVisible(bool(link))

    def show_restored(self, *, shown: bool) -> None:
        self.restored.setVisible(shown)

    def show_status(self, words: str) -> None:
        self.status.setText(words)

    def show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_saving(self, *, saving: bool) -> None:
        self.save_button.setEnabled(not saving)
        self.close_button.setEnabled(not saving)

    def wait_for_a_pause(self) -> None:
        self._pause.start()

    def stop_waiting(self) -> None:
        self._pause.stop()

    def close_form(self) -> None:
        self._throw_away()

    # -- Qt ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrive()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.flush()

    def _arrive(self) -> None:
        if self.body is None:
            return
        self.presenter.copied(QGuiApplication.clipboard().text())
        # Straight to writing: what a note is, is chosen already and can be changed.
        first = next(
            field for field in self.body.fields.values() if not isinstance(field, OptionCards)
        )
        focused = QApplication.focusWidget()
        if focused is None or self.page is None or not self.page.isAncestorOf(focused):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_card(self) -> None:
        if self.page is not None and self._to_come:
            card = self._to_come.pop(0)
            self.page.add(card)
            card.show()
            self._go_on_adding()

    def _go_on_adding(self) -> None:
        """The next card in the next turn; after the last one, the buttons come behind its fields by Tab too."""
        if self._to_come:
            self._coming.start()
            return
        self._coming.stop()
        if self.page is not None and self.body is not None:
            self.page.add_stretch()
            *_, last = self.body.fields.values()
            self.setTabOrder(last, self.close_button)
            self.setTabOrder(self.close_button, self.save_button)

    def _throw_away(self) -> None:
        self._pause.stop()
        self._coming.stop()
        self._to_come.clear()
        if self.body is not None:
            # Hidden, its field loses the focus: what it would say of that is about no field of the next form.
            self.body.blockSignals(True)
        if self.page is not None:
            self._column.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = self.body = None

    def _foot(self) -> QWidget:
        foot = PageFoot(_WIDTH_PX)
        foot.column.addWidget(self.problem)
        row = FlowRow(self.close_button)
        row.flow.push_right()
        row.add(self.status)
        row.add(self.save_button)
        foot.column.addWidget(row)
        return foot

    def _add_action(self, name: str, act: Callable[[], None], *keys: Qt.Key) -> None:
        action = QAction(name, self)
        if keys == (Qt.Key.Key_Escape,):
            action.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        else:
            action.setShortcuts([QKeySequence(Qt.Modifier.CTRL | key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(act)
        self.addAction(action)
