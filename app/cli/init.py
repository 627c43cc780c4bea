"""``init``: make a vault with its first case. The passphrase is offered, never invented silently."""

from __future__ import annotations

import argparse

from app.cli.command import Answer, Text
from app.cli.desk import Desk, NoPassphraseError, PassphraseMismatchError

NAME = "init"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("make a vault and its first case")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """The case's title; all else is asked or found."""
    parser.add_argument("--title", default="", help=text("title of the first case"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Make the vault; an existing file is never touched."""
    from app.actions.cases import create_vault
    from atomic_file import check_name
    from evidence_store import VaultExistsError

    text = desk.language.text
    path = desk.place_for_new_vault()
    check_name(path)
    if path.exists():
        raise VaultExistsError(path)
    passphrase = _choose_passphrase(desk)
    path.parent.mkdir(parents=True, exist_ok=True)
    made = create_vault(
        path,
        passphrase,
        heads=desk.heads,
        clock=desk.clock,
        machine=desk.machine,
        title=arguments.title or text("My case"),
        parameters=desk.parameters,
    )
    desk.settings.remember_vault(path)
    return Answer(
        lines=(
            text("The vault is ready: {path}", path=made.path),
            text("First case: {title}", title=made.case),
            text(
                "Nobody can reset the passphrase. Write it down and keep it away from the computer."
            ),
            text(
                "For the recovery sheet: vault {vault}, format {format}, key salt {salt}",
                vault=made.vault_id,
                format=made.format_version,
                salt=made.key_salt,
            ),
        ),
        result=made,
    )


def _choose_passphrase(desk: Desk) -> str:
    from evidence_store import generate_passphrase

    text = desk.language.text
    if desk.given.passphrase_file is not None:
        return desk.passphrase_from_file(desk.given.passphrase_file)
    if not desk.terminal.can_ask():
        raise NoPassphraseError
    words = (desk.resources / "words" / "da.txt").read_text(encoding="ascii").split()
    phrase = generate_passphrase(words)
    desk.terminal.say(text("A passphrase made for you: {phrase}", phrase=phrase))
    chosen = desk.terminal.ask_secret(text("Press Enter to use it, or write your own: ")).strip()
    again = desk.terminal.ask_secret(text("Write the passphrase once more: ")).strip()
    if again != (chosen or phrase):
        raise PassphraseMismatchError
    return again
