"""The program's sign, drawn in every size that Windows asks for."""

from __future__ import annotations

import io

from PIL import Image
from PIL.IcoImagePlugin import IcoImageFile

from tests.unit.house.tree import ROOT
from tools.windows.icon import ICON_SIDES_PX, draw_icon, draw_png

SIGN = ROOT / "resources/icons/bevismappe.svg"
PETROL = (0x0B, 0x5C, 0x6B)


def test_the_icon_has_every_size_and_shows_the_sign() -> None:
    icon = IcoImageFile(io.BytesIO(draw_icon(SIGN)))
    assert icon.info["sizes"] == {(side, side) for side in ICON_SIDES_PX}
    for side in ICON_SIDES_PX:
        drawn = icon.ico.getimage((side, side)).convert("RGBA")
        assert drawn.getpixel((side // 2, side // 8)) == (*PETROL, 255)
        assert drawn.crop((0, 0, 1, 1)).tobytes()[3] < 128


def test_a_sign_with_room_around_it_is_see_through_there() -> None:
    drawn = Image.open(io.BytesIO(draw_png(SIGN, 150, 0.6)))
    assert drawn.size == (150, 150)
    assert drawn.getpixel((10, 75)) == (0, 0, 0, 0)
    assert drawn.getpixel((75, 36)) == (*PETROL, 255)
