"""When the window is covered, what brings it back, and how a closed vault is opened. No Qt.

Rules:
- Covering is at once and asks nothing. What is under way goes on: a capture is sealed under the cover too.
- A cover that somebody put up themselves goes away by any of Esc, F9 and a click; a locked one asks for the passphrase.
- Locking leaves the vault open; only closing it does that, and then nothing can be sealed until it is opened.
- A passphrase is compared on the store lane and kept nowhere.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.messages import explain
from app.ui.context import UiContext
from evidence_store import EmptyPassphraseError, WrongPassphraseError


class Stage(Protocol):
    """What the presenter asks of the covers over the windows."""

    def cover_all(self) -> None:
        """Cover every own window, now."""
        ...

    def uncover_all(self) -> None:
        """Show them as they were."""
        ...

    def ask(self) -> None:
        """Ask for the passphrase."""
        ...

    def stop_asking(self) -> None:
        """Take the question away, and what was typed with it."""
        ...

    def show_checking(self, *, checking: bool) -> None:
        """Whether a passphrase is being compared."""
        ...

    def complain(self, words: str) -> None:
        """Say what was the matter with the passphrase."""
        ...

    def before_closing(self) -> None:
        """Let others keep their drafts: the vault will be closed right after."""
        ...


class CoverPresenter:
    """Covered or not, locked or not.

    Attributes:
        covered: whether the windows are covered.
    """

    def __init__(self, context: UiContext, stage: Stage) -> None:
        self.covered = False
        self._context = context
        self._stage = stage
        self._asking = False
        self._checking = False
        context.session.subscribe(self._session_changed)

    @property
    def idle_ms(self) -> int:
        """After how long without use the window is locked; 0 is never."""
        return self._context.settings.lock_minutes * 60_000

    def hide_now(self) -> None:
        """Cover everything."""
        if self.covered:
            return
        self.covered = True
        self._stage.cover_all()

    def lock_now(self) -> None:
        """Cover everything, and ask for the passphrase before it is shown again."""
        session = self._context.session
        if session.vault is None:
            return
        if not session.locked:
            session.locked = True
            session.publish()
        self.hide_now()

    def idle(self) -> None:
        """Nobody has used the window for a while."""
        if self.idle_ms:
            self.lock_now()

    def reveal(self) -> None:
        """Somebody wants to see the window: at once, or after the passphrase."""
        if not self.covered:
            return
        session = self._context.session
        if session.locked and session.vault is not None:
            self._asking = True
            self._stage.ask()
        else:
            self._uncover()

    def back_to_cover(self) -> None:
        """Rather not."""
        self._asking = False
        self._stage.stop_asking()

    def try_passphrase(self, passphrase: str) -> None:
        """Show the window if this is the passphrase."""
        if self._checking or not self._asking:
            return
        self._checking = True
        self._stage.complain("")
        self._stage.show_checking(checking=True)
        self._context.lanes.store(
            lambda: self._context.session.knows(passphrase), self._checked, self._not_checked
        )

    def close_vault(self) -> None:
        """Close the vault altogether: the window then asks which one to open."""
        self._stage.before_closing()
        session = self._context.session
        session.will_close()
        self._context.lanes.store_long(lambda _give_way: session.close(), lambda _: self._closed())

    def _checked(self, known: bool) -> None:
        self._checking = False
        self._stage.show_checking(checking=False)
        if known:
            self._context.session.locked = False
            self._uncover()
            self._context.session.publish()
        else:
            text = self._context.language.text
            self._stage.complain(
                text("That is not the passphrase. Nothing was changed. Try once more.")
            )

    def _not_checked(self, error: BaseException) -> None:
        self._checking = False
        self._stage.show_checking(checking=False)
        self._stage.complain(explain(error, self._context.language).sentence)

    def _closed(self) -> None:
        self._context.session.locked = False
        self._uncover()
        self._context.session.publish()

    def _uncover(self) -> None:
        self.covered = self._asking = False
        self._stage.stop_asking()
        self._stage.uncover_all()

    def _session_changed(self) -> None:
        """Another part may lock by setting ``session.locked``; the cover follows."""
        if self._context.session.locked and not self.covered:
            self.hide_now()


class UnlockPage(Protocol):
    """What the presenter asks of the page for a closed vault."""

    def show_vault(self, path: Path | None) -> None:
        """Which vault would be opened."""
        ...

    def show_opening(self, *, opening: bool) -> None:
        """Whether it is being opened."""
        ...

    def complain(self, words: str) -> None:
        """Say why it stayed closed; "" takes it back."""
        ...

    def show_held(self, words: str) -> None:
        """That something waits in memory to be sealed."""
        ...

    def forget_passphrase(self) -> None:
        """Empty the field."""
        ...

    def opened(self) -> None:
        """The vault is open."""
        ...


class UnlockPresenter:
    """Opens a vault.

    Attributes:
        path: the vault that would be opened, None while none is known.
    """

    def __init__(self, context: UiContext, page: UnlockPage) -> None:
        self.path: Path | None = None
        self._context = context
        self._page = page
        self._opening = False
        context.session.subscribe(self.show_held)

    def show(self) -> None:
        """Show the vault that was open last."""
        self.choose(self.path or self._context.session.last_vault)
        self.show_held()

    def choose(self, path: Path | None) -> None:
        """Another vault."""
        self.path = path
        self._page.complain("")
        self._page.show_vault(path)

    def show_held(self) -> None:
        """Say what waits in memory."""
        held = len(self._context.session.held)
        words = ""
        if held:
            words = self._context.language.plural(
                "{count} screenshot is not saved yet. It is saved and locked when the vault is open.",
                "{count} screenshots are not saved yet. They are saved and locked when the vault is open.",
                held,
            )
        self._page.show_held(words)

    def unlock(self, passphrase: str) -> None:
        """Open it, and seal what waited."""
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
        session = self._context.session
        if session.held:
            self._context.lanes.store(session.seal_held, lambda _count: None)
        self._page.opened()

    def _stayed_closed(self, error: BaseException) -> None:
        self._opening = False
        self._page.show_opening(opening=False)
        text = self._context.language.text
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
