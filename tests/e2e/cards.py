"""Pictures that show any fault of a capture: known colours, gradients, one-pixel patterns, corners."""

from __future__ import annotations

from app.picture import Pixels

PATCHES = ((255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255), (255, 0, 255))
BAND_PX = 90


def card(width_px: int, height_px: int) -> Pixels:
    """A test card: six pure colours, a gradient of each channel, checkers and lines of one pixel, an edge.

    No row or column is like the next one: a picture that is shifted, mirrored, scaled or has its colours
    the other way round differs from it.
    """
    bands = []
    pure = bytearray()
    for x in range(width_px):
        pure += bytes(PATCHES[x * len(PATCHES) // width_px])
    bands.append(bytes(pure))
    for channel in range(3):
        ramp = bytearray(3 * width_px)
        ramp[channel::3] = bytes(x * 255 // max(1, width_px - 1) for x in range(width_px))
        bands.append(bytes(ramp))
    checker = bytes(255 * (x % 2) for x in range(width_px) for _ in range(3))
    inverse = bytes(255 - value for value in checker)
    thirds = bytes(255 * (x % 3 == 0) for x in range(width_px) for _ in range(3))
    rows = []
    for y in range(height_px):
        band = y // BAND_PX
        if band < len(bands):
            row = bytearray(bands[band])
        elif band % 2:
            row = bytearray(checker if y % 2 else inverse)
        else:
            row = bytearray(thirds)
        # A mark of its own for each row, and an edge all around.
        row[3:6] = bytes((y % 256, y // 256, 77))
        row[:3] = row[-3:] = bytes((1, 2, 3))
        rows.append(bytes(row))
    edge = bytes((9, 8, 7)) * width_px
    rows[0] = rows[-1] = edge
    return Pixels(width_px, height_px, b"".join(rows))
