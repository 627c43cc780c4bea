"""The sheet for a talk about a concern: one page of A4 with what was agreed, whatever somebody wrote."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.dossier import TalkingFacts, make_talking_sheet
from tests.e2e.walk.house import House
from tests.worlds import DANISH, ENGLISH, RESOURCES

FONTS = RESOURCES / "fonts"
A4 = (595, 841)
FACTS = TalkingFacts(
    who="Anne Eks (leder)",
    when="20. november 2026 kl. 10.00",
    what="Borgeren nævner, at han vil skrive om os på nettet.",
    watch_for=("Opslag i lokale grupper", "Mails uden for arbejdstid"),
    agreed=("Vi er to til møder",),
    follow_up="4. december 2026",
    place="e12",
    made_on="1. december 2026",
)


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        page = document[0]
        assert tuple(int(side) for side in page.get_size()) == A4
        text: str = page.get_textpage().get_text_range()
    return text


def test_it_says_with_whom_when_and_what_to_watch_for() -> None:
    words = words_of(make_talking_sheet(FACTS, DANISH, FONTS))
    for each in (FACTS.who, FACTS.when, FACTS.what, *FACTS.watch_for, *FACTS.agreed):
        assert each in words
    assert FACTS.follow_up in words
    assert "ikke juridisk rådgivning" in words
    assert "Fortroligt" in words


def test_it_is_the_same_bytes_twice_and_names_itself() -> None:
    pdf = make_talking_sheet(FACTS, ENGLISH, FONTS)
    assert pdf == make_talking_sheet(FACTS, ENGLISH, FONTS)
    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        assert str(document.docinfo["/Title"]) == "A concern to talk about"


def test_what_is_too_long_is_cut_and_says_where_all_of_it_stands() -> None:
    long = replace(FACTS, what="Hver dag igen. " * 400, watch_for=("Et punkt",) * 60)
    assert "Forkortet til én side. Det hele står i e12" in words_of(
        make_talking_sheet(long, DANISH, FONTS)
    )
    assert "Forkortet" not in words_of(make_talking_sheet(FACTS, DANISH, FONTS))


ANYTHING = st.text(st.characters(codec="utf-8"), max_size=200)


@settings(max_examples=15)
@given(ANYTHING, st.lists(ANYTHING, max_size=20), ANYTHING, st.integers(1, 20))
def test_it_is_one_page_whatever_somebody_wrote(
    what: str, points: list[str], who: str, times: int
) -> None:
    facts = replace(
        FACTS, what=what * times, watch_for=tuple(points), agreed=tuple(points), who=who
    )
    words_of(make_talking_sheet(facts, DANISH, FONTS))


def test_lines_without_end_are_one_page_too() -> None:
    words_of(make_talking_sheet(replace(FACTS, what="a\n" * 5000), DANISH, FONTS))
    words_of(make_talking_sheet(replace(FACTS, what="æ" * 5000), DANISH, FONTS))


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path)
    house.ok("init")
    return house


def test_the_command_writes_it_of_a_concern_and_replaces_nothing(house: House) -> None:
    said = ("--what", "Uro efter en afgørelse", "--watch-for", "- Opslag\n- Mails")
    noted = house.ok("concern", *said, "--role", "manager", "--agreed", "Vi er to til møder")
    target = house.folder / "samtale.pdf"
    made = house.ok("concern-sheet", noted["id"], "--out", str(target))
    assert made == {"id": noted["id"], "path": str(target)}
    words = words_of(target.read_bytes())
    assert "Uro efter en afgørelse" in words
    assert "Opslag" in words
    assert "- Opslag" not in words
    before = target.read_bytes()
    assert house.run("concern-sheet", noted["id"], "--out", str(target)).code != 0
    assert target.read_bytes() == before


def test_only_a_concern_has_one(house: House) -> None:
    note = house.ok("note", "Ord")
    target = house.folder / "samtale.pdf"
    for id in (note["id"], ""):
        ran = house.run("concern-sheet", id, "--out", str(target))
        assert ran.code == 2
    assert not target.exists()
