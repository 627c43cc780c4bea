"""The finished file, judged by other people's tools: poppler, qpdf, pikepdf."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PIL import Image

from app.casework.records import (
    Author,
    CaseFacts,
    IncidentFacts,
    IncidentSender,
    IncidentText,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
    Role,
)
from app.dossier import Choices, PictureChangedError, compose, load_policy, render
from app.language import Language
from app.picture import decode_own_png
from tests.unit.dossier.sample_case import (
    CANARIES,
    CODE,
    DOCTOR_CANARY,
    FONTS,
    MADE_AT,
    RECIPIENTS,
    ROOT,
    SENDER_NAME_CANARY,
    SampleCase,
    made_picture,
    many_pictures,
    small_case,
)
from tests.unit.dossier.whole_case import whole_case

ENGLISH = Language("en", Path())


@pytest.fixture(scope="session")
def danish(tmp_path_factory: pytest.TempPathFactory) -> Language:
    folder = tmp_path_factory.mktemp("locales")
    target = folder / "da" / "LC_MESSAGES" / "bevismappe.mo"
    target.parent.mkdir(parents=True)
    source = ROOT / "resources" / "locales" / "da" / "LC_MESSAGES" / "bevismappe.po"
    with source.open("rb") as read, target.open("wb") as write:
        write_mo(write, read_po(read, locale="da"))
    return Language("da", folder)


def _pdf(
    case: SampleCase,
    folder: Path,
    recipient: str = "manager",
    language: Language = ENGLISH,
    **choices: Any,
) -> Path:
    policy = load_policy(RECIPIENTS, recipient)
    dossier = compose(case.state, policy, Choices(**choices), language, case.receipt, MADE_AT)
    target = folder / f"{recipient}-{language.code}.pdf"
    rendered = render(dossier, target, case.open_object, language, FONTS)
    assert rendered.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert rendered.size == target.stat().st_size
    with pikepdf.open(target) as pdf:
        assert rendered.pages == len(pdf.pages)
    return target


def _run(*command: object) -> str:
    done = subprocess.run([str(each) for each in command], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


def _text(pdf: Path) -> str:
    return _run("pdftotext", "-enc", "UTF-8", "-raw", pdf, "-")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _images(pdf: pikepdf.Pdf) -> list[Any]:
    """The images of all pages, in order; at most one stands on a page."""
    found = [list(page.resources.get("/XObject", {}).items()) for page in pdf.pages]
    assert all(len(images) <= 1 for images in found)
    return [image for images in found for _, image in images]


def _titles(item: Any) -> list[str]:
    found: list[str] = []
    while item is not None:
        found.append(str(item.Title))
        found += _titles(item.get("/First"))
        item = item.get("/Next")
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _pdf(whole_case(), tmp_path_factory.mktemp("whole"))


# -- pictures ------------------------------------------------------------------------------------


def test_poppler_takes_out_exactly_the_sealed_pixels(tmp_path: Path) -> None:
    case = SampleCase()
    sizes = [(31, 17), (1, 1), (200, 90), (33, 160)]
    pictures = [made_picture(*size, (at * 40, 7, 90)) for at, size in enumerate(sizes)]
    for png, size in zip(pictures, sizes, strict=True):
        case.capture(png, "2026-11-23T13:00:00.000Z", size)
    _run("pdfimages", "-png", _pdf(case, tmp_path), tmp_path / "out")
    found = sorted(tmp_path.glob("out-*.png"))
    assert len(found) == len(pictures)
    for file, png in zip(found, pictures, strict=True):
        pixels = decode_own_png(png)
        with Image.open(file) as image:
            assert image.size == (pixels.width_px, pixels.height_px)
            assert image.convert("RGB").tobytes() == pixels.rgb


def test_the_sealed_png_can_be_rebuilt_from_the_pdf_and_has_the_printed_fingerprint(
    tmp_path: Path,
) -> None:
    case = SampleCase()
    png = made_picture(120, 80)
    case.capture(png, "2026-11-23T13:00:00.000Z", (120, 80))
    target = _pdf(case, tmp_path)
    with pikepdf.open(target) as pdf:
        image = next(iter(_images(pdf)))
        data = image.read_raw_bytes()
    rebuilt = png[:33] + len(data).to_bytes(4, "big") + b"IDAT" + data + png[-16:]
    fingerprint = hashlib.sha256(rebuilt).hexdigest()
    assert fingerprint in "".join(_text(target).split())


def test_a_changed_picture_stops_the_dossier_and_leaves_what_was_there(tmp_path: Path) -> None:
    case = small_case()
    target = _pdf(case, tmp_path)
    before = target.read_bytes()
    id = next(id for id, png in case.objects.items() if id.seq == 4)
    case.objects[id] = case.objects[id][:-20] + b"\x00" * 4 + case.objects[id][-16:]
    with pytest.raises(PictureChangedError) as caught:
        _pdf(case, tmp_path)
    assert caught.value.exhibit == 2
    assert target.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [target.name]


def test_cancelling_leaves_no_half_file(tmp_path: Path) -> None:
    case = small_case()
    dossier = compose(
        case.state, load_policy(RECIPIENTS, "manager"), Choices(), ENGLISH, case.receipt, MADE_AT
    )

    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert (done, total) == (1, 2)
        raise StopError

    with pytest.raises(StopError):
        render(dossier, tmp_path / "x.pdf", case.open_object, ENGLISH, FONTS, stop)
    assert list(tmp_path.iterdir()) == []


# -- the file as a PDF ---------------------------------------------------------------------------


def test_qpdf_finds_nothing_wrong(whole: Path) -> None:
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", whole)


def test_all_fonts_are_embedded_and_can_be_searched(whole: Path) -> None:
    lines = _run("pdffonts", whole).splitlines()[2:]
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
        assert "/Metadata" not in pdf.Root
    inflated = _inflated(whole)
    for word in (b"reportlab", b"ReportLab", b"/Producer", b"/CreationDate", str(ROOT).encode()):
        assert word not in inflated


def _inflated(pdf: Path) -> bytes:
    done = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(pdf), "-"],
        capture_output=True,
        check=True,
    )
    return done.stdout


def test_bookmarks_lead_to_every_section_and_exhibit(whole: Path) -> None:
    with pikepdf.open(whole) as pdf:
        titles = _titles(pdf.Root.Outlines.First)
        pages = {page.objgen for page in pdf.pages}
        targets = _destinations(pdf, pdf.Root.Outlines.First)
    for wanted in ("Cover", "What I ask for", "Summary", "Timeline", "Integrity", "Left out"):
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
    pages = _text(whole).split("\f")[:-1]
    for number, text in enumerate(pages, start=1):
        words = _joined(text)
        assert "Min sag, efterår 2026 · for the manager" in words
        assert "CONFIDENTIAL" in words
        assert f"Receipt code {CODE} · entry 30" in words
        assert f"Page {number} of {len(pages)}" in words


def test_page_numbers_in_the_contents_are_right(whole: Path) -> None:
    pages = _text(whole).split("\f")
    listed = dict(re.findall(r"^(\D+?) (\d+)$", pages[1], re.MULTILINE))
    for title in ("Timeline", "Incidents", "Who has been told", "Integrity", "Left out"):
        assert title in pages[int(listed[title]) - 1].splitlines()


def test_danish_letters_and_emoji_can_be_copied(whole: Path) -> None:
    words = _joined(_text(whole))
    assert "Hun skal ikke slippe af sted med det 😡🔥”" in words
    assert "❤ og 👍 fra 43 personer 👨👩👧." in words
    assert "Familieafdelingen" in words


@pytest.mark.parametrize("recipient", ["manager", "union_consultant"])
def test_withheld_words_are_in_no_byte_of_the_file(tmp_path: Path, recipient: str) -> None:
    case = small_case()
    target = _pdf(case, tmp_path, recipient)
    everything = target.read_bytes() + _inflated(target) + _text(target).encode()
    assert b"torben.eks" in everything
    for canary in (*CANARIES, SENDER_NAME_CANARY, DOCTOR_CANARY):
        assert canary.encode() not in everything
        assert canary.encode("utf-16-be") not in everything
    withheld = hashlib.sha256(case.objects[case.state.exhibits[0].original]).hexdigest()
    assert withheld not in "".join(_text(target).split())


def test_danish_is_danish(tmp_path: Path, danish: Language) -> None:
    words = _joined(_text(_pdf(small_case(), tmp_path, language=danish)))
    for wanted in (
        "Dokumentation til leder",
        "FORTROLIGT",
        "Side 1 af",
        f"Kvitteringskode {CODE} · post 11",
        "3 bilag, 1 hændelse, 1 afsender",
        "Afsender A, profil @torben.eks",
        "”3 t” som vist; fastslået til 23. november 2026 kl. 10.58",
        "23. november 2026 kl. 14.03.11 dansk tid",
        "Dækket kopi med markeringer. Sort felt = oplysning, der er udeladt (se Udeladelser, side",
        "Tilbageholdt, forseglet som post 3 i sagens log",
        "Bilag 1: 1 sted dækket med sort",
    ):
        assert wanted in words
    for english in ("Exhibit", "Sender ", "entry", "Where"):
        assert english not in words


def test_a_tall_picture_fits_its_page(tmp_path: Path) -> None:
    case = SampleCase()
    case.capture(made_picture(27, 125), "2026-11-23T13:00:00.000Z", (27, 125))
    case.capture(made_picture(125, 3), "2026-11-23T13:00:00.000Z", (125, 3))
    with pikepdf.open(_pdf(case, tmp_path)) as pdf:
        places = _places(pdf)
    assert len(places) == 2
    for width, height, x, y in places:
        assert x >= 50
        assert x + width <= 546
        assert y >= 842 - 784
        assert y + height <= 842 - 84


def _places(pdf: pikepdf.Pdf) -> list[tuple[float, float, float, float]]:
    found = []
    for page in pdf.pages:
        matrix: list[float] = []
        for step in pikepdf.parse_content_stream(page):
            assert isinstance(step, pikepdf.ContentStreamInstruction)
            operands, operator = step.operands, step.operator
            if str(operator) == "cm":
                matrix = [float(each) for each in operands]
            elif str(operator) == "Do":
                found.append((matrix[0], matrix[3], matrix[4], matrix[5]))
    return found


# -- hostile words -------------------------------------------------------------------------------

HOSTILE = (
    "<b>fed</b>",
    '<img src="https://evil.example/x.png"/>',
    "<para>",
    "</para><font color=red>",
    "&lt;b&gt; &#x41;",
    "\u202egnisrever\u202c",
    "nul\x00byte",
    "\u0301alene",
    "العربية",
    "🧿🏽\U0001fae0",
    "(/Type /Action /S /JavaScript)",
    "\\) Tj ET",
    "%s {0} {number}",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_printed_and_do_nothing(tmp_path: Path, words: str) -> None:
    case = SampleCase()
    case.add(CaseFacts(title=words))
    case.add(Author(name=words, job_title=words, workplace=words))
    case.capture(made_picture(5, 5), "2026-11-23T13:00:00.000Z", (5, 5), url=words)
    case.add(
        IncidentFacts(
            platform=words,
            venue_name=words,
            url=words,
            published_at_text=words,
            published_at=words,
            audience=words,
        ),
        sender=IncidentSender(handle=words, profile_url=words),
        text=IncidentText(quote=words, description=words),
    )
    case.add(
        NotificationFacts(role=Role.MANAGER, at=words, follow_up_on=words),
        to=NotificationPerson(name=words),
        text=NotificationText(said=words, reply=words),
    )
    target = _pdf(case, tmp_path, "union_consultant", summary=words)
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", target)
    text = _text(target)
    if words.isascii() and words.isprintable():
        assert _joined(words) in _joined(text)
    # pdftotext itself puts right-to-left words between marks of its own.
    assert not set(re.sub("\u202b([^\u202c]*)\u202c", r"\1", text)) & set("\u202e\u202c\x00")
    with pikepdf.open(target) as pdf:
        outside = [
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if "/A" in note
        ]
        assert outside == []
        assert "/Names" not in pdf.Root
        assert "/OpenAction" not in pdf.Root


def test_arabic_and_hebrew_can_be_copied_in_the_order_they_are_read(tmp_path: Path) -> None:
    case = SampleCase()
    quote = "Han skrev مرحبا عليكم 24 og שלום"
    case.add(IncidentFacts(platform="Sms"), text=IncidentText(quote=quote))
    text = re.sub("[\u202a-\u202e]", "", _text(_pdf(case, tmp_path)))
    for words in ("مرحبا", "عليكم", "שלום"):
        assert words in text


def test_a_pasted_55_kilobytes_flows_over_pages(tmp_path: Path) -> None:
    case = SampleCase()
    paste = "ordene fortsætter " * 3000 + "x" * 2000
    case.add(IncidentFacts(platform="Mail"), text=IncidentText(quote=paste, description="kort"))
    target = _pdf(case, tmp_path)
    text = _text(target)
    assert text.count("fortsætter") == 3000
    assert text.count("x") >= 2000
    for number, page in enumerate(text.split("\f")[:-1], start=1):
        assert f"Page {number} of" in _joined(page)


# -- same input, same bytes ----------------------------------------------------------------------

_SCRIPT = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from app.dossier import Choices, compose, load_policy, render
from app.language import Language
from tests.unit.dossier.sample_case import FONTS, MADE_AT, RECIPIENTS, small_case
case, language = small_case(), Language("en", Path())
dossier = compose(case.state, load_policy(RECIPIENTS, "manager"), Choices(), language, case.receipt, MADE_AT)
print(render(dossier, Path(sys.argv[2]), case.open_object, language, FONTS).sha256)
"""


