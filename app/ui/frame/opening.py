"""Takes a file that the program was told to open from outside: by a double click on it, or by another start.

Rules:
- A vault is opened on the page that asks for its passphrase; anything else is checked. Nothing of it is read before.
- Where another vault is open, the person is asked first: it is closed for the new one, and what is in it stays.
- While the window is covered, nothing is asked over the cover: the question comes when the window is seen again.
"""

from __future__ import annotations

from pathlib import Path

from app.ui.context import UiContext
from app.ui.frame.navigation import Navigation
from app.ui.frame.sheets import QuestionSheet
from app.ui.frame.window import MainWindow
from app.ui.routes import Unlock, Verify

_VAULT_SUFFIX = ".bevismappe"


class Opening:
    """Works on one window."""

    def __init__(self, context: UiContext, navigation: Navigation, window: MainWindow) -> None:
        self._context = context
        self._navigation = navigation
        self._window = window
        self._hidden = False
        self._later: Path | None = None

    def open(self, path: Path) -> None:
        """Open a vault, or check anything else."""
        vault = self._context.session.own_vault
        if self._hidden:
            self._later = path
        elif path.suffix.lower() != _VAULT_SUFFIX:
            self._navigation.go(Verify(path))
        elif vault is None:
            self._navigation.go(Unlock(path))
        elif not _same(path, vault.path):
            self._ask(path)

    def go_on(self, *, hidden: bool) -> None:
        """Take up what was asked for while the window was covered."""
        self._hidden = hidden
        path, self._later = self._later, None
        if path is not None:
            self.open(path)

    def _ask(self, path: Path) -> None:
        text = self._context.language.text
        sheet = QuestionSheet(
            text("Another vault is open"),
            text(
                "You opened {path}. One vault can be open at a time. The one that is open now is closed first. "
                "Everything in it is saved.",
                path=path,
            ),
            text("Stay here"),
            text("Open the other one"),
            self._window,
        )
        sheet.accepted.connect(lambda: self._change(path))
        sheet.open()

    def _change(self, path: Path) -> None:
        """Close the open vault, as the cover does, and ask for the passphrase of the other."""
        self._navigation.flush()
        session = self._context.session
        session.will_close()
        self._context.lanes.store_long(
            lambda _give_way: session.close(), lambda _: self._navigation.go(Unlock(path))
        )


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
