"""What goes into the Debian package: the last line that fits decides, and libraries follow who asks for them."""

from __future__ import annotations

import pytest

from tools.linux.picking import OPTIONAL, Rule, idle_rules, pick, read_rules
from tools.linux.places import DATA

ASKED = {
    "qt/window.so": frozenset({"libgui.so.6", "libc.so.6"}),
    "qt/lib/libgui.so.6": frozenset({"libcore.so.6"}),
    "qt/print.so": frozenset({"libcups.so.2"}),
}
PATHS = [*ASKED, "qt/lib/libcore.so.6", "qt/lib/libqml.so.6", "qt/qml/a.qml", "pure/a.py"]
RULES = read_rules(
    "drop qt/*  # all of it\nneeded qt/lib/*\nkeep qt/window.so\n\nsuggests qt/print.so libcups2\n"
)


def test_libraries_follow_who_asks_for_them_however_far() -> None:
    picked = pick(PATHS, RULES, lambda path: ASKED.get(path, frozenset()))
    assert picked.files == [
        "pure/a.py",
        "qt/lib/libcore.so.6",
        "qt/lib/libgui.so.6",
        "qt/print.so",
        "qt/window.so",
    ]
    assert picked.optional == {"qt/print.so": Rule("suggests", "qt/print.so", "libcups2")}


@pytest.mark.parametrize("line", ["keep", "take a", "keep a libcups2", "suggests a", "keep a b c"])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="no line of a keep list"):
        read_rules(line)


def test_a_rule_that_fits_nothing_is_found() -> None:
    rules = read_rules("drop gone/*\nkeep pure/*\n")
    assert idle_rules(PATHS, rules) == [Rule("drop", "gone/*")]


def test_the_keep_list_can_be_read_and_names_packages_for_what_is_optional() -> None:
    rules = read_rules((DATA / "keep.txt").read_text("utf-8"))
    assert {rule.package for rule in rules if rule.verb in OPTIONAL} == {"libcups2", "libgtk-3-0"}
