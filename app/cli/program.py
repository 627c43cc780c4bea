"""One command from its words to its exit code: the edge at which every error becomes a sentence."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import msgspec

from app.cli import COMMANDS
from app.cli.command import Answer
from app.cli.desk import Desk, Given, Tools
from app.cli.parsing import TextWanted, UsageError, parse, wanted_language
from app.cli.printing import print_json, print_lines, speak_utf8
from app.language import Language, LanguageDataError
from app.messages import Notice, explain

_ABOUT = {"-h", "--help", "--version"}


class ShownText(msgspec.Struct, frozen=True):
    """The result of ``--help`` and ``--version``."""

    text: str


def run_program(argv: Sequence[str], tools: Tools) -> int:
    """Understand the words, run the command, print its answer; answers the exit code."""
    speak_utf8(tools.out, tools.err)
    locales = tools.resources / "locales"
    edge = _Edge(Language("en", locales), tools, as_json="--json" in argv)
    try:
        edge.language = _language(argv, tools, locales)
        arguments = parse(argv, edge.language)
        edge.command = arguments.command
        desk = _desk(arguments, edge.language, tools)
        edge.notices = desk.notices
        command = next(each for each in COMMANDS if arguments.command == each.NAME)
        return edge.done(command.run(arguments, desk))
    except TextWanted as wanted:
        edge.command = wanted.command
        return edge.done(
            Answer(lines=tuple(wanted.text.split("\n")), result=ShownText(wanted.text))
        )
    except UsageError as error:
        edge.command = error.command
        return edge.failed(error, error.usage)
    except EOFError:
        # The person ended the input at the question for the passphrase: that is the same wish.
        return edge.failed(KeyboardInterrupt())
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - nothing may end as a traceback
        return edge.failed(error)


def _language(argv: Sequence[str], tools: Tools, locales: Path) -> Language:
    """The person's own; English for a text about the program where the catalogue was not built."""
    try:
        return Language(wanted_language(argv, tools.settings.language), locales)
    except LanguageDataError:
        if _ABOUT.isdisjoint(argv):
            raise
        return Language("en", locales)


def _desk(arguments: argparse.Namespace, language: Language, tools: Tools) -> Desk:
    return Desk(
        tools,
        language=language,
        given=Given(
            vault=arguments.vault,
            passphrase_file=arguments.passphrase_file,
            case=arguments.case,
        ),
    )


class _Edge:
    """Where an answer or an error leaves the program.

    Attributes:
        language: of sentences; English until the person's own could be opened.
        command: the command's name, "" until it was understood.
        notices: what else is told of the vault, whatever became of the command.
    """

    def __init__(self, language: Language, tools: Tools, *, as_json: bool) -> None:
        self.language = language
        self.command = ""
        self.notices: list[Notice] = []
        self._out = tools.out
        self._err = tools.err
        self._log = tools.log
        self._as_json = as_json

    def done(self, answer: Answer) -> int:
        """Print the answer; answers its exit code. Raises OSError: the stream does not take it."""
        if self._as_json:
            self._print_object(answer.exit_code, {"result": answer.result})
        else:
            print_lines(self._out, *answer.lines)
            self._print_notices()
        return answer.exit_code

    def failed(self, error: BaseException, *more: str) -> int:
        """Print the sentence of an error and what else helps; answers its exit code."""
        if not isinstance(error, UsageError | KeyboardInterrupt):
            self._log.note(error)
        message = explain(error, self.language, typed=True)
        if self._as_json:
            said = {"kind": message.kind, "message": message.sentence}
            self._print_object(message.exit_code, {"error": said})
        else:
            print_lines(self._err, message.sentence, *more)
            self._print_notices()
        return message.exit_code

    def _print_notices(self) -> None:
        if self.notices:
            print_lines(self._err, *(each.message for each in self.notices))

    def _print_object(self, exit_code: int, what: dict[str, object]) -> None:
        answer = {"ok": exit_code == 0, "command": self.command, "exit_code": exit_code}
        told = {"notices": self.notices} if self.notices else {}
        print_json(self._out, {**answer, **what, **told})
