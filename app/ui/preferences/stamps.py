"""What the settings do about timestamps from outside, decided without Qt.

Rules:
- Two authorities are asked at most; a third that is chosen takes the place of the first.
- What is no authority is refused with a sentence, and the list stays as it was.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.messages import explain
from app.ui.acts import ChangedSetting
from app.ui.context import UiContext
from app.vocabulary import exact

if TYPE_CHECKING:
    from app.anchor import Authority


class AuthorityChoice(msgspec.Struct, frozen=True):
    """One authority as the list shows it."""

    name: str
    words: str
    used: bool


class StampSettingsView(Protocol):
    """What the presenter asks of the view."""

    def show_stamps(self, *, asks: bool, choices: tuple[AuthorityChoice, ...]) -> None:
        """Show whether and whom the window asks."""
        ...

    def show_stamped(self, words: str) -> None:
        """Say how the log stands."""
        ...

    def show_added(self, words: str, *, added: bool) -> None:
        """Say what became of an authority that was to be added."""
        ...

    def show_saved(self, row: str) -> None:
        """Say by that row that what was chosen is kept."""
        ...


class StampSettings:
    """The rows of timestamps from outside."""

    def __init__(self, context: UiContext, page: StampSettingsView) -> None:
        """Follow the answers; ``show`` shows everything as it is."""
        self._context, self._page = context, page
        context.stamper.subscribe(self._show_stamped)

    def show(self) -> None:
        """Show everything as it is."""
        self._page.show_stamps(
            asks=self._context.settings.asks_authorities,
            choices=tuple(
                AuthorityChoice(
                    each.name,
                    self._called(each),
                    each.used,
                )
                for each in self._listed()
            ),
        )
        self._show_stamped()

    def _called(self, authority: Authority) -> str:
        text = self._context.language.text
        if authority.qualified:
            return text("{authority} (qualified service)", authority=authority.name)
        if authority.claims_qualified:
            return text(
                "{authority} (calls itself qualified; not looked up here)", authority=authority.name
            )
        return authority.name

    def choose(self, *, asks: bool) -> None:
        """Ask from now on, or nobody any more."""
        self._context.settings.choose_asks_authorities(asks=asks)
        self._context.acts.apply(ChangedSetting.AUTHORITIES)
        self._page.show_saved("stamps")

    def use(self, name: str, *, used: bool) -> None:
        """Ask this one from now on, or not any more."""
        from app.anchor import with_use

        self._keep(with_use(self._listed(), name, used=used))

    def remove(self, name: str) -> None:
        """Take one out of the list."""
        from app.anchor import without_authority

        self._keep(without_authority(self._listed(), name))

    def add(self, name: str, address: str, root: Path, *, qualified: bool) -> None:
        """Put one into the list."""
        from app.anchor import AnchorError, with_authority

        language = self._context.language
        try:
            listed = with_authority(
                self._listed(), name=name, address=address, root=root, qualified=qualified
            )
        except AnchorError as error:
            self._page.show_added(explain(error, language).sentence, added=False)
            return
        self._keep(listed)
        self._page.show_added(language.text("It is in the list."), added=True)

    def ask(self) -> None:
        """Ask now, once."""
        self._context.stamper.ask()

    def _listed(self) -> tuple[Authority, ...]:
        from app.anchor import read_authorities

        return read_authorities(self._context.settings.authorities, self._context.resources)

    def _keep(self, listed: tuple[Authority, ...]) -> None:
        from app.anchor import keep_authorities

        try:
            keep_authorities(self._context.settings.authorities, listed)
        except OSError as error:
            words = explain(error, self._context.language).sentence
            self._page.show_added(words, added=False)
            return
        self.show()
        self._context.acts.apply(ChangedSetting.AUTHORITIES)
        self._page.show_saved("authorities")

    def _show_stamped(self) -> None:
        language, state = self._context.language, self._context.stamper.state
        text = language.text
        if state.asking:
            words = text("Asking …")
        elif state.error is not None:
            words = explain(state.error, language).sentence
        elif state.at:
            words = text(
                "Timestamp by {authority}: {time}. It covers all up to entry {seq}.",
                authority=state.authority,
                time=exact(state.at, language),
                seq=state.covers,
            )
        elif state.nothing:
            words = text("Nothing was sealed since the last timestamp. Nobody was asked.")
        else:
            words = text("Nobody was asked since the window was opened.")
        self._page.show_stamped(words)
