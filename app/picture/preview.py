"""Thumbnails: made from the frame while it is in memory; a cache that can be rebuilt."""

from __future__ import annotations

import io

from app.picture.pixels import Pixels

THUMBNAIL_SIDE_PX = 320
_QUALITY = 75


def thumbnail(pixels: Pixels) -> bytes:
    """Make a small JPEG of about 10 kB, its longest side at most 320 px; never enlarged.

    It carries no metadata. It shows what the picture shows: a redacted copy needs one of its own.
    """
    from PIL import Image

    image = pixels.image()
    longest = max(image.size)
    if longest > THUMBNAIL_SIDE_PX:
        size = tuple(max(1, round(side * THUMBNAIL_SIDE_PX / longest)) for side in image.size)
        # Whole blocks are averaged first, in one cheap pass; the fine fit is made on what is left.
        image = image.resize((size[0], size[1]), Image.Resampling.BILINEAR, reducing_gap=1.0)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()
