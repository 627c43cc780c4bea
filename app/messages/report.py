"""A report of a verification becomes lines to read from the top. No Qt.

"Unchanged" is said only where something outside the package or vault confirms it, and of a package only where the code
belongs to its last entry: what came after a code is not covered by it. A code that fits nothing confirms nothing, and
does not say that anything was changed.

A vault that lacks nothing but what this computer remembers of later is INCOMPLETE by the rules: nobody here can tell an
older backup from a vault whose end is gone. But a person who opens last month's backup has done nothing wrong, and is
told so.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.language import Language, deferred
from app.messages.findings import CHECKS, FINDINGS, REMARKS, UNCHECKED
from app.vocabulary import exact, groups, minute
from evidence_store import (
    Anchored,
    Check,
    CheckName,
    CheckState,
    Finding,
    FindingKind,
    Receipt,
    Report,
    Unchecked,
    Verdict,
    format_receipt,
)

_MISSING = frozenset({FindingKind.CHAIN_MISSING, FindingKind.HEAD_SHORTER})


def is_older(report: Report) -> bool:
    """Whether entries are missing at the end, and no other fault was found."""
    faults = [each for each in report.findings if each.verdict is not Verdict.CONSISTENT]
    return bool(faults) and all(each.kind in _MISSING for each in faults)


def older_word(language: Language) -> str:
    """The verdict in plain words."""
    return language.text("Holds together, but the newest entries are missing")


def older_lines(report: Report, language: Language) -> tuple[str, ...]:
    """What happened, and whether the evidence is safe."""
    count = missing_entries(report)
    return (
        language.plural(
            "This vault is older than what this computer remembers: {count} later entry is not in it. An older "
            "backup looks like this.",
            "This vault is older than what this computer remembers: {count} later entries are not in it. An older "
            "backup looks like this.",
            count,
        ),
        language.text(
            "All that is in it was read and holds together: nothing of it was changed without recomputing the "
            "fingerprints too."
        ),
    )


def older_advice(language: Language) -> str:
    """What to do now."""
    return language.text(
        "If this is an older backup, nothing is wrong: open your newest vault and go on there, since it has the "
        "later entries. If it is no backup, its end was lost or cut off: keep the file as it is, and look for a "
        "newer copy."
    )


def missing_entries(report: Report) -> int:
    """How many later entries this computer remembers that are not there."""
    return sum(_missing(each) for each in report.findings if each.kind in _MISSING)


def _missing(finding: Finding) -> int:
    """How many entries a finding tells of: places are counted from 0."""
    if finding.kind is FindingKind.HEAD_SHORTER:
        return int(finding.expected) - int(finding.found)
    return (finding.seq or 0) + 1 if finding.kind in _MISSING else 0


OK = 0
ALTERED_OR_INCOMPLETE = 1
UNREADABLE = 3


# Kinds of finding that stand alone: nothing else was looked at, and nothing is said to be changed.
NOT_JUDGED = {
    FindingKind.NOT_A_PACKAGE: deferred("Not a package from this program"),
    FindingKind.NEWER_FORMAT: deferred("Made by a newer version of the program"),
}


def why_not_judged(report: Report) -> FindingKind | None:
    """Return the kind of finding for which nothing else was looked at; None where something was."""
    kinds = {each.kind for each in report.findings}
    return next((kind for kind in NOT_JUDGED if kinds == {kind}), None)


def told_checks(report: Report) -> tuple[Check, ...]:
    """The checks to tell of: none where nothing was looked at, since a list of them would read as a judgement."""
    return () if why_not_judged(report) else report.checks


def is_remark(check: Check) -> bool:
    """Whether what the check found is told and changes no verdict."""
    return check.name in REMARKS and check.state is CheckState.FAILED


def report_exit_code(report: Report) -> int:
    """0 when nothing was found, 1 altered, incomplete or not confirmed, 3 unreadable."""
    if report.verdict is Verdict.UNREADABLE:
        return UNREADABLE
    if report.verdict in {Verdict.ALTERED, Verdict.INCOMPLETE, Verdict.NOT_CONFIRMED}:
        return ALTERED_OR_INCOMPLETE
    return OK


def verdict_word(report: Report, language: Language) -> str:
    """The verdict in plain words; "unchanged" only when, and as far as, something outside says so."""
    text = language.text
    if report.checks and report.checks[0].name is CheckName.REPORT_FILE:
        return _word_of_a_report(report, language)
    match report.verdict:
        case Verdict.ALTERED:
            return text("Something was changed")
        case Verdict.INCOMPLETE if is_older(report):
            return older_word(language)
        case Verdict.INCOMPLETE | Verdict.UNREADABLE:
            return text(_word_of_a_gap(report))
        case Verdict.NOT_CONFIRMED:
            if report.last is None:
                return text("The code does not belong to this vault, or was misread")
            return text("The code does not belong to this package, or was misread")
        case Verdict.ANCHORED | Verdict.CONSISTENT:
            return _word_of_a_whole(report, language)


_MISSING_HERE = {
    # Of a package, as the verifiers that travel say it (docs/format.md, "Words"); then of a vault.
    Verdict.INCOMPLETE: (
        deferred("Something is missing"),
        deferred("Something is missing or cannot be read"),
    ),
    Verdict.UNREADABLE: (deferred("Cannot be read as a package"), deferred("Cannot be checked")),
}


def _word_of_a_gap(report: Report) -> str:
    why = why_not_judged(report)
    if why:
        return NOT_JUDGED[why]
    of_a_package, of_a_vault = _MISSING_HERE[report.verdict]
    return of_a_package if _of_a_package(report) else of_a_vault


def _of_a_package(report: Report) -> bool:
    return any(check.name is CheckName.BAG for check in report.checks)


def _word_of_a_report(report: Report, language: Language) -> str:
    """Of a PDF that came alone."""
    text = language.text
    if not report.receipts:
        return text("This PDF is no report of this vault")
    if report.findings:
        return text("The code does not belong to this report, or was misread")
    return text("This is the report that was sealed as entry {seq}", seq=report.receipts[0].seq)


def _word_of_a_whole(report: Report, language: Language) -> str:
    text = language.text
    if report.matched is None and report.verdict is Verdict.ANCHORED:
        return _word_of_an_anchored(report, language)
    if report.matched is None:
        return text("Holds together, but is not confirmed from outside")
    if report.last is None:
        return text("Unchanged up to entry {seq}", seq=report.matched.seq)
    if report.matched == report.last:
        return text("Unchanged")
    return text("The code fits, but does not cover the dossier")


def _word_of_an_anchored(report: Report, language: Language) -> str:
    """Of several logs, the one whose newest token is the oldest."""
    newest = newest_stamps(report)
    if not newest:
        return language.text("Unchanged")
    first = min(newest, key=lambda each: each.at)
    if len(newest) > 1:
        return language.text("Unchanged since {time}", time=minute(first.at, language))
    return language.text(
        "Unchanged up to entry {seq} since {time}", seq=first.seq, time=minute(first.at, language)
    )


def newest_stamps(report: Report) -> tuple[Anchored, ...]:
    """The newest token of each log whose authority is relied on."""
    return tuple({each.chain: each for each in report.anchored if each.known}.values())


def stamp_lines(report: Report, language: Language) -> Iterator[str]:
    """What each authority's newest token says, and how far it reaches."""
    text = language.text
    newest = {(each.chain, each.root): each for each in report.anchored}
    for each in newest.values():
        yield text(
            "Timestamp by {authority}, {time}: all up to entry {seq} was there then, as it is now.",
            authority=each.by,
            time=exact(each.at, language),
            seq=each.seq,
        )
        if report.last is not None:
            yield text("It does not cover what was sealed later, nor the report.")
        if not each.known:
            yield text(
                "This program does not know who vouches for {authority}. Compare the fingerprint of the root "
                "certificate with one from elsewhere: {root}",
                authority=each.by,
                root=groups(each.root),
            )


