"""The page of what somebody keeps an eye on: cases by cover name, concerns, ideas, and what was told and noted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.case_page import CasePage
from app.ui.context import UiContext
from app.ui.kit import (
    Badge,
    BadgeKind,
    Button,
    Caption,
    Card,
    CardRule,
    EmptyState,
    FilterPills,
    FlowRow,
    LongText,
    Muted,
    QuietButton,
    Sign,
    empty_out,
    read_as,
    spaced,
)
from app.ui.kit.look import S1, S2
from app.ui.watching.copying import CopyDialog
from app.ui.watching.lines import WatchLine
from app.ui.watching.presenter import COMPLAINT, JOURNAL, ShownWatching, WatchingPresenter
from app.vocabulary import IdeaStatus, in_words

_WIDTH_PX = 920
_ALL = "all"
Act = tuple[str, str, Callable[[WatchLine], None]]


class WatchingPage(CasePage):
    """The page.

    Attributes:
        rows: what stands on it, by the name of its entry.
        new: the buttons for what is new, by the tag of its kind.
        pills: which ideas are wanted.
        dialog: the text that is copied; None where none is.
    """

    presenter: WatchingPresenter

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(
            text("Cases I keep an eye on"),
            text("What worries you before anything happens, and what you do about it."),
            column_px=_WIDTH_PX,
        )
        self._context, self._text = context, text
        self.rows: dict[str, LineRow] = {}
        self.dialog: CopyDialog | None = None
        self._shown: ShownWatching | None = None
        self.presenter = WatchingPresenter(context, self)
        self.new = {
            kind: self._new(kind, words)
            for kind, words in (
                ("watch_case", text("A case you keep an eye on …")),
                ("concern", text("Note a concern you shared …")),
                ("idea", text("Note an idea …")),
                ("caseworker_change", text("Propose another caseworker …")),
            )
        }
        self.journal = Button(text("Note for the record …"))
        self.complaint = Button(text("Tell how to complain …"))
        self.journal.clicked.connect(partial(self.show_text, JOURNAL))
        self.complaint.clicked.connect(partial(self.show_text, COMPLAINT))
        self.add(FlowRow(*self.new.values(), self.journal, self.complaint))
        self.add(Muted(text("Never write a name or a CPR number here. Use a cover name.")))
        self.empty = EmptyState(
            text("Nothing noted yet"),
            text("Is there a case that worries you? Note it by a cover name, and tell somebody."),
            secondary=text("A case you keep an eye on …"),
            sign=Sign.BELL,
        )
        self.empty.secondary_clicked.connect(partial(self.presenter.write, "watch_case"))
        self.add(self.empty)
        language = context.language
        pills = [(_ALL, text("All"))]
        pills += [
            (each.value, in_words(each, language))
            for each in (IdeaStatus.NOT_TRIED, IdeaStatus.GOING_ON, IdeaStatus.TRIED)
        ]
        self.pills = FilterPills(pills)
        self.pills.changed.connect(self._ideas_wanted)
        self._ideas_head = QWidget()
        head = spaced(QVBoxLayout(self._ideas_head), S1, 0)
        head.addWidget(Caption(text("Ideas")))
        head.addWidget(self.pills)
        self._grounds = [QWidget() for _ in range(4)]
        self._bodies = [spaced(QVBoxLayout(ground), S2, 0) for ground in self._grounds]
        watched, concerns, ideas, told = self._grounds
        for widget in (watched, concerns, self._ideas_head, ideas, told):
            self.add(widget)
        self.add_stretch()
        self.presenter.refresh()

    def _new(self, kind: str, words: str) -> Button:
        button = Button(words)
        button.clicked.connect(partial(self.presenter.write, kind))
        return button

    # -- what the presenter calls ------------------------------------------------------------------

    def show_watched(self, shown: ShownWatching) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self.rows.clear()
        text, presenter = self._text, self.presenter
        self.empty.setVisible(shown.empty)
        # Where there is nothing yet it stands below, as the one next step.
        self.new["watch_case"].setVisible(not shown.empty)
        self._ideas_head.setVisible(shown.some_ideas)
        self.pills.choose(shown.only.value if shown.only is not None else _ALL)
        correct: Act = ("correct", text("Correct"), presenter.correct)
        watched: tuple[Act, ...] = (
            ("correct", text("Look at it again …"), presenter.correct),
            ("record", text("Note for the record …"), lambda _: self.show_text(JOURNAL)),
            ("share", text("Share with the manager …"), lambda _: presenter.write("concern")),
            (
                "change",
                text("Another caseworker …"),
                lambda _: presenter.write("caseworker_change"),
            ),
        )
        concerns: tuple[Act, ...] = (
            ("sheet", text("Make a sheet for the talk …"), self._ask_where),
            ("answer", text("Note the answer"), presenter.answer),
            correct,
        )
        look: Act = ("look", text("Show it in the timeline"), presenter.look_at)
        self._fill(0, text("Only for you"), shown.watched, watched, closed=(correct,))
        self._fill(1, text("Concerns you shared"), shown.concerns, concerns)
        self._fill(2, "", shown.ideas, (("correct", text("Say how it went …"), presenter.correct),))
        if shown.some_ideas and not shown.ideas:
            self._bodies[2].addWidget(Muted(text("No idea of that kind.")))
        self._fill(3, text("Told and noted"), shown.told, (correct, look))

    def _fill(
        self,
        place: int,
        caption: str,
        lines: Sequence[WatchLine],
        acts: tuple[Act, ...],
        *,
        closed: tuple[Act, ...] = (),
    ) -> None:
        """Show a group; ``closed`` are the acts of what goes on no more, where they are others."""
        body = self._bodies[place]
        empty_out(body)
        if not lines:
            return
        if caption:
            body.addWidget(Caption(caption))
        card = Card()
        for number, line in enumerate(lines):
            if number:
                card.add(CardRule())
            row = LineRow(line, acts if line.open or not closed else closed)
            self.rows[line.key] = row
            card.add(row)
        body.addWidget(card)

    # -- what its buttons do -----------------------------------------------------------------------

    def show_text(self, id: str) -> None:
        """Show a text to copy."""
        shown = self.presenter.text_to_copy(id)
        if shown is None:
            return
        note = self._text("Note where it stands …" if id == JOURNAL else "Note that you told it …")
        self.dialog = CopyDialog(shown, note, self._text, self)
        self.dialog.copied.connect(self.presenter.copied)
        self.dialog.noting.connect(partial(self.presenter.note_copied, id))
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _ideas_wanted(self, key: str) -> None:
        self.presenter.show_ideas(None if key == _ALL else IdeaStatus(key))

    def _ask_where(self, line: WatchLine) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = self.presenter.sheet_file(Path(place) if place else Path.home())
        dialog = QFileDialog(self, self._text("Save the sheet for the talk"), str(proposed.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._text("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(proposed.name)
        dialog.fileSelected.connect(lambda chosen: self.presenter.save_sheet(line, Path(chosen)))
        dialog.open()


class LineRow(QWidget):
    """One of them, with its words, how far it is, and what can be done.

    Attributes:
        line: which one.
        buttons: by what they do.
    """

    def __init__(self, line: WatchLine, acts: tuple[Act, ...]) -> None:
        super().__init__()
        self.line = line
        self.buttons: dict[str, Button | QuietButton] = {}
        head = spaced(QHBoxLayout(), S2)
        head.addWidget(LongText(line.title, kit="strong"), 1)
        if line.state:
            badge = Badge(line.state, cast("BadgeKind", line.tone))
            head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column = spaced(QVBoxLayout(self), S1, (0, S1, 0, S1))
        column.addLayout(head)
        for words in line.said:
            column.addWidget(LongText(words, kit="muted"))
        row = FlowRow()
        for key, words, act in acts:
            button = QuietButton(words)
            read_as(button, f"{words}: {line.title}")
            button.clicked.connect(lambda _=False, act=act: act(line))
            self.buttons[key] = button
            row.add(button)
        column.addWidget(row)
        read_as(self, ". ".join((line.title, line.state, *line.said)))
