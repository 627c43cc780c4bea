"""The shared widgets do what their names say, by mouse and by keyboard, and have names for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit import (
    LIGHT,
    Badge,
    Banner,
    Button,
    CardPage,
    Choice,
    CoveredPicture,
    DropZone,
    EditableChoice,
    EmptyState,
    FieldForm,
    Fingerprint,
    FlowRow,
    LongText,
    Look,
    NumberField,
    PageFoot,
    PassphraseField,
    Progress,
    QuietButton,
    Rows,
    Segmented,
    Text,
    TextArea,
    TextField,
    apply_style,
    files_of,
    load_fonts,
    look,
    style_window,
)
from app.ui.kit import progress as kit_progress
from app.ui.kit.progress import time_left_ms

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[QApplication]:
    load_fonts(RESOURCES)
    apply_style(qapp, look(dark=False), RESOURCES)
    yield qapp
    apply_style(qapp, look(dark=False), RESOURCES)


def shown(
    qtbot: QtBot, widget: QWidget, width: int = 600, height: int = 400, styled_as: Look = LIGHT
) -> None:
    qtbot.addWidget(widget)
    style_window(widget, styled_as)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()


def test_what_is_read_sign_by_sign_is_set_in_a_font_that_lies_with_the_program(
    qtbot: QtBot, styled: QApplication
) -> None:
    """The name "monospace" is no font's on Windows, where the code was set in letters of any width."""
    code = QLineEdit()
    code.setProperty("kit", "code")
    for widget in (Fingerprint("0O1l"), code):
        shown(qtbot, widget)
        set_in = QFontInfo(widget.font())
        assert set_in.fixedPitch()
        assert set_in.family() == widget.font().family() == "DejaVu Sans Mono"


def test_a_strangers_words_are_never_read_as_markup(qtbot: QtBot) -> None:
    text = Text("<b>fed</b> &amp; <img src=x>")
    qtbot.addWidget(text)

    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.text() == "<b>fed</b> &amp; <img src=x>"


def test_an_ampersand_stays_a_letter(qtbot: QtBot) -> None:
    button = Button("Hansen & søn")
    qtbot.addWidget(button)

    assert button.text() == "Hansen && søn"
    assert button.accessibleName() == "Hansen & søn"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_button_has_room_for_its_words_and_its_key(
    styled: QApplication, qtbot: QtBot, percent: int
) -> None:
    styled_as = look(dark=False, text_percent=percent)
    apply_style(styled, styled_as, RESOURCES)
    plain, hinted = Button("Skjul vinduet"), Button("Skjul vinduet", hint="F9")
    row = FlowRow(plain, hinted)
    shown(qtbot, row, 900, styled_as=styled_as)

    assert plain.height() >= 36
    assert hinted.width() > plain.width() + hinted.fontMetrics().horizontalAdvance("F9") * 0.8


def test_a_row_that_is_too_long_goes_on_below(qtbot: QtBot) -> None:
    row = FlowRow(*(Button(f"En lang knap {number}") for number in range(4)))
    shown(qtbot, row, 250)

    places = [button.geometry() for button in row.findChildren(Button)]
    assert all(place.right() < 250 for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)


def test_a_form_names_its_fields_and_complains_below_them(qtbot: QtBot) -> None:
    form = FieldForm()
    field = TextField()
    form.add("Hvem skrev", field, "Som det står")
    shown(qtbot, form)

    form.complain(field, "Skriv et navn")
    complaint = next(text for text in form.findChildren(Text) if text.text() == "Skriv et navn")

    assert field.accessibleName() == "Hvem skrev"
    assert field.accessibleDescription() == "Skriv et navn Som det står"
    assert complaint.isVisible()
    assert form.errors() == [field]
    form.complain(field, "")
    assert not complaint.isVisible()
    assert (form.errors(), field.accessibleDescription()) == ([], "Som det står")


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    form = FieldForm()
    first, second = TextArea(), TextField()
    form.add("Et", first)
    form.add("To", second)
    shown(qtbot, form)
    form.activateWindow()
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Tab)

    assert form.focusWidget() is second
    assert first.value() == ""


