"""What a file of unknown origin says of itself, as the child hands it on. All of it is the file's own claim."""

from __future__ import annotations

from typing import IO, Annotated

import msgspec

from app.picture.picture_child import codes
from app.picture.words_read import ReadWord

_LARGEST_WORDS = 16 << 20
_Short = Annotated[str, msgspec.Meta(max_length=2_000)]

SaidSquare = tuple[_Short, int, int, int, int, int, int, int, int]


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file says of itself; "" or nothing where it does not.

    Attributes:
        taken: when a camera says that it took the picture: ``YYYY-MM-DDThh:mm:ss``, with ``±hh:mm`` where that is said.
        place: where: degrees north and east, ``55.67610, 12.56834``.
        pages: how many pages it has, and ``pages_shown`` how many of them stand in its picture, from the first on.
        words: the words on its pages or in it, and whether these are all.
        mailed: when a mail was sent, in ISO form where it can be read; ``sender``, ``receivers``, ``subject`` and
            ``message_id`` as it has them, ``link`` where a saved page came from, ``export`` whose form an export has.
        blocks: what a page of its words is made of: style, words, and which of the files in it is shown there.
        inside: the files in it: name, bytes, and whether its words show it.
        packed: ``marked`` where a service's own mark stands in the picture, ``likely`` where its form is that of a
            messenger that packs pictures anew.
        read: the words that were recognised in pixels, and ``engine`` by what: its name and version. Of a page of a
            PDF they are its own words.
        squares: the codes in a picture: text, and x and y of its corners from the upper left one on.
        figures: the pictures on a page of a PDF: left, top, width, height in pixels.
        outline: what a PDF's outline names, each with its page from 0.
    """

    taken: _Short = ""
    place: _Short = ""
    packed: _Short = ""
    pages: Annotated[int, msgspec.Meta(ge=0)] = 0
    pages_shown: Annotated[int, msgspec.Meta(ge=0)] = 0
    words: Annotated[str, msgspec.Meta(max_length=400_000)] = ""
    words_whole: bool = True
    mailed: _Short = ""
    sender: _Short = ""
    receivers: _Short = ""
    subject: _Short = ""
    message_id: _Short = ""
    link: _Short = ""
    export: _Short = ""
    blocks: Annotated[tuple[tuple[str, str, int], ...], msgspec.Meta(max_length=5_000)] = ()
    inside: Annotated[tuple[tuple[_Short, int, bool], ...], msgspec.Meta(max_length=200)] = ()
    engine: Annotated[tuple[_Short, ...], msgspec.Meta(max_length=2)] = ()
    read: Annotated[tuple[ReadWord, ...], msgspec.Meta(max_length=20_000)] = ()
    squares: Annotated[tuple[SaidSquare, ...], msgspec.Meta(max_length=50)] = ()
    figures: Annotated[tuple[tuple[int, int, int, int], ...], msgspec.Meta(max_length=50)] = ()
    outline: Annotated[tuple[tuple[_Short, int], ...], msgspec.Meta(max_length=5_000)] = ()


class Tail(msgspec.Struct, frozen=True):
    """What came behind the rows: what was said, and the bytes of all files that lie in the file, in a row."""

    said: Said
    inside: bytes = b""


def read_tail(pipe: IO[bytes], most: int) -> Tail | None:
    """Return what comes behind the rows, and nothing but defaults where the answer ends there.

    Args:
        pipe: where the child's answer comes from.
        most: bytes of the files that lie in the file.

    Returns:
        None where it is not as promised.
    """
    head = pipe.read(codes.TAIL.size)
    if not head:
        return Tail(Said())
    if len(head) != codes.TAIL.size:
        return None
    magic, words_length, inside_length = codes.TAIL.unpack(head)
    if magic != codes.TAIL_MAGIC or words_length > _LARGEST_WORDS or inside_length > most:
        return None
    words, inside = pipe.read(words_length), pipe.read(inside_length)
    if len(words) != words_length or len(inside) != inside_length or pipe.read(1):
        return None
    try:
        return Tail(msgspec.json.decode(words, type=Said), inside)
    except msgspec.DecodeError:
        return None
