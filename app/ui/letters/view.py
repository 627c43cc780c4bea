"""The page of letters: what is missing on top, the letters in a list, and the chosen one to read and change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import ceil
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog

from app.casework import enumerated
from app.ui.context import UiContext
from app.ui.kit import (
    BadgeKind,
    Button,
    Card,
    CardPage,
    ChosenDetail,
    FieldForm,
    FlowRow,
    ListBeside,
    ListRow,
    Marked,
    Muted,
    NextButton,
    PrimaryButton,
    QuietButton,
    Text,
    TextArea,
    TextField,
    read_as,
)
from app.ui.kit.look import S1
from app.ui.letters.lines import LetterLine, ShownLetters
from app.ui.letters.presenter import LettersPresenter
from app.ui.printing.paper import is_there_a_printer, print_words
from app.ui.printing.printer import no_printer
from app.ui.routes import Letters, Route
from app.ui.screens import ScreenPage

_WIDTH_PX, _LIST_PX, _DETAIL_PX = 1240, 320, 560
_PAUSE_MS = 800
_LINES = 6


class LettersPage(CardPage, ScreenPage):
    """The page.

    Attributes:
        name: the person's own name.
        contact: how they can be reached.
        describe: leads to the form of the post.
        save_all: saves all of them.
        detail: the chosen letter; None where there is none.
    """

    def __init__(self, context: UiContext) -> None:
        text = context.language.text
        super().__init__(text("Drafts for the first days"), " ", column_px=_WIDTH_PX)
        self._text, self._language = text, context.language
        self._shown = ShownLetters()
        self.detail: LetterDetail | None = None
        self.missing = Text()
        self.describe = Button(text("Describe the post …"))
        self.name, self.contact = TextField(), TextField()
        form = FieldForm()
        form.add_beside(
            (text("Your name"), self.name), (text("Your e-mail or phone at work"), self.contact)
        )
        card = Card()
        self.list = ListBeside(list_px=_LIST_PX, detail_px=_DETAIL_PX)
        self.save_all = PrimaryButton(text("Save all in a folder …"))
        self.delete = QuietButton(text("Delete the drafts"))
        for widget in (self.missing, form, FlowRow(self.describe, self.save_all, self.delete)):
            card.add(widget)
        self.add(card)
        self.add(self.list)
        self.add(Muted(text("Nothing is sent from here. You hand them over yourself.")))
        self.add_stretch()
        self.presenter = LettersPresenter(context, self)
        self.lead.setText(
            " ".join((text("Read them, change them, use those you want."), self.presenter.guidance))
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._say_of_oneself)
        for field in (self.name, self.contact):
            field.textEdited.connect(lambda _: self._pause.start())
            field.editingFinished.connect(self._say_of_oneself)
        self.describe.clicked.connect(self.presenter.describe)
        self.save_all.clicked.connect(lambda: self._ask_where(None))
        self.delete.clicked.connect(self.presenter.delete)
        self.list.chosen.connect(self._choose)

    # -- what the frame calls ----------------------------------------------------------------------

    def accepts(self, _route: Route) -> bool:
        return self.presenter.accepts()

    def open(self, route: Route) -> None:
        if isinstance(route, Letters):
            self.presenter.open(route)

    def come_back(self) -> None:
        self.presenter.come_back()

    def leave(self) -> None:
        self.flush()

    def flush(self) -> None:
        self._say_of_oneself()
        self._keep_words()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_letters(self, shown: ShownLetters) -> None:
        text, before = self._text, self._shown
        self._shown = shown
        words = text("Still missing: {fields}", fields=enumerated(shown.missing))
        self.missing.setText(words if shown.missing else text("Nothing is missing."))
        self.describe.setVisible(shown.of_post)
        self.describe.set_text(
            text("Add what is missing …") if shown.described else text("Describe the post …")
        )
        for field, value in ((self.name, shown.name), (self.contact, shown.contact)):
            if not field.hasFocus() and field.text() != value:
                field.setText(value)
        rows = [(each.key, each.title, each.stage, each.tone) for each in shown.lines]
        if rows != [(each.key, each.title, each.stage, each.tone) for each in before.lines]:
            self.list.fill({each.key: _row(each) for each in shown.lines})
            self.detail = None
        self.list.choose(shown.chosen)
        line = next((each for each in shown.lines if each.key == shown.chosen), None)
        self._show(line)

    def copy(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)

    # -- the chosen one ----------------------------------------------------------------------------

    def _show(self, line: LetterLine | None) -> None:
        detail = self.detail
        if line is not None and detail is not None and detail.shows(line):
            return
        self.detail = LetterDetail(line, self, self._text) if line is not None else None
        self.list.show_detail(self.detail)

    def _choose(self, key: str) -> None:
        self._keep_words()
        self.presenter.choose(key)

    def _keep_words(self) -> None:
        if self.detail is not None:
            self.presenter.change(self.detail.line, self.detail.words.value())

    def _say_of_oneself(self) -> None:
        self._pause.stop()
        self.presenter.say_of_oneself(self.name.value(), self.contact.value())

    def current(self) -> LetterLine | None:
        """Return the chosen letter with what was just typed in it."""
        self._keep_words()
        return next((e for e in self.presenter.shown.lines if e.key == self._shown.chosen), None)

    def act(self, act: Callable[[LetterLine], None]) -> None:
        """Do something with the chosen letter as it stands there."""
        line = self.current()
        if line is not None:
            act(line)

    def print_letter(self, line: LetterLine) -> None:
        """Print one letter."""
        if is_there_a_printer():
            print_words(self, line.text, self._language)
        else:
            self.presenter.say(no_printer(self._language))

    def save_letter(self, line: LetterLine) -> None:
        """Save one letter."""
        self._ask_where(line)

    def _ask_where(self, line: LetterLine | None) -> None:
        self.flush()
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = self.presenter.folder(Path(place) if place else Path.home())
        title = self._text("Choose a folder for the drafts")
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if chosen:
            self.presenter.save(Path(chosen), line)


class LetterArea(TextArea):
    """As tall as its words: the page scrolls, and nothing in it."""

    def __init__(self) -> None:
        super().__init__(lines=_LINES)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _grow(self) -> None:
        # What a plain document calls its height is how many lines it has, those that were broken included.
        lines = max(_LINES, ceil(self.document().size().height()) + 1)
        frame = 2 * (self.frameWidth() + ceil(self.document().documentMargin())) + 2 * S1
        height = self.fontMetrics().lineSpacing() * lines + frame
        if height != self.height():
            self.setFixedHeight(height)


class LetterDetail(ChosenDetail):
    """The chosen letter.

    Attributes:
        line: which one.
        words: what it says, to be changed.
        buttons: by what they do.
    """

    def __init__(self, line: LetterLine, page: LettersPage, text: Callable[..., str]) -> None:
        super().__init__(line.title, "", _marks(line))
        self.line = line
        self.buttons: dict[str, Button | QuietButton | NextButton] = {}
        if line.hint:
            self.add(Muted(line.hint))
        if line.warning:
            self.add(Text(line.warning, kit="error"))
        if line.missing:
            self.add(Muted(text("Still missing: {fields}", fields=enumerated(line.missing))))
        self.words = LetterArea()
        self.words.setPlainText(line.text)
        self.words.setReadOnly(not line.editable)
        self.words.setAccessibleName(text("The text: {title}", title=line.title))
        self.add(self.words)
        presenter = page.presenter
        acts: list[tuple[str, Button | QuietButton | NextButton, Callable[[LetterLine], None]]] = []
        acts.append(("copy", Button(text("Copy the text")), presenter.copy))
        acts.append(("print", Button(text("Print …")), page.print_letter))
        acts.append(("save", Button(text("Save …")), page.save_letter))
        if line.editable and line.entry is None:
            acts.append(("given", NextButton(text("I have handed it over")), presenter.hand_over))
        if line.entry is not None:
            acts.append(
                ("answer", NextButton(text("Add receipt or answer …")), presenter.add_answer)
            )
        if line.changed:
            acts.append(("anew", QuietButton(text("Make it anew")), presenter.make_anew))
        row = FlowRow()
        for key, button, act in acts:
            read_as(button, f"{button.text()}: {line.title}")
            button.clicked.connect(partial(page.act, act))
            self.buttons[key] = button
            row.add(button)
        self.add(row)

    def shows(self, line: LetterLine) -> bool:
        """Whether it shows that letter as it is now: what is typed in it is on its way to be kept."""
        typed = self.words.value() == line.text.strip()
        return typed and self._around(line) == self._around(self.line)

    def _around(self, line: LetterLine) -> tuple[object, ...]:
        return (line.key, line.stage, line.missing, line.warning, line.changed, line.entry)


def _row(line: LetterLine) -> ListRow:
    return ListRow(((line.title, ""),), _marks(line), (1,), (), line.title)


def _marks(line: LetterLine) -> list[Marked]:
    return [(line.stage, cast("BadgeKind", line.tone))] if line.stage else []
