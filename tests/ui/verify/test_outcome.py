"""A report is told in plain words: how sure, what it means, what to do, and which exhibit it is about."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.ui.verify.outcome import Mark, OutcomeTone, as_text, outcome_of
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
)
from tests.worlds import ENGLISH

HEAD = Receipt(chain="e" * 32, seq=20, code="7K2F 91QD")
CHECKS = (
    Check(CheckName.CHAIN, CheckState.PASSED, 21),
    Check(CheckName.OBJECTS, CheckState.FAILED),
    Check(CheckName.TIMESTAMPS, CheckState.NOT_CHECKED),
)


def report(verdict: Verdict, *findings: Finding, matched: Receipt | None = None) -> Report:
    return Report(verdict, findings, CHECKS, (HEAD,), matched=matched)


@pytest.mark.parametrize(
    ("verdict", "matched", "tone", "word"),
    [
        (Verdict.ANCHORED, None, OutcomeTone.SURE, "Unchanged"),
        (Verdict.CONSISTENT, HEAD, OutcomeTone.SURE, "Unchanged up to entry 20"),
        (
            Verdict.CONSISTENT,
            None,
            OutcomeTone.HOLDS,
            "Holds together, but is not confirmed from outside",
        ),
        (Verdict.ALTERED, None, OutcomeTone.CHANGED, "Something was changed"),
        (Verdict.INCOMPLETE, None, OutcomeTone.UNKNOWN, "Something is missing or cannot be read"),
        (Verdict.UNREADABLE, None, OutcomeTone.UNKNOWN, "Cannot be checked"),
    ],
)
def test_each_verdict_has_its_word_and_its_sign(
    verdict: Verdict, matched: Receipt | None, tone: OutcomeTone, word: str
) -> None:
    outcome = outcome_of(report(verdict, matched=matched), "x.zip", ENGLISH, vault=False)

    assert (outcome.tone, outcome.word, outcome.subject) == (tone, word, "x.zip")
    assert outcome.advice


def test_findings_stand_with_their_exhibit_and_the_others_last() -> None:
    altered = report(
        Verdict.ALTERED,
        Finding(FindingKind.ENTRY_HASH, Verdict.ALTERED, seq=9),
        Finding(
            FindingKind.OBJECT_HASH, Verdict.ALTERED, seq=7, exhibit=3, path="data/bilag-003.png"
        ),
        Finding(FindingKind.OBJECT_HASH, Verdict.ALTERED, seq=4, exhibit=1),
    )
    outcome = outcome_of(altered, "x.zip", ENGLISH, vault=False)

    assert [group.title for group in outcome.groups] == [
        "Exhibit 1",
        "Exhibit 3",
        "The log and the files",
    ]
    assert outcome.groups[1].lines[0].startswith("entry 7, data/bilag-003.png: ")


def test_a_flood_of_findings_is_counted() -> None:
    flood = report(
        Verdict.ALTERED, *(Finding(FindingKind.LINK, Verdict.ALTERED, seq=n) for n in range(100))
    )
    (group,) = outcome_of(flood, "x.zip", ENGLISH, vault=False).groups

    assert len(group.lines) == 41
    assert group.lines[-1] == "and 60 more"


def test_checks_and_codes_are_told_apart_from_what_they_mean() -> None:
    outcome = outcome_of(report(Verdict.CONSISTENT), "x.zip", ENGLISH, vault=False)

    assert [check.mark for check in outcome.checks] == [
        Mark.FAILED,
        Mark.PASSED,
        Mark.NOT_CHECKED,
    ]
    assert outcome.checks[1].text == "Order and fingerprints of the log: in order (21)"
    assert [code.code for code in outcome.codes] == [format_receipt(HEAD.code, HEAD.seq)]
    assert outcome.meaning[-1] == (
        "The check does not show whether a post was true, or who wrote it."
    )


def test_the_advice_for_a_vault_is_another_than_for_a_package() -> None:
    altered = report(Verdict.ALTERED)

    assert "backup" in outcome_of(altered, "x", ENGLISH, vault=True).advice
    assert "new copy" in outcome_of(altered, "x", ENGLISH, vault=False).advice


def test_all_of_it_can_be_kept_as_text() -> None:
    found = report(Verdict.ALTERED, Finding(FindingKind.OBJECT_HASH, Verdict.ALTERED, exhibit=1))
    text = as_text(outcome_of(found, "x.zip", ENGLISH, vault=False))

    assert text.splitlines()[:2] == ["x.zip", "Something was changed"]
    assert "Exhibit 1" in text
    assert "7K2F 91QD" in text


def test_an_older_backup_is_told_gently_and_what_to_do_stands_once() -> None:
    shorter = Finding(
        FindingKind.HEAD_SHORTER, Verdict.INCOMPLETE, HEAD.chain, seq=22, expected="22", found="20"
    )
    outcome = outcome_of(report(Verdict.INCOMPLETE, shorter), "Min.bevismappe", ENGLISH, vault=True)

    assert outcome.word == "Holds together, but the newest entries are missing"
    assert outcome.tone is OutcomeTone.UNKNOWN
    assert [line.split(":")[0] for line in outcome.meaning] == [
        "This vault is older than what this computer remembers",
        "All that is in it was read and holds together",
    ]
    assert "2 later entries" in outcome.meaning[0]
    assert outcome.advice.startswith("If this is an older backup, nothing is wrong")


PACKAGE = Receipt(chain="e" * 32, seq=21, code="03BC A8E4")
EVERY = [
    report(Verdict.CONSISTENT),
    report(Verdict.CONSISTENT, matched=HEAD),
    report(Verdict.NOT_CONFIRMED, Finding(FindingKind.RECEIPT, Verdict.NOT_CONFIRMED)),
    report(Verdict.ALTERED, Finding(FindingKind.OBJECT_HASH, Verdict.ALTERED)),
    report(Verdict.INCOMPLETE, Finding(FindingKind.PART_MISSING, Verdict.INCOMPLETE)),
    replace(report(Verdict.CONSISTENT), last=PACKAGE, withheld_entries=3, withheld_parts=4),
    replace(report(Verdict.CONSISTENT, matched=HEAD), last=PACKAGE, withheld_parts=4),
    replace(report(Verdict.CONSISTENT, matched=PACKAGE), last=PACKAGE),
]


@pytest.mark.parametrize("found", EVERY)
def test_what_a_check_shows_and_does_not_takes_three_lines_at_most(found: Report) -> None:
    outcome = outcome_of(found, "x.zip", ENGLISH, vault=False)

    assert 1 <= len(outcome.shown) <= 3
    assert 1 <= len(outcome.not_shown) <= 3
    assert any("true" in line for line in outcome.not_shown)


def test_without_a_code_nobody_says_that_the_log_was_not_made_anew() -> None:
    alone = outcome_of(EVERY[5], "x.zip", ENGLISH, vault=False)
    covered = outcome_of(EVERY[7], "x.zip", ENGLISH, vault=False)

    anew = "whether the whole log was made anew from its beginning"
    assert (anew in alone.not_shown, anew in covered.not_shown) == (True, False)
    assert "what stands in the 3 entries of the log that are not shown" in alone.not_shown
    assert (alone.fits, covered.fits) == (False, True)


def test_a_code_of_an_earlier_entry_does_not_speak_for_the_pdf() -> None:
    earlier = outcome_of(EVERY[6], "x.zip", ENGLISH, vault=False)

    assert "whether the PDF and the choice of exhibits are as they were" in earlier.not_shown
    assert not earlier.fits


def test_where_nothing_was_judged_nothing_is_said_to_be_shown() -> None:
    finding = Finding(FindingKind.NOT_A_PACKAGE, Verdict.UNREADABLE)
    outcome = outcome_of(report(Verdict.UNREADABLE, finding), "brev", ENGLISH, vault=False)

    assert (outcome.shown, outcome.not_shown) == ((), ())


def test_what_is_changed_stands_above_what_got_a_remark() -> None:
    found = report(
        Verdict.ALTERED,
        Finding(FindingKind.TIME_BACK, Verdict.CONSISTENT, exhibit=1),
        Finding(FindingKind.OBJECT_HASH, Verdict.ALTERED, exhibit=2),
    )
    groups = outcome_of(found, "x.zip", ENGLISH, vault=False).groups

    assert [(group.title, group.word) for group in groups] == [
        ("Exhibit 2", "Changed"),
        ("Exhibit 1", "Remark"),
    ]


def test_the_code_to_compare_stands_before_the_printed_one() -> None:
    found = replace(EVERY[5], receipts=(HEAD, PACKAGE))
    codes = outcome_of(found, "x.zip", ENGLISH, vault=False).codes

    assert codes[0].code == format_receipt(PACKAGE.code, PACKAGE.seq)


def with_exhibits(verdict: Verdict, *findings: Finding) -> tuple[str, ...]:
    checked = replace(report(verdict, *findings), exhibits=(1, 3, 4))
    return outcome_of(checked, "x.zip", ENGLISH, vault=False).fitting


def test_exhibits_of_which_nothing_was_found_are_told_one_by_one() -> None:
    assert with_exhibits(Verdict.CONSISTENT) == ("Exhibit 1", "Exhibit 3", "Exhibit 4")
    changed = Finding(FindingKind.OBJECT_HASH, Verdict.ALTERED, seq=7, exhibit=3)
    remark = Finding(FindingKind.VERIFIER_OTHER, Verdict.CONSISTENT, path="verify.py")
    assert with_exhibits(Verdict.ALTERED, changed, remark) == ("Exhibit 1", "Exhibit 4")


@pytest.mark.parametrize("verdict", [Verdict.ALTERED, Verdict.NOT_CONFIRMED, Verdict.INCOMPLETE])
def test_no_exhibit_is_said_to_fit_a_log_that_does_not_hold_itself(verdict: Verdict) -> None:
    assert with_exhibits(verdict, Finding(FindingKind.LINK, verdict, seq=2)) == ()
