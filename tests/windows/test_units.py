"""The tests of rules and vault, by Windows' Python on the bundle's libraries; units.toml says which."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path, PureWindowsPath

from tests.windows.python_there import TESTED, python
from tools.windows.prefix import Prefix

_LIST = Path(__file__).with_name("units.toml")
_RUN_S = 1500.0


def test_the_tests_that_need_no_screen_pass_under_windows_python(with_python: Prefix) -> None:
    listed = tomllib.loads(_LIST.read_text("utf-8"))
    left_out = [test for each in listed["left_out"] for test in each["tests"]]
    done = python(
        with_python,
        *("-m", "pytest", "-q", "--no-header", "--tb=short", "-p", "tests.windows.under_wine"),
        *("-p", "no:cacheprovider", "--rootdir", TESTED, *map(there, listed["run"]["tests"])),
        *(f"--ignore={there(each)}" for each in left_out if "::" not in each),
        *(f"--deselect={each}" for each in left_out if "::" in each),
        timeout_s=_RUN_S,
    )
    told = done.stdout.decode("utf-8", "replace") + done.stderr.decode("utf-8", "replace")
    sys.stdout.write(f"\n{told.strip().splitlines()[-1]}\n")
    assert done.returncode == 0, told


def there(test: str) -> str:
    """Where Windows has a file of the checkout."""
    return str(PureWindowsPath(TESTED, *test.split("/")))
