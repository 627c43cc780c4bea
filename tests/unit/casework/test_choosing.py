"""Which case an act is for."""

from __future__ import annotations

import pytest

from app.casework import CaseLine, NoSuchCaseError, SeveralCasesError, choose_case

ONE = CaseLine(number=1, case_id="1" * 32, title="Opslag i Gruppen")
TWO = CaseLine(number=2, case_id="2" * 32, title="Anmeldelse")
NAMESAKE = CaseLine(number=3, case_id="3" * 32, title="anmeldelse")


@pytest.mark.parametrize("wanted", ["2", "2" * 32, "Anmeldelse", "ANMELDELSE"])
def test_a_case_is_chosen_by_number_id_or_title(wanted: str) -> None:
    assert choose_case([ONE, TWO], wanted, last=ONE.case_id) == TWO


def test_without_a_wish_it_is_the_one_used_last() -> None:
    assert choose_case([ONE, TWO], "", last=TWO.case_id) == TWO


def test_without_a_wish_the_only_one_will_do() -> None:
    assert choose_case([ONE], "", last="") == ONE
    assert choose_case([ONE], "", last="gone") == ONE


def test_several_that_fit_have_to_be_told_apart() -> None:
    with pytest.raises(SeveralCasesError) as by_title:
        choose_case([ONE, TWO, NAMESAKE], "Anmeldelse", last=ONE.case_id)
    with pytest.raises(SeveralCasesError) as none_used:
        choose_case([ONE, TWO, NAMESAKE], "", last="")
    assert (by_title.value.count, none_used.value.count) == (2, 3)


@pytest.mark.parametrize("wanted", ["4", "Ukendt", "1" * 31])
def test_a_wish_that_fits_nothing_is_refused(wanted: str) -> None:
    with pytest.raises(NoSuchCaseError) as caught:
        choose_case([ONE, TWO], wanted, last=ONE.case_id)
    assert caught.value.wanted == wanted


def test_without_cases_there_is_nothing_to_choose() -> None:
    with pytest.raises(NoSuchCaseError):
        choose_case([], "", last="")
