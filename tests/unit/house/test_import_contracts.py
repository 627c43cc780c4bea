"""Every import contract of pyproject.toml breaks when what it forbids is planted in a copy of the tree."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.unit.house.tree import ROOT, files

PACKAGES = ("app", "evidence_store", "atomic_file", "demo")
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def _contracts() -> dict[str, str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {each["id"]: each["name"] for each in settings["tool"]["importlinter"]["contracts"]}


# Where something forbidden is planted, and what: one for each contract at least.
PLANTED: list[tuple[str, str, str]] = [
    ("floors", "app/picture/planted.py", "import app.casework"),
    ("floors", "app/capture/planted.py", "import app.dossier"),
    ("floors", "evidence_store/planted.py", "import app.clock"),
    ("floors", "app/actions/planted.py", "import app.cli"),
    ("floors", "app/vocabulary/planted.py", "import app.casework"),
    ("floors", "app/vocabulary/planted.py", "import app.settings"),
    ("floors", "atomic_file/planted.py", "import evidence_store"),
    ("atomic_file_door", "evidence_store/planted.py", "from atomic_file.disk import new_file"),
    ("placed", "app/planted.py", ""),
    ("cycles", "evidence_store/planted.py", "import evidence_store.planted_behind"),
    ("store_door", "app/actions/planted.py", "import evidence_store.planted_behind"),
    ("store_door", "app/casework/planted.py", "from evidence_store.entries import EntryId"),
    ("store_door", "demo/planted.py", "from evidence_store.entries import EntryId"),
    ("picture_door", "app/capture/planted.py", "import app.picture.planted_behind"),
    ("vocabulary_door", "app/actions/planted.py", "import app.vocabulary.planted_behind"),
    ("markup_door", "app/actions/planted.py", "import app.markup.planted_behind"),
    ("casework_door", "app/actions/planted.py", "import app.casework.planted_behind"),
    ("capture_door", "app/actions/planted.py", "import app.capture.planted_behind"),
    ("dossier_door", "app/actions/planted.py", "import app.dossier.planted_behind"),
    ("handover_door", "app/actions/planted.py", "import app.handover.planted_behind"),
    ("qt", "app/actions/planted.py", "from PySide6.QtCore import QObject"),
    ("qt", "app/messages/planted.py", "import shiboken6"),
    ("demo", "app/cli/planted.py", "import demo"),
    ("demo", "evidence_store/planted.py", "from demo.damage import DAMAGES"),
    ("presenters", "app/ui/exhibit/presenter.py", "from PySide6.QtCore import QObject"),
    ("presenters", "app/ui/exhibit/presenter.py", "import app.ui.exhibit.view"),
    ("presenters", "demo/post/presenter.py", "import demo.post.view"),
    ("screen", "app/actions/planted.py", "import mss"),
    ("screen", "app/cli/planted.py", "from Xlib.display import Display"),
    ("pictures", "app/dossier/planted.py", "from PIL import Image"),
    ("pictures", "evidence_store/planted.py", "import isal.isal_zlib"),
    ("pdf", "app/handover/planted.py", "import pikepdf"),
    ("pdf", "app/actions/planted.py", "from reportlab.pdfgen import canvas"),
    ("pages", "app/ui/report/planted.py", "import pypdfium2"),
    ("screens", "app/ui/report/planted.py", "import app.ui.exhibit"),
    ("screens", "app/ui/routes.py", "import app.ui.context"),
    ("database", "app/actions/planted.py", "import apsw"),
    ("database", "app/handover/planted.py", "import sqlite3"),
    ("guessing", "app/actions/planted.py", "import zxcvbn"),
    ("network", "evidence_store/planted.py", "import socket"),
    ("network", "app/capture/planted.py", "from http import client"),
    ("network", "app/bootstrap_planted.py", "import requests"),
]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rooms."""
    copy = tmp_path_factory.mktemp("house") / "tree"
    for package in PACKAGES:
        leave = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / package, copy / package, ignore=leave)
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def _lint(tree: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [LINT_IMPORTS, "--no-logo", "--no-cache", *arguments],
        cwd=tree,
        env={"COLUMNS": "200", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def test_every_contract_is_kept_and_has_something_planted_against_it(tree: Path) -> None:
    code, said = _lint(tree)
    assert code == 0, said
    assert len(re.findall(r" KEPT", said)) == len(_contracts())
    assert {contract for contract, _, _ in PLANTED} == set(_contracts())


@pytest.mark.parametrize(("contract", "where", "line"), PLANTED)
def test_a_planted_import_breaks_its_contract(
    tree: Path, contract: str, where: str, line: str
) -> None:
    planted = {tree / where: line}
    if line.endswith("planted_behind"):
        back = f"import {where.removesuffix('.py').replace('/', '.')}"
        behind = tree / f"{line.split()[1].replace('.', '/')}.py"
        planted[behind] = back if contract == "cycles" else ""
    before = {path: path.read_text("utf-8") if path.exists() else "" for path in planted}
    for path, text in planted.items():
        path.write_text(f"{before[path]}\n{text}\n", encoding="utf-8")
    try:
        code, said = _lint(tree, "--contract", contract)
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
            if not text:
                path.unlink()
    assert code == 1
    assert f"{_contracts()[contract]} BROKEN" in said


def test_main_only_knows_the_room_where_everything_is_built() -> None:
    tree = ast.parse((ROOT / "main.py").read_text("utf-8"))
    rooms = {name for name in _imported(tree) if name.split(".")[0] not in sys.stdlib_module_names}
    assert rooms <= {"app.bootstrap", "app.cli", "app.process"}


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
