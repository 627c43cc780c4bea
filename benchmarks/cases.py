"""What a long case costs: opening it, and sealing one more entry into it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from statistics import median

import msgspec

from app.actions.cases import case_chains, open_case
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.note import NOTE
from app.cli.listing import line_of
from app.clock import SystemClock
from app.language import Language
from benchmarks.rows import Row, against_peer, timed_ms
from benchmarks.vaults import (
    MACHINE,
    PASSPHRASE,
    bare_database,
    fill,
    new_case,
    note,
    open_vault,
    vault_path,
)
from evidence_store import Vault
from evidence_store.connection import PARAMETERS, open_file

ROUNDS = 5
APPENDS = 41
LARGE, MIDDLE, SMALL = 10_000, 1_000, 10
_QUICK = 500
_LOCALES = Path(__file__).resolve().parents[1] / "resources" / "locales"
_SHORT_NOTE = "Leder har fået besked, og opslaget er stadig synligt for alle i gruppen."


def rows(*, quick: bool = False) -> list[Row]:
    """Opening and appending, on the same vaults."""
    large = _QUICK if quick else LARGE
    counts = {"large": large, "middle": large // 10, "small": SMALL}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with new_case(folder, "empty"):
            pass
        for kind, count in counts.items():
            with new_case(folder, kind) as case:
                fill(case, count)
        return _open_rows(folder, counts) + _append_rows(folder, counts)


# -- opening ---------------------------------------------------------------------------------------


def _open_rows(folder: Path, counts: dict[str, int]) -> list[Row]:
    language = Language("da", _LOCALES)
    works: dict[str, Callable[[], object]] = {"unlock": lambda: open_vault(folder, "empty").close()}
    for kind in ("large", "middle"):
        works[f"{kind} folded"] = partial(_open, folder, kind, None)
        works[f"{kind} listed"] = partial(_open, folder, kind, language)
        works[f"{kind} least"] = partial(_read, vault_path(folder, kind))
    spent = _in_turn(works)
    unlock = spent.pop("unlock")
    over = {name: ms - unlock for name, ms in spent.items()}
    large, middle = counts["large"], counts["middle"]
    times = large / middle
    label = f"open {large} entries"
    return [
        against_peer(
            f"{label}, folded",
            over["large folded"],
            1000,
            "promise",
            1.0,
            limit=over["large least"],
        ),
        against_peer(
            f"{label}, folded and listed",
            over["large listed"],
            1000,
            "promise",
            1.0,
            limit=over["large least"],
        ),
        against_peer(
            f"{label}, each, against {middle}",
            over["large listed"] / times,
            over["middle listed"],
            f"ours at {middle}, as many",
            1.2,
        ),
    ]


def _open(folder: Path, kind: str, language: Language | None) -> None:
    """Unlock, fold, and with a language also make every line of the list."""
    with open_vault(folder, kind) as vault:
        (chains,) = case_chains(vault)
        case = open_case(vault, chains.case_id, clock=SystemClock(), machine=MACHINE)
        if language is None:
            return
        state = case.state
        items = [exhibit.original for exhibit in state.exhibits]
        items += [row.id for some in (state.of(INCIDENT), state.of(NOTE)) for row in some]
        for item in items:
            line_of(case, item, language)


def _read(path: Path) -> None:
    """The least: unlock, read the same rows, decode their JSON into nothing in particular."""
    db = open_file(path, PASSPHRASE.encode(), 0, PARAMETERS).db
    try:
        db.execute("SELECT * FROM entry ORDER BY n").fetchall()
        sql = "SELECT * FROM part JOIN opening ON opening.part = part.n ORDER BY part.n"
        for row in db.execute(sql):
            msgspec.json.decode(row[-1])
    finally:
        db.close()


def _in_turn(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median of each; all in every round, for what one needs more than another is what counts here."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS + 1):
        for name, work in works.items():
            times[name].append(timed_ms(work))
    return {name: median(found[1:]) for name, found in times.items()}


# -- appending -------------------------------------------------------------------------------------


def _append_rows(folder: Path, counts: dict[str, int]) -> list[Row]:
    """Seal short notes, in turn here and there and in a bare table: the disk has its moods."""
    times: dict[str, list[float]] = {"small": [], "large": [], "bare": []}
    with ExitStack() as stack:
        bare = stack.enter_context(bare_database(folder, "CREATE TABLE note(body TEXT)"))
        cases = {}
        for kind in ("small", "large"):
            vault: Vault = stack.enter_context(open_vault(folder, kind))
            (chains,) = case_chains(vault)
            cases[kind] = open_case(vault, chains.case_id, clock=SystemClock(), machine=MACHINE)
        for number in range(APPENDS + 2):
            words = f"{_SHORT_NOTE} {number}"
            for kind, case in cases.items():
                times[kind].append(timed_ms(lambda c=case, w=words: c.seal(note(w))))  # type: ignore[misc]  # bound now
            times["bare"].append(
                timed_ms(lambda w=words: bare.execute("INSERT INTO note VALUES(?)", (w,)))  # type: ignore[misc]  # bound now
            )
    small, large, least = (median(times[kind][2:]) for kind in ("small", "large", "bare"))
    label = f"append at {counts['large']} entries"
    return [against_peer(label, large, small, f"ours at {counts['small']}", 1.2, limit=least)]
