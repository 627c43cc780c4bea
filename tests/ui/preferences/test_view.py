"""The settings page: what is shown is what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.acts import ChangedSetting
from app.ui.kit import style_window
from app.ui.preferences import build
from app.ui.preferences.view import PreferencesPage
from tests.worlds import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PreferencesPage:
    desk.settings.choose_look("light")
    desk.settings.choose_lock_minutes(15)
    page = build(desk.context)
    qtbot.addWidget(page)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_what_was_chosen_before_is_shown_and_told_to_nobody(
    page: PreferencesPage, desk: Desk
) -> None:
    page.presenter.show()
    assert (page.look.value(), page.minutes.value(), page.blur.isChecked()) == ("light", 15, True)
    assert desk.acts.applied == []


def test_every_control_tells_what_it_changed(page: PreferencesPage, desk: Desk) -> None:
    page.language.choose("da")
    page.look.choose("dark")
    page.text_size.choose("200")
    page.blur.setChecked(False)
    page.whole_screen.setChecked(True)
    page.minutes.setValue(0)
    page.breaks.setChecked(False)
    assert desk.acts.applied == list(ChangedSetting)
    assert not desk.settings.remind_of_breaks
    assert (desk.settings.text_percent, desk.settings.lock_minutes) == (200, 0)
    assert page.minutes.text() == "Never"


def test_the_name_is_saved_with_enter(page: PreferencesPage, desk: Desk, qtbot: QtBot) -> None:
    assert not page.save.isEnabled()
    QTest.keyClicks(page.name, "Mette Eks")
    assert page.save.isEnabled()
    page.name.returnPressed.emit()
    author = desk.session.state.author
    assert author is not None
    assert author.name == "Mette Eks"
    assert page.author_state.isVisible()


def test_every_control_has_a_name(page: PreferencesPage) -> None:
    controls: list[QWidget] = [
        page.language, page.look, page.text_size, page.blur, page.whole_screen, page.minutes,
        page.name, page.job, page.workplace, page.save,
    ]  # fmt: skip
    names = [control.accessibleName() for control in controls]
    assert all(names)
    assert len(set(names)) == len(names)


def test_nothing_is_cut_off_at_twice_the_text(
    page: PreferencesPage, qapp: QApplication, desk: Desk
) -> None:
    style_window(page, desk.apply_look(qapp, percent=200))
    try:
        page.resize(640, 600)
        qapp.processEvents()
        assert page.whole_screen.width() >= page.whole_screen.sizeHint().width()
        assert page.look.height() >= page.look.sizeHint().height()
    finally:
        desk.apply_look(qapp)
