"""Thumbnails: made from the frame while it is in memory; a cache that can be rebuilt."""

from __future__ import annotations

import io

from app.picture.pixels import Pixels

THUMBNAIL_SIDE_PX = 320
_QUALITY = 75
_SPARSE_FROM = 6


def thumbnail(pixels: Pixels) -> bytes:
    """Return a small JPEG of about 10 kB, its longest side at most 320 px; never enlarged.

    It carries no metadata. It shows what the picture shows: a redacted copy needs one of its own.
    """
    from PIL import Image

    image = pixels.image()
    longest = max(image.size)
    if longest > THUMBNAIL_SIDE_PX:
        width_px, height_px = (
            max(1, round(side * THUMBNAIL_SIDE_PX / longest)) for side in image.size
        )
        # Of large pictures every second pixel of every second row is plenty for so small a one.
        if min(image.width // width_px, image.height // height_px) >= _SPARSE_FROM:
            half = (image.width // 2, image.height // 2)
            image = image.resize(half, Image.Resampling.NEAREST)
        # Whole blocks are averaged in one cheap pass; a fine fit is made only where one is left to make.
        across, down = image.width // width_px, image.height // height_px
        image = image.reduce((across, down))
        if image.size != (width_px, height_px):
            image = image.resize((width_px, height_px), Image.Resampling.BILINEAR)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()
