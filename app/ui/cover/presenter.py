"""When the window is covered, and what brings it back. No Qt.

Rules:
- Covering is at once and asks nothing. What is under way goes on: a capture is sealed under the cover too.
- A cover that somebody put up themselves goes away by F9 or a click; a locked one asks for the passphrase. One line on
  it says which of the two, and nothing of what lies below.
- A screenshot can be taken while the passphrase is asked for: it is sealed at once where the vault is open, and held
  where it cannot be. What is told of it is told there.
- Locking leaves the vault open; only closing it does that, and then nothing can be sealed until it is opened.
- A passphrase is compared on the store lane and kept nowhere.
"""

from __future__ import annotations

from typing import Protocol

from app.messages import explain
from app.ui.context import UiContext


class CoverView(Protocol):
    """What the presenter asks of the covers over the windows."""

    def cover_all(self) -> None:
        """Cover every own window, now."""
        ...

    def uncover_all(self) -> None:
        """Show the windows as they were."""
        ...

    def show_locked(self, *, locked: bool) -> None:
        """Say on the cover how the window comes back: by F9 or a click, or by the passphrase."""
        ...

    def ask(self) -> None:
        """Ask for the passphrase."""
        ...

    def tell(self, words: str) -> None:
        """Say what became of a screenshot, where the passphrase is asked for."""
        ...

    def stop_asking(self) -> None:
        """Remove the question, and what was typed with it."""
        ...

    def show_checking(self, *, checking: bool) -> None:
        """Show whether a passphrase is being compared."""
        ...

    def complain(self, words: str) -> None:
        """Say what was the matter with the passphrase."""
        ...

    def before_closing(self) -> None:
        """Let others keep their drafts: the vault will be closed right after."""
        ...


class CoverPresenter:
    """Decides whether the windows are covered, and locked.

    Attributes:
        covered: whether the windows are covered.
    """

    def __init__(self, context: UiContext, view: CoverView) -> None:
        self.covered = False
        self._context = context
        self._view = view
        self._asking = False
        self._checking = False
        self._kept = 0
        context.session.subscribe(self._session_changed)

    @property
    def locked(self) -> bool:
        """Whether the passphrase is needed to see the window again."""
        session = self._context.session
        return session.locked and session.own_vault is not None

    @property
    def idle_ms(self) -> int:
        """After how long without use the window is locked; 0 is never."""
        return self._context.settings.lock_minutes * 60_000

    def hide_now(self) -> None:
        """Cover everything."""
        if self.covered:
            return
        self.covered = True
        self._view.show_locked(locked=self.locked)
        self._view.cover_all()

    def lock_now(self) -> None:
        """Cover everything, and ask for the passphrase before it is shown again."""
        session = self._context.session
        if session.own_vault is None:
            return
        if not session.locked:
            session.locked = True
            session.publish()
        self.hide_now()
        self._view.show_locked(locked=True)

    def idle(self) -> None:
        """Lock after a time without use, if that is chosen."""
        if self.idle_ms:
            self.lock_now()

    def reveal(self) -> None:
        """Show the window: at once, or after asking for the passphrase."""
        if not self.covered:
            return
        if self.locked:
            self._asking = True
            self._kept = self._in_all
            self._view.ask()
        else:
            self._uncover()

    def back_to_cover(self) -> None:
        """Cancel unlocking; stay covered."""
        self._asking = False
        self._view.stop_asking()

    def try_passphrase(self, passphrase: str) -> None:
        """Show the window if this is the passphrase."""
        if self._checking or not self._asking:
            return
        self._checking = True
        self._view.complain("")
        self._view.show_checking(checking=True)
        self._context.lanes.store(
            lambda: self._context.session.knows(passphrase), self._checked, self._not_checked
        )

    def capture(self) -> None:
        """Take a screenshot, although the window is locked: the post may be gone before it is opened."""
        self._view.tell("")
        self._context.acts.take_screenshot()

    @property
    def _in_all(self) -> int:
        """How many pictures there are, those that wait included."""
        context = self._context
        return len(context.session.state.exhibits) + context.held.count

    def close_vault(self) -> None:
        """Close the vault altogether: the window then asks which one to open."""
        self._view.before_closing()
        session = self._context.session
        session.will_close()
        self._context.lanes.store_long(lambda _give_way: session.close(), lambda _: self._closed())

    def _checked(self, known: bool) -> None:
        self._checking = False
        self._view.show_checking(checking=False)
        if known:
            self._context.session.locked = False
            self._uncover()
            self._context.session.publish()
        else:
            text = self._context.language.text
            self._view.complain(
                text("That is not the passphrase. Nothing was changed. Try once more.")
            )

    def _not_checked(self, error: BaseException) -> None:
        self._checking = False
        self._view.show_checking(checking=False)
        self._view.complain(explain(error, self._context.language).sentence)

    def _closed(self) -> None:
        self._context.session.locked = False
        self._uncover()
        self._context.session.publish()

    def _uncover(self) -> None:
        self.covered = self._asking = False
        self._view.stop_asking()
        self._view.uncover_all()

    def _session_changed(self) -> None:
        """Cover the windows if another part has set ``session.locked``; tell of a picture that was taken meanwhile."""
        context, text = self._context, self._context.language.text
        if context.session.locked and not self.covered:
            self.hide_now()
        if self._asking and self._in_all > self._kept:
            self._kept = self._in_all
            self._view.tell(
                text("The screenshot is held. It is saved and locked as soon as that can be done.")
                if context.held.count
                else text("The screenshot is saved and locked.")
            )
