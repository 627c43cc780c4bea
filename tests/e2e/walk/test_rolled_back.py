"""An older copy of the vault is put back: it is told, nothing is sealed unseen, and using it has a name."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile

import pytest

from app.settings import Settings
from evidence_store import HeadMemory
from tests.e2e.walk.house import House
from tests.unit.house.tree import ROOT


@pytest.fixture
def rolled_back(house: House) -> House:
    """What a sync program does on a conflict: the file of the day before is back."""
    house.ok("note", "Note 1")
    house.ok("note", "kun for mig", "--private")
    shutil.copy(house.vault, house.folder / "old")
    house.ok("note", "Note 2")
    house.ok("note", "Note 3")
    house.ok("note", "ogsaa for mig", "--private")
    (house.folder / "old").replace(house.vault)
    return house


def _kinds(house: House, *words: str) -> list[str]:
    return [each["kind"] for each in house.run(*words).answer.get("notices", [])]


def test_every_command_tells_what_an_older_copy_lacks(rolled_back: House) -> None:
    ran = rolled_back.run("list")
    assert ran.code == 0
    assert [item["text"] for item in ran.result["items"]] == ["Note 1", "kun for mig"]
    notice = ran.answer["notices"][0]
    assert notice["kind"] == "older"
    assert "3 later entries" in notice["message"]
    assert "restored --accept" in notice["message"]
    assert _kinds(rolled_back, "receipt") == _kinds(rolled_back, "show", "e2") == ["older"]
    said = rolled_back.typed(
        "--lang", "da", "--vault", str(rolled_back.vault),
        "--passphrase-file", str(rolled_back.passphrase_file), "list",
    )  # fmt: skip
    assert "3 senere punkter" in said.err
    assert "det nyeste punkt" in said.err.lower()


def test_nothing_is_saved_in_it_until_it_is_taken_into_use(rolled_back: House) -> None:
    before = rolled_back.vault.read_bytes()
    for words in (
        ["note", "a"],
        ["contact", "--role", "manager", "--name", "Bo"],
        ["case", "--new", "Ny"],
    ):
        ran = rolled_back.run(*words)
        assert (ran.code, ran.answer["error"]["kind"]) == (3, "evidence_store.LookOnlyError")
        assert [each["kind"] for each in ran.answer["notices"]] == ["older"]
    assert rolled_back.vault.read_bytes() == before
    assert rolled_back.run("verify").result["verdict"] == "INCOMPLETE"


def test_it_says_what_is_missing_and_since_when(rolled_back: House) -> None:
    ran = rolled_back.run("restored")
    assert ran.code == 1
    assert ran.result["missing"] == 3
    assert ran.result["since"] == "2026-11-23T13:03:14.042Z"
    assert {(each["kind"], each["missing"], each["forked"]) for each in ran.result["lost"]} == {
        ("evidence", 2, False),
        ("private", 1, False),
    }
    assert "notices" not in ran.answer


def test_using_it_names_the_loss_in_each_log_and_the_check_tells_of_a_fork(
    rolled_back: House,
) -> None:
    accepted = rolled_back.ok("restored", "--accept", "--why", "Gendannet fra backup")["accepted"]
    assert len(accepted) == 2
    rolled_back.ok("note", "efter tilbagerulning")
    ran = rolled_back.run("verify")
    assert (ran.code, ran.result["verdict"]) == (0, "CONSISTENT")
    assert [each["kind"] for each in ran.result["findings"]] == ["named_fork", "named_fork"]
    assert "notices" not in ran.answer
    listed = rolled_back.ok("list")["items"]
    assert [(each["kind"], each["text"]) for each in listed if "older" in each["kind"]] == [
        ("older copy", "Gendannet fra backup"),
        ("older copy", "Gendannet fra backup"),
    ]
    assert len(rolled_back.ok("search", "gendannet")["items"]) == 2
    shown = {part["name"]: part["body"] for part in rolled_back.ok("show", "e3")["parts"]}
    assert shown["facts"]["lost"]["seq"] == 4
    assert shown["person"] is not None
    assert rolled_back.ok("restored")["lost"] == []
    assert rolled_back.ok("restored", "--accept")["accepted"] == []


def test_it_is_offered_where_entries_were_already_written_in_the_lost_places(
    rolled_back: House,
) -> None:
    elsewhere = rolled_back.heads
    # Another computer, which remembers nothing, wrote on in the older copy.
    rolled_back.heads = HeadMemory(rolled_back.folder / "other heads")
    for number in range(4):
        rolled_back.ok("note", f"andet {number}")
    rolled_back.heads = elsewhere
    assert rolled_back.run("verify").result["verdict"] == "ALTERED"
    ran = rolled_back.run("restored")
    assert {(each["kind"], each["forked"]) for each in ran.result["lost"]} == {
        ("evidence", True),
        ("private", False),
    }
    rolled_back.ok("restored", "--accept")
    assert rolled_back.run("verify").result["verdict"] == "CONSISTENT"


def test_an_older_copy_that_is_only_looked_at_is_not_remembered_as_the_last_vault(
    rolled_back: House,
) -> None:
    other = rolled_back.folder / "backup.bevismappe"
    shutil.copy(rolled_back.vault, other)
    settings = rolled_back.folder / "settings.ini"
    before = Settings(settings).vault
    rolled_back.vault = other
    rolled_back.run("list")
    assert Settings(settings).vault == before
    rolled_back.ok("restored", "--accept")
    assert Settings(settings).vault == other


def test_a_package_from_a_restored_case_holds_in_all_verifiers_and_does_not_tell_of_it(
    rolled_back: House,
) -> None:
    rolled_back.ok("restored", "--accept", "--why", "hemmelig grund")
    rolled_back.ok("incident", "--description", "Et opslag om mig")
    package = rolled_back.folder / "p.zip"
    made = rolled_back.ok("handover", "--for", "manager", "--out", str(package))
    checked = rolled_back.run("verify", str(package), "--expect", made["receipt"])
    assert (checked.code, checked.result["verdict"]) == (0, "CONSISTENT")
    with zipfile.ZipFile(package) as bag:
        bag.extractall(rolled_back.folder / "unpacked")
        assert not [name for name in bag.namelist() if b"hemmelig" in bag.read(name)]
        ledger = next(name for name in bag.namelist() if name.endswith("ledger/evidence.txt"))
        assert b'"restored"' not in bag.read(ledger)
    folder = next((rolled_back.folder / "unpacked").iterdir())
    verifiers = ROOT / "resources" / "verifier"
    for command in (
        [sys.executable, "-I", str(verifiers / "verify.py"), str(folder)],
        ["sh", str(verifiers / "verify.sh"), str(folder)],
    ):
        ran = subprocess.run(
            [*command, "--expect", made["receipt"]], capture_output=True, check=False
        )
        assert ran.returncode == 0, ran.stdout.decode() + ran.stderr.decode()


def test_what_cannot_be_written_down_as_the_reason_names_nothing(rolled_back: House) -> None:
    ran = rolled_back.run("restored", "--accept", "--why", "\udcff")
    assert ran.code != 0
    assert json.loads(ran.out)["error"]
    assert rolled_back.run("restored").result["missing"] == 3
