"""``statistics``: figures for the safety representative, in which nobody can be known again."""

from __future__ import annotations

import argparse

from app.cli.command import Answer, Text
from app.cli.desk import Desk

NAME = "statistics"


def summary(text: Text) -> str:
    """One line for the list of commands."""
    return text("figures for the safety representative, in which nobody can be known again")


def configure(_parser: argparse.ArgumentParser, _text: Text) -> None:
    """Nothing of its own."""


def run(_arguments: argparse.Namespace, desk: Desk) -> Answer:
    """Count; nothing is changed."""
    from app.casework import figures_without_names
    from app.messages import figure_lines

    with desk.open_case() as case:
        found = figures_without_names(case.state)
    return Answer(lines=figure_lines(found, desk.language), result=found)
