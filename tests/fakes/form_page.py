"""The view of a form that shows nothing and remembers what it was told."""

from __future__ import annotations

from collections.abc import Sequence

from app.picture import Pixels
from app.ui.forms.model import Sheet, Values
from app.ui.forms.pictures import ShownPicture
from evidence_store import EntryId


class FakeFormPage:
    """Remembers what it was told to show."""

    def __init__(self) -> None:
        self.sheet: Sheet | None = None
        self.notice = ""
        self.values: dict[str, str] = {}
        self.complaints: dict[str, str] = {}
        self.hints: dict[str, str] = {}
        self.focus = ""
        self.offered = ""
        self.restored = False
        self.status = ""
        self.problem = ""
        self.saving = False
        self.waiting = False
        self.closed = 0
        self.same_post = ""
        self.errors = ""
        self.pictures: list[int] = []
        self.reads_pictures = False
        self.reading = ("", False)

    def show_form(self, sheet: Sheet, values: Values, notice: str, begin: str) -> None:
        self.sheet, self.values, self.notice = sheet, dict(values), notice
        self.restored = False

    def set_value(self, key: str, value: str) -> None:
        self.values[key] = value

    def complain(self, key: str, words: str) -> None:
        self.complaints[key] = words

    def hint(self, key: str, words: str) -> None:
        self.hints[key] = words

    def go_to(self, key: str) -> None:
        self.focus = key

    def offer_link(self, link: str) -> None:
        self.offered = link

    def offer_same_post(self, yes: str) -> None:
        self.same_post = yes

    def show_errors(self, words: str) -> None:
        self.errors = words

    def show_pictures(self, shown: Sequence[ShownPicture]) -> None:
        self.pictures = [each.number for each in shown]

    def show_small(self, id: EntryId, jpeg: bytes) -> None:
        """Not remembered."""

    def show_picture(self, id: EntryId, pixels: Pixels | None, sentence: str = "") -> None:
        """Not remembered."""

    def offer_reading(self, *, offered: bool) -> None:
        self.reads_pictures = offered

    def show_reading(self, words: str, *, running: bool) -> None:
        self.reading = (words, running)

    def show_restored(self, *, shown: bool) -> None:
        self.restored = shown

    def show_status(self, words: str) -> None:
        self.status = words

    def show_problem(self, words: str) -> None:
        self.problem = words

    def show_saving(self, *, saving: bool) -> None:
        self.saving = saving

    def wait_for_a_pause(self) -> None:
        self.waiting = True

    def stop_waiting(self) -> None:
        self.waiting = False

    def close_form(self) -> None:
        self.closed += 1
