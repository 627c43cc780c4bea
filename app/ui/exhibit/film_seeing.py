"""A film on the page of an exhibit: its frames, those that become exhibits, and clips in which something is covered.

No Qt. The film is read from the vault in slices that give way, so a capture goes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

import msgspec

from app.actions.cover_film import ClipPlan, cover_film
from app.actions.open_case import OpenCase
from app.actions.take_frame import TakenFrame, see_frames, take_frames
from app.casework import (
    Exhibit,
    film_words,
    frame_words,
    is_film,
    moment_in_film,
    told_of_file,
)
from app.casework.kinds.file import FileFacts, FileFilm, FileFrame
from app.casework.kinds.working_copy import WorkingCopyClip
from app.language import Language
from app.messages import explain
from app.picture import FilmFrame, Pixels
from app.ui import routes
from app.ui.context import UiContext
from app.ui.exhibit.vault_work import FoundExhibit
from app.ui.lanes import GiveWay, Latest
from evidence_store import EntryId

_SIDE_PX = 960


class FilmLine(msgspec.Struct, frozen=True):
    """What stands over the picture of a film, or of a frame of one.

    Attributes:
        words: what it is.
        film: whether frames can be chosen and something covered.
        of: the number of the film that a frame was taken from; 0 for none.
        media: whether it is a film or sound, of which a transcript can be written.
    """

    words: str
    film: bool = False
    of: int = 0
    media: bool = False


class FilmOnPage(msgspec.Struct, frozen=True):
    """A film that is looked at: how long it runs, and one frame, in microseconds."""

    number: int
    runs_us: int
    step_us: int
    sound: bool


class FilmPage(Protocol):
    """What is asked of the view."""

    def show_film_line(self, line: FilmLine | None) -> None:
        """What stands over the picture; None for what is no film."""
        ...

    def show_film_running(self, sentence: str) -> None:
        """What is being made of the film; "" when nothing is."""
        ...

    def show_film_frame(self, at: str, pixels: Pixels | None, sentence: str = "") -> None:
        """The frame that was asked for, with its moment in words; or a sentence in its place."""
        ...

    def show_film_said(self, sentence: str) -> None:
        """What came of what was done in the dialog."""
        ...


class FilmSeeing:
    """The film of one exhibit."""

    def __init__(self, context: UiContext, page: FilmPage) -> None:
        self._context = context
        self._page = page
        self._found: FoundExhibit | None = None
        self._line: FilmLine | None = None
        self._exhibit: Exhibit | None = None
        self._looking, self._making = Latest(), Latest()

    @property
    def part(self) -> float | None:
        """How much of the clip is made, 0 to 1; None where nobody can tell."""
        return self._making.part

    @property
    def film(self) -> FilmOnPage | None:
        """What can be looked at frame by frame."""
        found = self._found
        if found is None or not isinstance(found.exhibit.film, FileFilm):
            return None
        film = found.exhibit.film
        step = 1_000_000_000 // film.frames_in_1000_s if film.frames_in_1000_s else 40_000
        runs_us = film.runs_ms * 1000
        return FilmOnPage(found.exhibit.number, runs_us, max(1000, step), bool(film.sound))

    def offer(self, found: FoundExhibit) -> None:
        """This exhibit is on the page."""
        self._found = found if is_film(found.exhibit) else None
        self._exhibit = found.exhibit if _is_media(found.exhibit) else None
        self._line = film_line(found.case, found.exhibit, self._context.language)
        self._page.show_film_line(self._line)

    def release(self) -> None:
        """Another exhibit, or none. A clip that is being made goes on."""
        self._looking.stop()
        self._found = self._line = self._exhibit = None
        self._page.show_film_line(None)

    def look(self, at_us: int) -> None:
        """Show the frame of a moment; of several that are asked for only the newest counts."""
        found, film = self._found, self.film
        if found is None or film is None:
            return
        at_us = min(max(0, at_us), film.runs_us)

        def see(give_way: GiveWay) -> FilmFrame:
            look = see_frames(
                found.case, found.exhibit, (at_us,), side_px=_SIDE_PX, give_way=give_way
            )
            return look.frames[0]

        self._context.lanes.store_long(see, self._seen, self._unseen, latest=self._looking)

    def take(self, at_us: int) -> None:
        """Make the frame of a moment an exhibit."""
        found, film = self._found, self.film
        if found is None or film is None:
            return
        at_us = min(max(0, at_us), film.runs_us)

        def take(give_way: GiveWay) -> tuple[TakenFrame, ...]:
            return take_frames(found.case, found.exhibit, (at_us,), give_way=give_way)

        self._context.lanes.store_long(take, partial(self._taken, found), self._not_done)

    def cover(self, plan: ClipPlan) -> None:
        """Make a clip in which something is covered."""
        found = self._found
        if found is None or self._making.running:
            return
        text = self._context.language.text

        def make(give_way: GiveWay) -> EntryId:
            return cover_film(found.case, found.exhibit, plan, give_way=give_way)

        self._page.show_film_running(text("The clip is being made …"))
        self._context.lanes.store_long(
            make,
            partial(self._made, found),
            self._not_made,
            partial(self._ended, text("The clip was stopped. Nothing of it is left.")),
            latest=self._making,
        )

    def stop(self) -> None:
        """Stop making the clip."""
        self._making.stop()

    def write_words(self) -> None:
        """Go to the form in which what is said is written down."""
        if self._exhibit is not None:
            self._context.navigator.go(routes.Write("transcript", about=self._exhibit.original))

    def go_to_film(self) -> None:
        """Go to the film that the frame was taken from."""
        if self._line is not None and self._line.of:
            self._context.navigator.go(routes.Exhibit(self._line.of))

    def _seen(self, frame: FilmFrame) -> None:
        at = moment_in_film(frame.at_us, self._context.language)
        self._page.show_film_frame(at, frame.pixels)

    def _unseen(self, error: BaseException) -> None:
        self._page.show_film_frame("", None, explain(error, self._context.language).sentence)

    def _taken(self, found: FoundExhibit, taken: Sequence[TakenFrame]) -> None:
        language = self._context.language
        for each in taken:
            exhibit = found.case.state.exhibit_of(each.entry)
            words = {
                "number": exhibit.number if exhibit is not None else 0,
                "time": moment_in_film(each.at_us, language),
                "film": found.exhibit.number,
            }
            said = (
                language.text(
                    "Saved and locked: Exhibit {number}, the frame at {time} of exhibit {film}.",
                    **words,
                )
                if each.new
                else language.text(
                    "Exhibit {number} is the frame at {time} of exhibit {film} already.", **words
                )
            )
            self._page.show_film_said(said)
        self._again(found)

    def _made(self, found: FoundExhibit, _: EntryId) -> None:
        text = self._context.language.text
        self._ended(text("Saved and locked: the clip. Choose it for the report to send it along."))
        self._again(found)

    def _not_made(self, error: BaseException) -> None:
        self._ended(explain(error, self._context.language).sentence)

    def _ended(self, sentence: str) -> None:
        self._page.show_film_running("")
        self._page.show_film_said(sentence)

    def _not_done(self, error: BaseException) -> None:
        self._page.show_film_said(explain(error, self._context.language).sentence)

    def _again(self, found: FoundExhibit) -> None:
        """Say anew what stands over the picture, where it is still this one."""
        if self._found is not found:
            return
        exhibit = found.case.state.exhibit(found.exhibit.number)
        if exhibit is not None:
            self.offer(msgspec.structs.replace(found, exhibit=exhibit))


def film_line(case: OpenCase, exhibit: Exhibit, language: Language) -> FilmLine | None:
    """Return what stands over the picture of a film, or of a frame of one; None of anything else."""
    if isinstance(exhibit.frame, FileFrame):
        film = case.state.exhibit_of(exhibit.frame.parent)
        if film is None:
            return None
        return FilmLine(_capital(frame_words(exhibit.frame, film.number, language)), of=film.number)
    if not isinstance(exhibit.film, FileFilm):
        told = " ".join(told_of_file(exhibit, language)) if _is_media(exhibit) else ""
        return FilmLine(told, media=True) if told else None
    words = [film_words(exhibit.film, language)]
    if count := sum(each.taken_from == exhibit.original for each in case.state.exhibits):
        words.append(
            language.plural("{count} frame is an exhibit", "{count} frames are exhibits", count)
        )
    if count := sum(isinstance(each.clip, WorkingCopyClip) for each in exhibit.clips):
        words.append(language.plural("{count} covered clip", "{count} covered clips", count))
    return FilmLine(" · ".join(words), film=is_film(exhibit), media=True)


def _is_media(exhibit: Exhibit) -> bool:
    facts = exhibit.facts
    return isinstance(facts, FileFacts) and facts.media_type.startswith(("video/", "audio/"))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