def test_the_same_case_gives_the_same_bytes_in_another_place_and_process(tmp_path: Path) -> None:
    digests = {hashlib.sha256(_pdf(small_case(), tmp_path).read_bytes()).hexdigest()}
    for zone, locale, seed in (("Pacific/Kiritimati", "C", "1"), ("UTC", "da_DK.UTF-8", "77")):
        environment = {"TZ": zone, "LANG": locale, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, str(ROOT), str(tmp_path / f"{seed}.pdf")],
            capture_output=True,
            check=True,
            env=environment,
        )
        digests.add(done.stdout.decode().strip())
    assert len(digests) == 1


def test_another_picture_gives_another_file_id(tmp_path: Path) -> None:
    ids = []
    for colour in ((1, 2, 3), (4, 5, 6)):
        case = SampleCase()
        case.capture(made_picture(9, 9, colour), "2026-11-23T13:00:00.000Z", (9, 9))
        with pikepdf.open(_pdf(case, tmp_path)) as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
            assert pdf.trailer.ID[0] == pdf.trailer.ID[1]
    assert ids[0] != ids[1]


def test_forty_exhibits_have_forty_pages_of_their_own(tmp_path: Path) -> None:
    case = many_pictures(40, made_picture(20, 12), (20, 12))
    target = _pdf(case, tmp_path)
    with pikepdf.open(target) as pdf:
        assert len(_images(pdf)) == 40
