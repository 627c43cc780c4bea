"""Reads the text in all pictures of the case that were not read yet, in the background, so that search finds it. No Qt.

Rules:
- It begins when the person asks for it, and ends when they ask again, or when the vault is to be closed.
- The vault is asked for one picture at a time and told what was read in it: whatever is captured meanwhile goes first.
- A picture that takes too long is passed over. What the computer lacks is said once, and ends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from app.actions.open_case import OpenCase
from app.actions.read_text import exhibits_unread, keep_text, picture_to_read, read_picture
from app.casework import Exhibit
from app.messages import explain
from app.picture import PictureRefusedError, ReadText, WarmChild
from app.ui.acts import Toast, ToastAction
from app.ui.context import UiContext
from app.ui.lanes import Latest


class ReadingAll:
    """One window's reading.

    Attributes:
        running: whether something is being read.
    """

    def __init__(self, context: UiContext) -> None:
        self.running = False
        self._context = context
        self._latest = Latest()
        self._warm = WarmChild()
        self._waiting: list[Exhibit] = []
        self._read = 0

    def toggle(self) -> None:
        """Begin, or stop where it runs."""
        if self.running:
            self._stop()
            self._say_read(stopped=True)
            return
        case = self._context.session.case
        if case is None:
            return
        self.running, self._read = True, 0
        self._context.lanes.store(
            lambda: exhibits_unread(case),
            partial(self._begin, case),
            self._failed,
            latest=self._latest,
        )

    def follow(self) -> None:
        """Stop where the vault is to be closed, or another case is open."""
        session = self._context.session
        if self.running and (session.closing or session.case is None):
            self._stop()

    def _begin(self, case: OpenCase, exhibits: Sequence[Exhibit]) -> None:
        self._waiting = list(exhibits)
        language = self._context.language
        if not exhibits:
            self._stop()
            self._context.acts.toast(Toast(language.text("All pictures were read before.")))
            return
        self._context.acts.toast(
            Toast(
                language.plural(
                    "Reads the text in {count} picture",
                    "Reads the text in {count} pictures",
                    len(exhibits),
                ),
                language.text("Go on as you like: it takes a second or two for each."),
                (ToastAction(language.text("Stop"), self._stop_here),),
            )
        )
        self._next(case)

    def _next(self, case: OpenCase) -> None:
        if not self._waiting:
            self._stop()
            self._say_read(stopped=False)
            return
        exhibit = self._waiting.pop(0)
        self._context.lanes.store(
            lambda: picture_to_read(case, exhibit),
            partial(self._look, case, exhibit),
            self._failed,
            latest=self._latest,
        )

    def _look(self, case: OpenCase, exhibit: Exhibit, png: bytes) -> None:
        self._context.lanes.work_long(
            lambda give_way: read_picture(png, give_way=give_way, warm=self._warm),
            partial(self._keep, case, exhibit),
            partial(self._not_read, case),
            latest=self._latest,
        )

    def _keep(self, case: OpenCase, exhibit: Exhibit, read: ReadText) -> None:
        self._read += 1
        self._context.lanes.store(
            lambda: keep_text(case, exhibit, read),
            lambda _none: self._next(case),
            self._failed,
            latest=self._latest,
        )

    def _not_read(self, case: OpenCase, error: BaseException) -> None:
        if isinstance(error, PictureRefusedError):
            self._next(case)
        else:
            self._failed(error)

    def _failed(self, error: BaseException) -> None:
        self._stop()
        self._context.acts.show_error(explain(error, self._context.language))

    def _stop_here(self) -> None:
        if self.running:
            self.toggle()

    def _stop(self) -> None:
        self.running = False
        self._latest.stop()
        self._waiting.clear()
        self._warm.close()

    def _say_read(self, *, stopped: bool) -> None:
        language = self._context.language
        done = language.plural(
            "The text in {count} picture can be searched now.",
            "The text in {count} pictures can be searched now.",
            self._read,
        )
        self._context.acts.toast(Toast(language.text("Stopped"), done) if stopped else Toast(done))
