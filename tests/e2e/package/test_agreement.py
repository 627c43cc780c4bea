"""Every verifier gives the same answer to the same damage, check by check, and names what is damaged."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, cast

import pytest

from tests.e2e.package import damages
from tests.e2e.package.corruptions import CORRUPTIONS, Corruption, corrupted, held_code
from tests.e2e.package.forge import LEDGER, Forged, body, good, older, receipt, ref
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


@pytest.mark.parametrize("hidden", [[7], [7, 8], [9]])
def test_entries_that_show_nothing_are_as_whole_for_all(
    tmp_path: Path, sound: Forged, verifier: Verifier, hidden: list[int]
) -> None:
    """A hidden note that was erased, with and without its tombstone."""
    forged = sound.copy()
    for seq in hidden:
        for part in forged.ledger.entries[seq].parts:
            part.state = "withheld"
    forged.write_ledger()
    assert f"entry {hidden[0]} ".encode() in forged.files[LEDGER]
    assert forged.ledger.entries[hidden[0]].parts[0].commitment.encode() not in forged.files[LEDGER]
    forged.relist()
    answers = ask_all(verifier, forged.unpack(tmp_path / forged.top))
    assert {(each.verdict, each.findings) for each in answers} == {("CONSISTENT", frozenset())}


def ask_all(verifier: Verifier, folder: Path) -> tuple[Answer, Answer, Answer]:
    """What the three say, alike but for the sizes."""
    by_app, by_py, by_sh = ask_app(folder), ask_py(verifier, folder), ask_sh(["sh"], folder)[0]
    assert by_py == by_app
    assert (by_sh.verdict, by_sh.findings) == (by_app.verdict, by_app.findings)
    assert without_sizes(by_sh) == without_sizes(by_app)
    return by_app, by_py, by_sh


# -- packages of versions whose dossiers did not list the files that go along -----------------------


def test_an_older_package_is_consistent_and_does_not_claim_what_cannot_be_seen(
    tmp_path: Path, verifier: Verifier
) -> None:
    """Its second exhibit has an original that is not here: nobody can say whether it was to be."""
    forged = older()
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
        assert answer.checks["exhibits"] == "passed"
        assert answer.checks["originals"] == "not_checked"


@pytest.mark.parametrize(
    ("seq", "path", "exhibit"),
    [(2, damages.PICTURE_1, 1), (4, damages.PICTURE_2, 2), (6, damages.VIEW_3, 3)],
)
@pytest.mark.parametrize("parts", [("object",), ()])
def test_an_older_package_from_which_a_shown_picture_was_taken_is_incomplete(
    tmp_path: Path, verifier: Verifier, seq: int, path: str, exhibit: int, parts: tuple[str, ...]
) -> None:
    forged = older()
    damages.stripped(seq, path, *parts)(forged, Random(0))
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert answer.verdict == "INCOMPLETE"
        assert ("exhibit_object", seq, exhibit, LEDGER) in answer.findings
        assert answer.checks["exhibits"] == "failed"


def test_an_older_package_from_which_an_original_was_taken_cannot_tell(
    tmp_path: Path, verifier: Verifier
) -> None:
    forged = older()
    damages.stripped(5, damages.ORIGINAL_3, "object")(forged, Random(0))
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
        assert answer.checks["originals"] == "not_checked"


def test_an_older_package_whose_only_exhibit_is_an_added_file_is_never_in_order(
    tmp_path: Path, verifier: Verifier
) -> None:
    """The one exhibit of the trial: its file was taken out, and the answer was "in order (1)"."""
    forged = older()
    only = [{"number": 3, "original": ref(5), "shown": ref(5)}]
    damages.change_dossier(exhibits=only)(forged, Random(0))
    for seq in (2, 4, 6):
        for part in forged.ledger.entries[seq].parts:
            part.state = "withheld"
    forged.ledger.entries[5].part("object").state = "withheld"
    for path in [path for path in forged.files if "bilag-" in path]:
        del forged.files[path]
    forged.ledger.reseal(10)
    forged.write_ledger()
    forged.relist()
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
        assert answer.checks["exhibits"] == "not_checked"
        assert answer.checks["originals"] == "not_checked"


def test_an_older_package_whose_picture_was_erased_before_is_whole(
    tmp_path: Path, verifier: Verifier
) -> None:
    forged = older()
    forged.ledger.entries[2].part("object").state = "erased"
    del forged.files[damages.PICTURE_1]
    targets = [{**ref(7), "parts": ["text"]}, {**ref(2), "parts": ["object"]}]
    forged.ledger.entries[8].part("facts").body = body("tombstone", targets=targets)
    forged.ledger.reseal(8)
    forged.write_ledger()
    forged.relist()
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())


def test_a_list_of_files_that_is_null_says_nothing(tmp_path: Path, verifier: Verifier) -> None:
    forged = older()
    damages.change_dossier(files=None)(forged, Random(0))
    forged.ledger.reseal(10)
    forged.write_ledger()
    forged.relist()
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert answer.verdict == "CONSISTENT"
        assert answer.checks["originals"] == "not_checked"


def test_an_exhibit_of_which_no_file_goes_along_is_no_fault_where_the_dossier_says_so(
    tmp_path: Path, verifier: Verifier
) -> None:
    forged = good()
    kept = [each for each in cast("list[Any]", forged.ledger.entries[10].facts()["files"])
            if each["number"] != 3]  # fmt: skip
    damages.change_dossier(files=kept)(forged, Random(0))
    for seq, path in ((5, damages.ORIGINAL_3), (6, damages.VIEW_3)):
        damages.stripped(seq, path, "object")(forged, Random(0))
    forged.ledger.reseal(10)
    forged.write_ledger()
    forged.relist()
    for answer in ask_all(verifier, forged.unpack(tmp_path / forged.top)):
        assert (answer.verdict, answer.findings) == ("CONSISTENT", frozenset())
        assert answer.checks["exhibits"] == "passed"
        assert answer.checks["originals"] == "passed"


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
