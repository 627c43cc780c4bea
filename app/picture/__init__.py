"""Pixels: the only room with Pillow. This file is its only door.

Nothing here is loaded until it is used: a command that draws no picture never loads Pillow.
"""

from app.picture.canvas import Canvas
from app.picture.child_process import BUNDLED_CHILD_ARGUMENT, WarmChild
from app.picture.decode_child import main as run_decode_child
from app.picture.errors import (
    CannotReadWordsError,
    Lacking,
    OwnPngError,
    PictureError,
    PictureRefusedError,
    Refusal,
)
from app.picture.film import (
    ClipOrder,
    ClipStream,
    FilmCover,
    FilmFrame,
    FilmLook,
    FilmSaid,
    frames_of_film,
    look_at_film,
)
from app.picture.film_sheet import draw_film_sheet
from app.picture.film_talk import PLAYED
from app.picture.overlap import Overlap, find_overlap
from app.picture.own_png import (
    OwnPng,
    decode_own_png,
    own_png_stream,
    read_own_png_header,
    rows_like_above,
)
from app.picture.pixels import (
    Colour,
    Pixels,
    black_percent,
    crop,
    difference_hash,
    is_black,
    is_one_colour,
    pixels_from_bgrx,
    thumbnail,
)
from app.picture.png import encode_png
from app.picture.printed import (
    Corners,
    FoundSquare,
    PaintedPage,
    is_blank,
    likeness,
    outline_of,
    painted_page,
    scanned_pages,
    squares_in,
    straight,
    turned,
)
from app.picture.provenance import carries_signature
from app.picture.recognising import LanguageData, find_language_data, read_words
from app.picture.said import Said
from app.picture.small_jpeg import jpeg_copy
from app.picture.sniffing import SNIFF_LENGTH, sniff
from app.picture.text_page import Block, DrawnPage, draw_text_page
from app.picture.untrusted import (
    DECODABLE,
    PAGED,
    WORDED,
    Backdrop,
    ColourChange,
    Completeness,
    DecodedPicture,
    DecodeLimits,
    InnerFile,
    ReadDocument,
    decode_untrusted,
    read_untrusted,
)
from app.picture.words_read import ReadText, ReadWord, lines_of, text_of

__all__ = [
    "BUNDLED_CHILD_ARGUMENT",
    "DECODABLE",
    "PAGED",
    "PLAYED",
    "SNIFF_LENGTH",
    "WORDED",
    "Backdrop",
    "Block",
    "CannotReadWordsError",
    "Canvas",
    "ClipOrder",
    "ClipStream",
    "Colour",
    "ColourChange",
    "Completeness",
    "Corners",
    "DecodeLimits",
    "DecodedPicture",
    "DrawnPage",
    "FilmCover",
    "FilmFrame",
    "FilmLook",
    "FilmSaid",
    "FoundSquare",
    "InnerFile",
    "Lacking",
    "LanguageData",
    "Overlap",
    "OwnPng",
    "OwnPngError",
    "PaintedPage",
    "PictureError",
    "PictureRefusedError",
    "Pixels",
    "ReadDocument",
    "ReadText",
    "ReadWord",
    "Refusal",
    "Said",
    "WarmChild",
    "black_percent",
    "carries_signature",
    "crop",
    "decode_own_png",
    "decode_untrusted",
    "difference_hash",
    "draw_film_sheet",
    "draw_text_page",
    "encode_png",
    "find_language_data",
    "find_overlap",
    "frames_of_film",
    "is_black",
    "is_blank",
    "is_one_colour",
    "jpeg_copy",
    "likeness",
    "lines_of",
    "look_at_film",
    "outline_of",
    "own_png_stream",
    "painted_page",
    "pixels_from_bgrx",
    "read_own_png_header",
    "read_untrusted",
    "read_words",
    "rows_like_above",
    "run_decode_child",
    "scanned_pages",
    "sniff",
    "squares_in",
    "straight",
    "text_of",
    "thumbnail",
    "turned",
]
