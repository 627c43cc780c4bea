"""A report becomes what the page shows: one big word, what it means, what to do, and the findings by exhibit. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from app.language import Language, deferred
from app.messages import (
    finding_line,
    is_older,
    is_remark,
    older_advice,
    report_lines,
    told_checks,
    verdict_word,
    why_not_judged,
)
from app.ui.verify.limits import not_shown_by, shown_by
from evidence_store import (
    Check,
    CheckName,
    CheckState,
    Finding,
    FindingKind,
    Receipt,
    Report,
    Verdict,
    format_receipt,
    worst,
)


class OutcomeTone(StrEnum):
    """What the sign and the colour repeat of the word."""

    SURE = "sure"
    HOLDS = "holds"
    CHANGED = "changed"
    UNKNOWN = "unknown"


class FindingGroup(msgspec.Struct, frozen=True):
    """Findings of one exhibit, or of what belongs to none; ``tone`` and ``word`` say the worst of them."""

    title: str
    lines: tuple[str, ...]
    tone: OutcomeTone
    word: str

    @property
    def remark(self) -> bool:
        """Whether nothing in it changes the answer."""
        return self.tone is OutcomeTone.HOLDS


class Mark(StrEnum):
    """How a check ended, in the order in which checks are listed."""

    FAILED = "failed"
    REMARK = "remark"
    PASSED = "passed"
    NOT_CHECKED = "not_checked"


class CheckLine(msgspec.Struct, frozen=True):
    """One check as it is listed."""

    text: str
    mark: Mark


class Code(msgspec.Struct, frozen=True):
    """A receipt code to compare with another."""

    code: str
    about: str
    line: str


class CheckOutcome(msgspec.Struct, frozen=True):
    """All of it, in the order it is read.

    Attributes:
        tone: what the sign says.
        word: the answer.
        subject: what was checked.
        advice: what to do now, in one or two sentences.
        shown: what the check shows, at most three lines.
        not_shown: what it does not show, at most three lines.
        meaning: the whole of it in sentences.
        groups: what was found, by exhibit.
        checks: every check, those that failed first.
        codes: receipt codes to compare.
        fits: whether a receipt code was given that covers all of it.
        fitting: the exhibits whose files fit the log, each by its name; none where the log itself does not hold.
        openable: whether it is a package that can be looked into: nothing in it was changed, and it has a record.
    """

    tone: OutcomeTone
    word: str
    subject: str
    meaning: tuple[str, ...]
    advice: str
    shown: tuple[str, ...]
    not_shown: tuple[str, ...]
    fits: bool
    groups: tuple[FindingGroup, ...]
    checks: tuple[CheckLine, ...]
    codes: tuple[Code, ...]
    fitting: tuple[str, ...] = ()
    openable: bool = False


ADVICE = {
    Verdict.ANCHORED: deferred("There is nothing you need to do."),
    Verdict.CONSISTENT: deferred(
        "Compare the receipt code with one that you have got another way."
    ),
    Verdict.NOT_CONFIRMED: deferred(
        "Read the code once more. If it still does not fit, ask for it again from the one who gave it to you."
    ),
    Verdict.ALTERED: deferred(
        "Keep what you have as it is. Ask for a new copy from whoever it came from, and check that one."
    ),
    Verdict.INCOMPLETE: deferred(
        "Something is missing. Ask for the whole package again, and check that one."
    ),
    Verdict.UNREADABLE: deferred(
        "It cannot be read as a package from this program. Choose the zip file or the folder itself."
    ),
}
OF_THE_NOT_JUDGED = {
    FindingKind.NOT_A_PACKAGE: ADVICE[Verdict.UNREADABLE],
    FindingKind.NEWER_FORMAT: deferred(
        "Nothing was checked, and nothing says that it was changed. Check it with a newer version of the program."
    ),
}
REPORT_UNKNOWN = deferred(
    "It was saved anew or changed, or it comes from elsewhere. Ask for the report again, or for its package, and "
    "check that."
)
MATCHED = deferred("The receipt code fits. There is nothing you need to do.")
ANCHORED_EARLIER = deferred(
    "The report was sealed after the timestamp. Compare the receipt code too."
)
MATCHED_EARLIER = deferred("The receipt code fits. Ask for the code of entry {seq} too.")
OF_THE_VAULT = deferred(
    "Keep the vault as it is and write nothing more in it. Open your newest backup and check that one."
)


def outcome_of(report: Report, subject: str, language: Language, *, vault: bool) -> CheckOutcome:
    """Return what to show of a report; ``subject`` names what was checked."""
    lines, told = tuple(report_lines(report, language)), told_checks(report)
    # The lines are told in this order: the word, findings, what they mean, checks, receipt codes.
    checks_from = len(lines) - len(told) - len(report.receipts)
    codes_from = len(lines) - len(report.receipts)
    advice = _advice(report, language, vault=vault)
    # What to do now is told last, and once.
    meaning = tuple(
        each for each in lines[1 + len(report.findings) : checks_from] if each != advice
    )
    checks = zip(lines[checks_from:codes_from], told, strict=True)
    codes = sorted(
        zip(lines[codes_from:], report.receipts, strict=True),
        key=lambda code: code[1] != report.last,  # the one to compare first
    )
    return CheckOutcome(
        tone=_tone(report),
        word=verdict_word(report, language),
        subject=subject,
        meaning=meaning,
        advice=advice,
        shown=shown_by(report, language),
        not_shown=not_shown_by(report, language),
        fits=_fits(report),
        groups=_groups(report, language),
        checks=tuple(
            sorted(
                (CheckLine(text, _mark(check)) for text, check in checks),
                key=lambda line: _ORDER.index(line.mark),
            )
        ),
        codes=tuple(
            Code(
                format_receipt(receipt.code, receipt.seq),
                _about(receipt, report, language),
                line,
            )
            for line, receipt in codes
        ),
        fitting=_fitting(report, language),
        openable=_openable(report),
    )


def _openable(report: Report) -> bool:
    states = {check.name: check.state for check in report.checks}
    looked = states.get(CheckName.EXTRAS, CheckState.NOT_CHECKED) is not CheckState.NOT_CHECKED
    return looked and report.verdict not in {Verdict.ALTERED, Verdict.UNREADABLE}


def _mark(check: Check) -> Mark:
    return Mark.REMARK if is_remark(check) else Mark(check.state.value)


def as_text(outcome: CheckOutcome, *further: str) -> str:
    """Return all of it as plain text, to be kept or sent on; ``further`` stands below what was checked."""
    found: list[str] = []
    for group in outcome.groups:
        found += [group.title, *(f"- {line}" for line in group.lines)]
    return "\n".join(
        (
            outcome.subject,
            *further,
            outcome.word,
            *outcome.meaning,
            *found,
            *(check.text for check in outcome.checks),
            *(code.line for code in outcome.codes),
        )
    )


def _fits(report: Report) -> bool:
    covered = report.last is None or report.matched == report.last
    return report.matched is not None and covered


def _tone(report: Report) -> OutcomeTone:
    match report.verdict:
        case Verdict.ANCHORED:
            return OutcomeTone.SURE
        case Verdict.CONSISTENT:
            return OutcomeTone.SURE if _fits(report) else OutcomeTone.HOLDS
        case Verdict.ALTERED:
            return OutcomeTone.CHANGED
        case Verdict.INCOMPLETE | Verdict.UNREADABLE | Verdict.NOT_CONFIRMED:
            return OutcomeTone.UNKNOWN


def _advice(report: Report, language: Language, *, vault: bool) -> str:
    if is_older(report):
        return older_advice(language)
    if report.verdict in _AS_SEALED and report.matched is not None:
        if report.last is None or report.matched == report.last:
            return language.text(MATCHED)
        return language.text(MATCHED_EARLIER, seq=report.last.seq)
    if report.verdict is Verdict.ANCHORED and report.last is not None:
        return language.text(ANCHORED_EARLIER)
    if any(each.kind is FindingKind.REPORT_UNKNOWN for each in report.findings):
        return language.text(REPORT_UNKNOWN)
    why = why_not_judged(report)
    if why and not vault:
        return language.text(OF_THE_NOT_JUDGED[why])
    if vault and report.verdict in {Verdict.ALTERED, Verdict.INCOMPLETE, Verdict.UNREADABLE}:
        return language.text(OF_THE_VAULT)
    return language.text(ADVICE[report.verdict])


def _about(receipt: Receipt, report: Report, language: Language) -> str:
    if report.last is not None and receipt == report.last:
        return language.text("The package's receipt code: compare this one.")
    if report.last is not None:
        return language.text("Printed in the report. It covers what lies before the report.")
    return language.text(
        "It stands for entry {seq} of the case's log, and all before it.", seq=receipt.seq
    )


def _groups(report: Report, language: Language) -> tuple[FindingGroup, ...]:
    """By exhibit, those of none last; what only got a remark stands behind the others."""
    found: dict[int, list[Finding]] = {}
    for finding in report.findings:
        where = msgspec.structs.replace(finding, exhibit=None)
        found.setdefault(finding.exhibit or 0, []).append(where)
    groups = (
        _group(_title(number, language), tuple(found[number]), language)
        for number in sorted(found, key=lambda number: (number == 0, number))
    )
    return tuple(sorted(groups, key=lambda group: group.remark))


def _group(title: str, findings: tuple[Finding, ...], language: Language) -> FindingGroup:
    lines = [finding_line(each, language) for each in findings]
    tone, word = _WORDS[worst(findings)]
    return FindingGroup(title, _counted(lines, language), tone, language.text(word))


def _fitting(report: Report, language: Language) -> tuple[str, ...]:
    """Return the exhibits of which nothing was found; in a log that does not hold, to fit says nothing."""
    worse = [each for each in report.findings if each.verdict not in _AS_SEALED]
    if any(each.exhibit is None for each in worse):
        return ()
    touched = {each.exhibit for each in worse}
    return tuple(_title(number, language) for number in report.exhibits if number not in touched)


def _title(number: int, language: Language) -> str:
    if number:
        return language.text("Exhibit {number}", number=number)
    return language.text("The log and the files")


def _counted(lines: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the first findings and how many more there are: a damaged log can have one for every entry."""
    more = len(lines) - _MOST
    if more <= 0:
        return tuple(lines)
    rest = language.plural("and {count} more", "and {count} more", more)
    return (*lines[:_MOST], rest)


_MOST = 40
_AS_SEALED = frozenset({Verdict.ANCHORED, Verdict.CONSISTENT})
_ORDER = tuple(Mark)
_WORDS = {
    Verdict.ANCHORED: (OutcomeTone.HOLDS, deferred("Remark")),
    Verdict.CONSISTENT: (OutcomeTone.HOLDS, deferred("Remark")),
    Verdict.NOT_CONFIRMED: (OutcomeTone.UNKNOWN, deferred("Not confirmed")),
    Verdict.INCOMPLETE: (OutcomeTone.UNKNOWN, deferred("Missing")),
    Verdict.ALTERED: (OutcomeTone.CHANGED, deferred("Changed")),
    Verdict.UNREADABLE: (OutcomeTone.UNKNOWN, deferred("Cannot be read")),
}
