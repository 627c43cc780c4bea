"""The child process that decodes one picture of unknown origin, and nothing else.

It is run as a file of its own (``python -I decode_child.py …``) and imports nothing of the program:
what a hostile picture breaks into here knows no passphrase, no vault and no other picture.

Rules:
- All limits are set before the first byte of the picture is looked at: address space, processor
  time, no new open files, nothing written, no core file. Windows has no such limits: there only the
  parent's timeout and the limits on pixels and input hold.
- In: the file on standard input. Out: a fixed head, then rows of RGB, then the end.
- A refusal is an exit code. Anything unforeseen has one too; the parent calls that a damaged
  picture.
"""

from __future__ import annotations

import io
import struct
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from PIL.Image import Image

MAGIC = b"BMPX"
HEAD = struct.Struct(">4sII")
"""Magic, width, height; rows of RGB follow."""

# How the process leaves when it has no picture to give. Python itself leaves with 1 or 2.
TOO_LARGE = 11
DAMAGED = 12
OUT_OF_MEMORY = 13

_STRIP_ROWS = 128
_TURNS = range(2, 9)
_ORIENTATION = 0x0112


def main(arguments: list[str]) -> int:
    """Decode standard input to standard output.

    Args:
        arguments: media type, most pixels, bytes of memory, seconds of processor, most bytes of
            input.

    Returns:
        The exit code.
    """
    media_type = arguments[0]
    max_pixels, memory, seconds, max_input = (int(argument) for argument in arguments[1:5])
    out = sys.stdout.buffer
    _set_limits(memory, seconds)
    try:
        # All that Pillow would load later on is loaded now: soon no file can be opened any more.
        from PIL import (
            ImageFile,
            JpegImagePlugin,
            JpegPresets,
            PngImagePlugin,
            TiffImagePlugin,
        )

        loaded = (JpegPresets, TiffImagePlugin, ImageFile)
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        _forbid_files()
        untrusted = sys.stdin.buffer.read(max_input + 1)
        if len(untrusted) > max_input:
            return TOO_LARGE
        reader = PngImagePlugin.PngImageFile
        opener = reader if media_type == "image/png" else JpegImagePlugin.JpegImageFile
        try:
            image: Image = opener(io.BytesIO(untrusted))
            if image.width * image.height > max_pixels:
                return TOO_LARGE
            image.load()
        except (OSError, SyntaxError, ValueError, struct.error, IndexError, KeyError, EOFError):
            return DAMAGED
        image = _upright(image)
        out.write(HEAD.pack(MAGIC, image.width, image.height))
        _write_rows(image, out)
        out.flush()
        del loaded
    except MemoryError:
        return OUT_OF_MEMORY
    return 0


def _set_limits(memory: int, seconds: int) -> None:
    """Bind this process before anything of the picture is read; it cannot loosen them itself."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _forbid_files() -> None:
    """From here on no file, socket or pipe can be opened; the three that are open stay."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _upright(image: Image) -> Image:
    """Turn the picture as its EXIF says; an unreadable EXIF turns nothing and refuses nothing."""
    from PIL import ImageOps

    try:
        turned = image.getexif().get(_ORIENTATION) in _TURNS
    except (OSError, SyntaxError, ValueError, struct.error, IndexError, KeyError, TypeError):
        return image
    if not turned:
        return image
    # exif_transpose would also write the EXIF anew and can stumble over it: turn the bare pixels.
    bare = image.copy()
    bare.info = {key: value for key, value in image.info.items() if key == "transparency"}
    exif = bare.getexif()
    exif.clear()
    exif[_ORIENTATION] = image.getexif()[_ORIENTATION]
    return ImageOps.exif_transpose(bare)


def _write_rows(image: Image, out: BinaryIO) -> None:
    """Convert and send some rows at a time, so that the whole is never held twice."""
    for top in range(0, image.height, _STRIP_ROWS):
        bottom = min(top + _STRIP_ROWS, image.height)
        strip = image.crop((0, top, image.width, bottom))
        out.write(_to_rgb(strip).tobytes())


def _to_rgb(strip: Image) -> Image:
    """Whatever the mode: 8-bit RGB on white. Colour profiles are dropped, not applied."""
    from PIL import Image

    if strip.mode.startswith("I"):
        # 16-bit grey: Pillow's own conversion cuts everything above 255 to white.
        strip = strip.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif strip.mode in ("LA", "PA", "La", "RGBa", "RGBA") or "transparency" in strip.info:
        strip = strip.convert("RGBA")
        white = Image.new("RGBA", strip.size, (255, 255, 255, 255))
        strip = Image.alpha_composite(white, strip)
    return strip.convert("RGB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
