"""Everything is built here, by hand, once: the only place that knows all rooms."""

from __future__ import annotations

import getpass
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from app.actions.machine import MachineFacts
from app.clock import CheckedClock, Clock, SystemClock
from app.display import NoXServerError, qt_connection
from app.language import LANGUAGES, Language
from app.log import ErrorLog
from app.settings import Settings, heads_folder, settings_file
from app.version import PROGRAM
from app.workplace import read_workplace
from evidence_store import PARAMETERS, HeadMemory, Parameters

if TYPE_CHECKING:
    from app.capture import Screen
    from app.cli.desk import Tools

NO_SCREEN = 69
_NOT_UNDERSTOOD = 2  # as app/messages has it for a command
_OPENED = {".bevismappe", ".zip"}
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class StandardTerminal:
    """The terminal that the command was started in."""

    def can_ask(self) -> bool:
        """Whether somebody sits at standard input."""
        return sys.stdin is not None and sys.stdin.isatty()

    def ask_secret(self, prompt: str) -> str:
        """Ask for a line that is not echoed."""
        return getpass.getpass(prompt, stream=sys.stderr)

    def say(self, line: str) -> None:
        """Show a line now."""
        sys.stderr.write(line + "\n")
        sys.stderr.flush()

    def read_all(self) -> str:
        """Everything from standard input, as UTF-8 whatever the system's code page."""
        if sys.stdin is None:
            return ""
        return sys.stdin.buffer.read().decode("utf-8", "surrogateescape")


def run(argv: Sequence[str], parameters: Sequence[Parameters] = PARAMETERS) -> int:
    """Build the house; open its window, or run one command in it.

    Args:
        argv: the words after the program's name.
        parameters: how vaults are encrypted. Only tests hand in others: no user can reach them.

    Returns:
        The exit code.
    """
    settings = Settings(settings_file())
    wish = window_wish(argv)
    if wish is not None:
        return _open_window(wish, settings, parameters)
    if is_windowed():
        return _tell_unknown(argv, settings)
    # Only a command needs the command line: a window is not kept waiting for it.
    from app.cli.program import run_program

    return run_program(argv, command_tools(settings, HeadMemory(heads_folder()), parameters))


def command_tools(
    settings: Settings, heads: HeadMemory, parameters: Sequence[Parameters] = PARAMETERS
) -> Tools:
    """Return what commands are given: this computer's clock, screen, terminal and streams."""
    from app.cli.desk import Tools

    clock = SystemClock()
    return Tools(
        clock=clock,
        settings=settings,
        resources=RESOURCES,
        heads=heads,
        read_machine=lambda: machine_facts(_qt_version()),
        terminal=StandardTerminal(),
        open_screen=lambda: _open_screen(clock),
        out=sys.stdout,
        err=sys.stderr,
        parameters=parameters,
        log=_error_log(settings),
        workplace=read_workplace(),
    )


@dataclass(frozen=True)
class WindowWish:
    """A start without a command: the window, maybe with a capture first, or with a file that was double-clicked.

    Attributes:
        path: a vault to open, or what is to be checked, from the root on.
    """

    capture: bool = False
    language: str = ""
    path: Path | None = None


def window_wish(argv: Sequence[str]) -> WindowWish | None:
    """What is wished of the window; None where the words are a command's."""
    words = list(argv)
    language = ""
    if len(words) >= 2 and words[0] == "--lang" and words[1] in LANGUAGES:
        language = words[1]
        del words[:2]
    if words in ([], ["--capture"]):
        return WindowWish(capture=bool(words), language=language)
    if len(words) == 1 and _is_opened(words[0]):
        return WindowWish(language=language, path=Path(words[0]).absolute())
    return None


def is_windowed(system: str = sys.platform, program: str = sys.executable) -> bool:
    """Whether this is the program without a console: nobody sees what it prints (packaging/windows/launch.c)."""
    return system == "win32" and PureWindowsPath(program).name.casefold() == "bevismappe.exe"


