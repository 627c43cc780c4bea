"""``python -m tests.windows``: the tests of the program that `make windows` built, where there is a Wine to run it.

Where there is none, one line says so, and that nothing was tested; the exit code is 0.
"""

from __future__ import annotations

import shutil
import sys

import pytest

from tests.windows.installing import DIST
from tools.windows.prefix import NoWineError, find_wine

_INSTALLS = "python3 tools/system_packages.py windows windows-test"
_WANTED = (
    "x86_64-w64-mingw32-gcc",
    "Xvfb",
    "openbox",
    "setxkbmap",
    "xdotool",
    "import",
    "tesseract",
)


def main(arguments: list[str]) -> int:
    """Run them; arguments go to pytest."""
    hindrance = what_hinders()
    if hindrance:
        sys.stdout.write(f"windows-test: skipped, nothing of it was tried: {hindrance}\n")
        return 0
    return pytest.main(["-p", "no:xdist", "-v", *(arguments or ["tests/windows"])])


def what_hinders() -> str:
    """Why the tests cannot run here; "" where they can."""
    try:
        find_wine()
    except NoWineError as error:
        return f"{error.missing} is missing ({_INSTALLS})"
    missing = [name for name in _WANTED if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} missing ({_INSTALLS})"
    if not list(DIST.glob("*-per-user.msi")):
        return "dist/windows/ holds no installer; `make windows` makes it"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
