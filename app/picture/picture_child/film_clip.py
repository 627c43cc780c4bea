"""The clip in which something is covered: black in every frame of an interval, encoded anew, with or without sound."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from typing import Any

from . import film_pipe
from .films import Film, time_us

_MS = Fraction(1, 1000)
_BLACK = (16, 128, 128)  # Y, U, V
_LONGEST_SIDE_PX = (
    960  # the encoder alone holds 155 MB at 1920, 84 at 1280, 52 at 960: half of 1080p
)
_SOUND_RATE = 48_000
_TELL_EACH_MS = 500
_OPTIONS = {
    "deadline": "realtime",
    "cpu-used": "8",
    "row-mt": "1",
    "lag-in-frames": "0",
    "crf": "33",
    "b": "0",
    "g": "150",
    "auto-alt-ref": "0",
}


def cover(av: Any, film: Film, order: dict[str, Any], asking: film_pipe.Asking) -> None:  # noqa: ANN401
    """Write the clip.

    Args:
        av: the library.
        film: the film.
        order: ``from_us`` and ``to_us`` of the clip; ``covers``, each left, top, width and height in millionths of
            the frame's sides, and from and to in microseconds of the film; ``mute``.
        asking: where it goes.
    """
    if film.picture is None:
        raise ValueError("no pictures")
    out_file = film_pipe.ClipOut(asking)
    writer = _Writer(av, film, order, out_file, asking)
    writer.write()
    out_file.hand_on_patches()
    asking.info(
        {
            **film.about(),
            "frames": writer.frames,
            "covered": writer.covered,
            "clip_px": list(writer.size),
        }
    )


class _Writer:
    def __init__(
        self,
        av: Any,  # noqa: ANN401
        film: Film,
        order: dict[str, Any],
        out_file: film_pipe.ClipOut,
        asking: film_pipe.Asking,
    ) -> None:
        self._av, self._film, self._asking = av, film, asking
        self._from, self._to = int(order["from_us"]), int(order["to_us"])
        self._covers = [tuple(map(int, each)) for each in order["covers"]]
        self._mute = bool(order["mute"]) or film.sound is None
        self._out = av.open(
            out_file, "w", format="webm", options={"fflags": "+bitexact"}, buffer_size=1 << 16
        )
        self._told = -_TELL_EACH_MS
        self._last_ms = -1
        self.frames = self.covered = 0
        self.size = (0, 0)
        self._picture: Any = None
        self._sound: Any = None
        self._resampler: Any = None
        self._waiting: list[Any] = []

    def write(self) -> None:
        film = self._film
        streams = [film.picture] if self._mute else [film.picture, film.sound]
        if not self._mute:
            # A stream has to be there before the first packet is written, so it comes before the pictures are known.
            self._sound = self._out.add_stream("libopus", rate=_SOUND_RATE)
            self._sound.layout = "stereo"
            self._sound.bit_rate = 64_000
            self._resampler = self._av.AudioResampler(
                format="s16", layout="stereo", rate=_SOUND_RATE, frame_size=960
            )
        film.container.seek(
            int(self._from / 1_000_000 / film.picture.time_base), stream=film.picture
        )
        for packet in self._packets(streams):
            try:
                decoded = packet.decode()
            except (OSError, ValueError):
                continue
            for frame in decoded:
                if frame.pts is None:
                    continue
                if packet.stream is film.picture:
                    self._take_picture(frame)
                else:
                    self._take_sound(frame)
            decoded = frame = None  # else a frame is held while the next one is decoded
            if self._is_behind(packet):
                break
        if not self.frames:
            raise ValueError("no frame lies in that part")
        self._finish()

    def _packets(self, streams: list[Any]) -> Any:  # noqa: ANN401
        try:
            yield from self._film.container.demux(*streams)
        except (OSError, ValueError):
            return

    def _is_behind(self, packet: Any) -> bool:  # noqa: ANN401
        """Return whether the part is over; sound and pictures may lie some seconds apart."""
        if packet.dts is None:
            return False
        return bool(packet.dts * packet.time_base * 1_000_000 > self._to + 3_000_000)

    def _take_picture(self, frame: Any) -> None:  # noqa: ANN401
        at = time_us(frame)
        if not self._from <= at < self._to:
            return
        at_ms = (at - self._from) // 1000
        if at_ms <= self._last_ms:
            return
        self._last_ms = at_ms
        width, height, planes = self._film.upright(frame, "yuv420p", _LONGEST_SIDE_PX)
        if self._picture is None:
            self._begin(width, height)
        made = self._av.VideoFrame(*self.size, "yuv420p")
        boxes = self._boxes(at)
        for plane, image, black in zip(made.planes, planes, _BLACK, strict=True):
            half = plane.width != made.width
            if image.size != (plane.width, plane.height):
                image = image.resize((plane.width, plane.height))  # noqa: PLW2901
            elif boxes:
                image = image.copy()  # noqa: PLW2901
            for box in boxes:
                image.paste(black, tuple(side // 2 for side in box) if half else box)
            _fill(plane, image)
        made.pts, made.time_base = at_ms, _MS
        self.frames += 1
        self.covered += bool(boxes)
        self._out.mux(self._picture.encode(made))
        self._send_sound()
        if at_ms - self._told >= _TELL_EACH_MS:
            self._told = at_ms
            self._asking.progress(at_ms, (self._to - self._from) // 1000)

    def _begin(self, width: int, height: int) -> None:
        rate = self._film.picture.average_rate or Fraction(25)
        stream = self._out.add_stream("libvpx-vp9", rate=min(120, max(1, round(rate))))
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = dict(_OPTIONS)
        stream.bit_rate = 0
        stream.codec_context.thread_count = 2
        stream.time_base = stream.codec_context.time_base = _MS
        self.size = (width, height)
        self._picture = stream

    def _boxes(self, at_us: int) -> list[tuple[int, int, int, int]]:
        """Return what is black at a moment, in even pixels: left, top, right, bottom; rather too much."""
        width, height = self.size
        boxes = []
        for left, top, wide, high, begin, end in self._covers:
            if not begin <= at_us < end:
                continue
            box = (
                max(0, left * width // 1_000_000 // 2 * 2),
                max(0, top * height // 1_000_000 // 2 * 2),
                min(width, -(-(left + wide) * width // 2_000_000) * 2),
                min(height, -(-(top + high) * height // 2_000_000) * 2),
            )
            if box[0] < box[2] and box[1] < box[3]:
                boxes.append(box)
        return boxes

    def _take_sound(self, frame: Any) -> None:  # noqa: ANN401
        begin = frame.pts * frame.time_base * 1_000_000
        if self._sound is None or not self._from <= begin < self._to:
            return
        if not self._waiting and self._sound_from is None:
            self._sound_from = int((begin - self._from) * _SOUND_RATE / 1_000_000)
        frame.pts = None
        self._waiting += self._resampler.resample(frame)
        self._send_sound()

    _sound_from: int | None = None
    _sent = 0

    def _send_sound(self) -> None:
        """Encode the sound that waits, once the pictures' stream is there."""
        if self._picture is None or self._sound is None:
            return
        for frame in self._waiting:
            frame.pts = (self._sound_from or 0) + self._sent
            frame.time_base = Fraction(1, _SOUND_RATE)
            self._sent += frame.samples
            self._out.mux(self._sound.encode(frame))
        self._waiting.clear()

    def _finish(self) -> None:
        if self._sound is not None:
            if self._sent or self._waiting:
                self._waiting += self._resampler.resample(None)
            self._send_sound()
            self._out.mux(self._sound.encode(None))
        self._out.mux(self._picture.encode(None))
        self._out.close()


def _fill(plane: Any, image: Any) -> None:  # noqa: ANN401
    """Write a picture of one byte a pixel into a plane, whose lines may be longer."""
    data, width, line = image.tobytes(), plane.width, plane.line_size
    if width == line:
        plane.update(data)
        return
    pad = bytes(line - width)
    rows = (data[at : at + width] + pad for at in range(0, len(data), width))
    plane.update(b"".join(chain(rows)))