def _is_opened(word: str) -> bool:
    """Whether a word is a file of ours, or a folder by its whole path: as a double click and a desktop hand it over.

    The name of a command is none, whatever lies in the folder that one happens to be in.
    """
    if word.startswith("-"):
        return False
    path = Path(word)
    return path.suffix.lower() in _OPENED or (path.is_absolute() and os.path.isdir(path))  # noqa: PTH112 - never raises


def _open_window(wish: WindowWish, settings: Settings, parameters: Sequence[Parameters]) -> int:
    """The window; Qt is loaded only now, and only where there is a screen, since it ends the process without one."""
    with ExitStack() as held:
        try:
            held.enter_context(_display(os.environ, sys.platform))
        except NoXServerError as error:
            _say_no_screen(wish, settings, error.reason)
            return NO_SCREEN
        from app.ui.collecting import start_without_collecting
        from app.ui.unread_sources import read_no_sources

        start_without_collecting()
        read_no_sources()
        import PySide6

        from app.ui.application import WindowTools
        from app.ui.hotkey.opening import can_hold_keys, open_grabber
        from app.ui.running import run_window
        from app.ui.screen_sharing import windows_affinity

        clock = CheckedClock(SystemClock())
        tools = WindowTools(
            clock=clock,
            checked=clock,
            settings=settings,
            resources=RESOURCES,
            heads=HeadMemory(heads_folder()),
            machine=machine_facts(PySide6.__version__),
            open_screen=lambda: _open_screen(clock),
            open_grabber=partial(open_grabber, os.environ) if can_hold_keys(os.environ) else None,
            affinity=windows_affinity(),
            language=wish.language,
            parameters=parameters,
            log=_error_log(settings),
            workplace=read_workplace(),
        )
        return run_window(tools, capture=wish.capture, path=wish.path)


def _tell_unknown(words: Sequence[str], settings: Settings) -> int:
    """Say in a window what the program without a console was given and does not know; return the exit code."""
    from app.ui.unknown_words import tell_unknown_words

    tell_unknown_words(words, _language(settings), settings, RESOURCES)
    return _NOT_UNDERSTOOD


def _display(environ: Mapping[str, str], system: str) -> AbstractContextManager[None]:
    """Return what holds the display while the window is open; Qt speaks to Wayland itself."""
    return nullcontext() if environ.get("WAYLAND_DISPLAY") else qt_connection(environ, system)


def _say_no_screen(wish: WindowWish, settings: Settings, reason: str) -> None:
    sentence = _language(settings, wish.language).text(
        "There is no screen to open the window on ({reason}). "
        "The commands work without one: bevismappe --help",
        reason=reason,
    )
    sys.stderr.write(sentence + "\n")


def _language(settings: Settings, wished: str = "") -> Language:
    code = next((each for each in (wished, settings.language) if each in LANGUAGES), "da")
    return Language(code, RESOURCES / "locales")


def _error_log(settings: Settings) -> ErrorLog:
    return ErrorLog(settings.file.with_name("errors.log"), PROGRAM)


def machine_facts(qt: str) -> MachineFacts:
    """What is noted of this machine with each entry; ``qt`` is the version of Qt, "" where there is none."""
    return MachineFacts(
        device=platform.node(),
        program=PROGRAM,
        python=platform.python_version(),
        qt=qt,
        os=_os_name(),
    )


def _qt_version() -> str:
    """The version of Qt that is installed with us, without loading it."""
    from importlib import metadata

    try:
        return metadata.version("PySide6-Essentials")
    except metadata.PackageNotFoundError:
        return ""


def _os_name() -> str:
    if sys.platform == "linux":
        try:
            return f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}"
        except OSError:
            pass
    return f"{platform.system()} {platform.release()}"


def _open_screen(clock: Clock) -> Screen:
    from app.capture import open_screen

    return open_screen(os.environ, clock)
