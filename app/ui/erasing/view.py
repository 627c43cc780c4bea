"""The page of an erasure: what goes, who has it, what stays; a word to type, and what was done."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.messages import ErasureTold
from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.erasing.presenter import ErasingPresenter, ShownErasure
from app.ui.kit import (
    Card,
    DangerButton,
    FieldForm,
    LongText,
    Muted,
    PageFoot,
    Point,
    PrimaryButton,
    QuietButton,
    Subheading,
    TextField,
    empty_out,
)
from app.ui.kit.scale import spaced
from app.ui.routes import Erase, EraseCase, Route
from evidence_store import EntryId

_WIDTH_PX = 640


class ErasingPage(CasePage):
    """The page.

    Attributes:
        copies: whether pictures that were made of it go too; of a whole case, what tells of its reports.
        reports: by its entry, whether the file of a report goes too.
        reason: why.
        word: where the word is typed.
        erase: does it; can be pressed once the word is there.
        cancel: back, with nothing erased.
        back: to the timeline, once it is done.
        cards: what is said, in its order.
    """

    presenter: ErasingPresenter

    def __init__(self, context: UiContext) -> None:
        super().__init__("", "", column_px=_WIDTH_PX)
        text = self._text = context.language.text
        self.cards: list[Card] = []
        self.copies = QCheckBox()
        self.reports: dict[EntryId, QCheckBox] = {}
        self.reason, self.word = TextField(), TextField()
        self.form = FieldForm()
        self._ground = QWidget()
        self._body = spaced(QVBoxLayout(self._ground), 16, 0)
        self.add(self._ground)
        self.add_stretch()
        self.cancel = QuietButton(text("Cancel"))
        self.back = PrimaryButton(text("To the timeline"))
        self.erase = DangerButton(text("Erase for ever"))
        self.foot = PageFoot(_WIDTH_PX)
        self.foot.put([self.cancel], [self.back, self.erase])
        self.stand(middle=True)
        self.foot.stand(middle=True)
        self.add_foot(self.foot)
        self.presenter = ErasingPresenter(context, self)
        self.cancel.clicked.connect(self.presenter.leave)
        self.back.clicked.connect(self.presenter.leave)
        self.erase.clicked.connect(self._erase)
        self.presenter.refresh()

    def open(self, route: Route) -> None:
        if isinstance(route, (Erase, EraseCase)):
            self.presenter.begin(route)

    # -- what the presenter calls ------------------------------------------------------------------

    def show_erasure(self, shown: ShownErasure) -> None:
        self._clear()
        told = shown.told
        self.cancel.setVisible(not shown.done)
        self.back.setVisible(bool(shown.done))
        self.erase.setVisible(told is not None)
        self.erase.setEnabled(False)
        if told is None:
            self._show_answer(shown)
            return
        self._head(told.title, self._text("This cannot be undone. Read first what it means."))
        self._say(self._text("This goes"), told.goes)
        self._ask_for_copies(shown, told)
        if told.reports:
            self._ask_for_reports(shown, told)
        if told.stays:
            self._say(self._text("This stays"), told.stays)
        self._say(self._text("What is left all the same"), told.remains)
        self._ask(shown)

    def show_busy(self, *, busy: bool) -> None:
        self._ground.setEnabled(not busy)
        self.erase.setEnabled(False)
        self.cancel.setEnabled(not busy)

    # -- what it is made of ------------------------------------------------------------------------

    def _head(self, title: str, lead: str) -> None:
        self.title.setText(title)
        self.title.show()
        self.lead.setText(lead)
        self.lead.setVisible(bool(lead))

    def _clear(self) -> None:
        self.cards, self.reports = [], {}
        empty_out(self._body)

    def _card(self, title: str) -> Card:
        card = Card()
        if title:
            card.add(Subheading(title))
        self.cards.append(card)
        self._body.addWidget(card)
        return card

    def _say(self, title: str, lines: Iterable[str]) -> None:
        card = self._card(title)
        for line in lines:
            card.add(Point(LongText(line)))

    def _ask_for_copies(self, shown: ShownErasure, told: ErasureTold) -> None:
        words = (
            self._text("Also what tells which reports were made, and for whom")
            if shown.whole_case and told.reports
            else told.copies
        )
        self.copies = QCheckBox(words)
        self.copies.setChecked(not shown.whole_case)
        if words:
            self.cards[-1].add(self.copies)

    def _ask_for_reports(self, shown: ShownErasure, told: ErasureTold) -> None:
        text = self._text
        card = self._card(text("Reports that have it, or may have it"))
        if shown.whole_case:
            card.add(
                Muted(
                    text(
                        "Their files go from this vault. Whoever got a report or a package still has it, and it can "
                        "still be checked."
                    )
                )
            )
            for report in told.reports:
                card.add(Point(LongText(f"{report.title} · {report.became}")))
            return
        card.add(
            Muted(
                text(
                    "Tick those whose file is to go from this vault too. Whoever got one still has it, and it can "
                    "still be checked."
                )
            )
        )
        for report in told.reports:
            box = QCheckBox(f"{report.title} · {report.became}")
            self.reports[report.entry] = box
            card.add(box)

    def _ask(self, shown: ShownErasure) -> None:
        text = self._text
        card = self._card("")
        self.form = FieldForm()
        self.reason, self.word = TextField(), TextField()
        self.form.add(
            text("Why is it erased?"),
            self.reason,
            text("The log keeps these words for ever. You can leave it empty."),
        )
        self.form.add(text("Write “{word}” to erase it for ever", word=shown.word), self.word)
        card.add(self.form)
        self.word.textChanged.connect(
            lambda words: self.erase.setEnabled(self.presenter.confirms(words))
        )
        self.word.returnPressed.connect(self.erase.click)

    def _show_answer(self, shown: ShownErasure) -> None:
        text = self._text
        if not shown.done:
            self._head(text("Erase for ever"), shown.sentence)
            return
        first, *others = shown.done
        self._head(first, "")
        self._say(text("What is left all the same"), others)
        if self.isVisible():
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, first))

    def _erase(self) -> None:
        ticked = [entry for entry, box in self.reports.items() if box.isChecked()]
        self.presenter.erase(
            self.word.value(),
            self.reason.value(),
            copies=self.copies.isChecked(),
            reports=ticked,
        )
