"""The words of a command line become arguments: in the person's language, and without ending the process.

argparse prints and exits by itself, and speaks English unless the process's gettext domain has its words. Here it
raises instead, and what it says is told in the language that is handed in.

Rule: what was typed for an option arrives as it was typed, or the command is refused. argparse takes the first ``--``
that it finds among the words of an option or argument for its own sign, and of a value that is just that it leaves an
empty list. So only the one ``--`` that ends the options is shown to it; each other one is put aside under a name that
nobody can type, and is back before any value is read.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from app.cli import COMMANDS
from app.cli.command import Command, Text
from app.language import LANGUAGES, Language, deferred
from app.version import PROGRAM

_PROGRAM_NAME = "bevismappe"
_ENDS_OPTIONS = "--"
_NEGATIVE = re.compile(r"-\d")
_ASIDE = "\0"  # no word of a command line can hold it
# What stands for a value in the help; where a command names none, any words do.
_ANY_WORDS = deferred("TEXT")
_PLACES = {
    "AMOUNT": deferred("AMOUNT"),
    "CODE": deferred("CODE"),
    "DAY": deferred("DAY"),
    "FILE": deferred("FILE"),
    "ID": deferred("ID"),
    "N": deferred("NUMBER"),
    "PATH": deferred("PATH"),
    "RECIPIENT": deferred("RECIPIENT"),
    "S": deferred("SECONDS"),
    "TIME": deferred("TIME"),
    "TITLE": deferred("TITLE"),
    "X,Y,W,H": deferred("X,Y,W,H"),
    "X,Y,W,H:REASON": deferred("X,Y,W,H:REASON"),
}


class UsageError(Exception):
    """The command could not be understood.

    Attributes:
        problem: what was not understood.
        usage: how the command is meant.
        command: its name, "" where not even that was understood.
    """

    def __init__(self, problem: str, usage: str, command: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.usage = usage
        self.command = command


class TextWanted(Exception):  # noqa: N818 - nothing went wrong: help or version was asked for, and nothing else
    """The person asked for a text about the program.

    Attributes:
        text: what to show.
        command: the command it is about, "" for the program.
    """

    def __init__(self, text: str, command: str) -> None:
        super().__init__()
        self.text = text
        self.command = command


class _Formatter(argparse.HelpFormatter):
    def __init__(self, prog: str, *, language: Language) -> None:
        super().__init__(prog)
        self._usage = language.text("usage: ")

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def __init__(self, *, language: Language, **kwargs: Any) -> None:  # noqa: ANN401 - argparse's own arguments
        super().__init__(**kwargs, formatter_class=partial(_Formatter, language=language))
        self._language = language
        self._positionals.title = language.text("positional arguments")
        self._optionals.title = language.text("options")
        # What begins with a minus and a digit is a value: a region left of the first screen, a note about the frost.
        self._negative_number_matcher = _NEGATIVE

    def error(self, message: str) -> NoReturn:
        said = message.replace(_ASIDE, _ENDS_OPTIONS)
        about = re.fullmatch("argument (.+?): (.+)", said, re.DOTALL)
        if about:
            told = self._language.text("argument {name}: {problem}")
            problem = told.format(name=about[1], problem=self._told(about[2]))
        else:
            problem = self._told(said)
        raise UsageError(problem, self.format_usage().strip(), _command_of(self))

    def _told(self, said: str) -> str:
        """Return in the person's language what argparse said; what is not known here stays English."""
        text = self._language.text
        for pattern, told in (
            ("expected one argument", text("expected one argument")),
            ("expected at least one argument", text("expected at least one argument")),
            ("invalid int value: (.+)", text("invalid int value: {words}")),
            ("not allowed with argument (.+)", text("not allowed with argument {words}")),
            (
                "one of the arguments (.+) is required",
                text("one of the arguments {words} is required"),
            ),
            (
                "the following arguments are required: (.+)",
                text("the following arguments are required: {words}"),
            ),
            ("unrecognized arguments: (.+)", text("unrecognized arguments: {words}")),
        ):
            found = re.fullmatch(pattern, said, re.DOTALL)
            if found:
                return told.format(words="".join(found.groups()))
        return said

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> object:
        if action.option_strings and _ENDS_OPTIONS in arg_strings:
            # As in "--quote -- words": whether that is a value or ends the options, nobody can tell.
            raise argparse.ArgumentError(action, "expected one argument")
        return super()._get_values(action, arg_strings)

    def _get_value(self, action: argparse.Action, arg_string: str) -> object:
        # The words of a command are handed on to its own parser as they are.
        if action.nargs != argparse.PARSER:
            arg_string = arg_string.replace(_ASIDE, _ENDS_OPTIONS)
        return super()._get_value(action, arg_string)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            # argparse's own words, with the choices as they are typed.
            said = self._language.text("invalid choice: {value} (choose from {choices})")
            choices = ", ".join(map(str, action.choices))
            raise argparse.ArgumentError(action, said.format(value=repr(value), choices=choices))