def report_lines(report: Report, language: Language) -> Iterator[str]:
    """The whole report as lines to read from the top."""
    text = language.text
    yield f"{verdict_word(report, language)} ({report.verdict})"
    for finding in report.findings:
        yield "- " + finding_line(finding, language)
    yield from _meaning(report, language)
    for check in told_checks(report):
        yield _check_line(check, language)
    for receipt in report.receipts:
        code = format_receipt(receipt.code, receipt.seq)
        if report.last is None:
            yield text(
                "Receipt code: {code}. Compare it with one that you have got another way.",
                code=code,
            )
        elif receipt == report.last:
            yield text("The package's receipt code (compare this one): {code}", code=code)
        else:
            yield text("The code printed in the dossier: {code}", code=code)


def finding_line(finding: Finding, language: Language) -> str:
    """Where, and what is wrong there."""
    text = language.text
    where = []
    if finding.exhibit is not None:
        where.append(text("Exhibit {number}", number=finding.exhibit))
    if finding.seq is not None:
        where.append(text("entry {seq}", seq=finding.seq))
    if finding.path:
        where.append(finding.path)
    what = text(FINDINGS[finding.kind])
    return f"{', '.join(where)}: {what}" if where else what


def _meaning(report: Report, language: Language) -> Iterator[str]:
    text = language.text
    if report.last is not None:
        yield text(
            "Entries of the log that are not shown: {entries}. Parts that are not shown in the others: {parts}.",
            entries=report.withheld_entries,
            parts=report.withheld_parts,
        )
    if is_older(report):
        yield from older_lines(report, language)
        if report.matched is not None:
            yield from _reach(report, report.matched, language)
        yield older_advice(language)
    yield from stamp_lines(report, language)
    if report.verdict not in {Verdict.CONSISTENT, Verdict.ANCHORED}:
        return
    if report.matched is not None:
        yield from _reach(report, report.matched, language)
    elif report.verdict is Verdict.CONSISTENT:
        yield text(
            "The check cannot see whether the whole log was made anew. Only a receipt code or a timestamp from "
            "outside can show that."
        )
    yield text("The check does not show whether a post was true, or who wrote it.")


