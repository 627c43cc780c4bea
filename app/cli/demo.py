"""``demo``: the whole walk on a made-up post, from the screen to verified packages, in real parts.

Every step is a command as a person would type it; each is printed with the time it took. It works on a vault, settings
and remembered heads of its own under the chosen folder and touches nothing else.
"""

from __future__ import annotations

import argparse
import errno
import shutil
import tomllib
from contextlib import nullcontext
from pathlib import Path

import msgspec

from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.demo_checks import check_package, damage_package
from app.cli.demo_stage import PHRASE_FILE, PROFILE, VAULT, Stage
from app.cli.demo_story import MARKS, RECIPIENTS, tell_story
from app.cli.demo_window import shown_post
from app.cli.desk import Desk
from app.cli.virtual_screen import has_screen, virtual_screen

NAME = "demo"
_MARK = ".made-by-the-demo"
_FILES = {
    PHRASE_FILE,
    MARKS,
    *(f"{recipient}.{kind}" for recipient in RECIPIENTS for kind in ("pdf", "zip")),
}


class DemoResult(msgspec.Struct, frozen=True):
    """The result: what lies in the folder, and how many damages were made and found."""

    folder: str
    files: tuple[str, ...]
    damages: int
    damages_found: int


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("show the whole walk on a made-up post")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Where the results go."""
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("demo-out"),
        metavar="FOLDER",
        help=text("folder for the results"),
    )


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Tell the story, check what came out, damage copies, and say what was caught."""
    text = desk.language.text
    folder: Path = arguments.out
    make_room(folder)
    story = tomllib.loads((desk.resources / "demo" / "demo.toml").read_text(encoding="utf-8"))
    own_screen = has_screen()
    stage = Stage(desk, folder)
    stage.heading(text("A made-up post, from the screen to a verified package"))
    if not own_screen:
        stage.note(
            text("There is no screen that can be captured here: a virtual one is used (Xvfb).")
        )
    with (
        nullcontext() if own_screen else virtual_screen(),
        shown_post(desk.resources) as window,
    ):
        stage.say(text("The made-up post is shown in a window"))
        receipts = tell_story(stage, story[desk.language.code], window)
    damages = found = 0
    for recipient in RECIPIENTS:
        package = folder / f"{recipient}.zip"
        check_package(stage, package, receipts[recipient])
        made, caught = damage_package(stage, package, receipts[recipient])
        damages, found = damages + made, found + caught
    files = tuple(
        str(path)
        for path in sorted(folder.iterdir())
        if path.suffix in {".pdf", ".zip", ".bevismappe"}
    )
    stage.heading(text("Look here"))
    for path in files:
        stage.note(path)
    return Answer(
        lines=(text("{found} of {made} damages were found and named.", found=found, made=damages),),
        result=DemoResult(str(folder), files, damages, found),
        exit_code=0 if found == damages else 1,
    )


def make_room(folder: Path) -> None:
    """A folder to work in; what an earlier demo left in it goes, anything else is not touched.

    Raises:
        FileExistsError: the folder holds something that no demo made.
    """
    mark = folder / _MARK
    if mark.exists():
        for path in folder.iterdir():
            if path.name == PROFILE:
                shutil.rmtree(path)
            elif path.name in _FILES or path.name.startswith(VAULT):
                path.unlink()
    elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(errno.EEXIST, "not a demo's folder", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    mark.touch()
