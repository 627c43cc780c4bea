"""``case``: list the cases, start another, name this one, and say whose it is."""

from __future__ import annotations

import argparse

import msgspec

from app.casework import CaseLine
from app.casework.records import Author
from app.cli.answer import Answer
from app.cli.command import Text
from app.cli.desk import Desk

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
    parser.add_argument("--title", default="", help=text("give the case another title"))
    parser.add_argument("--ref", default="", help=text("your own reference for the case"))
    parser.add_argument("--name", default="", help=text("your name, as dossiers show it"))
    parser.add_argument("--job", default="", help=text("your job title"))
    parser.add_argument("--workplace", default="", help=text("your workplace"))


def run(arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Change what was asked for, then list the cases."""
    from app.actions.cases import begin_case, list_cases, name_author, rename_case

    if arguments.new:
        with desk.open_vault() as vault:
            case = begin_case(vault, clock=desk.clock, machine=desk.machine, title=arguments.new)
            desk.settings.remember_case(vault.vault_id, case.chains.case_id)
            return _listed(list_cases(vault), desk)
    with desk.open_case() as case:
        state = case.state
        if arguments.title or arguments.ref:
            rename_case(case, arguments.title or state.title, arguments.ref)
        if arguments.name or arguments.job or arguments.workplace:
            known = state.author or Author()
            name_author(
                case,
                Author(
                    name=arguments.name or known.name,
                    job_title=arguments.job or known.job_title,
                    workplace=arguments.workplace or known.workplace,
                ),
            )
        return _listed(list_cases(case.vault), desk)


def _listed(cases: tuple[CaseLine, ...], desk: Desk) -> Answer:
    text = desk.language.text
    lines = (text("Case {number}: {title}", number=case.number, title=case.title) for case in cases)
    return Answer(lines=tuple(lines), result=Cases(cases))
