"""A vault made ready to be copied and hurt, and the look at what is left of a copy.

Two things are smaller than in the product, since thousands of copies are hurt and looked at:
- The key is derived in no time. A process derives it before it is traced.
- A row of an object has 64 KiB instead of 1 MiB, and a file is staged one row a transaction instead of eight, so that
  100 KiB take the road of a film: several transactions, then the one with the entry. Pages are as large as ever.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import msgspec

import evidence_store.objects
import evidence_store.staging
from app.actions.cases import begin_case, case_chains
from app.actions.copy_elsewhere import copy_now, recovery_key, restore_copy
from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.casework.kinds.note import NoteFacts
from app.clock import SystemClock
from evidence_store import HeadMemory, Vault, VaultError, Verdict, WrongPassphraseError
from tests.fakes.keys import QUICK_KEYS
from tests.written import write_note

PASSPHRASE = "seks danske ord"
MACHINE = MachineFacts(device="pc", program="Bevismappe test", python="", qt="", os="")


@contextmanager
def small_scale() -> Iterator[None]:
    """Vaults used inside have short rows of objects, and short staging."""
    with (
        mock.patch.object(evidence_store.objects, "CHUNK_BYTES", 64 * 1024),
        mock.patch.object(evidence_store.staging, "_CHUNKS", 1),
    ):
        yield


def open_vault(
    path: Path, heads: Path, *, wait_s: float = 0, passphrase: str = PASSPHRASE
) -> Vault:
    """Open a vault that was made here."""
    return Vault.open(
        path, passphrase, heads=HeadMemory(heads), wait_s=wait_s, parameters=QUICK_KEYS
    )


class Place(msgspec.Struct, frozen=True):
    """Where a vault and the memory of its heads lie."""

    vault: Path
    heads: Path

    def copy(self, folder: Path) -> Place:
        """The same, in a folder of its own."""
        fresh = Place(folder / self.vault.name, folder / "heads")
        shutil.copyfile(self.vault, fresh.vault)
        shutil.copytree(self.heads, fresh.heads)
        return fresh

    def open(self, *, wait_s: float = 0, phrases: Sequence[str] = (PASSPHRASE,)) -> Vault:
        """Open it, by whichever of the passphrases fits; nobody else has it."""
        for phrase in phrases[:-1]:
            try:
                return open_vault(self.vault, self.heads, wait_s=wait_s, passphrase=phrase)
            except WrongPassphraseError:
                continue
        return open_vault(self.vault, self.heads, wait_s=wait_s, passphrase=phrases[-1])


def copied_to(vault: Path) -> Path:
    """Where such a vault is copied, beside it."""
    return vault.parent / "stick"


def make_vault(folder: Path) -> Place:
    """A vault with one case and a note in it, closed."""
    folder.mkdir(parents=True)
    place = Place(folder / "vault.bevismappe", folder / "heads")
    heads = HeadMemory(place.heads)
    with Vault.create(place.vault, PASSPHRASE, heads=heads, parameters=QUICK_KEYS) as vault:
        case = begin_case(vault, clock=SystemClock(), machine=MACHINE, title="Sagen")
        write_note(case, "sealed before", NoteFacts())
    return place


def open_only_case(vault: Vault) -> OpenCase:
    """The case of such a vault."""
    (chains,) = case_chains(vault)
    return OpenCase(vault, chains, SystemClock(), MACHINE)


class Left(msgspec.Struct, frozen=True):
    """What was found of a vault afterwards.

    Attributes:
        found: how many entries were there beyond those of the prepared vault.
        problem: what is wrong with it, or "".
    """

    found: int
    problem: str = ""


def look(
    place: Place,
    before: int,
    groups: Sequence[int],
    acknowledged: Sequence[int],
    phrases: Sequence[str] = (),
) -> Left:
    """Open what is left, check all of it, and do one more act.

    Args:
        place: the vault.
        before: seq of the last entry of the prepared vault.
        groups: how many entries each act seals, in order.
        acknowledged: the last seq of each act that was acknowledged.
        phrases: see ``Hurt``; it has to open with that of the last acknowledged act, or of the one under way.
    """
    done = len(acknowledged)
    try:
        with place.open(phrases=phrases[done : done + 2] or (PASSPHRASE,)) as vault:
            case = open_only_case(vault)
            found = vault.head(case.chains.evidence).id.seq - before
            problem = (
                _not_well(vault)
                or _not_whole(found, groups)
                or _lost(found + before, groups, acknowledged)
                or _left_over(vault)
                or _objects(case)
                or _copied(place, vault, max(acknowledged, default=0))
                or _next_act(case)
            )
    except VaultError as error:
        return Left(-1, f"cannot be opened or read: {type(error).__name__}")
    return Left(found, problem)


def _not_well(vault: Vault) -> str:
    report = vault.verify()
    kinds = [finding.kind for finding in report.findings]
    return "" if report.verdict is Verdict.CONSISTENT else f"{report.verdict}: {kinds}"


def _not_whole(found: int, groups: Sequence[int]) -> str:
    whole = {sum(groups[:count]) for count in range(len(groups) + 1)}
    return "" if found in whole else f"half an act: {found} entries"


def _lost(last: int, groups: Sequence[int], acknowledged: Sequence[int]) -> str:
    highest = max(acknowledged, default=-1)
    if highest > last:
        return f"lost: entry {highest} was acknowledged, the last is {last}"
    # Acts come one after the other: beyond the acknowledged ones only the next can have been under way.
    under_way = groups[len(acknowledged)] if len(acknowledged) < len(groups) else 0
    if acknowledged and last > highest + under_way:
        return f"more than one act beyond entry {highest}: the last is {last}"
    return ""


def _left_over(vault: Vault) -> str:
    """Opening sweeps what no entry has; every object in the file must belong to one."""
    with vault._using() as db:
        sql = "SELECT count(DISTINCT object) FROM chunk WHERE object NOT IN "
        stray = db.execute(sql + "(SELECT object FROM entry WHERE object IS NOT NULL)").get
        staged = db.execute("SELECT count(*) FROM staged").get
    return f"leftovers: {stray} objects, {staged} staged" if stray or staged else ""


def _objects(case: OpenCase) -> str:
    for exhibit in case.state.exhibits:
        with case.vault.open_object(exhibit.original) as stream:
            digest = hashlib.sha256(stream.read())
        entry = case.vault.entry(exhibit.original)
        part = entry.part("object")
        if part is None or digest.hexdigest().encode() not in (part.body or b""):
            return f"the object of entry {entry.id.seq} is another"
    return ""


def _copied(place: Place, vault: Vault, acknowledged: int) -> str:
    """A vault made of the copy has all that was said to be in it; copied on, it has everything."""
    stick = copied_to(place.vault)
    if not stick.exists():
        return ""
    evidence = open_only_case(vault).chains.evidence
    last, key = vault.head(evidence).id.seq, recovery_key(vault)
    again = Place(place.vault.with_name("again.bevismappe"), stick / "heads")
    for least in (acknowledged, last):
        if least == last:
            copy_now(vault, clock=SystemClock())
        made = restore_copy(stick, key, again.vault, PASSPHRASE, parameters=QUICK_KEYS)
        with again.open() as restored:
            found = restored.head(evidence).id.seq
        again.vault.unlink()
        if made.damaged or made.unfit or made.lacking:
            return f"the copy is not whole: {made}"
        if found < least:
            return f"lost in the copy: entry {least} was copied, the last is {found}"
    return ""


def _next_act(case: OpenCase) -> str:
    before = case.vault.head(case.chains.evidence).id.seq
    entry = write_note(case, "the next act", NoteFacts())
    return "" if entry.seq == before + 1 else f"the next act got seq {entry.seq}"
