"""What was found in the picture that one may want to cover: offered, and confirmed by the person. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.cover_found import boxes_around, cover_everywhere, find_to_cover, places_of
from app.actions.read_text import keep_text, read_picture
from app.casework import in_series
from app.markup import Box, Redaction, is_covered
from app.messages import explain
from app.naming import InPicture
from app.picture import ReadText
from app.ui.context import UiContext
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.vault_work import FoundExhibit
from app.ui.lanes import Latest
from app.vocabulary import Likeness, in_words
from evidence_store import EntryId


class CoverOffer(msgspec.Struct, frozen=True):
    """Something that can be covered.

    Attributes:
        key: its place among all that was found.
        words: as they were read.
        detail: what they look like, and in which line they stand.
        everywhere: whether it can be covered in the whole series.
        places: its rectangles in pixels of the original.
    """

    key: int
    words: str
    detail: str
    everywhere: bool = False
    places: tuple[Box, ...] = ()


class CoverOffers(msgspec.Struct, frozen=True):
    """What is offered.

    Attributes:
        offers: each with its place.
        sentence: how it stands.
        unread: whether nothing has read the picture yet.
        left: how many the person has let stand.
    """

    offers: tuple[CoverOffer, ...] = ()
    sentence: str = ""
    unread: bool = False
    left: int = 0


class FindingView(Protocol):
    """What ``Finding`` asks of the view."""

    def show_offers(self, offers: CoverOffers) -> None:
        """Show what can be covered."""
        ...

    def show_notice(self, sentence: str) -> None:
        """A quiet line below the picture."""
        ...


class Finding:
    """One picture's offers."""

    def __init__(
        self,
        context: UiContext,
        page: FindingView,
        editing: Callable[[], Editing | None],
        font: Path,
        can_cover: Callable[[], bool],
    ) -> None:
        self._context = context
        self._page = page
        self._editing = editing
        self._font = font
        self._can_cover = can_cover
        self._shown: FoundExhibit | None = None
        self._found: tuple[InPicture, ...] | None = ()
        self._finding = Latest()
        # What the person lets stand, by exhibit, words and line: not offered again until they ask for it.
        self._let_stand: set[tuple[EntryId, str, int]] = set()

    def begin(self, shown: FoundExhibit) -> None:
        """Find what there is to cover in a picture."""
        self._shown, self._found = shown, ()
        self._context.lanes.store(
            partial(find_to_cover, shown.case, shown.exhibit),
            self._when_found,
            self._when_failed,
            latest=self._finding,
        )

    def end(self) -> None:
        """Offer nothing more."""
        self._finding.stop()
        self._shown, self._found = None, ()
        self._page.show_offers(CoverOffers())

    def read(self) -> None:
        """Have the picture read by a machine, on this computer."""
        shown = self._shown
        if shown is None or shown.png is None:
            return
        self._page.show_offers(
            CoverOffers(sentence=self._context.language.text("The picture is being read …"))
        )
        self._context.lanes.work(
            partial(read_picture, shown.png),
            self._when_read,
            self._when_failed,
            latest=self._finding,
        )

    def cover(self, key: int) -> None:
        """Cover one of them."""
        editing, shown = self._editing(), self._shown
        if editing is None or shown is None or not self._found or key >= len(self._found):
            return
        editing.cover(self._boxes(editing, self._found[key]))
        self.show()

    def let_stand(self, key: int) -> None:
        """Offer one of them no more: the person has seen it, and it stays."""
        if self._shown is not None and self._found and key < len(self._found):
            self._let_stand.add(self._mark(self._shown, self._found[key]))
            self.show()

    def offer_again(self) -> None:
        """Offer once more what the person let stand in this picture."""
        if self._shown is not None:
            original = self._shown.exhibit.original
            self._let_stand = {each for each in self._let_stand if each[0] != original}
            self.show()

    def cover_everywhere(self, key: int) -> None:
        """Cover a name here, and in the other pictures of the series."""
        shown = self._shown
        if shown is None or not self._found or key >= len(self._found):
            return
        found = self._found[key]
        editing = self._editing()
        if editing is not None:
            alike = [each for each in self._found if set(each.who) & set(found.who)]
            editing.cover(tuple(box for each in alike for box in self._boxes(editing, each)))
        self.show()
        series = in_series(shown.case.state, shown.exhibit)
        others = [
            each
            for each in (series.exhibits if series else ())
            if each.original != shown.exhibit.original
        ]
        self._context.lanes.store(
            partial(
                cover_everywhere, shown.case, others, found.who, self._reason(found), self._font
            ),
            self._when_covered,
            self._when_failed,
        )

    def show(self) -> None:
        """Show what is not covered yet."""
        editing, text = self._editing(), self._context.language.text
        if editing is None or self._shown is None or not self._can_cover():
            # Nothing is read out of a picture that nobody has asked to see.
            self._page.show_offers(CoverOffers())
            return
        if self._found is None:
            self._page.show_offers(
                CoverOffers(sentence=text("Nothing has read this picture yet."), unread=True)
            )
            return
        black = [
            each.shape.box
            for each in editing.drawing.redactions
            if isinstance(each.shape, Redaction)
        ]
        series = in_series(self._shown.case.state, self._shown.exhibit)
        several = series is not None and len(series.exhibits) > 1
        shown = self._shown
        found = [
            (key, each)
            for key, each in enumerate(self._found)
            if not is_covered(places_of(each), black)
        ]
        offers = tuple(
            CoverOffer(
                key,
                each.words,
                text("{what} · line {line}", what=self._what(each), line=each.line),
                everywhere=several and bool(each.who),
                places=places_of(each),
            )
            for key, each in found
            if self._mark(shown, each) not in self._let_stand
        )
        sentence = "" if offers else text("Nothing more was found. Look yourself as well.")
        self._page.show_offers(CoverOffers(offers, sentence, left=len(found) - len(offers)))

    def _mark(self, shown: FoundExhibit, found: InPicture) -> tuple[EntryId, str, int]:
        return (shown.exhibit.original, found.words, found.line)

    def _boxes(self, editing: Editing, found: InPicture) -> tuple[Redaction, ...]:
        ground = editing.ground
        return boxes_around(found, ground.width_px, ground.height_px, self._reason(found))

    def _what(self, found: InPicture) -> str:
        language = self._context.language
        if found.who:
            return ", ".join(each.words(language) for each in found.who)
        return in_words(found.likeness, language)

    def _reason(self, found: InPicture) -> str:
        text = self._context.language.text
        return {
            Likeness.CPR: text("Civil registration number"),
            Likeness.PHONE: text("Telephone number"),
            Likeness.MAIL: text("Mail address"),
            Likeness.ADDRESS: text("Street address"),
            Likeness.PLATE: text("Number plate"),
        }.get(found.likeness, text("Name"))

    def _when_found(self, found: tuple[InPicture, ...] | None) -> None:
        self._found = found
        self.show()

    def _when_read(self, read: ReadText) -> None:
        shown = self._shown
        if shown is None:
            return
        case, exhibit = shown.case, shown.exhibit

        def keep() -> tuple[InPicture, ...] | None:
            keep_text(case, exhibit, read)
            return find_to_cover(case, exhibit)

        self._context.lanes.store(keep, self._when_found, self._when_failed, latest=self._finding)

    def _when_covered(self, count: int) -> None:
        language = self._context.language
        self._page.show_notice(
            language.plural(
                "Covered here and in {count} other picture of the series. Look at it.",
                "Covered here and in {count} other pictures of the series. Look at them.",
                count,
            )
        )

    def _when_failed(self, error: BaseException) -> None:
        sentence = explain(error, self._context.language).sentence
        self._page.show_offers(CoverOffers(sentence=sentence))
