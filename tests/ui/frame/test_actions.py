"""Every act stands in a menu, with a key of its own that no Danish keyboard needs for a letter."""

from __future__ import annotations

import pytest

from app.ui.frame.actions import MenuAction, actions_with_page, usable
from app.ui.frame.writing import EVERY_ACTION
from app.ui.routes import Report


def test_no_two_actions_share_a_key_or_a_name() -> None:
    keys = [item.key for item in EVERY_ACTION if item.key]
    assert len(set(keys)) == len(keys)
    assert len({item.name for item in EVERY_ACTION}) == len(EVERY_ACTION)
    # What is written down less often has a place in a menu, which a keyboard reaches too.
    assert all(item.key for item in EVERY_ACTION if item.shelf is None)


@pytest.mark.parametrize("item", EVERY_ACTION, ids=lambda item: item.name)
def test_no_key_is_alt_gr_or_print_screen(item: MenuAction) -> None:
    assert not ("Ctrl" in item.key and "Alt" in item.key)
    assert "Print" not in item.key


def test_an_action_without_its_page_is_not_there() -> None:
    names = {item.name for item in actions_with_page(EVERY_ACTION, lambda kind: kind is not Report)}

    assert "capture" in names
    assert "report" not in names
    assert {item.name for item in actions_with_page(EVERY_ACTION, lambda _kind: True)} == {
        item.name for item in EVERY_ACTION
    }


def test_a_capture_can_be_taken_before_a_vault_is_open_and_while_it_is_covered() -> None:
    capture = next(item for item in EVERY_ACTION if item.name == "capture")
    report = next(item for item in EVERY_ACTION if item.name == "report")

    assert usable(capture, case_open=False, covered=True)
    assert usable(report, case_open=True, covered=False)
    assert not usable(report, case_open=True, covered=True)
    assert not usable(report, case_open=False, covered=False)
