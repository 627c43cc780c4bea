"""A sync program or a person puts another file in the vault's place while a command runs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from app.clock import Moment
from app.settings import Settings
from tests.e2e.walk.house import House
from tests.fakes.clock import FakeClock


class InterruptedClock(FakeClock):
    """Something happens when the time is asked: after the vault was opened, before anything is sealed."""

    def __init__(self) -> None:
        super().__init__()
        self.act: Callable[[], object] = lambda: None

    def now(self) -> Moment:
        act, self.act = self.act, lambda: None
        act()
        return super().now()


def _house(folder: Path) -> tuple[House, InterruptedClock]:
    clock = InterruptedClock()
    house = House(folder)
    house.clock = clock
    house.ok("init", "--title", "Synk")
    return house, clock


def test_a_command_whose_vault_is_replaced_says_where_its_note_is(tmp_path: Path) -> None:
    house, clock = _house(tmp_path)
    shutil.copy(house.vault, tmp_path / "old")
    old = house.vault.read_bytes()
    clock.act = lambda: (tmp_path / "old").replace(house.vault)
    ran = house.run("note", "et")
    rescue = house.vault.with_name("test-reddet.bevismappe")
    assert ran.code == 0
    assert [each["kind"] for each in ran.answer["notices"]] == ["rescued"]
    assert str(rescue) in ran.answer["notices"][0]["message"]
    assert house.vault.read_bytes() == old
    assert Settings(tmp_path / "settings.ini").vault == rescue
    house.vault = rescue
    assert [item["text"] for item in house.ok("list")["items"]] == ["et"]
    assert house.run("verify").code == 0


def test_a_person_reads_it_below_the_answer(tmp_path: Path) -> None:
    house, clock = _house(tmp_path)
    clock.act = house.vault.unlink
    ran = house.typed(
        "--lang", "da", "--vault", str(house.vault),
        "--passphrase-file", str(house.passphrase_file), "note", "et",
    )  # fmt: skip
    assert ran.code == 0
    assert "redningsmappen" in ran.err
    assert "test-reddet.bevismappe" in ran.err


def test_where_no_rescue_can_be_made_nothing_is_called_saved(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    house, clock = _house(tmp_path / "in")
    clock.act = lambda: (tmp_path / "in").rename(tmp_path / "away")
    ran = house.run("note", "et")
    assert (ran.code, ran.answer["error"]["kind"]) == (13, "evidence_store.VaultReplacedError")


def test_a_vault_written_over_gets_nothing_more(tmp_path: Path) -> None:
    house, clock = _house(tmp_path)
    older = house.vault.read_bytes()
    for number in range(3):
        house.ok("note", f"{number}")
    clock.act = lambda: house.vault.write_bytes(older)
    ran = house.run("note", "et")
    assert (ran.code, ran.answer["error"]["kind"]) == (13, "evidence_store.VaultWrittenOverError")
    assert house.vault.read_bytes() == older


def test_a_vault_with_another_name_is_remembered_by_it(tmp_path: Path) -> None:
    house, clock = _house(tmp_path)
    other = house.vault.with_name("min egen.bevismappe")
    clock.act = lambda: house.vault.rename(other)
    assert house.run("note", "et").code == 0
    house.vault = other
    assert len(house.ok("list")["items"]) == 1
    assert not list(tmp_path.glob("*reddet*"))
