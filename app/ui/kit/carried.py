"""What a drag or the clipboard carries, told from the names of its forms and its addresses.

Rules:
- Nothing is decoded here, and no picture is fetched: this is asked while somebody still drags.
- Pictures are those that come as the bytes of a picture's file. Qt could make one of bare pixels (``imageData``), and
  would decode a stranger's bytes in this process for it: nobody asks for that form.
- Something that lies elsewhere, in a mail program or on a phone, is promised by a name that only that program knows.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from app.ui.links import is_link

_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/tiff", "image/bmp")
# As Qt calls what browsers and the snipping tool of Windows give by these names.
_WINDOWS = tuple(f'application/x-qt-windows-mime;value="{name}"' for name in ("PNG", "JFIF", "GIF"))
_PROMISES = (
    "filegroupdescriptor",  # Outlook, Explorer on a phone or in a zip
    "filecontents",
    "x-moz-file-promise",
    "promised-file",
    "xdnddirectsave",
)


def files_of(data: QMimeData) -> list[Path]:
    """Return the files of this computer in what was dropped or pasted."""
    if not data.hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def picture_forms(data: QMimeData) -> list[str]:
    """Return the names under which it has a picture as the bytes of a file, the best first."""
    offered = [name for name in data.formats() if name.startswith("image/") or name in _WINDOWS]
    known = [name for name in (*_PICTURES, *_WINDOWS) if name in offered]
    return [*known, *(name for name in offered if name not in known)]


def link_of(data: QMimeData) -> str:
    """Return the address of a page, where it is one; else "". Of several the first."""
    for url in data.urls() if data.hasUrls() else []:
        address = bytes(url.toEncoded().data()).decode("ascii", "replace")
        if is_link(address):
            return address
    words = data.text().strip() if data.hasText() else ""
    return words if is_link(words) else ""


def lies_elsewhere(data: QMimeData) -> bool:
    """Return whether it is a file that only another program can give, or that lies on a phone."""
    named = [name.lower() for name in data.formats()]
    if any(promise in name for promise in _PROMISES for name in named):
        return True
    return data.hasUrls() and any(
        not url.isLocalFile() and url.scheme() not in {"", "http", "https"} for url in data.urls()
    )


def brings_things(data: QMimeData) -> bool:
    """Return whether there is a file or a picture in it, and not only words."""
    return bool(files_of(data) or picture_forms(data) or lies_elsewhere(data))


def carries_evidence(data: QMimeData) -> bool:
    """Return whether there is something to keep, or to say something about."""
    return brings_things(data) or data.hasImage() or bool(link_of(data))
