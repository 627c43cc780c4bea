"""What a report is built to: PDF/A-3b (ISO 19005-3), and PDF/UA-1 by the points of the Matterhorn protocol 1.1.

Only the points that a program can test, by their numbers; whether an order or a text makes sense is for people. No
validator of either standard could be had, so the tests look at the file themselves, through pikepdf.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import ImageCms

from app.language import Language
from tests.e2e.dossier.made import made_pdf, run_tool, steps_of
from tests.unit.dossier.sample_case import ROOT
from tests.unit.dossier.whole_case import whole_case

LOG = b"bevismappe/ledger/1\nchain 0 evidence\nend 0\n"
STANDARD = {
    "Document", "TOC", "TOCI", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD",
    "Figure", "Link", "Span",
}  # fmt: skip
# What an element may hold (ISO 32000-1, 14.8.4).
HOLDS = {
    "TOC": {"TOCI", "TOC"},
    "L": {"LI", "L"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "TOCI": "TOC",
    "LI": "L",
    "Lbl": "LI",
    "LBody": "LI",
    "TR": "Table",
    "TH": "TR",
    "TD": "TR",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    danish = Language("da", ROOT / "resources" / "locales")
    folder = tmp_path_factory.mktemp("built")
    return made_pdf(whole_case(), folder, language=danish, log=LOG)


@pytest.fixture(scope="module")
def pdf(made: Path) -> Iterator[Any]:
    with pikepdf.open(made) as opened:
        yield opened


def _elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, str]]:
    """All elements in the order they are read, each with the type of its parent."""
    waiting: list[tuple[Any, str]] = [(pdf.Root.StructTreeRoot.K[0], "")]
    while waiting:
        element, parent = waiting.pop()
        yield element, parent
        waiting += [(kid, str(element.S)[1:]) for kid in reversed(_within(element))]


def _within(element: Any, kind: str = "/StructElem") -> list[Any]:
    """What an element holds of a kind; words on its own page are there by their number alone."""
    return [kid for kid in element.K if not isinstance(kid, int) and kid.get("/Type") == kind]


def _words(element: Any) -> set[tuple[Any, int]]:
    """The words of an element: page, and their number on it."""
    own = {(element.Pg.objgen, kid) for kid in element.K if isinstance(kid, int)}
    return own | {(kid.Pg.objgen, int(kid.MCID)) for kid in _within(element, "/MCR")}


def _tagged(page: pikepdf.Page) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Everything that a page paints, with the marks around it."""
    stack: list[tuple[str, int]] = []
    for operator, operands in steps_of(page):
        if operator in ("BDC", "BMC"):
            more: Any = operands[1] if operator == "BDC" else {}
            stack.append((str(operands[0]), int(more.get("/MCID", -1))))
        elif operator == "EMC":
            stack.pop()
        elif operator in ("Tj", "Do", "BI", "S", "f", "B"):
            yield operator, list(stack)
    assert not stack


def test_01_all_that_is_painted_is_tagged_or_an_artifact_and_never_both(pdf: Any) -> None:
    """01-003, 01-004, 01-005."""
    for page in pdf.pages:
        for operator, marks in _tagged(page):
            assert len(marks) == 1, operator
            name, at = marks[0]
            assert (name == "/Artifact") == (at < 0)


def test_01_every_tag_on_a_page_leads_to_its_element_and_back(pdf: Any) -> None:
    """The parent tree: what a reader asks when somebody points at words."""
    found = dict(_numbers(pdf.Root.StructTreeRoot.ParentTree))
    seen = 0
    for page in pdf.pages:
        owners = found[int(page.StructParents)]
        marks = {mark for _, around in _tagged(page) for mark in around if mark[1] >= 0}
        assert sorted(at for _, at in marks) == list(range(len(owners)))
        for name, at in marks:
            element = owners[at]
            assert str(element.S) == name
            assert (page.objgen, at) in _words(element)
            seen += 1
    assert seen > 200
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(found)


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    for kid in node.get("/Kids", []):
        yield from _numbers(kid)
    listed = list(node.get("/Nums", []))
    yield from ((int(key), what) for key, what in zip(listed[::2], listed[1::2], strict=True))


