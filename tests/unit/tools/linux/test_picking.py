"""What goes into the Debian package: what one of the two lists keeps for a reason, and the libraries it asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.unit.house.tree import ROOT, files
from tools.linux.picking import LinuxList, pick, read_list
from tools.windows.keeping import KeepList, KeepListError, Rule

ASKED = {
    "qt/window.so": frozenset({"libgui.so.6", "libc.so.6"}),
    "qt/lib/libgui.so.6": frozenset({"libcore.so.6"}),
    "qt/print.so": frozenset({"libcups.so.2"}),
}
WHEELS = {"qt": [*ASKED, "qt/lib/libcore.so.6", "qt/lib/libqml.so.6", "qt/a.qml"], "pure": ["a.py"]}
RULES = KeepList((Rule("qt", "the window", ("qt/*.so",), ()),), {"pure": "nobody asks for it"})
LISTED = LinuxList(RULES, ["qt/lib/*"], {"qt/print.so": {"recommends": "libcups2"}})

WINDOWS = """
[without]
lxml = "never read"
[[keep]]
of = "pikepdf"
why = "PDF"
files = ["pikepdf/*.py", "pikepdf/_core.*.pyd", "pikepdf.libs/*.dll"]
[[keep]]
of = "python"
why = "the interpreter"
files = ["python313.dll"]
"""
OURS = """
as_on_windows = ["{shared}"]
libraries = ["pikepdf.libs/*"]
[optional]
[without]
[[keep]]
of = "six"
why = "asked for"
files = ["six.py"]
"""


def test_libraries_follow_who_asks_for_them_however_far() -> None:
    assert pick(WHEELS, LISTED, lambda path: ASKED.get(path, frozenset())) == [
        "qt/lib/libcore.so.6",
        "qt/lib/libgui.so.6",
        "qt/print.so",
        "qt/window.so",
    ]


def test_what_is_optional_has_to_be_kept() -> None:
    strange = LISTED._replace(optional={"qt/gone.so": {"suggests": "x"}})
    with pytest.raises(KeepListError, match=r"qt/gone\.so"):
        pick(WHEELS, strange, lambda _: frozenset())


def lists(folder: Path, shared: str) -> LinuxList:
    (folder / "windows.toml").write_text(WINDOWS, "utf-8")
    (folder / "linux.toml").write_text(OURS.format(shared=shared), "utf-8")
    return read_list(folder / "linux.toml", folder / "windows.toml")


def test_what_is_shared_has_the_names_of_here(tmp_path: Path) -> None:
    listed = lists(tmp_path, "pikepdf")
    assert {rule.of: rule.files for rule in listed.keep.rules} == {
        "six": ("six.py",),
        "pikepdf": ("pikepdf/*.py", "pikepdf/_core.*.so"),
    }
    assert listed.keep.without == {"lxml": "never read"}


def test_what_windows_does_not_keep_cannot_be_shared(tmp_path: Path) -> None:
    with pytest.raises(KeepListError, match="no rule for pillow"):
        lists(tmp_path, "pillow")


def test_the_lists_of_the_project_can_be_read() -> None:
    listed = read_list()
    assert {"lxml", "charset-normalizer", "packaging"} <= set(listed.keep.without)
    assert {next(iter(each.values())) for each in listed.optional.values()} == {
        "libcups2",
        "libgtk-3-0",
    }


def test_every_part_of_qt_that_the_program_loads_is_kept() -> None:
    loaded = {
        part
        for path in files("*.py", under="app")
        for part in re.findall(r"from PySide6\.(\w+) import", (ROOT / path).read_text("utf-8"))
    }
    kept = {name for rule in read_list().keep.rules for name in rule.files}
    assert not {part for part in loaded if f"PySide6/{part}.abi3.so" not in kept}
