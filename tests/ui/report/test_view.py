"""The page itself: by mouse and by keyboard, in both languages, at twice the text, and for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.dossier import read_receipt_square
from app.picture import decode_untrusted, painted_page, squares_in
from app.ui.report.check_list import CheckList
from app.ui.report.model import ChoiceLine, ReportStep
from app.ui.report.read_row import ReadRow
from app.ui.report.view import ReportPage
from app.ui.session import Session
from evidence_store import format_receipt
from tests.ui.report.opened import opened
from tests.ui.report.wizard import House, case_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def styled(qapp: QApplication, house: House) -> Iterator[None]:
    house.apply_look(qapp)
    yield
    house.apply_look(qapp)


@pytest.fixture
def page(qtbot: QtBot, session: Session, house: House) -> Iterator[ReportPage]:
    page = opened(qtbot, session, house)
    yield page
    page.leave()


def click_row(listed: CheckList, row: int) -> None:
    place = listed.visualRect(listed.lines.index(row)).center()
    QTest.mouseClick(listed.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def ticked(listed: CheckList) -> list[bool]:
    role = Qt.ItemDataRole.CheckStateRole
    rows = range(listed.lines.rowCount())
    return [listed.lines.index(row).data(role) == Qt.CheckState.Checked for row in rows]


def test_the_steps_are_reached_by_the_step_bar_and_the_buttons(page: ReportPage) -> None:
    assert page.recipient.isVisible()
    page.steps.step(ReportStep.LOOK).click()
    assert page.look.isVisible()
    assert not page.recipient.isVisible()
    page.back.click()
    assert page.cover.isVisible()
    page.primary.click()
    page.primary.click()
    assert page.saving.isVisible()
    assert page.steps.step(ReportStep.SAVE).isChecked()


def test_a_recipient_is_chosen_anywhere_on_the_card_and_by_arrow_keys(
    page: ReportPage, qtbot: QtBot
) -> None:
    card = page.recipient.card("union_consultant")
    QTest.mouseClick(card, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(card.width() - 8, 8))
    assert card.radio.isChecked()
    assert page.presenter.draft is not None
    assert page.presenter.draft.recipient == "union_consultant"
    card.radio.setFocus()
    QTest.keyClick(card.radio, Qt.Key.Key_Up)
    assert page.presenter.draft.recipient != "union_consultant"
    qtbot.waitUntil(lambda: bool(page.facts.text()))


def test_exhibits_are_ticked_by_mouse_and_by_space(page: ReportPage) -> None:
    page.steps.step(ReportStep.CONTENT).click()
    listed = page.content.exhibits
    assert ticked(listed) == [True, True, True, False]
    click_row(listed, 1)
    assert ticked(listed) == [True, False, True, False]
    listed.setFocus()
    listed.setCurrentIndex(listed.lines.index(2))
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert ticked(listed) == [True, False, False, False]
    click_row(listed, 3)  # put aside
    assert ticked(listed) == [True, False, False, False]


def test_the_page_follows_the_arrow_keys(page: ReportPage, qtbot: QtBot) -> None:
    page.resize(1200, 420)
    page.steps.step(ReportStep.CONTENT).click()
    listed = page.content.asks
    last = listed.lines.index(listed.lines.rowCount() - 1)
    # The step has found its place: every line has room, and the page knows how long it is.
    qtbot.waitUntil(
        lambda: 0 < listed.visualRect(last).bottom() <= listed.height() < page.content.height()
    )
    listed.setFocus()
    listed.setCurrentIndex(listed.lines.index(0))
    for _ in range(listed.lines.rowCount()):
        QTest.keyClick(listed, Qt.Key.Key_Down)
    assert listed.currentIndex().row() == listed.lines.rowCount() - 1

    def seen() -> bool:
        place = listed.visualRect(listed.currentIndex()).center()
        return listed.visibleRegion().contains(place)

    qtbot.waitUntil(seen)


def test_words_reach_the_report(page: ReportPage, qtbot: QtBot) -> None:
    page.steps.step(ReportStep.CONTENT).click()
    page.content.summary.setPlainText("Kort fortalt")
    page.content.title.setText("Forsiden")
    qtbot.waitUntil(lambda: "Forsiden" in page.pane.area.accessibleDescription())
    assert page.presenter.draft is not None
    assert page.presenter.draft.summary == "Kort fortalt"


def test_every_picture_is_listed_and_can_be_opened(page: ReportPage) -> None:
    page.steps.step(ReportStep.COVER).click()
    assert sorted(page.cover.rows) == [1, 2, 3]
    row = page.cover.rows[2]
    assert row.button.accessibleName() == "Look at exhibit 2 and cover"
    assert (row.picture.width(), row.picture.height()) == (120, 80)
    assert page.primary.isEnabled()


def test_a_row_shows_its_page_and_the_picture_that_leaves(page: ReportPage) -> None:
    page.steps.step(ReportStep.COVER).click()
    first = page.pane.place.text()
    page.cover.rows[3].picture.click()
    assert page.pane.place.text() != first
    colours = page.cover.rows[1].picture.grab().toImage()
    assert colours.pixelColor(5, 40) != colours.pixelColor(60, 40)
    page.steps.step(ReportStep.LOOK).click()
    (row, *_) = page.look.findChildren(ReadRow)
    page.pane.turn_to(0)
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert not page.pane.place.text().startswith("Page 1 ")


def test_what_can_still_be_read_is_said_before_it_is_saved(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    page.steps.step(ReportStep.SAVE).click()
    assert not page.saving.readable.isVisible()
    exhibit = session.state.exhibit(2)
    assert exhibit is not None
    draft = IncidentDraft(exhibits=(exhibit.original,), quote="Ring til mig på 00 00 12 34")
    write_down(case_of(session), draft)
    session.publish()
    qtbot.waitUntil(page.saving.readable.isVisible)
    assert page.saving.readable.chip.text() == "1 thing has not been looked at"
    assert page.saving.readable.words.words() == "00 00 12 34"
    page.saving.readable.button.click()
    assert page.look.isVisible()
    (row,) = page.look.leaks
    assert page.look.count.text() == "1 to look at"
    assert row.box is not None
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    assert row is page.look.leaks[0]  # nothing was put in anew, so the focus stays
    assert page.look.count.text() == "All looked at"
    page.steps.step(ReportStep.SAVE).click()
    assert not page.saving.readable.isVisible()
    row.box.click()
    assert page.saving.readable.isVisible()
    page.primary.click()
    assert not page.saving.readable.isVisible()


def test_what_others_may_ask_is_one_press_away_and_the_report_waits(
    page: ReportPage, qtbot: QtBot
) -> None:
    page.steps.step(ReportStep.LOOK).click()
    assert page.look.others is not None
    with qtbot.waitSignal(page.look.others_wanted):
        page.look.others.click()
    page.leave()
    page.come_back()
    assert page.look.isVisible()


def test_coming_back_shows_the_step_that_was_left(page: ReportPage, qtbot: QtBot) -> None:
    page.steps.step(ReportStep.COVER).click()
    page.leave()
    page.come_back()
    qtbot.waitUntil(lambda: bool(page.facts.text()))
    assert page.cover.isVisible()


def test_pages_are_turned_and_enlarged_by_keys(page: ReportPage, qtbot: QtBot) -> None:
    area = page.pane.area
    first = area.accessibleDescription()
    assert first
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert page.pane.place.text().startswith("Page 2 of ")
    assert area.accessibleDescription() != first
    QTest.keyClick(area, Qt.Key.Key_Home)
    assert area.accessibleDescription() == first
    fitted = page.pane.sheet.page_px.width()
    QTest.keyClick(area, Qt.Key.Key_Plus)
    assert page.pane.sheet.page_px.width() > fitted
    QTest.keyClick(area, Qt.Key.Key_0)
    assert page.pane.sheet.page_px.width() == fitted


def test_in_a_low_window_the_page_is_as_wide_as_there_is_room(page: ReportPage) -> None:
    page.resize(1200, 420)
    QApplication.processEvents()
    assert page.pane.sheet.page_px.width() > 340
    page.pane.whole.click()
    assert page.pane.sheet.page_px.height() <= page.pane.area.viewport().height()


def test_a_whole_page_never_scrolls(page: ReportPage) -> None:
    page.pane.whole.click()
    for height in range(700, 710):
        page.resize(1200, height)
        QApplication.processEvents()
        assert page.pane.area.verticalScrollBar().maximum() == 0


def test_the_pages_controls_come_with_the_pages(page: ReportPage) -> None:
    there = page.pane.bar.isVisible()
    page.pane.show_sentence("")
    page.pane.show_building("Rapporten sættes sammen …")

    assert there
    assert not page.pane.bar.isVisible()
    assert page.pane.sentence.text() == "Rapporten sættes sammen …"
    assert page.pane.state.text() == ""


def test_the_last_page_is_the_last(page: ReportPage) -> None:
    QTest.keyClick(page.pane.area, Qt.Key.Key_End)
    assert not page.pane.on.isEnabled()
    assert page.pane.back.isEnabled()


def test_saving_by_the_button_shows_path_and_code(page: ReportPage, house: House) -> None:
    page.steps.step(ReportStep.SAVE).click()
    page.primary.click()
    (file,) = house.documents.iterdir()
    assert page.saving.files.words() == str(file)
    assert "/" in page.saving.receipt.code.text()
    page.saving.receipt.copy.click()
    assert QGuiApplication.clipboard().text() == " ".join(page.saving.receipt.code.text().split())
    assert page.saving.notice.text() == "The receipt code is copied."
    buffer = QBuffer()
    assert page.saving.receipt.square.grab().save(buffer, "PNG")
    png = bytes(buffer.data().data())
    (square,) = squares_in(decode_untrusted(png, "image/png").pixels)
    read = read_receipt_square(square.text)
    assert read is not None
    code = page.saving.receipt.code.text().replace("\n", " ")
    assert format_receipt(read.code, read.head.seq) == code
    page.saving.receipt.sheet_wanted.emit(house.documents / "sheet.pdf")
    (read_again,) = squares_in(painted_page((house.documents / "sheet.pdf").read_bytes(), 0).pixels)
    assert read_again.text == square.text
    assert not page.cancel.isVisible()


def test_without_anything_to_save_the_button_rests(page: ReportPage) -> None:
    page.steps.step(ReportStep.SAVE).click()
    page.saving.pdf.click()
    assert not page.primary.isEnabled()
    page.saving.package.click()
    assert page.primary.isEnabled()


def test_a_new_look_is_put_on_without_losing_the_step(
    page: ReportPage, qapp: QApplication, house: House
) -> None:
    page.steps.step(ReportStep.CONTENT).click()
    house.apply_look(qapp, dark=True, percent=200)
    assert page.content.isVisible()
    assert page.grab().width() > 0


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_is_cut_off_in_any_step(
    qtbot: QtBot,
    session: Session,
    house: House,
    qapp: QApplication,
    language: str,
    percent: int,
) -> None:
    house.apply_look(qapp, percent=percent)
    page = opened(qtbot, session, house, language)
    page.resize(1440, 900)
    for step in ReportStep:
        page.steps.step(step).click()

        def whole() -> None:
            cut = [name for widget in page.findChildren(QWidget) if (name := cut_off(widget))]
            assert not cut

        qtbot.waitUntil(whole)
    page.leave()


def cut_off(widget: QWidget) -> str:
    """The words of a widget that are not all to be seen; "" where they are."""
    if not widget.isVisible():
        return ""
    if isinstance(widget, QLabel) and widget.text():
        need = (
            widget.heightForWidth(widget.width())
            if widget.wordWrap()
            else widget.sizeHint().height()
        )
        narrow = not widget.wordWrap() and widget.width() < widget.sizeHint().width()
        return widget.text() if narrow or widget.height() < need else ""
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text() if widget.width() < widget.sizeHint().width() else ""
    return ""


def test_everything_that_takes_the_focus_has_a_name_of_its_own(page: ReportPage) -> None:
    for step in ReportStep:
        page.steps.step(step).click()
        names: list[str] = []
        for widget in page.findChildren(QWidget):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if not (
                widget.isVisible() and widget.isEnabled() and takes and not widget.focusProxy()
            ):
                continue
            name = widget.accessibleName()
            name = name or (widget.text() if isinstance(widget, QAbstractButton | QLabel) else "")
            assert name, widget
            names.append(name)
        assert len(names) == len(set(names)), names


def test_tab_goes_from_the_first_to_the_last_control(page: ReportPage) -> None:
    page.steps.step(ReportStep.RECIPIENT).setFocus()
    seen: list[QWidget] = []
    for _ in range(60):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in seen:
            break
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    for wanted in (page.primary, page.cancel, page.pane.area, page.pane.on):
        assert wanted in seen
    assert any(card.radio in seen for card in [page.recipient.card("manager")])


def test_a_long_line_breaks_instead_of_being_cut(qtbot: QtBot, house: House) -> None:
    listed = CheckList("Things", "Included", "Not included", house.look)
    qtbot.addWidget(listed)
    listed.resize(240, 200)
    listed.show_lines(
        (ChoiceLine("a", "kort"), ChoiceLine("b", "et langt ord " * 12, detail="og mere " * 10))
    )
    listed.show()
    heights = [listed.sizeHintForRow(row) for row in range(2)]
    assert heights[1] > 4 * heights[0]
    assert listed.height() >= sum(heights)
    text = listed.lines.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text.endswith("Included")


def test_the_folder_can_be_written(page: ReportPage) -> None:
    page.steps.step(ReportStep.SAVE).click()
    field = page.saving.folder
    assert isinstance(field, QLineEdit)
    field.setText("/no such folder anywhere")
    field.editingFinished.emit()
    assert not page.primary.isEnabled()
