"""What can be counted has the same limits here and in the verifier that travels, or they would answer unlike."""

from __future__ import annotations

from pathlib import Path

from app.handover import check_bag, check_log, layout, zip_members, zip_tree
from evidence_store import bodies, ledger_text
from tests.e2e.package.verifiers import load_verify_py

ROOT = Path(__file__).parents[3]


def test_the_limits_are_those_of_the_travelling_verifier() -> None:
    theirs = load_verify_py()
    ours = {
        "MAX_LINE": check_log._LONGEST_LINE,
        "MAX_LEDGER": check_log._LARGEST_LEDGER,
        "MAX_ENTRIES": check_log._MAX_ENTRIES,
        "MAX_TARGETS": check_log._MAX_TARGETS,
        "MAX_PARTS": ledger_text.MAX_PARTS,
        "MAX_FILES": layout.MAX_FILES,
        "MAX_ZIP": zip_tree._MAX_SIZE,
        "MAX_TAG_FILE": check_bag._LONGEST,
        "MAX_DEPTH": bodies.MAX_DEPTH,
        "MAX_INT": bodies.MAX_INT,
    }
    assert ours == {name: getattr(theirs, name) for name in ours}


def test_the_limits_are_those_that_readers_are_told() -> None:
    told = (ROOT / "docs" / "verify.md").read_text("utf-8")
    assert f"{layout.MAX_FILES:,} names" in told
    assert f"{check_log._MAX_ENTRIES:,} entries" in told
    assert f"{check_log._LARGEST_LEDGER >> 20} MiB of log" in told
    assert zip_members._LARGEST_LIST == 64 << 20
