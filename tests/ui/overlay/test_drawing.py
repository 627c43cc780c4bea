"""What is painted of the frozen picture is its own pixels, at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.capture import Grab, Region
from app.ui.overlay import drawing
from app.ui.overlay.geometry import PlacedScreen
from app.vocabulary import CaptureMethod
from tests.fakes.clock import FakeClock
from tests.fakes.screen import striped_pixels

DESKTOP = striped_pixels(400, 210)
SCALES = [1.0, 1.25, 1.5, 1.75, 2.0, 3.0]


def frozen() -> Grab:
    return Grab(DESKTOP, -100, -30, CaptureMethod.ALL_SCREENS, FakeClock().now(), ())


def placed(scale: float) -> PlacedScreen:
    region = Region(-90, -20, 300, 180)
    return PlacedScreen(0, region, round(300 / scale), round(180 / scale), scale, region)


@pytest.mark.parametrize("scale", SCALES)
def test_each_screens_part_is_painted_pixel_by_pixel(qtbot: QtBot, scale: float) -> None:
    picture = drawing.picture_of(frozen(), placed(scale))
    canvas = QImage(300, 180, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(scale)
    canvas.fill(0)
    region_rect = QRectF(37 / scale, 11 / scale, 150 / scale, 100 / scale)
    painter = QPainter(canvas)
    drawing.paint_part(painter, picture, region_rect)
    painter.end()
    for x, y in ((37, 11), (100, 60), (186, 110)):
        colour = canvas.pixelColor(x, y)
        assert (colour.red(), colour.green(), colour.blue()) == DESKTOP.colour_at(x + 10, y + 10)
    for x, y in ((36, 50), (187, 50), (100, 10), (100, 111)):
        assert canvas.pixelColor(x, y).lightness() == 0
