"""From words to an exit code: whatever a command does comes out as lines or one object, and never as a traceback."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import msgspec
import pytest

from app.capture import Screen
from app.cli import program
from app.cli.command import Answer
from app.cli.desk import Desk
from app.cli.program import run_program
from app.messages import Notice
from app.version import PROGRAM
from evidence_store import VaultMissingError
from tests.fakes.keys import QUICK_KEYS
from tests.worlds import MACHINE, World


class Given(msgspec.Struct, frozen=True):
    words: str


Run = Callable[[argparse.Namespace, Desk], Answer]


class Line(World):
    """The program with one command, ``try``, that does what the test says."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self.run_try: Run = lambda _arguments, _desk: Answer((), Given(""))
        command = SimpleNamespace(
            NAME="try",
            summary=lambda text: text("write a note"),
            configure=lambda parser, _text: parser.add_argument("words", nargs="*"),
            run=self._run,
        )
        monkeypatch.setattr(program, "COMMANDS", (command,))
        monkeypatch.setattr("app.cli.parsing.COMMANDS", (command,))

    def _run(self, arguments: argparse.Namespace, desk: Desk) -> Answer:
        return self.run_try(arguments, desk)  # the one that stands there by then

    def typed(self, *argv: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        out, err = io.StringIO(), io.StringIO()
        code = run_program(
            argv, self.command_tools(out, err, open_screen=no_screen, settings=self.settings)
        )
        return code, out.getvalue(), err.getvalue()

    def told(self, *argv: str) -> dict[str, Any]:
        """The object that ``--json`` gives; nothing else may be said."""
        code, out, err = self.typed("--json", *argv)
        assert err == ""
        answer: dict[str, Any] = json.loads(out)
        assert answer["exit_code"] == code
        assert answer["ok"] is (code == 0)
        return answer


def no_screen() -> Screen:
    raise AssertionError("nobody looks at the screen here")


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Line:
    return Line(tmp_path, monkeypatch)


def raising(error: BaseException) -> Run:
    def run(_arguments: argparse.Namespace, _desk: Desk) -> NoReturn:
        raise error

    return run


def test_an_answer_is_lines_for_people_and_one_object_for_programs(line: Line) -> None:
    line.run_try = lambda arguments, _desk: Answer(
        lines=("en", "to"), result=Given(" ".join(arguments.words)), exit_code=1
    )
    assert line.typed("try", "a", "b") == (1, "en\nto\n", "")
    assert line.told("try", "a", "b") == {
        "ok": False,
        "command": "try",
        "exit_code": 1,
        "result": {"words": "a b"},
    }
    line.run_try = lambda _arguments, _desk: Answer((), Given(""))
    assert line.told("try")["ok"] is True


def test_an_error_is_one_sentence_and_a_code(line: Line) -> None:
    line.run_try = raising(VaultMissingError(Path("v.bevismappe")))
    code, out, err = line.typed("--lang", "en", "try")
    assert (code, out) == (10, "")
    assert "v.bevismappe" in err
    answer = line.told("--lang", "en", "try")
    assert answer["error"] == {
        "kind": "evidence_store.VaultMissingError",
        "message": err.rstrip("\n"),
    }
    assert "result" not in answer


@pytest.mark.parametrize(
    "error", [ValueError("x"), AssertionError(), RecursionError(), MemoryError()]
)
def test_what_nobody_foresaw_is_a_sentence_too(line: Line, error: Exception) -> None:
    line.run_try = raising(error)
    code, out, err = line.typed("--lang", "en", "try")
    assert (code, out) == (70, "")
    assert type(error).__name__ in err
    assert "Traceback" not in err
    assert line.told("try")["error"]["kind"] == "unforeseen"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError()])
def test_an_interrupted_command_and_input_that_ended_are_the_same_wish(
    line: Line, error: BaseException
) -> None:
    line.run_try = raising(error)
    answer = line.told("try")
    assert (answer["error"]["kind"], answer["command"]) == ("KeyboardInterrupt", "try")
    assert answer["exit_code"] == 130


def test_words_that_are_not_understood_are_told_with_how_they_are_meant(line: Line) -> None:
    code, out, err = line.typed("--lang", "en", "try", "--nothing")
    assert (code, out) == (2, "")
    assert "--nothing" in err
    assert "usage: bevismappe" in err
    for words in (["nothing"], []):
        assert line.told(*words)["exit_code"] == 2
        assert line.told(*words)["command"] == ""


def test_help_and_version_are_answers(line: Line) -> None:
    assert line.typed("--version") == (0, f"{PROGRAM}\n", "")
    assert line.told("--version")["result"] == {"text": PROGRAM}
    assert line.told("--version")["command"] == ""
    answer = line.told("--lang", "en", "try", "--help")
    assert answer["command"] == "try"
    assert "write a note" in answer["result"]["text"]
    code, out, _ = line.typed("--lang", "en", "try", "--help")
    assert (code, out) == (0, answer["result"]["text"] + "\n")


def test_the_language_is_the_one_that_was_typed_or_else_chosen(line: Line) -> None:
    line.run_try = lambda _arguments, desk: Answer((desk.language.code,), Given(""))
    assert line.typed("try")[1] == "da\n"
    line.settings.choose_language("en")
    assert line.typed("try")[1] == "en\n"
    assert line.typed("--lang", "da", "try")[1] == "da\n"


def test_what_was_said_before_the_command_lies_on_its_desk(line: Line) -> None:
    desks: list[Desk] = []

    def keep(_arguments: argparse.Namespace, desk: Desk) -> Answer:
        desks.append(desk)
        return Answer((), Given(""))

    line.run_try = keep
    line.typed("--vault", "v.x", "--passphrase-file", "p", "--case", "2", "try")
    (desk,) = desks
    given = desk.given
    assert (given.vault, given.passphrase_file, given.case) == (Path("v.x"), Path("p"), "2")
    assert desk.vault_path == Path("v.x")
    assert (desk.parameters, desk.machine, desk.settings) == (QUICK_KEYS, MACHINE, line.settings)


def test_what_is_to_be_told_of_the_vault_comes_with_answers_and_errors(line: Line) -> None:
    def tell(_arguments: argparse.Namespace, desk: Desk) -> Answer:
        desk.notices.append(Notice("kind", "Husk det."))
        if _arguments.words:
            raise VaultMissingError(Path("v.bevismappe"))
        return Answer(("svar",), Given(""))

    line.run_try = tell
    assert line.typed("try") == (0, "svar\n", "Husk det.\n")
    assert line.typed("try", "x")[2].endswith("Husk det.\n")
    for words in (["try"], ["try", "x"]):
        assert line.told(*words)["notices"] == [{"kind": "kind", "message": "Husk det."}]
    line.run_try = lambda _arguments, _desk: Answer((), Given(""))
    assert "notices" not in line.told("try")
