"""What is written to go along: tables without formulas, JSON by its schema, CASE by a small shape, a quiet page."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import given, strategies
from msgspec.structs import replace

from app.dossier import (
    Choices,
    Dossier,
    PrintedReceipt,
    PrintedRow,
    PrintedSection,
    PrintedThing,
    Section,
    compose,
    load_policy,
)
from app.dossier.model import PrintedAnswer, PrintedDeadline
from app.handover import AlongSource, Changes, FileAlong, list_files, write_along
from app.handover.along.tables import cell, table
from evidence_store import EntryId
from tests.unit.dossier.sample_case import EVIDENCE, MADE_AT, RECIPIENTS, ROOT, small_case
from tests.worlds import DANISH, ENGLISH

SCHEMA = json.loads((ROOT / "docs" / "dossier.schema.json").read_text("utf-8"))
NASTY = '<script>x</script>"\u202eexe & =1+1'
PATHS = [
    "data/index.html",
    "data/tables/dossier.json",
    "data/tables/events.csv",
    "data/tables/exhibits.csv",
    "data/tables/files.jsonld",
    "data/tables/records.csv",
]


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    case = small_case()
    receipt = PrintedReceipt(
        EntryId(EVIDENCE, len(case.entries) - 1), "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD"
    )
    policy = load_policy(RECIPIENTS, "manager")
    made = compose(case.state, policy, Choices(title=NASTY), DANISH, receipt, MADE_AT)
    assert made.exhibits
    return made


def source(dossier: Dossier, **more: Any) -> AlongSource:
    files = tuple(
        FileAlong(each.number, each.path, "ab" * 32, 7, "image/png") for each in list_files(dossier)
    )
    times = {each.shown.seq: "2026-11-23T13:03:11.042Z" for each in dossier.exhibits}
    usual: dict[str, Any] = {"changes": Changes(), "times": times}
    return AlongSource(dossier, files, **(usual | more))


def written(dossier: Dossier, **more: Any) -> dict[str, bytes]:
    return write_along(source(dossier, **more), DANISH)


def test_the_same_dossier_gives_the_same_bytes_under_known_names(dossier: Dossier) -> None:
    assert list(written(dossier)) == PATHS
    assert written(dossier) == written(dossier)


# -- tables


@given(strategies.text())
def test_no_cell_begins_like_a_formula(words: str) -> None:
    made = table(("a", "b"), [(words, "x")]).decode("utf-8-sig")
    (_, (first, second)) = csv.reader(io.StringIO(made, newline=""), delimiter=";")
    assert second == "x"
    assert not re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%]", first)
    assert not set("\r\n\t\u202e") & set(first)


@pytest.mark.parametrize(
    "words", ["=1+1", " \n@SUM(A1)", "-2+3", "+45 00", "\uff1dcmd", "=HYPERLINK(1)"]
)
def test_what_looks_like_a_formula_stands_as_text(words: str) -> None:
    assert cell(words).startswith("\"'")


def test_numbers_and_plain_words_stand_as_they_are() -> None:
    assert (cell(7), cell('a "b"')) == ('"7"', '"a ""b"""')


def test_the_table_of_exhibits_names_each_file_and_its_fingerprint(dossier: Dossier) -> None:
    made = written(dossier)["data/tables/exhibits.csv"].decode("utf-8-sig")
    _, *rows = csv.reader(io.StringIO(made, newline=""), delimiter=";")
    assert [int(row[0]) for row in rows] == [each.number for each in dossier.exhibits]
    assert rows[0][5:7] == ["data/exhibits/bilag-001.png", "ab" * 32]


# -- JSON


def test_the_record_follows_the_published_schema(dossier: Dossier) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    made = json.loads(written(dossier)["data/tables/dossier.json"])
    jsonschema.validate(made, SCHEMA)
    assert made["title"] == NASTY
    assert [each["number"] for each in made["exhibits"]] == [
        each.number for each in dossier.exhibits
    ]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**made, "more": 1}, SCHEMA)


