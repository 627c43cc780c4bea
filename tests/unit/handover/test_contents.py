from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from app.handover import DossierEntryError, ExhibitFileError, TextTooLongError
from app.handover.contents import Contents, choose_contents
from evidence_store import EntryId, PartState, SealedPart, StoredEntry, write_ledger
from tests.e2e.package.forge import CHAIN, EntryDraft, LedgerDraft, PartDraft, body, good, ref
from tests.unit.handover.sample import (
    CHAIN_OF_CASE,
    OPENED,
    entries,
    entries_with,
    listed,
    vault_view,
)


def states(contents: Contents) -> dict[tuple[int, str], str]:
    return {
        (entry.id.seq, part.name): part.state.value
        for entry in contents.entries
        for part in entry.parts
    }


def changed(seq: int, name: str, new: bytes) -> tuple[StoredEntry, ...]:
    drafts = good().ledger
    drafts.entries[seq].part(name).body = new
    return vault_view(drafts.entries)


def test_what_was_not_opened_leaves_without_words_and_salt() -> None:
    contents = choose_contents(entries(), OPENED)
    for entry in contents.entries:
        for part in entry.parts:
            if part.state is not PartState.OPEN:
                assert part.body is None
                assert part.salt is None
    found = states(contents)
    assert found[1, "person"] == "withheld"
    assert found[4, "redactions"] == "withheld"
    assert found[7, "text"] == "erased"
    assert found[5, "source"] == "open"


def test_nothing_opened_still_shows_what_the_check_needs() -> None:
    needed = {(0, "genesis"), (10, "facts"), (10, "object")}
    none = entries_with([])
    found = states(choose_contents(none, ()))
    assert {key for key, state in found.items() if state == "open"} == needed
    # The tombstone accounts for an erased part of an entry that shows something.
    found = states(choose_contents(none, {(7, "facts")}))
    open_parts = {key for key, state in found.items() if state == "open"}
    assert open_parts == {*needed, (7, "facts"), (8, "facts")}


def test_an_entry_that_shows_nothing_does_not_tell_of_its_erasure_either() -> None:
    """Tombstone and erased part would name the parts, and so tell what kind of thing it was."""
    contents = choose_contents(entries(), OPENED - {(7, "facts")})
    found = states(contents)
    assert {found[7, "facts"], found[7, "text"], found[8, "facts"]} == {"withheld"}
    lines = list(write_ledger(CHAIN_OF_CASE, contents.entries))
    hidden = [line for line in lines if line.startswith((b"entry 7 ", b"entry 8 "))]
    at = lines.index(hidden[0])
    assert lines[at + 1] == hidden[1]
    assert lines[at + 2].startswith(b"entry 9 ")


def test_an_original_stays_unless_it_is_listed_even_if_its_hash_was_opened() -> None:
    opened = {*OPENED, (3, "object")}
    without = choose_contents(entries_with(listed()[:3]), opened)
    assert states(without)[3, "object"] == "withheld"
    assert states(without)[5, "object"] == "withheld"
    assert "data/originals/bilag-003.eml" not in {each.path for each in without.objects}
    chosen = choose_contents(entries(), opened)
    assert states(chosen)[5, "object"] == "open"
    assert states(chosen)[3, "object"] == "withheld"
    assert [each.path for each in chosen.objects] == [
        "data/dossier.pdf",
        "data/exhibits/bilag-001.png",
        "data/exhibits/bilag-002.png",
        "data/exhibits/bilag-003.png",
        "data/originals/bilag-003.eml",
    ]


def test_an_exhibit_of_which_no_file_is_listed_is_named_as_without_file() -> None:
    contents = choose_contents(entries_with([listed()[0], *listed()[2:]]), OPENED)
    assert contents.without_file == (2,)
    assert states(contents)[4, "object"] == "withheld"


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ({"number": 9, "entry": ref(2), "path": "data/exhibits/bilag-009.png"}, "not in the dossier"),
        ({"number": 1, "entry": ref(4), "path": "data/exhibits/bilag-001.png"}, "of another exhibit"),
        ({"number": 2, "entry": ref(3), "path": "data/originals/bilag-002.png"}, "not opened"),
        ({"number": 1, "entry": ref(2), "path": "data/exhibits/bilag-001.jpg"}, "under another name"),
        ({"number": 2, "entry": ref(4), "path": "data/originals/bilag-002.png"}, "under another name"),
    ],
)  # fmt: skip
def test_a_listed_file_that_cannot_travel_is_refused(file: dict[str, object], reason: str) -> None:
    with pytest.raises(ExhibitFileError) as caught:
        choose_contents(entries_with([file]), OPENED)
    assert (caught.value.number, caught.value.reason) == (file["number"], reason)


def test_a_file_that_was_erased_is_refused() -> None:
    kept = list(entries())
    mail = kept[5]
    parts = tuple(
        SealedPart(part.name, part.commitment, PartState.ERASED) if part.name == "object" else part
        for part in mail.parts
    )
    kept[5] = msgspec.structs.replace(mail, parts=parts)
    with pytest.raises(ExhibitFileError) as caught:
        choose_contents(kept, OPENED)
    assert (caught.value.number, caught.value.reason) == (3, "erased")


def test_a_dossier_that_does_not_list_its_files_makes_no_package() -> None:
    with pytest.raises(DossierEntryError) as caught:
        choose_contents(entries_with(None), OPENED)
    assert caught.value.reason == "no list of files"


