from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec import structs

from evidence_store import (
    CaseChains,
    Chain,
    ChainKind,
    LedgerFormError,
    LedgerReader,
    PartState,
    SealedPart,
    StoredEntry,
    Vault,
    write_ledger,
)
from tests.store.building import check_ledger, note, read_ledger


def _text(vault: Vault, case: CaseChains) -> list[bytes]:
    chain = next(chain for chain in vault.chains() if chain.id == case.evidence)
    return list(write_ledger(chain, vault.entries(case.evidence)))


@pytest.fixture
def lines(vault: Vault, case: CaseChains) -> list[bytes]:
    for number in range(3):
        note(vault, case.evidence, f"ord {number}")
    return _text(vault, case)


def test_the_text_is_written_as_the_format_says() -> None:
    chain = Chain("a" * 32, "b" * 32, ChainKind.PRIVATE)
    assert list(write_ledger(chain, [])) == [
        b"bevismappe/ledger/1\n",
        b"chain " + b"a" * 32 + b" private\n",
        b"end 0\n",
    ]


def test_what_was_written_is_read_again(vault: Vault, case: CaseChains, lines: list[bytes]) -> None:
    ledger = read_ledger(lines)
    assert ledger.chain.id == case.evidence
    assert ledger.entries == tuple(vault.entries(case.evidence))
    assert check_ledger(ledger) == ()


def test_a_withheld_part_is_read_without_words(lines: list[bytes]) -> None:
    at = next(n for n, line in enumerate(lines) if line.startswith(b"part text"))
    words = lines[at].split(b" ")
    lines[at : at + 2] = [b" ".join([*words[:3], b"withheld\n"])]
    ledger = read_ledger(lines)
    part = ledger.entries[1].part("text")
    assert part is not None
    assert (part.state, part.salt, part.body) == (PartState.WITHHELD, None, None)
    assert check_ledger(ledger) == ()


def test_an_entry_that_shows_nothing_is_its_line_alone(
    vault: Vault, case: CaseChains, lines: list[bytes]
) -> None:
    entries = list(vault.entries(case.evidence))
    closed = tuple(
        SealedPart(part.name, part.commitment, PartState.WITHHELD) for part in entries[2].parts
    )
    entries[2] = structs.replace(entries[2], parts=closed)
    text = list(write_ledger(Chain(case.evidence, case.case_id, ChainKind.EVIDENCE), entries))
    at = next(n for n, line in enumerate(text) if line.startswith(b"entry 2 "))
    assert text[at + 1].startswith(b"entry 3 ")
    assert len(text) < len(lines)
    ledger = read_ledger(text)
    assert ledger.entries[2].parts == ()
    assert check_ledger(ledger) == ()
    told = [f"part {part.name} {part.commitment} withheld\n".encode() for part in closed]
    with pytest.raises(LedgerFormError):
        read_ledger([*text[: at + 1], *told, *text[at + 1 :]])


def test_a_first_entry_that_shows_nothing_is_no_beginning(lines: list[bytes]) -> None:
    del lines[3:5]
    assert [f.kind for f in check_ledger(read_ledger(lines))] == ["genesis"]


