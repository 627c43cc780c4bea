"""One file per command. This list is their order in the help."""

from app.casework import KINDS, Written
from app.cli import (
    add,
    answers,
    backup,
    calendar,
    capture,
    case,
    deadlines,
    dossier,
    export,
    handover,
    init,
    listing,
    mark,
    passphrase,
    pattern,
    receipt,
    redact,
    restored,
    review,
    search,
    share_support,
    show,
    verify,
    withdraw,
)
from app.cli.command import Command
from app.cli.writing import WriteCommand

_WRITTEN = (kind for kind in KINDS if isinstance(kind, Written))

COMMANDS: tuple[Command, ...] = (
    init,
    case,
    capture,
    add,
    listing,
    show,
    export,
    search,
    *map(WriteCommand, _WRITTEN),
    share_support,
    withdraw,
    answers,
    deadlines,
    calendar,
    pattern,
    review,
    mark,
    redact,
    dossier,
    handover,
    verify,
    receipt,
    backup,
    passphrase,
    restored,
)
