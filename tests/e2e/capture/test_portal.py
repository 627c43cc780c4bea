"""The screen under Wayland: by the desktop's portal, which is a made-up one on a bus of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.capture import (
    BlackPictureError,
    CaptureError,
    Region,
    ScreenDeniedError,
    ScreenFaultError,
    UnknownScreenError,
    WaylandError,
    open_screen,
)
from app.capture.portal_screen import PortalScreen
from app.clock import SystemClock
from app.picture import Pixels, crop, encode_png
from app.vocabulary import CaptureMethod
from tests.fakes.portal import FakePortal
from tests.fakes.screen import striped_pixels

pytest_plugins = ["tests.portal"]
pytestmark = pytest.mark.posix("a session bus")

DESKTOP = striped_pixels(64, 48)


def wayland(bus: str) -> dict[str, str]:
    return {"WAYLAND_DISPLAY": "wayland-1", "DISPLAY": ":0", "DBUS_SESSION_BUS_ADDRESS": bus}


def handed_over(portal: FakePortal, folder: Path, pixels: Pixels = DESKTOP) -> Path:
    """Let the portal hand over a picture, in a name that is not plain."""
    file = folder / "Skærm billede.png"
    file.write_bytes(encode_png(pixels))
    portal.screenshot = (0, {"uri": ("s", file.as_uri())})
    return file


def test_the_portal_hands_over_everything_and_its_file_is_taken_away(
    bus: str, portal: FakePortal, tmp_path: Path
) -> None:
    file = handed_over(portal, tmp_path)

    grab = open_screen(wayland(bus), SystemClock(), platform="linux").grab_all()

    assert grab.pixels == DESKTOP
    assert (grab.platform, grab.method, grab.region) == (
        "wayland",
        CaptureMethod.SCREEN,
        Region(0, 0, 64, 48),
    )
    assert not file.exists()
    (member, (parent, options)) = portal.calls[0]
    assert (member, parent) == ("Screenshot", "")
    assert options["interactive"] == ("b", False)


def test_a_region_is_cut_out_of_it(bus: str, portal: FakePortal, tmp_path: Path) -> None:
    handed_over(portal, tmp_path)

    grab = PortalScreen(wayland(bus), SystemClock()).grab_region(10, 20, 30, 40)

    assert grab.pixels == crop(DESKTOP, 10, 20, 30, 28)


def test_there_is_one_screen_and_no_second(bus: str, portal: FakePortal, tmp_path: Path) -> None:
    handed_over(portal, tmp_path)

    with pytest.raises(UnknownScreenError):
        PortalScreen(wayland(bus), SystemClock()).grab_screen(2)


def test_a_portal_that_names_its_request_by_itself_is_heard_too(
    bus: str, portal: FakePortal, tmp_path: Path
) -> None:
    portal.old = True
    handed_over(portal, tmp_path)

    assert PortalScreen(wayland(bus), SystemClock()).grab_all().pixels == DESKTOP


def test_a_file_that_was_there_before_stays(bus: str, portal: FakePortal, tmp_path: Path) -> None:
    file = handed_over(portal, tmp_path)
    hour_ago = SystemClock().now().utc.timestamp() - 3600
    os.utime(file, (hour_ago, hour_ago))

    assert PortalScreen(wayland(bus), SystemClock()).grab_all().pixels == DESKTOP
    assert file.exists()


def test_a_black_picture_is_refused_here_too(bus: str, portal: FakePortal, tmp_path: Path) -> None:
    handed_over(portal, tmp_path, Pixels(8, 8, bytes(192)))

    with pytest.raises(BlackPictureError):
        PortalScreen(wayland(bus), SystemClock()).grab_all()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ((1, {}), ScreenDeniedError),
        ((2, {}), ScreenFaultError),
        ((0, {}), ScreenFaultError),
        ((0, {"uri": ("u", 7)}), ScreenFaultError),
        ((0, {"uri": ("s", "https://example.org/a.png")}), ScreenFaultError),
        ((0, {"uri": ("s", "file://elsewhere.example/a.png")}), ScreenFaultError),
        ((0, {"uri": ("s", "file:a.png")}), ScreenFaultError),
        ((0, {"uri": ("s", "file:///a%00b")}), ScreenFaultError),
        ((0, {"uri": ("s", "file:///nothing/there.png")}), ScreenFaultError),
        ((0, {"uri": ("s", "file:///tmp")}), ScreenFaultError),
        ((0, {"uri": ("s", "file:///dev/zero")}), ScreenFaultError),
    ],
)
def test_an_answer_without_a_picture_is_said_to_be_so(
    bus: str,
    portal: FakePortal,
    answer: tuple[int, dict[str, tuple[str, object]]],
    error: type[CaptureError],
) -> None:
    portal.screenshot = answer

    with pytest.raises(error):
        PortalScreen(wayland(bus), SystemClock()).grab_all()


def test_neither_links_nor_other_files_are_taken_for_a_picture_and_both_stay(
    bus: str, portal: FakePortal, tmp_path: Path
) -> None:
    letter, link = tmp_path / "letter.txt", tmp_path / "link.png"
    letter.write_text("not a picture")
    link.symlink_to(letter)

    for file in (letter, link):
        portal.screenshot = (0, {"uri": ("s", f"file://{file}")})
        with pytest.raises(ScreenFaultError):
            PortalScreen(wayland(bus), SystemClock()).grab_all()
        assert file.exists()


def test_a_question_that_nobody_answers_is_taken_back(bus: str, portal: FakePortal) -> None:
    portal.screenshot = None

    with pytest.raises(ScreenFaultError):
        PortalScreen(wayland(bus), SystemClock(), patience_s=0.1).grab_all()


def test_a_desktop_without_the_portal_is_said_to_have_none(bus: str, portal: FakePortal) -> None:
    portal.missing = True

    with pytest.raises(WaylandError):
        PortalScreen(wayland(bus), SystemClock()).grab_all()


def test_a_bus_without_any_portal_is_said_to_have_none(bus: str) -> None:
    with pytest.raises(WaylandError):
        PortalScreen(wayland(bus), SystemClock()).grab_all()


@pytest.mark.parametrize("address", ["", "unix:path=/nothing/there", "tcp:host=a", "nonsense"])
def test_no_bus_is_said_to_be_none(address: str) -> None:
    with pytest.raises(WaylandError):
        PortalScreen(wayland(address), SystemClock()).grab_all()
