"""A series: the same area at each press of the key, our windows away, linked in order, and one form for all of it."""

from __future__ import annotations

import random

import pytest

from app.actions.open_case import OpenCase
from app.capture import BlackPictureError
from app.casework import in_series
from app.picture import Pixels, crop
from app.ui import routes
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState
from app.ui.overlay.geometry import Pixel
from app.ui.overlay.presenter import OverlayPresenter
from app.ui.overlay.series import SeriesShown
from app.vocabulary import SeriesFit
from tests.ui.overlay.acting import Bench, region_of

WIDE, HIGH = 160, 60


def page() -> Pixels:
    dice = random.Random(1)
    return Pixels(WIDE, 9 * HIGH, bytes(dice.randrange(256) for _ in range(WIDE * 9 * HIGH * 3)))


PAGE = page()


def scroll(bench: Bench, top: int) -> None:
    """The whole desktop moves, as a page in a window without a frame."""
    bench.screen.desktop = crop(PAGE, 0, top, WIDE, HIGH)


def begin(bench: Bench) -> None:
    scroll(bench, 0)
    bench.presenter.start(series=True)
    bench.drag(Pixel(5, 0), Pixel(84, 39))


def bar(bench: Bench) -> SeriesShown:
    assert bench.desktop.bar is not None
    return bench.desktop.bar


def places(case: OpenCase) -> list[str]:
    found = (in_series(case.state, each) for each in case.state.exhibits)
    return [each.short if each is not None else "" for each in found]


def fits(case: OpenCase) -> list[tuple[SeriesFit, int]]:
    found = (in_series(case.state, each) for each in case.state.exhibits)
    return [(each.fit, each.rows) for each in found if each is not None]


def press_key_for_four(bench: Bench) -> None:
    begin(bench)
    for top in (30, 60, 90):
        scroll(bench, top)
        bench.presenter.start()


def test_each_press_takes_the_same_area_and_links_it(bench: Bench, case: OpenCase) -> None:
    press_key_for_four(bench)
    assert places(case) == ["1/4", "2/4", "3/4", "4/4"]
    assert {region_of(case, number) for number in range(1, 5)} == {region_of(case, 1)}
    assert fits(case) == [(SeriesFit.UNKNOWN, 0), *[(SeriesFit.OVERLAPS, 10)] * 3]
    assert bench.presenter.selecting is None


def test_our_windows_stay_away_until_it_ends_and_then_there_is_one_form(
    bench: Bench, case: OpenCase
) -> None:
    press_key_for_four(bench)
    assert "leave" not in bench.desktop.told
    assert bench.acts.names == []
    assert bar(bench).title == "Serie: 4 billeder gemt og låst"
    assert "10" in bar(bench).told
    bench.presenter.finish_series()
    assert bench.desktop.told[-1] == "leave"
    assert bench.desktop.bar is None
    first = case.state.exhibits[0].original
    assert bench.navigator.routes == [routes.Write("incident", about=first)]
    assert bench.acts.names[-1] == "come_forward"
    assert bench.acts.toasts[-1].count == 4
    bench.presenter.start()
    assert bench.presenter.selecting is not None  # it is over


def test_it_goes_on_from_a_picture_that_was_taken_before(bench: Bench, case: OpenCase) -> None:
    scroll(bench, 0)
    bench.presenter.start()
    bench.drag(Pixel(5, 0), Pixel(84, 39))
    assert places(case) == [""]
    bench.press_toast(1)
    assert bar(bench).title == "Serie: 1 billede gemt og låst"
    scroll(bench, 30)
    bench.presenter.take_next()
    assert places(case) == ["1/2", "2/2"]


def test_a_gap_is_named_at_once_and_at_the_end(bench: Bench, case: OpenCase) -> None:
    begin(bench)
    scroll(bench, 200)
    bench.presenter.start()
    assert bar(bench).warns
    assert fits(case)[1] == (SeriesFit.GAP, 0)
    bench.presenter.finish_series()
    assert "1 og 2" in bench.acts.toasts[-1].text


def test_what_stood_still_is_said(bench: Bench, case: OpenCase) -> None:
    begin(bench)
    bench.presenter.start()
    assert bar(bench).told == "Det viser det samme som før."
    assert fits(case)[1][0] is SeriesFit.SAME


def test_what_goes_wrong_is_said_on_the_bar_and_the_series_goes_on(
    bench: Bench, case: OpenCase
) -> None:
    begin(bench)
    bench.screen.failure = BlackPictureError(0, 0, 1, 1)
    bench.presenter.start()
    assert bench.acts.errors == []
    assert "sort" in bar(bench).told
    assert bar(bench).warns
    bench.screen.failure = None
    scroll(bench, 30)
    bench.presenter.start()
    assert places(case) == ["1/2", "2/2"]
    assert not bar(bench).warns


def test_a_first_picture_that_cannot_be_had_begins_no_series(bench: Bench) -> None:
    bench.screen.desktop = Pixels(WIDE, HIGH, bytes(3 * WIDE * HIGH))
    bench.presenter.start(series=True)
    bench.drag(Pixel(5, 0), Pixel(84, 39))
    assert len(bench.acts.errors) == 1
    assert bench.desktop.bar is None
    assert bench.desktop.told[-1] == "leave"
    bench.presenter.finish_series()
    assert bench.navigator.routes == []


def test_whole_screens_are_kept_beside_it_and_are_no_part_of_it(
    bench: Bench, case: OpenCase
) -> None:
    bench.context.settings.choose_whole_screen(kept=True)
    begin(bench)
    scroll(bench, 30)
    bench.presenter.start()
    assert places(case) == ["1/2", "", "2/2", ""]
    assert bench.desktop.around


def test_without_a_vault_it_waits_and_is_linked_when_one_opens(
    closed_bench: Bench, case: OpenCase
) -> None:
    bench = closed_bench
    begin(bench)
    scroll(bench, 30)
    bench.presenter.start()
    assert bar(bench).title == "Serie: ikke gemt endnu"
    bench.presenter.finish_series()
    assert bench.navigator.routes == []
    bench.session.case = case
    bench.session.publish()
    assert places(case) == ["1/2", "2/2"]


@pytest.mark.parametrize("works", [True, False])
def test_it_names_the_keys_or_has_a_button(bench: Bench, works: bool) -> None:
    keeper = HotkeyKeeper(bench.context.settings)
    keeper.state = HotkeyState.WORKS if works else HotkeyState.TAKEN
    context = bench.make_context(
        bench.session,
        bench.lanes,
        language=bench.context.language,
        navigator=bench.navigator,
        acts=bench.acts,
        open_screen=lambda: bench.screen,
        hotkey=keeper,
    )
    bench.presenter = OverlayPresenter(context, bench.desktop, keeps_whole_screen=lambda: False)
    begin(bench)
    assert bar(bench).by_button is not works
    assert ("Ctrl+Skift+F8" in bar(bench).hint) is works


def test_while_it_is_covered_nothing_of_the_case_is_opened(bench: Bench) -> None:
    begin(bench)
    bench.session.locked = True
    bench.presenter.finish_series()
    assert bench.navigator.routes == []
    assert bench.acts.toasts[-1].actions


def test_where_the_desktop_may_ask_each_time_the_bar_says_so(bench: Bench) -> None:
    begin(bench)
    assert "spørge" not in bar(bench).hint
    bench.screen.platform = "wayland"
    scroll(bench, 30)
    bench.presenter.start()
    assert bar(bench).hint.endswith("Dit skrivebord spørger måske hver gang.")
