"""Films and sound: what is seen of them, and the clip in which something is covered, in the limited child.

Rules:
- The container is the one that the first bytes speak of; nothing is guessed, and no other file is ever opened.
- Only VP9 and Opus are written.
- Frames are upright and have square pixels. A moment is that of the frame's own time stamp.
- What a header says of the running time is compared with the last packet; the packet counts.
"""

from __future__ import annotations

from typing import Any

DEMUXERS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "audio/mp4": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
}
_MOST_PIXELS = 36_000_000  # 8K
_LONGEST_SIDE = 16_384
_LONGEST_US = 1000 * 3600 * 1_000_000
_SECOND = 1_000_000


class FilmTooLargeError(Exception):
    """Its frames are larger than is decoded."""


class Film:
    """A film that is open.

    Attributes:
        container: as av has it.
        picture: its stream of pictures, or None.
        sound: its stream of sound, or None.
        said: what there is to say of it.
    """

    def __init__(self, av: Any, file: Any, media_type: str, threads: int = 1) -> None:  # noqa: ANN401
        self._av = av
        self.container = av.open(
            file, "r", format=DEMUXERS[media_type], metadata_errors="replace", buffer_size=1 << 16
        )
        streams = self.container.streams
        self.picture: Any = next((each for each in streams.video if not _is_cover(each)), None)
        self.sound: Any = next(iter(streams.audio), None)
        if self.picture is None and self.sound is None:
            raise ValueError("neither pictures nor sound")
        if self.picture is not None:
            context = self.picture.codec_context
            _check_size(context.width, context.height)
            context.options = {**context.options, "max_pixels": str(_MOST_PIXELS)}
            context.thread_count = threads
        self.said_us = self._said_us()
        self.end_us = self._end_us()

    def frame_at(self, at_us: int) -> Any:  # noqa: ANN401
        """Return the frame that is shown at a moment: the last one that begins there or before; None without one."""
        stream = self.picture
        if stream is None:
            return None
        for back_us in (0, 10 * _SECOND, None):
            begin = 0 if back_us is None else max(0, at_us - back_us)
            try:
                self.container.seek(int(begin / _SECOND / stream.time_base), stream=stream)
            except (OSError, ValueError):
                continue
            found, first = None, None
            for frame in self.frames():
                if frame.pts is None:
                    continue
                first = first or frame
                if time_us(frame) > at_us:
                    break
                found = frame
            if found is not None:
                return found
            if back_us is None or begin == 0:
                return first
        return None

    def frames(self) -> Any:  # noqa: ANN401
        """Return the frames from here on; what cannot be decoded is passed over, and the end of a cut file is one."""
        try:
            for packet in self.container.demux(self.picture):
                try:
                    yield from packet.decode()
                except (OSError, ValueError):
                    continue
        except (OSError, ValueError):
            return

    def upright(self, frame: Any, kind: str, most_side: int = 0) -> tuple[int, int, list[Any]]:  # noqa: ANN401
        """Return a frame as it is looked at: width, height, and its planes as Pillow's pictures.

        Args:
            frame: as it was decoded.
            kind: ``rgb24``, with one plane, or ``yuv420p``, with three.
            most_side: the longest side in pixels; 0 where it stays.
        """
        from PIL import Image

        _check_size(frame.width, frame.height)
        width, height = self._square(frame)
        if most_side and max(width, height) > most_side:
            by = most_side / max(width, height)
            width, height = round(width * by), round(height * by)
        even = 2 if kind == "yuv420p" else 1
        width, height = (max(even, each // even * even) for each in (width, height))
        shown = frame.reformat(width=width, height=height, format=kind, interpolation="BILINEAR")
        turn = _turn(frame.rotation)
        planes = []
        for plane in shown.planes:
            mode = "RGB" if kind == "rgb24" else "L"
            size = (plane.width, plane.height)
            image = Image.frombuffer(mode, size, plane, "raw", mode, plane.line_size, 1)
            planes.append(image.transpose(turn) if turn is not None else image)
        turned = turn is not None and abs(frame.rotation) % 180 == 90
        return (height, width, planes) if turned else (width, height, planes)

    def about(self) -> dict[str, object]:
        """Return what there is to say of it."""
        picture, sound = self.picture, self.sound
        rate = picture.average_rate if picture is not None else None
        return {
            "end_us": self.end_us,
            "said_us": self.said_us,
            "picture": picture.codec_context.name if picture is not None else "",
            "sound": sound.codec_context.name if sound is not None else "",
            "width_px": picture.codec_context.width if picture is not None else 0,
            "height_px": picture.codec_context.height if picture is not None else 0,
            "frames_in_1000_s": min(1_000_000, round(float(rate) * 1000)) if rate else 0,
        }

    def _square(self, frame: Any) -> tuple[int, int]:  # noqa: ANN401
        ratio = self.picture.sample_aspect_ratio
        if ratio and ratio != 1 and 0.25 < ratio < 4:
            return max(1, round(frame.width * ratio)), frame.height
        return frame.width, frame.height

    def _said_us(self) -> int:
        said = self.container.duration or 0
        return int(min(max(said, 0), _LONGEST_US))

    def _end_us(self) -> int:
        """Return when the last packet ends, found by reading the end of the film."""
        stream = self.picture or self.sound
        for begin_us in (self.said_us, 0):
            try:
                place = int(begin_us / _SECOND / stream.time_base)
                self.container.seek(place, stream=stream)
                end = self._last_packet_us(stream)
            except (OSError, ValueError, OverflowError):
                continue
            if end:
                return int(min(end, _LONGEST_US))
        return 0

    def _last_packet_us(self, stream: Any) -> int:  # noqa: ANN401
        end = 0
        try:
            for packet in self.container.demux(stream):
                if packet.pts is not None:
                    stop = (packet.pts + (packet.duration or 0)) * packet.time_base
                    end = max(end, int(stop * _SECOND))
        except OSError:
            return end
        return end


def time_us(frame: Any) -> int:  # noqa: ANN401
    """Return when a frame begins, in microseconds."""
    at: int = round(frame.pts * frame.time_base * _SECOND)
    return max(0, at)


def _is_cover(stream: Any) -> bool:  # noqa: ANN401
    """Return whether it is a picture on the cover of a sound file."""
    from av.stream import Disposition

    return bool(stream.disposition & Disposition.attached_pic)


def _check_size(width: int, height: int) -> None:
    if width * height > _MOST_PIXELS or max(width, height) > _LONGEST_SIDE:
        raise FilmTooLargeError


def _turn(rotation: int) -> Any:  # noqa: ANN401
    """Return how Pillow turns a frame that shall be turned by so many degrees against the clock."""
    from PIL import Image

    turns = {90: "ROTATE_90", 180: "ROTATE_180", 270: "ROTATE_270"}
    name = turns.get(rotation % 360)
    return Image.Transpose[name] if name else None
