"""A printer, as presenters see it. No Qt."""

from __future__ import annotations

from typing import Protocol

from app.language import Language
from app.ui.lanes import GiveWay


class PrinterError(Exception):
    """The printer did not take it."""


class Printer(Protocol):
    """One that the person chose, with what they chose of it."""

    def print_pdf(self, pdf: bytes, give_way: GiveWay) -> int:
        """Print a PDF of ours; return how many pages of it were sent. On a thread of the work lane.

        ``give_way`` is told (pages done, pages in all) between two pages; what it raises stops the printing, and what
        was sent by then may come out of the printer.

        Raises:
            PrinterError: the printer did not take it.
        """
        ...


def no_printer(language: Language) -> str:
    """Return what is said where there is none."""
    return language.text("There is no printer on this computer. Save it, and print it elsewhere.")


def not_printed(language: Language) -> str:
    """Return what is said of a printer that did not take it."""
    return language.text("The printer did not take it. Look at the printer, and try again.")


def printed(pages: int, language: Language) -> str:
    """Return what is said when all was sent."""
    return language.plural(
        "{count} page was sent to the printer.", "{count} pages were sent to the printer.", pages
    )
