"""A copy of the bundle in which Python itself can be called, with our tests and what runs them beside the program.

What is handed out has no python.exe. The copy gets the one that the bundle was compiled with; the libraries are the
bundle's own, as far as it keeps them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.unit.house.tree import ROOT
from tools.checkout import downloads_folder
from tools.windows.build import WORK
from tools.windows.fetching import fetch, python_files
from tools.windows.parts import read_parts
from tools.windows.prefix import Prefix

HOME = "C:\\copy"
TESTED = "C:\\copy\\program"
"""Where the checkout's root is for the tests."""

_TESTS_WANT = (
    *("pytest", "pluggy", "iniconfig", "packaging", "pygments", "colorama"),
    *("hypothesis", "sortedcontainers"),
)
_BESIDE = ("tests", "demo", "docs", "tools", "requirements", "pyproject.toml")
# Wine 8 ends a program that asks for WMI.
_NOT_IN_WINE = ("_wmi.pyd",)


def lay_python(into: Prefix) -> None:
    """Put the copy on drive C."""
    home = into.drive_c / "copy"
    shutil.copytree(WORK / "tree", home)
    parts = read_parts()
    sdist, _ = fetch(parts, downloads_folder())
    for name, data in python_files(sdist, parts.python).items():
        if name not in _NOT_IN_WINE and not name.endswith("._pth"):
            (home / name).write_bytes(data)
    for name in _BESIDE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, home / "program" / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        else:
            shutil.copy(source, home / "program" / name)
    for wheel in _test_wheels():
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(home / "lib")
    into.give_icu(home / "lib" / "PySide6" / "Qt6Core.dll")
    (lines,) = home.glob("*._pth")
    tag = read_parts().python.tag
    folders = (f"{HOME}\\python{tag}.zip", HOME, f"{HOME}\\lib", TESTED)
    lines.write_text("".join(f"{each}\n" for each in folders), encoding="ascii")


def python(at: Prefix, *words: str, timeout_s: float) -> subprocess.CompletedProcess[bytes]:
    """Run the copy's Python; its settings lie in a folder of their own."""
    isolated = {
        "WIN_PD_OVERRIDE_LOCAL_APPDATA": "C:\\own\\local",
        "WIN_PD_OVERRIDE_APPDATA": "C:\\own\\roaming",
        "WIN_PD_OVERRIDE_PERSONAL": "C:\\own\\documents",
        "PYTHONUTF8": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    # Py_Main's own switches would be taken from the environment by no isolated Python.
    command = ("-X", "utf8", "-B", *words)
    return at.run(f"{HOME}\\python.exe", *command, env=isolated, check=False, timeout_s=timeout_s)


def _test_wheels() -> list[Path]:
    """What runs tests, of the versions and hashes that are locked."""
    locked = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
    wanted, names = [], []
    for name in _TESTS_WANT:
        found = re.search(rf"^{name}==(\S+).*(?:\n    --hash=\S+(?: \\)?)+", locked, re.MULTILINE)
        assert found is not None, name
        wanted.append(re.sub(r" ; [^\\\n]*", " ", found[0]))
        names.append((name, found[1]))
    folder = downloads_folder() / "tests"
    folder.mkdir(parents=True, exist_ok=True)
    there = [_wheel(folder, *each) for each in names]
    if not all(there):
        file = folder / "wanted.txt"
        file.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        tag = read_parts().python.tag
        subprocess.run(
            [
                *(
                    sys.executable,
                    "-m",
                    "pip",
                    "--disable-pip-version-check",
                    "download",
                    "--quiet",
                ),
                *("--no-deps", "--only-binary=:all:", "--platform", "win_amd64"),
                *("--implementation", "cp", "--python-version", tag, "--abi", f"cp{tag}"),
                *("--abi", "abi3", "--abi", "none", "--require-hashes", "--dest", str(folder)),
                *("--requirement", str(file)),
            ],
            check=True,
        )
        there = [_wheel(folder, *each) for each in names]
    assert all(there), names
    return [each for each in there if each is not None]


def _wheel(folder: Path, name: str, version: str) -> Path | None:
    return next(iter(folder.glob(f"{name.replace('-', '_')}-{version}-*.whl")), None)
