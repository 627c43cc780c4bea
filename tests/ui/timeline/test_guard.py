"""How gently the timeline shows things is the person's choice, holds at once, and changes nothing that is sealed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.write_down import write_down
from app.casework.kinds.incident import INCIDENT, IncidentText
from app.casework.kinds.note import NoteDraft
from app.ui import routes
from app.ui.kit import QuietButton, SaidBlock
from app.ui.timeline.details import RowAction
from app.ui.timeline.presenter import TimelinePresenter
from app.ui.timeline.view import TimelinePage
from tests.ui.timeline.acting import capture, post
from tests.ui.timeline.case import FakePage
from tests.worlds import Desk

GROSS = "Hun er en luder"


def chosen_first(presenter: TimelinePresenter, page: FakePage) -> None:
    presenter.choose(page.timeline.rows[0])


def test_coarse_words_have_gaps_in_row_and_pane_until_they_are_asked_for(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    post(desk, words=GROSS)
    chosen_first(presenter, page)
    assert page.detail is not None
    assert GROSS in {each.value for each in page.detail.fields}

    presenter.guard_more(gaps=True)
    assert page.detail is not None
    row = page.timeline.rows[0]
    assert "luder" not in presenter.line(row).spoken
    assert page.detail.with_gaps
    assert "Hun er en l····" in {each.value for each in page.detail.fields}

    presenter.show_words()
    shown = page.detail
    assert shown is not None
    assert not shown.with_gaps
    assert GROSS in {each.value for each in shown.fields}
    assert desk.settings.reads_with_gaps
    kept = desk.case.state.of(INCIDENT)[0].current.text
    assert isinstance(kept, IncidentText)
    assert kept.description == GROSS


def test_what_the_settings_say_is_followed_at_once(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    post(desk, words=GROSS)
    desk.settings.choose_gaps(gaps=True)
    desk.settings.choose_words_only(only=True)
    desk.session.publish()

    assert presenter.guard.words_only
    assert "luder" not in presenter.line(page.timeline.rows[0]).spoken


def test_what_somebody_read_first_stands_apart_with_their_name(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    exhibit = desk.case.state.exhibits[0].original
    chosen_first(presenter, page)
    assert RowAction.READ_FIRST in presenter.row_actions()
    presenter.do(RowAction.READ_FIRST)
    assert desk.navigator.routes[-1] == routes.Write("note", about=exhibit)

    write_down(desk.case, NoteDraft(text="Det er skældsord.", reader="Karen", about=exhibit))
    desk.session.publish()
    presenter.show_these((exhibit,))

    assert page.detail is not None
    (said,) = page.detail.read_for_you
    assert (said.label, said.value) == ("Karen has read it for you", "Det er skældsord.")
    assert "Det er skældsord." not in {each.value for each in page.detail.fields}


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication, desk: Desk, tmp_path: Path) -> TimelinePage:
    page = TimelinePage(desk.context.language, desk.context.look)
    qtbot.addWidget(page)
    page.bind(TimelinePresenter(desk.context, page))
    page.resize(1200, 700)
    return page


def test_with_words_alone_no_small_picture_is_fetched(shown: TimelinePage, desk: Desk) -> None:
    capture(desk)
    exhibit = desk.case.state.exhibits[0]
    assert shown.delegate.pictures.lacks(exhibit)

    shown.bar.only_words.trigger()

    assert desk.settings.words_only
    assert not shown.delegate.pictures.lacks(exhibit)


def test_the_pane_says_it_before_the_picture_and_has_a_way_to_the_words(
    shown: TimelinePage, desk: Desk
) -> None:
    capture(desk)
    exhibit = desk.case.state.exhibits[0].original
    write_down(desk.case, NoteDraft(text="Der står luder.", reader="Karen", about=exhibit))
    desk.session.publish()
    presenter = shown._presenter
    assert presenter is not None
    presenter.show_these((exhibit,))
    shown.bar.read_with_gaps.trigger()

    (said,) = shown.pane.area.findChildren(SaidBlock)
    picture = shown.pane.picture
    assert picture is not None
    ground = shown.pane.area.widget()
    assert ground is not None
    column = ground.layout()
    assert column is not None
    assert column.indexOf(said) < column.indexOf(picture)
    whole = next(
        each
        for each in shown.pane.area.findChildren(QuietButton)
        if each.text() == "Show the words whole"
    )
    whole.click()
    assert shown.pane.detail is not None
    assert shown.pane.detail.read_for_you[0].value == "Der står luder."
