"""What the settings do about the time server, decided without Qt.

Rules:
- A name is kept when it is one; otherwise the one before stays, and the sentence says what was wrong.
- A question by hand tells how the clock stands now; captures say so only while the comparison is switched on.
"""

from __future__ import annotations

from typing import Protocol

from app.messages import explain
from app.ui.acts import ChangedSetting
from app.ui.context import UiContext
from app.vocabulary import clock_check_words


class TimeOutsideView(Protocol):
    """What the presenter asks of the view."""

    def show_time_server(self, *, asks: bool, server: str) -> None:
        """Show whether and whom the window asks."""
        ...

    def show_clock(self, words: str, *, asking: bool) -> None:
        """Say how the clock stands."""
        ...

    def complain_of_server(self, words: str) -> None:
        """Say at its field what is wrong with the name of the server; "" takes it back."""
        ...

    def show_saved(self, row: str) -> None:
        """Say by that row that what was chosen is kept."""
        ...


class TimeOutside:
    """The rows of the computer's clock."""

    def __init__(self, context: UiContext, page: TimeOutsideView) -> None:
        """Show everything as it is, and follow the answers."""
        self._context, self._page = context, page
        context.time_server.subscribe(self._show_clock)
        self.show()

    def show(self) -> None:
        """Show everything as it is."""
        settings = self._context.settings
        self._page.show_time_server(asks=settings.asks_time_server, server=settings.time_server)
        self._show_clock()

    def choose(self, *, asks: bool) -> None:
        """Ask once an hour from now on, or nobody any more."""
        self._context.settings.choose_asks_time_server(asks=asks)
        self._context.acts.apply(ChangedSetting.TIME_SERVER)
        self._page.show_saved("time")

    def name(self, server: str) -> bool:
        """Take another server; return whether it is the one that is asked now."""
        from app.anchor import ServerNameError, server_of

        settings = self._context.settings
        self._page.complain_of_server("")
        if server == settings.time_server:
            return True
        try:
            if server:
                server_of(server)
        except ServerNameError as error:
            self._page.complain_of_server(explain(error, self._context.language).sentence)
            return False
        settings.choose_time_server(server)
        self._page.show_time_server(asks=settings.asks_time_server, server=settings.time_server)
        self._context.acts.apply(ChangedSetting.TIME_SERVER)
        self._page.show_saved("server")
        return True

    def ask(self, server: str) -> None:
        """Ask the server that stands in the field, once."""
        if self.name(server):
            self._context.time_server.ask()

    def _show_clock(self) -> None:
        language, state = self._context.language, self._context.time_server.state
        if state.asking:
            words = language.text("Asking …")
        elif state.error is not None:
            words = explain(state.error, language).sentence
        elif state.check is not None:
            words = clock_check_words(state.check.code, language)
        else:
            words = language.text("Nobody was asked since the window was opened.")
        self._page.show_clock(words, asking=state.asking)