def test_an_entry_has_no_more_parts_than_a_vault_can_hold(lines: list[bytes]) -> None:
    start = lines[3].split(b" ")
    more = [
        line
        for n in range(64)
        for line in (
            b" ".join([b"part", b"a" + bytes([97 + n // 26, 97 + n % 26]), *start[2:]]),
            lines[4],
        )
    ]
    read_ledger([*lines[:5], *more[:-2], *lines[5:]])
    with pytest.raises(LedgerFormError):
        read_ledger([*lines[:5], *more, *lines[5:]])


def test_entries_before_a_broken_line_are_given_and_nothing_after_it_is_read(
    lines: list[bytes],
) -> None:
    at = [n for n, line in enumerate(lines) if line.startswith(b"entry")][2]
    taken: list[bytes] = []

    def watched() -> Iterator[bytes]:
        for line in [*lines[:at], b"what\n", *lines[at:]]:
            taken.append(line)
            yield line

    reader = LedgerReader(watched())
    entries: list[StoredEntry] = []
    with pytest.raises(LedgerFormError) as told:
        entries.extend(reader)
    assert told.value.line == at + 1
    assert taken[-1] == b"what\n"
    assert [entry.id.seq for entry in entries] == [0, 1]


def test_a_line_of_a_part_has_a_name_a_digest_and_a_state(lines: list[bytes]) -> None:
    at = next(n for n, line in enumerate(lines) if line.startswith(b"part facts"))
    digest, salt = lines[at].split(b" ")[2], lines[at].split(b" ")[4].strip()
    for words in (
        [b"part"],
        [b"part", b"facts"],
        [b"part", b"facts", digest],
        [b"part", b"Facts", digest, b"open", salt],
        [b"part", b"", digest, b"open", salt],
        [b"part", b"facts", digest[1:], b"open", salt],
        [b"part", b"facts", digest.upper(), b"open", salt],
        [b"part", b"facts", digest, b"open"],
        [b"part", b"facts", digest, b"open", salt[1:]],
        [b"part", b"facts", digest, b"open", salt, salt],
        [b"part", b"facts", digest, b"shut"],
        [b"part", b"facts", digest, b"withheld", salt],
        [b"part", b"facts", digest, b"erased", salt],
    ):
        with pytest.raises(LedgerFormError) as told:
            read_ledger([*lines[:at], b" ".join(words) + b"\n", *lines[at + 1 :]])
        assert told.value.line == at + 1, words
    assert digest != digest.upper()


def test_an_erased_part_needs_a_tombstone(lines: list[bytes]) -> None:
    at = next(n for n, line in enumerate(lines) if line.startswith(b"part text"))
    words = lines[at].split(b" ")
    lines[at : at + 2] = [b" ".join([*words[:3], b"erased\n"])]
    assert [f.kind for f in check_ledger(read_ledger(lines))] == ["erased_without_tombstone"]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (b"ord 1", b"ord 9", "commitment"),
        (b"entry 1 2026", b"entry 1 2025", "entry_hash"),
        (b"end 4", b"end 5", "entry_count"),
        (b'"kind":"note_text","version":1', b'"kind":"note_text","version":0', "body"),
        (b" evidence", b" private", "genesis"),
    ],
)
def test_a_change_is_named(lines: list[bytes], before: bytes, after: bytes, kind: str) -> None:
    changed = b"".join(lines).replace(before, after).splitlines(keepends=True)
    assert kind in {finding.kind for finding in check_ledger(read_ledger(changed))}


def test_entries_out_of_order_or_dropped_are_named(lines: list[bytes]) -> None:
    starts = [n for n, line in enumerate(lines) if line.startswith(b"entry")]
    dropped = lines[: starts[1]] + lines[starts[2] :]
    kinds = {finding.kind for finding in check_ledger(read_ledger(dropped))}
    assert kinds == {"sequence", "link", "entry_count"}


def test_every_line_that_is_cut_or_changed_in_form_is_refused(lines: list[bytes]) -> None:
    for at, line in enumerate(lines):
        for bad in (line[:-1], b" " + line, b"\n", line.replace(b" ", b"  ", 1)):
            if bad == line or (line.startswith(b"body") and bad.startswith(b"body ")):
                continue
            with pytest.raises(LedgerFormError):
                read_ledger([*lines[:at], bad, *lines[at + 1 :]])


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (0, b"bevismappe/ledger/2\n"),
        (1, b"chain " + b"A" * 32 + b" evidence\n"),
        (2, b"entry 01 x\n"),
    ],
)
def test_a_wrong_line_is_told_by_its_number(lines: list[bytes], at: int, line: bytes) -> None:
    lines[at] = line
    with pytest.raises(LedgerFormError) as told:
        read_ledger(lines)
    assert told.value.line == at + 1


def test_nothing_may_follow_the_end(lines: list[bytes]) -> None:
    with pytest.raises(LedgerFormError):
        read_ledger([*lines, b"\n"])
