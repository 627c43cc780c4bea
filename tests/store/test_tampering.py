"""Whoever has the passphrase and our own code changes the ledger; a head held outside finds it out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import apsw
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from evidence_store import Head, HeadMemory, Vault, Verdict, entry_hash, part_commitment, parts_hash
from tests.store.building import begin, note, plain_vault


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
            for (name,) in list(
                self.db.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
            ):
                self.db.execute(f"DROP TRIGGER {name}")
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

    @rule(rechain=st.booleans())
    def insert(self, rechain: bool) -> None:
        self._open_the_guards()
        numbers = self._numbers()
        if numbers:
            n, new = numbers[-1], numbers[-1] + 50
            self.db.execute(
                "INSERT INTO entry SELECT ?, chain, seq + 1, time, hash, parts_hash, hash, NULL, NULL "
                "FROM entry WHERE n = ?",
                (new, n),
            )
            for table, key, rest in (("part", "n", "name, commitment"), ("opening", "part", "salt, body")):  # fmt: skip
                self.db.execute(
                    f"INSERT INTO {table} SELECT {key} + 50 * 64, {rest} FROM {table} WHERE {key} / 64 = ?",
                    (n,),
                )
        self._rechain(rechain)

    def _forget(self, n: int) -> None:
        self.db.execute("DELETE FROM entry WHERE n = ?", (n,))
        self.db.execute("DELETE FROM part WHERE n / 64 = ?", (n,))
        self.db.execute("DELETE FROM opening WHERE part / 64 = ?", (n,))

    def _rechain(self, wanted: bool) -> None:
        """Make all hashes anew with our own functions, as a skilled forger would."""
        if not wanted:
            return
        previous, seq = "0" * 64, 0
        for n, time in list(
            self.db.execute("SELECT n, time FROM entry WHERE chain = 1 ORDER BY seq")
        ):
            made = []
            sql = "SELECT part.n, name, salt, body FROM part JOIN opening ON part = part.n WHERE part.n / 64 = ?"
            for part, name, salt, body in list(self.db.execute(sql, (n,))):
                made.append((name, part_commitment(name, salt, body)))
                self.db.execute("UPDATE part SET commitment = ? WHERE n = ?", (made[-1][1], part))
            listed = parts_hash(made)
            own = entry_hash(self.chain, seq, previous, time, listed)
            self.db.execute(
                "UPDATE entry SET seq = ?, previous = ?, parts_hash = ?, hash = ? WHERE n = ?",
                (seq, previous, listed, own, n),
            )
            previous, seq = own, seq + 1

    def _content(self) -> list[Any]:
        sql = (
            "SELECT seq, time, previous, parts_hash, hash, name, commitment, salt, body FROM entry "
            "JOIN part ON part.n / 64 = entry.n JOIN opening ON opening.part = part.n "
            "WHERE chain = 1 ORDER BY seq, part.n"
        )
        return list(self.db.execute(sql))

    @invariant()
    def what_differs_from_what_was_sealed_is_found(self) -> None:
        report = self.vault.verify()
        if not self.tampered or self._content() == self.sealed:
            assert report.findings == ()
            return
        assert report.verdict in (Verdict.ALTERED, Verdict.INCOMPLETE)
        held = self.heads.held(self.vault.vault_id)
        assert held is not None
        head: Head = next(head for head in held.heads if head.chain == self.chain)
        seqs = {row[0] for row in self._content()}
        if head.seq not in seqs and not seqs - set(range(head.seq)):
            assert "head_shorter" in {finding.kind for finding in report.findings}

    def teardown(self) -> None:
        self.vault.close()
        self.folder.cleanup()


Tampering.TestCase.settings = settings(max_examples=40, stateful_step_count=5, deadline=None)
TestTampering = Tampering.TestCase
