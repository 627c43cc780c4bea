"""Every act stands in a menu, with a key of its own that no Danish keyboard needs for a letter."""

from __future__ import annotations

import pytest

from app.ui.frame.actions import DEEDS, MenuAction, deeds_for, usable
from app.ui.routes import Report


def test_no_two_actions_share_a_key_or_a_name() -> None:
    assert len({deed.key for deed in DEEDS}) == len(DEEDS)
    assert len({deed.name for deed in DEEDS}) == len(DEEDS)
    assert all(deed.key for deed in DEEDS)


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_no_key_is_alt_gr_or_print_screen(deed: MenuAction) -> None:
    assert not ("Ctrl" in deed.key and "Alt" in deed.key)
    assert "Print" not in deed.key


def test_an_action_without_its_page_is_not_there() -> None:
    names = {deed.name for deed in deeds_for(lambda kind: kind is not Report)}

    assert "capture" in names
    assert "report" not in names
    assert {deed.name for deed in deeds_for(lambda _kind: True)} == {deed.name for deed in DEEDS}


def test_a_capture_can_be_taken_before_a_vault_is_open_and_while_it_is_covered() -> None:
    capture = next(deed for deed in DEEDS if deed.name == "capture")
    report = next(deed for deed in DEEDS if deed.name == "report")

    assert usable(capture, case_open=False, covered=True)
    assert usable(report, case_open=True, covered=False)
    assert not usable(report, case_open=True, covered=True)
    assert not usable(report, case_open=False, covered=False)