def test_02_only_standard_types_each_in_its_place(pdf: Any) -> None:
    """02-001, 09-004 to 09-008."""
    seen = set()
    for element, parent in _elements(pdf):
        name = str(element.S)[1:]
        seen.add(name)
        assert name in STANDARD
        assert PARENTS.get(name, parent) == parent
        kids = {str(kid.S)[1:] for kid in _within(element)}
        assert kids <= HOLDS.get(name, STANDARD - set(PARENTS))
        assert name not in HOLDS or len(_within(element)) == len(element.K)
        assert element.P is not None
    assert seen >= {"H1", "H2", "H3", "L", "Table", "TH", "Figure", "Link", "TOC"}


def test_06_and_07_the_title_is_in_the_metadata_and_is_shown(pdf: Any) -> None:
    """06-001 to 06-004, 07-001, 07-002."""
    metadata = pdf.Root.Metadata
    assert "/Filter" not in metadata
    said = metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<pdfaid:part>3</pdfaid:part>" in said
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in said
    title = re.search("<dc:title>.*?>([^<]+)</rdf:li>", said)
    assert title is not None
    assert title[1] == str(pdf.docinfo["/Title"])
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(pdf.Root.MarkInfo.Marked)
    assert "/Suspects" not in pdf.Root.MarkInfo


def test_10_every_letter_can_be_copied(pdf: Any) -> None:
    """10-001: each code that a page shows has its letters."""
    for page in pdf.pages:
        fonts = {str(name): _codes(font) for name, font in page.Resources.Font.items()}
        font: set[str] = set()
        for operator, operands in steps_of(page):
            if operator == "Tf":
                font = fonts[str(operands[0])]
            elif operator == "Tj":
                shown = bytes(operands[0]).hex().upper()
                assert {shown[at : at + 4] for at in range(0, len(shown), 4)} <= font


def _codes(font: Any) -> set[str]:
    text = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", text, re.MULTILINE)
    assert all(letters not in ("0000", "FFFE", "FEFF") for _, letters in pairs)
    return {code for code, _ in pairs} - {"0000"}  # the range of codes has the same form


def test_11_the_language_is_said(pdf: Any) -> None:
    assert str(pdf.Root.Lang) == "da"


def test_13_every_picture_has_words_and_a_place(pdf: Any) -> None:
    """13-004."""
    figures = [element for element, _ in _elements(pdf) if element.S == "/Figure"]
    assert len(figures) >= 5
    for figure in figures:
        assert re.match(r"Bilag \d+: \S", str(figure.Alt))
        assert len(figure.A.BBox) == 4


