"""A case that version 0.1.0 sealed: its entries keep their parts, and what no page shows of them does not leave.

It was made once, by code of that version: the commit that froze it has it. No later code could make it anew.
"""

from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.actions.cases import only_case, open_case
from app.actions.hand_over import hand_over
from app.actions.open_case import OpenCase
from app.casework import Exhibit, layer_of
from app.dossier import Choices
from app.handover import verify_path
from app.markup import Text
from evidence_store import HeadMemory, Vault, Verdict
from tests.e2e.walk.case import RECIPIENTS, encodings
from tests.e2e.walk.house import MACHINE
from tests.e2e.walk.leaving import Leaving, read_package, squeezed
from tests.e2e.walk.test_every_field import unexplained
from tests.e2e.walk.test_leaks import all_bytes
from tests.fakes.clock import FakeClock
from tests.worlds import order

FOLDER = Path(__file__).parents[2] / "data" / "case-v0.1.0"
LATER = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
SHA256 = "0c5da3e7d2386e1646d13fc065e3fc025d46fb2e2f2ec987293f55c23b452e33"


class Older:
    """The frozen case, opened once, and the packages made of it."""

    def __init__(self, folder: Path) -> None:
        passphrase = (FOLDER / "passphrase.txt").read_text("utf-8")
        path = Path(shutil.copy(FOLDER / "case.bevismappe", folder / "v.bevismappe"))
        with Vault.open(path, passphrase, heads=HeadMemory(folder / "heads")) as vault:
            assert vault.verify().verdict is Verdict.CONSISTENT
            case = open_case(vault, only_case(vault, ""), clock=FakeClock(LATER), machine=MACHINE)
            self.exhibits: tuple[Exhibit, ...] = tuple(case.state.exhibits)
            self.packages = {each: self._package(case, folder, each) for each in RECIPIENTS}
            self.leaving = {
                each: read_package(path, folder) for each, path in self.packages.items()
            }
            along = self._package(case, folder, "manager", originals=(4,))
            self.along = read_package(along, folder)

    def _package(
        self,
        case: OpenCase,
        folder: Path,
        recipient: str,
        originals: tuple[int, ...] | None = None,
    ) -> Path:
        target = folder / f"{recipient}{len(originals or ())}.zip"
        hand_over(case, order(recipient, choices=Choices(originals=originals)), target)
        return target


@pytest.fixture(scope="module")
def older(tmp_path_factory: pytest.TempPathFactory) -> Older:
    return Older(tmp_path_factory.mktemp("older"))


def leaving(older: Older) -> Leaving:
    return older.leaving["manager"]


def test_the_case_is_the_frozen_file() -> None:
    assert hashlib.sha256((FOLDER / "case.bevismappe").read_bytes()).hexdigest() == SHA256


def test_the_editor_reads_what_was_typed_from_the_older_parts(older: Older) -> None:
    layer = layer_of(older.exhibits[0])
    assert Text(34, 28, "KANARIE-under-feltet", 12) in layer.marks
    assert [each.reason for each in layer.redactions] == ["Barns navn", "Navn"]


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize(
    "words",
    ["under-feltet", "rammetekst", "piltekst", "gultekst", "under-nummer", "neutral-note", "privat-note",
     "maskine", "filnavn", "telefon", "Torben-Eks", "relation"],
)  # fmt: skip
def test_what_no_page_shows_is_nowhere_in_a_package(
    older: Older, recipient: str, words: str, tmp_path: Path
) -> None:
    haystack = all_bytes(older.packages[recipient], tmp_path)
    assert not [each for each in encodings(f"KANARIE-{words}") if each in haystack]


def test_parts_that_hold_more_than_is_seen_stay_shut_and_others_are_opened(older: Older) -> None:
    hiding, plain = (older.exhibits[at].shown.seq for at in (0, 1))
    opened = {name for seq, name in leaving(older).opened if seq == hiding}
    assert opened == {"facts", "object"}
    opened = {name for seq, name in leaving(older).opened if seq == plain}
    assert opened == {"facts", "marks", "redactions", "object"}


def test_captions_of_numbers_that_are_seen_are_printed_and_said_to_be_stated(older: Older) -> None:
    pages = squeezed(leaving(older).pages)
    assert "2Påstandomsagen" in pages
    assert "Bilag1:markeringerne" in pages
    assert "Bilag1:dedækkedesteder" in pages
    assert "Bilag2:markeringerne" not in pages
    assert "eroplystafdenansatte" in pages


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_the_package_verifies(older: Older, recipient: str) -> None:
    report = verify_path(older.packages[recipient])
    # The case was made in parts, each with a clock that begins anew: that is remarked, and no more.
    assert report.verdict is Verdict.CONSISTENT
    assert {finding.kind for finding in report.findings} <= {"time_back"}


@pytest.mark.parametrize("recipient", RECIPIENTS)
@pytest.mark.parametrize("words", ["sporing", "ref", "cft", "mib"])
def test_what_follows_whoever_opens_a_link_is_nowhere_in_a_package(
    older: Older, recipient: str, words: str, tmp_path: Path
) -> None:
    haystack = all_bytes(older.packages[recipient], tmp_path)
    assert not [each for each in encodings(f"KANARIE{words}") if each in haystack]


def test_facts_that_hold_more_than_a_link_that_is_cut_stay_shut(older: Older) -> None:
    opened = leaving(older).opened
    tracked, plain, _, file = (exhibit.original.seq for exhibit in older.exhibits)
    assert not {(tracked, "facts"), (file, "facts")} & set(opened)
    assert opened[plain, "facts"]["url"].endswith("/88121/?id=7")
    pages = squeezed(leaving(older).pages)
    assert "https://facebook.example/groups/nordby/posts/88120/" in pages
    said = (
        "Bilag 1: oplysninger om originalen",
        "Bilag 4: oplysninger om originalen",
        "Hændelse 1",
    )
    for what in said:
        assert squeezed(what) in pages
    assert squeezed("Bilag 2: oplysninger om originalen") not in pages


@pytest.mark.parametrize("recipient", RECIPIENTS)
def test_every_field_that_an_older_entry_opens_is_printed_or_technical(
    older: Older, recipient: str
) -> None:
    assert "\n".join(unexplained(older.leaving[recipient])) == ""


def test_the_size_of_a_file_is_opened_where_the_file_goes_along(older: Older) -> None:
    seq = older.exhibits[3].original.seq
    assert (seq, "facts") in older.along.opened
    assert unexplained(older.along) == []
    assert squeezed("Bilag 4: oplysninger om originalen") not in squeezed(older.along.pages)