def test_what_no_section_prints_is_in_no_file(dossier: Dossier) -> None:
    """A policy that leaves a section out leaves it out of the tables and the page too."""
    kept = tuple(
        each
        for each in dossier.sections
        if each in (Section.COVER, Section.INTEGRITY, Section.OMISSIONS)
    )
    made = write_along(source(replace(dossier, sections=kept)), DANISH)
    record = json.loads(made["data/tables/dossier.json"])
    for name in (
        "asks",
        "parties",
        "timeline",
        "incidents",
        "exhibits",
        "papers",
        "sections",
        "guidance",
    ):
        assert record[name] == [], name
    assert record["summary"] == {"paragraphs": [], "details": []}
    quote = dossier.incidents[0].title.encode()
    assert quote in written(dossier)["data/index.html"]
    assert not any(quote in data for data in made.values())


def _with_dates(dossier: Dossier) -> Dossier:
    """The dossier with what is due, what was asked, and a section that the program makes of what else is told."""
    due = PrintedDeadline(
        "Svar på =høring", "1. december 2026", "Leder", "Svar skriftligt", "Lov 1", "usikker"
    )
    words = PrintedDeadline("Regel uden dato", "", "AMR", "", "Lov 2")
    asked = PrintedAnswer("Vagtplan", "Leder, 24. november", "", "Svar", waits=True)
    derived = PrintedSection(
        "statistics", "Tal", (PrintedThing("Kanarieopslag", (PrintedRow("I alt", "7"),)),)
    )
    more = (Section.ANSWERS, Section.DEADLINES, "statistics")
    sections = (*more, *(each for each in dossier.sections if each not in more))
    return replace(
        dossier, sections=sections, deadlines=(due, words), answers=(asked,), derived=(derived,)
    )


def test_what_is_due_what_was_asked_and_what_is_derived_go_along(dossier: Dossier) -> None:
    made = written(_with_dates(dossier))
    record = json.loads(made["data/tables/dossier.json"])
    jsonschema.validate(record, SCHEMA)
    asked, due, derived, *_ = record["sections"]
    assert [each["name"] for each in (asked, due, derived)] == [
        "answers",
        "deadlines",
        "statistics",
    ]
    assert due["things"][0]["title"] == "Svar på =høring (usikker)"
    assert due["things"][0]["text"] == "Svar skriftligt"
    assert [each["value"] for each in due["things"][0]["details"]] == [
        "1. december 2026",
        "Leder",
        "Lov 1",
    ]
    assert [each["details"][0]["value"] for each in due["things"]] == ["1. december 2026", "–"]
    assert [each["value"] for each in asked["things"][0]["details"]] == [
        "Leder, 24. november",
        "Svar",
    ]
    rows = made["data/tables/records.csv"].decode("utf-8-sig")
    page = made["data/index.html"].decode()
    for word in (
        "Svar på =høring",
        "1. december 2026",
        "Regel uden dato",
        "Vagtplan",
        "Kanarieopslag",
    ):
        assert word in rows
        assert word in page
    assert page.count(DANISH.text("Deadlines")) == 1
    assert "ikke juridisk rådgivning" in page


def test_sections_that_are_not_this_recipients_do_not_go_along(dossier: Dossier) -> None:
    more = {Section.ANSWERS, Section.DEADLINES, "statistics"}
    without = tuple(each for each in dossier.sections if each not in more)
    made = written(replace(_with_dates(dossier), sections=without))
    for data in made.values():
        for word in ("høring", "Regel uden dato", "Vagtplan", "Kanarieopslag"):
            assert word.encode() not in data


# -- CASE/UCO


def test_the_graph_says_what_each_file_is(dossier: Dossier) -> None:
    """A small shape of our own; case-utils found it in order once (docs/format.md)."""
    made = json.loads(written(dossier)["data/tables/files.jsonld"])
    bundle, *things = made["@graph"]
    assert bundle["@type"] == "uco-core:Bundle"
    assert [each["@id"] for each in bundle["uco-core:object"]] == [each["@id"] for each in things]
    prefixes = set(made["@context"])
    files = [each for each in things if each["@type"] == "uco-observable:File"]
    assert len(files) == len(list_files(dossier))
    for file in files:
        (facet, content) = file["uco-core:hasFacet"]
        assert facet["uco-observable:filePath"].startswith("data/")
        assert content["uco-observable:hash"]["uco-types:hashValue"]["@value"] == "ab" * 32
    for key in re.findall(r'"([a-z-]+):[A-Za-z]+"(?=:)', json.dumps(made)):
        assert key in prefixes
    ids = re.findall(r'"@id": "(kb:[a-z-]+-[0-9a-f-]{36})"', json.dumps(made["@graph"]))
    assert {each["@id"] for each in things} <= set(ids)


