"""A vault that lacks nothing but what this computer remembers of later: an older backup, or one whose end is gone.

By the rules it is INCOMPLETE, since nobody here can tell the two apart. But a person who opens last month's backup has
done nothing wrong, and is told so.
"""

from __future__ import annotations

from app.language import Language
from evidence_store import Finding, FindingKind, Report, Verdict

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
    count = sum(_missing(each) for each in report.findings if each.kind in _MISSING)
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


def _missing(finding: Finding) -> int:
    """How many entries a finding tells of: places are counted from 0."""
    if finding.kind is FindingKind.HEAD_SHORTER:
        return int(finding.expected) - int(finding.found)
    return (finding.seq or 0) + 1 if finding.kind in _MISSING else 0
