"""How a closed vault is opened, and what is said of one that is away, or older than this computer remembers. No Qt.

Rules:
- The drive is asked from another thread, whether the vault is there: the window waits for no server.
- A passphrase is used on the store lane and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.messages import explain
from app.ui import routes
from app.ui.context import UiContext
from app.ui.lanes import Latest
from evidence_store import (
    EmptyPassphraseError,
    PlaceholderError,
    VaultMissingError,
    Whereabouts,
    WrongPassphraseError,
    find_vault,
)


class UnlockView(Protocol):
    """What the presenter asks of the page for a closed vault."""

    def show_vault(self, path: Path | None) -> None:
        """Show which vault would be opened."""
        ...

    def show_opening(self, *, opening: bool) -> None:
        """Show whether it is being opened."""
        ...

    def complain(self, words: str) -> None:
        """Say why it stayed closed; "" takes it back."""
        ...

    def show_held(self, words: str) -> None:
        """Say that something waits in memory to be sealed."""
        ...

    def forget_passphrase(self) -> None:
        """Empty the field."""
        ...

    def opened(self) -> None:
        """Say that the vault is open."""
        ...

    def show_missed(self, words: str) -> None:
        """Say that the vault which was open last is not there, and where it was; "" where none is missed."""
        ...

    def show_older(self, words: str) -> None:
        """Say what the open file lacks; "" where it lacks nothing, or it is decided."""
        ...

    def show_deciding(self, *, deciding: bool) -> None:
        """Show whether what was decided about it is being carried out."""
        ...

    def ask_for_file(self, near: Path) -> None:
        """Ask for the file of a vault; the folder to begin in is that of ``near``."""
        ...


class UnlockPresenter:
    """Opens a vault.

    Attributes:
        path: the vault that would be opened, None while none is known.
    """

    def __init__(self, context: UiContext, page: UnlockView) -> None:
        self.path: Path | None = None
        self._context = context
        self._page = page
        self._opening = False
        self._look = Latest()
        context.session.subscribe(self.show_held)

    def show(self) -> None:
        """Show the vault that was open last, or that it is missed; or what has to be decided of an open one."""
        session = self._context.session
        self._page.show_older(self._missing() if session.undecided else "")
        path = self.path or session.last_vault
        self._show_vault(path)
        self.show_held()
        self._look.stop()
        if path is None or session.vault is not None:
            self._page.show_missed("")
            return
        # A server that does not answer keeps whoever asks waiting: the window asks from another thread.
        self._context.lanes.work_long(
            lambda _give_way: find_vault(path),
            lambda found: self._found(path, found),
            latest=self._look,
        )

    def _found(self, path: Path, found: Whereabouts) -> None:
        """Say what is the matter with the place, where something is."""
        if self._context.session.vault is None:
            from app.messages import away_words

            self._page.show_missed(away_words(path, found, self._context.language))

    def choose(self, path: Path | None) -> None:
        """Choose another vault."""
        self.path = path
        self.show()

    def _show_vault(self, path: Path | None) -> None:
        self.path = path
        self._page.complain("")
        self._page.show_vault(path)

    def begin_new(self) -> None:
        """Make a new vault instead."""
        self._context.navigator.go(routes.FirstRun())

    def restore_copy(self) -> None:
        """Make a vault of the copy on another drive instead."""
        self._context.navigator.go(routes.RestoreCopy())

    def find_missed(self) -> None:
        """Ask where the missed vault is now."""
        missed = self.path
        self._page.ask_for_file(missed if missed is not None else Path.home())

    def use_older(self) -> None:
        """Go on in the open file although it lacks something."""
        self._decide(self._context.session.use_older)

    def look_on(self) -> None:
        """Look at the open file, and seal nothing in it."""
        self._decide(self._context.session.look_on)

    def find_newer(self) -> None:
        """Close the older file, and ask for the newer one."""
        session = self._context.session
        older = session.vault.path if session.vault is not None else Path.home()
        self._page.show_deciding(deciding=True)

        def closed(_none: None) -> None:
            self._page.show_deciding(deciding=False)
            self.choose(older)
            self._page.ask_for_file(older)

        session.will_close()
        self._context.lanes.store_long(lambda _give_way: session.close(), closed, self._undecided)

    def _decide(self, carry_out: Callable[[], None]) -> None:
        self._page.show_deciding(deciding=True)

        def done(_none: None) -> None:
            self._page.show_deciding(deciding=False)
            self._page.show_older("")
            self._page.opened()

        self._context.lanes.store(carry_out, done, self._undecided)

    def _undecided(self, error: BaseException) -> None:
        self._page.show_deciding(deciding=False)
        why = explain(error, self._context.language).sentence
        self._page.show_older(f"{self._missing()} {why}")

    def _missing(self) -> str:
        from app.messages import missing_words

        return missing_words(self._context.session.lost, self._context.language)

    def show_held(self) -> None:
        """Say what waits in memory."""
        held = self._context.held.count
        words = ""
        if held:
            words = self._context.language.plural(
                "{count} screenshot is not saved yet. It is saved and locked when the vault is open.",
                "{count} screenshots are not saved yet. They are saved and locked when the vault is open.",
                held,
            )
        self._page.show_held(words)

    def unlock(self, passphrase: str) -> None:
        """Open it; what waited is sealed by itself."""
        path = self.path
        if self._opening or path is None:
            return
        self._opening = True
        self._page.complain("")
        self._page.show_opening(opening=True)
        session = self._context.session
        self._context.lanes.store(
            lambda: session.unlock(path, passphrase), lambda _: self._opened(), self._stayed_closed
        )

    def _opened(self) -> None:
        self._opening = False
        self._page.show_opening(opening=False)
        self._page.forget_passphrase()
        self.path = None  # the next time it is the one that was open last, whichever that is then
        if self._context.session.undecided:
            self.show()
        else:
            self._page.opened()

    def _stayed_closed(self, error: BaseException) -> None:
        self._opening = False
        self._page.show_opening(opening=False)
        text = self._context.language.text
        if isinstance(error, VaultMissingError | PlaceholderError):
            self.show()  # it went away meanwhile
            return
        if isinstance(error, EmptyPassphraseError):
            words = text("Write the passphrase first.")
        elif isinstance(error, WrongPassphraseError):
            words = text(
                "That passphrase does not open this vault. Nothing was changed. Look for a mistyped letter, or "
                "choose another vault."
            )
        else:
            words = explain(error, self._context.language).sentence
        self._page.complain(words)