class _ShowHelp(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        raise TextWanted(parser.format_help().strip(), _command_of(parser))


class _ShowVersion(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        raise TextWanted(PROGRAM, _command_of(parser))


def parse(argv: Sequence[str], language: Language) -> argparse.Namespace:
    """Understand the words.

    Args:
        argv: what was typed after the program's name.
        language: of help and errors.

    Raises:
        UsageError: they are not understood.
        TextWanted: help or the version was asked for.
    """
    words = _set_aside(argv)
    # Describing all commands takes longer than most take to run: only those that are named are described at first.
    named = [command for command in COMMANDS if command.NAME in words]
    try:
        return _parser(language, named).parse_args(words)
    except (UsageError, TextWanted) as told:
        if told.command:
            raise
    return _parser(language, COMMANDS).parse_args(words)


def wanted_language(argv: Sequence[str], chosen: str) -> str:
    """``--lang`` wherever it stands, else the language chosen in the settings, else Danish."""
    for word, after in zip(argv, [*argv, ""][1:], strict=True):
        said = after if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and said in LANGUAGES:
            return said
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def _parser(language: Language, described: Sequence[Command]) -> argparse.ArgumentParser:
    text = language.text
    parser = _Parser(
        language=language,
        prog=_PROGRAM_NAME,
        description=text(
            "Keeps sealed screenshots of posts about you, and makes the dossier that each reader "
            "needs. Everything stays on this computer."
        ),
        allow_abbrev=False,
        add_help=False,
    )
    _add_help(parser, language)
    parser.add_argument(
        "--version", action=_ShowVersion, nargs=0, help=text("show the program's version")
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
    for command in described:
        own = commands.add_parser(
            command.NAME,
            language=language,
            help=command.summary(text),
            description=command.summary(text),
            allow_abbrev=False,
            add_help=False,
        )
        _add_help(own, language)
        # Both may stand after the command too; what was said before it holds unless it is said again.
        own.add_argument(
            "--lang",
            choices=LANGUAGES,
            default=argparse.SUPPRESS,
            help=text("language of help and answers"),
        )
        own.add_argument(
            "--json",
            action="store_true",
            default=argparse.SUPPRESS,
            help=text("answer with one JSON object"),
        )
        command.configure(own, text)
        _name_places(own, text)
    _name_places(parser, text)
    return parser


def _name_places(parser: argparse.ArgumentParser, text: Text) -> None:
    """Say in the person's language what stands for a value in the help."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to reach them
        if action.nargs not in (0, argparse.PARSER) and action.choices is None:
            action.metavar = text(_PLACES.get(str(action.metavar), _ANY_WORDS))


def _set_aside(argv: Sequence[str]) -> list[str]:
    """Every ``--`` but the first one that stands alone, by another name; the value of ``--option=--`` too."""
    words: list[str] = []
    for word in argv:
        name, equals, value = word.partition("=")
        if word == _ENDS_OPTIONS and _ENDS_OPTIONS in words:
            words.append(_ASIDE)
        elif word.startswith("--") and value == _ENDS_OPTIONS and _ENDS_OPTIONS not in words:
            words.append(f"{name}{equals}{_ASIDE}")
        else:
            words.append(word)
    return words


def _add_help(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "-h", "--help", action=_ShowHelp, nargs=0, help=language.text("show this help")
    )


def _command_of(parser: argparse.ArgumentParser) -> str:
    return parser.prog.removeprefix(_PROGRAM_NAME).strip()
