"""Packages as the program writes them: each recipient's, damaged ones, split ones, later versions, in a browser."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bagit
import jsonschema  # type: ignore[import-untyped]
import pytest

from app.actions.hand_over import HandedOver
from app.actions.open_case import OpenCase
from app.actions.verify_package import verify_package
from app.casework.kinds.dossier import DELIVERY
from app.handover import NotOnePackageError, PartTooSmallError
from evidence_store import FindingKind, Verdict
from tests.e2e.browser import page_without_window
from tests.e2e.package import written
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.verifiers import Verifier, ask_app, ask_py, ask_sh, load_verify_py
from tests.unit.actions.acting import captured
from tests.unit.handover.test_along import SCHEMA


@dataclass
class Given:
    folder: Path
    case: OpenCase
    packages: dict[str, HandedOver]
    parts: HandedOver
    later: HandedOver


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Given]:
    folder = tmp_path_factory.mktemp("written")
    case = written.a_case(folder)
    packages = {
        each: written.give(case, each, folder / f"{each}.zip") for each in written.RECIPIENTS
    }
    captured(case, 3)
    later = written.give(case, "manager", folder / "later.zip")
    parts = written.give(case, "police", folder / "parts.zip", limit=_limit(later.files[0]))
    yield Given(folder, case, packages, parts, later)
    case.vault.close()


def _limit(package: Path) -> int:
    """So much that the largest file that is shared out fits beside what lies in every part, and little more."""
    with zipfile.ZipFile(package) as archive:
        shared = [
            each.file_size
            for each in archive.infolist()
            if "/data/" in each.filename
            and not each.filename.endswith(("dossier.pdf", "evidence.txt"))
        ]
    return package.stat().st_size - sum(shared) + max(shared) + 3000


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.mark.parametrize("recipient", written.RECIPIENTS)
def test_every_reader_finds_what_the_program_writes_consistent(
    given: Given, verifier: Verifier, recipient: str, tmp_path: Path
) -> None:
    package = given.packages[recipient].files[0]
    files = written.files_in(package)
    folder = written.unpack(files, tmp_path / "p")
    assert set(written.verdicts(verifier, folder).values()) == {"CONSISTENT"}
    for answer in (ask_app(package), ask_py(verifier, package), ask_second(package)):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
        assert answer.checks["extras"] == answer.checks["sizes"] == "passed"
    assert files["bag-info.txt"].startswith(b"Bevismappe-Package: 2\n")
    assert b"\nBag-Count: 1 of 1\n" in files["bag-info.txt"]
    assert bagit.Bag(str(folder)).validate()
    record = json.loads(files["data/tables/dossier.json"])
    jsonschema.validate(record, SCHEMA)
    assert record["recipient"] == recipient
    for exhibit in record["exhibits"]:
        for file in filter(None, (exhibit["shown"], exhibit["original"])):
            assert len(files[file["path"]]) == file["size"]


@pytest.mark.parametrize(("number", "way"), list(enumerate(written.WAYS)))
def test_no_damage_goes_unseen_and_all_three_say_the_same(
    given: Given, verifier: Verifier, number: int, way: str, tmp_path: Path
) -> None:
    """Here each way on one recipient's package; on all of them with ``python -m tests.e2e.package.written``."""
    recipient = written.RECIPIENTS[number % len(written.RECIPIENTS)]
    whole = written.files_in(given.packages[recipient].files[0])
    folder = written.unpack(written.damaged(whole, way, recipient), tmp_path / "p")
    found = {
        ask_app(folder).verdict,
        ask_py(verifier, folder).verdict,
        ask_sh(["sh"], folder)[0].verdict,
    }
    assert len(found) == 1
    assert found != {Verdict.CONSISTENT.value}


def test_there_are_thirty_ways_at_least() -> None:
    assert len(written.WAYS) >= 30


# -- split


def test_one_part_alone_is_incomplete_to_every_reader(
    given: Given, verifier: Verifier, tmp_path: Path
) -> None:
    assert len(given.parts.files) > 1
    assert [each.name for each in given.parts.files] == [
        f"parts-del-{n}-af-{len(given.parts.files)}.zip"
        for n in range(1, len(given.parts.files) + 1)
    ]
    for number, part in enumerate(given.parts.files):
        folder = written.unpack(written.files_in(part), tmp_path / str(number))
        assert set(written.verdicts(verifier, folder).values()) == {"INCOMPLETE"}
        answer = ask_app(part)
        assert "other_parts" in answer.kinds()
        assert answer.kinds() <= {"other_parts", "exhibit_object", "original_object", "extra_file"}
        assert bagit.Bag(str(folder)).validate()


