"""The text of a picture for the quote of a form: it is read beside the window, and what was read is sealed with it.

No Qt. Only one picture is read at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.actions.quote_read import ReadInPicture, read_in
from app.casework import Exhibit
from app.language import Language
from app.picture import ReadText
from app.ui.context import UiContext
from app.ui.picture_text import PictureText
from evidence_store import EntryId

QUOTE = "quote"
"""Key of the field that it goes into."""


class QuoteReading:
    """Reads pictures for one quote.

    Args:
        context: of the window.
        tell: shows how it stands, and whether it can be stopped.

    Attributes:
        taken: what was read and went into the quote, in that order.
    """

    def __init__(self, context: UiContext, tell: Callable[[str, bool], None]) -> None:
        self.taken: tuple[ReadInPicture, ...] = ()
        self._language: Language = context.language
        self._reading = PictureText(context, tell)

    def read(self, exhibits: Iterable[Exhibit], shown: EntryId, put: Callable[[str], bool]) -> None:
        """Read the picture that is shown, or stop reading.

        Args:
            exhibits: those of the form.
            shown: the entry whose picture is shown.
            put: puts the words into the quote; returns False where the form is another one by now.
        """
        if self._reading.running:
            self._reading.stop()
            return

        def take(read: ReadText) -> str:
            taken = read_in(shown, read)
            before, self.taken = self.taken, (*(x for x in self.taken if x != taken), taken)
            if not put(read.text):
                self.taken = before
                return ""
            return self._language.text(
                "The text is in the quote. Compare it with the picture: a program has read it."
            )

        for exhibit in exhibits:
            if exhibit.shown == shown:
                self._reading.read(exhibit, take, as_shown=True)

    def hint(self, key: str, value: str) -> str:
        """Return what is good to know of a field; "" where nothing of it was read."""
        if key != QUOTE or not self.taken or not value.strip():
            return ""
        return self._language.text(
            "A program read it in the picture. Which one, and whether you changed it, is sealed and stands in reports."
        )

    def stop(self) -> None:
        """Read on no longer, and forget what was read."""
        self._reading.stop()
        self.taken = ()
