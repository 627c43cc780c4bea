"""The form of a sentence, and the exit codes that it can carry."""

from __future__ import annotations

import msgspec

from app.language import deferred

USAGE = 2
REFUSED = 3
NO_VAULT = 10
LOCKED = 11
PASSPHRASE = 12
DISK = 13
INTERRUPTED = 130


class Sentence(msgspec.Struct, frozen=True):
    """What is said of an error, as msgids, and the code that a command ends with.

    Attributes:
        text: what is said in the window, which has steps of its own: it names no command and no option.
        typed: what is said to whoever typed a command, where that is another thing; else "".
        exit_code: of the command.
    """

    text: str
    exit_code: int
    typed: str = ""


def says(exit_code: int, text: str, *, typed: str = "") -> Sentence:
    """A sentence with its code."""
    return Sentence(text, exit_code, typed)


DAMAGED_PROGRAM = deferred(
    "A part of the program is missing or damaged. Your vault was not touched. Install the program again."
)
OUR_FAULT = deferred(
    "The program tried something that the vault does not allow. Nothing was changed, and what was saved "
    "before is still there. Please report this with what you did."
)
