"""What must hold of parts at every size of the text: rings, corners, and buttons that stand below words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.kit import (
    LIGHT,
    Banner,
    Button,
    CardPage,
    DangerButton,
    NextButton,
    PrimaryButton,
    QuietButton,
    apply_style,
    load_fonts,
    look,
    style_window,
)
from app.ui.kit.look import TEXT_SIZES, Look
from app.ui.kit.sheet import style_sheet

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(RESOURCES)
    apply_style(qapp, LIGHT, RESOURCES)
    yield qapp
    apply_style(qapp, LIGHT, RESOURCES)


def shown(qtbot: QtBot, widget: QWidget, chosen: Look = LIGHT) -> None:
    qtbot.addWidget(widget)
    style_window(widget, chosen)
    widget.resize(900, 300)
    with qtbot.waitExposed(widget):
        widget.show()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", [Button, PrimaryButton, QuietButton, NextButton, DangerButton])
def test_the_ring_of_the_focus_takes_nothing_from_the_words(
    qtbot: QtBot, qapp: QApplication, kind: type[QPushButton], percent: int
) -> None:
    chosen = look(dark=False, text_percent=percent)
    apply_style(qapp, chosen, RESOURCES)
    button = kind("Tilbage")
    page = CardPage("Side")
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    page.column.addLayout(row)
    shown(qtbot, page, chosen)

    def room() -> int:
        option = QStyleOptionButton()
        option.initFrom(button)
        option.text = button.text()
        part = QStyle.SubElement.SE_PushButtonContents
        return button.style().subElementRect(part, option, button).width()

    wide = button.width()
    words = button.fontMetrics().horizontalAdvance(button.text())
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()

    assert button.hasFocus()
    assert button.width() == wide
    assert room() >= words


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_no_corner_is_rounder_than_half_of_what_it_belongs_to(percent: int) -> None:
    """Qt draws square corners where the radius is larger than that."""
    for rules in re.findall(r"\{([^}]*)\}", style_sheet(look(dark=False, text_percent=percent))):
        high = re.search(r"max-height: (\d+)px", rules)
        radius = re.search(r"border-radius: (\d+)px", rules)
        if high is None or radius is None:
            continue
        border = re.search(r"border: (\d+)px", rules)
        padding = re.search(r"padding: (\d+)px", rules)
        around = sum(2 * int(each.group(1)) for each in (border, padding) if each)
        assert 2 * int(radius.group(1)) <= int(high.group(1)) + around, rules


def test_the_button_of_a_banner_stays_as_wide_as_its_words(qtbot: QtBot) -> None:
    banner = Banner("Næste skridt", "Fordi", "Gør det")
    shown(qtbot, banner)
    beside = banner.button.width()
    banner.row.setDirection(QBoxLayout.Direction.TopToBottom)
    banner.row.activate()

    assert banner.button.width() == beside == banner.button.sizeHint().width()
    assert banner.button.x() == banner.title.x()


def test_where_the_systems_font_is_away_ours_stands_in_for_it(
    styled: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.kit.style.sys.platform", "win32")
    apply_style(styled, LIGHT, RESOURCES)
    try:
        assert styled.font().families()[-1] == "Noto Sans"
        assert len(styled.font().families()) > 1
    finally:
        monkeypatch.undo()
        apply_style(styled, LIGHT, RESOURCES)
