"""The pictures that a form is about, as the pane beside it shows them. No Qt.

Rules:
- Nothing is shown before the person asks: until then a small picture stands there, blurred by the view.
- Of a copy nothing but the copy is shown: its original may show what the copy covers.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import msgspec

from app.actions.open_case import OpenCase
from app.casework import Exhibit, ExhibitKind
from app.casework.kinds.capture import CaptureFacts
from app.language import Language
from app.messages import explain
from app.picture import Pixels, decode_own_png
from app.ui.context import UiContext
from app.vocabulary import minute
from evidence_store import EntryId, ObjectBody


class ShownPicture(msgspec.Struct, frozen=True):
    """One picture of the pane.

    Attributes:
        id: the entry whose bytes are shown.
        number: of its exhibit.
        caption: below it.
        spoken: for whoever hears it.
        missing: why there is nothing to show; "" where there is.
    """

    id: EntryId
    number: int
    caption: str
    spoken: str
    missing: str = ""


class PictureView(Protocol):
    """What is asked of the pane."""

    def show_pictures(self, shown: Sequence[ShownPicture]) -> None:
        """Show these, covered; none takes the pane away."""
        ...

    def show_small(self, id: EntryId, jpeg: bytes) -> None:
        """The small picture has come, to be blurred."""
        ...

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        """The picture has come that was asked for, or why it does not come."""
        ...


class FormPictures:
    """Fetches what the pane shows."""

    def __init__(self, context: UiContext, view: PictureView) -> None:
        self._context = context
        self._view = view
        self._shown: tuple[ShownPicture, ...] = ()

    def show(self, exhibits: Sequence[Exhibit]) -> None:
        """Show the pictures of these exhibits; the same stay as they are."""
        shown = tuple(_shown(each, self._context.language) for each in exhibits)
        if shown == self._shown:
            return
        self._shown = shown
        self._view.show_pictures(shown)
        case = self._context.session.case
        if case is not None:
            for exhibit in exhibits:
                self._fetch_small(case, exhibit)

    def ask(self, id: EntryId) -> None:
        """The person wants to see a picture."""
        case = self._context.session.case
        if case is None:
            return
        failed = partial(self._not_there, id)
        self._context.lanes.store(lambda: _bytes_of(case, id), partial(self._decode, id), failed)

    def _fetch_small(self, case: OpenCase, exhibit: Exhibit) -> None:
        self._context.lanes.store(
            lambda: _small_of(case, exhibit),
            lambda jpeg: self._view.show_small(exhibit.shown, jpeg) if jpeg else None,
            lambda _: None,  # without a blurred picture its place is plain, and it can be asked for
        )

    def _decode(self, id: EntryId, png: bytes) -> None:
        self._context.lanes.work(
            lambda: decode_own_png(png),
            partial(self._view.show_picture, id),
            partial(self._not_there, id),
        )

    def _not_there(self, id: EntryId, error: BaseException) -> None:
        sentence = explain(error, self._context.language).sentence
        self._view.show_picture(id, None, sentence)


def _shown(exhibit: Exhibit, language: Language) -> ShownPicture:
    text, facts = language.text, exhibit.facts
    number = text("Exhibit {number}", number=exhibit.number)
    if isinstance(facts, CaptureFacts):
        when = text("taken {moment}", moment=minute(facts.captured_at or exhibit.time, language))
    else:
        when = text("added {moment}", moment=minute(exhibit.time, language))
    missing = ""
    if not isinstance(exhibit.object, ObjectBody):
        missing = text("The picture was erased.")
    elif exhibit.kind is not ExhibitKind.CAPTURE and exhibit.shown == exhibit.original:
        missing = text("This file cannot be shown as a picture. It is saved and locked.")
    spoken = text("Picture of exhibit {number}", number=exhibit.number)
    return ShownPicture(exhibit.shown, exhibit.number, f"{number} · {when}", spoken, missing)


def _small_of(case: OpenCase, exhibit: Exhibit) -> bytes | None:
    small = case.vault.thumbnail(exhibit.shown)
    if small is None and exhibit.copy is None:
        small = case.vault.thumbnail(exhibit.original)
    return small


def _bytes_of(case: OpenCase, id: EntryId) -> bytes:
    with case.vault.open_object(id) as source:
        return source.read()
