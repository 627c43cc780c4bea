"""A JPEG copy of a picture that is no larger than a system takes: to look at, never instead of the picture."""

from __future__ import annotations

import io

from app.picture.pixels import Pixels

_QUALITIES = (90, 80, 70, 60)
_SMALLER = 0.75
_LONGEST_PX = 60_000  # JPEG itself ends at 65,535


def jpeg_copy(pixels: Pixels, most_bytes: int) -> bytes:
    """Return the picture as a JPEG without metadata: less finely first, smaller only where that is not enough.

    Args:
        pixels: the picture.
        most_bytes: the most that it may take; at least 10,000.
    """
    from PIL import Image

    image = pixels.image()
    scale = min(1.0, _LONGEST_PX / max(image.size))
    while True:
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        shown = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            target = io.BytesIO()
            shown.save(target, "JPEG", quality=quality)
            if len(target.getvalue()) <= most_bytes:
                return target.getvalue()
        scale *= _SMALLER
