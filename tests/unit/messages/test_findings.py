"""Every finding and every check that a verifier can name has words of its own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest
from msgspec import structs

from app.language import Language
from app.messages import finding_line, report_exit_code, report_lines, verdict_word
from app.messages.findings import CHECKS, FINDINGS
from evidence_store import Check, CheckState, Finding, Receipt, Report, Verdict
from tests.unit.house.tree import ROOT, files

_MAKERS = {"finding", "Finding"}


def kinds_in_code() -> Iterator[str]:
    for under in ("evidence_store", "app/handover"):
        for path in files("*.py", under=under):
            for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in _MAKERS and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value


def kinds_of_the_travelling_verifier() -> set[str]:
    source = (ROOT / "resources/verifier/verify.py").read_text("utf-8")
    table = re.search(r'FINDING_TEXTS = read_texts\(\s*"""(.*?)"""', source, re.DOTALL)
    assert table is not None
    return {line.split(" | ")[0] for line in table[1].strip().split("\n")}


def _name(called: ast.expr) -> str:
    return called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param, ROOT / "resources" / "locales")


@pytest.fixture
def danish() -> Language:
    return Language("da", ROOT / "resources" / "locales")


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
            Check("chain", CheckState.PASSED, 12),
            Check("files", CheckState.FAILED, 3),
            Check("timestamps", CheckState.NOT_CHECKED),
        ),
        receipts=(Receipt("a" * 32, 11, "7K2F 91QD"),),
        matched=matched,
        last=last,
    )


def test_every_finding_has_words() -> None:
    known = set(kinds_in_code()) | kinds_of_the_travelling_verifier()
    assert len(known) > 40
    assert not sorted(known - set(FINDINGS))


def test_every_check_has_words(language: Language) -> None:
    lines = list(report_lines(report(Verdict.CONSISTENT), language))
    assert not [line for line in lines if line.startswith(("chain", "files", "timestamps"))]
    assert {"chain", "files", "timestamps", "objects", "held_heads"} <= set(CHECKS)


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
    assert verdict_word(report(Verdict.ALTERED), danish) == "Ændret"
    for verdict in (Verdict.INCOMPLETE, Verdict.UNREADABLE):
        assert verdict_word(report(verdict), danish) == "Kan ikke kontrolleres"


SHORTER = Finding("head_shorter", Verdict.INCOMPLETE, "a" * 32, seq=9, expected="9", found="6")
GONE = Finding("chain_missing", Verdict.INCOMPLETE, "b" * 32, seq=0)


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


@pytest.mark.parametrize("kind", ["head_other", "object_missing", "receipt", "entry_unreadable"])
def test_where_anything_else_was_found_it_is_no_older_backup(danish: Language, kind: str) -> None:
    verdict = Verdict.ALTERED if kind == "head_other" else Verdict.INCOMPLETE
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
    other = Finding("verifier_other", Verdict.CONSISTENT, path="verify.py")
    made = structs.replace(
        report(Verdict.CONSISTENT, other), checks=(Check("verifier", CheckState.FAILED, 2),)
    )
    lines = "\n".join(report_lines(made, danish))
    assert "verify.py: det er en anden udgave" in lines
    assert "Kontrolprogrammerne i pakken: se bemærkningen ovenfor" in lines
    assert report_exit_code(made) == 0


def test_a_finding_names_its_exhibit_its_entry_and_its_file(danish: Language) -> None:
    found = Finding(
        "file_hash", Verdict.ALTERED, seq=7, exhibit=3, path="data/exhibits/bilag-003.png"
    )
    line = finding_line(found, danish)
    assert line == "Bilag 3, punkt 7, data/exhibits/bilag-003.png: filen er ændret"


def test_a_code_that_fits_nothing_is_not_called_a_change(danish: Language) -> None:
    last = Receipt("a" * 32, 11, "03BC A8E4")
    found = Finding("receipt", Verdict.NOT_CONFIRMED, seq=9)
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
