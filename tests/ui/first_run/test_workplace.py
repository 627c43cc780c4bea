"""Where the workplace has set the folder, the cards say so and offer no other one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.ui.first_run.presenter import FirstRunPresenter, FirstRunStep
from app.ui.first_run.view import FirstRunPage
from app.workplace import Workplace
from tests.fakes.first_run_page import FakePage
from tests.ui.first_run.test_presenter import OWN
from tests.worlds import Desk


def run_with(desk: Desk, page: FakePage, folder: Path) -> FirstRunPresenter:
    workplace = Workplace(folder)
    run = FirstRunPresenter(
        replace(desk.context, workplace=workplace),
        page,
        workplace.vault_file(desk.folder / "Mine" / "min.bevismappe"),
        desk.folder / "hjem",
    )
    run.start()
    return run


def test_the_vault_is_made_where_the_workplace_says_and_nowhere_else(desk: Desk) -> None:
    page = FakePage()
    run = run_with(desk, page, desk.folder / "OneDrive")
    run.choose_folder(desk.folder / "elsewhere")
    run.choose_local_folder()
    assert run.vault == desk.folder / "OneDrive" / "min.bevismappe"
    assert page.fixed == "The folder is set by your workplace."
    assert page.folder is not None
    assert "OneDrive" in page.folder[1], "that a program copies it is told all the same"
    assert not page.local
    run.use_own_words(OWN, OWN)
    assert desk.session.vault is not None
    assert desk.session.vault.path.parent.name == "OneDrive"


def test_a_folder_that_takes_nothing_is_told_before_the_passphrase_is_asked_for(desk: Desk) -> None:
    page = FakePage()
    run = run_with(desk, page, desk.folder / "away" / "set")
    run.go_on()
    assert page.steps[-1] is FirstRunStep.WHERE
    assert str(desk.folder / "away" / "set") in page.problem
    run.use_own_words(OWN, OWN)
    assert "workplace" in page.problem
    assert desk.session.vault is None
    assert not (desk.folder / "away").exists()


@pytest.mark.parametrize("fixed", [True, False])
def test_the_button_for_another_folder_is_there_only_where_one_may_choose(
    desk: Desk, qtbot: object, fixed: bool
) -> None:
    workplace = Workplace(desk.folder / "set" if fixed else None)
    context = replace(desk.context, workplace=workplace)
    page = FirstRunPage(context, workplace.vault_file(desk.folder / "min.bevismappe"), desk.folder)
    card = page.where
    assert card.choose_button.isHidden() is fixed
    assert card.fixed.isHidden() is not fixed
    page.deleteLater()
