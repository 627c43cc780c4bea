"""What is only for the person, as a locked file of its own beside the own copy of the report. No Qt.

Rules:
- It is offered where the report is the person's own copy, and nowhere else: it goes to nobody.
- It is part of no report and no package, and nothing of it is sealed: the case stays as it is.
- The password is kept nowhere, and is taken out of its fields once the file is there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.save_private_copy import save_private_copy
from app.clock import DANISH_TIME
from app.messages import explain, leaving_words
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.report import saving
from app.ui.report.singles import ChoiceBasis

_OWN_COPY = "own_copy"
"""The id of the recipient who is the person."""


class PrivateCopyOffer(msgspec.Struct, frozen=True):
    """What is offered: the name of the file, and whether it is being written."""

    name: str
    writing: bool = False


class PrivateCopyView(Protocol):
    """What ``PrivateCopying`` asks of the view."""

    def show_private(self, offer: PrivateCopyOffer | None) -> None:
        """Offer the file; None where it is not offered."""
        ...

    def show_private_answer(self, sentence: str, *, written: bool) -> None:
        """Say what came of it, and where it was written forget the password; "" takes it back."""
        ...


class PrivateCopying:
    """Writes the file into the folder that the report goes to."""

    def __init__(
        self,
        context: UiContext,
        page: PrivateCopyView,
        chosen: Callable[[], ChoiceBasis | None],
        folder: Callable[[], Path],
    ) -> None:
        self._context, self._page = context, page
        self._chosen, self._folder = chosen, folder
        self._job = Latest()
        self._writing = False

    def begin(self) -> None:
        """Begin another report: nothing is said of the one before."""
        self._page.show_private_answer("", written=True)

    def show(self) -> None:
        """Offer it, or not."""
        basis = self._chosen()
        if basis is None or basis.draft.recipient != _OWN_COPY:
            self._page.show_private(None)
            return
        self._page.show_private(PrivateCopyOffer(self._target(basis).name, self._writing))

    def save(self, password: str, again: str) -> None:
        """Write the file, locked by a password that was typed twice."""
        basis, case = self._chosen(), self._context.session.case
        if basis is None or case is None or self._writing:
            return
        language = self._context.language
        if password != again:
            self._page.show_private_answer(
                language.text("The two passwords are not the same. Nothing was written."),
                written=False,
            )
            return
        target = self._target(basis)
        self._writing = True
        self._page.show_private_answer("", written=False)
        self.show()
        work = partial(
            save_private_copy,
            case,
            password,
            target,
            language=language,
            fonts=self._context.resources / "fonts",
        )
        self._context.lanes.store(
            work, lambda _: self._written(target), self._failed, latest=self._job
        )

    def _written(self, target: Path) -> None:
        language = self._context.language
        said = (
            language.text("Written: {path}", path=str(target)),
            language.text("Nobody can find the password again. The program does not keep it."),
            leaving_words(target.parent, language),
        )
        self._end("\n".join(filter(None, said)), written=True)

    def _failed(self, error: BaseException) -> None:
        self._end(explain(error, self._context.language).sentence, written=False)

    def _end(self, sentence: str, *, written: bool) -> None:
        self._writing = False
        self.show()
        self._page.show_private_answer(sentence, written=written)

    def _target(self, basis: ChoiceBasis) -> Path:
        language, folder = self._context.language, self._folder()
        day = self._context.clock.now().utc.astimezone(DANISH_TIME).date().isoformat()
        name = saving.names(basis.state.title, language.text("only for me"), day, folder, language)
        return folder / name.pdf
