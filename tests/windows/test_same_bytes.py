"""The bundle's program makes the same bytes under Windows' Python as the checkout does on Linux."""

from __future__ import annotations

import json
from pathlib import Path

from tests.windows.make_same import make
from tests.windows.python_there import python
from tools.windows.prefix import Prefix


def test_picture_dossier_and_package_are_the_same_bytes(
    with_python: Prefix, tmp_path: Path
) -> None:
    there = with_python.drive_c / "made"
    there.mkdir()
    done = python(with_python, "-m", "tests.windows.make_same", "C:\\made", timeout_s=300.0)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    made = json.loads(done.stdout)
    assert made == make(tmp_path)
    assert sorted(made) == [
        "covered.png",
        "dossier.pdf",
        "encoded.png",
        "package.zip",
        "sealed.png",
    ]
