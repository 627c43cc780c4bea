"""Every pixel of every screen can be pointed at, and is the pixel that is taken, whatever the scales are."""

from __future__ import annotations

from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from app.capture import Region
from app.casework.kinds.capture import Monitor
from app.ui.overlay.geometry import (
    LogicalScreen,
    Pixel,
    PlacedScreen,
    between,
    fitted,
    moved,
    nearest,
    place,
    resized,
    spread,
)

SCALES = st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 3.0])


@st.composite
def desktops(draw: st.DrawFn) -> tuple[list[LogicalScreen], list[Monitor]]:
    """Two screens of different scale side by side; the first may lie left of and above the origin."""
    screens, monitors = [], []
    x = draw(st.integers(-4000, 0))
    for name in ("one", "two"):
        scale = draw(SCALES)
        width_px, height_px = draw(st.integers(320, 3840)), draw(st.integers(240, 2160))
        y = draw(st.integers(-2160, 2160))
        monitors.append(Monitor(x, y, width_px, height_px, round(scale * 100), name))
        width, height = ceil(width_px / scale), ceil(height_px / scale)
        screens.append(LogicalScreen(name, x, y, width, height, scale))
        x += width_px
    return screens, monitors


def pixels_of(screen: PlacedScreen) -> st.SearchStrategy[Pixel]:
    x, y, width_px, height_px = screen.region
    return st.builds(Pixel, st.integers(x, x + width_px - 1), st.integers(y, y + height_px - 1))


REGIONS = st.builds(
    Region,
    st.integers(-50, 150),
    st.integers(-50, 150),
    st.integers(-5, 300),
    st.integers(-5, 300),
)
BOUNDS = Region(-40, -30, 140, 120)


@given(desktops(), st.data())
def test_the_middle_of_a_pixel_is_that_pixel(
    desktop: tuple[list[LogicalScreen], list[Monitor]], data: st.DataObject
) -> None:
    for screen in place(*desktop):
        pixel = data.draw(pixels_of(screen))
        assert screen.pixel_at(*screen.middle_of(pixel)) == pixel


@given(desktops(), st.data())
def test_where_the_system_says_the_pointer_is_there_the_pixel_is(
    desktop: tuple[list[LogicalScreen], list[Monitor]], data: st.DataObject
) -> None:
    """The system tells whole pixels divided by the scale, on the screen and outside of it."""
    for screen in place(*desktop):
        pixel = data.draw(pixels_of(data.draw(st.sampled_from(place(*desktop)))))
        local = (
            (pixel.x - screen.region.x) / screen.scale,
            (pixel.y - screen.region.y) / screen.scale,
        )
        assert screen.pixel_at(*local) == pixel


@given(desktops(), st.floats(-9e3, 9e3), st.floats(-9e3, 9e3))
def test_a_drag_that_leaves_its_screen_ends_on_the_desktop(
    desktop: tuple[list[LogicalScreen], list[Monitor]], x: float, y: float
) -> None:
    for screen in place(*desktop):
        found = screen.pixel_at(x, y)
        assert nearest(found, screen.bounds) == found


@given(desktops())
def test_from_corner_to_corner_is_the_whole_screen(
    desktop: tuple[list[LogicalScreen], list[Monitor]],
) -> None:
    for screen in place(*desktop):
        last = (
            (screen.region.width_px - 1) / screen.scale,
            (screen.region.height_px - 1) / screen.scale,
        )
        assert between(screen.pixel_at(0, 0), screen.pixel_at(*last)) == screen.region


@given(desktops())
def test_each_screen_of_the_toolkit_is_the_monitor_it_shows(
    desktop: tuple[list[LogicalScreen], list[Monitor]],
) -> None:
    screens, monitors = desktop
    for number, found in enumerate(place(screens, monitors)):
        monitor = monitors[number]
        assert found.region == (monitor.x, monitor.y, monitor.width_px, monitor.height_px)
        drawn = found.logical_rect(found.region)
        assert (drawn.x, drawn.y) == (0, 0)
        assert drawn.width <= found.width < drawn.width + 1


