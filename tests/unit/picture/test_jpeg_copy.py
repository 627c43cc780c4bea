"""A copy is as small as it has to be, and as large as it may be."""

from __future__ import annotations

import io
import random

from PIL import Image

from app.picture import Pixels, jpeg_copy


def test_a_picture_that_packs_badly_is_made_less_fine_and_then_smaller() -> None:
    noise = random.Random(7).randbytes(3 * 600 * 400)
    large = Pixels(600, 400, noise)
    sizes = {}
    for most in (1_000_000, 120_000, 30_000):
        made = jpeg_copy(large, most)
        assert len(made) <= most
        with Image.open(io.BytesIO(made)) as image:
            sizes[most] = image.size
            assert image.format == "JPEG"
            assert not image.getexif()
    assert sizes[1_000_000] == sizes[120_000] == (600, 400)
    assert sizes[30_000][0] < 600


def test_a_picture_higher_than_a_jpeg_can_be_is_made_lower() -> None:
    made = jpeg_copy(Pixels(2, 66_000, bytes(3 * 2 * 66_000)), 1_000_000)
    assert Image.open(io.BytesIO(made)).height == 60_000