def test_a_choice_tells_its_value_and_keeps_it_when_offered_others(qtbot: QtBot) -> None:
    choice = Choice([("a", "Facebook"), ("b", "Instagram")])
    qtbot.addWidget(choice)

    with qtbot.waitSignal(choice.changed) as heard:
        choice.choose("b")
    choice.offer([("c", "Andet"), ("b", "Instagram")])

    assert heard.args == ["b"]
    assert choice.value() == "b"


@pytest.mark.parametrize("has_focus", [False, True])
def test_the_wheel_over_a_field_scrolls_the_page_and_changes_nothing(
    qtbot: QtBot, has_focus: bool
) -> None:
    page = CardPage("Side")
    choice, number = Choice([("a", "Et"), ("b", "To")]), NumberField(0, 9)
    own = EditableChoice(["Cpr-nummer", "Barns navn"])
    fields: list[QWidget] = [choice, number, own]
    for field in fields:
        page.add(field)
    page.add(LongText("langt " * 3000))
    shown(qtbot, page)
    bar = page.area.verticalScrollBar()

    for field in fields:
        bar.setValue(0)
        if has_focus:
            field.setFocus()
        at = field.mapTo(page, field.rect().center()).toPointF()
        QTest.wheelEvent(page.windowHandle(), at, QPoint(0, -120))
        assert bar.value() > 0

    assert (choice.value(), number.value(), own.currentIndex()) == ("a", 0, 0)


def test_arrow_keys_move_between_segments(qtbot: QtBot) -> None:
    segments = Segmented([("o", "Original"), ("m", "Med markeringer")], name="Visning")
    shown(qtbot, segments)
    segments.button("o").setFocus()

    with qtbot.waitSignal(segments.changed) as heard:
        QTest.keyClick(segments.button("o"), Qt.Key.Key_Right)

    assert heard.args == ["m"]
    assert segments.value() == "m"
    assert segments.accessibleName() == "Visning"


