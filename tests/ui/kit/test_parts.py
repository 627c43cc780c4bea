"""The parts of the design system: step bar, feet, filters, settings, errors in fields, signs, and what grows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import (
    DARK,
    LIGHT,
    Button,
    Card,
    CardPage,
    Choice,
    Complaint,
    EditableChoice,
    FieldForm,
    FilterPills,
    IconButton,
    LongText,
    NumberField,
    PageFoot,
    PopupMenu,
    PrimaryButton,
    QuietButton,
    Segmented,
    SettingGroup,
    Sign,
    Text,
    TextArea,
    TextField,
    apply_style,
    load_fonts,
    look,
    sign_icon,
    style_window,
)

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(autouse=True)
def styled(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(RESOURCES)
    apply_style(qapp, LIGHT, RESOURCES)
    yield qapp
    apply_style(qapp, LIGHT, RESOURCES)


def shown(qtbot: QtBot, widget: QWidget, width: int = 700, height: int = 400) -> None:
    qtbot.addWidget(widget)
    style_window(widget, LIGHT)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


def test_a_page_with_nothing_beside_it_stands_in_the_middle_over_its_foot(qtbot: QtBot) -> None:
    ground = QWidget()
    page, foot = CardPage("Titel", column_px=400), PageFoot(400)
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    column.addWidget(foot)
    shown(qtbot, ground, 1000, 400)
    inners = [page.column.parentWidget(), foot.column.parentWidget()]

    def edges() -> set[int]:
        return {inner.mapTo(ground, QPoint()).x() for inner in inners if inner is not None}

    qtbot.waitUntil(lambda: edges() == {0})
    ground.resize(1800, 400)  # at the left of a broad window it would leave most of it empty
    qtbot.waitUntil(lambda: edges() == {700})
    ground.resize(1000, 400)
    for middle, left in ((True, {300}), (False, {0})):
        page.stand(middle=middle)
        foot.stand(middle=middle)
        qtbot.waitUntil(lambda left=left: edges() == left)  # type: ignore[misc]  # mypy sees no type


def test_a_foot_below_what_a_page_scrolls_is_no_taller_than_its_buttons(qtbot: QtBot) -> None:
    page, foot = CardPage("Titel", column_px=400), PageFoot(400)
    foot.put((), (PrimaryButton("Gem"),))
    ground = page.layout()
    assert ground is not None
    ground.addWidget(foot)
    page.add(QWidget())
    shown(qtbot, page, 1000, 900)
    assert foot.height() == foot.sizeHint().height()


def test_a_foot_has_the_filled_button_last_and_says_how_many_fields_are_wrong(
    qtbot: QtBot,
) -> None:
    foot = PageFoot(600)
    cancel, back, go_on = QuietButton("Annuller"), Button("Tilbage"), PrimaryButton("Næste")
    foot.put((cancel,), (back, go_on))
    shown(qtbot, foot, 700, 56)
    foot.show_errors("1 felt skal rettes")
    QApplication.processEvents()

    edges = [w.mapTo(foot, QPoint(0, 0)).x() for w in (cancel, foot.errors, back, go_on)]
    assert edges == sorted(edges)
    assert foot.errors.isVisible()
    assert foot.heightForWidth(700) <= foot.minimumHeight() == 56


def test_the_first_field_that_must_be_mended_is_gone_to(qtbot: QtBot) -> None:
    page, form = CardPage("Side"), FieldForm()
    fields = [TextField() for _ in range(12)]
    for number, field in enumerate(fields):
        form.add(f"Felt {number}", field)
    page.add(form)
    shown(qtbot, page, 500, 240)
    page.activateWindow()
    form.complain(fields[9], "Skriv en dato.")
    form.complain(fields[7], "Skriv et navn.")
    form.go_to_first_error()

    assert form.errors() == [fields[7], fields[9]]
    assert page.focusWidget() is fields[7]
    assert (
        page.area.viewport()
        .rect()
        .contains(fields[7].mapTo(page.area.viewport(), fields[7].rect().center()))
    )


def edge_colour(widget: QWidget) -> QColor:
    return widget.grab().toImage().pixelColor(widget.width() // 2, 1)


def test_a_field_that_is_wrong_has_a_red_edge_until_it_is_mended(qtbot: QtBot) -> None:
    form = FieldForm()
    field, other = TextField(), TextField()
    form.add("Et", other)
    form.add("To", field)
    shown(qtbot, form)
    other.setFocus()
    form.complain(field, "Skriv et navn.")
    wrong = edge_colour(field)
    form.complain(field, "")

    assert wrong == QColor(LIGHT.red)
    assert edge_colour(field) != QColor(LIGHT.red)


def first_ink(picture: QImage, ground: QColor) -> int:
    """The first column of a picture, after its border, in which something is drawn."""
    for x in range(4, picture.width()):
        for y in range(8, picture.height() - 8):
            colour = picture.pixelColor(x, y)
            if abs(colour.lightness() - ground.lightness()) > 90:
                return x
    raise AssertionError("nothing is drawn")


def test_text_starts_at_one_edge_in_all_kinds_of_field(qtbot: QtBot) -> None:
    line, area, number = TextField(), TextArea(), NumberField(0, 999)
    choice, own = Choice([("l", "LLL")]), EditableChoice(["LLL"])
    line.setText("LLL")
    area.setPlainText("LLL")
    number.setValue(111)
    form = FieldForm()
    for name, field in (("a", line), ("b", area), ("c", choice), ("d", own)):
        form.add(name, field)
    shown(qtbot, form)
    form.setFocus()
    starts = [
        first_ink(field.grab().toImage(), QColor(LIGHT.card)) for field in (line, area, choice, own)
    ]

    assert max(starts) - min(starts) <= 1, starts
    assert 12 <= min(starts) <= 14


def test_quiet_words_and_boxes_start_at_the_text_edge(qtbot: QtBot) -> None:
    card = Card()
    text, button = Text("LLL"), QuietButton("LLL")
    card.add(text)
    card.add(button)
    shown(qtbot, card)

    def start(widget: QWidget) -> int:
        picture = card.grab(widget.geometry().adjusted(-8, 0, 0, 0)).toImage()
        return next(
            x
            for x in range(picture.width())
            if any(
                picture.pixelColor(x, y).lightness() < 150 for y in range(6, picture.height() - 6)
            )
        )

    assert abs(start(text) - start(button)) <= 1


def test_pills_say_how_many_and_tell_what_is_chosen(qtbot: QtBot) -> None:
    pills = FilterPills([("all", "Alt"), ("exhibits", "Bilag")], name="Vis")
    shown(qtbot, pills)
    pills.count("exhibits", 8)

    with qtbot.waitSignal(pills.changed) as heard:
        pills.button("exhibits").click()

    assert heard.args == ["exhibits"]
    assert (pills.button("exhibits").text(), pills.button("all").text()) == ("Bilag 8", "Alt")


def test_a_setting_has_its_control_at_the_right_and_below_where_it_is_narrow(qtbot: QtBot) -> None:
    group = SettingGroup("Udseende")
    control = Segmented([("l", "Lyst"), ("m", "Mørkt")])
    row = group.row("Lyst eller mørkt", control, "Gælder med det samme.")
    shown(qtbot, group, 700, 200)
    beside = control.mapTo(row, QPoint(0, 0))
    group.resize(300, 200)
    QApplication.processEvents()
    below = control.mapTo(row, QPoint(0, 0))

    assert (control.accessibleName(), control.accessibleDescription()) == (
        "Lyst eller mørkt",
        "Gælder med det samme.",
    )
    assert row.height() >= 52
    assert beside.x() + control.width() == 700 - 2 - 16
    assert below.x() < 40 < below.y()


def test_a_box_is_ticked_anywhere_in_its_row(qtbot: QtBot) -> None:
    group = SettingGroup("Skærmbilleder")
    box = QCheckBox()
    row = group.row("Gem også hele skærmen", box, "Kan vise andre borgere.")
    shown(qtbot, group, 700, 200)
    left = Qt.MouseButton.LeftButton
    ticked = []
    for pressed in (row.label, row.second, row):
        QTest.mouseClick(pressed, left, pos=QPoint(5, 5))
        ticked.append(box.isChecked())
    QTest.mouseClick(box, left, pos=box.rect().center())
    ticked.append(box.isChecked())
    box.setEnabled(False)
    QTest.mouseClick(row, left, pos=QPoint(5, 5))

    assert [*ticked, box.isChecked()] == [True, False, True, False, False]


@pytest.mark.parametrize("compact", [False, True])
def test_an_icon_alone_has_a_name_and_a_square_to_be_hit(qtbot: QtBot, compact: bool) -> None:
    button = IconButton(Sign.SEARCH, "Søg", lambda: LIGHT, compact=compact)
    ground = QWidget()
    QVBoxLayout(ground).addWidget(button)
    shown(qtbot, ground)
    side = 32 if compact else 36

    assert button.size() == QSize(side, side)
    assert (button.accessibleName(), button.toolTip()) == ("Søg", "Søg")
    button.setFocus()
    QApplication.processEvents()
    assert button.size() == QSize(side, side)


def test_every_sign_is_drawn_in_the_colour_of_the_look_that_is_on(qapp: QApplication) -> None:
    current = [LIGHT]

    def drawn(icon: QIcon) -> QImage:
        return icon.pixmap(48, 48).toImage()

    def inked(picture: QImage) -> set[str]:
        return {
            picture.pixelColor(x, y).name().upper()
            for x in range(48)
            for y in range(48)
            if picture.pixelColor(x, y).alpha() == 255
        }

    for sign in Sign:
        icon = sign_icon(sign, lambda: current[0])
        current[0] = LIGHT
        assert LIGHT.ink in inked(drawn(icon)), sign
        current[0] = DARK
        assert DARK.ink in inked(drawn(icon)), sign
        copied = QIcon(icon)
        assert not QPixmap(copied.pixmap(16, 16, QIcon.Mode.Disabled)).isNull()


def test_a_filled_button_gives_its_filling_to_another(qtbot: QtBot) -> None:
    button = PrimaryButton("Tag skærmbillede")
    shown(qtbot, button)

    def ground() -> QColor:
        return button.grab().toImage().pixelColor(8, button.height() // 2)

    filled = ground()
    button.set_filled(filled=False)
    assert (filled, ground()) == (QColor(LIGHT.accent), QColor(LIGHT.card))
    button.setEnabled(False)
    assert ground() != QColor(LIGHT.side)


def test_pages_and_spaces_follow_the_text_while_they_stand(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page, card = CardPage("Side"), Card()
    card.add(Text("Ord"))
    page.add(card)
    shown(qtbot, page, 2400, 300)
    wide, inside = card.width(), card.column.contentsMargins().left()
    apply_style(qapp, look(dark=False, text_percent=200), RESOURCES)
    QApplication.processEvents()

    assert (wide, inside) == (920 - 2 * 32, 16)
    assert (card.width(), card.column.contentsMargins().left()) == (1840 - 2 * 36, 24)


def test_a_menu_has_round_corners(qtbot: QtBot) -> None:
    ground = QWidget()
    shown(qtbot, ground)
    menu = PopupMenu(parent=ground)
    menu.addAction("Kopiér")
    menu.popup(ground.mapToGlobal(QPoint(10, 10)))
    qtbot.waitUntil(menu.isVisible)

    assert not menu.mask().contains(QPoint(0, 0))
    assert menu.mask().contains(menu.rect().center())
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_long_text_in_a_card_keeps_to_it(qtbot: QtBot) -> None:
    card = Card()
    card.add(LongText("https://a.example/" + "x" * 200))
    shown(qtbot, card, 300)

    assert card.width() == 300


def test_a_complaint_of_several_fields_marks_them_until_it_is_taken_back(qtbot: QtBot) -> None:
    card, complaint, first, second = Card(), Complaint(), TextField(), TextField()
    for widget in (first, second, complaint):
        card.add(widget)
    shown(qtbot, card)
    complaint.say("De to er ikke ens.", first, second)
    wrong = [edge_colour(first), edge_colour(second), complaint.isVisible()]
    complaint.say("", first, second)

    assert wrong[1:] == [QColor(LIGHT.red), True]
    assert edge_colour(second) != QColor(LIGHT.red)
    assert not complaint.isVisible()


@pytest.mark.parametrize("field", [TextField, TextArea])
def test_the_menu_of_a_text_field_has_round_corners_too(
    qtbot: QtBot, field: type[TextField | TextArea]
) -> None:
    written = field()
    shown(qtbot, written)
    at = QPoint(20, 20)
    QApplication.sendEvent(
        written if isinstance(written, TextField) else written.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, written.mapToGlobal(at)),
    )
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    assert not menu.mask().contains(QPoint(0, 0))
    menu.close()


def test_the_list_of_a_choice_has_round_corners_too(qtbot: QtBot) -> None:
    choice = Choice([("a", "Facebook"), ("b", "Instagram")])
    shown(qtbot, choice)
    choice.showPopup()
    popup = choice.view().window()

    assert popup is not choice.window()
    assert not popup.mask().contains(QPoint(0, 0))
    choice.hidePopup()
