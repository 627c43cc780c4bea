"""Joins text pages and pictures into the finished file.

Rules:
- The picture file is the base: its streams are read when the result is written, never held in memory together.
- What stands beside the pages in the text file (outline, page mode, language, title) is carried over; nothing else.
- The file's two ids come from its content. Same input, same bytes; the SHA-256 is taken while writing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BufferedWriter, BytesIO
from typing import BinaryIO, cast

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from app.dossier.hashing_writer import HashingWriter
from app.dossier.pages.draw import Drawn
from app.dossier.pages.look import PAGE_HEIGHT
from app.dossier.pages.sheet import Picture
from app.dossier.pictures import PictureFile, PlacedPicture

_BUFFER = 1 << 18


def assemble(
    drawn: Drawn,
    base: PictureFile,
    target: BinaryIO,
    language: str,
) -> tuple[int, int, str]:
    """Write the finished PDF.

    Args:
        drawn: the text pages.
        base: the picture file.
        target: an empty file.
        language: for /Lang.

    Returns:
        Number of pages, size in bytes and SHA-256 of what was written.

    Raises:
        PictureChangedError, PictureFormError: what was written is not to be used.
    """
    try:
        return _assemble(drawn, base, target, language)
    finally:
        # Whatever pikepdf made of an error within its reading: the first cause is the one to tell.
        base.finish()


def _assemble(
    drawn: Drawn, base: PictureFile, target: BinaryIO, language: str
) -> tuple[int, int, str]:
    with (
        Pdf.open(BytesIO(drawn.pdf)) as text,
        Pdf.open(cast("BinaryIO", base), access_mode=pikepdf.AccessMode.stream) as pdf,
        HashingWriter(target, _file_id(drawn)) as written,
    ):
        placed = base.placed
        pdf.pages.extend(text.pages)
        for page, pictures in zip(pdf.pages, drawn.pictures, strict=True):
            if Name.Trans in page:
                del page[Name.Trans]  # reportlab's empty slide transition
            _hang(pdf, page, pictures, placed)
        _carry_over(text, pdf, language)
        # qpdf writes a few bytes at a time, and each would be a call into Python.
        writer = BufferedWriter(written, _BUFFER)
        pdf.save(
            writer,
            static_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            fix_metadata_version=False,
        )
        writer.flush()
        pages = len(pdf.pages)
        size, sha256 = written.finish()
        writer.detach()
    return pages, size, sha256


def _hang(
    pdf: Pdf, page: pikepdf.Page, pictures: Sequence[Picture], placed: Sequence[PlacedPicture]
) -> None:
    for picture in pictures:
        image = pdf.get_object((placed[picture.place].object_number, 0))
        name = Name(f"/Im{picture.place + 1}")
        resources = page.resources
        if Name.XObject not in resources:
            resources[Name.XObject] = Dictionary()
        resources[Name.XObject][name] = image
        page.contents_add(_drawing(picture, placed[picture.place], str(name)).encode("ascii"))


def _drawing(picture: Picture, placed: PlacedPicture, name: str) -> str:
    """Return how a picture is drawn: of a part, the whole picture through a window of the part's size."""
    x, width, height = picture.x, picture.width, picture.height
    y = PAGE_HEIGHT - picture.y - height
    if not picture.rows_px:
        return f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm {name} Do Q"
    scale = height / picture.rows_px
    below = placed.height_px - picture.top_px - picture.rows_px
    return (
        f"q {x:.3f} {y:.3f} {width:.3f} {height:.3f} re W n {width:.3f} 0 0 {placed.height_px * scale:.3f}"
        f" {x:.3f} {y - below * scale:.3f} cm {name} Do Q"
    )


def _carry_over(text: Pdf, pdf: Pdf, language: str) -> None:
    if Name.Outlines in text.Root:
        pdf.Root.Outlines = pdf.copy_foreign(text.Root.Outlines)
    pdf.Root.PageMode = Name.UseOutlines
    pdf.Root.Lang = pikepdf.String(language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    # The title and nothing else: every other entry would say something about the program or the machine.
    pdf.docinfo[Name.Title] = pikepdf.String(str(text.docinfo[Name.Title]))


def _file_id(drawn: Drawn) -> bytes:
    digest = hashlib.sha256(b"bevismappe/dossier/id/1\n")
    digest.update(drawn.pdf)
    return digest.digest()[:16]
