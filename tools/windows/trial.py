"""Runs programs of the checkout under Wine with nothing but what the bundle has: Python, libraries, Qt.

What a trial needs besides is no part of the bundle, and is named here: an interpreter to start, and of Qt a
screen that is not there and the hands that press its keys.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tools.checkout import ROOT, committed, downloads_folder
from tools.windows.fetching import fetch, python_files, wheel_files
from tools.windows.parts import read_parts
from tools.windows.prefix import Prefix

_INTERPRETER = "python.exe"
_OF_QT = (
    "PySide6/QtTest.pyd",
    "PySide6/Qt6Test.dll",
    "PySide6/plugins/platforms/qoffscreen.dll",
)
_CHECKOUT = ("app", "evidence_store", "atomic_file", "resources", "tools", "tests", "main.py")
# Wine 8 has no CopyFile2, which Python asks for before it is known whether it is there.
_START = "import sys, _winapi\nvars(_winapi).pop('CopyFile2', None)\n"


class Trial:
    """The bundle and the checkout on drive C of a prefix.

    Attributes:
        prefix: the Windows.
        folder: where the bundle lies.
        checkout: where the checkout lies.
    """

    def __init__(self, prefix: Prefix, tree: Path) -> None:
        """Lay both anew.

        Args:
            prefix: the Windows.
            tree: the bundle, as ``make windows`` laid it.
        """
        self.prefix = prefix
        self.folder = prefix.drive_c / "trial"
        self.checkout = prefix.drive_c / "checkout"
        self._lay_bundle(tree)
        self._lay_checkout()
        prefix.give_icu(self.folder / "lib" / "PySide6" / "Qt6Core.dll")

    def run(self, code: str, *words: str, timeout_s: float = 900.0) -> str:
        """Run Python code with the checkout to import from, and return what it printed.

        Args:
            code: the program.
            words: its arguments.
            timeout_s: how long it may take.

        Raises:
            subprocess.CalledProcessError: it failed; its output is in the error.
        """
        scratch = self.prefix.drive_c / "scratch"
        shutil.rmtree(scratch, ignore_errors=True)
        for name in ("local", "documents"):
            (scratch / name).mkdir(parents=True)
        own = {
            "WIN_PD_OVERRIDE_LOCAL_APPDATA": self.prefix.path(scratch / "local"),
            "WIN_PD_OVERRIDE_PERSONAL": self.prefix.path(scratch / "documents"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        python = self.prefix.path(self.folder / _INTERPRETER)
        started = (python, "-B", "-X", "utf8", "-c", _START + code, *words)
        done = self.prefix.run(*started, env=own, timeout_s=timeout_s)
        return done.stdout.decode("utf-8")

    def _lay_bundle(self, tree: Path) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(tree, self.folder)
        parts = read_parts()
        sdist, wheels = fetch(parts, downloads_folder())
        own = python_files(sdist, parts.python)
        (self.folder / _INTERPRETER).write_bytes(own[_INTERPRETER])
        qt = wheel_files(wheels["pyside6-essentials"])
        for name in _OF_QT:
            (self.folder / "lib" / name).write_bytes(qt[name])
        paths = (f"python{parts.python.tag}.zip", ".", "lib", self.prefix.path(self.checkout))
        pth = self.folder / f"python{parts.python.tag}._pth"
        pth.write_bytes("".join(f"{path}\r\n" for path in paths).encode("ascii"))

    def _lay_checkout(self) -> None:
        shutil.rmtree(self.checkout, ignore_errors=True)
        compiled = (
            path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*.mo")
        )
        for name in (*committed(*_CHECKOUT), *compiled):
            target = self.checkout / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
