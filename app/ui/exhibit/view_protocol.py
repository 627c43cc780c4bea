"""What the presenter of one exhibit asks of its page, and the ways in which an exhibit is shown. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from app.picture import Pixels
from app.ui.exhibit.editing import EditingView
from app.ui.exhibit.film_seeing import FilmPage
from app.ui.exhibit.finding import FindingView
from app.ui.exhibit.model import Edit
from app.ui.exhibit.outside import OutsideView
from app.ui.exhibit.words import ExhibitHeading


class ExhibitLook(StrEnum):
    """The three ways to look at an exhibit."""

    ORIGINAL = "original"
    MARKED = "marked"
    RECIPIENT = "recipient"


class PictureState(StrEnum):
    """What stands where the picture goes."""

    WAITING = "waiting"
    COVERED = "covered"
    PICTURE = "picture"
    SENTENCE = "sentence"


class ExhibitView(EditingView, FindingView, OutsideView, FilmPage, Protocol):
    """What the presenter asks of the view."""

    def show_heading(self, heading: ExhibitHeading) -> None:
        """Which exhibit it is."""
        ...

    def show_stage(self, stage: PictureState, sentence: str = "") -> None:
        """Cover, picture, or a sentence in its place."""
        ...

    def show_look(self, look: ExhibitLook, *, editable: bool) -> None:
        """Which of the three ways is chosen, and whether marks can be changed."""
        ...

    def show_picture(self, pixels: Pixels | None) -> None:
        """What lies below the marks; None takes it out of memory."""
        ...

    def show_restored(self, *, shown: bool) -> None:
        """That marks from before are here again."""
        ...

    def recall_steps(self, edits: tuple[Edit, ...], done: int) -> None:
        """The steps from before can be undone and redone again; nothing is carried out."""
        ...

    def copy_text(self, words: str) -> None:
        """Hand words to the clipboard."""
        ...

    def copy_picture(self, pixels: Pixels) -> None:
        """Hand pixels to the clipboard."""
        ...

    def forget_steps(self) -> None:
        """Nothing can be undone any more."""
        ...
