"""What a check shows, and what it does not: at most three lines each, for the two columns under the answer. No Qt.

Rule: nothing stands here that the checks do not bear. A code that fits does not say that nothing was left out of the
package; without a code nobody can say that the log was not made anew from its beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from app.language import Language
from app.messages import is_older, missing_entries, newest_stamps, why_not_judged
from app.vocabulary import minute
from evidence_store import CheckName, Report, Verdict

_MOST = 3
_SOUND = {Verdict.ANCHORED, Verdict.CONSISTENT, Verdict.NOT_CONFIRMED}


def shown_by(report: Report, language: Language) -> tuple[str, ...]:
    """Return what the check shows; nothing where nothing was judged."""
    return tuple(islice(_shown(report, language), _MOST)) if _judged(report) else ()


def not_shown_by(report: Report, language: Language) -> tuple[str, ...]:
    """Return what it does not show; nothing where nothing was judged."""
    return tuple(islice(_not_shown(report, language), _MOST)) if _judged(report) else ()


def _judged(report: Report) -> bool:
    return report.verdict is not Verdict.UNREADABLE and not why_not_judged(report)


def _alone(report: Report) -> bool:
    """Whether it is a PDF that came alone."""
    return bool(report.checks) and report.checks[0].name is CheckName.REPORT_FILE


def _shown(report: Report, language: Language) -> Iterator[str]:
    text = language.text
    if _alone(report):
        yield from _shown_of_a_report(report, language)
    elif is_older(report):
        yield text("that all that is in it holds together")
        yield language.plural(
            "that {count} later entry is missing",
            "that {count} later entries are missing",
            missing_entries(report),
        )
    elif report.verdict in _SOUND:
        yield _whole(report, language)
        yield text("in which order it was saved")
        if report.matched is not None:
            yield text(
                "that everything up to entry {seq} is as it was when the code was given",
                seq=report.matched.seq,
            )
        elif newest := newest_stamps(report):
            first = min(newest, key=lambda each: each.at)
            yield text(
                "that everything up to entry {seq} is as it was {time}, by a timestamp from outside",
                seq=first.seq,
                time=minute(first.at, language),
            )
    elif report.verdict is Verdict.ALTERED:
        yield text("that something is no longer as it was sealed")
        yield text("where that is: see below")
    else:
        yield text("that something is missing or cannot be read: see below")


def _shown_of_a_report(report: Report, language: Language) -> Iterator[str]:
    if not report.receipts:
        yield language.text("that no report that was sealed here is the same as this file")
        return
    yield language.text("that this file is the report that was sealed here")
    if report.matched is not None:
        yield language.text("that the code belongs to it")


def _whole(report: Report, language: Language) -> str:
    if report.last is None:
        return language.text("that the pictures and files are those that were sealed")
    count = next((each.count for each in report.checks if each.name is CheckName.EXHIBITS), 0)
    return language.plural(
        "that the report and its {count} exhibit are those that were sealed",
        "that the report and its {count} exhibits are those that were sealed",
        count,
    )


def _not_shown(report: Report, language: Language) -> Iterator[str]:
    text = language.text
    if report.verdict is Verdict.ALTERED:
        yield text("who changed it, and when: a damaged disk looks the same")
    elif report.verdict is Verdict.INCOMPLETE:
        yield text("why something is missing")
    elif report.verdict is Verdict.ANCHORED and report.matched is None:
        if report.last is not None:
            yield text("whether the PDF and the choice of exhibits are as they were")
    elif report.matched is None and not _alone(report):
        yield text("whether the whole log was made anew from its beginning")
    elif report.last is not None and report.matched != report.last:
        yield text("whether the PDF and the choice of exhibits are as they were")
    yield text("whether a post was true, or who wrote it")
    if report.withheld_entries:
        yield language.plural(
            "what stands in the {count} entry of the log that is not shown",
            "what stands in the {count} entries of the log that are not shown",
            report.withheld_entries,
        )
    elif report.withheld_parts:
        yield text("what stands in the parts of the log that are not shown")
    yield text("whether the computer’s clock was right")
