"""Words of a command line: what each comes to be, in which language, and what is left of the process afterwards."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.cli.parsing import TextWanted, UsageError, parse, wanted_language
from app.language import Language
from app.version import PROGRAM
from tests.unit.house.tree import ROOT

LOCALES = ROOT / "resources" / "locales"


def parsed(*argv: str, lang: str = "en") -> dict[str, object]:
    return vars(parse(argv, Language(lang, LOCALES)))


def refused(*argv: str, lang: str = "en") -> UsageError:
    with pytest.raises(UsageError) as caught:
        parsed(*argv, lang=lang)
    return caught.value


def test_what_is_said_before_the_command_is_there_and_has_a_default() -> None:
    assert parsed("list") == {
        "vault": None,
        "passphrase_file": None,
        "case": "",
        "lang": None,
        "json": False,
        "command": "list",
    } | {name: value for name, value in parsed("list").items() if name not in _GENERAL}
    told = parsed(
        "--vault", "v.x", "--passphrase-file", "p", "--case", "2", "--lang", "da", "--json", "list"
    )
    assert {name: told[name] for name in _GENERAL} == {
        "vault": Path("v.x"),
        "passphrase_file": Path("p"),
        "case": "2",
        "lang": "da",
        "json": True,
        "command": "list",
    }


_GENERAL = ("vault", "passphrase_file", "case", "lang", "json", "command")


def test_every_command_is_known_by_its_name() -> None:
    for command in COMMANDS:
        with pytest.raises(TextWanted) as caught:
            parsed(command.NAME, "--help")
        assert caught.value.command == command.NAME
        assert f"usage: bevismappe {command.NAME}" in caught.value.text


def test_help_and_version_are_texts_and_no_errors() -> None:
    with pytest.raises(TextWanted) as caught:
        parsed("--version")
    assert (caught.value.text, caught.value.command) == (PROGRAM, "")
    for words in (["--help"], ["-h"]):
        with pytest.raises(TextWanted) as caught:
            parsed(*words)
        assert caught.value.command == ""
        assert caught.value.text == caught.value.text.strip()
        assert all(command.NAME in caught.value.text for command in COMMANDS)


@pytest.mark.parametrize(
    ("words", "command", "problem"),
    [
        ([], "", "required: COMMAND"),
        (["nothing"], "", "invalid choice: 'nothing'"),
        (["--nothing", "list"], "", "unrecognized arguments: --nothing"),
        (["--vau", "x", "list"], "", "invalid choice: 'x'"),  # a piece of a word is no word
        (["note"], "note", "required: TEXT"),
        (["--lang", "tlh", "list"], "", "invalid choice: 'tlh'"),
        (["--vault"], "", "expected one argument"),
    ],
)
def test_what_is_not_understood_is_told_with_the_right_use_of_that_command(
    words: list[str], command: str, problem: str
) -> None:
    error = refused(*words)
    assert error.command == command
    assert problem in error.problem
    assert error.usage.startswith(f"usage: bevismappe {command}".strip())


def test_argparse_speaks_the_persons_language() -> None:
    assert refused("note", lang="da").usage.startswith("brug: bevismappe note")
    assert refused("note", lang="da").problem != refused("note").problem
    with pytest.raises(TextWanted) as caught:
        parsed("note", "--help", lang="da")
    assert "brug:" in caught.value.text
    assert "show this help" not in caught.value.text


@pytest.mark.parametrize(
    ("words", "english", "danish"),
    [
        (["show"], "the following arguments are required: ID", "disse argumenter mangler: ID"),
        (["list", "a", "b"], "unrecognized arguments: a b", "ukendte argumenter: a b"),
        (
            ["--vault"],
            "argument --vault: expected one argument",
            "--vault: der skal være ét argument",
        ),
        (
            ["incident", "--quote", "--"],
            "argument --quote: expected one argument",
            "--quote: der skal være ét argument",
        ),
        (
            ["list", "--lang", "tlh\n"],
            "argument --lang: invalid choice: 'tlh\\n' (choose from da, en)",
            "--lang: 'tlh\\n' kan ikke vælges (vælg mellem da, en)",
        ),
        (
            ["search", "a", "--limit", "1.5"],
            "argument --limit: invalid int value: '1.5'",
            "--limit: '1.5' kan ikke bruges her",
        ),
        (
            ["capture", "--screen", "1", "--all"],
            "argument --all: not allowed with argument --screen",
            "--all: kan ikke bruges sammen med --screen",
        ),
        (
            ["list", "argument a: expected one argument"],
            "unrecognized arguments: argument a: expected one argument",
            "ukendte argumenter: argument a: expected one argument",
        ),
        # What argparse says besides has no Danish.
        (
            ["list", "--json={x}"],
            "argument --json: ignored explicit argument '{x}'",
            "--json: ignored explicit argument '{x}'",
        ),
    ],
)
def test_what_is_not_understood_is_told_in_words_of_either_language(
    words: list[str], english: str, danish: str
) -> None:
    assert (refused(*words).problem, refused(*words, lang="da").problem) == (english, danish)


@pytest.mark.parametrize(
    ("lang", "usage", "positional", "options"),
    [
        ("en", "usage: bevismappe ", "\npositional arguments:\n  ", "\noptions:\n  -h, --help"),
        ("da", "brug: bevismappe ", "\nargumenter:\n  ", "\ntilvalg:\n  -h, --help"),
    ],
)
def test_help_has_its_headings_in_either_language(
    lang: str, usage: str, positional: str, options: str
) -> None:
    for words in (["--help"], ["note", "--help"]):
        with pytest.raises(TextWanted) as caught:
            parsed(*words, lang=lang)
        text = caught.value.text
        assert text.startswith(usage)
        assert text.count(positional) == text.count(options) == 1


@pytest.mark.parametrize("before", [None, "de"])
def test_the_process_speaks_as_it_did_before(
    before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if before is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", before)
    was = asked()
    parsed("list", lang="da")
    assert asked() == was
    refused("note", lang="da")
    assert asked() == was


def asked() -> tuple[str | None, str, str | None]:
    """What argparse would ask the process for."""
    folder = gettext.bindtextdomain("bevismappe")
    return os.environ.get("LANGUAGE"), gettext.textdomain(), folder


@pytest.mark.parametrize(
    ("argv", "chosen", "expected"),
    [
        ([], "", "da"),
        ([], "en", "en"),
        ([], "tlh", "da"),
        (["--lang", "en"], "da", "en"),
        (["--lang=en", "list"], "da", "en"),
        (["list", "--lang", "en"], "da", "en"),
        (["--lang"], "en", "en"),
        (["--lang", "tlh"], "en", "en"),
        (["--lang", "tlh", "--lang", "en"], "da", "en"),
        (["note", "en"], "da", "da"),
        (["--language", "en"], "da", "da"),
    ],
)
def test_the_language_is_known_before_the_words_are_understood(
    argv: list[str], chosen: str, expected: str
) -> None:
    assert wanted_language(argv, chosen) == expected
