"""Reads the square codes in a picture by ZXing-C++, in the child. What comes in are pixels that were decoded."""

from __future__ import annotations

from typing import Any

from . import codes
from .answering import Answer
from .recognise import SIZE

SQUARES_TYPE = "application/x-bevismappe-squares"
_LONGEST = 1_000
_MOST = 50
_TRIED_PX = 32


def load() -> object:
    """Load what reads codes.

    Raises:
        NotThereError: it is not installed.
    """
    try:
        import zxingcpp
    except ImportError as error:
        raise codes.NotThereError from error
    from PIL import Image

    # What is loaded when it is first used is loaded now.
    read(SIZE.pack(_TRIED_PX, _TRIED_PX) + bytes(3 * _TRIED_PX * _TRIED_PX))
    return zxingcpp, Image


def read(untrusted: bytes) -> Answer:
    """Return the texts of the codes, each with its four corners. Raises ValueError where the bytes are no picture."""
    import zxingcpp
    from PIL import Image

    width, height = SIZE.unpack(untrusted[: SIZE.size])
    picture = Image.frombytes("RGB", (width, height), memoryview(untrusted)[SIZE.size :])
    found = zxingcpp.read_barcodes(picture.convert("L"), formats=_formats())
    said = [(each.text[:_LONGEST], *_corners(each.position)) for each in found]
    return Answer({"squares": said[:_MOST]})


def _formats() -> Any:  # noqa: ANN401  (its library's own)
    import zxingcpp

    return zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def _corners(position: Any) -> tuple[int, ...]:  # noqa: ANN401  (its library's own)
    """Return x and y of upper left, upper right, lower right and lower left, as the code itself stands."""
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple(int(each) for corner in corners for each in (corner.x, corner.y))
