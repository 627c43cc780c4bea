"""What the report wizard asks of its page. No Qt."""

from __future__ import annotations

from typing import Protocol

from app.ui.report.authoring import AuthorView
from app.ui.report.finishing import FinishView
from app.ui.report.looking_through import LookingView
from app.ui.report.model import (
    Buttons,
    ChoiceLine,
    RecipientOption,
    ReportDraft,
    ReportStep,
)
from app.ui.report.previewing import Pane
from app.ui.report.private_copying import PrivateCopyView
from app.ui.report.sharing import SharingView
from app.ui.report.singles import SinglesView
from app.ui.report.small_pictures import Small


class ReportView(
    AuthorView, FinishView, LookingView, PrivateCopyView, SharingView, SinglesView, Protocol
):
    """What the presenter asks of the view."""

    @property
    def pane(self) -> Pane:
        """Where the pages are shown."""
        ...

    def show_step(self, step: ReportStep, title: str, lead: str) -> None:
        """Bring a step to the front."""
        ...

    def show_buttons(self, buttons: Buttons) -> None:
        """Show the row of buttons below."""
        ...

    def show_facts(self, text: str) -> None:
        """Show how long and how large it will be; "" while nobody knows."""
        ...

    def show_options(self, options: tuple[RecipientOption, ...], chosen: str) -> None:
        """Show the recipients."""
        ...

    def show_exhibits(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show the exhibits."""
        ...

    def show_asks(self, lines: tuple[ChoiceLine, ...]) -> None:
        """Show what can be asked for."""
        ...

    def show_texts(self, draft: ReportDraft, case_title: str) -> None:
        """Show the person's own words."""
        ...

    def show_small(self, small: Small) -> None:
        """Show the small pictures that are there."""
        ...
