"""What a reader of files that are no pictures answers with, and the order of the answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import BinaryIO, NamedTuple

from . import codes


class Answer(NamedTuple):
    """What there is to say of a file.

    Attributes:
        said: what it says of itself, as ``app/picture/said.py`` has it.
        size: width and height of its picture; zeros where it has none.
        rows: the rows of the picture, RGB, in pieces.
        broken: not all of it could be read.
        inside: the files that lie in it.
    """

    said: Mapping[str, object]
    size: tuple[int, int] = (0, 0)
    rows: Sequence[bytes] = ()
    broken: bool = False
    inside: Sequence[bytes] = ()


def write_answer(out: BinaryIO, answer: Answer) -> None:
    """Write head, rows and end."""
    whole = codes.BROKEN if answer.broken else codes.WHOLE
    done = (1, 1, whole, 100, codes.OPAQUE, codes.AS_THEY_ARE, 0)
    out.write(codes.HEAD.pack(codes.MAGIC, *answer.size, *done))
    out.writelines(answer.rows)
    write_tail(out, answer.said, answer.inside)


def write_tail(out: BinaryIO, said: Mapping[str, object], inside: Sequence[bytes] = ()) -> None:
    """Write the end of the answer: what the file says of itself, and the files that lie in it."""
    words = json.dumps(said).encode("ascii")
    out.write(codes.TAIL.pack(codes.TAIL_MAGIC, len(words), sum(map(len, inside))) + words)
    out.writelines(inside)
