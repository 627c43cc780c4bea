"""Guidance in a report: chosen by who reads it, with source and day, amber where it is not sure, and no advice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from app.dossier import Choices, Dossier, DossierAround, compose
from app.dossier.pages import look
from app.dossier.pages.guidance import put_guidance
from app.dossier.pages.sheet import Sheets, SheetWords
from app.dossier.pages.typefaces import Typefaces
from app.dossier.policy import Policy
from app.guidance import GuidanceNote, Origin, Standing
from app.language import Wording
from app.packs import in_force, read_builtin
from tests.unit.dossier.composing import CONSULTANT, ENGLISH, MANAGER
from tests.unit.dossier.sample_case import FONTS, MADE_AT, SampleCase, small_case
from tests.worlds import RESOURCES

NOTES = in_force(read_builtin(RESOURCES)).notes
LATER = datetime(2029, 1, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def case() -> SampleCase:
    return small_case()


def told(
    case: SampleCase,
    policy: Policy = CONSULTANT,
    made_at: datetime = MADE_AT,
    notes: tuple[Standing[GuidanceNote], ...] = NOTES,
) -> Dossier:
    return compose(
        case.state, policy, Choices(), ENGLISH, case.receipt, made_at, around=DossierAround(notes)
    )


def amber(dossier: Dossier) -> str:
    """The words that are printed in amber."""
    sheets = Sheets(Typefaces(FONTS), lambda: None)
    put_guidance(sheets, dossier, ENGLISH)
    runs = (
        run
        for page in sheets.pages
        for mark in page
        if isinstance(mark, SheetWords)
        for run in mark.line.runs
    )
    return "".join(str(run.text) for run in runs if run.colour == look.AMBER)


def test_each_reader_is_told_what_is_for_them(case: SampleCase) -> None:
    manager = {each.title for each in told(case, MANAGER).guidance}
    consultant = {each.title for each in told(case).guidance}
    assert "It is for the workplace to help" in manager & consultant
    assert "The five weeks no longer hold" in consultant - manager
    assert "Quick contact often works" in manager - consultant
    assert "Your diagnosis is your own" not in manager | consultant


def test_each_text_has_its_source_and_day_and_only_what_is_not_sure_a_mark(
    case: SampleCase,
) -> None:
    dossier = told(case)
    assert all("checked" in each.source for each in dossier.guidance)
    marked = {each.title: each.doubt for each in dossier.guidance if each.care}
    assert "Three days from 1 July 2026" in marked
    assert all(marked.values())
    assert "The five weeks no longer hold" not in marked
    assert "not confirmed" in amber(dossier)


def test_long_after_it_was_made_all_of_it_is_amber(case: SampleCase) -> None:
    dossier = told(case, made_at=LATER)
    assert dossier.guidance
    assert all(each.care == "out of date" and each.doubt for each in dossier.guidance)
    assert amber(dossier).count("out of date") == len(dossier.guidance)


def test_of_a_pack_that_has_run_out_only_its_own_texts_are_amber(case: SampleCase) -> None:
    yesterday = MADE_AT.date() - timedelta(days=1)
    pack = Origin("En forening", Wording("Pakke", "Pack"), 2, yesterday)
    (own,) = (each for each in NOTES if each.piece.id == "five_weeks")
    (printed,) = told(case, notes=(replace(own, origin=pack),)).guidance
    assert printed.care == "out of date"
    assert printed.source.endswith("From the pack of En forening")
    (printed,) = told(case, notes=(own,)).guidance
    assert printed.care == ""


@pytest.mark.parametrize("policy", [MANAGER, CONSULTANT])
def test_without_guidance_there_is_no_section_and_the_case_says_the_same(
    case: SampleCase, policy: Policy
) -> None:
    without = told(case, policy, notes=())
    assert without.guidance == ()
    assert replace(told(case, policy), guidance=()) == without


def test_a_text_that_holds_no_more_is_not_printed(case: SampleCase) -> None:
    (own,) = (each for each in NOTES if each.piece.id == "five_weeks")
    past = replace(own, piece=replace(own.piece, valid_to=date(2020, 1, 1)))
    assert told(case, notes=(past,)).guidance == ()
