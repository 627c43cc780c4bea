"""Every verifier gives the same answer to the same damage, check by check, and names what is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.package.corruptions import CORRUPTIONS, Corruption, corrupted, held_code
from tests.e2e.package.forge import LEDGER, Forged, good, receipt
from tests.e2e.package.verifiers import Answer, Verifier, ask_app, ask_py, ask_sh, load_verify_py

EXIT_CODES = {"CONSISTENT": 0, "NOT CONFIRMED": 1, "INCOMPLETE": 1, "ALTERED": 1, "UNREADABLE": 3}


@pytest.fixture(scope="module")
def sound() -> Forged:
    return good()


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


def without_sizes(answer: Answer) -> dict[str, str]:
    return {name: state for name, state in answer.checks.items() if name != "sizes"}


def test_a_sound_package_is_consistent_for_all(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    by_app, by_py = ask_app(folder), ask_py(verifier, folder)
    by_sh, code = ask_sh(["sh"], folder)
    assert by_app == by_py
    assert (by_app.verdict, by_app.findings, code) == ("CONSISTENT", frozenset(), 0)
    assert without_sizes(by_sh) == without_sizes(by_app)
    assert by_sh.checks["sizes"] == "not_checked"
    assert by_app.codes == by_sh.codes
    assert len(by_app.codes) == 2


@pytest.mark.parametrize("corruption", CORRUPTIONS, ids=lambda each: each.name)
def test_all_verifiers_name_the_same_damage(
    tmp_path: Path, sound: Forged, verifier: Verifier, corruption: Corruption
) -> None:
    forged = corrupted(sound, corruption)
    folder = forged.unpack(tmp_path / forged.top)
    packed = tmp_path / "package.zip"
    packed.write_bytes(forged.zip())
    expect = "" if corruption.finding else held_code(sound, corruption)
    if not corruption.finding:
        assert ask_app(folder).verdict == "CONSISTENT"
        assert ask_py(verifier, packed).verdict == "CONSISTENT"
    by_app, by_py = ask_app(folder, expect), ask_py(verifier, folder, expect)
    by_sh, code = ask_sh(["sh"], folder, expect)

    assert corruption.finding in by_app.kinds() or not corruption.finding
    assert by_app.verdict == corruption.verdict
    wanted = {each for each in by_app.findings if each[0] == (corruption.finding or "receipt")}
    assert corruption.exhibit in {exhibit for _, _, exhibit, _ in wanted}
    assert by_py == by_app
    assert ask_py(verifier, packed, expect) == ask_app(packed, expect)
    if corruption.unseen_by_sh:
        assert by_sh.checks["sizes"] == "not_checked"
    else:
        assert by_sh.findings == by_app.findings
        assert by_sh.verdict == by_app.verdict
        assert without_sizes(by_sh) == without_sizes(by_app)
        assert by_sh.codes == by_app.codes
        assert code == EXIT_CODES[by_sh.verdict]


def test_a_code_stands_for_no_entry_whose_hash_is_false(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    corruption = next(each for each in CORRUPTIONS if each.name == "held_hash_put_back")
    folder = corrupted(sound, corruption).unpack(tmp_path)
    for code in (
        receipt(sound.ledger.entries[9].hash),
        f"{receipt(sound.ledger.entries[9].hash)}/9",
    ):
        answers = [
            ask_app(folder, code),
            ask_py(verifier, folder, code),
            ask_sh(["sh"], folder, code)[0],
        ]
        for answer in answers:
            assert "receipt" in answer.kinds()
            assert not answer.matched


@pytest.mark.parametrize("hidden", [[7], [7, 8], [4], [3, 4], [2]])
def test_entries_that_show_nothing_are_as_whole_for_all(
    tmp_path: Path, sound: Forged, verifier: Verifier, hidden: list[int]
) -> None:
    """A hidden note that was erased, with and without its tombstone; hidden exhibits."""
    forged = sound.copy()
    for seq in hidden:
        for part in forged.ledger.entries[seq].parts:
            part.state = "withheld"
    for path in (["data/exhibits/bilag-002.png"] if 4 in hidden else []) + (
        ["data/exhibits/bilag-001.png"] if 2 in hidden else []
    ):
        del forged.files[path]
    forged.write_ledger()
    assert f"entry {hidden[0]} ".encode() in forged.files[LEDGER]
    assert forged.ledger.entries[hidden[0]].parts[0].commitment.encode() not in forged.files[LEDGER]
    forged.relist()
    folder = forged.unpack(tmp_path / forged.top)
    by_app = ask_app(folder)
    assert (by_app.verdict, by_app.findings) == ("CONSISTENT", frozenset())
    assert ask_py(verifier, folder) == by_app
    by_sh, _ = ask_sh(["sh"], folder)
    assert (by_sh.verdict, by_sh.findings) == ("CONSISTENT", frozenset())


def test_there_are_enough_corruptions_and_each_changes_something(sound: Forged) -> None:
    assert len(CORRUPTIONS) >= 30
    assert len({each.name for each in CORRUPTIONS}) == len(CORRUPTIONS)
    assert sum(not each.finding for each in CORRUPTIONS) >= 5
    whole = sound.zip()
    assert good().zip() == whole
    for each in CORRUPTIONS:
        damaged = corrupted(sound, each).zip()
        assert damaged != whole
        assert damaged == corrupted(sound, each).zip()
