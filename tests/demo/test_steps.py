"""The demo's commands are typed as a person would, on a vault and with settings of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.language import Language
from demo.errors import (
    DemoError,
    DemoStepError,
    NoCommandError,
    NoVirtualScreenError,
    PostWindowError,
)
from tests.demo.demonstration import Demo
from tests.worlds import RESOURCES


@pytest.fixture
def demo(tmp_path: Path) -> Demo:
    return Demo(tmp_path)


def test_a_step_is_shown_with_its_time_and_its_answer_comes_back(demo: Demo) -> None:
    made = demo.steps.command("init", "--title", "The " + "long " * 20 + "title")
    assert made["case"].startswith("The long")
    (line,) = demo.terminal.said
    assert " ms  bevismappe init --title 'The long" in line
    assert line.endswith("…'")
    assert demo.out.getvalue() == demo.err.getvalue() == ""


def test_vault_settings_and_heads_are_those_of_the_demos_folder(demo: Demo, tmp_path: Path) -> None:
    demo.settings.choose_language("da")
    demo.steps.command("init")
    demo.steps.command("note", "Words", "--about", demo_id(demo))
    assert demo.settings.vault == tmp_path / "demo.bevismappe"
    assert [each.suffix for each in (tmp_path / "profile" / "heads").iterdir()] == [".json"]


def demo_id(demo: Demo) -> str:
    """Something to write a note about."""
    demo.steps.command("capture")
    return "1"


def test_a_step_that_fails_stops_the_demo_with_the_commands_own_words(demo: Demo) -> None:
    demo.steps.command("init")
    with pytest.raises(DemoStepError) as stopped:
        demo.steps.command("note", " ")
    assert stopped.value.step == "note"
    assert "Nothing was saved." in stopped.value.answer


def test_what_is_only_asked_is_not_shown_and_may_fail(demo: Demo) -> None:
    asked = demo.steps.ask("list")
    assert asked.exit_code == 10
    assert asked.answer["error"]["kind"] == "evidence_store.VaultMissingError"
    assert demo.terminal.said == []


@pytest.mark.parametrize("code", ["da", "en"])
@pytest.mark.parametrize(
    "error",
    [
        NoVirtualScreenError(),
        PostWindowError("hidden"),
        NoCommandError("bevismappe", "not there"),
        DemoStepError("note", "no"),
    ],
)
def test_each_error_has_a_sentence_with_its_own_facts(error: DemoError, code: str) -> None:
    said = Language(code, RESOURCES / "locales").text(error.sentence, **vars(error))
    assert all(str(fact) in said for fact in vars(error).values())
    assert "{" not in said
