"""The page with the open form: fields that scroll, and below them the way out and the way to save.

Its first card is there at once; the others, which lie below it, come one by one while the window goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QVBoxLayout, QWidget

from app.picture import Pixels
from app.ui.context import UiContext
from app.ui.forms.body import FormBody
from app.ui.forms.cards import CardNotice, OptionCards
from app.ui.forms.model import Sheet, Values
from app.ui.forms.picture_pane import PicturePane
from app.ui.forms.pictures import ShownPicture
from app.ui.forms.presenter import FormPresenter
from app.ui.kit import (
    Button,
    Card,
    CardPage,
    FilterPills,
    Muted,
    PageFoot,
    PrimaryButton,
    Segmented,
    Text,
    named,
    widest,
)
from app.ui.kit.look import S5, S6
from app.ui.kit.room import Room, room_of
from app.ui.routes import Route, Write
from app.ui.screens import ScreenPage
from evidence_store import EntryId

_PAUSE_MS = 500
_ANY_PX = 16_777_215
# The column of 560 and what it keeps clear at its sides.
_WIDTH_PX, _MEDIUM_PX = 560 + 2 * S6, 520 + 2 * S5


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
        self.page: CardPage | None = None
        self._offered = self._begin = ""
        self._to_come: list[Card] = []
        self._coming = QTimer(self)
        self._coming.setSingleShot(True)
        self._coming.setInterval(0)
        self._coming.timeout.connect(self._add_card)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.restored = CardNotice("")
        self.link = CardNotice("")
        self.same_post = CardNotice("")
        self.problem = Text(kit="complaint")
        self.problem.hide()
        self.status = Muted()
        self.status.setWordWrap(False)
        self.close_button = Button(text("Close"))
        self.save_button = PrimaryButton(text("Save and lock"))
        self.save_button.setToolTip(text("Ctrl+Enter"))
        self.pictures = PicturePane(context.language, context.look)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.pictures, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._beside, 1)
        self._column.addWidget(self._foot())
        self.presenter = FormPresenter(context, self)
        self._pause.timeout.connect(self.presenter.keep_draft)
        self.close_button.clicked.connect(self.presenter.leave)
        self.save_button.clicked.connect(self.presenter.save)
        self.pictures.asked.connect(self.presenter.ask_picture)
        self.pictures.wanted_text.connect(self.presenter.read_picture)
        self.finish_on_enter(self.presenter.save, text("Save and lock"))
        self.go_back_on_escape(self.presenter.leave, text("Close and keep the draft"))

    # -- what the frame calls ----------------------------------------------------------------------

    def accepts(self, route: Route) -> bool:
        return isinstance(route, Write) and self.presenter.accepts(route)

    def open(self, route: Route) -> None:
        if isinstance(route, Write):
            self.presenter.open(route)

    def flush(self) -> None:
        self.presenter.flush()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_form(self, sheet: Sheet, values: Values, notice: str, begin: str) -> None:
        self._throw_away()
        self._begin = begin
        text = self._language.text
        page = CardPage(sheet.title, sheet.lead, column_px=_WIDTH_PX)
        self.restored = CardNotice(
            text("Your draft is still here"),
            text("It is not sealed yet. Go on, or start over."),
            text("Start over"),
        )
        self.link = CardNotice("", "", text("Use this link"))
        self.same_post = CardNotice(
            text("Does the picture belong to a post that you have written about?"),
            "",
            "-",
            text("No, a new one"),
        )
        self.same_post.clicked.connect(self.presenter.take_same_post)
        self.same_post.refused.connect(self.presenter.decline_same_post)
        self.restored.clicked.connect(self.presenter.start_over)
        self.link.clicked.connect(lambda: self.presenter.take_link(self._offered))
        self.body = FormBody(sheet, values, self._language, self._look, page)
        self.body.changed.connect(self.presenter.change)
        self.body.left.connect(self.presenter.leave_field)
        if notice:
            page.add(Muted(notice))
        for hidden in (self.restored, self.same_post, self.link):
            hidden.hide()
            page.add(hidden)
        first, *self._to_come = self.body.cards
        page.add(first)
        self.page = page
        page.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._keep_foot_below())
        self._beside.insertWidget(0, page, 100)
        self._lay_out()
        page.show()
        self._go_on_adding()
        self.show_status("")
        self.show_problem("")
        self.show_saving(saving=False)
        if self.isVisible():
            self._arrive()

    def set_value(self, key: str, value: str) -> None:
        if self.body is not None:
            self.body.fill_in(key, value)

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
        _takes_focus(self.body.fields[key]).setFocus(Qt.FocusReason.OtherFocusReason)
        # Not before what was unfolded and the complaint have their places.
        QTimer.singleShot(0, self.page, partial(self._bring_into_sight, key))

    def _bring_into_sight(self, key: str) -> None:
        if self.body is not None and self.page is not None and key in self.body.fields:
            self.page.area.ensureWidgetVisible(self.body.fields[key], 0, 120)

    def offer_link(self, link: str) -> None:
        self._offered = link
        self.link.say(self._language.text("Use the link you copied?"), link)
        self.link.setVisible(bool(link))

    def offer_same_post(self, yes: str) -> None:
        self.same_post.button.set_text(yes)
        self.same_post.setVisible(bool(yes))

    def show_errors(self, words: str) -> None:
        self.foot.show_errors(words)

    def show_pictures(self, shown: Sequence[ShownPicture]) -> None:
        self.pictures.show_pictures(shown)
        self._lay_out()

    def show_small(self, id: EntryId, jpeg: bytes) -> None:
        self.pictures.show_small(id, jpeg)

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        self.pictures.show_picture(id, pixels, sentence)

    def offer_reading(self, *, offered: bool) -> None:
        self.pictures.offer_reading(offered=offered)

    def show_reading(self, words: str, *, running: bool) -> None:
        self.pictures.show_reading(words, running=running)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.presenter.flush()

    def _lay_out(self) -> None:
        """Let the pictures stand beside the form where there is room for both, else as a strip on top of it."""
        room = room_of(self.window().width(), self._look().text_percent)
        strip = room is Room.NARROW
        self._beside.setDirection(
            QBoxLayout.Direction.BottomToTop if strip else QBoxLayout.Direction.LeftToRight
        )
        self.pictures.stand_on_top(strip=strip)
        page = self.page
        if page is None:
            return
        beside = self.pictures.isVisibleTo(self) and not strip
        column = _MEDIUM_PX if beside and room is not Room.WIDE else _WIDTH_PX
        for inner in (page.column.parentWidget(), self.foot.column.parentWidget()):
            if inner is not None:
                widest(inner, column)
        # Beside the pictures the page is as wide as its column, and has room for its scroll bar.
        bar = page.area.verticalScrollBar().sizeHint().width()
        page.setMaximumWidth(self._look().px(column) + bar if beside else _ANY_PX)
        page.stand(middle=not beside)
        self._keep_foot_below()

    def _keep_foot_below(self) -> None:
        """Keep the foot under the column of the page, whose scroll bar takes of its room."""
        page = self.page
        if page is None:
            return
        beside = page.maximumWidth() < _ANY_PX
        bar = page.area.verticalScrollBar()
        scrolls = bar.maximum() > bar.minimum() and not beside
        self.foot.stand(middle=not beside, clear_px=bar.sizeHint().width() if scrolls else 0)

    def _arrive(self) -> None:
        if self.body is None:
            return
        self.presenter.copied(QGuiApplication.clipboard().text())
        # Straight to writing: what a note is, is chosen already and can be changed.
        first = next(
            field
            for field in self.body.fields.values()
            if not isinstance(field, OptionCards | Segmented | FilterPills)
        )
        focused = QApplication.focusWidget()
        if focused is None or self.page is None or not self.page.isAncestorOf(focused):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._begin:
            self.go_to(self._begin)
            self._begin = ""

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
            self._beside.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = self.body = None

    def _foot(self) -> QWidget:
        self.foot = PageFoot(_WIDTH_PX)
        self.foot.column.addWidget(self.problem)
        self.foot.put([self.close_button], [self.status, self.save_button])
        return self.foot


def _takes_focus(field: QWidget) -> QWidget:
    """Return what of a field takes the focus: of several choices the chosen one, else the first."""
    tab = Qt.FocusPolicy.TabFocus
    if field.focusProxy() is not None or field.focusPolicy() & tab:
        return field
    inside = [
        each
        for each in field.findChildren(QWidget)
        if each.focusPolicy() & tab and each.isVisibleTo(field)
    ]
    chosen = (each for each in inside if isinstance(each, QAbstractButton) and each.isChecked())
    return next(chosen, inside[0] if inside else field)