# -- the page


class _Seen(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def targets(self) -> list[str]:
        return [
            str(value)
            for _, each in self.tags
            for key, value in each.items()
            if key in ("href", "src")
        ]


def test_the_page_has_no_script_and_no_address_outside_the_package(dossier: Dossier) -> None:
    page = written(dossier)["data/index.html"]
    seen = _Seen(page)
    assert not {"script", "form", "iframe", "object", "embed", "link", "base"} & {
        tag for tag, _ in seen.tags
    }
    assert not [
        key for _, each in seen.tags for key in each if key.startswith("on") or key == "style"
    ]
    (policy,) = [
        each["content"] for tag, each in seen.tags if tag == "meta" and each.get("http-equiv")
    ]
    assert str(policy).startswith("default-src 'none'; img-src 'self' file:; style-src 'sha256-")
    for target in seen.targets():
        assert re.fullmatch(r"#exhibit-\d+|(\.\./)?[A-Za-z0-9/.-]+", target), target
    assert b"<script>" not in page
    assert "\u202e".encode() not in page


def test_each_picture_is_seen_and_linked_and_says_what_it_is(dossier: Dossier) -> None:
    seen = _Seen(written(dossier)["data/index.html"])
    pictures = [each for tag, each in seen.tags if tag == "img"]
    assert [each["src"] for each in pictures] == [
        each.path.removeprefix("data/") for each in list_files(dossier)
    ]
    assert all(each["alt"] for each in pictures)
    assert {"dossier.pdf", "ledger/evidence.txt", "../LAES-MIG.txt", "tables/exhibits.csv"} <= set(
        seen.targets()
    )


def test_a_covered_clip_is_played_linked_and_named_as_made_of_its_film(dossier: Dossier) -> None:
    first = dossier.exhibits[0]
    clip = EntryId(EVIDENCE, 77)
    exhibits = (msgspec.structs.replace(first, clip=clip), *dossier.exhibits[1:])
    with_clip = msgspec.structs.replace(dossier, exhibits=exhibits)
    path = f"data/media/bilag-{first.number:03d}.webm"
    files = (
        *source(with_clip).files,
        FileAlong(first.number, path, "cd" * 32, 9, "video/webm"),
        FileAlong(
            first.number, f"data/originals/bilag-{first.number:03d}.png", "ef" * 32, 9, "x/y"
        ),
    )
    made = write_along(msgspec.structs.replace(source(with_clip), files=files), DANISH)
    seen = _Seen(made["data/index.html"])
    assert [each["src"] for tag, each in seen.tags if tag == "video"] == [path[5:]]
    assert seen.targets().count(path[5:]) == 2
    graph = json.loads(made["data/tables/files.jsonld"])["@graph"]
    (file,) = [each for each in graph if "cd" * 32 in json.dumps(each)]
    assert file["uco-core:hasFacet"][0]["uco-observable:filePath"] == path
    made_of = [each for each in graph if each.get("uco-core:source") == {"@id": file["@id"]}]
    assert [each["uco-core:kindOfRelationship"] for each in made_of] == ["Derived_From"]


def test_a_page_that_may_be_divided_asks_for_no_picture(dossier: Dossier) -> None:
    """The picture may lie in another part."""
    seen = _Seen(written(dossier, divided=True)["data/index.html"])
    assert not [each for tag, each in seen.tags if tag == "img"]
    assert "exhibits/bilag-001.png" in seen.targets()


def test_the_page_says_what_is_other_than_in_the_version_before(dossier: Dossier) -> None:
    changes = Changes(
        "1.2", "1.1", added=(3,), removed=(2, 9), shown_anew=(1,), told=("Hændelse 2",)
    )
    page = written(dossier, changes=changes)["data/index.html"].decode()
    for words in ("Version 1.2", "Siden version 1.1:", "Nye bilag: 3", "bilag 2, 9", "Hændelse 2"):
        assert words in page
    same = written(dossier, changes=Changes("1.1", "1.0"))["data/index.html"].decode()
    assert DANISH.text("Exhibits and information are the same.") in same


def test_a_reader_of_english_gets_english(dossier: Dossier) -> None:
    page = write_along(source(replace(dossier, language="en")), ENGLISH)["data/index.html"].decode()
    assert '<html lang="en">' in page
    assert "../README.txt" in page
