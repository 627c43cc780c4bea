"""By which key a report is signed, as the commands ``dossier`` and ``handover`` are told."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.actions.open_case import OpenCase
from app.cli.command import Text
from app.cli.desk import Desk
from app.cli.smallfile import read_small

if TYPE_CHECKING:
    from app.dossier import SigningIdentity


class NoKeyPasswordError(Exception):
    """The password of a key is needed, and nobody can be asked."""


def add_signing(parser: argparse.ArgumentParser, text: Text) -> None:
    """Offer the vault's own key, or one in a file of the person's own."""
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--sign",
        action="store_true",
        help=text("sign the PDF with the vault's own key, which is made the first time"),
    )
    either.add_argument(
        "--sign-with",
        type=Path,
        metavar="FILE",
        help=text(
            "sign the PDF with your own key and certificate in this file (.p12 or .pfx); nothing of it is kept"
        ),
    )
    parser.add_argument(
        "--sign-password-file",
        type=Path,
        metavar="FILE",
        help=text("file whose first line is the password of that key; it is asked for without"),
    )


def read_signer(
    arguments: argparse.Namespace, case: OpenCase, desk: Desk
) -> SigningIdentity | None:
    """Return who signs; None where nobody does.

    Raises:
        NoKeyPasswordError, PassphraseFileError: the password of the key is not there.
        DossierError: the key cannot be read, or cannot sign.
        OSError: the file cannot be read.
    """
    from app.actions.signing import case_signs, own_key_signs
    from app.dossier import LONGEST_KEY_FILE

    if arguments.sign_with is None:
        return case_signs(case) if arguments.sign else None
    data = read_small(arguments.sign_with, LONGEST_KEY_FILE)
    return own_key_signs(data, _password(arguments, desk), case.clock)


def _password(arguments: argparse.Namespace, desk: Desk) -> str:
    if arguments.sign_password_file is not None:
        return desk.passphrase_from_file(arguments.sign_password_file)
    if not desk.terminal.can_ask():
        raise NoKeyPasswordError
    return desk.terminal.ask_secret(desk.language.text("Password of your key: "))
