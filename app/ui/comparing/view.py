"""The page that compares sources: which ones, a button, and what came of it, place by place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.comparing.presenter import ComparingPresenter, ShownComparison, ShownSources
from app.ui.context import UiContext
from app.ui.kit import (
    Card,
    CardRule,
    EmptyState,
    FieldForm,
    FlowRow,
    LongText,
    Muted,
    PageFoot,
    PrimaryButton,
    Progress,
    QuietButton,
    SaidBlock,
    Sign,
    Subheading,
    TextField,
    empty_out,
    spaced,
)
from app.ui.kit.look import S2
from app.ui.routes import CompareSources, Route

_WIDTH_PX = 760
_BELOW_PX = 160
_BY_ITSELF = Qt.FocusReason.OtherFocusReason


class ComparingPage(CasePage):
    """The page.

    Attributes:
        numbers: which exhibits.
        compare_button: compares them.
        result: what came of it, in a few words.
        seal_button: seals it.
    """

    presenter: ComparingPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Compare sources"),
            text(
                "Does the screenshot say the same as the saved page, the picture from the phone, or the export from "
                "the platform? The words are compared, and what differs is shown."
            ),
            column_px=_WIDTH_PX,
        )
        self._text = text
        self.empty = EmptyState(
            text("There is nothing to compare yet"),
            text(
                "Save the post in one more way first, such as a saved page or a picture from your phone."
            ),
            sign=Sign.SEARCH,
        )
        self.add(self.empty)
        self._make_form()
        self._make_result()
        self.add_stretch()
        self.presenter = ComparingPresenter(context, self)
        self._shown = ShownSources()
        presenter = self.presenter
        self.compare_button.clicked.connect(lambda: presenter.compare(self.numbers.value()))
        self.numbers.returnPressed.connect(lambda: presenter.compare(self.numbers.value()))
        self.look_button.clicked.connect(presenter.look)
        self.progress.cancelled.connect(presenter.stop)
        self.progress.part = lambda: presenter.part
        self.go_back_on_escape(context.navigator.back, text("Back"))
        self.seal_button.clicked.connect(presenter.seal)
        presenter.refresh()

    def _make_form(self) -> None:
        text = self._text
        self._form = Card()
        self.form = FieldForm()
        self.numbers = TextField()
        self.form.add(
            text("Exhibits of the same post"),
            self.numbers,
            text("Write their numbers, such as 1, 2. Those of the same event are there already."),
        )
        self.named = Muted()
        self.earlier = Muted()
        self.compare_button = PrimaryButton(text("Compare"))
        self.look_button = QuietButton(text("See the exhibit"))
        self.progress = Progress("", text("Stop"))
        self._form.add(self.form)
        self._form.add(self.named)
        self._form.add(FlowRow(self.compare_button, self.look_button))
        self._form.add(self.progress)
        self._form.add(self.earlier)
        self.add(self._form)

    def _make_result(self) -> None:
        text = self._text
        self._result = Card()
        self.result = Subheading("")
        self._ground = QWidget()
        self._said = spaced(QVBoxLayout(self._ground), S2, 0)
        self.seal_button = PrimaryButton(text("Save and lock the result"))
        self.shows = Muted()
        self._result.add(self.result)
        self._result.add(self._ground)
        self._result.add(self.shows)
        self.add(self._result)
        # In the foot, as in other forms: where much differs, what came of it is longer than a window.
        self.foot = PageFoot(_WIDTH_PX)
        self.foot.put([], [self.seal_button])
        self.add_foot(self.foot)

    # -- what the frame calls ----------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, CompareSources):
            self.form.complain(self.numbers, "")
            self.numbers.clear()
            self._shown = ShownSources()
            self.presenter.open(route)
            ready = len(self.presenter.shown.named) > 1
            (self.compare_button if ready else self.numbers).setFocus(_BY_ITSELF)

    def leave(self) -> None:
        self.presenter.leave()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_sources(self, shown: ShownSources) -> None:
        self.empty.setVisible(not shown.enough)
        self._form.setVisible(shown.enough)
        if shown.numbers != self._shown.numbers:
            self.numbers.setText(shown.numbers)
        self.named.setText("\n".join(shown.named))
        self.named.setVisible(bool(shown.named))
        said = "\n".join((self._text("Compared before:"), *shown.earlier))
        self.earlier.setText(said if shown.earlier else "")
        self.earlier.setVisible(bool(shown.earlier))
        open_result = shown.result is not None and not shown.result.sealed
        self.compare_button.set_filled(filled=not open_result)
        self._show_running(running=shown.running)
        if shown.result != self._shown.result:
            self._show_result(shown.result)
        self._result.setVisible(shown.result is not None)
        self.foot.setVisible(shown.result is not None)
        if open_result and self._shown.result is None:
            self.seal_button.setFocus(_BY_ITSELF)
            self.bring_into_sight(self.result, _BELOW_PX)
        self._shown = shown

    def _show_running(self, *, running: bool) -> None:
        """Only one button can be pressed at a time, and the focus goes along with it."""
        self.progress.show_running(self._text("Reads and compares …") if running else "")
        if running:
            self.progress.cancel.setFocus(_BY_ITSELF)
        self.compare_button.setEnabled(not running)
        if self._shown.running and not running:
            self.compare_button.setFocus(_BY_ITSELF)

    def _show_result(self, result: ShownComparison | None) -> None:
        empty_out(self._said)
        if result is None:
            return
        self.result.setText(result.line)
        self._ground.setVisible(bool(result.rows or result.places))
        for row in result.rows:
            self._said.addWidget(SaidBlock(row.label, row.value, row.rest))
        for place in result.places:
            self._said.addWidget(CardRule())
            self._said.addWidget(SaidBlock(place.label, place.value))
            for line in place.rest:
                self._said.addWidget(LongText(line))
        self.shows.setText(result.shows)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, result.line))
        self.seal_button.setEnabled(not result.sealed)
        self.seal_button.setText(
            self._text("Saved and locked")
            if result.sealed
            else self._text("Save and lock the result")
        )

    def complain(self, words: str) -> None:
        self.form.complain(self.numbers, words)
        self.form.go_to_first_error()
