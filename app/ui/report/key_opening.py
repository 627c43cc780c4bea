"""A key of the person's own that is to sign: opened by its password, and forgotten with the report. No Qt.

Rules:
- Nothing of it is kept: neither where its file lies, nor its password.
- Who it names is told before anything is saved, since the name stands in the report.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from app.actions.signing import read_own_key
from app.dossier import Holder, SigningIdentity
from app.language import Language
from app.messages import explain
from app.ui.context import UiContext
from app.ui.report.model import KeyShown


class KeyView(Protocol):
    """What ``KeyOpening`` asks of the view."""

    def show_key(self, shown: KeyShown) -> None:
        """Show whose key was opened, or why none was."""
        ...

    def forget_key(self) -> None:
        """Empty the fields for the file and its password."""
        ...


class KeyOpening:
    """The key of one report.

    Attributes:
        identity: who signs; None while no key is open.
    """

    def __init__(self, context: UiContext, page: KeyView, when_changed: Callable[[], None]) -> None:
        self._context = context
        self._page = page
        self._when_changed = when_changed
        self._asked = 0
        self.identity: SigningIdentity | None = None

    def open(self, file: Path, password: str) -> None:
        """Read the file by its password, beside the window."""
        self._asked += 1
        self.identity = None
        self._page.show_key(KeyShown())
        self._context.lanes.work(
            partial(read_own_key, file, password, self._context.clock),
            partial(self._opened, self._asked),
            partial(self._failed, self._asked),
        )
        self._when_changed()

    def forget(self) -> None:
        """Be without a key; what is being read comes too late."""
        self._asked += 1
        self.identity = None
        self._page.forget_key()
        self._page.show_key(KeyShown())

    def _opened(self, asked: int, identity: SigningIdentity) -> None:
        if asked == self._asked and identity.holder is not None:
            self.identity = identity
            self._page.show_key(KeyShown(said=said_of(identity.holder, self._context.language)))
            self._when_changed()

    def _failed(self, asked: int, error: BaseException) -> None:
        if asked == self._asked:
            said = explain(error, self._context.language).sentence
            self._page.show_key(KeyShown(complaint=said))


def said_of(holder: Holder, language: Language) -> str:
    """Return whose certificate it is, who issued it and until when; names are as the certificate has them."""
    told = {"name": holder.name, "issuer": holder.issuer, "until": language.day(holder.until)}
    if holder.issuer:
        return language.text(
            "{name}, issued by {issuer}, holds until {until}. The name stands in the report.",
            **told,
        )
    return language.text(
        "{name}, issued by nobody else, holds until {until}. The name stands in the report.", **told
    )
