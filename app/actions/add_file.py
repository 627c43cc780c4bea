"""Keep a file as an original, its bytes untouched, and make a view of it that can be shown.

The file is kept even when no view can be made. The view is decoded in a limited child process and encoded anew
without metadata; only it, never the file itself, is shown and goes into dossiers.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from app.actions.open_case import OpenCase
from app.capture import read_file
from app.casework.records import FileFacts, FileSource, ViewFacts
from app.clock import stamp
from app.picture import (
    SNIFF_LENGTH,
    PictureRefusedError,
    Pixels,
    Refusal,
    decode_untrusted,
    encode_png,
    sniff,
    thumbnail,
)
from evidence_store import EntryId, NewObject, StagedObject

_SHOWN = frozenset({"image/png", "image/jpeg"})
# A picture up to this size is read once into memory, so that what is kept and what is shown are the same bytes.
_LARGEST_SHOWN = 64 << 20
_BUFFER = 1 << 20


def add_file(
    case: OpenCase, path: Path, *, progress: Callable[[int], None] | None = None
) -> EntryId:
    """Keep the file; answers the entry of the original.

    Args:
        case: where it goes.
        path: the file; opened for reading only.
        progress: told the number of bytes read so far, for files that take a while.

    Raises:
        CaptureError: the file is empty, no file, gone, or changed while it was read; nothing was sealed.
        VaultError: nothing was sealed.
    """
    moment = case.clock.now()
    content: NewObject | StagedObject
    with read_file(path) as file:
        stream = io.BufferedReader(file, buffer_size=_BUFFER)
        media_type = sniff(stream.peek(SNIFF_LENGTH)[:SNIFF_LENGTH])
        untrusted = b""
        if media_type in _SHOWN and file.size <= _LARGEST_SHOWN:
            untrusted = stream.read()
            content = NewObject(untrusted, media_type)
        else:
            content = case.vault.stage(stream, media_type, progress=progress)
        size, modified = file.size, file.modified_at
        stream.detach()
    pixels, preview = _look(untrusted, media_type)
    with case.act() as act:
        original = act.seal(
            {
                "facts": FileFacts(
                    added_at=stamp(moment.utc),
                    media_type=media_type,
                    size=size,
                    width_px=pixels.width_px if pixels else 0,
                    height_px=pixels.height_px if pixels else 0,
                    preview=preview,
                ),
                "source": FileSource(
                    name=path.name, modified_at=stamp(modified) if modified else ""
                ),
            },
            moment=moment,
            content=content,
            thumbnail=thumbnail(pixels) if pixels else None,
        ).id
        if pixels is not None:
            act.seal(
                {
                    "facts": ViewFacts(
                        parent=original, width_px=pixels.width_px, height_px=pixels.height_px
                    )
                },
                content=NewObject(encode_png(pixels), "image/png"),
            )
    return original


def _look(untrusted: bytes, media_type: str) -> tuple[Pixels | None, str]:
    """The file as pixels, and one word that says why not."""
    if media_type not in _SHOWN:
        return None, "not_a_picture"
    if not untrusted:
        return None, str(Refusal.TOO_LARGE)
    try:
        return decode_untrusted(untrusted, media_type), "shown"
    except PictureRefusedError as error:
        return None, str(error.reason)
