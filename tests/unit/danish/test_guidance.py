"""The guidance of the program is easy to read, in both languages, and says of each piece where it stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.guidance import GuidanceContact, GuidanceNote
from app.packs import PackDocument, read_builtin
from tests.unit.danish.sources import Area, Said
from tests.unit.danish.test_style import lix, sentences
from tests.worlds import RESOURCES

PACKS = [each for each in read_builtin(RESOURCES) if each.note]
NAMES = tomllib.loads(Path(__file__).with_name("guidance_names.toml").read_text("utf-8"))["names"]
NAME = re.compile("|".join(NAMES), re.IGNORECASE)
JOINED, LONG, OF_A_LONG_ONE = 35, 60, 45


def said(text: str) -> Said:
    """A text in which each name is one short word."""
    return Said(Area.GUIDANCE, "", NAME.sub("x", text))


def texts(document: PackDocument, language: str) -> Iterator[Said]:
    """Every text of a file."""
    for note in document.note:
        yield said(note.title.of(language))
        yield from map(said, note.paragraphs(language))
        if note.doubt is not None:
            yield said(note.doubt.of(language))
    for contact in document.contact:
        yield said(contact.what.of(language))


def pieces() -> Iterator[GuidanceNote | GuidanceContact]:
    for document in PACKS:
        yield from document.note
        yield from document.contact


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("number", range(len(PACKS)))
def test_a_file_of_guidance_is_easy_to_read(number: int, language: str) -> None:
    assert lix(list(texts(PACKS[number], language))) <= JOINED


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_long_text_is_hard_to_read(language: str) -> None:
    hard = {}
    for document in PACKS:
        for note in document.note:
            one = said(note.body.of(language))
            if sum(map(len, sentences(one.danish))) >= LONG and lix([one]) > OF_A_LONG_ONE:
                hard[note.id] = lix([one])
    assert not hard


def test_there_are_long_texts_that_were_asked() -> None:
    long = [
        note.id
        for document in PACKS
        for note in document.note
        if sum(map(len, sentences(note.body.da))) >= LONG
    ]
    assert len(long) >= 3


def test_a_name_counts_as_one_short_word() -> None:
    one = said("Spørg Arbejdsmarkedets Erhvervssikring om det.")
    assert sentences(one.danish) == [["Spørg", "x", "om", "det"]]


def test_each_piece_has_its_own_name_and_a_day_to_look_again() -> None:
    ids = [each.id for each in pieces()]
    assert len(ids) == len(set(ids)) >= 34
    assert all(each.checked_on < each.review_after for each in pieces())


def test_nothing_is_told_of_what_somebody_is_entitled_to() -> None:
    """Guidance says what can be done and what stands in a source: never a right, and never a judgement."""
    claims = re.compile(r"\b(har ret til|har krav på|er ulovlig|kan straffes|are entitled)\b")
    assert not [each.id for each in pieces() if claims.search(repr(each))]


def test_no_number_to_call_is_told_but_those_that_all_know() -> None:
    assert {each.phone for d in PACKS for each in d.contact if each.phone} == {"112", "114"}
