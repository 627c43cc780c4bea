"""What can be checked of the recipe for macOS without a Mac: it can be read, and says that it was never run."""

from __future__ import annotations

import plistlib
import subprocess

from app.version import VERSION
from tests.unit.house.tree import ROOT

RECIPE = ROOT / "packaging" / "macos"


def test_it_says_that_it_was_never_run() -> None:
    assert "NEVER RUN" in (RECIPE / "recipe.sh").read_text("utf-8")
    assert "never run" in (RECIPE / "README.md").read_text("utf-8")


def test_a_shell_can_read_it() -> None:
    subprocess.run(["sh", "-n", RECIPE / "recipe.sh"], check=True)
    subprocess.run(["shellcheck", RECIPE / "recipe.sh"], check=True)


def test_the_application_has_our_name_version_and_file_type() -> None:
    said = plistlib.loads((RECIPE / "Info.plist").read_bytes())
    assert said["CFBundleIdentifier"] == "dk.bevismappe.Bevismappe"
    assert said["CFBundleShortVersionString"] == VERSION
    assert said["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"] == ["bevismappe"]
