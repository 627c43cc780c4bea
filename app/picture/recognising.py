"""Words in pictures, read by a machine in the limited child. They help to search and to cover, and are no evidence.

Rules:
- The child gets pixels that were decoded already, the folder of the language data, and nothing else.
- A picture is read in bands, cut between lines where that can be seen, so that a long one stays within the limits
  and others come in between.
- Danish is what it is for: without Danish data nothing is read, and that is said. English helps where it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from app.picture.child_process import WarmChild
from app.picture.errors import CannotReadWordsError, Lacking, PictureRefusedError, Refusal
from app.picture.picture_child.recognise import PIXELS_TYPE, SIZE
from app.picture.pixels import Pixels, crop
from app.picture.untrusted import DecodeLimits, run_child
from app.picture.words_read import ReadText, ReadWord

_DANISH, _ENGLISH = "dan", "eng"
_FOLDERS = (
    # In the bundle for Windows it lies beside the other data; elsewhere the system has it.
    Path(__file__).resolve().parents[2] / "resources" / "tessdata",
    *(
        Path("/usr/share") / each
        for each in ("tesseract-ocr/5/tessdata", "tesseract-ocr/4.00/tessdata")
    ),
    *(Path("/usr/share") / each for each in ("tessdata", "tesseract/tessdata")),
    Path("/usr/local/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
)
_BAND_PX = 6_000_000
_LEAST_ROWS = 400
_LIMITS = DecodeLimits(processor_s=60, timeout_s=120.0)


class LanguageData(msgspec.Struct, frozen=True):
    """What the engine knows of languages.

    Attributes:
        folder: where its files lie.
        languages: such as ``dan+eng``.
    """

    folder: Path
    languages: str


def find_language_data(folders: Iterable[Path] = _FOLDERS) -> LanguageData:
    """Return the first folder with Danish data.

    Raises:
        CannotReadWordsError: there is none.
    """
    for folder in folders:
        if _has(folder, _DANISH):
            with_english = f"{_DANISH}+{_ENGLISH}" if _has(folder, _ENGLISH) else _DANISH
            return LanguageData(folder, with_english)
    raise CannotReadWordsError(Lacking.LANGUAGE)


def read_words(
    pixels: Pixels,
    data: LanguageData,
    give_way: Callable[[int, int], None] = lambda _done, _all: None,
    *,
    warm: WarmChild | None = None,
    line: bool = False,
) -> ReadText:
    """Read the words of a picture, and return them with their places.

    Args:
        pixels: the picture as it is shown.
        data: see ``find_language_data``.
        give_way: called between two bands with how many are read and how many there are; what it raises ends the work.
        warm: the child to ask, where several pictures are read.
        line: whether the picture is of one line of text.

    Raises:
        CannotReadWordsError: the engine is not there, or does not take the data.
        PictureRefusedError: reading took too long or too much.
    """
    words: list[ReadWord] = []
    engine: tuple[str, ...] = ()
    bands = list(_bands(pixels))
    for done, (top, rows) in enumerate(bands):
        give_way(done, len(bands))
        band = crop(pixels, 0, top, pixels.width_px, rows) if len(bands) > 1 else pixels
        try:
            said = run_child(
                SIZE.pack(band.width_px, band.height_px) + band.rgb,
                PIXELS_TYPE,
                _LIMITS,
                (str(data.folder), data.languages, *(("line",) if line else ())),
                warm,
            )
        except PictureRefusedError as error:
            if error.reason is Refusal.NOT_THERE:
                raise CannotReadWordsError(Lacking.ENGINE) from error
            raise
        lines = words[-1].line + 1 if words else 0
        words += [
            msgspec.structs.replace(word, top=word.top + top, line=word.line + lines)
            for word in said.read
        ]
        engine = said.engine
    tool, version = engine if len(engine) == 2 else ("", "")
    size = (pixels.width_px, pixels.height_px)
    return ReadText(tuple(words), tool, version, data.languages, *size)


def _bands(pixels: Pixels) -> Iterator[tuple[int, int]]:
    """Return top and height of each band: cut, if there is one near its end, at a row that equals the one above."""
    rows = max(_LEAST_ROWS, _BAND_PX // pixels.width_px)
    stride, rgb = 3 * pixels.width_px, memoryview(b"")
    top = 0
    while pixels.height_px - top > rows:
        rgb = rgb or memoryview(pixels.rgb)
        end = top + rows
        for row in range(end, end - rows // 4, -1):
            at = row * stride
            if rgb[at : at + stride] == rgb[at - stride : at]:
                end = row
                break
        yield top, end - top
        top = end
    yield top, pixels.height_px - top


def _has(folder: Path, language: str) -> bool:
    return (folder / f"{language}.traineddata").is_file()
