"""What is chosen has its border, what has the focus keeps all its letters, and edges lie on one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import (
    DARK,
    LIGHT,
    Badge,
    BadgeKind,
    Button,
    Card,
    CardPage,
    ListRow,
    Look,
    OptionCard,
    PageFoot,
    PrimaryButton,
    QuietButton,
    ReceiptCode,
    SettingGroup,
    apply_style,
    load_fonts,
    named,
    style_window,
)

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(RESOURCES)
    apply_style(qapp, LIGHT, RESOURCES)
    yield qapp
    apply_style(qapp, LIGHT, RESOURCES)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 300)
    return made


def show(window: QWidget, *widgets: QWidget, look: Look = LIGHT) -> None:
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    style_window(window, look)
    window.show()
    QTest.qWaitForWindowExposed(window)


def colour(image: QImage, x: int, y: int) -> str:
    return QColor(image.pixel(QPoint(x, y))).name()


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_chosen_card_has_a_border_of_two_pixels_in_the_accent(
    window: QWidget, look: Look
) -> None:
    one, other = OptionCard(lambda: look, "Neutral", "x"), OptionCard(lambda: look, "Privat", "y")
    show(window, one, other, look=look)
    QTest.mouseClick(one, Qt.MouseButton.LeftButton)
    one.radio.clearFocus()
    picture, middle = one.grab().toImage(), one.width() // 2
    accent, ground = look.accent.lower(), look.info.lower()
    assert [colour(picture, middle, y) for y in range(3)] == [accent, accent, ground]
    assert colour(other.grab().toImage(), middle, 0) == look.line.lower()


def test_words_of_a_quiet_button_are_whole_with_the_focus_on_it(window: QWidget) -> None:
    row, button = QWidget(), QuietButton("Tilbage til indstillinger")
    line = QHBoxLayout(row)
    line.addWidget(button)
    line.addStretch(1)
    show(window, row)
    before = button.width()
    window.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    button.style().unpolish(button)
    button.style().polish(button)
    assert button.sizeHint().width() <= before


def test_a_check_box_ends_where_the_other_controls_of_its_card_do(window: QWidget) -> None:
    group, box, button = SettingGroup("Udseende"), QCheckBox(), Button("Skift")
    group.row("Slør", box)
    group.row("Adgangskode", button)
    show(window, group)
    drawn = box.grab().toImage()
    edge = LIGHT.edge.lower()
    middle = drawn.height() // 2
    last = max(x for x in range(drawn.width()) if colour(drawn, x, middle) == edge)
    right = box.mapTo(group, QPoint(last, 0)).x()
    assert abs(right - button.mapTo(group, QPoint(button.width() - 1, 0)).x()) <= 1


def test_a_compact_button_is_32_high(window: QWidget) -> None:
    button = Button("Filter")
    button.be_compact()
    show(window, button)
    assert button.height() == 32


def test_a_chip_on_the_strip_of_the_example_is_seen_as_one(window: QWidget) -> None:
    strip, chip = QFrame(), Badge("EKSEMPEL", "wait")
    named(strip, "example")
    QHBoxLayout(strip).addWidget(chip)
    show(window, strip)
    assert colour(chip.grab().toImage(), 6, chip.height() // 2) == LIGHT.card.lower()


@pytest.mark.parametrize("kind", ["plain", "info"])
def test_a_quiet_chip_is_seen_on_the_ground_of_what_is_chosen(
    window: QWidget, kind: BadgeKind
) -> None:
    row = ListRow([("Ida Test", "Arbejdsmiljørepræsentant")], [("ikke orienteret", kind)])
    show(window, row)
    (chip,) = row.findChildren(Badge)
    grounds = [colour(chip.grab().toImage(), 6, chip.height() // 2)]
    row.setChecked(True)
    grounds.append(colour(chip.grab().toImage(), 6, chip.height() // 2))
    quiet = {"plain": LIGHT.side, "info": LIGHT.info}[kind]
    assert grounds == [quiet.lower(), LIGHT.card.lower()]


def test_a_box_that_cannot_be_ticked_has_a_border_and_no_ground(window: QWidget) -> None:
    box = QCheckBox("Kan ikke vælges")
    box.setEnabled(False)
    show(window, box)
    drawn, middle = box.grab().toImage(), box.height() // 2
    left = next(x for x in range(40) if colour(drawn, x, middle) == LIGHT.off.lower())
    assert colour(drawn, left + 5, middle) == colour(drawn, drawn.width() - 1, middle)


@pytest.mark.parametrize(
    ("width", "tall"), [(720, 0), (760, 0), (1100, 0), (720, 600), (1100, 600)]
)
@pytest.mark.parametrize("middle", [False, True])
def test_the_last_button_of_a_foot_ends_where_the_cards_of_its_page_do(
    window: QWidget, width: int, tall: int, middle: bool
) -> None:
    page, foot, card = CardPage("Titel", column_px=720), PageFoot(720), Card()
    page.stand(middle=middle)
    foot.stand(middle=middle)
    foot.follow(page.area)
    card.setMinimumHeight(tall)
    page.add(card)
    page.add_stretch()
    button = PrimaryButton("Fortsæt")
    foot.put((), (button,))
    window.resize(width, 300)
    show(window, page, foot)
    QApplication.processEvents()
    ends = [each.mapTo(window, QPoint(each.width(), 0)).x() for each in (card, button)]
    assert ends[0] == ends[1]


def test_a_receipt_code_stands_on_two_lines(window: QWidget) -> None:
    code = ReceiptCode()
    code.show_code("TE8V Y3Q6 D45T FGM3 K0ZM 1BF0 REJ9 ZTNJ /21 SX")
    show(window, code)
    assert code.text().split("\n") == ["TE8V Y3Q6 D45T FGM3", "K0ZM 1BF0 REJ9 ZTNJ /21 SX"]