@pytest.mark.parametrize("turned", [lambda: [*reversed(listed())], lambda: [listed()[0]] * 2])
def test_files_out_of_order_or_listed_twice_make_no_package(
    turned: Callable[[], list[object]],
) -> None:
    with pytest.raises(DossierEntryError) as caught:
        choose_contents(entries_with(turned()), OPENED)
    assert caught.value.reason == "order of files"


def test_an_original_stands_between_the_exhibits_it_belongs_to() -> None:
    covered = {"number": 2, "entry": ref(3), "path": "data/originals/bilag-002.png"}
    contents = choose_contents(
        entries_with([*listed()[:2], covered, *listed()[2:]]), OPENED | {(3, "object")}
    )
    assert [each.path for each in contents.objects] == [
        "data/dossier.pdf",
        "data/exhibits/bilag-001.png",
        "data/exhibits/bilag-002.png",
        "data/originals/bilag-002.png",
        "data/exhibits/bilag-003.png",
        "data/originals/bilag-003.eml",
    ]
    with pytest.raises(DossierEntryError) as caught:
        choose_contents(
            entries_with([*listed()[:3], covered, listed()[3]]), OPENED | {(3, "object")}
        )
    assert caught.value.reason == "order of files"


def test_a_tombstone_that_tells_of_another_chain_is_held_back() -> None:
    both = body("tombstone", targets=[{**ref(7), "parts": ["text"]},
                                      {**ref(3, "f" * 32), "parts": ["text"]}])  # fmt: skip
    found = states(choose_contents(changed(8, "facts", both), {*OPENED, (8, "facts")}))
    assert found[8, "facts"] == "withheld"
    assert found[7, "text"] == "withheld"


def test_parts_after_the_dossier_and_unknown_ones_are_no_matter() -> None:
    assert choose_contents(entries(), {*OPENED, (99, "facts"), (2, "nothing")}) == choose_contents(
        entries(), OPENED
    )


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        ((), "no entries"),
        (entries()[:-1], "not a dossier"),
        (entries()[1:], "not the whole chain"),
        ((*entries()[:4], *entries()[5:]), "not the whole chain"),
        (changed(10, "facts", body("dossier", head=ref(3))), "another head"),
        (
            changed(10, "facts", body("dossier", head=ref(9), exhibits=[
                {"number": 2, "original": ref(2), "shown": ref(2)},
                {"number": 1, "original": ref(3), "shown": ref(4)}])),
            "exhibit numbers",
        ),
        (
            changed(10, "facts", body("dossier", head=ref(9), exhibits=[
                {"number": 1, "original": ref(2, "f" * 32), "shown": ref(2)}])),
            "exhibit outside the chain",
        ),
        (
            changed(10, "facts", body("dossier", head=ref(9), exhibits=[
                {"number": 1, "original": ref(2), "shown": ref(2)},
                {"number": 2, "original": ref(2), "shown": ref(2)}], files=[
                {"number": 1, "entry": ref(2), "path": "data/exhibits/bilag-001.png"},
                {"number": 2, "entry": ref(2), "path": "data/exhibits/bilag-002.png"}])),
            "one entry shown twice",
        ),
    ],
)  # fmt: skip
def test_a_ledger_that_ends_with_no_fitting_dossier_is_refused(
    listed: tuple[StoredEntry, ...], reason: str
) -> None:
    with pytest.raises(DossierEntryError) as caught:
        choose_contents(listed, OPENED)
    assert caught.value.reason == reason


def test_words_too_long_for_the_travelling_verifiers_are_refused_only_where_shown() -> None:
    long = changed(9, "text", body("note_text", text="a" * 5_000_000))
    choose_contents(long, OPENED)
    with pytest.raises(TextTooLongError) as caught:
        choose_contents(long, {*OPENED, (9, "text")})
    assert caught.value.entry == EntryId(CHAIN, 9)


def test_the_entries_of_a_case_with_nothing_but_a_dossier() -> None:
    drafts = good().ledger.entries
    facts = PartDraft("facts", body("dossier", head=ref(0), files=[]), "0" * 64)
    ledger = LedgerDraft([drafts[0], EntryDraft(1, drafts[1].time, [facts, drafts[10].parts[1]])])
    ledger.reseal()
    contents = choose_contents(vault_view(ledger.entries), ())
    assert [each.path for each in contents.objects] == ["data/dossier.pdf"]


@pytest.mark.parametrize(
    ("number", "original", "shown", "reason"),
    [
        (1, 1, 9, ""),
        (999_999, 9, 1, ""),
        (0, 2, 2, "exhibit numbers"),
        (1_000_000, 2, 2, "exhibit numbers"),
        (1, 0, 2, "exhibit outside the chain"),
        (1, 2, 0, "exhibit outside the chain"),
        (1, 10, 2, "exhibit outside the chain"),
        (1, 2, 10, "exhibit outside the chain"),
    ],
)
def test_an_exhibit_has_a_number_and_stands_between_first_entry_and_dossier(
    number: int, original: int, shown: int, reason: str
) -> None:
    exhibits = [{"number": number, "original": ref(original), "shown": ref(shown)}]
    listed = changed(10, "facts", body("dossier", head=ref(9), exhibits=exhibits, files=[]))
    if not reason:
        assert choose_contents(listed, OPENED).without_file == (number,)
        return
    with pytest.raises(DossierEntryError) as caught:
        choose_contents(listed, OPENED)
    assert caught.value.reason == reason
