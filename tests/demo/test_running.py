"""The demo's commands run by a program that is installed: the same words, a profile of the demo's own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from demo.errors import NoCommandError
from demo.folder import PROFILE
from demo.running import runs_installed
from demo.steps import Steps
from tests.fakes.terminal import FakeTerminal
from tests.unit.house.tree import ROOT
from tests.worlds import ENGLISH, World


def installed(folder: Path) -> Steps:
    """Steps whose commands are run by this checkout as by a program that is installed."""
    world = World(folder / "other")
    tools = world.command_tools(sys.stdout, sys.stderr, terminal=FakeTerminal())
    command = [sys.executable, str(ROOT / "main.py")]
    return Steps(tools, ENGLISH, folder, runs_installed(command, folder / PROFILE))


def test_the_vault_settings_and_heads_are_the_demos(tmp_path: Path) -> None:
    steps = installed(tmp_path)
    steps.passphrase_file.write_text("hest lampe vindue kaffe papir gulerod\n", "utf-8")
    made = steps.command("init")
    assert made["path"] == str(tmp_path / "demo.bevismappe")
    there = {each.name for each in (tmp_path / PROFILE / "Bevismappe").iterdir()}
    assert there == {"settings.ini", "heads"}
    assert not (tmp_path / "other" / "settings.ini").exists()


def test_a_command_that_fails_says_so_in_its_own_words(tmp_path: Path) -> None:
    asked = installed(tmp_path).ask("list")
    assert asked.exit_code == 10
    assert asked.answer["error"]["kind"] == "evidence_store.VaultMissingError"


@pytest.mark.parametrize(
    "command", [["/not/there"], [sys.executable, "-c", "raise SystemExit('no')"]]
)
def test_a_program_that_does_not_start_is_named(tmp_path: Path, command: list[str]) -> None:
    with pytest.raises(NoCommandError) as stopped:
        runs_installed(command, tmp_path)(["--version"])
    assert stopped.value.command == command[0]
