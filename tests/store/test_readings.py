"""What was read in pictures is a cache: found, kept when the index is made anew, and erased with the bytes."""

from __future__ import annotations

from pathlib import Path

from evidence_store import (
    CaseChains,
    EntryId,
    EraseTarget,
    NewObject,
    PartState,
    Reading,
    StoredEntry,
    Vault,
    Verdict,
)
from tests.store.building import TIME, begin, facts, note, plain_vault, text

CANARY = "KanariefuglZQX"
READ = Reading("tesseract", "5.5.4", "dan+eng", f"Hun skrev {CANARY}", b'[["Hun"]]')


def _picture(vault: Vault, chain: str, content: bytes = b"pixels") -> EntryId:
    with vault.act() as act:
        return act.append(
            chain,
            [facts(), text("x")],
            time=TIME,
            object=NewObject(content, "image/png"),
            index_text="egne ord",
        ).id


def test_words_in_a_picture_are_found_beside_its_own(vault: Vault, case: CaseChains) -> None:
    picture = _picture(vault, case.evidence)
    note(vault, case.evidence, "noget andet")
    assert vault.reading(picture) is None
    assert vault.entries_read() == frozenset()

    assert vault.keep_reading(picture, READ, "egne ord")

    assert vault.search("kanarie") == vault.search("egne") == (picture,)
    assert vault.reading(picture) == READ
    assert vault.entries_read() == {picture}


def test_reading_again_takes_the_place_of_what_was_read(vault: Vault, case: CaseChains) -> None:
    picture = _picture(vault, case.evidence)
    vault.keep_reading(picture, READ, "egne ord")

    vault.keep_reading(picture, Reading("tesseract", "6", "dan", "Nyt", b"[]"), "egne ord")

    assert vault.search("kanarie") == ()
    assert vault.search("nyt") == (picture,)


def test_making_the_index_anew_keeps_it(vault: Vault, case: CaseChains) -> None:
    picture = _picture(vault, case.evidence)
    vault.keep_reading(picture, READ, "egne ord")

    vault.rebuild_index(lambda entry: "andre ord" if entry.parts else "", "7")

    assert picture in vault.search("kanarie")
    assert picture in vault.search("andre ord")
    assert vault.search("egne") == ()
    assert vault.reading(picture) == READ


def test_it_is_in_no_ledger_and_no_report_speaks_of_it(vault: Vault, case: CaseChains) -> None:
    picture = _picture(vault, case.evidence)
    head = vault.head(case.evidence)

    vault.keep_reading(picture, READ, "")

    assert vault.head(case.evidence) == head
    report = vault.verify()
    assert (report.findings, report.verdict) == ((), Verdict.CONSISTENT)


def _erase(vault: Vault, chain: str, entry: EntryId, *parts: str) -> None:
    with vault.act() as act:
        act.erase(chain, [EraseTarget(entry, parts)], [text("grund")], time=TIME)


def test_erasing_the_bytes_leaves_nothing_of_what_was_read_in_any_page(tmp_path: Path) -> None:
    with plain_vault(tmp_path) as vault:
        chain = begin(vault).evidence
        picture = _picture(vault, chain)
        vault.keep_reading(picture, READ, "egne ord")
    assert CANARY.encode() in _bytes_on_disk(tmp_path)

    with plain_vault(tmp_path) as vault:
        _erase(vault, chain, picture, "object")
        assert vault.reading(picture) is None
        assert vault.search("kanarie") == ()
        assert not vault.keep_reading(picture, READ, "")
        assert vault.verify().findings == ()

    after = _bytes_on_disk(tmp_path)
    assert CANARY.encode() not in after
    assert CANARY.casefold().encode() not in after


def test_erasing_other_parts_leaves_the_picture_findable(vault: Vault, case: CaseChains) -> None:
    picture = _picture(vault, case.evidence)
    vault.keep_reading(picture, READ, "egne ord")

    _erase(vault, case.evidence, picture, "text")

    assert vault.search("kanarie") == (picture,)
    assert vault.search("egne") == ()
    assert _state(vault.entry(picture), "object") is PartState.OPEN


def _state(entry: StoredEntry, name: str) -> PartState | None:
    part = entry.part(name)
    return part.state if part is not None else None


def _bytes_on_disk(folder: Path) -> bytes:
    return b"".join(
        path.read_bytes() for path in folder.iterdir() if path.name.startswith("plain.")
    )