def test_14_headings_begin_at_one_and_skip_no_level(pdf: Any) -> None:
    """14-002, 14-003, 14-006."""
    levels = [
        int(str(element.S)[2:])
        for element, _ in _elements(pdf)
        if re.fullmatch(r"/H\d", str(element.S))
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_15_heads_of_tables_say_what_they_are_the_head_of(pdf: Any) -> None:
    """15-003; and all rows of a table have its columns."""
    for element, _ in _elements(pdf):
        if element.S == "/TH":
            assert element.A.Scope == "/Column"
        if element.S == "/Table":
            assert len({len(row.K) for row in element.K}) == 1
            assert {str(cell.S) for cell in element.K[0].K} == {"/TH"}


def test_16_a_numbered_list_says_so(pdf: Any) -> None:
    """16-001; and each item has its body."""
    lists = [element for element, _ in _elements(pdf) if element.S == "/L"]
    assert {str(each.A.ListNumbering) for each in lists if "/A" in each} == {"/Decimal"}
    for each in lists:
        assert {str(kid.S) for item in each.K for kid in item.K} >= {"/LBody"}


def test_21_and_pdf_a_files_within_the_file_say_what_they_are(pdf: Any) -> None:
    """21-001; ISO 19005-3, 6.8."""
    files = list(pdf.Root.AF)
    names = list(pdf.Root.Names.EmbeddedFiles.Names)
    assert [str(name) for name in names[::2]] == ["ledger.txt", "manifest.txt"]
    assert [each.objgen for each in names[1::2]] == [each.objgen for each in files]
    for each in files:
        assert str(each.F) == str(each.UF)
        assert str(each.Desc)
        assert each.AFRelationship == "/Supplement"
        assert each.EF.F.Subtype == "/text/plain"
        assert str(each.EF.F.Params.ModDate).startswith("D:2026")
        assert len(each.EF.F.read_bytes()) == int(each.EF.F.Params.Size)
    assert files[0].EF.F.read_bytes() == LOG
    assert b"  Bilag 1\n" in files[1].EF.F.read_bytes()


def test_28_links_are_tagged_and_say_where_they_lead(pdf: Any) -> None:
    """28-002, 28-004, 28-005, 28-008, 28-009, 28-011, 28-012."""
    found = dict(_numbers(pdf.Root.StructTreeRoot.ParentTree))
    links = 0
    for page in pdf.pages:
        assert page.Tabs == "/S"
        for note in page.get("/Annots", []):
            assert note.Subtype == "/Link"
            assert str(note.Contents)
            assert "/A" in note or "/Dest" in note
            owner = found[int(note.StructParent)]
            assert owner.S == "/Link"
            assert any(kid.Obj.objgen == note.objgen for kid in _within(owner, "/OBJR"))
            links += 1
    held = [kid for element, _ in _elements(pdf) for kid in _within(element, "/OBJR")]
    assert len(held) == links > 20


def test_31_fonts_are_whole(pdf: Any) -> None:
    """31-001 to 31-030, as far as composite TrueType fonts go; ISO 19005-3, 6.2.11."""
    for font in pdf.pages[0].Resources.Font.values():
        (descendant,) = font.DescendantFonts
        assert font.Encoding == "/Identity-H"
        shown = descendant.CIDToGIDMap.read_bytes()
        assert str(descendant.CIDSystemInfo.Ordering) == "Identity"
        assert str(font.BaseFont) == str(descendant.BaseFont)
        assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
        data = descendant.FontDescriptor.FontFile2.read_bytes()
        widths, em = _advances(data)
        first, told = descendant.W
        assert int(first) == 1
        assert len(told) == len(_codes(font))
        assert len(shown) == 2 * len(told) + 2
        for at, width in enumerate(told, start=1):
            glyph = int.from_bytes(shown[2 * at : 2 * at + 2], "big")
            assert abs(float(width) - widths[min(glyph, len(widths) - 1)] * 1000 / em) <= 1


def _advances(font: bytes) -> tuple[list[int], int]:
    count = int.from_bytes(font[4:6], "big")
    tables = {
        font[at : at + 4]: int.from_bytes(font[at + 8 : at + 12], "big")
        for at in range(12, 12 + 16 * count, 16)
    }
    em = int.from_bytes(font[tables[b"head"] + 18 : tables[b"head"] + 20], "big")
    wide = int.from_bytes(font[tables[b"hhea"] + 34 : tables[b"hhea"] + 36], "big")
    start = tables[b"hmtx"]
    return [
        int.from_bytes(font[start + 4 * at : start + 4 * at + 2], "big") for at in range(wide)
    ], em


def test_pdf_a_colours_have_a_meaning_and_nothing_forbidden_is_there(pdf: Any) -> None:
    """ISO 19005-3, 6.1.3, 6.2.3, 6.2.4.3, 6.3, 6.5, 6.6."""
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    profile = ImageCms.ImageCmsProfile(io.BytesIO(intent.DestOutputProfile.read_bytes()))
    assert profile.profile.xcolor_space.strip() == "RGB"
    assert int(intent.DestOutputProfile.N) == 3
    assert len(pdf.trailer.ID) == 2
    assert not pdf.is_encrypted
    for key in ("/OpenAction", "/AA", "/AcroForm", "/OCProperties", "/Perms", "/Requirements"):
        assert key not in pdf.Root
    for page in pdf.pages:
        assert "/AA" not in page
        assert "/Group" not in page
        assert "/ExtGState" not in page.Resources
        for note in page.get("/Annots", []):
            assert int(note.F) == 4
        for image in page.Resources.get("/XObject", {}).values():
            assert image.Subtype == "/Image"
            assert image.ColorSpace == "/DeviceRGB"
            assert not {"/Alternates", "/OPI", "/SMask", "/Interpolate"} & set(image.keys())
    assert not any("/LZWDecode" in str(each.get("/Filter", "")) for each in _streams(pdf))


def _streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (each for each in pdf.objects if isinstance(each, pikepdf.Stream))


def test_other_readers_find_the_tags_and_the_text_in_order(made: Path) -> None:
    assert re.search(r"Tagged:\s+yes", run_tool("pdfinfo", made))
    tree = run_tool("pdfinfo", "-struct-text", made)
    headings = ("Kort fortalt", "Tidslinje", "Bilagsfortegnelse", "Udeladelser")
    lines = tree.splitlines()
    order = [
        lines.index(next(line for line in lines if line.strip() == f'"{each}"'))
        for each in headings
    ]
    assert order == sorted(order)
