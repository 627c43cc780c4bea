"""The settings page: what is shown is what is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.acts import ChangedSetting
from app.ui.kit import style_window
from app.ui.preferences import build
from app.ui.preferences.care_forms import PassphraseForm
from app.ui.preferences.care_model import Care
from app.ui.preferences.view import PreferencesPage
from tests.fakes.grabber import FakeGrabber
from tests.fakes.navigator import FakeAround
from tests.worlds import PHRASE, Desk


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
    assert (page.rows.look.value(), page.rows.minutes.value(), page.rows.blur.isChecked()) == (
        "light",
        15,
        True,
    )
    assert desk.acts.applied == []


def test_every_control_tells_what_it_changed(page: PreferencesPage, desk: Desk) -> None:
    page.rows.language.choose("da")
    page.rows.look.choose("dark")
    page.rows.text_size.choose("200")
    page.rows.blur.setChecked(False)
    page.rows.whole_screen.setChecked(True)
    page.rows.minutes.setValue(0)
    page.rows.breaks.setChecked(False)
    page.rows.kind_words.setChecked(False)
    page.rows.tray.setChecked(True)
    page.rows.sharing.setChecked(True)
    page.rows.asks_time.setChecked(True)
    page.rows.stamps.switch.setChecked(True)
    page.rows.gaps.setChecked(True)
    page.phone.choose(desk.folder)
    assert desk.acts.applied == list(ChangedSetting)
    assert not desk.settings.remind_of_breaks
    page.rows.words_only.setChecked(True)
    assert (desk.settings.words_only, desk.settings.reads_with_gaps) == (True, True)
    assert (desk.settings.text_percent, desk.settings.lock_minutes) == (200, 0)
    assert page.rows.minutes.text() == "Never"


def test_the_name_is_saved_with_enter(page: PreferencesPage, desk: Desk, qtbot: QtBot) -> None:
    assert not page.rows.save.isEnabled()
    QTest.keyClicks(page.rows.name, "Mette Eks")
    assert page.rows.save.isEnabled()
    page.rows.name.returnPressed.emit()
    author = desk.session.state.author
    assert author is not None
    assert author.name == "Mette Eks"
    assert "Saved and locked in the vault" in page.rows.author.second.text()


def test_every_control_has_a_name(page: PreferencesPage) -> None:
    rows = page.rows
    controls: list[QWidget] = [
        rows.language, rows.look, rows.text_size, rows.blur, rows.whole_screen, rows.minutes,
        rows.hotkey, rows.tray, rows.name, rows.job, rows.workplace, rows.save, *rows.care.values(), rows.keys,
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
        assert page.rows.whole_screen.width() >= page.rows.whole_screen.sizeHint().width()
        assert page.rows.look.height() >= page.rows.look.sizeHint().height()
    finally:
        desk.apply_look(qapp)


def test_a_search_shows_the_rows_that_have_the_words(page: PreferencesPage) -> None:
    rows = page.rows
    rows.search.setText("passphrase")
    shown = [key for key, row in rows.rows.items() if row.isVisible()]
    assert shown == ["passphrase", "sheet"]
    rows.search.setText("intet af den slags")
    assert rows.nothing.isVisible()
    rows.search.setText("")
    assert rows.rows["look"].isVisible()
    assert not rows.nothing.isVisible()


def test_a_choice_says_by_its_row_that_it_is_kept(page: PreferencesPage) -> None:
    page.rows.blur.setChecked(False)
    assert said_saved(page) == ["blur"]
    page.rows.minutes.setValue(7)
    assert said_saved(page) == ["lock"]


def said_saved(page: PreferencesPage) -> list[str]:
    return [key for key, row in page.rows.rows.items() if row.saved.isVisible()]


def test_the_first_seven_settings_are_seen_without_scrolling(
    page: PreferencesPage, qapp: QApplication, desk: Desk
) -> None:
    style_window(page, desk.apply_look(qapp))
    page.resize(1366 - 56, 728 - 32 - 52 - 28)
    qapp.processEvents()
    area = page.rows.page.area.viewport()
    seen = [
        key
        for key, row in page.rows.rows.items()
        if row.mapTo(area, row.rect().bottomLeft()).y() < area.height() and row.isVisible()
    ]
    assert seen[:7] == ["language", "look", "text_size", "breaks", "blur", "lock", "hotkey"]


def test_the_groups_stand_at_the_left_only_where_there_is_room(
    page: PreferencesPage, qapp: QApplication
) -> None:
    page.resize(1310, 600)
    qapp.processEvents()
    assert page.rows.places.isVisible()
    page.resize(600, 600)
    qapp.processEvents()
    assert not page.rows.places.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_at_640_nothing_lies_outside_the_page(
    page: PreferencesPage, qapp: QApplication, desk: Desk, percent: int
) -> None:
    style_window(page, desk.apply_look(qapp, percent=percent))
    try:
        page.resize(640 * percent // 100 - 56, 600)
        qapp.processEvents()
        assert page.rows.page.area.horizontalScrollBar().maximum() == 0
        for care in Care:
            page.care.begin(care)
            qapp.processEvents()
            assert page.care_page.page.area.horizontalScrollBar().maximum() == 0
    finally:
        desk.apply_look(qapp)


def test_the_vaults_care_takes_the_page_and_esc_leads_back(
    page: PreferencesPage, desk: Desk, qtbot: QtBot
) -> None:
    page.rows.care[Care.PASSPHRASE].click()
    form = page.care_page.form
    assert isinstance(form, PassphraseForm)
    qtbot.waitUntil(form.present.line.hasFocus)
    QTest.keyClicks(form.present.line, PHRASE)
    form.suggest.click()
    assert form.new.value() == form.again.value() != ""
    form.primary.click()
    assert page.care_page.answer is not None
    assert not desk.session.knows(PHRASE)
    QTest.keyClick(page.care_page, Qt.Key.Key_Escape)
    assert page.rows.isVisible()
    assert page.care_page.form is None, "what was typed goes with the form"


def test_every_form_names_its_fields(page: PreferencesPage) -> None:
    for care in Care:
        page.care.begin(care)
        form = page.care_page.form
        assert form is not None
        names = [
            button.accessibleName() for button in page.care_page.findChildren(QPushButton)
            if button.isVisible()
        ]  # fmt: skip
        assert all(names)
        assert len(set(names)) == len(names), (care, names)
        assert page.care_page.page.title.text() == form.title


@pytest.mark.parametrize("care", list(Care))
def test_from_what_is_done_for_the_vault_one_comes_back_to_its_button(
    page: PreferencesPage, qtbot: QtBot, care: Care
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.rows.care[care].click()
    page.care_page.cancel.click()
    assert page.rows.care[care].hasFocus()


def test_keys_are_pressed_into_the_field(page: PreferencesPage, desk: Desk) -> None:
    keeper, field = desk.context.hotkey, page.rows.hotkey
    assert not field.isEnabled()
    desktop = FakeGrabber()
    keeper.start(desktop.open, lambda: None)
    page.presenter.show()
    assert (field.isEnabled(), field.text()) == (True, "Ctrl+Shift+F8")

    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert (field.accessibleName(), desktop.keys()) == ("Shortcut: Press the new keys …", "")
    QTest.keyClick(field, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "Press the new keys …"
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field, Qt.Key.Key_K, both)
    assert (field.text(), desktop.keys()) == ("Alt+Shift+K", "Alt+Shift+K")
    assert said_saved(page) == ["hotkey"]


def test_esc_and_leaving_change_nothing(page: PreferencesPage, desk: Desk) -> None:
    keeper, field = desk.context.hotkey, page.rows.hotkey
    desktop = FakeGrabber()
    keeper.start(desktop.open, lambda: None)
    page.presenter.show()
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Space)
        assert field.accessibleName() == "Shortcut: Press the new keys …"
        QTest.keyClick(field, leave)
        assert (field.text(), desktop.keys()) == ("Ctrl+Shift+F8", "Ctrl+Shift+F8")


def test_keys_that_do_something_else_here_are_refused_in_the_row(
    page: PreferencesPage, desk: Desk
) -> None:
    field = page.rows.hotkey
    desk.context.hotkey.start(FakeGrabber().open, lambda: None)
    page.presenter.show()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert page.rows.rows["hotkey"].second.text().startswith("Hold Ctrl and Shift")
    assert said_saved(page) == []


def test_shared_screens_have_a_row_only_where_windows_can_leave_them(
    page: PreferencesPage, desk: Desk, qtbot: QtBot
) -> None:
    assert "sharing" not in page.rows.rows
    assert not page.rows.sharing.isVisible()
    around = FakeAround(sharing=True)
    other = build(desk.make_context(desk.session, desk.lanes, around=around))
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    assert "Do not rely on it" in other.rows.rows["sharing"].second.text()
    assert not other.rows.sharing.isChecked()
