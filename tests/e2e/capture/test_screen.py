"""A known picture in a real window, captured and compared pixel by pixel."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from Xlib import Xatom
from Xlib.display import Display

from app.actions.capture_and_seal import CaptureWish, grab
from app.capture import (
    BlackPictureError,
    ColourDepthError,
    EmptyRegionError,
    Grab,
    NoDisplayError,
    OffScreenError,
    Region,
    Screen,
    UnknownScreenError,
    open_screen,
)
from app.casework.kinds.capture import Monitor
from app.clock import SystemClock
from app.picture import Pixels, crop, decode_own_png, encode_png
from app.vocabulary import CaptureMethod
from tests.e2e.cards import card
from tests.e2e.displays import environment_of, virtual_display, window_showing, witness

CARD = card(1920, 1080)
WIDE_CARD = card(3200, 1080)


def test_a_test_card_on_the_screen_comes_back_pixel_for_pixel(display: str, screen: Screen) -> None:
    before = SystemClock().now()
    with window_showing(display, CARD):
        grab = screen.grab_screen(1)
        seen_by_another = witness(display, (0, 0, 1920, 1080))
    after = SystemClock().now()

    assert grab.pixels == CARD
    assert grab.pixels.rgb == seen_by_another
    assert decode_own_png(encode_png(grab.pixels)) == CARD
    assert (grab.region, grab.method) == (Region(0, 0, 1920, 1080), CaptureMethod.SCREEN)
    assert before.monotonic_ns < grab.taken.monotonic_ns < after.monotonic_ns
    assert grab.platform == "x11"
    assert not grab.one_colour


def test_a_screen_with_too_few_colours_is_told_by_its_depth() -> None:
    with virtual_display(800, 600, ("-screen", "0", "800x600x16")) as display:
        screen = open_screen(environment_of(display), SystemClock())
        try:
            with pytest.raises(ColourDepthError) as caught:
                screen.grab_screen(1)
        finally:
            screen.close()
    assert caught.value.bits == 16


def test_any_region_is_exactly_that_part_of_the_screen(display: str, screen: Screen) -> None:
    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.integers(-300, 1919), st.integers(-300, 1079), st.integers(1, 900), st.integers(1, 900)
    )
    def compare(x: int, y: int, width_px: int, height_px: int) -> None:
        if x + width_px <= 0 or y + height_px <= 0:
            with pytest.raises(OffScreenError):
                screen.grab_region(x, y, width_px, height_px)
            return
        left, top = max(0, x), max(0, y)
        right, bottom = min(1920, x + width_px), min(1080, y + height_px)
        grab = screen.grab_region(x, y, width_px, height_px)
        assert grab.region == Region(left, top, right - left, bottom - top)
        assert grab.pixels == crop(CARD, left, top, right - left, bottom - top)

    with window_showing(display, CARD):
        compare()


def test_a_region_and_its_surroundings_show_the_same_instant(display: str, screen: Screen) -> None:
    small = card(300, 200)
    # A picture that changes all the time: two grabs would not fit together.
    blink = (
        "import sys, Xlib.display as d, itertools\n"
        "x = d.Display(); r = x.screen().root\n"
        "w = r.create_window(0, 0, 300, 200, 0, x.screen().root_depth, override_redirect=1)\n"
        "w.map(); g = w.create_gc()\n"
        "for n in itertools.count():\n"
        "    g.change(foreground=n * 7919 % 0xFFFFFF)\n"
        "    w.fill_rectangle(g, 0, 0, 300, 200); x.sync()\n"
        "    print('on', flush=True) if n == 9 else None\n"
    )
    command = [sys.executable, "-c", blink]
    with (
        window_showing(display, small, x=600, y=400),
        subprocess.Popen(command, env=environment_of(display), stdout=subprocess.PIPE) as blinker,
    ):
        try:
            assert blinker.stdout is not None
            assert blinker.stdout.readline() == b"on\n"
            seen = set()
            surroundings = []
            for _ in range(10):
                piece, context = screen.grab_with_context(Region(50, 60, 40, 30))
                assert piece.pixels == crop(context.pixels, 50, 60, 40, 30)
                assert piece.taken is context.taken
                seen.add(piece.pixels.colour_at(0, 0))
                surroundings.append(context.region)
        finally:
            blinker.kill()
    assert len(seen) > 1
    assert set(surroundings) == {Region(0, 0, 1920, 1080)}


def test_an_empty_black_screen_is_refused(display: str, screen: Screen) -> None:
    with pytest.raises(BlackPictureError):
        screen.grab_all()
    with pytest.raises(BlackPictureError):
        screen.grab_region(10, 10, 20, 20)
    with pytest.raises(BlackPictureError):
        screen.grab_with_context(Region(10, 10, 20, 20))
    with window_showing(display, Pixels(50, 50, b"\x30\x60\x90" * 2500), x=100, y=100):
        assert screen.grab_region(110, 110, 20, 20).one_colour
        assert not screen.grab_all().one_colour


def test_regions_that_show_nothing_are_refused(screen: Screen) -> None:
    for region in ((1920, 0, 10, 10), (0, 1080, 10, 10), (-10, 0, 10, 10), (5000, 5000, 9, 9)):
        with pytest.raises(OffScreenError):
            screen.grab_region(*region)
    for region in ((5, 5, 0, 10), (5, 5, 10, 0), (5, 5, -4, -4)):
        with pytest.raises(EmptyRegionError):
            screen.grab_region(*region)
    with pytest.raises(UnknownScreenError):
        screen.grab_screen(2)


def test_two_monitors_are_told_and_grabbed_apart(wide_display: str, wide_screen: Screen) -> None:
    assert wide_screen.monitors() == (
        Monitor(0, 0, 1920, 1080, 0, "left"),
        Monitor(1920, 0, 1280, 1080, 0, "right"),
    )
    with window_showing(wide_display, WIDE_CARD):
        left = wide_screen.grab_screen(1)
        right = wide_screen.grab_screen(2)
        both = wide_screen.grab_all()
        over_the_seam, context = wide_screen.grab_with_context(Region(1900, 500, 40, 30))
        inside, screen_of_it = wide_screen.grab_with_context(Region(2000, 500, 40, 30))

    assert left.pixels == crop(WIDE_CARD, 0, 0, 1920, 1080)
    assert right.pixels == crop(WIDE_CARD, 1920, 0, 1280, 1080)
    assert (right.x, right.y) == (1920, 0)
    assert both.pixels == WIDE_CARD
    assert both.method is CaptureMethod.ALL_SCREENS
    assert over_the_seam.pixels == crop(WIDE_CARD, 1900, 500, 40, 30)
    assert context.pixels == WIDE_CARD
    assert inside.pixels == crop(WIDE_CARD, 2000, 500, 40, 30)
    assert screen_of_it.region == Region(1920, 0, 1280, 1080)


def test_a_monitor_that_is_plugged_in_later_is_seen() -> None:
    with virtual_display(3200, 1080) as display:
        screen = open_screen(environment_of(display), SystemClock(), platform="linux")
        try:
            with window_showing(display, WIDE_CARD):
                assert screen.grab_screen(1).region == Region(0, 0, 3200, 1080)
                subprocess.run(
                    ["xrandr", "--setmonitor", "half", "1600/400x1080/286+0+0", "screen"],
                    env=environment_of(display),
                    check=True,
                    capture_output=True,
                )
                grab = screen.grab_screen(1)
        finally:
            screen.close()
    assert grab.region == Region(0, 0, 1600, 1080)
    assert grab.pixels == crop(WIDE_CARD, 0, 0, 1600, 1080)


def test_the_scale_is_told_where_the_desktop_sets_one(screen: Screen, display: str) -> None:
    assert [monitor.scale_percent for monitor in screen.monitors()] == [0]
    client = Display(display)
    root = client.screen().root
    try:
        for words, expected in (
            (b"*color:\tred\nXft.dpi:\t192\n", 200),
            (b"Xft.dpi: 120.0", 125),
            (b"Xft.dpi: 1.2.3", 0),
        ):
            root.change_property(Xatom.RESOURCE_MANAGER, Xatom.STRING, 8, words)
            client.sync()
            assert [monitor.scale_percent for monitor in screen.monitors()] == [expected]
        root.delete_property(Xatom.RESOURCE_MANAGER)
        client.sync()
    finally:
        client.close()


def test_a_grab_from_another_thread_is_as_good(display: str, screen: Screen) -> None:
    found: list[Grab] = []
    with window_showing(display, CARD):
        for _ in range(2):
            worker = threading.Thread(target=lambda: found.append(screen.grab_screen(1)))
            worker.start()
            worker.join()
        found.append(screen.grab_screen(1))
    assert [grab.pixels == CARD for grab in found] == [True, True, True]


def test_a_screen_that_goes_away_is_an_error_and_not_a_picture() -> None:
    with virtual_display(200, 100) as display:
        screen = open_screen(environment_of(display), SystemClock(), platform="linux")
        with window_showing(display, card(200, 100)):
            screen.grab_all()
    with pytest.raises(NoDisplayError):
        screen.grab_all()
    with pytest.raises(NoDisplayError):
        open_screen(environment_of(display), SystemClock(), platform="linux")
    screen.close()
    screen.close()


@pytest.fixture(scope="module")
def managed_display() -> Iterator[str]:
    with virtual_display(800, 600) as display:
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"],
            env=environment_of(display),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        client = Display(display)
        try:
            deadline = time.monotonic() + 20
            check = client.intern_atom("_NET_SUPPORTING_WM_CHECK")
            while client.screen().root.get_full_property(check, 0) is None:
                assert time.monotonic() < deadline, "the window manager did not come up"
                time.sleep(0.02)
            yield display
        finally:
            client.close()
            manager.terminate()
            manager.wait()


def grab_with_title(screen: Screen, title: str) -> Grab:
    """Grab until the window manager has given the window the focus."""
    deadline = time.monotonic() + 20
    while True:
        grab = screen.grab_all()
        if grab.window.title == title or time.monotonic() > deadline:
            return grab
        time.sleep(0.02)


def test_the_window_with_the_focus_is_told(managed_display: str) -> None:
    screen = open_screen(environment_of(managed_display), SystemClock(), platform="linux")
    try:
        title = "Gruppen «Blåbærgrød» 🫐 – Facebook"
        with window_showing(managed_display, card(300, 200), title=title, managed=True):
            grab = grab_with_title(screen, title)
        assert grab.window.title == title
        assert grab.window.program == Path(sys.executable).resolve().name
        assert "/" not in grab.window.program

        nasty = "a\nb\tc\x1b[31m" + "x" * 9000
        with window_showing(managed_display, card(300, 200), title=nasty, managed=True):
            told = grab_with_title(screen, "a b c [31m" + "x" * (4096 - 10)).window.title
        assert told.startswith("a b c [31mxxx")
        assert len(told) == 4096
    finally:
        screen.close()


def test_only_the_window_is_taken_with_its_frame(managed_display: str) -> None:
    screen = open_screen(environment_of(managed_display), SystemClock(), platform="linux")
    shown = card(300, 200)
    try:
        with window_showing(managed_display, shown, x=60, y=50, title="opslag", managed=True):
            frame = grab_with_title(screen, "opslag")
            place = frame.window.place
            assert place is not None
            (taken,) = grab(screen, CaptureWish(window=True))
    finally:
        screen.close()
    assert taken.region == place
    assert (place.width_px, place.height_px) > (300, 200)
    found = [
        (x, y)
        for x in range(place.width_px - 299)
        for y in range(place.height_px - 199)
        if taken.pixels.colour_at(x, y) == shown.colour_at(0, 0)
        and crop(taken.pixels, x, y, 300, 200) == shown
    ]
    assert len(found) == 1
    assert place.width_px - 300 < 40
    assert place.height_px - 200 < 60


def test_a_program_on_another_machine_is_not_looked_up_on_this_one(managed_display: str) -> None:
    screen = open_screen(environment_of(managed_display), SystemClock(), platform="linux")
    client = Display(managed_display)
    try:
        with window_showing(managed_display, card(300, 200), title="fjern", managed=True):
            grab_with_title(screen, "fjern")
            active = client.intern_atom("_NET_ACTIVE_WINDOW")
            number = client.screen().root.get_full_property(active, 0).value[0]
            window = client.create_resource_object("window", number)
            for machine, told in ((socket.gethostname(), True), ("elsewhere", False)):
                window.change_property(Xatom.WM_CLIENT_MACHINE, Xatom.STRING, 8, machine.encode())
                client.sync()
                assert bool(screen.grab_all().window.program) is told
    finally:
        client.close()
        screen.close()


def test_of_a_window_of_ours_in_front_the_one_below_is_told(managed_display: str) -> None:
    """A dialog that holds up the program stays, see-through, while its own capture is taken."""
    screen = open_screen(environment_of(managed_display), SystemClock(), platform="linux")
    client = Display(managed_display)
    try:
        with window_showing(managed_display, card(300, 200), title="opslag", managed=True):
            grab_with_title(screen, "opslag")
            with window_showing(managed_display, card(200, 100), title="vores", managed=True):
                grab_with_title(screen, "vores")
                active = client.intern_atom("_NET_ACTIVE_WINDOW")
                number = client.screen().root.get_full_property(active, 0).value[0]
                window = client.create_resource_object("window", number)
                process = client.intern_atom("_NET_WM_PID")
                window.change_property(process, Xatom.CARDINAL, 32, [os.getpid()])
                client.sync()
                assert screen.grab_all().window.title == "opslag"
            grab_with_title(screen, "opslag")
    finally:
        client.close()
        screen.close()


def test_without_a_window_manager_no_window_is_told(display: str, screen: Screen) -> None:
    with window_showing(display, CARD, title="ingen"):
        window = screen.grab_all().window
    assert (window.title, window.program) == ("", "")
