"""What was pasted or dropped, in the best form that works.

Rules:
- Files of this computer come first, as long as one of them is there. One that is gone does not stand before a picture
  or a link that came with it; where nothing else came, it is handed on, and keeping it says that it is gone.
- A picture is taken as the bytes that the other program gave: they are the original. Of several forms the first is
  taken that begins as a picture does. Nothing of it is decoded here: only the limited child does that.
- A link is no evidence yet: it is where a post's facts begin.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import QMimeData

from app.picture import SNIFF_LENGTH, sniff
from app.ui.kit import files_of, lies_elsewhere, link_of, picture_forms


class MimeContents(msgspec.Struct, frozen=True):
    """What came; nothing of it where nothing can be taken.

    Attributes:
        files: of this computer.
        pictures: bytes as they were given.
        link: the address of a page.
        elsewhere: it is there, but only the program that it comes from can give it.
    """

    files: tuple[Path, ...] = ()
    untrusted_pictures: tuple[bytes, ...] = ()
    link: str = ""
    elsewhere: bool = False

    @property
    def something(self) -> bool:
        """Whether there is anything to keep or to begin with."""
        return bool(self.files or self.untrusted_pictures or self.link)


def read_mime(data: QMimeData | None) -> MimeContents:
    """Take the best form that works."""
    if data is None:
        return MimeContents()
    files = tuple(files_of(data))
    if any(_is_there(path) for path in files):
        return MimeContents(files=files)
    picture = _picture(data)
    if picture:
        return MimeContents(untrusted_pictures=(picture,))
    if link := link_of(data):
        return MimeContents(link=link)
    return MimeContents(
        files=files, elsewhere=not files and (lies_elsewhere(data) or data.hasImage())
    )


def _is_there(path: Path) -> bool:
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def _picture(data: QMimeData) -> bytes:
    """Return the first form that begins as a picture does, else the first that is not empty."""
    rest = b""
    for name in picture_forms(data):
        untrusted = bytes(data.data(name).data())
        if sniff(untrusted[:SNIFF_LENGTH]).startswith("image/"):
            return untrusted
        rest = rest or untrusted
    return rest
