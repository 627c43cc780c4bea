"""The demonstration's last part: stamped on this machine, ANCHORED, on a stick, and read back from paper."""

from __future__ import annotations

from pathlib import Path

from demo.folder import ANCHORED, RECEIPT, SCAN, STICK
from demo.outside import show_outside
from tests.demo.demonstration import Demo


def test_it_is_anchored_laid_on_a_stick_and_read_back(tmp_path: Path) -> None:
    demo = Demo(tmp_path)
    demo.steps.command("init", "--title", "Sag")
    demo.steps.command("capture", "--all")
    demo.steps.command("incident", "--exhibit", "1", "--quote=Hej")
    show_outside(demo.steps)
    said = "\n".join(demo.terminal.said)
    for words in ("ANCHORED until", "found without a code", "words were read alike"):
        assert words in said
    for name in (ANCHORED, SCAN, RECEIPT, f"{STICK}/index.html"):
        assert (tmp_path / name).stat().st_size > 1000
