"""The page of the report gets the room: how it is laid out at each width, and what goes where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.ui.report.model import ReportStep
from app.ui.report.view import ReportPage
from app.ui.session import Session
from tests.ui.report.opened import opened
from tests.ui.report.wizard import House, case_of

# What the window keeps for itself: menu, foot of the window, and nothing at the sides.
BARS_PX = 32 + 28


@pytest.fixture
def page(qtbot: QtBot, session: Session, house: House, qapp: QApplication) -> Iterator[ReportPage]:
    house.apply_look(qapp)
    page = opened(qtbot, session, house)
    yield page
    page.leave()
    house.apply_look(qapp)


def sized(page: ReportPage, width: int, height: int) -> ReportPage:
    page.resize(width, height - BARS_PX)
    QApplication.processEvents()
    return page


@pytest.mark.parametrize(
    ("width", "height", "choices", "share"),
    [(1440, 900, 440, 0.69), (1366, 728, 400, 0.70), (1024, 700, 380, 0.62)],
)
def test_the_column_of_the_page_has_most_of_the_window(
    page: ReportPage, width: int, height: int, choices: int, share: float
) -> None:
    sized(page, width, height)
    assert page.width() - page.pane.width() == choices
    assert page.pane.width() / width >= share
    assert not page.halves.tabs.isVisible()


def test_the_page_can_be_read_at_once_and_nothing_lies_under_its_controls(
    page: ReportPage,
) -> None:
    sized(page, 1366, 728)
    assert page.pane.sheet.page_px.width() >= 700
    bar = page.pane.bar.geometry()
    assert bar.height() <= 48
    assert page.pane.rect().contains(bar)
    page.pane.whole.click()
    QApplication.processEvents()
    shown = page.pane.sheet.page_px.height() + 24
    assert shown <= bar.top()
    page.pane.enlarge(1)
    QApplication.processEvents()
    assert not page.pane.stack.geometry().intersects(page.pane.bar.geometry())


def test_a_long_name_of_a_recipient_does_not_let_its_column_scroll_sideways(
    page: ReportPage,
) -> None:
    sized(page, 1024, 500)
    area = page._page.area
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [640, 899])
def test_a_narrow_window_shows_one_of_them_at_a_time(page: ReportPage, width: int) -> None:
    sized(page, width, 700)
    assert page.recipient.isVisible()
    assert not page.pane.isVisible()
    page.halves.tabs.button("page").click()
    assert page.pane.isVisible()
    assert not page.recipient.isVisible()
    assert page.pane.width() == width
    assert page.pane.rect().contains(page.pane.bar.geometry())
    page.steps.step(ReportStep.COVER).click() if page.steps.isVisible() else page.primary.click()
    assert not page.pane.isVisible()
    sized(page, 1366, 728)
    assert page.pane.isVisible()
    assert page._page.isVisible()


def test_a_row_brings_the_page_to_the_front_where_there_is_room_for_one(page: ReportPage) -> None:
    sized(page, 800, 700)
    page.presenter.go_to(ReportStep.COVER)
    page.cover.rows[2].picture.click()
    assert page.pane.isVisible()


def test_large_text_counts_as_a_narrow_window(page: ReportPage, house: House) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    house.apply_look(application, percent=200)
    sized(page, 1440, 900)
    assert page.halves.tabs.isVisible()


def test_no_list_scrolls_inside_the_page_that_scrolls(page: ReportPage) -> None:
    sized(page, 1366, 728)
    for step in ReportStep:
        page.presenter.go_to(step)
        QApplication.processEvents()
        for listed in page.content.lists:
            assert listed.verticalScrollBar().maximum() == 0
        inner = [
            area
            for area in page._page.area.findChildren(QScrollArea)
            if area.isVisible() and area.verticalScrollBar().maximum()
        ]
        assert inner == []


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [640, 1024, 1366])
def test_a_row_with_all_that_can_be_found_fits_its_column(
    qtbot: QtBot,
    session: Session,
    house: House,
    qapp: QApplication,
    language: str,
    width: int,
) -> None:
    house.apply_look(qapp)
    exhibit = session.state.exhibit(2)
    assert exhibit is not None
    quote = "Torben Prøve: 010203-1234, ring på 00 00 12 34"
    draft = IncidentDraft(exhibits=(exhibit.original,), name="Torben Prøve", quote=quote)
    write_down(case_of(session), draft)
    session.publish()
    page = sized(opened(qtbot, session, house, language), width, 728)
    page.presenter.go_to(ReportStep.COVER)
    QApplication.processEvents()
    assert len(page.cover.rows[2].chips) == 2  # a number and a phone; the name is not told
    assert page._page.area.horizontalScrollBar().maximum() == 0
    page.leave()


def test_the_steps_do_not_scroll_away(page: ReportPage) -> None:
    sized(page, 1366, 500)
    page.presenter.go_to(ReportStep.CONTENT)
    QApplication.processEvents()
    bar = page._page.area.verticalScrollBar()
    assert bar.maximum()
    bar.setValue(bar.maximum())
    place = page.steps.mapTo(page, page.steps.rect().topLeft())
    assert 0 <= place.y() < 20