def test_all_parts_together_are_whole(given: Given) -> None:
    code = given.parts.receipt.code
    for files in (given.parts.files, given.parts.files[::-1]):
        report = verify_package(*files, expect=code)
        assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
        assert report.matched == given.parts.receipt
        assert report.exhibits == (1, 2, 3, 4)


def test_no_part_is_larger_than_was_asked_for(given: Given) -> None:
    assert max(each.stat().st_size for each in given.parts.files) <= _limit(given.later.files[0])


def test_each_shared_file_lies_in_one_part(given: Given) -> None:
    held = [
        path
        for each in given.parts.files
        for path in written.files_in(each)
        if path.startswith("data/")
    ]
    several = {path for path in held if held.count(path) > 1}
    assert several == {"data/dossier.pdf", "data/ledger/evidence.txt"}


def test_a_part_that_is_left_out_is_missed(given: Given) -> None:
    first, *others = given.parts.files
    for left in ((first,), (first, first)):
        report = verify_package(*left)
        assert report.verdict == Verdict.INCOMPLETE
        assert FindingKind.OTHER_PARTS in {each.kind for each in report.findings}
    assert verify_package(*others).verdict == Verdict.INCOMPLETE


def test_a_picture_that_was_changed_in_one_part_is_told_of_all(
    given: Given, tmp_path: Path
) -> None:
    folders = []
    for number, part in enumerate(given.parts.files):
        files = written.files_in(part)
        if "data/exhibits/bilag-001.png" in files:
            files["data/exhibits/bilag-001.png"] += b" "
            written.relist(files)
        folders.append(written.unpack(files, tmp_path / str(number)))
    report = verify_package(*folders)
    assert report.verdict == Verdict.ALTERED
    assert {each.exhibit for each in report.findings} == {1}


def test_parts_of_two_packages_are_not_judged_together(given: Given) -> None:
    with pytest.raises(NotOnePackageError):
        verify_package(given.parts.files[0], given.later.files[0])


def test_what_fits_one_file_is_one_file(given: Given) -> None:
    done = written.give(given.case, "insurer", given.folder / "one.zip", limit=10**7)
    assert done.files == (given.folder / "one.zip",)
    assert verify_package(*done.files).verdict == Verdict.CONSISTENT


def test_a_part_that_cannot_hold_the_report_is_refused_and_nothing_lies_there(given: Given) -> None:
    before = set(given.folder.iterdir())
    with pytest.raises(PartTooSmallError):
        written.give(given.case, "insurer", given.folder / "small.zip", limit=1000)
    assert set(given.folder.iterdir()) == before


# -- versions


def test_a_later_version_says_what_is_other(given: Given) -> None:
    first = json.loads(
        written.files_in(given.packages["manager"].files[0])["data/tables/dossier.json"]
    )
    assert (first["version"]["name"], first["version"]["before"]) == ("1.0", None)
    later = json.loads(written.files_in(given.later.files[0])["data/tables/dossier.json"])
    assert later["version"] == {
        "name": "1.1", "before": "1.0", "added": [4], "removed": [], "shown_anew": [], "told": [],
    }  # fmt: skip
    assert given.later.edition == "1.1"
    saved = [each for each in given.case.state.of(DELIVERY) if each.facts.recipient == "manager"]
    assert [each.edition for each in saved] == ["1.0", "1.1"]


def test_a_split_package_is_one_version_and_all_its_files_are_noted(given: Given) -> None:
    (_, saved) = [
        each for each in given.case.state.of(DELIVERY) if each.facts.recipient == "police"
    ]
    assert saved.edition == "1.1"
    assert list(saved.sizes) == [each.stat().st_size for each in given.parts.files]


# -- the page


def test_the_page_opens_from_the_disk_without_a_word_of_complaint(
    given: Given, tmp_path: Path
) -> None:
    files = written.files_in(given.later.files[0])
    folder = written.unpack(files, tmp_path / "p")
    page = folder / "data" / "index.html"
    with page_without_window(page) as browser:
        browser.value("[...document.images].forEach(each => each.loading = 'eager')")
        sizes: Any = browser.value(
            "Promise.all([...document.images].map(each => each.decode().then(() => each.naturalWidth)))"
        )
        assert sizes == [120, 120, 1240, 120]  # the third is the mail as a page
        style: Any = browser.value("getComputedStyle(document.querySelector('main')).maxWidth")
        assert style != "none"
        told = browser.told
    asked = [
        each["params"]["request"]["url"]
        for each in told
        if each["method"] == "Network.requestWillBeSent"
    ]
    assert all(each.startswith(folder.as_uri()) for each in asked)
    complaints = {"Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"}
    assert not [each for each in told if each["method"] in {*complaints, "Network.loadingFailed"}]
