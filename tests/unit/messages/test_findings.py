"""Every finding and every check that a verification can name has words of its own."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from app.language import Language
from app.messages import finding_line, report_exit_code, report_lines, verdict_word
from app.messages.findings import CHECKS, FINDINGS, UNCHECKED
from evidence_store import (
    Check,
    CheckName,
    CheckState,
    Finding,
    FindingKind,
    Receipt,
    Report,
    Unchecked,
    Verdict,
)
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH, ENGLISH


def kinds_of_the_travelling_verifier() -> set[str]:
    source = (ROOT / "resources/verifier/verify.py").read_text("utf-8")
    table = re.search(r'FINDING_TEXTS = read_texts\(\s*"""(.*?)"""', source, re.DOTALL)
    assert table is not None
    return {line.split(" | ")[0] for line in table[1].strip().split("\n")}


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param, ROOT / "resources" / "locales")


@pytest.fixture
def danish() -> Language:
    return DANISH


def report(
    verdict: Verdict,
    *findings: Finding,
    matched: Receipt | None = None,
    last: Receipt | None = None,
) -> Report:
    return Report(
        verdict=verdict,
        findings=findings,
        checks=(
            Check(CheckName.CHAIN, CheckState.PASSED, 12),
            Check(CheckName.FILES, CheckState.FAILED, 3),
            Check(CheckName.TIMESTAMPS, CheckState.NOT_CHECKED),
        ),
        receipts=(Receipt("a" * 32, 11, "7K2F 91QD"),),
        matched=matched,
        last=last,
    )


@pytest.mark.parametrize("code", ["da", "en"])
def test_every_finding_has_words_of_its_own(code: str) -> None:
    language = Language(code, ROOT / "resources" / "locales")
    lines = {kind: finding_line(Finding(kind, Verdict.ALTERED), language) for kind in FindingKind}
    assert all(lines.values())
    assert not [kind for kind, line in lines.items() if line.startswith(kind.value)]
    assert kinds_of_the_travelling_verifier() <= {kind.value for kind in lines}


def test_every_finding_and_check_is_in_danish(danish: Language) -> None:
    english = ENGLISH
    for text in (*FINDINGS.values(), *CHECKS.values(), *UNCHECKED.values()):
        assert danish.text(text) != english.text(text)


@pytest.mark.parametrize("state", CheckState)
@pytest.mark.parametrize("name", CheckName)
def test_every_check_has_words(language: Language, name: CheckName, state: CheckState) -> None:
    told = structs.replace(report(Verdict.CONSISTENT), checks=(Check(name, state, 3),), receipts=())
    line = list(report_lines(told, language))[-1]
    assert line.startswith(f"{language.text(CHECKS[name])}: ")


def test_the_words_that_programs_read_never_change() -> None:
    """They stand in what ``--json`` prints, in the travelling verifiers and in docs/format.md."""
    for closed_set in (FindingKind, CheckName):
        assert [each.value for each in closed_set] == [each.name.lower() for each in closed_set]
    assert [each.value for each in Unchecked] == ["none_held", "not_kept", "cannot be seen"]


def test_unchanged_is_said_only_when_something_outside_confirms_it(danish: Language) -> None:
    alone = report(Verdict.CONSISTENT)
    matched = report(Verdict.CONSISTENT, matched=Receipt("a" * 32, 9, "7K2F 91QD"))
    assert verdict_word(alone, danish) == "Alt passer sammen, men er ikke bekræftet udefra"
    assert verdict_word(matched, danish) == "Uændret til og med punkt 9"
    before, end = Receipt("a" * 32, 10, "7K2F 91QD"), Receipt("a" * 32, 11, "03BC A8E4")
    earlier = report(Verdict.CONSISTENT, matched=before, last=end)
    whole = report(Verdict.CONSISTENT, matched=end, last=end)
    assert verdict_word(earlier, danish) == "Koden passer, men dækker ikke rapporten"
    assert verdict_word(whole, danish) == "Uændret"
    assert verdict_word(report(Verdict.ANCHORED), danish) == "Uændret"


def test_what_is_missing_and_what_cannot_be_read_have_words_of_their_own(danish: Language) -> None:
    assert verdict_word(report(Verdict.ALTERED), danish) == "Noget er ændret"
    assert verdict_word(report(Verdict.INCOMPLETE), danish) == "Noget mangler eller kan ikke læses"
    assert verdict_word(report(Verdict.UNREADABLE), danish) == "Kan ikke kontrolleres"


SHORTER = Finding(
    FindingKind.HEAD_SHORTER, Verdict.INCOMPLETE, "a" * 32, seq=9, expected="9", found="6"
)
GONE = Finding(FindingKind.CHAIN_MISSING, Verdict.INCOMPLETE, "b" * 32, seq=0)


def test_an_older_backup_is_told_as_one_with_what_is_safe_and_what_to_do(danish: Language) -> None:
    older = report(Verdict.INCOMPLETE, SHORTER, GONE)
    word, *lines = report_lines(older, danish)
    assert word == "Alt passer sammen, men de nyeste punkter mangler (INCOMPLETE)"
    happened, safe, advice = lines[2:5]
    assert "4 senere punkter er ikke i den" in happened
    assert "ældre sikkerhedskopi" in happened
    assert safe.startswith("Alt er læst, og alt passer sammen")
    assert "Åbn din nyeste bevismappe" in advice
    assert "mangler slutningen af filen" in advice
    assert report_exit_code(older) == 1
    one = "\n".join(report_lines(report(Verdict.INCOMPLETE, GONE), danish))
    assert "1 senere punkt er ikke i den" in one


def test_a_code_that_fits_an_older_backup_is_told_too(danish: Language) -> None:
    matched = Receipt("a" * 32, 5, "7K2F 91QD")
    lines = "\n".join(report_lines(report(Verdict.INCOMPLETE, SHORTER, matched=matched), danish))
    assert "Kontrolkoden passer til punkt 5" in lines


@pytest.mark.parametrize(
    "kind",
    [
        FindingKind.HEAD_OTHER,
        FindingKind.OBJECT_MISSING,
        FindingKind.RECEIPT,
        FindingKind.ENTRY_UNREADABLE,
    ],
)
def test_where_anything_else_was_found_it_is_no_older_backup(
    danish: Language, kind: FindingKind
) -> None:
    verdict = Verdict.ALTERED if kind is FindingKind.HEAD_OTHER else Verdict.INCOMPLETE
    lines = "\n".join(report_lines(report(verdict, SHORTER, Finding(kind, verdict)), danish))
    assert "sikkerhedskopi" not in lines
    assert "hænger sammen" not in lines.lower()


def test_a_code_of_an_earlier_entry_says_what_it_does_not_cover(danish: Language) -> None:
    before, end = Receipt("a" * 32, 10, "7K2F 91QD"), Receipt("a" * 32, 11, "03BC A8E4")
    lines = "\n".join(report_lines(report(Verdict.CONSISTENT, matched=before, last=end), danish))
    assert "hverken PDF'en eller valget af bilag" in lines
    assert "Bed også om koden til punkt 11." in lines
    lines = "\n".join(report_lines(report(Verdict.CONSISTENT, matched=end, last=end), danish))
    assert "hverken" not in lines
    assert "siden er taget ud" in lines


@pytest.mark.parametrize("verdict", [Verdict.ALTERED, Verdict.INCOMPLETE, Verdict.UNREADABLE])
def test_nothing_is_as_it_was_where_something_was_found(danish: Language, verdict: Verdict) -> None:
    matched = Receipt("a" * 32, 11, "7K2F 91QD")
    lines = "\n".join(report_lines(report(verdict, matched=matched, last=matched), danish))
    assert "som det var" not in lines


def test_remarks_are_told_without_calling_anything_changed(danish: Language) -> None:
    other = Finding(FindingKind.VERIFIER_OTHER, Verdict.CONSISTENT, path="verify.py")
    made = structs.replace(
        report(Verdict.CONSISTENT, other), checks=(Check(CheckName.VERIFIER, CheckState.FAILED, 2),)
    )
    lines = "\n".join(report_lines(made, danish))
    assert "verify.py: det er en anden udgave" in lines
    assert "Kontrolprogrammerne i pakken: se bemærkningen ovenfor" in lines
    assert report_exit_code(made) == 0


def test_a_finding_names_its_exhibit_its_entry_and_its_file(danish: Language) -> None:
    found = Finding(
        FindingKind.FILE_HASH, Verdict.ALTERED, seq=7, exhibit=3, path="data/exhibits/bilag-003.png"
    )
    line = finding_line(found, danish)
    assert line == "Bilag 3, punkt 7, data/exhibits/bilag-003.png: filen er ændret"


def test_a_code_that_fits_nothing_is_not_called_a_change(danish: Language) -> None:
    last = Receipt("a" * 32, 11, "03BC A8E4")
    found = Finding(FindingKind.RECEIPT, Verdict.NOT_CONFIRMED, seq=9)
    package, vault = (report(Verdict.NOT_CONFIRMED, found, last=each) for each in (last, None))
    word = "Koden hører ikke til denne {}, eller er læst forkert"
    assert verdict_word(package, danish) == word.format("pakke")
    assert verdict_word(vault, danish) == word.format("bevismappe")
    lines = "\n".join(report_lines(package, danish))
    assert "ændret" not in lines.lower()


def test_exit_codes_follow_the_verdict() -> None:
    codes = {verdict: report_exit_code(report(verdict)) for verdict in Verdict}
    assert codes == {
        Verdict.ANCHORED: 0,
        Verdict.CONSISTENT: 0,
        Verdict.NOT_CONFIRMED: 1,
        Verdict.INCOMPLETE: 1,
        Verdict.ALTERED: 1,
        Verdict.UNREADABLE: 3,
    }


def test_the_receipt_code_is_always_shown(language: Language) -> None:
    for verdict in Verdict:
        text = "\n".join(report_lines(report(verdict), language))
        assert "7K2F 91QD" in text
