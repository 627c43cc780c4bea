from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from typing import BinaryIO

import pikepdf
import pytest

from app.dossier import PictureChangedError, PictureFormError, Standing
from app.dossier.hashing_writer import HashingWriter
from app.dossier.model import PrintedExhibit
from app.dossier.pdf.file import PdfFile
from app.dossier.pictures import Pictures
from app.picture import decode_own_png
from evidence_store import EntryId
from tests.unit.dossier.sample_case import EVIDENCE, made_picture

ID = EntryId(EVIDENCE, 3)


def _exhibit(sha256: str, number: int = 7) -> PrintedExhibit:
    return PrintedExhibit(
        number=number,
        original=ID,
        shown=ID,
        picture=True,
        sha256=sha256,
        title="",
        covered=False,
        marked=False,
        captions=(),
        rows=(),
        standing=Standing.PACKAGE,
        sealed_at="",
    )


def _written(sealed: bytes, opening: Callable[[EntryId], BinaryIO]) -> bytes:
    """A PDF that holds the picture as object 1."""
    exhibit = _exhibit(hashlib.sha256(sealed).hexdigest())
    target = io.BytesIO()
    with HashingWriter(target) as writer:
        file = PdfFile(writer)
        pictures = Pictures([exhibit], opening, lambda: None)
        pictures.put(file, 0, file.reserve())
        pages = file.add("<</Type/Pages/Kids[]/Count 0>>")
        root = file.add(f"<</Type/Catalog/Pages {pages} 0 R>>")
        file.finish(root, file.add("<<>>"))
        assert writer.finish()[0] == len(target.getvalue())
    return target.getvalue()


def _write(sealed: bytes, found: bytes) -> bytes:
    return _written(sealed, lambda _: io.BytesIO(found))


def test_the_picture_in_the_pdf_has_the_sealed_pixels() -> None:
    png = made_picture(37, 23)
    with pikepdf.open(io.BytesIO(_write(png, png))) as pdf:
        image = pdf.get_object((1, 0))
        assert image.read_raw_bytes() == png[41:-16]
        rows = image.read_bytes()
    assert rows == decode_own_png(png).rgb


def test_a_picture_of_several_pieces_is_the_same_and_is_checked_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    png = made_picture(37, 23)
    for piece in (1, 100, len(png) - 57, len(png)):
        monkeypatch.setattr("app.dossier.pictures._PIECE", piece)
        with pikepdf.open(io.BytesIO(_write(png, png))) as pdf:
            assert pdf.get_object((1, 0)).read_raw_bytes() == png[41:-16]
        for found in (
            png[:-17],
            png[:-1],
            png[:-1] + b"x",
            png + b"x",
            png[:200] + b"x" + png[201:],
        ):
            with pytest.raises(PictureChangedError):
                _write(png, found)


@pytest.mark.parametrize("at", [0, 20, 35, 60, -20, -1])
def test_one_changed_byte_names_the_exhibit(at: int) -> None:
    png = made_picture(37, 23)
    changed = bytearray(png)
    changed[at] ^= 1
    with pytest.raises(PictureChangedError) as caught:
        _write(png, bytes(changed))
    assert (caught.value.exhibit, caught.value.entry) == (7, ID)


@pytest.mark.parametrize("length", [0, 10, 41, 100, -1, -16])
def test_a_picture_cut_short_is_a_changed_picture(length: int) -> None:
    png = made_picture(37, 23)
    with pytest.raises(PictureChangedError):
        _write(png, png[:length])


def test_bytes_after_the_end_are_a_changed_picture() -> None:
    png = made_picture(37, 23)
    with pytest.raises(PictureChangedError):
        _write(png, png + b"x")


@pytest.mark.parametrize("foreign", [b"\xff\xd8\xff\xe0 a photo", made_picture(3, 3) + b"tail"])
def test_a_sealed_file_that_is_not_our_png_is_refused(foreign: bytes) -> None:
    with pytest.raises(PictureFormError):
        _write(foreign, foreign)


def test_reads_in_pieces_and_never_the_whole_picture() -> None:
    png = made_picture(37, 23)
    asked: list[int] = []

    class Watched(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(-1 if size is None else size)
            return super().read(size)

    def watched(_: EntryId) -> BinaryIO:
        return Watched(png)

    _written(png, watched)
    assert asked
    assert all(0 < size <= 1 << 20 for size in asked)
