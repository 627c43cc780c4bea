"""Packages of format 2: every verifier reads them whole, and each rule that docs/format.md adds is found broken."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.handover.layout import LATEST_FORMAT, PACKAGE_FORMAT
from evidence_store import format_receipt
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.forge import Forged, body, receipt, ref
from tests.e2e.package.forge_more import (
    FILM,
    FOREIGN,
    INDEX,
    TABLE,
    TOKEN,
    WITNESS,
    foreign_log,
    second,
)
from tests.e2e.package.verifiers import Answer, Verifier, ask_app, ask_py, ask_sh, load_verify_py

LOG = "data/ledger/evidence.txt"
Change = Callable[[Forged], None]


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return second()


def one_answer(verifier: Verifier, folder: Path, expect: str = "") -> Answer:
    """What all four say; of sizes verify.sh alone says nothing."""
    by_app = ask_app(folder, expect)
    assert ask_py(verifier, folder, expect) == by_app
    assert ask_second(folder, expect).findings == by_app.findings
    by_sh, _ = ask_sh(["sh"], folder, expect)
    assert by_sh.verdict == by_app.verdict
    if "object_size" in by_app.kinds():
        assert by_sh.kinds() == {"bag_info"}
    else:
        assert by_sh.findings == by_app.findings
        assert by_sh.checks == {**by_app.checks, "sizes": "not_checked"}
    return by_app


def changed(sound: Forged, folder: Path, change: Change) -> Path:
    forged = sound.copy()
    change(forged)
    forged.ledger.reseal(len(forged.ledger.entries) - 1)
    forged.write_ledger()
    forged.relist()
    return forged.unpack(folder / forged.top)


def package(change: Callable[[dict[str, Any]], None]) -> Change:
    """Change the part that lists what goes along."""

    def of(forged: Forged) -> None:
        part = forged.ledger.entries[-1].part("package")
        value = json.loads(part.body)
        change(value)
        part.body = json.dumps(value).encode()

    return of


def test_the_program_writes_the_first_and_reads_the_second() -> None:
    assert (PACKAGE_FORMAT, LATEST_FORMAT) == (1, 2)


def test_every_reader_finds_it_whole(tmp_path: Path, sound: Forged, verifier: Verifier) -> None:
    last = sound.ledger.entries[-1]
    code = format_receipt(receipt(last.hash), last.seq)
    answer = one_answer(verifier, sound.unpack(tmp_path / sound.top), code)
    assert (answer.verdict, answer.findings, answer.matched) == ("CONSISTENT", frozenset(), True)
    assert answer.checks["extras"] == "passed"
    path = tmp_path / "package.zip"
    path.write_bytes(sound.zip())
    for by in (ask_app(path, code), ask_py(verifier, path, code), ask_second(path, code)):
        assert (by.verdict, by.findings, by.matched) == ("CONSISTENT", frozenset(), True)
        assert by.checks["packing"] == by.checks["extras"] == "passed"


def test_zipped_anew_with_its_folders_it_is_one_remark(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as again:
        for folder in ("", "data/", "data/tables/", "data/tokens/", "data/witness/", "data/media/"):
            again.writestr(f"pakke/{folder}", b"")
        for name, data in sound.files.items():
            again.writestr(f"pakke/{name}", data)
    for by in (ask_app(path), ask_py(verifier, path), ask_second(path)):
        assert (by.verdict, by.kinds()) == ("CONSISTENT", {"zip_anew"})


@pytest.mark.parametrize("path", [INDEX, TABLE, TOKEN, WITNESS, FILM, FOREIGN])
def test_each_file_is_bound_and_each_that_is_gone_is_missed(
    tmp_path: Path, sound: Forged, verifier: Verifier, path: str
) -> None:
    def other(forged: Forged) -> None:
        data = forged.files[path]
        forged.files[path] = data[:-2] + bytes([data[-2] ^ 1]) + data[-1:]

    def gone(forged: Forged) -> None:
        del forged.files[path]

    damaged = one_answer(verifier, changed(sound, tmp_path / "1", other))
    # The last line of a log says how many entries there are: one more than it has is something missing.
    assert damaged.verdict == ("INCOMPLETE" if path == FOREIGN else "ALTERED")
    assert path in {where.partition(":")[0] for _, _, _, where in damaged.findings}
    missing = one_answer(verifier, changed(sound, tmp_path / "2", gone))
    assert (missing.verdict, missing.kinds()) == ("INCOMPLETE", {"extra_file"})


def _made(key: str, value: object) -> Change:
    return package(lambda body: body["made"][0].update({key: value}))


def _chains(key: str, value: object) -> Change:
    return package(lambda body: body["chains"][0].update({key: value}))


def _closed(forged: Forged) -> None:
    forged.ledger.entries[-1].part("package").state = "withheld"


def _unlisted(forged: Forged) -> None:
    forged.files["data/tables/more.csv"] = b"x"


def _film_of_another(forged: Forged) -> None:
    film = forged.ledger.entries[12]
    film.part("facts").body = body("working_copy", parent=ref(3))
    forged.ledger.reseal(12)


@pytest.mark.parametrize(
    ("change", "verdict", "kinds"),
    [
        (_closed, "ALTERED", {"extra_list", "extra_unlisted", "object_without_file"}),
        (package(lambda body: body.update(kind="note")), "ALTERED", None),
        (package(lambda body: body.pop("made")), "ALTERED", {"extra_list", "extra_unlisted"}),
        (package(lambda body: body["made"].reverse()), "ALTERED", {"extra_list", "extra_unlisted"}),
        (package(lambda body: body.update(version=2)), "UNREADABLE", {"newer_format"}),
        (_made("sha256", "0" * 64), "ALTERED", {"extra_file"}),
        (_made("size", 1), "ALTERED", {"object_size"}),
        (_made("size", True), "ALTERED", {"extra_list", "extra_unlisted"}),
        (_made("path", "data/tables/-a.csv"), "ALTERED", {"extra_list", "extra_unlisted"}),
        (_chains("hash", "0" * 64), "ALTERED", {"extra_file"}),
        (_chains("seq", 4), "ALTERED", {"extra_file"}),
        (_chains("chain", "0" * 32), "ALTERED", {"extra_file"}),
        (package(lambda body: body["entries"][1].update(entry=ref(11))), "ALTERED", None),
        (_film_of_another, "ALTERED", {"exhibit_parent"}),
        (_unlisted, "ALTERED", {"extra_unlisted"}),
        (lambda forged: setattr(forged, "count", "1 of 3"), "INCOMPLETE", {"other_parts"}),
        (lambda forged: setattr(forged, "count", "3 of 2"), "ALTERED", {"bag_info"}),
        (lambda forged: setattr(forged, "form", 3), "UNREADABLE", {"newer_format"}),
    ],
)
def test_every_rule_is_found_broken(
    tmp_path: Path,
    sound: Forged,
    verifier: Verifier,
    change: Change,
    verdict: str,
    kinds: set[str] | None,
) -> None:
    answer = one_answer(verifier, changed(sound, tmp_path, change))
    assert answer.verdict == verdict
    assert kinds is None or answer.kinds() == kinds


def test_a_finding_in_a_foreign_log_names_its_file_and_no_exhibit(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    def words(forged: Forged) -> None:
        other = foreign_log()
        other.ledger.entries[2].part("facts").body = body("view", parent=ref(1), more="x")
        forged.files[FOREIGN] = other.ledger.text()
        package(lambda body: body["chains"][0].update(size=len(forged.files[FOREIGN])))(forged)

    answer = one_answer(verifier, changed(sound, tmp_path, words))
    assert answer.findings == {("commitment", 2, None, f"{FOREIGN}:facts")}
    assert answer.checks["exhibits"] == "passed"


def test_in_the_first_format_its_names_are_unknown(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    answer = one_answer(
        verifier, changed(sound, tmp_path, lambda forged: setattr(forged, "form", 1))
    )
    assert answer.verdict == "ALTERED"
    unknown = {path for kind, _, _, path in answer.findings if kind == "unknown_file"}
    assert unknown == {INDEX, FOREIGN, "data/tables", "data/tokens", "data/witness", "data/media"}
    assert answer.checks["extras"] == "not_checked"
