"""A PDF of unknown origin is seen by page, and nothing in it is run, opened or fetched."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from app.picture import (
    DecodedPicture,
    DecodeLimits,
    PictureRefusedError,
    Refusal,
    decode_untrusted,
)
from tests.posix import RUSAGE_SELF, getrusage

PDF = "application/pdf"
GROUND = (226, 229, 232)


def pdf_of(*words: str, size: tuple[float, float] = (595.3, 841.9)) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size)
    for line in words:
        canvas.drawString(72, size[1] - 100, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def changed(pdf: bytes, **how: object) -> tuple[pikepdf.Pdf, io.BytesIO]:
    return pikepdf.open(io.BytesIO(pdf)), io.BytesIO()


def looked(pdf: bytes, limits: DecodeLimits | None = None) -> DecodedPicture:
    return decode_untrusted(pdf, PDF, limits or DecodeLimits())


def refusal_of(pdf: bytes, limits: DecodeLimits | None = None) -> Refusal:
    with pytest.raises(PictureRefusedError) as caught:
        looked(pdf, limits)
    return caught.value.reason


def answer_of(pdf: bytes, limits: DecodeLimits | None = None) -> DecodedPicture | Refusal:
    try:
        return looked(pdf, limits)
    except PictureRefusedError as refused:
        return refused.reason


def test_the_pages_stand_below_each_other_and_their_words_are_found() -> None:
    look = looked(pdf_of("Side et: æøå", "Side to", "Side tre"))
    assert (look.pixels.width_px, look.pixels.height_px) == (1240, 3 * 1754 + 2 * 24)
    assert (look.said.pages, look.said.pages_shown, look.said.words_whole) == (3, 3, True)
    assert look.said.words.split("\n") == ["Side et: æøå", "Side to", "Side tre"]
    assert look.pixels.colour_at(600, 1754 + 12) == GROUND
    assert look.pixels.colour_at(600, 1754 + 24 + 5) == (255, 255, 255)
    first = look.pixels.rgb[: 3 * 1240 * 1754]
    assert min(first) < 60  # black letters


def test_a_page_is_painted_as_another_program_paints_it() -> None:
    """The same words, the same places: the black of two neighbours differs by what smoothing does."""
    look = looked(pdf_of("Kanariefugl"))
    rows = [
        y
        for y in range(0, 1754, 2)
        if any(look.pixels.colour_at(x, y)[0] < 120 for x in range(150, 420, 3))
    ]
    assert 185 <= rows[0] <= 215
    assert rows[-1] <= 220


def test_pages_of_different_sizes_are_centred_on_the_ground() -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    for size in ((595.3, 841.9), (841.9, 595.3)):
        canvas.setPageSize(size)
        canvas.drawString(50, 50, "x")
        canvas.showPage()
    canvas.save()
    pixels = looked(target.getvalue()).pixels
    assert pixels.width_px == 1754
    assert pixels.colour_at(100, 100) == GROUND
    assert pixels.colour_at(877, 100) == (255, 255, 255)


def test_of_many_pages_the_first_are_shown_and_all_are_counted() -> None:
    look = looked(pdf_of(*(f"Side {number}" for number in range(1, 301))))
    assert look.said.pages == 300
    assert 20 < look.said.pages_shown < 300
    assert look.pixels.height_px < 65_535
    assert "Side 300" in look.said.words


@pytest.mark.parametrize("size", [(1.0, 9_000.0), (9_000.0, 1.0), (14_400.0, 14_400.0), (3, 3)])
def test_a_page_of_any_form_fits(size: tuple[float, float]) -> None:
    pixels = looked(pdf_of("x", size=size)).pixels
    assert 0 < pixels.width_px <= 1754
    assert 0 < pixels.height_px <= 30_001


def test_nothing_that_a_pdf_wants_to_have_done_is_done() -> None:
    document, target = changed(pdf_of("Kun ord"))
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.launchURL('http://x.invalid')")
    document.Root.OpenAction = script
    document.Root.AA = pikepdf.Dictionary(WC=script)
    launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F="/bin/sh")
    uri = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://x.invalid/")
    page = document.pages[0]
    page.obj.AA = pikepdf.Dictionary(O=launch)
    page.obj.Annots = pikepdf.Array(
        [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 99, 99], A=action
            )
            for action in (script, launch, uri)
        ]
    )
    document.attachments["kanarie.exe"] = b"MZ kanarie"
    document.save(target)
    look = looked(target.getvalue())
    assert look.pixels.rgb == looked(pdf_of("Kun ord")).pixels.rgb
    assert look.said.words == "Kun ord"


def test_a_pdf_that_asks_for_a_password_is_refused_as_locked() -> None:
    document, target = changed(pdf_of("hemmelig"))
    document.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal_of(target.getvalue()) is Refusal.LOCKED


@pytest.mark.parametrize(
    "pdf", [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj"]
)
def test_a_pdf_of_nothing_is_refused_as_damaged(pdf: bytes) -> None:
    assert refusal_of(pdf) is Refusal.DAMAGED


@pytest.mark.parametrize("part", range(1, 8))
def test_a_pdf_cut_short_is_seen_or_refused(part: int) -> None:
    whole = pdf_of("et", "to", "tre")
    answer = answer_of(whole[: len(whole) * part // 8])
    shown = answer.said.pages_shown if isinstance(answer, DecodedPicture) else 0
    assert answer is Refusal.DAMAGED or 1 <= shown <= 3


def test_a_page_tree_that_bites_its_tail_ends() -> None:
    pdf = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 90000000/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>"
    )
    assert refusal_of(pdf) is Refusal.DAMAGED


@pytest.mark.posix("the memory of a process is told another way there")
@pytest.mark.parametrize("kind", ["content", "picture"])
def test_a_bomb_within_a_page_leaves_this_process_as_small_as_it_was(kind: str) -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"q " * (1 << 19)) for _ in range(900)) + packer.flush()
    document, target = changed(pdf_of("x"))
    if kind == "content":
        document.pages[0].obj.Contents = pikepdf.Stream(
            document, packed, Filter=pikepdf.Name.FlateDecode
        )
    else:
        document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(
            I=pikepdf.Stream(
                document,
                packed,
                Filter=pikepdf.Name.FlateDecode,
                Subtype=pikepdf.Name.Image,
                Width=30_000,
                Height=30_000,
                BitsPerComponent=8,
                ColorSpace=pikepdf.Name.DeviceRGB,
            )
        )
        document.pages[0].obj.Contents = pikepdf.Stream(document, b"100 0 0 100 0 0 cm /I Do")
    document.save(target, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    limits = DecodeLimits(memory_bytes=600 << 20, processor_s=6)
    answer = answer_of(target.getvalue(), limits)
    refusals = (Refusal.OUT_OF_MEMORY, Refusal.TIMED_OUT, Refusal.DAMAGED)
    assert isinstance(answer, DecodedPicture) or answer in refusals
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 64 * 1024
