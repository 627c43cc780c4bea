"""The steps of a build, one after the other."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.version import VERSION
from tools.windows.archive import pack
from tools.windows.authenticode import check_parts
from tools.windows.bytecode import compile_tree
from tools.windows.fetching import downloads_folder, fetch, python_files
from tools.windows.icon import draw_icon
from tools.windows.keeping import read_keep_list
from tools.windows.launcher import build_launchers
from tools.windows.msi import build_msi
from tools.windows.parts import ROOT, read_parts
from tools.windows.prefix import Prefix
from tools.windows.tree import GIT, lay_parts, lay_program, tree_files
from tools.windows.wxs import Scope

WORK = ROOT / "build" / "windows"
OUT = ROOT / "dist" / "windows"
SIGN = ROOT / "resources" / "icons" / "bevismappe.svg"


def build(work: Path = WORK, out: Path = OUT) -> list[Path]:
    """Make everything that is handed out.

    Args:
        work: where the bundle is laid, in ``tree``.
        out: where the files go.

    Returns:
        The files.
    """
    epoch_s = commit_time()
    tree = work / "tree"
    parts = read_parts()
    with _told("fetched and checked the parts"):
        sdist, wheels = fetch(parts, downloads_folder())
        laid = lay_parts(tree, parts, sdist, wheels, read_keep_list())
        check_parts(tree, laid, parts)
    with _told("laid the program and built its launchers"):
        lay_program(tree)
        for name, launcher in build_launchers(VERSION, parts.python.tag).items():
            (tree / name).write_bytes(launcher)
    with _told("compiled the Python files"), _prefix(work / "compiling") as prefix:
        compile_tree(tree, python_files(sdist, parts.python), prefix)
    _set_times(tree, epoch_s)
    icon = draw_icon(SIGN)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    name = f"bevismappe-{VERSION}-windows-x64"
    made = []
    with _told("packed the zip"):
        made.append(_put(out / f"{name}.zip", pack(tree, "Bevismappe", epoch_s)))
    for scope, ending in ((Scope.PER_USER, "per-user"), (Scope.PER_MACHINE, "machine")):
        with _told(f"made the installer {ending}"):
            msi = build_msi(tree, VERSION, scope, icon, epoch_s)
            made.append(_put(out / f"{name}-{ending}.msi", msi))
    _tell_figures(tree, made)
    return made


def commit_time() -> int:
    """The time that stands in what is built: ``SOURCE_DATE_EPOCH``, or when the commit was made."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    if said:
        return int(said)
    asked = subprocess.run(
        [GIT, "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(asked.stdout)


@contextmanager
def _prefix(folder: Path) -> Iterator[Prefix]:
    """A Windows to compile in, made once."""
    whole = folder / "whole"
    if not whole.exists():
        shutil.rmtree(folder, ignore_errors=True)
        Prefix.make(folder).end()
        whole.touch()
    with Prefix(folder) as prefix:
        yield prefix


@contextmanager
def _told(step: str) -> Iterator[None]:
    began = time.monotonic()
    yield
    print(f"{step}: {time.monotonic() - began:.0f} s", flush=True)


def _set_times(tree: Path, epoch_s: int) -> None:
    for name in tree_files(tree):
        os.utime(tree / name, (epoch_s, epoch_s))


def _put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _tell_figures(tree: Path, made: list[Path]) -> None:
    names = tree_files(tree)
    installed = sum((tree / name).stat().st_size for name in names)
    print(f"installed: {installed / 1e6:.1f} MB in {len(names)} files")
    for path in made:
        size = path.stat().st_size / 1e6
        print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}  {size:.1f} MB")
