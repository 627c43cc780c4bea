"""The page of one thing that is done for the vault: its form, how far it is, and what became of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Language
from app.ui.kit import (
    Button,
    Card,
    CardPage,
    FlowRow,
    LongText,
    NextButton,
    PageFoot,
    Progress,
    QuietButton,
)
from app.ui.preferences.care_forms import FORMS, CareForm, SheetForm
from app.ui.preferences.care_model import Care, CareAnswer, CareField, Facts

_COLUMN_PX = 640


class CarePage(QWidget):
    """Shows one form at a time.

    Signals:
        left: the person is done, or thinks better of it.
        stopped: what is under way is to be stopped.
        next_wanted: another thing is to be done.
    """

    left = Signal()
    stopped = Signal()
    next_wanted = Signal(Care)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        text = language.text
        self.form: CareForm | None = None
        self.page = CardPage(column_px=_COLUMN_PX)
        self.progress = Progress("", text("Stop"))
        self.progress.cancelled.connect(self.stopped)
        self.answer: QWidget | None = None
        self.page.add(self.progress)
        self.page.add_stretch()
        self.cancel = QuietButton(text("Back to the settings"))
        self.cancel.clicked.connect(self.left)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.page, 1)
        self._foot: PageFoot | None = None

    def show_form(self, care: Care, connect: Callable[[CareForm], None]) -> None:
        """Show the form of one thing, empty."""
        self.clear()
        form = self.form = FORMS[care](self._language)
        connect(form)
        self.page.title.setText(form.title)
        self.page.lead.setText(form.lead)
        self.page.title.show()
        self.page.lead.show()
        self.page.column.insertWidget(1, form)
        self._foot = PageFoot(_COLUMN_PX)
        further = [form.print] if isinstance(form, SheetForm) else []
        self._foot.put([self.cancel], [*further, form.primary])
        self.page.stand(middle=True)
        self._foot.stand(middle=True)
        self._foot.follow(self.page.area)
        self._whole.addWidget(self._foot)
        form.start()

    def clear(self) -> None:
        """Take the form away, with what was typed in it."""
        self.cancel.setParent(self)
        for gone in (self.form, self._foot, self.answer):
            if gone is not None:
                gone.hide()
                gone.setParent(None)
                gone.deleteLater()
        self.form = self._foot = self.answer = None

    def show_facts(self, facts: Facts) -> None:
        """Show in the form what it tells of the vault."""
        form = self.form
        if form is not None:
            form.show_facts(facts)

    def complain(self, field: CareField | None, words: str) -> None:
        """Say what is the matter with a field."""
        if self.form is not None:
            self.form.complain(field, words)

    def show_running(self, sentence: str) -> None:
        """Show that something is under way."""
        self.progress.show_running(sentence)
        if self.form is not None:
            self.form.setEnabled(not sentence)
            self.form.primary.setEnabled(not sentence)

    def show_answer(self, answer: CareAnswer | None) -> None:
        """Show what became of it, in the form's place."""
        if self.answer is not None:
            self.answer.hide()
            self.answer.deleteLater()
            self.answer = None
        if answer is None:
            return
        card = Card()
        first, *others = answer.lines
        card.add(LongText(f"✓ {first}" if answer.good else first, kit="heading"))
        for line in others:
            card.add(LongText(line))
        buttons: list[Button | NextButton] = []
        for care in answer.next:
            button = NextButton(FORMS[care](self._language).title)
            button.clicked.connect(lambda _checked=False, care=care: self.next_wanted.emit(care))
            buttons.append(button)
        if buttons:
            card.add(FlowRow(*buttons))
        self.answer = card
        self.page.column.insertWidget(1, card)
        if self.form is not None:
            self.form.hide()
            self.form.primary.hide()
            self.page.lead.hide()
            if isinstance(self.form, SheetForm):
                self.form.print.hide()
        card.show()
        target: QWidget = buttons[0] if buttons else self.cancel
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, " ".join(answer.lines)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
