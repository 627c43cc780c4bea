"""``python -m demo``: the whole walk on a made-up post, from the screen to verified packages, in real parts.

Every step is a command as a person would type it; each is printed with the time it took. With --command they are run
by a program that is installed, such as ``--command bevismappe``; otherwise by the checkout itself. It works on a
vault, settings and remembered heads of its own under the chosen folder and touches nothing else.

Exit codes: 0 every damage was found, 1 one was not, 3 it had to stop; else those of docs/commands.md.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from app.actions.example_case import read_example
from app.bootstrap import RESOURCES, command_tools
from app.capture import CaptureError
from app.cli.desk import Tools
from app.language import LANGUAGES, Language
from app.messages import explain
from app.process import protect_process
from app.settings import Settings, settings_file
from demo.checks import check_package, damage_package
from demo.errors import DemoError
from demo.folder import PROFILE, RECIPIENTS, make_room, results
from demo.outside import show_outside
from demo.post_window import shown_post
from demo.running import runs_installed
from demo.steps import Steps
from demo.story import tell_story
from demo.virtual_screen import virtual_screen
from evidence_store import HeadMemory

STOPPED = 3


def main() -> int:
    """Show the demonstration. Return the exit code."""
    protect_process()
    parser = argparse.ArgumentParser(prog="demo", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("demo-out"), help="folder for the results")
    parser.add_argument(
        "--command",
        type=shlex.split,
        default=[],
        help="the installed program that runs the commands",
    )
    parser.add_argument("--lang", choices=LANGUAGES, help="otherwise the language of the program")
    asked = parser.parse_args()
    chosen = asked.lang or Settings(settings_file()).language
    language = Language(chosen if chosen in LANGUAGES else LANGUAGES[0], RESOURCES / "locales")
    try:
        return show(asked.out, language, asked.command)
    except DemoError as error:
        sys.stderr.write(language.text(error.sentence, **vars(error)) + "\n")
        return STOPPED
    except (OSError, KeyboardInterrupt) as error:
        message = explain(error, language)
        sys.stderr.write(message.sentence + "\n")
        return message.exit_code


def show(folder: Path, language: Language, command: Sequence[str] = ()) -> int:
    """Tell the story, check what came out, damage copies, and say what was caught.

    Args:
        folder: where the results are put.
        language: of the commands and of what is said.
        command: the installed program that runs the commands; empty for the checkout itself.
    """
    text = language.text
    make_room(folder)
    profile = folder / PROFILE
    tools = command_tools(Settings(profile / "settings.ini"), HeadMemory(profile / "heads"))
    example = read_example(RESOURCES, language.code)
    run = runs_installed(command, profile) if command else None
    steps = Steps(tools, language, folder, run)
    steps.heading(text("A made-up post, from the screen to a verified package"))
    own_screen = _has_screen(tools)
    if not own_screen:
        steps.note(
            text("There is no screen that can be captured here: a virtual one is used (Xvfb).")
        )
    with nullcontext() if own_screen else virtual_screen(), shown_post(RESOURCES) as window:
        steps.say(text("The made-up post is shown in a window"))
        receipts = tell_story(steps, example, window)
    damages = found = 0
    for recipient in RECIPIENTS:
        package = folder / f"{recipient}.zip"
        check_package(steps, package, receipts[recipient])
        made, caught = damage_package(steps, package, receipts[recipient])
        damages, found = damages + made, found + caught
    show_outside(steps)
    steps.heading(text("Look here"))
    for path in results(folder):
        steps.note(str(path))
    line = text("{found} of {made} damages were found and named.", found=found, made=damages)
    sys.stdout.write(line + "\n")
    return 0 if found == damages else 1


def _has_screen(tools: Tools) -> bool:
    """Return whether pictures can be taken here as things stand."""
    try:
        tools.open_screen().close()
    except CaptureError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
