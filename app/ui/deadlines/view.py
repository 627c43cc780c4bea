"""The page of deadlines: what comes first, what comes then, what has no date, and what has gone by."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.deadlines.presenter import DeadlineLine, DeadlinesPresenter, ShownDeadlines
from app.ui.deadlines.row import DeadlineRow, DeadlineTable, FirstCard
from app.ui.kit import Button, Caption, EmptyState, FlowRow, Muted, Sign, empty_out, spaced
from app.ui.kit.look import S2, S4

_WIDTH_PX = 1120


class DeadlinesPage(CasePage):
    """The page.

    Attributes:
        first: the card of what comes first; None where nothing runs.
        rows: the other rows by their key.
        tables: the cards that they stand in.
    """

    presenter: DeadlinesPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(text("Deadlines"), " ", column_px=_WIDTH_PX)
        self._text = text
        self.first: FirstCard | None = None
        self.rows: dict[str, DeadlineRow] = {}
        self.tables: list[DeadlineTable] = []
        self.empty = EmptyState(
            text("No deadlines yet"),
            text("They are reckoned from the posts and events that you describe."),
            secondary=text("Describe a post …"),
            sign=Sign.CLOCK,
        )
        self.add(self.empty)
        ground = QWidget()
        self._body = spaced(QVBoxLayout(ground), S4, 0)
        self.add(ground)
        self.all_button = Button("")
        self.earlier_button = Button("")
        self.earlier_button.setCheckable(True)
        self.calendar_button = Button(text("Save as calendar file …"))
        self.calendar_said = Muted(
            text(
                "The calendar file says when, and nothing of the case: calendars are copied to others."
            )
        )
        self.foot = FlowRow(self.calendar_button, self.all_button, self.earlier_button)
        self.add(self.foot)
        self.add(self.calendar_said)
        self.add_stretch()
        self._earlier: QWidget | None = None
        self.presenter = DeadlinesPresenter(context, self)
        self.lead.setText(
            " ".join((text("Reckoned from what you have written down."), self.presenter.guidance))
        )
        self.empty.secondary_clicked.connect(self.presenter.describe)
        self.calendar_button.clicked.connect(self._ask_where)
        self.all_button.clicked.connect(self._all_wanted)
        self.earlier_button.toggled.connect(self._show_earlier)
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_due(self, shown: ShownDeadlines) -> None:
        self._clear()
        text = self._text
        self.empty.setVisible(shown.empty)
        if shown.first is not None:
            self.first = FirstCard(shown.first, text, partial(self.presenter.look_at, shown.first))
            self._body.addWidget(self.first)
        self._group("", shown.then)
        self._group(text("The day has gone by"), shown.gone)
        self._group(text("Without a date"), shown.undated)
        self._earlier = self._group(text("Done, and earlier rules"), shown.earlier)
        self._say_buttons(shown)

    def _group(self, caption: str, lines: Sequence[DeadlineLine]) -> QWidget | None:
        if not lines:
            return None
        ground = QWidget()
        column = spaced(QVBoxLayout(ground), S2, 0)
        if caption:
            column.addWidget(Caption(caption))
        rows = [
            DeadlineRow(line, self._text, partial(self.presenter.look_at, line)) for line in lines
        ]
        self.rows.update({row.line.key: row for row in rows})
        table = DeadlineTable(rows, self._text)
        self.tables.append(table)
        column.addWidget(table)
        self._body.addWidget(ground)
        return ground

    def _say_buttons(self, shown: ShownDeadlines) -> None:
        text = self._text
        self.all_button.setVisible(bool(shown.more) or shown.all)
        label = text("Show the next of each rule") if shown.all else text("Show all deadlines")
        self.all_button.set_text(label)
        self.earlier_button.setVisible(bool(shown.earlier))
        self._show_earlier(shown=self.earlier_button.isChecked())
        self.foot.setVisible(not shown.empty)
        self.calendar_button.setVisible(shown.first is not None)
        self.calendar_said.setVisible(shown.first is not None)

    def _ask_where(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = self.presenter.calendar_file(Path(place) if place else Path.home())
        title = self._text("Save as calendar file")
        dialog = QFileDialog(self, title, str(proposed.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._text("Calendar files (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda chosen: self.presenter.save_calendar(Path(chosen)))
        dialog.open()

    def _all_wanted(self) -> None:
        self.presenter.show_all(everything=not self.presenter.shown.all)

    def _show_earlier(self, shown: bool) -> None:
        if self._earlier is not None:
            self._earlier.setVisible(shown)
        self.earlier_button.set_text(
            self._text("Hide what is done and earlier rules")
            if shown
            else self._text("Show what is done and earlier rules")
        )

    def _clear(self) -> None:
        self.first, self._earlier = None, None
        self.rows.clear()
        self.tables.clear()
        empty_out(self._body)
