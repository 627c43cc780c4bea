"""What the documents name is there: tests, commands with their options, and the files of the lowest floor."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.cli.writing import WriteCommand
from tests.unit.house.tree import ROOT, files
from tests.worlds import ENGLISH

THREATS = "docs/threat-model.md"
EXPECTED = "docs/ux-table.md"
DOCUMENTS = [*map(str, files("*.md", under="docs")), "README.md", "ARCHITECTURE.md"]


def paths_of_tests(text: str) -> list[str]:
    """Files of tests in code marks, with as much of their path as is said."""
    return re.findall(r"`([\w./-]*\btest_\w+\.py)`", text)


def sentences_of(text: str) -> list[str]:
    """The rows of the table and the points of the lists, each on one line."""
    return [
        line for line in re.sub(r"\n +", " ", text).splitlines() if re.match(r"- |\| [A-Z]", line)
    ]


def commands() -> dict[str, set[str]]:
    """Every command with its own options, as they can be typed; what writes something down is told by --help."""
    english = ENGLISH
    found = {}
    for command in COMMANDS:
        if isinstance(command, WriteCommand):
            continue
        parser = argparse.ArgumentParser(add_help=False)
        command.configure(parser, english.text)
        found[command.NAME] = set(re.findall(r"--[a-z-]+", parser.format_usage()))
    return found


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_test_that_a_document_names_is_there(document: str) -> None:
    named = paths_of_tests((ROOT / document).read_text("utf-8"))
    there = [path.as_posix() for path in files("test_*.py", under="tests")]
    assert not [
        path for path in named if not any(f"/{each}".endswith(f"/{path}") for each in there)
    ]


def test_every_promise_of_the_threat_model_names_its_test() -> None:
    text = (ROOT / THREATS).read_text("utf-8").partition("## What is not")[0]
    promises = [each for each in sentences_of(text) if not each.startswith("| Who |")]
    assert len(promises) > 25
    assert not [each[:60] for each in promises if not paths_of_tests(each)]


def test_every_expectation_says_whether_it_is_there_and_how_that_was_seen() -> None:
    """What is there names how it was seen, what is not names the issue, and each file that is named is there."""
    text = (ROOT / EXPECTED).read_text("utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split(" |")]
        for line in text.splitlines()
        if line.startswith("| ")
        and not line.startswith(("| ---", "| Promise |", "| Expectation |"))
    ]
    assert len(rows) > 150
    assert not [row for row in rows if len(row) != 4]
    known = re.compile(r"there|part|otherwise|not yet \((\d+|none)\)")
    assert not [row[0] for row in rows if not known.fullmatch(row[1])]
    assert not [row[0] for row in rows if not row[1].startswith("not yet") and not row[3]]
    named = re.findall(r"`((?:app|tests|resources)/[\w./-]+)`", text)
    assert not [path for path in named if not (ROOT / path).exists()]


def test_every_option_of_every_command_is_documented() -> None:
    rows = (ROOT / "docs" / "commands.md").read_text("utf-8").partition("**IDs.**")[0].splitlines()
    for name, options in commands().items():
        (row,) = [line for line in rows if re.match(rf"\| `{name}[ `]", line)]
        if "the same choices" in row:
            row += next(line for line in rows if line.startswith("| `dossier "))
        assert not [each for each in options if not re.search(rf"{each}(?![\w-])", row)], name


def test_the_readme_names_every_command() -> None:
    use = (ROOT / "README.md").read_text("utf-8").partition("## Use")[2].partition("## Work")[0]
    rows = [line for line in use.splitlines() if line.startswith("| ")]
    assert set(commands()) <= set(re.findall(r"`([a-z-]+)`", " ".join(rows)))


def test_the_map_names_every_file_of_the_lowest_floor_and_every_folder_of_the_window() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    lowest = "\n".join(re.findall(r"^[01] .*$", text, re.MULTILINE))
    single = {str(path) for path in files("*.py", under="app") if len(path.parts) == 2}
    single -= {"app/__init__.py", "app/bootstrap.py"}
    assert single == set(re.findall(r"app/\w+\.py", lowest))
    rooms = text.partition("## The floors")[0]
    assert {f"app/{path.name}" for path in map(Path, single)} - {"app/version.py"} <= set(
        re.findall(r"`(app/\w+\.py)`", rooms)
    )
    folders = {path.parts[2] for path in files("*.py", under="app/ui") if len(path.parts) > 3}
    assert not [name for name in folders if f"`{name}/" not in text]
