"""Windows under Wine with the program on it: made from nothing, and installed from the MSI that `make windows` wrote.

All of it stands under build/windows/wine/. The bare Windows is kept there for the next run; the others are made anew.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.unit.house.tree import ROOT
from tools.windows import mkstub, prefix
from tools.windows.prefix import Prefix

WINE = ROOT / "build" / "windows" / "wine"
DIST = ROOT / "dist" / "windows"

_INSTALL_S = 600.0


def base_prefix() -> Prefix:
    """A Windows with nothing of ours, made once for each state of the code that makes it."""
    made_by = b"".join(Path(str(each.__file__)).read_bytes() for each in (prefix, mkstub))
    folder = WINE / f"bare-{hashlib.sha256(made_by).hexdigest()[:12]}"
    if not (folder / "whole").exists():
        for older in WINE.glob("bare-*"):
            shutil.rmtree(older)
        Prefix.make(folder).give_random()
        (folder / "whole").touch()
    return Prefix(folder)


@contextmanager
def fresh(of: Prefix, name: str, display: str = "") -> Iterator[Prefix]:
    """A copy of a Windows; whatever runs in it ends with this."""
    folder = WINE / name
    shutil.rmtree(folder, ignore_errors=True)
    with of.copy(folder, display) as made:
        yield made


def installed_prefix(bare: Prefix) -> Prefix:
    """A Windows with the program from the per-user MSI."""
    with fresh(bare, "installed") as made:
        install(made, msi("per-user"))
        made.give_icu(program_folder(made) / "lib" / "PySide6" / "Qt6Core.dll")
        made.wait()
    return made


def msi(scope: str) -> Path:
    """The MSI of that scope that `make windows` wrote."""
    (found,) = DIST.glob(f"bevismappe-*-{scope}.msi")
    return found


def install(into: Prefix, package: Path) -> None:
    """Install an MSI without a question."""
    into.run("msiexec", "/i", into.path(package), "/qn", timeout_s=_INSTALL_S)


def program_folder(of: Prefix) -> Path:
    """Where the per-user MSI puts the program."""
    return of.user / "AppData" / "Local" / "Programs" / "Bevismappe"
