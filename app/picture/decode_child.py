"""The child process that looks into one file of unknown origin, and does nothing else.

It is run as a file of its own (``python -I decode_child.py …``) and imports nothing of the program:
what a hostile picture breaks into here knows no passphrase, no vault and no other picture.

Rules:
- All limits are set before the first byte of the picture is looked at (``picture_child/limits.py``). Where the system
  refuses one, nothing is decoded, and the exit code says so.
- In: the file on standard input. Out: a fixed head, then rows of RGB, then what the file says of itself, then the end.
- A picture is shown as far as it goes: words and profiles that are damaged or too large are passed
  over, rows that are not there are cut off, and the head says so. Nothing is filled up.
- What is done to the pixels stands in the head: colours converted, a ground under what is
  transparent, a smaller size, the first picture of several.
- Only EXIF turns a picture. What else a file says of itself leaves as words of a known form (``saying.py``).
- A refusal is an exit code. Anything unforeseen has one too; the parent calls that a damaged
  picture.
"""

from __future__ import annotations

import io
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING or __package__:
    from app.picture.picture_child import (
        answering,
        codes,
        limits,
        others,
        painting,
        saying,
        serving,
    )
    from app.picture.picture_child import around as reading
else:
    # Run as a file of its own: its parts lie beside it, and nothing else is taken from there.
    sys.path.append(str(Path(__file__).parent))
    from picture_child import answering, codes, limits, others, painting, saying
    from picture_child import around as reading

    if sys.argv[1:] == ["serve"]:
        from picture_child import serving

    sys.path.pop()

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
_FILLS = (0x5B, 0xA4)
_MOST_FRAMES = 2**32 - 1
_DRAFTS = (2, 4, 8)
# Read whole or not at all.
_READ_AT_ONCE = frozenset(("image/webp", "image/avif", "image/heic", "image/tiff"))


class _TooLargeError(Exception):
    """The header promises more than is decoded."""


