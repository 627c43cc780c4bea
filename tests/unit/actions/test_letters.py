"""Letters are kept where they can be deleted; what is handed over is sealed with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.make_letters import (
    drop_letters,
    hand_over_letter,
    keep_letters,
    kept_letters,
    read_letter_tables,
)
from app.actions.open_case import OpenCase
from app.actions.save_letters import save_letters
from app.casework.kinds.police_report import POLICE_REPORT, PoliceLetter
from app.casework.letters import KeptLetters, Letter, LetterStage, progress_of
from app.vocabulary import PoliceStatus
from tests.unit.actions.acting import assert_state_is_what_is_sealed, captured
from tests.unit.house.tree import ROOT

KEPT = KeptLetters(name="Mette Eks", contact="mette@nordby.example", changed={Letter.POLICE: "Ord"})


def test_what_was_typed_is_kept_outside_the_log_and_deleted_again(case: OpenCase) -> None:
    captured(case)
    sealed = len(case.state.timeline)
    assert kept_letters(case) is None
    keep_letters(case, KEPT, case.clock)
    assert kept_letters(case) == KEPT
    assert len(case.state.timeline) == sealed
    assert_state_is_what_is_sealed(case)
    drop_letters(case)
    assert kept_letters(case) is None


def test_a_letter_that_was_handed_over_is_sealed_with_its_words(case: OpenCase) -> None:
    captured(case)
    hand_over_letter(case, Letter.POLICE, "Det, jeg afleverede", None, case.clock)
    (report,) = case.state.of(POLICE_REPORT)
    assert report.current.facts.status is PoliceStatus.REPORTED
    assert report.current.letter == PoliceLetter(words="Det, jeg afleverede")
    assert report.current.facts.at
    assert progress_of(Letter.POLICE, case.state, None).stage is LetterStage.HANDED_OVER


def test_each_letter_is_a_file_and_none_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "udkast"
    paths = save_letters(folder, {"leder": "Kære leder", "politi": "Til politiet æøå"})
    assert [each.name for each in paths] == ["1 leder.txt", "2 politi.txt"]
    assert paths[1].read_text("utf-8") == "Til politiet æøå\n"
    with pytest.raises(FileExistsError):
        save_letters(folder, {"ny": "Ord", "politi": "Andre ord"})
    assert sorted(each.name for each in folder.iterdir()) == ["1 leder.txt", "2 politi.txt"]
    assert len(read_letter_tables(ROOT / "resources")) == len(Letter)
