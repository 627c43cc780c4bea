"""Rule packs on the page: which are in use, and one that is looked at before it is taken. No Qt.

Rules:
- Nothing of a file is used before publisher, fingerprint and every change have been shown and the person has said yes.
- What is refused is told in one sentence, and what was in use stays.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.add_pack import LookedAt, accept_pack, look_at_pack
from app.actions.remove_pack import remove_pack
from app.clock import DANISH_TIME
from app.guidance import certainty_of_pack
from app.messages import (
    ChangeWords,
    care_mark,
    change_words,
    explain,
    left_out_words,
    pack_words,
)
from app.packs import InForce, named
from app.ui.acts import Toast
from app.ui.context import UiContext


class PackLine(msgspec.Struct, frozen=True):
    """A pack in use.

    Attributes:
        name: its publisher's name for us, a stroke, and its own.
        publisher: what the publisher calls itself.
        words: what it is called, its number, and until when it holds.
        care: the mark that asks for care; "" where none is asked for.
    """

    name: str
    publisher: str
    words: str
    care: str


class Offered(msgspec.Struct, frozen=True):
    """A pack that is looked at.

    Attributes:
        publisher: what its publisher calls itself.
        words: what it is called, its number, and until when it holds.
        fingerprint: of the publisher's key.
        key: whether that key was accepted before, and what to do where it was not.
        known: whether it was.
        changes: what becomes of what is in force.
        button: the words with which it is taken.
    """

    publisher: str
    words: str
    fingerprint: str
    key: str
    known: bool
    changes: tuple[ChangeWords, ...]
    button: str


class ShownPacks(msgspec.Struct, frozen=True):
    """What is told of packs.

    Attributes:
        lines: those in use.
        left_out: why others that were accepted are not.
        offered: one that is looked at; None where none is.
    """

    lines: tuple[PackLine, ...] = ()
    left_out: tuple[str, ...] = ()
    offered: Offered | None = None


class PacksView(Protocol):
    """What the presenter asks of the page."""

    def show_packs(self, shown: ShownPacks) -> None:
        """Show what is told of packs."""
        ...


class PacksPresenter:
    """Looks at packs, takes them into use and out of it.

    Attributes:
        shown: what is told of packs.
    """

    def __init__(self, context: UiContext, page: PacksView, read_again: Callable[[], None]) -> None:
        """``read_again`` is called once what is in force has changed."""
        self.shown = ShownPacks()
        self._context, self._page, self._read_again = context, page, read_again
        self._looked: LookedAt | None = None
        self._force: InForce | None = None

    @property
    def _today(self) -> date:
        return self._context.clock.now().utc.astimezone(DANISH_TIME).date()

    def show(self, force: InForce) -> None:
        """Show the packs that are in force."""
        self._force = force
        language, today = self._context.language, self._today
        lines = []
        for document in force.packs:
            pack, publisher = named(document)
            care = care_mark(certainty_of_pack(document.origin, today), language)
            words = pack_words(document, language)
            lines.append(PackLine(f"{publisher.id}/{pack.id}", publisher.name, words, care))
        self.shown = ShownPacks(
            lines=tuple(lines),
            left_out=tuple(left_out_words(each, language) for each in force.left_out),
            offered=self._offered(),
        )
        self._page.show_packs(self.shown)

    def look_at(self, file: Path) -> None:
        """Read a pack and show what it is and changes; nothing is taken."""
        resources, packs, today = self._context.resources, self._packs, self._today
        self._context.lanes.work(
            lambda: look_at_pack(file, resources, packs, today), self._looked_at, self._failed
        )

    def accept(self) -> None:
        """Take the pack that is shown into use."""
        looked, packs, today = self._looked, self._packs, self._today
        if looked is not None:
            self._context.lanes.work(
                lambda: accept_pack(looked, looked.fingerprint, packs, today),
                lambda _: self._accepted(looked),
                self._failed,
            )

    def leave(self) -> None:
        """Put the pack that is shown aside."""
        self._looked = None
        self._show_again()

    def remove(self, line: PackLine) -> None:
        """Take a pack out of use."""
        packs = self._packs
        self._context.lanes.work(
            lambda: remove_pack(line.name, packs), lambda _: self._removed(line), self._failed
        )

    @property
    def _packs(self) -> Path:
        return self._context.settings.packs

    def _looked_at(self, looked: LookedAt) -> None:
        self._looked = looked
        self._show_again()

    def _accepted(self, looked: LookedAt) -> None:
        self._looked = None
        self._read_again()
        text = self._context.language.text
        words = pack_words(looked.document, self._context.language)
        self._context.acts.toast(Toast(text("The rule pack is in use."), words))

    def _removed(self, line: PackLine) -> None:
        self._read_again()
        text = self._context.language.text
        self._context.acts.toast(Toast(text("The rule pack is out of use"), line.publisher))

    def _failed(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))

    def _show_again(self) -> None:
        if self._force is not None:
            self.show(self._force)

    def _offered(self) -> Offered | None:
        looked, language = self._looked, self._context.language
        if looked is None:
            return None
        text = language.text
        _, publisher = named(looked.document)
        return Offered(
            publisher=publisher.name,
            words=pack_words(looked.document, language),
            fingerprint=looked.fingerprint,
            key=text("You accepted this key before.")
            if looked.known
            else text("This key is new. Compare it with the one that the publisher tells."),
            known=looked.known,
            changes=change_words(looked.changes, language),
            button=text("Take it into use")
            if looked.known
            else text("I have compared the key. Take it into use"),
        )
