"""What Windows kept, looked at from Linux."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.actions.cases import open_case
from app.actions.open_case import OpenCase
from app.clock import SystemClock
from app.picture import Pixels, decode_own_png
from evidence_store import EntryId, HeadMemory, Vault
from tests.e2e.walk.house import MACHINE
from tests.windows.walking import PHRASE


@contextmanager
def opened(vault: Path, heads: Path, phrase: str = PHRASE) -> Iterator[OpenCase]:
    """The one case of a vault that Windows wrote."""
    with Vault.open(vault, phrase, heads=HeadMemory(heads)) as kept:
        (case_id,) = {chain.case_id for chain in kept.chains()}
        yield open_case(kept, case_id, clock=SystemClock(), machine=MACHINE)


def picture_of(case: OpenCase, entry: EntryId) -> Pixels:
    """The sealed picture of an entry, whose every byte is ours."""
    with case.vault.open_object(entry) as source:
        return decode_own_png(source.read())
