"""What each recipient is told, whole: every sentence, row, omission and opened part, as it was agreed on."""

from __future__ import annotations

import pytest

from tests.unit.dossier.golden import CHOICES, FOLDER, as_text, dossier_of, rich_case
from tests.unit.dossier.sample_case import SampleCase


@pytest.fixture(scope="module")
def case() -> SampleCase:
    return rich_case()


@pytest.mark.parametrize("name", CHOICES)
def test_a_dossier_says_what_it_said(case: SampleCase, name: str) -> None:
    """After a change that is meant: python -m tests.unit.dossier.golden, and look at the difference."""
    before = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert as_text(dossier_of(case, name)).splitlines() == before.splitlines()


def test_every_frozen_dossier_is_still_made() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(CHOICES)
