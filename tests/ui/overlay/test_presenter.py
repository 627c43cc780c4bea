"""From the wish to the sealed exhibit, with a desktop in memory."""

from __future__ import annotations

import pytest

from app.actions.open_case import OpenCase
from app.capture import ActiveWindow, BlackPictureError, Region, WaylandError
from app.casework.kinds.capture import CaptureFacts
from app.picture import Pixels, crop, decode_own_png
from app.ui.overlay.geometry import Pixel
from app.vocabulary import CaptureMethod
from tests.fakes.screen import striped_pixels
from tests.ui.overlay.acting import Bench, region_of


def facts_of(case: OpenCase, number: int) -> CaptureFacts:
    exhibit = case.state.exhibit(number)
    assert exhibit is not None
    assert isinstance(exhibit.facts, CaptureFacts)
    return exhibit.facts


def pixels_of(case: OpenCase, number: int) -> Pixels:
    exhibit = case.state.exhibit(number)
    assert exhibit is not None
    with case.vault.open_object(exhibit.original) as stream:
        return decode_own_png(stream.read())


def test_a_drag_seals_the_frozen_pixels_under_it(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    before = bench.screen.desktop
    bench.screen.desktop = striped_pixels(160, 60, seed=9)
    bench.drag(Pixel(-20, -5), Pixel(19, 24))
    assert region_of(case, 1) == Region(-20, -5, 40, 30)
    assert pixels_of(case, 1) == crop(before, 40, 5, 40, 30)
    assert bench.desktop.told == ["vanish", "freeze", "show", "leave"]


def test_the_time_is_that_of_the_grab(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    for _ in range(100):
        bench.clock.now()
    bench.presenter.enter()
    assert facts_of(case, 1).captured_at == "2026-11-23T13:03:11.042Z"


def test_two_clicks_take_what_a_drag_takes(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.click(Pixel(5, 5))
    bench.presenter.point(Pixel(44, 34))
    bench.click(Pixel(44, 34))
    assert region_of(case, 1) == Region(5, 5, 40, 30)


def test_enter_takes_the_whole_screen_under_the_pointer(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.presenter.point(Pixel(-30, 5))
    bench.presenter.enter()
    assert region_of(case, 1) == Region(-60, -10, 60, 40)
    assert facts_of(case, 1).method is CaptureMethod.SCREEN


def test_keys_and_numbers_are_enough(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.presenter.type_in(Region(3, 4, 20, 10))
    bench.presenter.arrow(10, 0)
    bench.presenter.arrow(0, 1, resize=True)
    bench.presenter.enter()
    assert region_of(case, 1) == Region(13, 4, 20, 11)


def test_the_whole_screen_is_kept_too_where_that_is_the_setting(
    bench: Bench, case: OpenCase
) -> None:
    bench.context.settings.choose_whole_screen(kept=True)
    bench.presenter.start()
    bench.drag(Pixel(10, 10), Pixel(29, 29))
    assert [facts_of(case, n).context for n in (1, 2)] == [False, True]
    assert region_of(case, 2) == Region(0, 0, 100, 50)
    assert facts_of(case, 1).grab_id == facts_of(case, 2).grab_id


def test_a_whole_screen_is_not_kept_twice(bench: Bench, case: OpenCase) -> None:
    bench.context.settings.choose_whole_screen(kept=True)
    bench.presenter.start()
    bench.presenter.type_in(Region(0, 0, 100, 50))
    bench.presenter.enter()
    bench.presenter.start()
    bench.presenter.enter()
    assert len(case.state.exhibits) == 2


def test_esc_takes_nothing_and_brings_the_windows_back(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.presenter.press(Pixel(5, 5))
    bench.presenter.cancel()
    bench.presenter.release(Pixel(50, 40))
    assert not case.state.exhibits
    assert bench.desktop.told[-1] == "leave"
    assert not bench.acts.names


def test_own_windows_are_given_time_to_go(bench: Bench) -> None:
    bench.desktop.wait_ms = 100
    bench.presenter.start()
    assert bench.desktop.told == ["vanish"]
    assert bench.desktop.later_ms == [100]
    bench.desktop.waiting.pop()()
    assert bench.desktop.told == ["vanish", "freeze", "show"]


def test_a_second_start_while_one_is_choosing_does_nothing(bench: Bench) -> None:
    bench.presenter.start()
    bench.presenter.start()
    assert bench.desktop.told.count("freeze") == 1


def test_a_delay_is_counted_down_and_then_the_screens_are_frozen(bench: Bench) -> None:
    bench.presenter.start(3)
    for _ in range(3):
        assert not bench.desktop.told
        bench.desktop.waiting.pop()()
    assert bench.desktop.later_ms == [1000, 1000, 1000]
    assert bench.desktop.counted == [3, 2, 1, 0]
    assert "show" in bench.desktop.told


def test_a_countdown_that_is_cancelled_takes_nothing(bench: Bench) -> None:
    bench.presenter.start(5)
    bench.desktop.waiting.pop()()
    bench.presenter.cancel()
    assert bench.desktop.counted == [5, 4, 0]
    bench.desktop.waiting.pop()()
    assert not bench.desktop.told
    assert not bench.desktop.waiting


def test_a_second_countdown_begins_anew(bench: Bench) -> None:
    bench.presenter.start(5)
    bench.presenter.start(2)
    first, second = bench.desktop.waiting
    bench.desktop.waiting.clear()
    first()
    assert bench.desktop.counted == [5, 0, 2]
    second()
    assert bench.desktop.counted == [5, 0, 2, 1]


def test_a_start_without_delay_goes_before_one_that_waits(bench: Bench) -> None:
    bench.presenter.start(5)
    bench.presenter.start()
    bench.presenter.cancel()
    bench.desktop.waiting.pop()()
    assert bench.desktop.told.count("freeze") == 1


def test_the_same_field_again_asks_nothing(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.drag(Pixel(5, 5), Pixel(44, 34))
    bench.screen.desktop = striped_pixels(160, 60, seed=3)
    bench.presenter.start(again=True)
    assert bench.desktop.told.count("show") == 1
    assert region_of(case, 2) == region_of(case, 1)
    assert pixels_of(case, 2) != pixels_of(case, 1)


def test_the_same_field_again_asks_when_there_was_none(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start(again=True)
    assert "show" in bench.desktop.told
    assert not case.state.exhibits


@pytest.mark.parametrize("failure", [WaylandError(""), BlackPictureError(0, 0, 5, 5)])
def test_a_screen_that_cannot_be_read_is_told_with_the_windows_back(
    bench: Bench, failure: WaylandError | BlackPictureError
) -> None:
    bench.screen.failure = failure
    bench.presenter.start()
    assert bench.desktop.told == ["vanish", "freeze", "leave"]
    assert [each.kind for each in bench.acts.errors] == [f"capture.{type(failure).__name__}"]
    bench.screen.failure = None
    bench.presenter.start()
    assert bench.presenter.selecting is not None


def test_a_black_field_is_refused_and_told(bench: Bench, case: OpenCase) -> None:
    rgb = bytearray(bench.screen.desktop.rgb)
    rgb[: 3 * 160 * 30] = bytes(3 * 160 * 30)
    bench.screen.desktop = Pixels(160, 60, bytes(rgb))
    bench.presenter.start()
    bench.drag(Pixel(0, 0), Pixel(20, 10))
    assert bench.acts.errors[0].kind == "capture.BlackPictureError"
    assert bench.desktop.told[-1] == "leave"
    assert not case.state.exhibits


def test_no_screen_to_show_on_is_told(bench: Bench) -> None:
    bench.desktop.pointer = None
    bench.presenter.start()
    assert bench.acts.errors[0].kind == "capture.NoDisplayError"
    assert bench.desktop.told[-1] == "leave"


def test_the_windows_come_back_even_when_the_overlay_breaks(bench: Bench) -> None:
    bench.desktop.fault = RuntimeError("no window")
    with pytest.raises(RuntimeError):
        bench.presenter.start()
    assert bench.desktop.told[-1] == "leave"


def with_window(bench: Bench, place: Region | None) -> None:
    bench.screen.window = ActiveWindow("Opslag", "firefox", 7, place)


def test_one_key_takes_only_the_window_as_far_as_it_is_on_the_desktop(
    bench: Bench, case: OpenCase
) -> None:
    with_window(bench, Region(10, 5, 200, 30))
    bench.presenter.start()
    bench.presenter.take_window()
    assert region_of(case, 1).x == 10
    assert region_of(case, 1).width_px <= 200
    assert facts_of(case, 1).method is CaptureMethod.REGION


@pytest.mark.parametrize("place", [None, Region(-60, -10, 160, 60)])
def test_where_no_window_stands_out_none_is_offered(
    bench: Bench, case: OpenCase, place: Region | None
) -> None:
    with_window(bench, place)
    bench.presenter.start()
    assert bench.presenter.selecting is not None
    assert bench.presenter.selecting.window is None
    bench.presenter.take_window()
    assert not case.state.exhibits
    assert bench.presenter.selecting is not None


def test_one_key_takes_all_screens(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.presenter.take_all()
    assert facts_of(case, 1).method is CaptureMethod.ALL_SCREENS
    assert region_of(case, 1) == Region(-60, -10, 160, 60)


def test_one_key_takes_what_was_taken_before(bench: Bench, case: OpenCase) -> None:
    bench.presenter.start()
    bench.presenter.take_again()
    assert not case.state.exhibits
    bench.drag(Pixel(5, 5), Pixel(44, 34))
    bench.presenter.start()
    bench.presenter.take_again()
    assert region_of(case, 2) == Region(5, 5, 40, 30)


def test_a_picture_of_one_colour_or_black_in_part_is_kept_and_told(
    bench: Bench, case: OpenCase
) -> None:
    bench.screen.desktop = Pixels(160, 60, bytes([9, 9, 9]) * 160 * 60)
    bench.presenter.start()
    bench.presenter.take_all()
    assert "én farve" in bench.acts.toasts[-1].text
    half = bytes(3 * 160 * 30) + bytes([200, 10, 9, 9, 9, 9]) * 80 * 30
    bench.screen.desktop = Pixels(160, 60, half)
    bench.presenter.start()
    bench.presenter.take_all()
    assert "procent af det er sort" in bench.acts.toasts[-1].text
    assert len(case.state.exhibits) == 2
