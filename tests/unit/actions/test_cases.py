"""A case is begun whole or not at all, and a vault that could not get its first case is not left behind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from app.actions.cases import (
    case_chains,
    create_vault,
    list_cases,
    only_case,
    open_case,
    rename_case,
)
from app.actions.open_case import OpenCase
from app.casework import NoSuchCaseError, UnwritableTextError
from app.casework.kinds.case import Author
from evidence_store import EntryId, HeadMemory, Vault, VaultExistsError, WeakPassphraseError
from tests.fakes.clock import FakeClock
from tests.unit.actions.acting import assert_state_is_what_is_sealed
from tests.worlds import MACHINE, begin

UNWRITABLE = "sag \udcff"


def test_a_vault_whose_first_case_cannot_be_begun_is_not_left_behind(tmp_path: Path) -> None:
    heads = HeadMemory(tmp_path / "heads")
    for title, made in ((UNWRITABLE, False), ("Min sag", True)):
        path = tmp_path / "v.bevismappe"
        with suppress(UnwritableTextError):
            create_vault(
                path,
                "hest lampe vindue",
                heads=heads,
                clock=FakeClock(),
                machine=MACHINE,
                title=title,
            )
        assert path.exists() is made
    assert sorted(each.name for each in tmp_path.iterdir()) == ["heads", "v.bevismappe"]


@pytest.mark.parametrize("passphrase", ["a", "sommer2026", "aaaaaaaaaaaaaaaa"])
def test_no_vault_is_made_with_a_passphrase_that_is_guessed_first(
    tmp_path: Path, passphrase: str
) -> None:
    with pytest.raises(WeakPassphraseError):
        create_vault(
            tmp_path / "v.bevismappe",
            passphrase,
            heads=HeadMemory(tmp_path / "heads"),
            clock=FakeClock(),
            machine=MACHINE,
            title="Min sag",
        )
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_there_already_survives_the_attempt(tmp_path: Path) -> None:
    path = tmp_path / "v.bevismappe"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(VaultExistsError):
        create_vault(
            path,
            "hest lampe vindue",
            heads=HeadMemory(tmp_path / "heads"),
            clock=FakeClock(),
            machine=MACHINE,
            title="Min sag",
        )
    assert path.read_text("utf-8") == "mine"


def test_a_case_that_gets_no_title_is_no_case(vault: Vault) -> None:
    with pytest.raises(UnwritableTextError):
        begin(vault, UNWRITABLE)
    assert vault.chains() == ()


def test_a_new_case_has_its_title_and_takes_its_author_along_as_a_first_statement(
    vault: Vault,
) -> None:
    author = Author(name="Mette Eks", workplace="Nordby", corrects=EntryId("f" * 32, 9))
    case = begin(vault, "Sag to", author=author)
    assert case.state.title == "Sag to"
    assert case.state.author == Author(name="Mette Eks", workplace="Nordby")
    assert_state_is_what_is_sealed(case)


def test_cases_are_listed_by_their_newest_title(vault: Vault, case: OpenCase) -> None:
    begin(vault, "Den anden")
    rename_case(case, "Den første", "J-17")
    assert [(each.number, each.title) for each in list_cases(vault)] == [
        (1, "Den første"),
        (2, "Den anden"),
    ]
    assert case.state.local_ref == "J-17"


def test_the_last_used_case_is_meant_or_the_only_one(vault: Vault, case: OpenCase) -> None:
    assert only_case(vault, "") == case.chains.case_id
    second = begin(vault, "Den anden")
    assert only_case(vault, "") == ""
    assert only_case(vault, second.chains.case_id) == second.chains.case_id


def test_a_case_of_another_vault_is_not_opened(vault: Vault, case: OpenCase) -> None:
    opened = open_case(vault, case.chains.case_id, clock=FakeClock(), machine=MACHINE)
    assert opened.state == case.state
    assert case_chains(vault) == (case.chains,)
    with pytest.raises(NoSuchCaseError):
        open_case(vault, "f" * 32, clock=FakeClock(), machine=MACHINE)