def _reach(report: Report, matched: Receipt, language: Language) -> Iterator[str]:
    """How far a receipt code that fits reaches."""
    text = language.text
    yield text(
        "The receipt code fits entry {seq}: that entry and all before it are as they were "
        "when the code was given.",
        seq=matched.seq,
    )
    if report.last is None:
        return
    if matched != report.last:
        yield text(
            "The code covers neither the PDF nor the choice of exhibits. The dossier was sealed later, in entry "
            "{last}. Ask for the code of entry {last} too.",
            last=report.last.seq,
        )
    yield text(
        "The code does not show whether something that was shown before has since been taken out. Nor does it "
        "cover the read me files and the verifiers."
    )


def _check_line(check: Check, language: Language) -> str:
    text = language.text
    name = text(CHECKS[check.name])
    match check.state:
        case CheckState.PASSED:
            return text(
                "{check}: in order ({count})", check=name, count=language.number(check.count)
            )
        case CheckState.FAILED if check.name in REMARKS:
            return text("{check}: see the remark above", check=name)
        case CheckState.FAILED:
            return text("{check}: not in order", check=name)
        case CheckState.NOT_CHECKED if check.reason == Unchecked.UNSEEN:
            return text("{check}: cannot be seen in this package", check=name)
        case CheckState.NOT_CHECKED if check.reason in UNCHECKED:
            why = text(UNCHECKED[check.reason])
            return text("{check}: not checked ({reason})", check=name, reason=why)
        case CheckState.NOT_CHECKED:
            return text("{check}: not checked", check=name)
