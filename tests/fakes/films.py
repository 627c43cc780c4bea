"""Small films made by av itself: grey values say which frame is which."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any

import av

RATE = 10
SIZE = (32, 24)


def grey_of(n: int) -> int:
    """Return how light frame ``n`` is: 40, 48, 56 …"""
    return 40 + 8 * n


def made_film(
    kind: str = "mp4",
    *,
    seconds: float = 1.0,
    size: tuple[int, int] = SIZE,
    sound: bool = False,
    picture: str = "",
    turned: int = 0,
    split: bool = False,
) -> bytes:
    """Return a film of ten frames a second, each of one grey, lighter from frame to frame.

    Args:
        kind: ``mp4``, ``mov`` or ``webm``.
        seconds: how long.
        size: width and height.
        sound: with a silent track.
        picture: the codec of the pictures; else what is usual.
        turned: degrees against the clock by which a player turns it.
        split: the left half is black, the right half has the grey.
    """
    out = io.BytesIO()
    codec = picture or {"webm": "libvpx-vp9"}.get(kind, "mpeg4")
    with av.open(out, "w", format=kind, options={"fflags": "+bitexact"}) as made:
        stream: Any = made.add_stream(codec, rate=RATE)
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = 400_000
        stream.options = {"g": "5"}
        if turned:
            stream.metadata["rotate"] = str(turned)
        track = _sound_track(made, "libopus" if kind == "webm" else "aac") if sound else None
        for n in range(round(seconds * RATE)):
            frame = av.VideoFrame(*size, "yuv420p")
            grey = 16 + (grey_of(n) * 219) // 255
            for place, plane in enumerate(frame.planes):
                value = grey if place == 0 else 128
                row = bytearray([value] * plane.width + [0] * (plane.line_size - plane.width))
                if split and place == 0:
                    row[: plane.width // 2] = bytes([16]) * (plane.width // 2)
                plane.update(bytes(row) * plane.height)
            frame.pts, frame.time_base = n, Fraction(1, RATE)
            made.mux(stream.encode(frame))
        if track is not None:
            _add_sound(made, track, seconds)
        made.mux(stream.encode(None))
    return out.getvalue()


def made_sound(kind: str = "mp3", seconds: float = 1.0) -> bytes:
    """Return a sound file: ``mp3``, ``ogg`` or ``ipod`` (M4A)."""
    out = io.BytesIO()
    codec = {"mp3": "libmp3lame", "ogg": "libopus"}.get(kind, "aac")
    with av.open(out, "w", format=kind, options={"fflags": "+bitexact"}) as made:
        _add_sound(made, _sound_track(made, codec), seconds)
    return out.getvalue()


def _sound_track(made: Any, codec: str) -> Any:
    track = made.add_stream(codec, rate=48_000)
    track.layout = "mono"
    return track


def _add_sound(made: Any, track: Any, seconds: float) -> None:
    resampler = av.AudioResampler(
        format=track.format, layout="mono", rate=48_000, frame_size=track.frame_size or 960
    )
    frame = av.AudioFrame(format="s16", layout="mono", samples=round(48_000 * seconds))
    frame.planes[0].update(bytes(frame.planes[0].buffer_size))
    frame.sample_rate, frame.pts, frame.time_base = 48_000, 0, Fraction(1, 48_000)
    for part in (*resampler.resample(frame), *resampler.resample(None)):
        made.mux(track.encode(part))
    made.mux(track.encode(None))
