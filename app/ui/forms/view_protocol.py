"""What a form's presenter asks of the view that shows it. No Qt."""

from __future__ import annotations

from typing import Protocol

from app.ui.forms.model import Sheet, Values
from app.ui.forms.pictures import PictureView


class FormView(PictureView, Protocol):
    """What the presenter asks of the view."""

    def show_form(self, sheet: Sheet, values: Values, notice: str, begin: str) -> None:
        """Another form, in place of what was there; one begins in a field, "" for the first one."""
        ...

    def set_value(self, key: str, value: str) -> None:
        """Fill a field in, without telling that it changed."""
        ...

    def complain(self, key: str, words: str) -> None:
        """Say below a field what is the matter; "" takes it back."""
        ...

    def hint(self, key: str, words: str) -> None:
        """Say below a field what is good to know; "" takes it back."""
        ...

    def go_to(self, key: str) -> None:
        """Put the focus into a field."""
        ...

    def offer_link(self, link: str) -> None:
        """Offer a link that was copied; "" takes the offer back."""
        ...

    def offer_same_post(self, yes: str) -> None:
        """Offer a post that the picture may belong to, with that answer; "" takes the offer back."""
        ...

    def offer_reading(self, *, offered: bool) -> None:
        """Whether there is a quote that a picture's text can go into."""
        ...

    def show_reading(self, words: str, *, running: bool) -> None:
        """How reading it stands, and whether it can be stopped."""
        ...

    def show_errors(self, words: str) -> None:
        """Say beside the way to save how many fields must be mended; "" takes it back."""
        ...

    def show_restored(self, *, shown: bool) -> None:
        """That what was typed before is here again."""
        ...

    def show_status(self, words: str) -> None:
        """What became of the draft."""
        ...

    def show_problem(self, words: str) -> None:
        """Why it was not saved; "" takes it back."""
        ...

    def show_saving(self, *, saving: bool) -> None:
        """Whether it is being sealed just now."""
        ...

    def wait_for_a_pause(self) -> None:
        """Call ``keep_draft`` half a second after the last call of this."""
        ...

    def stop_waiting(self) -> None:
        """Do not call it any more."""
        ...

    def close_form(self) -> None:
        """Show no form any more."""
        ...
