"""The texts of the Debian package: filled in, in the forms that Debian reads."""

from __future__ import annotations

from pathlib import Path

from tools.linux.places import DATA
from tools.linux.texts import (
    Relations,
    control,
    copyright_text,
    debian_changelog,
    fill,
    without_common,
)

SECOND = 1_767_225_600  # 2026-01-01


def test_the_day_is_the_commits() -> None:
    assert fill("@VERSION@ @DAY@", "1.2.3", SECOND) == "1.2.3 2026-01-01"
    assert debian_changelog("1.2.3", SECOND).startswith("bevismappe (1.2.3) bookworm;")
    assert "Thu, 01 Jan 2026 00:00:00 +0000" in debian_changelog("1.2.3", SECOND)


def test_no_place_of_the_templates_stays_empty() -> None:
    relations = Relations(["a", "b"], ["c"], ["d"])
    made = control((DATA / "control").read_text("utf-8"), "1.2.3", 42, relations)
    assert "Depends: a, b\nRecommends: c\nSuggests: d\n" in made
    for name in ("metainfo.xml", "bevismappe.1", "bevismappe.da.1"):
        made += fill((DATA / name).read_text("utf-8"), "1.2.3", SECOND)
    assert "@" not in made.replace("maintainers@", "")


def test_licences_of_wheels_stand_whole_and_in_debians_form(tmp_path: Path) -> None:
    folder = tmp_path / "thing-1.0.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "METADATA").write_text("Name: thing\nVersion: 1.0\nLicense: MIT\n", "utf-8")
    (folder / "RECORD").write_text("thing/__init__.py,,\nthing-1.0.dist-info/RECORD,,\n", "utf-8")
    (folder / "licenses" / "LICENSE").write_text("May be used.\n\n\tBy all.\n", "utf-8")
    (tmp_path / "lib" / "thing").mkdir(parents=True)
    made = copyright_text("Format: x\n", tmp_path, tmp_path / "lib")
    assert "Files: usr/lib/bevismappe/lib/thing/*\n" in made
    assert copyright_text("Format: x\n", tmp_path, tmp_path / "no") == "Format: x\n"
    assert "License: MIT~thing-1.0\n -- licenses/LICENSE --\n May be used.\n .\n" in made


def test_a_licence_that_debian_has_is_named_and_not_repeated() -> None:
    whole = "before\n  Apache License\n  Version 2.0, January 2004\n much\nEND OF TERMS AND CONDITIONS\nafter"
    made = without_common(whole)
    assert "much" not in made
    assert made.startswith("before\n(On Debian systems")
    assert made.endswith("Apache-2.0.)\nafter")
