"""The list of files in the dossier's entry: each of an exhibit of it, in order, under a name it can have."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.handover.check_files import FileCheck
from tests.e2e.package.forge import good, ref
from tests.unit.handover.telling import EXHIBITS, FILES, listed, saying, story

Change = Callable[[list[dict[str, Any]]], object]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda files: files[0].update(number=2), 0),
        (lambda files: files[0].update(number=True), 0),
        (lambda files: files[0].update(entry=ref(3)), 0),
        (lambda files: files[0].update(entry=7), 0),
        (lambda files: files[0].update(path="data/exhibits/bilag-001.exe"), 0),
        (lambda files: files[0].update(path="data/exhibits/bilag-009.png", number=9), 0),
        (lambda files: files[0].update(path="../../x"), 0),
        (lambda files: files[0].update(path=7), 0),
        (lambda files: files[0].pop("path"), 0),
        (lambda files: files[3].update(entry=ref(6)), 3),
        (lambda files: files[3].update(path="data/exhibits/bilag-003.eml"), 3),
    ],
)
def test_a_listed_file_that_cannot_be_is_told(change: Change, place: int) -> None:
    files = listed(good())
    change(files)
    found = story(saying(good(), 10, files=files))
    first = found.findings[0]
    assert (first.kind, first.seq) == ("exhibit_list", 10)
    assert json.dumps(files[place])[:60] in first.found
    assert found.compared == 4


@pytest.mark.parametrize("value", [7, "x", {"a": 1}, [None]])
def test_a_list_of_files_that_is_none_is_told(value: object) -> None:
    found = story(saying(good(), 10, files=value))
    assert found.findings[0].kind == "exhibit_list"
    assert found.without_file == (1, 2, 3)
    assert [each.kind for each in found.findings[1:5]] == ["exhibit_extra"] * 4


def test_files_are_listed_in_order_and_each_once() -> None:
    files = listed(good())
    for wrong in (
        [files[1], files[0], *files[2:]],
        [files[0], files[0], *files[1:]],
        [*files[:2], files[3], files[2]],
    ):
        found = story(saying(good(), 10, files=wrong))
        assert found.findings[0].kind == "exhibit_list"


def test_an_empty_list_means_that_no_file_goes_along() -> None:
    changed = good()
    for path in FILES[1:]:
        del changed.files[path]
    for seq in (2, 4, 5, 6):
        changed.ledger.entries[seq].part("object").state = "withheld"
    changed.write_ledger()
    found = story(saying(changed, 10, files=[]))
    assert found == FileCheck((), EXHIBITS, without_file=(1, 2, 3), compared=1, sized=1)
