"""The page shows the open case, proposes one step, and sends the person where the chosen row can be worked on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.mark_and_redact import set_layer
from app.casework.kinds.note import NoteFacts
from app.markup import Box, Layer, Redaction
from app.picture import encode_png, thumbnail
from app.timeline import row_at
from app.ui import routes
from app.ui.timeline.details import RowAction
from app.ui.timeline.presenter import AT_ONCE, TimelinePresenter
from tests.fakes.lanes import HeldLanes
from tests.fakes.screen import striped_pixels
from tests.ui.timeline.acting import capture, post
from tests.ui.timeline.case import FakePage
from tests.worlds import RESOURCES, Desk
from tests.written import write_note


def test_it_tells_the_session_how_many_rows_the_case_has_whatever_is_searched_for(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    post(desk)
    whole = desk.session.rows
    presenter.search("findes ikke")

    assert (whole, len(page.timeline.rows)) == (2, 0)
    assert desk.session.rows == 2


def test_a_case_without_anything_offers_two_ways_to_begin(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    assert page.empty
    assert page.step == ("", "", "")

    presenter.capture()
    presenter.add_files()
    assert (desk.acts.names, desk.acts.files) == (["take_screenshot", "add_files"], [()])


def test_what_is_sealed_appears_and_the_step_follows(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)

    assert not page.empty
    assert len(page.timeline.rows) == 1
    assert page.detail is not None
    assert page.detail.title == "Exhibit 1"
    assert page.step[0] == "Next step: Tell your manager what has happened"
    presenter.take_step()
    assert desk.navigator.routes == [routes.Letters("manager")]


@pytest.mark.usefixtures("presenter")
def test_a_state_that_is_the_same_changes_nothing(desk: Desk, page: FakePage) -> None:
    capture(desk)
    shown = page.shown

    desk.session.publish()

    assert page.shown == shown


def test_opening_goes_where_the_row_can_be_worked_on(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    entry = post(desk)
    written = write_note(desk.case, "en note", NoteFacts())
    desk.session.publish()
    for row in page.timeline.rows:
        presenter.choose(row)
        assert presenter.open()

    assert desk.navigator.routes == [
        routes.Write("note", corrects=written),
        routes.Write("incident", corrects=entry),
        routes.Exhibit(1),
    ]


def test_hiding_asks_nothing_and_can_be_taken_back(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    capture(desk)

    presenter.do(RowAction.HIDE)

    assert len(page.timeline.rows) == 1
    assert page.chosen == desk.case.state.exhibits[0].original
    (toast,) = desk.acts.toasts
    assert toast.title == "Hidden: Exhibit 2 · Screenshot"
    toast.actions[0].act()
    assert len(page.timeline.rows) == 2


def test_a_hidden_row_can_be_looked_at_and_shown_again(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    presenter.do(RowAction.HIDE)
    assert not page.timeline.rows

    presenter.include_hidden(hidden=True)
    assert RowAction.SHOW_AGAIN in presenter.row_actions()
    presenter.do(RowAction.SHOW_AGAIN)

    presenter.include_hidden(hidden=False)
    assert len(page.timeline.rows) == 1


def test_a_search_shows_what_contains_the_words_and_ends_when_they_go(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    entry = post(desk, words="Kalder mig korrupt")

    presenter.search(" korrupt ")
    assert [row.id for row in page.timeline.rows] == [entry]
    assert page.chosen == entry
    assert page.said.wanted == "1 thing with “korrupt”"
    assert page.step == ("", "", "")

    presenter.search("findes ikke")
    assert page.said.nothing == "No results for “findes ikke”"
    assert page.detail is None
    assert not page.empty

    presenter.search("")
    assert page.said.wanted == ""
    assert len(page.timeline.rows) == 2


def test_words_typed_while_a_search_runs_are_searched_next(tmp_path: Path) -> None:
    lanes = HeldLanes()
    desk, page = Desk(tmp_path, lanes), FakePage()
    desk.open()
    presenter = TimelinePresenter(desk.context, page)
    post(desk, words="korrupt")
    lanes.run_all()

    presenter.search("kor")
    presenter.search("korr")
    presenter.search("finn")
    assert len(lanes.waiting) == 1
    lanes.run_all()

    assert page.said.nothing == "No results for “finn”"
    desk.session.close()


def test_a_picture_is_fetched_when_it_is_asked_for(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    assert page.detail is not None
    assert not page.pictures

    presenter.uncover(page.detail)

    ((pixels, sentence),) = page.pictures
    assert pixels is not None
    assert (pixels.width_px, pixels.height_px, sentence) == (120, 80, "")


def test_small_pictures_come_from_the_store_lane_and_a_file_has_none(
    desk: Desk, page: FakePage, presenter: TimelinePresenter, tmp_path: Path
) -> None:
    capture(desk)
    letter = tmp_path / "brev.txt"
    letter.write_text("hej", encoding="utf-8")
    add_file(desk.case, letter)
    exhibits = tuple(desk.case.state.exhibits)

    presenter.want_thumbnails(exhibits)

    (found,) = page.thumbnails
    assert found[exhibits[0].original]
    assert found[exhibits[1].original] is None


def test_a_copy_without_a_small_picture_shows_none_and_never_its_originals(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    (exhibit,) = desk.case.state.exhibits
    covered = Layer(redactions=(Redaction(Box(0, 0, 60, 40), "Barns navn"),))
    copy = set_layer(desk.case, exhibit, covered, RESOURCES / "fonts" / "NotoSans-Bold.ttf")
    (exhibit,) = desk.case.state.exhibits

    presenter.want_thumbnails((exhibit,))
    with desk.case.vault._using() as db:
        db.execute("DELETE FROM thumbnail WHERE entry = (SELECT max(entry) FROM thumbnail)")
    presenter.want_thumbnails((exhibit,))

    before, after = page.thumbnails
    assert before[copy] not in {None, desk.case.vault.thumbnail(exhibit.original)}
    assert after == {copy: None}


def test_a_file_shows_its_small_picture_by_its_view(
    desk: Desk, page: FakePage, presenter: TimelinePresenter, tmp_path: Path
) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(encode_png(striped_pixels(60, 40)))
    add_file(desk.case, path)
    (exhibit,) = desk.case.state.exhibits

    presenter.want_thumbnails((exhibit,))

    assert exhibit.shown != exhibit.original
    assert page.thumbnails == [{exhibit.shown: thumbnail(striped_pixels(60, 40))}]


def test_small_pictures_that_have_gone_by_are_not_fetched(tmp_path: Path) -> None:
    lanes = HeldLanes()
    desk, page = Desk(tmp_path, lanes), FakePage()
    desk.open()
    presenter = TimelinePresenter(desk.context, page)
    for _ in range(3):
        capture(desk)
    lanes.run_all()
    first, second, third = desk.case.state.exhibits

    presenter.want_thumbnails((first,))
    presenter.want_thumbnails((second,))
    presenter.want_thumbnails((third,))
    lanes.run_all()

    assert [set(found) for found in page.thumbnails] == [{first.original}, {third.original}]
    desk.session.close()


def test_a_long_case_shows_its_newest_rows_first_and_then_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.timeline.presenter.AT_ONCE", 2)
    lanes = HeldLanes()
    desk, page = Desk(tmp_path, lanes), FakePage()
    desk.open()
    for _ in range(5):
        capture(desk)
    presenter = TimelinePresenter(desk.context, page)
    presenter.refresh()

    assert [row.thing.number for row in page.timeline.rows] == [5, 4]  # type: ignore[union-attr]  # exhibits
    lanes.run_all()
    assert page.timeline.whole
    assert len(page.timeline.rows) == 5
    assert AT_ONCE > 2
    desk.session.close()


def test_turning_the_list_round_keeps_the_chosen_row(
    desk: Desk, page: FakePage, presenter: TimelinePresenter
) -> None:
    capture(desk)
    capture(desk)
    presenter.order(newest_first=False)
    assert page.chosen == desk.case.state.exhibits[1].original
    for exhibit in (desk.case.state.exhibits[1], desk.case.state.exhibits[0]):
        presenter.choose(row_at(desk.case.state, exhibit.original))

    presenter.order(newest_first=True)

    assert [row.thing.number for row in page.timeline.rows] == [2, 1]  # type: ignore[union-attr]  # exhibits
    assert page.chosen == desk.case.state.exhibits[0].original