def main(arguments: list[str]) -> int:
    """Decode standard input to standard output, and return the exit code.

    Args:
        arguments: media type, most pixels shown, most pixels decoded, longest side, bytes of memory,
            seconds of processor, most bytes of input; then what the reader of the media type wants to load.

    Returns:
        The exit code.
    """
    media_type = arguments[0]
    shown, decoded, side, memory, seconds, max_input = (int(word) for word in arguments[1:7])
    out = sys.stdout.buffer
    try:
        limits.set_limits(memory, seconds)
        if media_type == others.FILM or media_type in others.READERS:
            return _other(media_type, max_input, arguments[7:])
        from PIL import Image

        # All that Pillow would load later on is loaded now: soon no file can be opened any more.
        reader, later = _reader(media_type, decoded)
        limits.forbid_files()
        untrusted = sys.stdin.buffer.read(max_input + 1)
        if len(untrusted) > max_input:
            return codes.TOO_LARGE
        try:
            around = reading.AROUND[media_type](untrusted)
            image, whole, percent, smaller = _decoded(
                _Opener(reader, media_type, around, shown, decoded, side)
            )
            said_size = image.size
            image = _upright(image, around.exif)
            painter = painting.RgbConverter(image, around)
        except (_TooLargeError, Image.DecompressionBombError):
            return codes.TOO_LARGE
        except codes.BAD:
            return codes.DAMAGED
        left = _smaller_still(image, shown)
        size = (-(-image.width // left), -(-image.height // left))
        if max(size) > side:
            return codes.TOO_LARGE
        said = (smaller * left, whole, percent, painter.ground, painter.colours, int(around.more))
        out.write(codes.HEAD.pack(codes.MAGIC, *size, min(around.frames, _MOST_FRAMES), *said))
        for strip in painter.strips(left):
            out.write(strip.tobytes())
        answering.write_tail(out, saying.picture_says(around, said_size))
        out.flush()
        del later
    except limits.LimitsRefusedError:
        return codes.WITHOUT_LIMITS
    except MemoryError:
        return codes.OUT_OF_MEMORY
    return 0


def _load(arguments: list[str]) -> object:
    """Load what reads files of a kind, for copies of this process to use; they ask for it again. Returns it."""
    media_type = arguments[0]
    if media_type in others.READERS:
        return others.READERS[media_type]().load(*arguments[7:])
    return _reader(media_type, int(arguments[2]))


def _other(media_type: str, max_input: int, more: list[str]) -> int:
    """Read what is no picture, and answer in the same form. Raises LimitsRefusedError, MemoryError."""
    if media_type == others.FILM:
        code: int = others.films().run(more, sys.stdin.buffer, sys.stdout.buffer)
        return code
    reader = others.READERS[media_type]()
    try:
        loaded = reader.load(*more)
    except codes.NotThereError:
        return codes.NOT_THERE
    limits.forbid_files()
    untrusted = sys.stdin.buffer.read(max_input + 1)
    if len(untrusted) > max_input:
        return codes.TOO_LARGE
    try:
        answer = reader.read(untrusted)
    except (RecursionError, *codes.BAD):
        return codes.DAMAGED
    if isinstance(answer, int):
        return answer
    answering.write_answer(sys.stdout.buffer, answer)
    sys.stdout.buffer.flush()
    del loaded
    return 0


def _reader(media_type: str, most: int) -> tuple[Any, object]:
    """Load what reads pictures of this type, and all that it would load later on; return both."""
    import copy

    from PIL import Image, ImageChops, ImageCms, ImageFile, ImageFilter, ImageMath

    ImageFile.LOAD_TRUNCATED_IMAGES = False
    # Pillow's own limit is twice this number; WebP is asked before a canvas is made.
    Image.MAX_IMAGE_PIXELS = most // 2
    # lcms sets itself up when it first makes a profile.
    later = (copy, ImageChops, ImageFilter, ImageMath, ImageCms.createProfile("sRGB"))
    from PIL import TiffImagePlugin

    if media_type == "image/gif":
        from PIL import GifImagePlugin

        return GifImagePlugin.GifImageFile, later
    if media_type == "image/webp":
        from PIL import WebPImagePlugin

        return WebPImagePlugin.WebPImageFile, (later, TiffImagePlugin)
    if media_type == "image/avif":
        from PIL import AvifImagePlugin

        AvifImagePlugin.DEFAULT_MAX_THREADS = 1
        return AvifImagePlugin.AvifImageFile, (later, TiffImagePlugin)
    if media_type == "image/heic":
        return _heic_reader(), (later, TiffImagePlugin)
    if media_type == "image/tiff":
        return TiffImagePlugin.TiffImageFile, later
    if media_type == "image/bmp":
        from PIL import BmpImagePlugin

        return BmpImagePlugin.BmpImageFile, later
    if media_type == "image/png":
        from PIL import PngImagePlugin

        return PngImagePlugin.PngImageFile, (later, TiffImagePlugin)
    from PIL import JpegImagePlugin, JpegPresets

    return JpegImagePlugin.JpegImageFile, (later, TiffImagePlugin, JpegPresets)


def _heic_reader() -> Any:  # noqa: ANN401  (one of Pillow's readers)
    from pi_heif import HeifImageFile, options

    # One thread, and only the pictures themselves: no small ones, no depth, nothing beside them.
    options.DECODE_THREADS = 1
    options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
    return HeifImageFile


class _Opener(NamedTuple):
    """Opens the picture, as often as it has to be read."""

    reader: Any
    media_type: str
    around: reading.Container
    shown: int
    decoded: int
    side: int

    def open(self) -> tuple[Any, int]:
        """Return the picture before its pixels are read, and by how much its reading makes it smaller."""
        image = self.reader(io.BytesIO(self.around.untrusted))
        if image.width * image.height > self.decoded or max(image.size) > self.side:
            raise _TooLargeError
        if self.media_type != "image/jpeg" or image.width * image.height <= self.shown:
            return image, 1
        smaller = next((by for by in _DRAFTS if _pixels(image, by) <= self.shown), _DRAFTS[-1])
        width = image.width
        image.draft(None, (max(1, width // smaller), max(1, image.height // smaller)))
        return image, max(1, round(width / image.width))


def _decoded(opener: _Opener) -> tuple[Image, int, int, int]:
    """Return the picture, whether it is whole, how many per cent of its height, and how much smaller.

    Where reading fails or ends early, it is read once more onto another colour: the first row that
    then differs was never there.
    """
    around = opener.around
    image, smaller = opener.open()
    if opener.media_type != "image/png":
        around.exif, around.profile = image.info.get("exif"), image.info.get("icc_profile")
    around.tables = getattr(image, "quantization", None)
    if opener.media_type in _READ_AT_ONCE:
        around.frames = getattr(image, "n_frames", 1)
        image.load()
        return image, codes.WHOLE, 100, smaller
    box = image.tile[0][1] if image.tile else (0, 0, *image.size)
    interlaced = _is_interlaced(image)
    failed, blank = _read_onto(image, _FILLS[0])
    if not (failed or _ends_with(image.crop(box), blank)):
        return image, codes.BROKEN if around.broken else codes.WHOLE, 100, smaller
    # Only the sums of its rows are kept meanwhile: two large pictures at a time would be too much.
    found, whole = _row_sums(image, box), image.height
    image, _ = opener.open()
    _read_onto(image, _FILLS[1])
    there = [one == other for one, other in zip(found, _row_sums(image, box), strict=True)]
    rows = there.index(False) if False in there else len(there)
    if opener.media_type == "image/gif":
        image, _ = opener.open()
        _read_onto(image, _FILLS[0])
    if rows == len(there):
        return image, codes.BROKEN if failed or around.broken else codes.WHOLE, 100, smaller
    step = next((each for each in (2, 4, 8) if interlaced and all(there[::each])), 0)
    if step:
        return _spread(image, box, there, step), codes.BROKEN, 100, smaller
    if rows:
        height = box[1] + rows
        percent = max(1, height * 100 // whole)
        return image.crop((0, 0, image.width, height)), codes.CUT, percent, smaller
    if image.info.get("progressive"):
        return _coarse(opener.open()[0]), codes.BROKEN, 100, smaller
    raise SyntaxError


def _read_onto(image: Any, fill: int) -> tuple[bool, Any]:  # noqa: ANN401  (any of Pillow's readers)
    """Read the pixels onto one colour. Afterwards the picture is what there is.

    Returns:
        Whether reading failed, and the colour.
    """
    from PIL import Image

    if hasattr(image, "_frame_transparency"):
        # A GIF's picture may be smaller than its canvas; what lies around it shows through.
        image._frame_transparency = None  # noqa: SLF001  (Pillow has no other way)
        if fill == _FILLS[0]:
            fill = image.info.get("transparency", 0)
    bands = len(Image.new(image.mode, (1, 1)).getbands())
    colour = (fill,) * bands if bands > 1 else fill
    image.im = Image.new(image.mode, image.size, colour).im
    try:
        image.load()
    except codes.BAD:
        image.tile = []
        return True, colour
    return False, colour


def _ends_with(image: Image, colour: Any) -> bool:  # noqa: ANN401  (a number or several)
    """Return whether one of the last two rows has only this colour: it may never have been read."""
    from PIL import Image

    blank = Image.new(image.mode, (image.width, 1), colour).tobytes()
    rows = range(max(0, image.height - 2), image.height)
    return any(image.crop((0, row, image.width, row + 1)).tobytes() == blank for row in rows)


def _is_interlaced(image: Any) -> bool:  # noqa: ANN401  (any of Pillow's readers)
    """Return whether the rows come in several rounds, coarse ones first."""
    gif = getattr(image, "format", "") == "GIF" and bool(image.tile)
    return bool(image.tile[0][3][1] if gif else image.info.get("interlace"))


def _spread(image: Image, box: tuple[int, int, int, int], there: list[bool], step: int) -> Image:
    """Return an interlaced picture, less sharp, whose missing rows look like the ones above them."""
    for row, is_there in enumerate(there):
        if not is_there:
            above = box[1] + row - row % step
            image.paste(image.crop((box[0], above, box[2], above + 1)), (box[0], box[1] + row))
    return image


def _row_sums(image: Image, box: tuple[int, int, int, int]) -> list[int]:
    """Return a checksum of each row within a box."""
    sums: list[int] = []
    for top in range(box[1], box[3], painting.STRIP_ROWS):
        strip = image.crop((box[0], top, box[2], min(top + painting.STRIP_ROWS, box[3])))
        rows = strip.tobytes()
        stride = len(rows) // strip.height
        sums += [zlib.crc32(rows[at : at + stride]) for at in range(0, len(rows), stride)]
    return sums


def _coarse(image: Image) -> Image:
    """Return a progressive JPEG that was cut: all of it is there, less sharp."""
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = True
    image.load()
    if all(low == high for low, high in painting.extremes(image)):
        raise SyntaxError
    return image


def _upright(image: Image, exif: bytes | None) -> Image:
    """Return the picture turned as its EXIF says; an unreadable EXIF turns nothing and refuses nothing."""
    from PIL import Image

    turns = Image.Transpose
    ways = (
        *(turns.FLIP_LEFT_RIGHT, turns.ROTATE_180, turns.FLIP_TOP_BOTTOM, turns.TRANSPOSE),
        *(turns.ROTATE_270, turns.TRANSVERSE, turns.ROTATE_90),
    )
    try:
        said = Image.Exif()
        said.load(exif or b"")
        way = said.get(_ORIENTATION)
    except codes.BAD:
        return image
    if not isinstance(way, int) or not 2 <= way <= len(ways) + 1:
        return image
    return image.transpose(ways[way - 2])


def _smaller_still(image: Image, most: int) -> int:
    by = 1
    while _pixels(image, by) > most:
        by += 1
    return by


def _pixels(image: Image, smaller: int) -> int:
    return -(-image.width // smaller) * -(-image.height // smaller)


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        sys.exit(serving.serve(main, _load))
    sys.exit(main(sys.argv[1:]))
