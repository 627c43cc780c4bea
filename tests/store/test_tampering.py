"""Whoever has the passphrase and our own code changes the ledger; a head held outside finds it out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from evidence_store import (
    CaseChains,
    Head,
    HeadMemory,
    Vault,
    Verdict,
    entry_hash,
    part_commitment,
    parts_hash,
)
from tests.store.building import begin, note, plain_vault


def insert_again(db: apsw.Connection, n: int) -> None:
    """A copy of an entry right after it; rows and places that follow move up by one."""
    for (each,) in list(db.execute("SELECT n FROM entry WHERE n > ? ORDER BY n DESC", (n,))):
        db.execute("UPDATE entry SET n = n + 1, seq = seq + (chain = 1) WHERE n = ?", (each,))
        for table, key in (("part", "n"), ("opening", "part")):
            db.execute(
                f"UPDATE {table} SET {key} = {key} + 64 WHERE {key} / 64 = ?",
                (each,),
            )
    db.execute(
        "INSERT INTO entry SELECT n + 1, chain, seq + 1, time, hash, parts_hash, hash, NULL, NULL "
        "FROM entry WHERE n = ?",
        (n,),
    )
    for table, key, rest in (("part", "n", "name, commitment"), ("opening", "part", "salt, body")):
        db.execute(
            f"INSERT INTO {table} SELECT {key} + 64, {rest} FROM {table} WHERE {key} / 64 = ?",
            (n,),
        )


def rechain(db: apsw.Connection, chain: str) -> None:
    """Make all hashes anew with our own functions, as a skilled forger would."""
    previous, seq = "0" * 64, 0
    for n, time in list(db.execute("SELECT n, time FROM entry WHERE chain = 1 ORDER BY seq")):
        made = []
        sql = "SELECT part.n, name, salt, body FROM part JOIN opening ON part = part.n WHERE part.n / 64 = ?"
        for part, name, salt, body in list(db.execute(sql, (n,))):
            made.append((name, part_commitment(name, salt, body)))
            db.execute("UPDATE part SET commitment = ? WHERE n = ?", (made[-1][1], part))
        listed = parts_hash(made)
        own = entry_hash(chain, seq, previous, time, listed)
        db.execute(
            "UPDATE entry SET seq = ?, previous = ?, parts_hash = ?, hash = ? WHERE n = ?",
            (seq, previous, listed, own, n),
        )
        previous, seq = own, seq + 1


def without_guards(db: apsw.Connection) -> apsw.Connection:
    """The same tables with no trigger left to refuse a change."""
    for (name,) in list(db.execute("SELECT name FROM sqlite_master WHERE type='trigger'")):
        db.execute(f"DROP TRIGGER {name}")
    return db


@pytest.mark.parametrize(("place", "kinds"), [(1, ["head_other"]), (2, ["head_other"]), (3, [])])
def test_an_entry_put_in_before_the_held_head_is_found_though_all_hashes_are_made_anew(
    vault: Vault, case: CaseChains, place: int, kinds: list[str]
) -> None:
    """One put in after it is a chain that grew, which a head alone cannot tell from honest use."""
    for number in range(3):
        note(vault, case.evidence, f"ord {number}")
    assert vault._connection is not None
    db = without_guards(vault._connection)
    n = db.execute("SELECT n FROM entry WHERE chain = 1 AND seq = ?", (place,)).get
    insert_again(db, n)
    rechain(db, case.evidence)
    report = vault.verify()
    assert report.receipts[0].seq == 4
    assert [finding.kind for finding in report.findings] == kinds
    assert report.verdict is (Verdict.ALTERED if kinds else Verdict.CONSISTENT)


class Tampering(RuleBasedStateMachine):
    """Entries are sealed; then one after another edited, dropped, inserted, swapped, and re-chained or not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.heads = HeadMemory(Path(self.folder.name) / "heads")
        self.vault: Vault = plain_vault(Path(self.folder.name), self.heads)
        assert self.vault._connection is not None
        self.db: apsw.Connection = self.vault._connection
        self.db.pragma("synchronous", 0)
        self.chain = begin(self.vault).evidence
        self.sealed: list[Any] = []
        self.tampered = False

    @initialize(count=st.integers(2, 6))
    def seal_some(self, count: int) -> None:
        for number in range(count):
            note(self.vault, self.chain, f"ord {number}")

    @precondition(lambda self: not self.tampered)
    @rule()
    def seal(self) -> None:
        note(self.vault, self.chain, "mere")

    def _open_the_guards(self) -> None:
        if not self.tampered:
            self.sealed = self._content()
            without_guards(self.db)
            self.tampered = True

    def _numbers(self) -> list[int]:
        sql = "SELECT n FROM entry WHERE chain = 1 AND seq > 0 ORDER BY seq"
        return [n for (n,) in self.db.execute(sql)]

    @rule(pick=st.integers(0, 99), words=st.sampled_from(["x", "y"]), rechain=st.booleans())
    def edit(self, pick: int, words: str, rechain: bool) -> None:
        self._open_the_guards()
        if numbers := self._numbers():
            n = numbers[pick % len(numbers)]
            body = b'{"kind":"note_text","version":1,"text":"%s"}' % words.encode()
            self.db.execute("UPDATE opening SET body = ? WHERE part = ?", (body, n * 64 + 1))
        self._rechain(rechain)

    @rule(pick=st.integers(0, 99), count=st.integers(1, 3), rechain=st.booleans())
    def drop(self, pick: int, count: int, rechain: bool) -> None:
        self._open_the_guards()
        numbers = self._numbers()
        for n in numbers[pick % (len(numbers) + 1) :][:count]:
            self._forget(n)
        self._rechain(rechain)

    @rule(count=st.integers(1, 3))
    def cut_the_tail(self, count: int) -> None:
        self._open_the_guards()
        for n in self._numbers()[-count:]:
            self._forget(n)

    @rule(one=st.integers(0, 99), two=st.integers(0, 99), rechain=st.booleans())
    def swap(self, one: int, two: int, rechain: bool) -> None:
        self._open_the_guards()
        numbers = self._numbers()
        if numbers:
            a, b = numbers[one % len(numbers)], numbers[two % len(numbers)]
            sql = "SELECT part, salt, body FROM opening WHERE part / 64 IN (?, ?)"
            for part, salt, body in list(self.db.execute(sql, (a, b))):
                other = part + ((b - a) if part // 64 == a else (a - b)) * 64
                put = "UPDATE opening SET salt = ?, body = ? WHERE part = ?"
                self.db.execute(put, (salt, body, other))
        self._rechain(rechain)

    @rule(pick=st.integers(0, 99), rechain=st.booleans())
    def insert(self, pick: int, rechain: bool) -> None:
        """An entry again, right after itself: behind the held head, or after it where it is the last."""
        self._open_the_guards()
        numbers = self._numbers()
        if numbers:
            insert_again(self.db, numbers[pick % len(numbers)])
        self._rechain(rechain)

    def _forget(self, n: int) -> None:
        self.db.execute("DELETE FROM entry WHERE n = ?", (n,))
        self.db.execute("DELETE FROM part WHERE n / 64 = ?", (n,))
        self.db.execute("DELETE FROM opening WHERE part / 64 = ?", (n,))

    def _rechain(self, wanted: bool) -> None:
        if wanted:
            rechain(self.db, self.chain)

    def _content(self) -> list[Any]:
        sql = (
            "SELECT seq, time, previous, parts_hash, hash, name, commitment, salt, body FROM entry "
            "JOIN part ON part.n / 64 = entry.n JOIN opening ON opening.part = part.n "
            "WHERE chain = 1 ORDER BY seq, part.n"
        )
        return list(self.db.execute(sql))

    @invariant()
    def whatever_breaks_the_chain_or_the_past_of_its_held_head_is_found(self) -> None:
        self.look()

    def look(self) -> str:
        """Verify, and hold the answer against what was done; says which of the three cases it was."""
        report = self.vault.verify()
        content = self._content()
        if not self.tampered or content == self.sealed:
            assert report.findings == ()
            return "untouched"
        held = self.heads.held(self.vault.vault_id)
        assert held is not None
        head: Head = next(head for head in held.heads if head.chain == self.chain)
        past = [row for row in content if row[0] <= head.seq]
        if past == self.sealed and self._holds_together():
            # Only more entries after the held head: that is what a chain does that is used elsewhere.
            assert (report.verdict, report.findings) == (Verdict.CONSISTENT, ())
            return "grown"
        assert report.verdict in (Verdict.ALTERED, Verdict.INCOMPLETE)
        if content[-1][0] < head.seq:
            assert "head_shorter" in {finding.kind for finding in report.findings}
        return "found"

    def _holds_together(self) -> bool:
        """Whether making all hashes anew changes nothing."""
        before = self._content()
        with self.db:
            self.db.execute("SAVEPOINT look")
            rechain(self.db, self.chain)
            after = self._content()
            self.db.execute("ROLLBACK TO look")
        return before == after

    def teardown(self) -> None:
        self.vault.close()
        self.folder.cleanup()


@pytest.mark.parametrize(
    ("pick", "rechained", "case"),
    [(2, True, "grown"), (2, False, "found"), (1, True, "found"), (1, False, "found")],
)
def test_the_machine_comes_by_each_of_its_cases(pick: int, rechained: bool, case: str) -> None:
    """An entry again behind the last one is a chain that grew, which a head alone cannot tell from honest use."""
    machine = Tampering()
    try:
        machine.seal_some(count=3)
        assert machine.look() == "untouched"
        machine.insert(pick=pick, rechain=rechained)
        assert machine.look() == case
    finally:
        machine.teardown()


Tampering.TestCase.settings = settings(max_examples=40, stateful_step_count=5, deadline=None)
TestTampering = Tampering.TestCase
