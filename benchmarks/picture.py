"""From the screen to bytes: grab, PNG, thumbnail, each beside what others do, in one run.

The frames stand on a virtual screen of their own size, so a grab here is a real grab.
"""

from __future__ import annotations

import io
import os
from contextlib import ExitStack
from statistics import median

import mss
import mss.tools
from PIL import Image, ImageGrab

from app.capture import open_screen
from app.clock import SystemClock
from app.picture import Pixels, encode_png, pixels_from_bgrx, thumbnail
from benchmarks.frames import SIZES, frames
from benchmarks.rows import Row, against_peer, medians_ms, table, timed_ms
from tests.e2e.displays import environment_of, virtual_display, window_showing

ROUNDS = 7


def rows() -> list[Row]:
    """All figures of this file, both sizes."""
    found: list[Row] = []
    for width_px, height_px in SIZES:
        pictures = [pixels for _, pixels in frames(width_px, height_px)]
        label = f"{width_px}x{height_px}"
        found += grab_rows(label, pictures[0])
        found += encode_rows(label, pictures)
        found.append(thumbnail_row(label, pictures))
    return found


def grab_rows(label: str, shown: Pixels) -> list[Row]:
    """Grab a screen into RGB; the limit is the raw grab alone."""
    with ExitStack() as stack:
        display = stack.enter_context(virtual_display(shown.width_px, shown.height_px))
        stack.enter_context(window_showing(display, shown))
        shooter = stack.enter_context(mss.MSS(display=display))
        screen = open_screen(environment_of(display), SystemClock())
        stack.callback(screen.close)
        whole = shooter.monitors[0]

        def ours() -> Pixels:
            shot = shooter.grab(whole)
            return pixels_from_bgrx(shot.width, shot.height, shot.raw)

        if ours().rgb != shown.rgb or shooter.grab(whole).rgb != shown.rgb:
            raise RuntimeError("the screen does not show the frame: nothing was measured")
        mine, act, theirs, pillow, raw = medians_ms(
            ROUNDS,
            ours,
            screen.grab_all,
            lambda: shooter.grab(whole).rgb,
            lambda: ImageGrab.grab(xdisplay=display).tobytes(),
            lambda: shooter.grab(whole).raw,
        )
    return [
        against_peer(f"grab → RGB {label}", mine, theirs, "mss .rgb", 0.40, limit=raw),
        against_peer(f"grab → RGB {label}", mine, pillow, "Pillow ImageGrab", 0.40, limit=raw),
        against_peer(
            f"grab with screens, window, time and black check {label}",
            act,
            theirs,
            "mss .rgb alone",
            1.0,
            limit=raw,
        ),
    ]


def encode_rows(label: str, pictures: list[Pixels]) -> list[Row]:
    """Encode the frame set: time and bytes, beside mss's own encoder and Pillow's."""
    size = (pictures[0].width_px, pictures[0].height_px)
    ours: list[float] = []
    held: list[float] = []
    theirs: list[float] = []
    pillow: list[float] = []
    our_bytes = their_bytes = 0
    for pixels in pictures:
        image = Image.frombytes("RGB", size, pixels.rgb)
        grabbed = Pixels.from_image(image)
        figures = [
            (
                # A new Pixels each time: nothing may be remembered from the round before.
                timed_ms(lambda p=pixels: encode_png(Pixels(*size, p.rgb))),  # type: ignore[misc]  # bound now
                timed_ms(lambda p=grabbed: encode_png(p)),  # type: ignore[misc]  # bound now
                timed_ms(lambda p=pixels: mss.tools.to_png(p.rgb, size)),  # type: ignore[misc]  # bound now
            )
            for _ in range(ROUNDS)
        ]
        for column, total in zip(zip(*figures, strict=True), (ours, held, theirs), strict=True):
            total.append(median(column))
        pillow.append(timed_ms(lambda i=image: i.save(io.BytesIO(), "PNG")))  # type: ignore[misc]  # bound now
        our_bytes += len(encode_png(pixels))
        their_bytes += len(mss.tools.to_png(pixels.rgb, size) or b"")
    count = len(pictures)
    mine, from_frame, mss_png = sum(ours) / count, sum(held) / count, sum(theirs) / count
    return [
        against_peer(f"PNG encode {label}, from bytes", mine, mss_png, "mss.tools.to_png", 0.20),
        against_peer(
            f"PNG encode {label}, from a grab", from_frame, mss_png, "mss.tools.to_png", 0.20
        ),
        against_peer(
            f"PNG encode {label}, once", mine, sum(pillow) / count, "Pillow level 6", 0.20
        ),
        against_peer(
            f"PNG bytes {label}",
            our_bytes / 1e6,
            their_bytes / 1e6,
            "mss.tools.to_png",
            1.05,
            unit="MB",
        ),
    ]


def thumbnail_row(label: str, pictures: list[Pixels]) -> Row:
    """A thumbnail from the frame in memory, beside Pillow's from the PNG file."""
    pixels = pictures[0]
    png = encode_png(pixels)
    pixels.image()

    def from_png() -> None:
        with Image.open(io.BytesIO(png)) as image:
            image.thumbnail((320, 320))
            image.save(io.BytesIO(), "JPEG")

    ours, theirs = medians_ms(ROUNDS, lambda: thumbnail(pixels), from_png)
    return against_peer(f"thumbnail {label}", ours, theirs, "Pillow from PNG", 0.10)


if __name__ == "__main__":
    print(f"{os.cpu_count()} processors, medians of {ROUNDS}")
    print(table(rows()))