def test_a_picture_stays_covered_until_it_is_asked_for(qtbot: QtBot) -> None:
    red = QImage(40, 30, QImage.Format.Format_RGB32)
    red.fill(QColor("#FF0000"))
    picture = CoveredPicture("Vis billede")
    picture.set_picture(red, "Bilag 8")
    shown(qtbot, picture, 320, 150)

    def middle() -> QColor:
        return picture.grab().toImage().pixelColor(picture.width() // 2, 8)

    covered = middle()
    with qtbot.waitSignal(picture.asked):
        picture.button.click()
    qtbot.waitUntil(lambda: middle().red() > 200 and middle().green() < 50)

    assert covered.green() > 50
    left = picture.grab().toImage().pixelColor(0, picture.height() // 2)
    assert left == QColor(LIGHT.line)  # a white page on a white card has an edge
    picture.cover()
    assert middle().green() > 50
    assert picture.button.isVisible()


def test_only_files_of_this_computer_can_be_dropped(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png")), QUrl("https://example.test/b.png")])

    assert files_of(data) == [tmp_path / "a.png"]
    assert files_of(QMimeData()) == []


def test_a_passphrase_is_hidden_until_asked_and_hidden_again_when_cleared(qtbot: QtBot) -> None:
    field = PassphraseField("Vis", "Skjul", "Caps Lock er slået til.")
    shown(qtbot, field)
    field.line.setText("seks små ord")
    field.toggle.click()
    looked_at = field.line.echoMode()

    field.clear()

    assert looked_at == QLineEdit.EchoMode.Normal
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert field.value() == ""
    assert field.toggle.text() == "Vis"


def test_progress_shows_a_part_or_that_nobody_knows(qtbot: QtBot) -> None:
    progress = Progress("Kontrollerer", "Annullér")
    ground = QWidget()
    QVBoxLayout(ground).addWidget(progress)
    shown(qtbot, ground)
    assert not progress.isVisible()  # until something runs
    progress.show_running("Kontrollerer")
    unknown = progress.bar.maximum()
    progress.show_part(0.5)

    with qtbot.waitSignal(progress.cancelled):
        progress.cancel.click()

    assert unknown == 0
    assert progress.bar.value() == progress.bar.maximum() // 2


def test_time_left_is_told_once_the_pace_is_known() -> None:
    assert time_left_ms(4_000, 0.5, 0.5) is None  # too soon
    assert time_left_ms(60_000, 0.0, 1.0) is None
    assert time_left_ms(60_000, 0.25, 0.75) == 180_000


def test_progress_says_the_time_left_behind_its_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit_progress, "_SURE_MS", 0)
    progress = Progress("Kontrollerer", "Annullér")
    qtbot.addWidget(progress)
    parts = iter((0.1, 0.1, 0.6))
    progress.part = lambda: next(parts, 0.6)
    progress.left = lambda ms: f"({ms >= 0})"
    progress.show_running("Klippet bliver lavet …")
    qtbot.waitUntil(lambda: progress.text.text() == "Klippet bliver lavet … (True)")
    assert progress.bar.accessibleName() == "Klippet bliver lavet …"
    progress.show_running("")


def test_banner_and_empty_state_tell_what_was_pressed(qtbot: QtBot) -> None:
    banner = Banner("Næste skridt", "Fordi", "Gør det")
    empty = EmptyState("Tomt", "Her er ikke noget", "Tag", "Hent")
    shown(qtbot, banner)
    shown(qtbot, empty)

    with qtbot.waitSignals([banner.clicked, empty.primary_clicked, empty.secondary_clicked]):
        banner.button.click()
        empty.primary.click()
        empty.secondary.click()


def test_rows_can_be_filled_anew(qtbot: QtBot) -> None:
    rows = Rows()
    shown(qtbot, rows)
    rows.add("Hvor", "Facebook")
    rows.clear()
    value = rows.add("Link", "example.test")

    assert value.accessibleName() == "Link: example.test"
    assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_badge_can_change_its_word(qtbot: QtBot) -> None:
    badge = Badge("Mangler link", "wait")
    qtbot.addWidget(badge)
    badge.show_as("Gemt og låst", "ok")

    assert (badge.text(), badge.property("kind")) == ("Gemt og låst", "ok")


def test_files_dropped_on_a_drop_zone_are_told(qtbot: QtBot) -> None:
    zone = DropZone("Slip filer her", "Vælg fil…")
    shown(qtbot, zone)

    with qtbot.waitSignal(zone.clicked):
        zone.button.click()
    assert zone.acceptDrops()


def test_a_page_ends_where_its_contents_end(styled: QApplication, qtbot: QtBot) -> None:
    page = CardPage("Titel")
    for _ in range(12):
        page.add(Text("En sætning, der er lang nok til at stå på to linjer i en smal spalte. " * 2))
    last = Text("Sidste ord")
    page.add(last)
    page.add_stretch()
    shown(qtbot, page, 900, 300)
    ground = page.area.widget()
    assert ground is not None

    assert ground.height() > 300
    assert ground.height() - (last.mapTo(ground, QPoint(0, 0)).y() + last.height()) < 60


def test_a_choice_is_no_wider_than_what_can_be_chosen(styled: QApplication, qtbot: QtBot) -> None:
    form = FieldForm()
    few = Segmented((("a", "Lyst"), ("b", "Mørkt")))
    form.add("Udseende", few)
    shown(qtbot, form, 800)

    assert few.width() == few.sizeHint().width()


@pytest.mark.parametrize("middle", [False, True])
def test_the_buttons_below_a_page_keep_to_its_column(
    styled: QApplication, qtbot: QtBot, middle: bool
) -> None:
    foot, button = PageFoot(600, middle=middle), Button("Gem")
    foot.put((), (button,))
    shown(qtbot, foot, 1400, 80)
    right = button.mapTo(foot, QPoint(button.width(), 0)).x()

    assert right == (1000 if middle else 600) - 32


def test_a_quiet_button_is_large_enough_to_be_hit(styled: QApplication, qtbot: QtBot) -> None:
    button = QuietButton("+")
    row = FlowRow(button)
    shown(qtbot, row)

    assert min(button.width(), button.height()) >= 24


def test_a_link_that_may_break_is_copied_as_it_was(qtbot: QtBot) -> None:
    link = "https://nabolaget.example/grupper/borgere-i-nordby/opslag/88120"
    text = LongText(link)
    shown(qtbot, text, 200)
    text.setFocus()
    text.setSelection(0, len(text.text()))
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert text.words() == link
    assert text.text() != link
    assert QApplication.clipboard().text() == link
