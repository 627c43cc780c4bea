"""The page for a closed vault: which one, its passphrase, and the way to another; each trouble with its ways on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton

from app.ui import routes
from app.ui.context import UiContext
from app.ui.cover.unlocking import UnlockPresenter
from app.ui.kit import (
    ALL_THE_ROOM,
    Button,
    Card,
    CardPage,
    FieldForm,
    FlowRow,
    LongText,
    Muted,
    PassphraseField,
    PrimaryButton,
    QuietButton,
    Text,
    named,
)
from app.ui.routes import Route
from app.ui.screens import ScreenPage


class ChoiceCard(Card):
    """Hidden until there is something to say.

    Attributes:
        buttons: in the order of their labels.
        asks: whether there is something to say.
    """

    def __init__(self, labels: tuple[str, ...], more: str = "") -> None:
        """Make the card with buttons of these labels, and words below them."""
        super().__init__()
        self.asks = False
        self.column.setSpacing(16)
        self.words = Text()
        self.words.allow_selection()
        first, *others = labels
        self.buttons: tuple[QPushButton, ...] = (
            PrimaryButton(first),
            *(Button(label) for label in others),
        )
        self.add(self.words)
        self.add(FlowRow(*self.buttons))
        if more:
            self.add(Muted(more))
        self.hide()

    def show_words(self, words: str) -> None:
        """Show these words; "" hides the card."""
        self.asks = bool(words)
        self.words.setText(words)
        self.setVisible(self.asks)
        self.buttons[0].setAccessibleDescription(words)


_WIDTH_PX = 620


class UnlockPage(ScreenPage):
    """The page that opens a vault: its path, its passphrase, and what to do where it is missed or older.

    Signals:
        vault_opened: the vault is open.
    """

    vault_opened = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = context.language
        text = context.language.text
        page = self._page = CardPage(
            text("Your vault is closed"),
            text("It opens with your passphrase. Nothing of your case is sent.")
            if context.settings.asks_outside
            else text("It opens with your passphrase. Nothing is sent from this computer."),
            column_px=_WIDTH_PX,
        )
        page.setMaximumWidth(context.look().px(_WIDTH_PX))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addStretch(1)
        whole.addWidget(page, ALL_THE_ROOM)
        whole.addStretch(1)
        self.held = Text(kit="complaint")
        self.held.hide()
        self.path = LongText()
        self.field = PassphraseField(text("Show"), text("Hide"), text("Caps Lock is on."))
        self.open_button = PrimaryButton(text("Open"))
        self.other = QuietButton(text("Choose another vault …"))
        self.new = QuietButton(text("Make a new vault …"))
        self.restore = QuietButton(text("Restore from a copy …"))
        self._form = FieldForm()
        self._form.add(text("Vault"), self.path)
        self._form.add(text("Passphrase"), self.field)
        card = Card()
        card.column.setSpacing(16)
        card.add(self._form)
        card.add(FlowRow(self.open_button, self.other, self.new, self.restore, gap_px=20))
        card.add(
            Muted(
                text(
                    "Nobody can reset the passphrase. If you saved a recovery sheet, it stands there."
                )
            )
        )
        self._closed = card
        self.missed = ChoiceCard(
            (
                text("Try again"),
                text("Find it …"),
                text("Restore from a copy …"),
                text("Begin a new one …"),
            ),
        )
        self.older = ChoiceCard(
            (text("Find the newer one …"), text("Use this older one"), text("Only look")),
            text(
                "Find the newer one, if it may still be somewhere. If you use this one, an entry in the log names what "
                "is missing, so that nobody can take it for a change. If you only look, nothing is saved in it."
            ),
        )
        page.add(self.held)
        page.add(self.missed)
        page.add(self.older)
        page.add(card)
        page.add_stretch()
        self.presenter = UnlockPresenter(context, self)
        self.field.submitted.connect(self._unlock)
        self.open_button.clicked.connect(self._unlock)
        self.other.clicked.connect(self._choose)
        self.new.clicked.connect(self.presenter.begin_new)
        self.restore.clicked.connect(self.presenter.restore_copy)
        for button, act in zip(
            (*self.missed.buttons, *self.older.buttons),
            (
                self.presenter.show,
                self.presenter.find_missed,
                self.presenter.restore_copy,
                self.presenter.begin_new,
                self.presenter.find_newer,
                self.presenter.use_older,
                self.presenter.look_on,
            ),
            strict=True,
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.presenter.show()

    # -- what the frame calls ----------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Unlock) and route.vault is not None:
            self.presenter.choose(route.vault)
            self._focus_first()

    # -- what the presenter calls ------------------------------------------------------------------

    def show_vault(self, path: Path | None) -> None:
        shown = (
            str(path)
            if path is not None
            else self._language.text("None was opened on this computer.")
        )
        self.path.set_words(shown)
        self.path.setAccessibleName(self._language.text("Vault: {path}", path=shown))
        self.field.setEnabled(path is not None)
        self.open_button.setEnabled(path is not None)

    def show_opening(self, *, opening: bool) -> None:
        for widget in (self.field, self.open_button, self.other, self.new, self.restore):
            widget.setEnabled(not opening)
        self.open_button.set_text(
            self._language.text("Opening …") if opening else self._language.text("Open")
        )

    def complain(self, words: str) -> None:
        self._form.complain(self.field, words)
        if words:
            self.field.line.selectAll()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_held(self, words: str) -> None:
        self.held.setText(words)
        self.held.setVisible(bool(words))

    def forget_passphrase(self) -> None:
        self.field.clear()

    def show_missed(self, words: str) -> None:
        # The drive answers later than the page is shown: what has the focus by then may be hidden.
        focused = self.window().focusWidget()
        inside = focused is not None and (focused is self or self.isAncestorOf(focused))
        self.missed.show_words(words)
        self._fit()
        if inside:
            self._focus_first()

    def show_older(self, words: str) -> None:
        self.older.show_words(words)
        self._fit()

    def show_deciding(self, *, deciding: bool) -> None:
        for button in self.older.buttons:
            button.setEnabled(not deciding)

    def ask_for_file(self, near: Path) -> None:
        self._choose_near(near.parent)

    def _fit(self) -> None:
        """Show one card at a time, under the title that belongs to it."""
        text = self._language.text
        self._closed.setVisible(not (self.missed.asks or self.older.asks))
        if self.missed.asks:
            title = text("Your vault is not where it was")
        elif self.older.asks:
            title = text("This is an older copy of your vault")
        else:
            title = text("Your vault is closed")
        self._page.title.setText(title)
        self._page.lead.setVisible(self._closed.isVisibleTo(self))

    def opened(self) -> None:
        self.vault_opened.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.show()
        self._focus_first()

    def _focus_first(self) -> None:
        """Put the focus where the person goes on: in the passphrase, or on the first way out of a trouble."""
        asking = next((card for card in (self.missed, self.older) if card.asks), None)
        first = self.field if asking is None else asking.buttons[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unlock(self) -> None:
        self.presenter.unlock(self.field.value())

    def _choose(self) -> None:
        self._choose_near(self.presenter.path.parent if self.presenter.path else Path.home())

    def _choose_near(self, start: Path) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self._language.text("Choose a vault"),
            str(start),
            self._language.text("Vaults")
            + " (*.bevismappe);;"
            + self._language.text("All files")
            + " (*)",
        )
        if chosen:
            self.presenter.choose(Path(chosen))
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
