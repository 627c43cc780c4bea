"""What each recipient is told, whole: every sentence, row, omission and opened part, as it was agreed on."""

from __future__ import annotations

import pytest

from tests.unit.dossier.golden import CHOICES, FOLDER, as_text, dossiers


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    return {name: as_text(dossier).splitlines() for name, dossier in dossiers()}


@pytest.mark.parametrize("name", CHOICES)
def test_a_dossier_says_what_it_said(texts: dict[str, list[str]], name: str) -> None:
    """After a change that is meant: python -m tests.unit.dossier.golden, and look at the difference."""
    assert texts[name] == (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_every_frozen_dossier_is_still_made() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(CHOICES)
