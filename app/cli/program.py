"""The command line from its first word to its exit code."""

from __future__ import annotations

import argparse
import gettext
import io
import json
import locale
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import msgspec

from app.actions.open_case import MachineFacts
from app.cli import COMMANDS
from app.cli.answer import Answer
from app.cli.command import Command
from app.cli.desk import Desk, Given, Outcome, Terminal
from app.clock import Clock
from app.language import LANGUAGES, Language
from app.messages import Message, explain
from app.settings import Settings
from app.version import PROGRAM
from evidence_store import HeadMemory

if TYPE_CHECKING:
    from app.capture import Screen

_USAGE = 2
_INTERRUPTED = 130


@dataclass(frozen=True)
class Tools:
    """What the program is given from outside."""

    clock: Clock
    settings: Settings
    resources: Path
    heads: HeadMemory
    machine: MachineFacts
    terminal: Terminal
    open_screen: Callable[[], Screen]
    out: TextIO
    err: TextIO


class UsageError(Exception):
    """The command could not be understood; ``usage`` shows how it is meant."""

    def __init__(self, problem: str, usage: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message, self.format_usage().strip())


def run_program(argv: Sequence[str], tools: Tools) -> int:
    """Understand the words, run the command, print its answer; answers the exit code."""
    _speak_utf8(tools.out, tools.err)
    language = Language(_wanted_language(argv, tools.settings), tools.resources / "locales")
    as_json = "--json" in argv
    command = ""
    try:
        arguments = _parse(argv, language, tools.resources / "locales")
        command = arguments.command
        answer = _command(command).run(arguments, _desk(arguments, language, tools))
    except SystemExit as stop:  # argparse has shown help
        return int(stop.code or 0)
    except KeyboardInterrupt:
        tools.err.write("\n")
        return _INTERRUPTED
    except UsageError as error:
        _print_error(explain(error, language), command, tools, as_json=as_json)
        if not as_json:
            tools.err.write(error.usage + "\n")
        return _USAGE
    except Exception as error:  # noqa: BLE001 - the command line's edge: nothing may end as a traceback
        message = explain(error, language)
        _print_error(message, command, tools, as_json=as_json)
        return message.exit_code
    _print_answer(answer, command, tools.out, as_json=as_json)
    return answer.exit_code


def build_parser(language: Language, locales: Path) -> argparse.ArgumentParser:
    """The parser with all commands and their help in the language."""
    _let_argparse_speak(language, locales)
    text = language.text
    parser = _Parser(
        prog="bevismappe",
        description=text(
            "Keeps sealed screenshots of posts about you, and makes the dossier that each reader "
            "needs. Everything stays on this computer."
        ),
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=PROGRAM, help=text("show the program's version")
    )
    parser.add_argument(
        "--vault", type=Path, metavar="FILE", help=text("the vault; otherwise the one used last")
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help=text("read the passphrase from the first line of this file instead of asking"),
    )
    parser.add_argument(
        "--case",
        default="",
        metavar="ID",
        help=text("number or title of the case; otherwise the only or last used one"),
    )
    parser.add_argument("--lang", choices=LANGUAGES, help=text("language of help and answers"))
    parser.add_argument("--json", action="store_true", help=text("answer with one JSON object"))
    commands = parser.add_subparsers(
        dest="command", required=True, metavar=text("COMMAND"), parser_class=_Parser
    )
    for command in COMMANDS:
        own = commands.add_parser(
            command.NAME,
            help=command.summary(text),
            description=command.summary(text),
            allow_abbrev=False,
        )
        command.configure(own, text)
    return parser


def _parse(argv: Sequence[str], language: Language, locales: Path) -> argparse.Namespace:
    return build_parser(language, locales).parse_args(argv)


def _command(name: str) -> Command:
    return next(command for command in COMMANDS if name == command.NAME)


def _desk(arguments: argparse.Namespace, language: Language, tools: Tools) -> Desk:
    return Desk(
        language=language,
        clock=tools.clock,
        settings=tools.settings,
        resources=tools.resources,
        heads=tools.heads,
        machine=tools.machine,
        terminal=tools.terminal,
        open_screen=tools.open_screen,
        run_command=partial(_run_inside, tools),
        given=Given(
            vault=arguments.vault,
            passphrase_file=arguments.passphrase_file,
            case=arguments.case,
        ),
    )


def _run_inside(tools: Tools, argv: Sequence[str], profile: Path) -> Outcome:
    """Run a command line for another command; its answer comes back as the JSON that it prints."""
    out = io.StringIO()
    inner = replace(
        tools,
        settings=Settings(profile / "settings.ini"),
        heads=HeadMemory(profile / "heads"),
        out=out,
        err=io.StringIO(),
    )
    exit_code = run_program(["--json", *argv], inner)
    return Outcome(exit_code, json.loads(out.getvalue()))


def _wanted_language(argv: Sequence[str], settings: Settings) -> str:
    """``--lang`` wherever it stands, else the setting, else Danish."""
    for position, word in enumerate(argv):
        if word == "--lang" and position + 1 < len(argv) and argv[position + 1] in LANGUAGES:
            return argv[position + 1]
        if word.startswith("--lang=") and word.removeprefix("--lang=") in LANGUAGES:
            return word.removeprefix("--lang=")
    return settings.language if settings.language in LANGUAGES else "da"


def _let_argparse_speak(language: Language, locales: Path) -> None:
    """argparse takes its own words from the process's gettext domain: point that at our catalogue."""
    os.environ["LANGUAGE"] = language.code
    gettext.bindtextdomain("bevismappe", str(locales))
    gettext.textdomain("bevismappe")


def _speak_utf8(*streams: TextIO) -> None:
    """Danish letters get out whatever the terminal's code page; what it cannot show becomes a mark."""
    if locale.getpreferredencoding(do_setlocale=False).lower().replace("-", "") == "utf8":
        return
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _print_answer(answer: Answer, command: str, out: TextIO, *, as_json: bool) -> None:
    if as_json:
        _print_json(
            out,
            {
                "ok": answer.exit_code == 0,
                "command": command,
                "exit_code": answer.exit_code,
                "result": answer.result,
            },
        )
    else:
        out.writelines(line + "\n" for line in answer.lines)


def _print_error(message: Message, command: str, tools: Tools, *, as_json: bool) -> None:
    if as_json:
        _print_json(
            tools.out,
            {
                "ok": False,
                "command": command,
                "exit_code": message.exit_code,
                "error": {"kind": message.kind, "message": message.sentence},
            },
        )
    else:
        tools.err.write(message.sentence + "\n")


def _print_json(out: TextIO, value: dict[str, object]) -> None:
    out.write(msgspec.json.encode(value).decode() + "\n")
