"""What docs/format.md leaves no choice about: each of these gets one answer, and all three verifiers give it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.package.forge import LEDGER, EntryDraft, Forged, PartDraft, good
from tests.e2e.package.verifiers import Verifier, ask_app, ask_py, ask_sh, load_verify_py
from tests.posix import mkfifo

Change = Callable[[Forged], None]
Found = set[tuple[str, int | None, str]]


@pytest.fixture(scope="module")
def sound() -> Forged:
    return good()


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


def resealed(sound: Forged, folder: Path, change: Change, start: int = 0) -> Path:
    forged = sound.copy()
    change(forged)
    forged.ledger.reseal(start)
    forged.write_ledger()
    forged.relist()
    return forged.unpack(folder / forged.top)


def one_answer(verifier: Verifier, folder: Path) -> tuple[str, Found]:
    by_app, by_py = ask_app(folder), ask_py(verifier, folder)
    by_sh, _ = ask_sh(["sh"], folder)
    assert by_app == by_py
    assert (by_sh.verdict, by_sh.findings) == (by_app.verdict, by_app.findings)
    return by_app.verdict, {
        (kind, seq, path.removeprefix(f"{LEDGER}:")) for kind, seq, _, path in by_app.findings
    }


def at(time: str, seq: int = 9) -> Change:
    def change(forged: Forged) -> None:
        forged.ledger.entries[seq].time = time

    return change


@pytest.mark.parametrize(
    "time",
    [
        "2026-02-30T13:09:11.042Z",
        "2026-04-31T13:09:11.042Z",
        "2100-02-29T13:09:11.042Z",
        "2026-11-00T13:09:11.042Z",
        "2026-13-23T13:09:11.042Z",
        "2026-00-23T13:09:11.042Z",
        "0000-11-23T13:09:11.042Z",
        "2026-11-23T24:00:00.000Z",
        "2026-11-23T13:60:00.000Z",
        "2026-11-23T13:09:60.000Z",
    ],
)
def test_a_time_of_no_calendar_and_no_clock_breaks_the_form(
    tmp_path: Path, sound: Forged, verifier: Verifier, time: str
) -> None:
    folder = resealed(sound, tmp_path, at(time), 9)
    assert one_answer(verifier, folder) == ("ALTERED", {("ledger_form", 9, LEDGER)})


@pytest.mark.parametrize(
    "time", ["2024-02-29T23:59:59.999Z", "2000-02-29T00:00:00.000Z", "0001-01-01T00:00:00.000Z"]
)
def test_a_time_that_there_is_can_only_be_early(
    tmp_path: Path, sound: Forged, verifier: Verifier, time: str
) -> None:
    folder = resealed(sound, tmp_path, at(time), 9)
    assert one_answer(verifier, folder) == ("CONSISTENT", {("time_back", 9, LEDGER)})


def object_first(forged: Forged) -> None:
    forged.ledger.entries[2].parts.reverse()


def object_in_the_middle(forged: Forged) -> None:
    parts = forged.ledger.entries[2].parts
    parts.insert(1, parts.pop())


def no_facts(forged: Forged) -> None:
    entry = forged.ledger.entries[2]
    entry.parts = [entry.part("object")]


def second_genesis(forged: Forged) -> None:
    body = forged.ledger.entries[0].part("genesis").body
    time = forged.ledger.entries[9].time
    forged.ledger.entries[9] = EntryDraft(9, time, [PartDraft("genesis", body, "1" * 64)])


def genesis_beside(forged: Forged) -> None:
    body = forged.ledger.entries[0].part("genesis").body
    forged.ledger.entries[9].parts = [
        PartDraft("facts", b'{"kind":"note","version":1}', "2" * 64),
        PartDraft("genesis", body, "1" * 64),
    ]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (object_first, ("parts_order", 2, LEDGER)),
        (object_in_the_middle, ("parts_order", 2, LEDGER)),
        (no_facts, ("parts_order", 2, LEDGER)),
        (second_genesis, ("genesis", 9, LEDGER)),
        (genesis_beside, ("genesis", 9, LEDGER)),
    ],
)
def test_facts_come_first_the_object_last_and_genesis_once(
    tmp_path: Path, sound: Forged, verifier: Verifier, change: Change, found: tuple[str, int, str]
) -> None:
    assert one_answer(verifier, resealed(sound, tmp_path, change)) == ("ALTERED", {found})


def later(seq: int, part: str, key: str = "version", **more: object) -> Change:
    def change(forged: Forged) -> None:
        draft = forged.ledger.entries[seq].part(part)
        draft.body = json.dumps(
            {**json.loads(draft.body), key: 2, **more}, ensure_ascii=False
        ).encode()

    return change


@pytest.mark.parametrize(
    ("seq", "part", "key"),
    [
        (0, "genesis", "version"),
        (0, "genesis", "format"),
        (2, "object", "version"),
        (4, "facts", "version"),
        (6, "facts", "version"),
        (8, "facts", "version"),
        (10, "facts", "version"),
    ],
)
def test_what_is_looked_into_and_is_of_a_later_version_is_said_to_be_so(
    tmp_path: Path, sound: Forged, verifier: Verifier, seq: int, part: str, key: str
) -> None:
    folder = resealed(sound, tmp_path, later(seq, part, key))
    assert one_answer(verifier, folder) == ("UNREADABLE", {("newer_format", seq, part)})


def test_an_object_of_a_later_version_with_other_fields_is_not_called_broken(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    def change(forged: Forged) -> None:
        forged.ledger.entries[2].part("object").body = b'{"kind":"object","version":2,"blake3":"0"}'

    verdict, found = one_answer(verifier, resealed(sound, tmp_path, change))
    assert verdict == "UNREADABLE"
    assert {kind for kind, _, _ in found} == {"newer_format", "exhibit_object"}


@pytest.mark.parametrize("kind", ["note", "unheard_of"])
def test_a_later_version_of_what_nobody_looks_into_is_passed_over(
    tmp_path: Path, sound: Forged, verifier: Verifier, kind: str
) -> None:
    def change(forged: Forged) -> None:
        body = f'{{"kind":"{kind}","version":7,"more":[1]}}'.encode()
        forged.ledger.entries[9].parts[0] = PartDraft("facts", body, "2" * 64)

    assert one_answer(verifier, resealed(sound, tmp_path, change)) == ("CONSISTENT", set())


def test_a_byte_order_mark_stands_before_no_body_and_within_a_text_it_is_a_letter(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    mark = "\ufeff".encode()

    def before(forged: Forged) -> None:
        forged.ledger.entries[2].parts[0].body = mark + forged.ledger.entries[2].parts[0].body

    def after(forged: Forged) -> None:
        forged.ledger.entries[2].parts[0].body += mark

    def within(forged: Forged) -> None:
        part = forged.ledger.entries[2].parts[0]
        part.body = part.body.replace(b'"captured_at": "', b'"captured_at": "' + mark + b"\\ufeff")

    refused = ("ALTERED", {("body", 2, "facts")})
    assert one_answer(verifier, resealed(sound, tmp_path / "1", before)) == refused
    assert one_answer(verifier, resealed(sound, tmp_path / "2", after)) == refused
    assert one_answer(verifier, resealed(sound, tmp_path / "3", within)) == ("CONSISTENT", set())


@pytest.mark.parametrize(("more", "fits"), [(0, True), (1, False)])
def test_a_line_of_the_log_has_four_mebibytes_and_no_byte_more(
    tmp_path: Path, sound: Forged, verifier: Verifier, *, more: int, fits: bool
) -> None:
    def change(forged: Forged) -> None:
        room = 4 * 1024 * 1024 - len('body {"kind":"capture","version":1,"a":""}\n') + more
        body = b'{"kind":"capture","version":1,"a":"' + b"x" * room + b'"}'
        forged.ledger.entries[2].parts[0] = PartDraft("facts", body, "2" * 64)

    verdict, found = one_answer(verifier, resealed(sound, tmp_path, change))
    expected: tuple[str, Found] = (
        ("CONSISTENT", set()) if fits else ("ALTERED", {("ledger_form", 2, LEDGER)})
    )
    assert (verdict, found) == expected


NAMES = ("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "LAES-MIG.txt", "verify.sh",
         "data/dossier.pdf", "data/exhibits/bilag-001.png", LEDGER)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["endless device", "pipe"])
def test_no_file_that_never_ends_is_waited_for(
    tmp_path: Path, sound: Forged, verifier: Verifier, name: str, kind: str
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    (folder / name).unlink()
    if kind == "pipe":
        mkfifo(folder / name)
    else:
        (folder / name).symlink_to("/dev/zero")
    verdict, found = one_answer(verifier, folder)
    assert verdict == "ALTERED"
    assert "not_a_file" in {each for each, _, path in found if path == name}
