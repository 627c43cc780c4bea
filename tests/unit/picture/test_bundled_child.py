"""In a bundle there is no Python to start: the program itself is the child that decodes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.picture import BUNDLED_CHILD_ARGUMENT, decode_untrusted, encode_png
from tests.fakes.screen import striped_pixels
from tests.unit.house.tree import ROOT

MAIN = str(ROOT / "main.py")


def test_the_program_decodes_a_picture_when_it_is_asked_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bevismappe"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{MAIN}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    picture = striped_pixels(48, 32)
    assert decode_untrusted(encode_png(picture), "image/png").pixels == picture


def test_the_child_loads_nothing_of_vaults_and_windows() -> None:
    look = (
        "import sys, io; sys.argv = ['main.py', sys.argv[1], 'image/png', *'2000000000 '.split() * 6]\n"
        "import main\n"
        "main.main()\n"
        "print([n for n in sys.modules if n.split('.')[0] in ('evidence_store', 'PySide6', 'apsw')"
        " or n in ('app.bootstrap', 'app.actions', 'app.cli')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", look, BUNDLED_CHILD_ARGUMENT],
        cwd=ROOT,
        input=b"",
        capture_output=True,
        check=True,
    )
    assert done.stderr.decode().strip().endswith("[]")
