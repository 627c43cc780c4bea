"""Search 100,000 notes, beside LIKE over the same texts in the same kind of encrypted file.

LIKE stops at fifty hits too. Where hits are many it therefore hardly works at all, so those words are also held
against LIKE that looks through everything, which is what it does whenever there are fewer than fifty.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import apsw

from benchmarks.rows import Row, against_peer, medians_ms
from benchmarks.vaults import bare_database, new_case
from evidence_store import NewPart, Vault

ROUNDS = 15
NOTES = 100_000
_QUICK_NOTES = 2_000
_LIMIT = 50
_ACT = 5_000
_SEED = 20261123
_WORDS_A_NOTE = 12
_ALL_HITS = 1 << 30
_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "r", "st", "v")
_RARE = "skolebestyrelsesmøde"  # begins with a common letter, or LIKE would skip from one rare letter to the next
_RARE_EVERY = 5_000
_COMMON = "gruppen"
_PAIR = "kb"  # both letters are common, side by side they never stand


def rows(*, quick: bool = False) -> list[Row]:
    """A rare word, the middle of a word, many words, and what LIKE does itself."""
    notes = _texts(_QUICK_NOTES if quick else NOTES)
    schema = "CREATE TABLE note(n INTEGER PRIMARY KEY, text TEXT NOT NULL)"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with new_case(folder) as case, bare_database(folder, schema) as bare:
            numbers = _keep(case.vault, case.chains.evidence, bare, notes)
            return _rows_of(case.vault, bare, numbers, len(notes))


def _rows_of(vault: Vault, bare: apsw.Connection, numbers: list[int], count: int) -> list[Row]:
    label = f"search {count} notes"
    rare = _RARE
    middle = _RARE[3:-4]
    nothing = "findes slet ikke"
    found = []
    for what, text in (("rare word", rare), ("middle of a word", middle), ("no hit", nothing)):
        ours, like = _both(vault, bare, numbers, text, _LIMIT)
        found.append(against_peer(f"{label}, {what}", ours, like, "LIKE, first 50", 0.05))
    for what, text in (("common word", _COMMON), ("middle of common words", "uppe")):
        ours, like = _both(vault, bare, numbers, text, _ALL_HITS)
        found.append(against_peer(f"{label}, {what}", ours, like, "LIKE over everything", 0.05))
    ours, like = _both(vault, bare, numbers, _PAIR, _LIMIT)
    found.append(
        against_peer(f"{label}, two letters, no index", ours, like, "LIKE, first 50", 1.05)
    )
    return found


def _both(
    vault: Vault, bare: apsw.Connection, numbers: list[int], text: str, like_limit: int
) -> tuple[float, float]:
    """Medians of ours and of LIKE, once both have found the same."""
    mine = [entry.seq for entry in vault.search(text, _LIMIT)]
    if mine != [numbers[n] for n in _like(bare, text, like_limit)][:_LIMIT]:
        raise RuntimeError(f"the two searches for {text!r} differ: nothing was measured")
    works: tuple[Callable[[], object], ...] = (
        lambda: vault.search(text, _LIMIT),
        lambda: _like(bare, text, like_limit),
    )
    ours, like = medians_ms(ROUNDS, *works)
    return ours, like


def _like(bare: apsw.Connection, text: str, limit: int) -> list[int]:
    sql = "SELECT n FROM note WHERE text LIKE ? ORDER BY n DESC LIMIT ?"
    return [n for (n,) in bare.execute(sql, (f"%{text}%", limit))]


def _keep(vault: Vault, chain: str, bare: apsw.Connection, notes: list[str]) -> list[int]:
    """Put the same notes into both; answers the place in the chain of each."""
    facts = [NewPart("facts", b'{"kind":"note","version":1}')]
    places: list[int] = []
    for start in range(0, len(notes), _ACT):
        some = notes[start : start + _ACT]
        with vault.act() as act:
            for text in some:
                entry = act.append(chain, facts, time="2026-11-23T13:03:11.042Z", index_text=text)
                places.append(entry.id.seq)
        with bare:
            bare.executemany("INSERT INTO note VALUES(?, ?)", list(enumerate(some, start=start)))
    return places


def _texts(count: int) -> list[str]:
    """Notes of made words, a few of them very common, as in any language; in lower case, as the index has them."""
    chance = random.Random(_SEED)
    words = sorted({"".join(_syllable(chance) for _ in range(2 + n % 3)) for n in range(8000)})
    chance.shuffle(words)
    words[20] = _COMMON
    weights = [1 / (place + 2) for place in range(len(words))]
    texts = []
    for number in range(count):
        picked = chance.choices(words, weights, k=_WORDS_A_NOTE)
        if number % _RARE_EVERY == _RARE_EVERY // 3 or (count < _RARE_EVERY and number == 7):
            picked[3] = _RARE
        texts.append(" ".join(picked))
    return texts


def _syllable(chance: random.Random) -> str:
    return chance.choice(_ONSETS) + chance.choice("aeioøåy") + chance.choice("lnrst")
