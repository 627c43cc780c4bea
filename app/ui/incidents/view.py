"""The page of incidents: the list with its filters, and beside it all about the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from msgspec.structs import replace

from app.language import Language
from app.timeline import IncidentOrder, WantedIncidents
from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.incidents.filters import IncidentFilters
from app.ui.incidents.lines import Beside, IncidentLine
from app.ui.incidents.presenter import WRITTEN_ABOUT, IncidentsPresenter, ShownIncidents
from app.ui.kit import (
    BadgeKind,
    Button,
    ChosenDetail,
    EmptyState,
    FlowRow,
    ListBeside,
    ListRow,
    Marked,
    MenuButton,
    PopupMenu,
    QuietButton,
    SaidBlock,
    Sign,
    read_as,
)

_WIDTH_PX, _LIST_PX, _DETAIL_PX = 1240, 640, 320
_SHARES = (8, 5, 6, 6)


class IncidentsPage(CasePage):
    """The page.

    Attributes:
        detail: all about the chosen one; None where there is none.
    """

    presenter: IncidentsPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Incidents"),
            text("Posts, messages and other events, with what belongs to each."),
            column_px=_WIDTH_PX,
        )
        self._language = context.language
        self.detail: IncidentDetail | None = None
        self.empty = EmptyState(
            text("No incidents yet"),
            text(
                "Describe what happened: a post, a message, a call. One picture is enough to begin."
            ),
            secondary=text("Describe a post …"),
            sign=Sign.FLAG,
        )
        self.filters = IncidentFilters(context.language)
        self.new_button = Button(text("Describe a post …"))
        self.together_button = Button(text("See them as a whole"))
        self._heads = (text("Incident"), text("Happened"), text("Content"), "")
        self.list = ListBeside(
            list_px=_LIST_PX, detail_px=_DETAIL_PX, heads=self._heads, shares=_SHARES
        )
        self.list.foot.addWidget(FlowRow(self.new_button, self.together_button))
        for part in (self.empty, self.filters, self.list):
            self.add(part)
        self.add_stretch()
        self._shown: tuple[IncidentLine, ...] | None = None
        self.presenter = IncidentsPresenter(context, self)
        self.empty.secondary_clicked.connect(self.presenter.describe)
        self.new_button.clicked.connect(self.presenter.describe)
        self.together_button.clicked.connect(self.presenter.see_together)
        self.filters.wanted.connect(self._want)
        self.filters.ordered.connect(lambda order: self.presenter.order(IncidentOrder(order)))
        self.list.chosen.connect(self.presenter.choose)
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_incidents(self, shown: ShownIncidents) -> None:
        self.empty.setVisible(not shown.count)
        self.list.setVisible(bool(shown.count))
        self.list.show_list(shown=bool(shown.lines))
        self.filters.setVisible(bool(shown.count))
        self.filters.show_filters(shown)
        if shown.lines != self._shown:
            self._shown = shown.lines
            self.list.fill({each.key: self._row(each) for each in shown.lines})
            self.detail = None
        self.list.choose(shown.chosen)
        self._show(next((each for each in shown.lines if each.key == shown.chosen), None))

    def _want(self, changed: dict[str, object]) -> None:
        if changed:
            self.presenter.want(replace(self.presenter.shown.wanted, **changed))
        else:
            self.presenter.want(WantedIncidents())

    def _row(self, line: IncidentLine) -> ListRow:
        cells = (
            (line.title, line.second),
            (line.happened, line.happened_more),
            (line.content, line.exhibits),
        )
        name = f"{line.title} {line.happened}"
        return ListRow(cells, _marks(line), _SHARES, self._heads, name)

    def _show(self, line: IncidentLine | None) -> None:
        if line is not None and self.detail is not None and self.detail.line == line:
            return
        self.detail = None
        if line is not None:
            self.detail = IncidentDetail(line, self.presenter, self._language)
        self.list.show_detail(self.detail)


class IncidentDetail(ChosenDetail):
    """One of them.

    Attributes:
        line: which one.
        buttons: by what they do: "correct", "about", "look", and "beside" with a number for what belongs to it.
        menu: what can be written about it.
    """

    def __init__(
        self, line: IncidentLine, presenter: IncidentsPresenter, language: Language
    ) -> None:
        super().__init__(line.title, line.second, _marks(line))
        self.line = line
        self._presenter, self._text = presenter, language.text
        self.buttons: dict[str, Button | QuietButton | MenuButton] = {}
        for number, beside in enumerate(line.beside):
            self._beside(number, beside)
        for said in line.said:
            self.add(SaidBlock(said.label, said.value, said.rest))
        self.menu = PopupMenu("", self)
        for kind in WRITTEN_ABOUT:
            action = self.menu.addAction(self._text(kind.form.menu))
            action.setObjectName(kind.tag)
            action.triggered.connect(lambda _=False, tag=kind.tag: presenter.write_about(tag, line))
        self._acts()

    def _beside(self, number: int, beside: Beside) -> None:
        self.add(SaidBlock(beside.label, beside.title))
        label = self._text("Show it")
        button = self.buttons[f"beside{number}"] = QuietButton(label)
        read_as(button, f"{label}: {beside.title}")
        button.clicked.connect(lambda: self._presenter.look_at(beside.entry))
        self.add(FlowRow(button))

    def _acts(self) -> None:
        text, line, presenter = self._text, self.line, self._presenter
        acts: tuple[tuple[str, Button | QuietButton, Callable[[], None]], ...] = (
            ("correct", Button(text("Correct")), lambda: presenter.correct(line)),
            (
                "look",
                QuietButton(text("Show it in the timeline")),
                lambda: presenter.look_in_timeline(line.entry),
            ),
        )
        row = FlowRow()
        for key, button, act in acts:
            read_as(button, f"{button.text()}: {line.title}")
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons[key] = button
            row.add(button)
            if key == "correct":
                about = self.buttons["about"] = MenuButton(text("Note about it"), self.menu)
                read_as(about, f"{text('Note about it')}: {line.title}")
                row.add(about)
        self.add(row)


def _marks(line: IncidentLine) -> list[Marked]:
    return [(line.mark, cast("BadgeKind", line.tone))] if line.mark else []
