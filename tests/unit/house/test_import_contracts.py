"""Every import contract of pyproject.toml breaks when what it forbids is planted in a copy of the tree."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from tests.unit.house.tree import ROOT, files

PLANTING = Path(__file__).with_name("planting.py")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
CONTRACTS = {each["id"]: each for each in SETTINGS["contracts"]}


# The name of a room; what is said of it stands in brackets.
ROOM = re.compile(r"[\w/.]+(?![^(]*\))")
# Where something forbidden is planted, and what: one for each contract at least. A way up a floor, or to a view and
# back, is a cycle too.
PLANTED: list[tuple[str, str, str]] = [
    ("floors cycles", "app/picture/planted.py", "import app.casework"),
    ("floors", "app/capture/planted.py", "import app.dossier"),
    ("floors", "evidence_store/planted.py", "import app.clock"),
    ("floors cycles", "app/actions/planted.py", "import app.cli"),
    ("floors cycles", "app/vocabulary/planted.py", "import app.casework"),
    ("floors", "app/vocabulary/planted.py", "import app.settings"),
    ("floors", "atomic_file/planted.py", "import evidence_store"),
    ("atomic_file_door", "evidence_store/planted.py", "from atomic_file.disk import new_file"),
    ("cycles", "evidence_store/planted.py", "import evidence_store.planted_behind"),
    ("store_door", "app/actions/planted.py", "import evidence_store.planted_behind"),
    ("store_door", "app/casework/planted.py", "from evidence_store.entries import EntryId"),
    ("store_door", "demo/planted.py", "from evidence_store.entries import EntryId"),
    ("picture_door", "app/capture/planted.py", "import app.picture.planted_behind"),
    ("vocabulary_door", "app/actions/planted.py", "import app.vocabulary.planted_behind"),
    ("markup_door", "app/actions/planted.py", "import app.markup.planted_behind"),
    ("naming_door", "app/dossier/planted.py", "import app.naming.seeking"),
    ("guidance_door", "app/timeline/planted.py", "import app.guidance.sourced"),
    ("casework_door", "app/actions/planted.py", "import app.casework.planted_behind"),
    ("timeline_door", "app/cli/planted.py", "import app.timeline.rows"),
    ("capture_door", "app/actions/planted.py", "import app.capture.planted_behind"),
    ("dossier_door", "app/actions/planted.py", "import app.dossier.planted_behind"),
    ("anchor_door", "app/actions/planted.py", "import app.anchor.asking"),
    ("envelope_door", "app/actions/planted.py", "import app.envelope.reading"),
    ("envelopes", "app/actions/planted.py", "from pyrage import x25519"),
    ("elsewhere_door", "app/actions/planted.py", "import app.elsewhere.writing"),
    ("handover_door", "app/actions/planted.py", "import app.handover.planted_behind"),
    ("packs_door", "app/messages/planted.py", "import app.packs.document"),
    ("qt", "app/actions/planted.py", "from PySide6.QtCore import QObject"),
    ("qt", "app/messages/planted.py", "import shiboken6"),
    ("demo", "app/cli/planted.py", "import demo"),
    ("demo floors", "evidence_store/planted.py", "from demo.damage import DAMAGES"),
    ("presenters", "app/ui/verify/presenter.py", "from PySide6.QtCore import QObject"),
    ("presenters cycles", "app/ui/exhibit/presenter.py", "import app.ui.exhibit.view"),
    ("presenters cycles", "demo/post/presenter.py", "import demo.post.view"),
    ("screen", "app/actions/planted.py", "import mss"),
    ("screen", "app/cli/planted.py", "from Xlib.display import Display"),
    ("screen", "app/ui/hotkey/planted.py", "from jeepney.io.blocking import open_dbus_connection"),
    ("pictures", "app/dossier/planted.py", "from PIL import Image"),
    ("pictures", "evidence_store/planted.py", "import isal.isal_zlib"),
    ("pictures", "app/actions/planted.py", "import tesserocr"),
    ("pictures", "app/dossier/planted.py", "import zxingcpp"),
    ("pictures", "app/picture/planted.py", "import av"),
    ("pdf", "app/handover/planted.py", "import pikepdf"),
    ("pdf", "app/actions/planted.py", "from reportlab.pdfgen import canvas"),
    ("pdf", "app/handover/planted.py", "import segno"),
    ("pages", "app/ui/report/planted.py", "import pypdfium2"),
    ("mails", "app/actions/planted.py", "import oxmsg"),
    ("screens cycles", "app/ui/printing/planted.py", "import app.ui.report"),
    ("screens", "app/ui/report/planted.py", "import app.ui.exhibit"),
    ("screens cycles", "app/ui/routes.py", "import app.ui.context"),
    ("database", "app/actions/planted.py", "import apsw"),
    ("database", "app/handover/planted.py", "import sqlite3"),
    ("guessing", "app/actions/planted.py", "import zxcvbn"),
    ("calendar", "app/actions/planted.py", "from icalendar import Calendar"),
    ("holidays", "app/casework/planted.py", "from holidays import country_holidays"),
    ("signatures", "app/actions/planted.py", "from securesystemslib.dsse import Envelope"),
    ("curve", "app/dossier/planted.py", "from cryptography import x509"),
    (
        "curve",
        "app/handover/planted_beside.py",
        "from cryptography.hazmat.primitives import hashes",
    ),
    ("network", "evidence_store/planted.py", "import socket"),
    ("network", "app/capture/planted.py", "from http import client"),
    ("network", "app/bootstrap_planted.py", "import requests"),
]


class Broken(msgspec.Struct, frozen=True):
    """The contracts that broke: with nothing planted, with each plant alone, and with all that name others.

    Attributes:
        modules: those that each plant stood in.
    """

    unplanted: list[str]
    alone: list[list[str]]
    by_others: list[str]
    modules: list[list[str]]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    """What one process found that planted everything in a copy of the rooms."""
    copy = tmp_path_factory.mktemp("house") / "tree"
    for package in SETTINGS["root_packages"]:
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, copy / package, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", copy)
    done = subprocess.run(
        [sys.executable, str(PLANTING)],
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        input=json.dumps(PLANTED).encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr.decode()
    return msgspec.json.decode(done.stdout, type=Broken)


def test_every_contract_is_kept_and_has_something_planted_against_it(broken: Broken) -> None:
    assert broken.unplanted == []
    planted = [module for modules in broken.modules for module in modules]
    assert len(planted) == len(set(planted))
    assert {contracts.split()[0] for contracts, _, _ in PLANTED} == set(CONTRACTS)


@pytest.mark.parametrize("number", range(len(PLANTED)), ids=[" ".join(each) for each in PLANTED])
def test_a_planted_import_breaks_its_contract(broken: Broken, number: int) -> None:
    assert broken.alone[number] == PLANTED[number][0].split()


def test_no_planted_import_breaks_a_contract_that_it_does_not_name(broken: Broken) -> None:
    assert broken.by_others == []


def _floors() -> list[set[str]]:
    """The rooms of each floor, highest first."""
    return [
        {room.strip(" ()") for room in floor.split("|")} for floor in CONTRACTS["floors"]["layers"]
    ]


def _unplaced(rooms: Iterable[str]) -> set[str]:
    return set(rooms) - {room for floor in _floors() for room in floor}


def test_every_room_of_the_app_stands_on_a_floor() -> None:
    rooms = {path.parts[1].removesuffix(".py") for path in files("*.py", under="app")}
    assert _unplaced(f"app.{room}" for room in rooms - {"__init__"}) == set()
    assert _unplaced(["app.casework", "app.planted"]) == {"app.planted"}


def test_the_floors_are_told_as_they_are() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    told = re.search(r"^```\n(9  main\.py\n.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert told is not None
    lines = [line.partition("  ")[2] for line in told[1].splitlines()]
    rooms = [
        {each.removesuffix(".py").replace("/", ".") for each in ROOM.findall(line)}
        for line in lines
    ]
    assert rooms == [{"main"}, *_floors()]


def test_main_only_knows_the_room_where_everything_is_built() -> None:
    tree = ast.parse((ROOT / "main.py").read_text("utf-8"))
    rooms = {name for name in _imported(tree) if name.split(".")[0] not in sys.stdlib_module_names}
    # app.picture alone for the child that decodes: it shall know nothing of the rest.
    assert rooms <= {"app.bootstrap", "app.cli", "app.picture", "app.process"}


def test_nothing_is_imported_by_a_name_made_at_run_time() -> None:
    """The linter bans importlib; these two have no import statement that it could see."""
    for path in [
        *files("*.py", under="app"),
        *files("*.py", under="evidence_store"),
        *files("*.py", under="atomic_file"),
    ]:
        called = {
            node.func.id
            for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"__import__", "exec", "eval"}, path


def _imported(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names
