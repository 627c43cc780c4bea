"""``erase``: take something out of the vault for ever; what goes, what stays and who has it is told first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import msgspec

from app.actions.open_case import OpenCase
from app.casework import ErasurePlan, plan_case_erasure, plan_erasure
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.reported import Reported, recipient_and_time, reported
from app.cli.sealed import name_of, read_id
from app.language import Language
from app.messages import case_erasure_told, erasure_words
from evidence_store import EntryId

NAME = "erase"


class ErasureTold(msgspec.Struct, frozen=True):
    """The result: whether it is done and by which entry, and what was listed before."""

    erased: bool
    id: str
    entry: str
    copies: tuple[str, ...]
    shared: tuple[str, ...]
    beside: tuple[str, ...]
    named_by: tuple[str, ...]
    reports: tuple[Reported, ...]
    still_held: tuple[str, ...] = ()


class CaseErasureAnswer(msgspec.Struct, frozen=True):
    """The result of a whole case: whether it is done and by which entries, and what was listed before."""

    erased: bool
    exhibits: int
    written: int
    private: int
    reports: tuple[Reported, ...]
    entries: tuple[str, ...] = ()
    emptied: int = 0
    held_by_others: int = 0


class WhatToEraseError(Exception):
    """Neither one thing nor the whole case was named, or both."""


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text(
        "take something out of the vault for ever; without --yes it only lists what that means"
    )


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """What, why, and what of that which was made from it."""
    parser.add_argument(
        "id",
        metavar="ID",
        nargs="?",
        default="",
        help=text("what is to be erased, such as 3, e12 or p4"),
    )
    parser.add_argument(
        "--whole-case",
        action="store_true",
        help=text("the whole case is to be erased, and no ID is said"),
    )
    parser.add_argument(
        "--forget-reports",
        action="store_true",
        help=text("with --whole-case: also what tells which reports were made, and for whom"),
    )
    parser.add_argument(
        "--why", metavar="TEXT", default="", help=text("why; the log keeps these words")
    )
    parser.add_argument(
        "--keep-copies", action="store_true", help=text("pictures that were made from it stay")
    )
    parser.add_argument(
        "--report",
        metavar="ID",
        action="append",
        default=[],
        help=text("the file of this report goes too; may be repeated"),
    )
    parser.add_argument("--yes", action="store_true", help=text("do it; it cannot be undone"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """List, and erase where that was said.

    Raises:
        WhatToEraseError: neither one thing nor the whole case was named, or both.
    """
    from app.actions.erase import EraseWish, erase

    language = desk.language
    if bool(arguments.id) is arguments.whole_case:
        raise WhatToEraseError
    if arguments.whole_case:
        return _erase_case(arguments, desk)
    with desk.open_case() as case:
        entry = read_id(case, arguments.id)
        plan = plan_erasure(case.state, entry)
        told = _told(case, plan, entry)
        reports = tuple(read_id(case, each) for each in arguments.report)
        if not arguments.yes:
            asked = language.text("Nothing was erased. Say --yes to do it; it cannot be undone.")
            return Answer((*_lines(told, plan, language), asked), told)
        wish = EraseWish(arguments.why, made_from=not arguments.keep_copies, reports=reports)
        done = erase(case, entry, wish)
        held = tuple(name_of(case, each) for each in done.still_held)
        sealed = name_of(case, done.entry)
    result = msgspec.structs.replace(told, erased=True, entry=sealed, still_held=held)
    return Answer(tuple(_done(result, plan, language)), result)


def _told(case: OpenCase, plan: ErasurePlan, entry: EntryId) -> ErasureTold:
    def names(entries: tuple[EntryId, ...]) -> tuple[str, ...]:
        return tuple(name_of(case, each) for each in entries)

    return ErasureTold(
        erased=False,
        id=name_of(case, entry),
        entry="",
        copies=tuple(f"e{each.seq}" for each in plan.made_from),
        shared=tuple(f"e{each.seq}" for each in plan.shared),
        beside=names(tuple(each.original for each in plan.beside)),
        named_by=names(tuple(each.thing.id for each in plan.named_by)),
        reports=tuple(reported(case, each) for each in plan.reports),
    )


def _lines(told: ErasureTold, plan: ErasurePlan, language: Language) -> Iterator[str]:
    text = language.text
    yield text("{id} would be erased for ever.", id=told.id)
    if told.copies:
        yield text(
            "Pictures made from it go too, unless --keep-copies is said: {ids}",
            ids=", ".join(told.copies),
        )
    if told.shared:
        yield text(
            "What stood in reports instead of its words goes too: {ids}", ids=", ".join(told.shared)
        )
    if told.beside:
        yield text("These may show the same, and stay: {ids}", ids=", ".join(told.beside))
    if told.named_by:
        yield text("These speak of it, and stay: {ids}", ids=", ".join(told.named_by))
    if told.reports:
        yield text("These reports hold it, or may. Their files stay unless --report names them:")
        for each in told.reports:
            yield f"  {each.id} · {recipient_and_time(each, language)}"
    if plan.says:
        yield text(plan.says)
    yield from erasure_words(language)


def _done(result: ErasureTold, plan: ErasurePlan, language: Language) -> Iterator[str]:
    text = language.text
    yield text("{entry}: {id} is erased for ever.", entry=result.entry, id=result.id)
    if result.still_held:
        yield text("The same bytes are still held by: {ids}", ids=", ".join(result.still_held))
    if plan.says:
        yield text(plan.says)
    yield from erasure_words(language)


def _erase_case(arguments: argparse.Namespace, desk: Desk) -> Answer:
    from app.actions.erase_case import EraseCaseWish, erase_case

    language = desk.language
    text = language.text
    with desk.open_case() as case:
        plan = plan_case_erasure(case.state)
        told = case_erasure_told(case.state, plan, language)
        answer = CaseErasureAnswer(
            erased=False,
            exhibits=plan.exhibits,
            written=plan.written,
            private=plan.private,
            reports=tuple(reported(case, each) for each in plan.reports),
        )
        lines = [told.title, *(f"  {line}" for line in told.goes)]
        lines += [f"  {report.title} · {report.became}" for report in told.reports]
        if not arguments.yes:
            asked = text("Nothing was erased. Say --yes to do it; it cannot be undone.")
            return Answer((*lines, *told.remains, asked), answer)
        wish = EraseCaseWish(arguments.why, keep_reports=not arguments.forget_reports)
        done = erase_case(case, wish)
        entries = tuple(name_of(case, each) for each in done.entries)
    said = text("The case is erased for ever.")
    return Answer(
        (said, *told.remains),
        msgspec.structs.replace(
            answer,
            erased=True,
            entries=entries,
            emptied=done.emptied,
            held_by_others=len(done.still_held),
        ),
    )
