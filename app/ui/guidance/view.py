"""The page of guidance: topics with their texts, a search, and places to turn to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.acts import Toast
from app.ui.context import UiContext
from app.ui.guidance.pack_cards import OfferedCard, PacksCard
from app.ui.guidance.packs import ShownPacks
from app.ui.guidance.presenter import GuidanceLine, GuidancePresenter, ShownGuidance
from app.ui.guidance.row import GuidanceRow, Nothing, TopicCard
from app.ui.kit import (
    CardPage,
    Choice,
    FlowRow,
    Text,
    TextField,
    empty_out,
    read_as,
    spaced,
    widest,
)
from app.ui.kit.look import S4
from app.ui.routes import Guidance, Route
from app.ui.screens import ScreenPage

_WIDTH_PX = 960


class GuidancePage(CardPage, ScreenPage):
    """The page.

    Attributes:
        rows: the rows by the name of their text.
        search: finds texts by their words.
        topic: one topic, or all.
        care: how many pieces ask for care, in words.
        packs: the rule packs in use, and a place for another.
        offered: the pack that is looked at; None where none is.
    """

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(text("Guidance"), " ", column_px=_WIDTH_PX)
        self._context, self._text = context, text
        self.rows: dict[str, GuidanceRow] = {}
        self.search = widest(TextField(text("Search")), 320)
        read_as(self.search, text("Search the guidance"))
        self.presenter = GuidancePresenter(context, self)
        self.topic = Choice(self.presenter.topics)
        read_as(self.topic, text("Topic"))
        self.lead.setText(self.presenter.lead)
        self.offered: OfferedCard | None = None
        above = QWidget()
        self._above = spaced(QVBoxLayout(above), S4, 0)
        self.add(above)
        self.add(FlowRow(self.search, self.topic))
        self.care = Text(kit="complaint")
        self.add(self.care)
        ground = QWidget()
        self._body = spaced(QVBoxLayout(ground), S4, 0)
        self.add(ground)
        self.packs = PacksCard(self.presenter.packs, text)
        self.add(self.packs)
        self.add_stretch()
        self.search.textChanged.connect(self.presenter.search)
        self.topic.currentIndexChanged.connect(
            lambda _: self.presenter.choose_topic(self.topic.value())
        )
        self.presenter.refresh()

    # -- what the frame calls ----------------------------------------------------------------------

    def open(self, route: Route) -> None:
        self.presenter.refresh()
        wanted = route.show if isinstance(route, Guidance) else ""
        if wanted:
            self._read(wanted)

    def come_back(self) -> None:
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_guidance(self, shown: ShownGuidance) -> None:
        read = {
            key for key, row in self.rows.items() if row.ask is not None and row.ask.isChecked()
        }
        self._clear()
        for group in shown.groups:
            rows = [self._row(line, read=line.key in read) for line in group.lines]
            self._body.addWidget(TopicCard(group.topic, rows))
        if not shown.groups:
            self._body.addWidget(Nothing(self._text("No text has these words.")))
        self.care.setVisible(bool(shown.care))
        self.care.setText(
            self._context.language.plural(
                "{count} text asks for care: it is marked, and says why.",
                "{count} texts ask for care: they are marked, and say why.",
                shown.care,
            )
        )

    def show_packs(self, shown: ShownPacks) -> None:
        self.packs.show_packs(shown)
        empty_out(self._above)
        self.offered = None
        if shown.offered is not None:
            self.offered = OfferedCard(shown.offered, self.presenter.packs, self._text)
            self._above.addWidget(self.offered)
            self.area.verticalScrollBar().setValue(0)
            self.offered.leave.setFocus()

    def _row(self, line: GuidanceLine, *, read: bool) -> GuidanceRow:
        row = GuidanceRow(line, self._text, partial(self._copy, line))
        self.rows[line.key] = row
        if read and row.ask is not None:
            row.ask.setChecked(True)
        return row

    def _read(self, key: str) -> None:
        row = self.rows.get(key)
        if row is not None and row.ask is not None:
            row.ask.setChecked(True)
            row.ask.setFocus()
            # Where it stands is known once the rows are laid out, and how tall it is once its words have their width.
            QTimer.singleShot(0, row, partial(QTimer.singleShot, 0, row, partial(self._bring, row)))

    def _bring(self, row: GuidanceRow) -> None:
        self.area.ensureWidgetVisible(row)

    def _copy(self, line: GuidanceLine) -> None:
        QApplication.clipboard().setText(line.page)
        self._context.acts.toast(Toast(self._text("The address is copied"), line.page))

    def _clear(self) -> None:
        self.rows.clear()
        empty_out(self._body)
