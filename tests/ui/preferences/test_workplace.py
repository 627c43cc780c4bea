"""Where the workplace has set the folder of vaults, a vault is moved there and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.ui.preferences.care import VaultCare
from app.ui.preferences.care_model import Care, CareField
from app.ui.preferences.view import PreferencesPage
from app.workplace import Workplace
from tests.ui.preferences.test_care import FakePage
from tests.worlds import Desk


def care_of(desk: Desk, folder: Path) -> tuple[VaultCare, FakePage]:
    page = FakePage()
    care = VaultCare(replace(desk.context, workplace=Workplace(folder)), page)
    care.refresh()
    care.begin(Care.MOVE)
    return care, page


def test_it_is_moved_there(desk: Desk) -> None:
    care, page = care_of(desk, desk.folder / "set")
    assert not page.facts.in_place
    care.move(desk.folder / "set")
    assert desk.case.vault.path.parent == desk.folder / "set"
    assert page.facts.in_place


def test_no_other_folder_is_taken(desk: Desk) -> None:
    care, page = care_of(desk, desk.folder / "set")
    (desk.folder / "other").mkdir()
    care.move(desk.folder / "other")
    assert page.complaints == {CareField.FOLDER: "The folder is set by your workplace."}
    assert desk.case.vault.path.parent == desk.folder


def test_a_folder_that_takes_nothing_is_told_and_the_vault_stays(desk: Desk) -> None:
    care, page = care_of(desk, desk.folder / "away" / "set")
    care.move(desk.folder / "away" / "set")
    assert "Your workplace has set the folder" in page.complaints[CareField.FOLDER]
    assert desk.case.vault.path.parent == desk.folder


def test_the_settings_and_the_form_name_who_has_set_it(desk: Desk, qtbot: object) -> None:
    for folder, said in (
        (desk.folder, "The folder is set by your workplace."),
        (desk.folder / "set", f"Your workplace has set another folder: {desk.folder / 'set'}"),
    ):
        page = PreferencesPage(replace(desk.context, workplace=Workplace(folder)))
        assert said in page.rows.rows[Care.MOVE.value].words()
        page.care.begin(Care.MOVE)
        form = page.care_page.form
        assert form is not None
        assert form.primary.text() == "Move it to that folder"
        assert form.primary.isEnabled() is (folder != desk.folder)
        page.deleteLater()
