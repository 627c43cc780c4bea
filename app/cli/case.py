"""``case``: list the cases, start another, name this one, and say whose it is."""

from __future__ import annotations

import argparse

import msgspec

from app.actions.open_case import OpenCase
from app.casework import CaseLine
from app.casework.kinds.case import Author
from app.cli.command import Answer, Text
from app.cli.desk import Desk
from app.cli.sealed import said
from app.vocabulary import minute

NAME = "case"


class Cases(msgspec.Struct, frozen=True):
    """The result: every case of the vault."""

    cases: tuple[CaseLine, ...]


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("list the cases, start or name one, and say whose it is")


def configure(parser: argparse.ArgumentParser, text: Text) -> None:
    """Everything is optional: without any of it the cases are listed."""
    parser.add_argument("--new", default="", metavar="TITLE", help=text("start a case"))
    parser.add_argument("--title", help=text("give the case another title"))
    parser.add_argument("--ref", help=text("your own reference for the case"))
    parser.add_argument("--name", help=text("your name, as dossiers show it"))
    parser.add_argument("--job", help=text("your job title"))
    parser.add_argument("--workplace", help=text("your workplace"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Change what was asked for, then list the cases."""
    from app.actions.cases import begin_case, list_cases

    if arguments.new:
        with desk.open_vault() as vault:
            case = begin_case(vault, clock=desk.clock, machine=desk.machine, title=arguments.new)
            desk.settings.remember_case(vault.vault_id, case.chains.case_id)
            _name(case, arguments)
            return _listed(list_cases(vault), desk)
    if not _names_something(arguments):
        with desk.open_vault() as vault:
            return _listed(list_cases(vault), desk)
    with desk.open_case() as case:
        _name(case, arguments)
        return _listed(list_cases(case.vault), desk)


def _names_something(arguments: argparse.Namespace) -> bool:
    asked = arguments.title, arguments.ref, arguments.name, arguments.job, arguments.workplace
    return any(each is not None for each in asked)


def _name(case: OpenCase, arguments: argparse.Namespace) -> None:
    """Seal the title and the author that were typed; what was not typed stays as it was."""
    from app.actions.cases import name_author, rename_case

    state = case.state
    if arguments.title is not None or arguments.ref is not None:
        rename_case(case, said(arguments.title, state.title), said(arguments.ref, state.local_ref))
    known = state.author or Author()
    author = Author(
        name=said(arguments.name, known.name),
        job_title=said(arguments.job, known.job_title),
        workplace=said(arguments.workplace, known.workplace),
    )
    if author != known:
        name_author(case, author)


def _listed(cases: tuple[CaseLine, ...], desk: Desk) -> Answer:
    text = desk.language.text
    lines = (
        text(
            "Case {number}: erased {time}",
            number=case.number,
            time=minute(case.erased_at, desk.language),
        )
        if case.erased_at
        else text("Case {number}: {title}", number=case.number, title=case.title)
        for case in cases
    )
    return Answer(lines=tuple(lines), result=Cases(cases))
