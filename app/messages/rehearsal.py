"""What became of a rehearsal with a backup, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from app.language import Language
from app.messages.report import is_older, missing_entries, report_exit_code, report_lines
from evidence_store import Report


def is_usable(report: Report) -> bool:
    """Whether one could go on with the copy: it holds together, though later entries may be missing in it."""
    return is_older(report) or report_exit_code(report) == 0


def rehearsal_lines(report: Report, language: Language, *, own: bool) -> Iterator[str]:
    """What is so, and what to do now.

    Args:
        report: how the copy was found.
        language: the words.
        own: whether it is a copy of the vault that is open.
    """
    text = language.text
    if not is_usable(report):
        yield text("The copy can be opened, but something in it is damaged.")
        yield text("Keep it as it is, and make a new backup now.")
        yield from report_lines(report, language)
        return
    yield text("The copy can be used. It was opened and read to its end, and everything fits.")
    if not own:
        yield text("It is a copy of another vault than the one that is open.")
    elif is_older(report):
        yield language.plural(
            "{count} later entry is not in it. Make a new backup.",
            "{count} later entries are not in it. Make a new backup.",
            missing_entries(report),
        )
    else:
        yield text("It holds everything that this computer remembers of the vault.")
    yield text("The copy and the vault were not changed.")
