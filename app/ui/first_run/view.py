"""The first run as a page: steps above, one card, and the way on below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.ui.context import UiContext
from app.ui.first_run.cards import MADE, PassphraseCard, ReadyCard, WhatCard, WhereCard
from app.ui.first_run.hotkey_card import HotkeyCard
from app.ui.first_run.presenter import FirstRunPresenter, FirstRunStep, steps_of
from app.ui.first_run.trial import Trial
from app.ui.kit import (
    ALL_THE_ROOM,
    BarStep,
    Button,
    Card,
    CardPage,
    PageFoot,
    PrimaryButton,
    StepBar,
    Text,
    mark,
    named,
)
from app.ui.kit.scale import widest
from app.ui.screens import ScreenPage

_WIDTH_PX = 720
_NO_LIMIT = 16_777_215
_JUST_NOW_MS = 2000


class FirstRunPage(ScreenPage):
    """The page."""

    def __init__(self, context: UiContext, vault: Path, home: Path) -> None:
        """Build the page at its first card.

        Args:
            context: the tools of a screen.
            vault: where the vault lies unless another folder is chosen.
            home: the user's own folder.
        """
        super().__init__()
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        language = context.language
        self._language = language
        self._look = context.look
        text = language.text
        self._titles = {
            FirstRunStep.WHAT: (
                text("Here you gather what has happened"),
                text(
                    "Bevismappe keeps posts about you as evidence, and makes the report for those who can help."
                ),
            ),
            FirstRunStep.HOTKEY: (text("Try the shortcut"), ""),
            FirstRunStep.WHERE: (text("Where shall the vault lie?"), ""),
            FirstRunStep.LOCK: (text("A passphrase for your vault"), ""),
            FirstRunStep.READY: (
                text("Your vault is ready"),
                text("What you save from now on is locked in it."),
            ),
        }
        self.page = CardPage(" ", " ", column_px=_WIDTH_PX)
        order = self._order = steps_of(context.hotkey)
        names = {
            FirstRunStep.WHAT: text("What it is about"),
            FirstRunStep.HOTKEY: text("Shortcut"),
            FirstRunStep.WHERE: text("Place"),
            FirstRunStep.LOCK: text("Passphrase"),
        }
        self.steps = StepBar(
            [
                BarStep(
                    step,
                    names[step],
                    text("{number} of {all} · {step}", number=at, all=len(order), step=names[step]),
                )
                for at, step in enumerate(order, 1)
            ],
            text("Steps"),
            self._look,
        )
        self.page.column.insertWidget(0, self.steps)
        self.held = Text(kit="complaint")
        self.page.add(self.held)
        self.what, self.where = WhatCard(language), WhereCard(language)
        self.hotkey = HotkeyCard(language)
        self.passphrase, self.ready = PassphraseCard(language), ReadyCard(language)
        self.cards: dict[FirstRunStep, Card] = {
            FirstRunStep.WHAT: self.what,
            FirstRunStep.HOTKEY: self.hotkey,
            FirstRunStep.WHERE: self.where,
            FirstRunStep.LOCK: self.passphrase,
            FirstRunStep.READY: self.ready,
        }
        for card in self.cards.values():
            self.page.add(card)
        self.page.add_stretch()
        self.problem = Text(kit="complaint")
        self.problem.hide()
        self.back = Button(text("Back"))
        self.next = PrimaryButton(text("Go on"))
        self.foot = PageFoot(_WIDTH_PX, middle=True)
        self.foot.column.addWidget(self.problem)
        self.foot.put((), (self.back, self.next))
        self._middle = self._in_the_middle()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1000)
        column.addWidget(self.foot)
        column.addStretch(1)
        self._ground = self.page.area.widget() or QWidget(self)
        self._ground.installEventFilter(self)
        self._left = QElapsedTimer()
        self.presenter = FirstRunPresenter(context, self, vault, home)
        self._connect()
        self.presenter.start()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_step(self, step: FirstRunStep) -> None:
        title, lead = self._titles[step]
        self.page.title.setText(title)
        self.page.lead.setText(lead)
        self.page.lead.setVisible(bool(lead))
        for each, card in self.cards.items():
            card.setVisible(each is step)
        if step in self._order:
            self.steps.show_step(step)
        self.steps.setVisible(step in self._order)
        self.back.setVisible(step in self._order[1:])
        words = {
            FirstRunStep.LOCK: self._language.text("Make the vault"),
            FirstRunStep.READY: self._language.text("Begin"),
        }
        self.next.set_text(words.get(step, self._language.text("Go on")))
        self.page.area.verticalScrollBar().setValue(0)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_folder(
        self, vault: Path, warning: str, *, taken: bool, local: bool, fixed: str
    ) -> None:
        self.where.show_folder(vault, warning, taken=taken, local=local, fixed=fixed)
        if self.presenter.step is FirstRunStep.WHERE:
            self.next.setEnabled(not taken)

    def show_trial(self, trial: Trial) -> None:
        self.hotkey.show_trial(trial)

    def is_in_front(self) -> bool:
        # A key of the whole desktop takes the focus away from our window for as long as it is held.
        just_now = self._left.isValid() and not self._left.hasExpired(_JUST_NOW_MS)
        return self.isVisible() and (self.isActiveWindow() or just_now)

    def show_phrase(self, phrase: str) -> None:
        self.passphrase.show_phrase(phrase)

    def complain(self, words: str) -> None:
        self.passphrase.complain(words)

    def show_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def show_making(self, *, making: bool) -> None:
        for widget in (self.next, self.back, self.passphrase):
            widget.setEnabled(not making)

    def show_held(self, words: str) -> None:
        self.held.setText(words)
        self.held.setVisible(bool(words))

    def show_sheet(self, words: str) -> None:
        self.ready.show_sheet(words)

    def forget(self) -> None:
        self.passphrase.forget()

    # -- Qt ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        presenter = self.presenter
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(presenter.go_back)
        self.steps.chosen.connect(self._go_back_to)
        self.what.existing.connect(self._choose_existing)
        self.what.restored.connect(presenter.restore_copy)
        self.what.example.connect(presenter.show_example)
        self.hotkey.field.waiting_changed.connect(
            lambda on: presenter.trial.wait_for_keys(waiting=on)
        )
        self.hotkey.field.pressed_keys.connect(presenter.trial.choose)
        self.where.choose.connect(self._choose_folder)
        self.where.choose_local.connect(presenter.choose_local_folder)
        self.where.open_taken.connect(presenter.open_existing)
        self.passphrase.another.connect(presenter.another_phrase)
        self.passphrase.submitted.connect(self._go_on)
        self.ready.name.textChanged.connect(presenter.name_owner)
        self.ready.saved.connect(self._choose_sheet)
        self.ready.printed.connect(self._choose_printer)

    def _go_on(self) -> None:
        presenter, card = self.presenter, self.passphrase
        if presenter.step is FirstRunStep.READY:
            presenter.finish()
        elif presenter.step is not FirstRunStep.LOCK:
            presenter.go_on()
        elif card.way.value() == MADE:
            presenter.use_made_words(written_down=card.written.isChecked())
        else:
            presenter.use_own_words(card.first.value(), card.second.value())

    def _go_back_to(self, step: str) -> None:
        order = self._order
        for _ in range(order.index(self.presenter.step) - order.index(FirstRunStep(step))):
            self.presenter.go_back()

    def _choose_folder(self) -> None:
        start = self.presenter.vault.parent
        while not start.exists() and start != start.parent:
            start = start.parent
        title = self._language.text("Choose a folder for the vault")
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if chosen:
            self.presenter.choose_folder(Path(chosen))

    def _choose_existing(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self._language.text("Choose a vault"),
            str(Path.home()),
            self._language.text("Vaults")
            + " (*.bevismappe);;"
            + self._language.text("All files")
            + " (*)",
        )
        if chosen:
            self.presenter.open_existing(Path(chosen))

    def _choose_sheet(self) -> None:
        name = self._language.text("Recovery sheet") + ".pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self._language.text("Save the recovery sheet"),
            str(Path.home() / name),
            self._language.text("PDF") + " (*.pdf)",
        )
        if chosen:
            self.presenter.save_sheet(Path(chosen))

    def _choose_printer(self) -> None:
        # What prints is loaded by who prints: it is the half of Qt that nobody else needs.
        from app.ui.printing.paper import choose_paper, is_there_a_printer

        if not is_there_a_printer():
            self.presenter.print_sheet(None)
        elif (chosen := choose_paper(self, 1, self._language)) is not None:
            self.presenter.print_sheet(chosen)

    # -- where things stand ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._left.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Let the buttons stand right under the card, or at the foot of the window where it is longer than that."""
        width = min(self.width(), self.page.maximumWidth())
        wanted = self._ground.heightForWidth(width)
        whole = wanted <= self.height() - self.foot.sizeHint().height()
        self._middle.setMaximumHeight(wanted if whole else _NO_LIMIT)
        if self.foot.property("kit") != ("bare" if whole else "actions"):
            mark(self.foot, kit="bare" if whole else "actions")

    def _in_the_middle(self) -> QWidget:
        """Return the page in the middle of a wide window: there is nothing beside it yet."""
        widest(self.page, _WIDTH_PX)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self.page, ALL_THE_ROOM)
        row.addStretch(1)
        return middle
