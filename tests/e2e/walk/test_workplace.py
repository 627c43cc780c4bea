"""``init`` obeys the folder that the workplace has set; a folder that was named for the one vault comes first."""

from __future__ import annotations

import io
from pathlib import Path

from app.cli.program import run_program
from app.workplace import Workplace
from tests.e2e.walk.house import House, Ran


def init(house: House, folder: Path, *words: str) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    tools = house.command_tools(out, err, terminal=house.terminal, workplace=Workplace(folder))
    opened = ("--json", "--lang", "en", "--passphrase-file", str(house.passphrase_file))
    code = run_program([*opened, *words, "init"], tools)
    return Ran(code, out.getvalue(), err.getvalue())


def test_a_new_vault_goes_where_the_workplace_says_whatever_was_opened_last(tmp_path: Path) -> None:
    house = House(tmp_path)
    house.ok("init")
    made = init(house, tmp_path / "set")
    assert made.code == 0
    assert made.result["path"] == str(tmp_path / "set" / "min.bevismappe")


def test_a_folder_that_takes_nothing_makes_no_vault(tmp_path: Path) -> None:
    refused = init(House(tmp_path), tmp_path / "away" / "set")
    assert refused.code == 13
    assert refused.answer["error"]["kind"] == "workplace.WorkplaceFolderError"
    assert not (tmp_path / "away").exists()


def test_a_vault_that_is_named_is_made_where_it_is_named(tmp_path: Path) -> None:
    house = House(tmp_path)
    made = init(house, tmp_path / "set", "--vault", str(house.vault))
    assert made.result["path"] == str(house.vault)
