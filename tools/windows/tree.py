"""Lays the folder that is installed: launchers and Python at the top, ``lib``, ``program`` and ``licences``."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from tools.checkout import ROOT, committed
from tools.windows.fetching import WrongFileError, python_files, wheel_files
from tools.windows.keeping import PYTHON, KeepList
from tools.windows.parts import Parts
from tools.windows.stand_ins import build_stand_ins, wanted_stand_ins

_PROGRAM = ("app", "evidence_store", "atomic_file", "resources", "main.py")
_COMPILED = "*.mo"
_PATHS = "python{tag}.zip\r\n.\r\nlib\r\nprogram\r\n"


def lay_parts(
    tree: Path, parts: Parts, python: Path, wheels: Mapping[str, Path], keep: KeepList
) -> dict[str, list[str]]:
    """Lay what comes from outside into an empty folder.

    Args:
        tree: the folder; what was in it goes.
        parts: what is wanted.
        python: the source distribution that holds Python.
        wheels: the wheels by the names of their packages.
        keep: what of them stays.

    Returns:
        By part, the files that were laid, by their paths in the folder.

    Raises:
        KeepListError: the list does not fit the parts.
    """
    shutil.rmtree(tree, ignore_errors=True)
    laid = {PYTHON: _lay(tree, "", keep, PYTHON, python_files(python, parts.python))}
    for name, wheel in wheels.items():
        laid[name] = _lay(tree, "lib/", keep, name, wheel_files(wheel))
    paths = _PATHS.format(tag=parts.python.tag)
    (tree / f"python{parts.python.tag}._pth").write_bytes(paths.encode("ascii"))
    return laid


def _lay(tree: Path, top: str, keep: KeepList, part: str, files: Mapping[str, bytes]) -> list[str]:
    kept = keep.kept(part, files)
    for name in kept:
        _write(tree / f"{top}{name}", files[name])
    return [f"{top}{name}" for name in kept]


def lay_program(tree: Path) -> None:
    """Lay the program itself: what git knows of it, and the compiled catalogues."""
    for name in program_files():
        _write(tree / "program" / name, (ROOT / name).read_bytes())


def lay_stand_ins(tree: Path, parts: Parts, wheels: Mapping[str, Path]) -> list[str]:
    """Lay small libraries for those that are asked for and never called. Return their paths in the folder."""
    laid = []
    for part, folder in parts.stand_ins.items():
        here = tree / "lib" / folder
        kept = [path for path in here.iterdir() if path.suffix == ".dll"]
        brought = {PurePosixPath(name).name for name in wheel_files(wheels[part])}
        left_out = brought - {path.name for path in kept}
        wanted = wanted_stand_ins((path.read_bytes() for path in sorted(kept)), left_out)
        for name, data in build_stand_ins(wanted).items():
            _write(here / name, data)
            laid.append(f"lib/{folder}/{name}")
    return laid


def lay_language_data(tree: Path, parts: Parts) -> None:
    """Lay what text in pictures is read with.

    Raises:
        WrongFileError: a file is not the one that was pinned.
    """
    folder, hashes = parts.language_data
    for name, wanted in hashes.items():
        data = (folder / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != wanted:
            raise WrongFileError(f"{folder / name} is not the file that is pinned")
        _write(tree / "program" / "resources" / "tessdata" / name, data)


def lay_texts(tree: Path, texts: Mapping[str, bytes]) -> None:
    """Lay the licences."""
    for name, text in texts.items():
        _write(tree / "licences" / name, text)


def program_files() -> list[str]:
    """Return the program's files by their paths in the checkout, sorted."""
    compiled = [path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob(_COMPILED)]
    names = {name for name in committed(*_PROGRAM) if (ROOT / name).is_file()}
    # What a translator works on is compiled; the verifier's rules for ruff are ours alone.
    left_out = {name for name in names if PurePosixPath(name).suffix == ".po"}
    return sorted((names | set(compiled)) - left_out - {"resources/verifier/ruff.toml"})


def tree_files(tree: Path) -> list[str]:
    """Return all files of a folder by their paths in it, sorted."""
    return sorted(path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
