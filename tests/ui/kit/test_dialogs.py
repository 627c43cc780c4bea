"""A dialog dims its window, has its wanted button last, and tells what went wrong in rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import (
    LIGHT,
    Button,
    Dialog,
    PrimaryButton,
    Scrim,
    Text,
    TextField,
    Troubles,
    apply_style,
    load_fonts,
    look,
    style_window,
)

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    load_fonts(RESOURCES)
    apply_style(qapp, LIGHT, RESOURCES)
    window = QWidget()
    qtbot.addWidget(window)
    style_window(window, LIGHT)
    window.resize(800, 600)
    with qtbot.waitExposed(window):
        window.show()
    return window


def opened(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)


def test_the_window_is_dimmed_as_long_as_it_waits(window: QWidget, qtbot: QtBot) -> None:
    dialog = Dialog("Begynd en sag", window)
    opened(dialog, qtbot)
    (scrim,) = window.findChildren(Scrim)
    covers = scrim.isVisible() and scrim.geometry() == window.rect()
    window.resize(900, 640)
    QApplication.processEvents()
    follows = scrim.geometry() == window.rect()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert covers
    assert follows
    assert not dialog.isVisible()
    assert not scrim.isVisible()


def test_what_asks_for_no_answer_dims_nothing(window: QWidget) -> None:
    dialog = Dialog("Filer kommer ind", window, modal=False)
    dialog.show()

    assert not window.findChildren(Scrim)
    dialog.close()


def test_the_wanted_button_is_last_at_the_right_and_the_focus_goes_back(
    window: QWidget, qtbot: QtBot
) -> None:
    field = TextField()
    field.setParent(window)
    field.show()
    field.setFocus()
    dialog = Dialog("Begynd en sag", window)
    cancel, wanted = Button("Annuller"), PrimaryButton("Begynd sagen")
    dialog.add(Text("Hvad skal den hedde?"))
    dialog.put_foot(cancel, wanted)
    opened(dialog, qtbot)
    edges = [button.mapTo(dialog, QPoint(button.width(), 0)).x() for button in (cancel, wanted)]
    dialog.reject()
    window.activateWindow()  # the platform without a screen has nobody who would
    qtbot.waitUntil(window.isActiveWindow)

    assert edges == sorted(edges)
    assert edges[-1] == dialog.width() - 24 - 1
    assert window.focusWidget() is field


@pytest.mark.parametrize(("percent", "width"), [(100, 480), (150, 720)])
def test_a_dialog_is_as_wide_as_the_design_says_and_as_high_as_its_words(
    window: QWidget, qtbot: QtBot, qapp: QApplication, percent: int, width: int
) -> None:
    apply_style(qapp, look(dark=False, text_percent=percent), RESOURCES)
    dialog = Dialog("Begynd en sag", window)
    dialog.add(Text("En sætning, der er lang nok til at stå på flere linjer her. " * 3))
    dialog.put_foot(PrimaryButton("Begynd sagen"))
    opened(dialog, qtbot)

    assert dialog.width() == width
    assert dialog.height() < width
    assert not dialog.mask().contains(QPoint(0, 0))
    dialog.close()
    apply_style(qapp, LIGHT, RESOURCES)


def test_no_system_makes_a_dialog_higher_than_its_words(window: QWidget, qtbot: QtBot) -> None:
    """Windows takes the height that all words want in their narrowest lines for the least one."""
    dialog = Dialog("Spørgsmål", window)
    for _ in range(3):
        dialog.add(Text("mange ord, der i smalle linjer tager meget plads " * 3))
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.minimumHeight() == dialog.maximumHeight() == dialog.height()
    dialog.resize(dialog.width(), dialog.height() + 200)
    assert dialog.height() == dialog.minimumHeight()
    dialog.close()


def test_what_is_higher_than_the_screen_scrolls_above_the_buttons(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog, button = Dialog("Dæk i videoen", window), PrimaryButton("Lav klippet")
    for _ in range(40):
        dialog.add(Text("Sort 0:00,000 til 0:02,000"))
    dialog.put_foot(button)
    opened(dialog, qtbot)
    assert dialog.height() < dialog.screen().availableGeometry().height()
    assert dialog.rect().contains(button.mapTo(dialog, QPoint(0, button.height())))
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    dialog.close()


def test_what_went_wrong_is_rows_and_not_a_box_to_write_in(window: QWidget, qtbot: QtBot) -> None:
    dialog, troubles = Dialog("2 filer blev ikke gemt", window), Troubles("Ikke gemt, og hvorfor")
    dialog.add(troubles)
    troubles.show_lines([f"{name}.png: Filen findes ikke." for name in ("a", "b")])
    dialog.put_foot(PrimaryButton("Luk"))
    opened(dialog, qtbot)
    low = dialog.height()
    troubles.show_lines([f"{number}.png: Filen findes ikke." for number in range(40)])
    dialog.fit()

    assert not dialog.findChildren(QPlainTextEdit)
    assert troubles.verticalScrollBar().maximum() > 0
    assert low < dialog.height() < 560
    dialog.close()
