"""Words that try to do something in the finished file."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.incident import IncidentFacts, IncidentSender, IncidentText
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.vocabulary import Role
from tests.e2e.dossier.made import inflated, joined, made_pdf, run_tool, text_of
from tests.unit.dossier.sample_case import SampleCase, made_picture

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
    target = made_pdf(case, tmp_path, "union_consultant", summary=words)
    assert "No syntax or stream encoding errors" in run_tool("qpdf", "--check", target)
    text = text_of(target)
    if words.isascii() and words.isprintable():
        assert joined(words) in joined(text)
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
    quote = "Han skrev مرحبا عليكم 24 og שלום ב\u05bcר\u05d5\u05b9ך"
    case.add(IncidentFacts(platform="Sms"), text=IncidentText(quote=quote))
    made = made_pdf(case, tmp_path)
    for text in (text_of(made), run_tool("pdftotext", "-enc", "UTF-8", made, "-")):
        for words in ("مرحبا", "عليكم", "שלום"):
            assert words in re.sub("[\u202a-\u202e]", "", text)
    assert "ב\u05bcר\u05d5\u05b9ך" in text


def test_a_pasted_55_kilobytes_flows_over_pages(tmp_path: Path) -> None:
    case = SampleCase()
    paste = "ordene fortsætter " * 3000 + "x" * 2000
    case.add(IncidentFacts(platform="Mail"), text=IncidentText(quote=paste, description="kort"))
    target = made_pdf(case, tmp_path)
    text = text_of(target)
    first, *rest = text.split("\f")
    assert "".join(rest).count("fortsætter") == 3000
    assert 0 < first.count("fortsætter") < 50  # the first page has the beginning
    assert text.count("x") >= 2000
    for number, page in enumerate(text.split("\f")[:-1], start=1):
        assert f"Page {number} of" in joined(page)


EAST_ASIAN = (
    "你是叛徒\uff0c应该被开除",
    "田中さんは裏切り者だ",
    "당신은 배신자입니다",
    "".join(chr(ord(each) + 0xFEE0) for each in "Fullwidth!"),
)


def test_chinese_japanese_korean_and_fullwidth_words_are_readable_and_can_be_copied(
    tmp_path: Path,
) -> None:
    case = SampleCase()
    for words in EAST_ASIAN:
        case.add(
            IncidentFacts(platform="Sms", venue_name=words),
            text=IncidentText(quote=f"Han skrev {words} og مرحبا 😡"),
        )
    target = made_pdf(case, tmp_path)
    text = "".join(text_of(target).split())
    for words in EAST_ASIAN:
        assert "".join(words.split()) in text
    assert "[U+" not in text
    # Only what was used is embedded: the whole font has 3.4 MB.
    assert target.stat().st_size < 200_000
    fonts = run_tool("pdffonts", target)
    assert "DroidSansFallback" in fonts
    assert target.read_bytes() == made_pdf(case, tmp_path).read_bytes()


@pytest.mark.parametrize(
    "address", ["https://https://facebook.example/", "https://facebook.example:x/"]
)
def test_a_mistyped_address_is_no_live_link_anywhere_in_the_file(
    tmp_path: Path, address: str
) -> None:
    case = SampleCase()
    case.capture(made_picture(5, 9), "2026-11-23T13:00:00.000Z", (5, 9), url=address)
    shown = case.capture(made_picture(9, 5), "2026-11-23T13:00:00.000Z", (9, 5))
    case.add(
        IncidentFacts(url=address, permalink=address, exhibits=(shown,)),
        sender=IncidentSender(handle="x", profile_url=address),
    )
    target = made_pdf(case, tmp_path, "union_consultant")
    assert address in "".join(text_of(target).split())
    assert b"/URI" not in inflated(target)
