from __future__ import annotations

import pytest

from evidence_store import CaseChains, StoredEntry, Vault
from evidence_store.searching import index_form
from tests.store.building import TIME, facts, note


@pytest.mark.parametrize(
    ("words", "looked_for"),
    [
        ("Æblegrød på Åen", "æble"),
        ("Æblegrød på Åen", "GRØD"),
        ("Æblegrød på Åen", "åen"),
        ("Æblegrød på Åen", "å"),
        ("Æblegrød på Åen", "På"),
        ("bla\u030ab\u00e6r", "blåbær"),
        ("blåbær", "bla\u030ab"),
        ("helt inde i ordet", "nde i or"),
        ('han skrev "løgner" igen', '"løgner"'),
        ('han skrev "løgner" igen', 'skrev "løg'),
        ("100 % sikker", "%"),
        ("100 % sikker", " % "),
        ("under_streg", "_"),
        ("under_streg", "r_s"),
        ("a* OR b NEAR c", "* OR"),
        ("nul\0tegn", "tegn"),
        ("smiley 🙂 her", "🙂"),
        ("Straße", "STRASSE"),
    ],
)
def test_words_are_found(vault: Vault, case: CaseChains, words: str, looked_for: str) -> None:
    with vault.act() as act:
        entry = act.append(case.evidence, [facts()], time=TIME, index_text=words)
        act.append(case.evidence, [facts()], time=TIME, index_text="noget helt andet")
    assert vault.search(looked_for) == (entry.id,)


@pytest.mark.parametrize(
    "looked_for", ["%", "_", "a_", "o%o", "gr_d", "gr%d", "zzz", "", "  ", "OR"]
)
def test_what_is_not_there_is_not_found(vault: Vault, case: CaseChains, looked_for: str) -> None:
    note(vault, case.evidence, "Æblegrød fra haven")
    assert vault.search(looked_for) == ()


def test_the_newest_comes_first_over_all_cases_up_to_the_limit(
    vault: Vault, case: CaseChains
) -> None:
    entries = [
        note(vault, chain, "den samme tekst")
        for _ in range(5)
        for chain in (case.evidence, case.private)
    ]
    newest = tuple(entry.id for entry in reversed(entries))
    assert vault.search("samme") == newest
    assert vault.search("samme", limit=3) == newest[:3]
    assert vault.search("sa", limit=3) == newest[:3]


def test_fifty_are_given_where_nothing_else_is_asked_for(vault: Vault, case: CaseChains) -> None:
    with vault.act() as act:
        for _ in range(52):
            act.append(case.evidence, [facts()], time=TIME, index_text="samme")
    assert [id.seq for id in vault.search("samme")] == [*range(52, 2, -1)]


def test_the_index_can_be_made_anew(vault: Vault, case: CaseChains) -> None:
    entries = [note(vault, case.evidence, f"gammel {n}") for n in range(300)]
    assert vault.index_version == ""

    def words(entry: StoredEntry) -> str:
        return f"nye ord {entry.id.seq:04}"

    vault.rebuild_index(words, "2")
    assert vault.index_version == "2"
    assert vault.search("gammel") == ()
    assert vault.search("nye ord 0300") == (entries[-1].id,)
    note(vault, case.evidence, "efter")
    assert len(vault.search("efter")) == 1


def test_the_form_of_the_index_is_stable() -> None:
    for text in ("Æ", "bla\u030a", "İ", "ẞ", "\ud800x"):
        assert index_form(index_form(text)) == index_form(text)


def test_a_search_goes_by_the_index_and_not_through_all_words(
    vault: Vault, case: CaseChains
) -> None:
    db = vault._connection
    assert db is not None
    with vault.act():
        for n in range(3000):
            db.execute("INSERT INTO words(rowid, text) VALUES(?, ?)", (10_000 + n, f"fyld {n}"))
    entry = note(vault, case.evidence, "nålen i høstakken")
    steps = 0

    def count() -> bool:
        nonlocal steps
        steps += 1
        return False

    db.set_progress_handler(count, 10)
    found = vault.search("nålen")
    db.set_progress_handler(None)
    assert found == (entry.id,)
    assert steps < 100
