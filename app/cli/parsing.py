"""The words of a command line become arguments: in the person's language, and without ending the process.

argparse prints and exits by itself, and takes its own words from the process's gettext domain. Here it raises
instead, and the domain is ours only while it works.

Rule: what was typed for an option arrives as it was typed, or the command is refused. argparse takes the first ``--``
that it finds among the words of an option or argument for its own sign, and of a value that is just that it leaves an
empty list. So only the one ``--`` that ends the options is shown to it; each other one is put aside under a name that
nobody can type, and is back before any value is read.
"""

from __future__ import annotations

import argparse
import gettext
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from app.cli import COMMANDS
from app.language import LANGUAGES, Language
from app.version import PROGRAM

_PROGRAM_NAME = "bevismappe"
_ENDS_OPTIONS = "--"
_NEGATIVE = re.compile(r"-\d")
_ASIDE = "\0"  # no word of a command line can hold it


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


class _Parser(argparse.ArgumentParser):
    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 - argparse's own arguments
        super().__init__(**kwargs)
        # What begins with a minus and a digit is a value: a region left of the first screen, a note about the frost.
        self._negative_number_matcher = _NEGATIVE

    def error(self, message: str) -> NoReturn:
        said = message.replace(_ASIDE, _ENDS_OPTIONS)
        raise UsageError(said, self.format_usage().strip(), _command_of(self))

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> object:
        if action.option_strings and _ENDS_OPTIONS in arg_strings:
            # As in "--quote -- words": whether that is a value or ends the options, nobody can tell.
            raise argparse.ArgumentError(action, gettext.gettext("expected one argument"))
        return super()._get_values(action, arg_strings)

    def _get_value(self, action: argparse.Action, arg_string: str) -> object:
        # The words of a command are handed on to its own parser as they are.
        if action.nargs != argparse.PARSER:
            arg_string = arg_string.replace(_ASIDE, _ENDS_OPTIONS)
        return super()._get_value(action, arg_string)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is not None and value not in action.choices:
            # argparse's own words, with the choices as they are typed.
            said = gettext.gettext("invalid choice: %(value)r (choose from %(choices)s)")
            choices = ", ".join(map(str, action.choices))
            raise argparse.ArgumentError(action, said % {"value": value, "choices": choices})


class _ShowHelp(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        raise TextWanted(parser.format_help().strip(), _command_of(parser))


class _ShowVersion(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        raise TextWanted(PROGRAM, _command_of(parser))


def parse(argv: Sequence[str], language: Language, locales: Path) -> argparse.Namespace:
    """Understand the words.

    Args:
        argv: what was typed after the program's name.
        language: of help and errors.
        locales: folder of the catalogues, for argparse's own words.

    Raises:
        UsageError: they are not understood.
        TextWanted: help or the version was asked for.
    """
    with _argparse_speaking(language, locales):
        return _parser(language).parse_args(_set_aside(argv))


def wanted_language(argv: Sequence[str], chosen: str) -> str:
    """``--lang`` wherever it stands, else the language chosen in the settings, else Danish."""
    for word, after in zip(argv, [*argv, ""][1:], strict=True):
        said = after if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and said in LANGUAGES:
            return said
    return chosen if chosen in LANGUAGES else LANGUAGES[0]


def _parser(language: Language) -> argparse.ArgumentParser:
    text = language.text
    parser = _Parser(
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
    for command in COMMANDS:
        own = commands.add_parser(
            command.NAME,
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
    return parser


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


@contextmanager
def _argparse_speaking(language: Language, locales: Path) -> Iterator[None]:
    """argparse asks the process's gettext domain: that is our catalogue until the block ends."""
    environment = os.environ.get("LANGUAGE")
    domain, folder = gettext.textdomain(), gettext.bindtextdomain(_PROGRAM_NAME)
    os.environ["LANGUAGE"] = language.code
    gettext.bindtextdomain(_PROGRAM_NAME, str(locales))
    gettext.textdomain(_PROGRAM_NAME)
    try:
        yield
    finally:
        gettext.textdomain(domain)
        gettext.bindtextdomain(_PROGRAM_NAME, folder)
        if environment is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = environment
