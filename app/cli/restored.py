"""``restored``: what an older copy of the vault lacks, and taking it into use all the same."""

from __future__ import annotations

import argparse

import msgspec

from app.actions.use_older import use_older
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.messages import missing_words, older_advice
from evidence_store import EntryId, Loss

NAME = "restored"
_INCOMPLETE = 1


class Lost(msgspec.Struct, frozen=True):
    """One log that lacks something: ``seq`` is the last entry that was known, ``missing`` how many at least."""

    chain: str
    kind: str
    seq: int
    missing: int
    forked: bool


class Restored(msgspec.Struct, frozen=True):
    """The result: what is missing, since when (UTC, "" for unknown), and the entries that name it now."""

    missing: int
    since: str
    lost: tuple[Lost, ...]
    accepted: tuple[EntryId, ...] = ()


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("tell what an older copy of the vault lacks, or take it into use")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Whether it is taken into use, and why."""
    parser.add_argument(
        "--accept",
        action="store_true",
        help=text("use this copy: an entry in each log names what was lost"),
    )
    parser.add_argument("--why", metavar="TEXT", default="", help=text("why, in your own words"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Tell what is missing, and name it where that is wished."""
    text = desk.language.text
    accepted: tuple[EntryId, ...] = ()
    with desk.open_vault() as vault:
        lost = vault.losses()
        if arguments.accept:
            accepted = use_older(
                vault, lost, clock=desk.clock, machine=desk.machine, why=arguments.why
            )
            desk.settings.remember_vault(vault.path)
    # What the answer tells is not told once more below it.
    desk.notices[:] = [each for each in desk.notices if each.kind != "older"]
    result = _result(lost, accepted)
    if not lost:
        return Answer(
            lines=(text("The vault has everything that this computer remembers of it."),),
            result=result,
        )
    told = missing_words(lost, desk.language)
    if not accepted:
        return Answer(
            lines=(told, older_advice(desk.language)), result=result, exit_code=_INCOMPLETE
        )
    used = text(
        "This copy is in use now. An entry in each log names what was lost; if the newer file turns up, keep it."
    )
    return Answer(lines=(told, used), result=result)


def _result(lost: tuple[Loss, ...], accepted: tuple[EntryId, ...]) -> Restored:
    return Restored(
        missing=sum(loss.missing for loss in lost),
        since=max((loss.last_time for loss in lost if not loss.forked), default=""),
        lost=tuple(
            Lost(loss.head.chain, loss.kind, loss.head.seq, loss.missing, loss.forked)
            for loss in lost
        ),
        accepted=accepted,
    )