@given(desktops())
def test_names_are_not_needed_nor_the_systems_order(
    desktop: tuple[list[LogicalScreen], list[Monitor]],
) -> None:
    screens, monitors = desktop
    nameless = [LogicalScreen("", s.x, s.y, s.width, s.height, s.scale) for s in screens]
    assert place(nameless, monitors[::-1]) == place(screens, monitors)


def test_a_name_is_believed_only_where_the_size_agrees() -> None:
    monitors = [Monitor(0, 0, 800, 600, 100, "A"), Monitor(800, 0, 400, 300, 100, "B")]
    swapped = [LogicalScreen("B", 0, 0, 800, 600, 1.0), LogicalScreen("A", 800, 0, 400, 300, 1.0)]
    found = place(swapped, monitors)
    assert [each.region for each in found] == [(0, 0, 800, 600), (800, 0, 400, 300)]


def test_a_screen_that_the_picture_does_not_have_gets_no_place() -> None:
    monitors = [Monitor(0, 0, 800, 600)]
    screens = [LogicalScreen("", 0, 0, 800, 600, 1.0), LogicalScreen("", 800, 0, 800, 600, 1.0)]
    assert [each.number for each in place(screens, monitors)] == [0]


@given(REGIONS, st.integers(-400, 400), st.integers(-400, 400))
def test_moving_and_resizing_stay_inside_and_keep_what_they_do_not_change(
    typed: Region, dx: int, dy: int
) -> None:
    region = fitted(typed, BOUNDS)
    for changed in (region, moved(region, dx, dy, BOUNDS), resized(region, dx, dy, BOUNDS)):
        assert changed.width_px >= 1
        assert changed.height_px >= 1
        assert nearest(Pixel(changed.x, changed.y), BOUNDS) == (changed.x, changed.y)
        last = Pixel(changed.x + changed.width_px - 1, changed.y + changed.height_px - 1)
        assert nearest(last, BOUNDS) == last
    assert moved(region, dx, dy, BOUNDS)[2:] == region[2:]
    assert resized(region, dx, dy, BOUNDS)[:2] == region[:2]


@given(REGIONS)
def test_numbers_that_fit_are_taken_as_they_are(typed: Region) -> None:
    region = fitted(typed, BOUNDS)
    assert fitted(region, BOUNDS) == region


def test_one_picture_of_all_screens_is_divided_among_them() -> None:
    screens = [
        LogicalScreen("A", 0, 0, 1280, 720, 2.0),
        LogicalScreen("B", 1280, 100, 640, 480, 1.0),
    ]

    first, second = spread(screens, Monitor(0, 0, 2880, 1080))

    assert (first.region, first.scale) == (Region(0, 0, 1920, 1080), 1.5)
    assert (second.region, second.scale) == (Region(1920, 150, 960, 720), 1.5)
    assert first.bounds == second.bounds == Region(0, 0, 2880, 1080)


def test_one_screen_has_the_scale_of_its_picture_whatever_the_toolkit_thinks() -> None:
    (only,) = spread([LogicalScreen("A", 0, 0, 1280, 720, 1.0)], Monitor(0, 0, 1920, 1080))

    assert (only.scale, only.region) == (1.5, Region(0, 0, 1920, 1080))
    assert only.pixel_at(1279, 719) == Pixel(1918, 1078)


def test_a_picture_of_another_shape_is_shown_whole_on_the_first_screen() -> None:
    screens = [LogicalScreen("A", 0, 0, 1000, 500, 1.0), LogicalScreen("B", 1000, 0, 10, 10, 1.0)]

    (only,) = spread(screens, Monitor(0, 0, 1000, 2000))

    assert (only.number, only.scale, only.region) == (0, 4.0, Region(0, 0, 1000, 2000))
