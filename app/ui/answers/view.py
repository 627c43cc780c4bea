"""The page of requests and answers: the list with how far each is, and beside it all that was asked and answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from app.ui.answers.lines import AnswerLine
from app.ui.answers.presenter import AnswersPresenter, ShownAnswers
from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    BadgeKind,
    Banner,
    Button,
    ChosenDetail,
    EmptyState,
    FlowRow,
    ListBeside,
    ListRow,
    Marked,
    QuietButton,
    SaidBlock,
    Sign,
    read_as,
)

_WIDTH_PX, _LIST_PX, _DETAIL_PX = 1240, 640, 320
_SHARES = (7, 4, 5, 4, 6)


class AnswersPage(CasePage):
    """The page.

    Attributes:
        detail: all about the chosen one; None where there is none.
        new: the buttons for what is new, by the tag of its kind.
    """

    presenter: AnswersPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Requests and answers"),
            text("What you have asked of the workplace, and what came of it."),
            column_px=_WIDTH_PX,
        )
        self._text = text
        self.detail: AnswerDetail | None = None
        self.banner = Banner("", "")
        self.empty = EmptyState(
            text("Nothing is asked for yet"),
            text("Note what you ask of the workplace. Then you can see what is still unanswered."),
            secondary=text("Note a request …"),
            sign=Sign.BUBBLE,
        )
        self.new = {
            "request": Button(text("Note a request …")),
            "measure": Button(text("Note what the workplace does …")),
            "support": Button(text("Note support you got …")),
            "caseworker_change": Button(text("Propose another caseworker …")),
        }
        self._heads = (
            text("You asked for"),
            text("When"),
            text("Answer"),
            text("Promised"),
            "",
        )
        self.list = ListBeside(
            list_px=_LIST_PX, detail_px=_DETAIL_PX, heads=self._heads, shares=_SHARES
        )
        self.list.foot.addWidget(FlowRow(*self.new.values()))
        self.add(self.banner)
        self.add(self.empty)
        self.add(self.list)
        self.add_stretch()
        self._shown: tuple[AnswerLine, ...] | None = None
        self.presenter = AnswersPresenter(context, self)
        self.banner.clicked.connect(self.presenter.take_step)
        self.empty.secondary_clicked.connect(lambda: self.presenter.write("request"))
        for kind, button in self.new.items():
            button.clicked.connect(lambda _=False, kind=kind: self.presenter.write(kind))
        self.list.chosen.connect(self.presenter.choose)
        self.presenter.refresh()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_lines(self, shown: ShownAnswers) -> None:
        self.empty.setVisible(not shown.lines)
        self.list.setVisible(bool(shown.lines))
        self.banner.say(*shown.step)
        self.banner.setVisible(bool(shown.step[0]))
        if shown.lines != self._shown:
            self._shown = shown.lines
            self.list.fill({each.key: self._row(each) for each in shown.lines})
            self.detail = None
        self.list.choose(shown.chosen)
        self._show(next((each for each in shown.lines if each.key == shown.chosen), None))

    def _row(self, line: AnswerLine) -> ListRow:
        answer = line.answer or (self._text("Not answered") if line.missing else "")
        cells = (
            (line.title, line.second),
            (line.day, line.who),
            (answer, ""),
            (line.promised, ""),
        )
        name = f"{line.title} {line.day}"
        return ListRow(cells, _marks(line), _SHARES, self._heads, name)

    def _show(self, line: AnswerLine | None) -> None:
        if line is not None and self.detail is not None and self.detail.line == line:
            return
        self.detail = None
        if line is not None:
            self.detail = AnswerDetail(line, self.presenter, self._text)
        self.list.show_detail(self.detail)


class AnswerDetail(ChosenDetail):
    """One of them.

    Attributes:
        line: which one.
        buttons: by what they do: "answer", "again", "correct" and "look".
    """

    def __init__(
        self, line: AnswerLine, presenter: AnswersPresenter, text: Callable[..., str]
    ) -> None:
        asked = " · ".join(filter(None, (line.day, line.who)))
        super().__init__(line.title, asked, _marks(line))
        self.line = line
        self.buttons: dict[str, Button | QuietButton] = {}
        for said in line.said:
            self.add(SaidBlock(said.label, said.value, said.rest))
        acts: list[tuple[str, Button | QuietButton, Callable[[AnswerLine], None]]] = []
        if line.answered:
            acts.append(("answer", Button(text("Note the answer")), presenter.answer))
        if line.missing:
            acts.append(("again", Button(text("Ask again …")), presenter.ask_again))
        acts.append(("correct", Button(text("Correct")), presenter.correct))
        acts.append(("look", QuietButton(text("Show it in the timeline")), presenter.look_at))
        row = FlowRow()
        for key, button, act in acts:
            read_as(button, f"{button.text()}: {line.title}")
            button.clicked.connect(lambda _=False, act=act: act(line))
            self.buttons[key] = button
            row.add(button)
        self.add(row)


def _marks(line: AnswerLine) -> list[Marked]:
    return [(line.state, cast("BadgeKind", line.tone))] if line.state else []
