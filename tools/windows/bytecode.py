"""Compiles the bundle's Python files by the Python that will read them, under Wine.

Without .pyc a read-only folder would be compiled anew at each start. They hold no time, only the hash of their
source, which nobody compares at a start; names are told as they are laid in the bundle, whatever folder it is in.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from tools.windows.prefix import Prefix

_FOLDERS = ("lib", "program")
# Each file alone in the order of its name, so that one run meets the same words in the same order as the next.
_COMPILE = r"""
import pathlib, py_compile, sys
sys.dont_write_bytecode = True
here = pathlib.Path(sys.argv[1])
bad = []
for name in sys.argv[2:]:
    for path in sorted((here / name).rglob("*.py"), key=lambda each: each.relative_to(here).as_posix()):
        try:
            py_compile.compile(
                str(path), dfile=str(path.relative_to(here)), doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
        except py_compile.PyCompileError as error:
            bad.append(str(error))
sys.exit("\n".join(bad) if bad else 0)
"""


def compile_tree(tree: Path, python: Mapping[str, bytes], prefix: Prefix) -> None:
    """Write a .pyc beside every Python file of a bundle.

    Args:
        tree: the bundle's folder.
        python: all files of the bundled Python, python.exe too: it is run here and not shipped.
        prefix: the Windows that it is run in.

    Raises:
        subprocess.CalledProcessError: a file could not be compiled.
    """
    place = prefix.drive_c / "compiling"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name, data in python.items():
        (place / name).write_bytes(data)
    (place / "compile.py").write_text(_COMPILE, encoding="utf-8")
    for name in _FOLDERS:
        shutil.copytree(
            tree / name,
            place / name,
            ignore=lambda _, names: [n for n in names if n == "__pycache__"],
        )
    prefix.run(
        prefix.path(place / "python.exe"),
        prefix.path(place / "compile.py"),
        prefix.path(place),
        *_FOLDERS,
        env={"PYTHONHASHSEED": "0"},
        timeout_s=600.0,
    )
    for name in _FOLDERS:
        for path in (place / name).rglob("*.pyc"):
            target = tree / path.relative_to(place)
            target.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, target)
    shutil.rmtree(place)
