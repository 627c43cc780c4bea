"""docs/format.md tells strangers every check and every finding, with the verdict that the code gives it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, cast

import pytest

from app.handover.checks import CHECK_OF, KINDS
from app.handover.layout import _EXTENSIONS, _OTHER
from app.messages import verdict_word
from evidence_store import Check, CheckName, CheckState, FindingKind, Receipt, Report, Verdict
from tests.e2e.package.verifiers import VERIFY_SH, load_verify_py
from tests.unit.house.tree import ROOT
from tests.worlds import DANISH, ENGLISH

PAGE = (ROOT / "docs" / "format.md").read_text("utf-8")
CODE = sorted([*(ROOT / "app/handover").glob("*.py"), *(ROOT / "evidence_store").glob("*.py")])


def section(title: str) -> str:
    return PAGE.split(f"\n### {title}\n", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]


def rows(title: str) -> list[list[str]]:
    lines = [line for line in section(title).splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


_LAST = Receipt("a" * 32, 9, "")
FINDINGS = {cells[0].strip("`"): cells for cells in rows("Findings")}


def verdicts_of(kind: str) -> set[str]:
    return set(FINDINGS[kind][4].split(", "))


def test_every_kind_of_finding_has_its_row() -> None:
    assert len(FINDINGS) == len(rows("Findings"))
    assert set(FINDINGS) == {kind.value for kind in FindingKind}
    assert all(len(cells) == 5 for cells in FINDINGS.values())


def test_every_check_has_its_row_and_every_finding_of_a_package_its_check() -> None:
    assert [cells[0].strip("`") for cells in rows("Checks")][: len(KINDS)] == list(KINDS)
    of_packages = {kind for kind, cells in FINDINGS.items() if "P" in cells[1]}
    assert of_packages == {kind.value for kind in CHECK_OF}
    told = {cells[0].strip("`") for cells in rows("Checks")}
    assert told == {check.value for check in CheckName}
    for kind, check in CHECK_OF.items():
        assert FINDINGS[kind][2].split(" ")[0] == f"`{check}`", kind
    for cells in FINDINGS.values():
        assert set(re.findall("`([a-z_]+)`", cells[2])) <= told


def verdicts_in_code() -> Iterator[tuple[str, str]]:
    """Each kind with the verdicts that stand in the same call; a call that names none says ALTERED."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or "Error" in ast.unparse(node.func):
                continue
            named = [
                (each.value.id, each.attr)
                for argument in (*node.args, *(each.value for each in node.keywords))
                for each in ast.walk(argument)
                if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name)
            ]
            kinds = [name for owner, name in named if owner == "FindingKind"]
            verdicts = {name for owner, name in named if owner == "Verdict"} or {"ALTERED"}
            called = ast.unparse(node.func).rpartition(".")[2]
            if len(kinds) == 1 and called in {"Finding", "finding", "file_finding", "note"}:
                yield from ((FindingKind[kinds[0]].value, Verdict[each].value) for each in verdicts)


def test_each_finding_has_the_verdicts_that_the_code_gives_it() -> None:
    seen = set(verdicts_in_code())
    assert len({kind for kind, _ in seen}) > 45
    assert {pair for pair in seen if pair[1] not in verdicts_of(pair[0])} == set()
    alone = {kind for kind, cells in FINDINGS.items() if cells[4] == "UNREADABLE"}
    raised = set(
        re.findall(
            r"UnreadablePackageError\(\s*FindingKind\.([A-Z_]+)",
            "".join(p.read_text("utf-8") for p in CODE),
        )
    )
    assert {FindingKind[each].value for each in raised} <= alone


def test_the_page_gives_each_media_type_its_extension() -> None:
    table = {
        media_type: extension
        for extension, media_type in re.findall(
            r"\| `([a-z0-9]+)` \| `([a-z]+/[a-z0-9.+-]+)` ", PAGE
        )
    }
    assert table == _EXTENSIONS
    assert f"| `{_OTHER}` | every other |" in PAGE


@pytest.mark.parametrize(
    "verdict", [Verdict.INCOMPLETE, Verdict.ALTERED, Verdict.UNREADABLE, Verdict.NOT_CONFIRMED]
)
def test_what_the_three_verifiers_say_is_one_set_of_words(verdict: Verdict) -> None:
    checks = (Check(CheckName.BAG, CheckState.PASSED),)
    report = Report(verdict, (), checks, (), last=_LAST)
    danish, english = verdict_word(report, DANISH), verdict_word(report, ENGLISH)
    assert f"| {verdict} | {danish} | {english} |" in section("Words")
    assert cast("Any", load_verify_py()).VERDICT_TEXTS[verdict] == (danish, english)
    assert f"\nverdict {verdict} | {danish} | {english}\n" in VERIFY_SH.read_text("utf-8")


def test_the_limits_of_the_page_are_those_of_the_code() -> None:
    limits = PAGE.split("\n## Limits\n")[1]
    verifier = load_verify_py()
    for name, form in (("MAX_ENTRIES", "{:,}"), ("MAX_FILES", "{:,}"), ("MAX_ZIP", "{:,}"), ("MAX_PARTS", "{}"),
                       ("MAX_NAME", "{} bytes"), ("MAX_TARGETS", "{:,}")):  # fmt: skip
        assert form.format(getattr(verifier, name)) in limits, name
