"""The finished file as a PDF, judged by other people's tools."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from app.language import Language
from evidence_store import format_receipt
from tests.e2e.dossier.made import inflated, joined, made_pdf, run_tool, text_of
from tests.unit.dossier.sample_case import (
    CANARIES,
    CODE,
    DOCTOR_CANARY,
    ROOT,
    SENDER_NAME_CANARY,
    made_picture,
    many_pictures,
    small_case,
)
from tests.unit.dossier.whole_case import whole_case


@pytest.fixture(scope="session")
def danish(tmp_path_factory: pytest.TempPathFactory) -> Language:
    folder = tmp_path_factory.mktemp("locales")
    target = folder / "da" / "LC_MESSAGES" / "bevismappe.mo"
    target.parent.mkdir(parents=True)
    source = ROOT / "resources" / "locales" / "da" / "LC_MESSAGES" / "bevismappe.po"
    with source.open("rb") as read, target.open("wb") as write:
        write_mo(write, read_po(read, locale="da"))
    return Language("da", folder)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_pdf(whole_case(), tmp_path_factory.mktemp("whole"))


def _titles(item: Any) -> list[str]:
    found: list[str] = []
    while item is not None:
        found.append(str(item.Title))
        found += _titles(item.get("/First"))
        item = item.get("/Next")
    return found


def test_qpdf_finds_nothing_wrong(whole: Path) -> None:
    assert "No syntax or stream encoding errors" in run_tool("qpdf", "--check", whole)


def test_all_fonts_are_embedded_and_can_be_searched(whole: Path) -> None:
    lines = run_tool("pdffonts", whole).splitlines()[2:]
    assert {line.split()[0].partition("+")[2] for line in lines} >= {
        "NotoSans-Regular",
        "NotoSans-Bold",
        "NotoSans-Italic",
        "DejaVuSansMono",
        "Symbola",
    }
    for line in lines:
        assert re.search(r"yes yes yes\s+\d+\s+0$", line), line


def test_the_file_says_its_language_and_title_and_nothing_of_the_machine(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.PageMode == "/UseOutlines"
        assert {str(key): str(value) for key, value in pdf.docinfo.items()} == {
            "/Title": "Min sag, efterår 2026"
        }
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert "Min sag, efterår 2026" in metadata
        for said in ("CreateDate", "ModifyDate", "CreatorTool", "Producer", "DocumentID"):
            assert said not in metadata
    raw = inflated(whole)
    for word in (b"/Producer", b"/CreationDate", str(ROOT).encode()):
        assert word not in raw


def test_bookmarks_lead_to_every_section_and_exhibit(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        titles = _titles(pdf.Root.Outlines.First)
        pages = {page.objgen for page in pdf.pages}
        targets = _destinations(pdf, pdf.Root.Outlines.First)
    for wanted in ("Cover", "What I ask for", "Contents", "Timeline", "Integrity", "Left out"):
        assert wanted in titles
    assert [title for title in titles if title.startswith("Exhibit 8 · Post in an open group")]
    assert set(targets) <= pages


def _destinations(pdf: pikepdf.Pdf, item: Any) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while item is not None:
        found.append(item.Dest[0].objgen)
        found += _destinations(pdf, item.get("/First"))
        item = item.get("/Next")
    return found


def test_links_are_web_addresses_or_pages_of_the_file_and_are_printed(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        pages = {page.objgen for page in pdf.pages}
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert len(notes) > 30
        for note in notes:
            assert int(note.F) == 4
            if "/A" in note:
                assert note.A.S == "/URI"
                assert str(note.A.URI).startswith("https://facebook.example/")
            else:
                assert note.Dest[0].objgen in pages


def test_every_page_has_its_header_its_receipt_code_and_its_number(whole: Path) -> None:
    pages = text_of(whole).split("\f")[:-1]
    for number, text in enumerate(pages, start=1):
        words = joined(text)
        assert "Min sag, efterår 2026 · for the manager" in words
        assert "CONFIDENTIAL" in words
        assert f"Code of the log before the report: {format_receipt(CODE, 30)}" in words
        assert f"Page {number} of {len(pages)}" in words


def test_page_numbers_in_the_contents_are_right(whole: Path) -> None:
    pages = text_of(whole).split("\f")
    listed = dict(re.findall(r"^(\D+?) (\d+)$", pages[1], re.MULTILINE))
    for title in ("Timeline", "Incidents", "Who has been told", "Integrity", "Left out"):
        assert title in pages[int(listed[title]) - 1].splitlines()


def test_danish_letters_and_emoji_can_be_copied(whole: Path) -> None:
    words = joined(text_of(whole))
    assert "Hun skal ikke slippe af sted med det 😡🔥”" in words
    assert "❤ og 👍 fra 43 personer 👨👩👧." in words
    assert "Familieafdelingen" in words


@pytest.mark.parametrize("recipient", ["manager", "union_consultant"])
def test_withheld_words_are_in_no_byte_of_the_file(tmp_path: Path, recipient: str) -> None:
    case = small_case()
    target = made_pdf(case, tmp_path, recipient)
    everything = target.read_bytes() + inflated(target) + text_of(target).encode()
    assert b"Sender A" in everything
    assert b"torben.eks" not in everything
    for canary in (*CANARIES, SENDER_NAME_CANARY, DOCTOR_CANARY):
        assert canary.encode() not in everything
        assert canary.encode("utf-16-be") not in everything
    withheld = hashlib.sha256(case.objects[case.state.exhibits[0].original]).hexdigest()
    assert withheld not in "".join(text_of(target).split())


def test_danish_is_danish(tmp_path: Path, danish: Language) -> None:
    words = joined(text_of(made_pdf(small_case(), tmp_path, language=danish)))
    for wanted in (
        "Dokumentation til leder",
        "FORTROLIGT",
        "Side 1 af",
        f"Loggens kode før rapporten: {format_receipt(CODE, 13)}",
        "1 opslag",
        "Offentligt",
        "1 afsender",
        "Inden for et døgn",
        "Svar og dato",
        "Afsender A",
        "”3 t” som vist, omregnet til 23. november 2026 kl. 10.58",
        "23. november 2026 kl. 14.03.11 dansk tid",
        "Dækket kopi med markeringer. Sort felt: oplysning, der ikke er med (se Udeladelser, side",
        "Afledt af originalen i punkt 3 i sagens log, som ikke er med",
        "Bilag 1: 1 sted dækket med sort",
    ):
        assert wanted in words
    for english in ("Exhibit", "Sender ", "entry", "Where"):
        assert english not in words


def test_what_was_asked_of_the_workplace_has_its_section_in_both_languages(
    tmp_path: Path, danish: Language
) -> None:
    case = small_case()
    english = joined(text_of(made_pdf(case, tmp_path)))
    assert (
        "What the workplace was asked for Manager What was asked for Et møde i denne uge" in english
    )
    assert "Asked: manager" in english
    assert "Hanne Eks" not in english
    told = made_pdf(case, tmp_path, "union_consultant", danish)
    with pikepdf.open(told) as pdf:
        assert "Hvad arbejdspladsen er bedt om" in _titles(pdf.Root.Outlines.First)
    assert "Spurgt: leder, Hanne Eks" in joined(text_of(told))


def test_few_sections_stand_in_a_line_of_the_first_page_and_not_alone_on_one(
    tmp_path: Path,
) -> None:
    pdf = made_pdf(many_pictures(14, made_picture(9, 9), (9, 9)), tmp_path, "colleague")
    first, second, *_ = text_of(pdf).split("\f")
    assert "In this report, on page" in first
    assert "Contents" not in second
    assert "Exhibit 1" in second
