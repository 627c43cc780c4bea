"""A witness signs here, or elsewhere; what does not hold is refused, and nothing of it is sealed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.actions.cases import begin_case
from app.actions.open_case import OpenCase
from app.actions.sign_as_witness import code_of_exhibit, sign_as_witness, take_statement
from app.casework import plan_erasure
from app.casework.kinds.witness import WITNESS
from app.casework.witnessing import (
    ForeignStatementError,
    LongStatementError,
    NoNameOfWitnessError,
    NoStatementError,
    NoWordsOfWitnessError,
    StatementAgainError,
    StatementError,
    StatementFlaw,
    read_statement,
)
from app.vocabulary import WitnessedOn
from evidence_store import EntryId
from tests.unit.actions.acting import captured
from tests.witnesses import KEY, NAME, SPOILED, WORDS, signed, statement

FLAWS = {
    "text": StatementFlaw.ANOTHER,
    "code": StatementFlaw.ANOTHER,
    "name": StatementFlaw.ANOTHER,
    "key": StatementFlaw.ANOTHER,
    "curve": StatementFlaw.WRONG_CURVE,
    "high_s": StatementFlaw.HIGH_S,
    "truncated": StatementFlaw.NOT_A_SIGNATURE,
}


def stored(case: OpenCase, entry: EntryId) -> bytes:
    with case.vault.open_object(entry) as stream:
        return stream.read()


def test_who_signs_here_gets_a_fingerprint_and_openssl_agrees(
    case: OpenCase, tmp_path: Path
) -> None:
    exhibit = captured(case)
    done = sign_as_witness(case, exhibit.original, f"  {NAME}\x07 ", f"\n{WORDS}\n")
    (kept,) = case.state.of(WITNESS)
    assert (kept.name, kept.words, kept.fingerprint) == (NAME, WORDS, done.fingerprint)
    assert (kept.facts.exhibit, kept.facts.on) == (exhibit.original, WitnessedOn.HERE)
    data = stored(case, done.entry)
    told, signature = read_statement(data)
    assert told.code == code_of_exhibit(case, exhibit.original)
    assert data == told.with_signature(signature)
    (tmp_path / "key").write_bytes(told.key)
    (tmp_path / "signature").write_bytes(signature)
    (tmp_path / "said").write_bytes(data[: data.rindex(b"signature ")])
    key = ("-verify", tmp_path / "key", "-keyform", "DER", "-signature", tmp_path / "signature")
    subprocess.run(["openssl", "dgst", "-sha256", *key, tmp_path / "said"], check=True)


def test_each_statement_has_a_key_of_its_own_that_is_nowhere(case: OpenCase) -> None:
    exhibit = captured(case)
    first = sign_as_witness(case, exhibit.original, NAME, WORDS)
    second = sign_as_witness(case, exhibit.original, NAME, WORDS)
    assert first.fingerprint != second.fingerprint
    assert case.vault.entry(first.entry).part("key") is not None


def test_nothing_is_signed_without_a_name_or_words(case: OpenCase) -> None:
    exhibit, before = captured(case), case.vault.head(case.chains.evidence)
    for name, words, error in (
        ("\x1f ", WORDS, NoNameOfWitnessError),
        (NAME, " \n\r\n", NoWordsOfWitnessError),
        (NAME * 200, WORDS, LongStatementError),
        (NAME, "ord\n" * 41, LongStatementError),
    ):
        with pytest.raises(error):
            sign_as_witness(case, exhibit.original, name, words)
    with pytest.raises(StatementError):
        sign_as_witness(case, EntryId(case.chains.evidence, 99), NAME, WORDS)
    assert case.vault.head(case.chains.evidence) == before


def test_what_was_signed_elsewhere_is_taken_in_once(case: OpenCase, tmp_path: Path) -> None:
    exhibit = captured(case)
    told = statement(exhibit.original, code_of_exhibit(case, exhibit.original))
    file = tmp_path / "witness.txt"
    file.write_bytes(signed(told))
    done = take_statement(case, file)
    assert stored(case, done.entry) == file.read_bytes()
    (kept,) = case.state.of(WITNESS)
    assert (kept.facts.on, kept.facts.signed_at) == (WitnessedOn.DEVICE, told.time)
    with pytest.raises(StatementAgainError):
        take_statement(case, file)
    other = captured(case, 1)
    more = statement(other.original, code_of_exhibit(case, other.original))
    file.write_bytes(signed(more))  # by the same key, of another exhibit
    with pytest.raises(StatementAgainError):
        take_statement(case, file)


@pytest.mark.parametrize("how", SPOILED)
def test_what_does_not_hold_is_refused(case: OpenCase, tmp_path: Path, how: str) -> None:
    exhibit = captured(case)
    told = statement(exhibit.original, code_of_exhibit(case, exhibit.original))
    before = case.vault.head(case.chains.evidence)
    file = tmp_path / "witness.txt"
    file.write_bytes(SPOILED[how](told))
    with pytest.raises(StatementError) as refused:
        take_statement(case, file)
    assert refused.value.flaw is FLAWS[how]
    assert case.vault.head(case.chains.evidence) == before


def test_what_is_of_another_case_is_refused(case: OpenCase, tmp_path: Path) -> None:
    other = begin_case(case.vault, clock=case.clock, machine=case.machine, title="En anden")
    there, here = captured(other), captured(case)
    file = tmp_path / "witness.txt"
    file.write_bytes(signed(statement(there.original, code_of_exhibit(other, there.original))))
    with pytest.raises(ForeignStatementError):
        take_statement(case, file)
    file.write_bytes(signed(statement(here.original, code_of_exhibit(other, there.original))))
    with pytest.raises(ForeignStatementError) as refused:
        take_statement(case, file)
    assert refused.value.flaw is StatementFlaw.OTHER_CODE


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-1],
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"place ", b"place 0"),
        lambda data: data.replace(b"08:00:00", b"24:00:00"),
        lambda data: data.replace(b"2026-11-24", b"2026-11-31"),
        lambda data: data.replace(b"on device", b"on paper"),
        lambda data: data + b"text more\n",
        lambda data: data.replace("Åse".encode(), b"\xff"),
        lambda data: b"x" * (1 << 20),
    ],
)
def test_what_is_no_statement_is_refused(change: object, case: OpenCase, tmp_path: Path) -> None:
    exhibit = captured(case)
    told = statement(exhibit.original, code_of_exhibit(case, exhibit.original), KEY)
    file = tmp_path / "witness.txt"
    file.write_bytes(change(signed(told)))  # type: ignore[operator]
    with pytest.raises(NoStatementError):
        take_statement(case, file)


def test_an_exhibit_that_goes_lists_its_witnesses_and_one_can_be_erased(case: OpenCase) -> None:
    exhibit = captured(case)
    done = sign_as_witness(case, exhibit.original, NAME, WORDS)
    plan = plan_erasure(case.state, exhibit.original)
    assert [each.thing.id for each in plan.named_by] == [done.entry]
    assert plan_erasure(case.state, done.entry).own == (done.entry,)
