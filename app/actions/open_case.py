"""A case that is open: its two chains, its state, and the one way in which acts seal entries into it.

Every entry gets who acted and on which machine, so no act can forget it. An act is one transaction; the state
follows only what was committed.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from app.actions.machine import MachineFacts
from app.casework import (
    CaseState,
    Machine,
    OnlyAnExampleError,
    Part,
    Person,
    apply,
    decode,
    encode_parts,
    fold,
    index_text,
)
from app.casework.kinds.dossier import DeliveryFacts, DossierFacts
from app.casework.kinds.hidden import Hidden
from app.casework.kinds.shared_text import SharedTextFacts
from app.casework.kinds.working_copy import WorkingCopyFacts
from app.clock import Clock, Moment, stamp
from app.vocabulary import Zone
from evidence_store import (
    Act,
    CaseChains,
    EntryId,
    EraseTarget,
    Head,
    NewObject,
    NewPart,
    StagedObject,
    StoredEntry,
    Vault,
)

# What may be tried out in the example: nothing that a person writes down or brings in.
_IN_EXAMPLE = (WorkingCopyFacts, DossierFacts, DeliveryFacts, Hidden, SharedTextFacts)


class CaseAct:
    """One act of the user on one case, inside one transaction.

    Attributes:
        sealed: the entries so far, in their order; they stand once the transaction is committed.
        erased: whether something that was folded before is gone.
    """

    def __init__(self, case: OpenCase, act: Act) -> None:
        self._case = case
        self._act = act
        self.sealed: list[StoredEntry] = []
        self.erased = False

    def seal(
        self,
        parts: Mapping[str, Part],
        *,
        zone: Zone = Zone.EVIDENCE,
        moment: Moment | None = None,
        content: NewObject | StagedObject | None = None,
        thumbnail: bytes | None = None,
    ) -> StoredEntry:
        """Append one entry.

        Args:
            parts: the entry's parts by name, ``facts`` first.
            zone: the chain it goes to.
            moment: when it was made; now, if nothing is said.
            content: bytes kept with it.
            thumbnail: small picture for lists.

        Raises:
            UnwritableTextError: a text cannot be written as UTF-8.
            UnreadableRecordError: a part would not read back as what it says; nothing was written.
            OnlyAnExampleError: it is the example, and this is nothing that it takes; nothing was written.
            VaultError: see ``Act.append``; what it raises undoes the whole act.
        """
        case = self._case
        if case.example and not isinstance(parts["facts"], _IN_EXAMPLE):
            raise OnlyAnExampleError
        moment = moment or case.clock.now()
        entry = self._act.append(
            case.chain(zone),
            self._parts(parts, moment),
            time=stamp(moment.utc),
            object=content,
            thumbnail=thumbnail,
            index_text=index_text(parts),
        )
        self.sealed.append(entry)
        return entry

    def name_loss(self, lost: Head, parts: Mapping[str, Part], *, zone: Zone) -> StoredEntry:
        """Append an entry that names an entry which is lost. Raises as ``seal``.

        Args:
            lost: the last entry that was known of a chain.
            parts: its further parts.
            zone: the chain it goes to.
        """
        moment = self._case.clock.now()
        entry = self._act.restored(
            self._case.chain(zone),
            lost,
            self._parts(parts, moment),
            time=stamp(moment.utc),
            index_text=index_text(parts),
        )
        self.sealed.append(entry)
        return entry

    def erase(
        self,
        targets: Sequence[EraseTarget],
        parts: Mapping[str, Part],
        *,
        zone: Zone,
        nameless: bool = False,
    ) -> tuple[StoredEntry, tuple[EntryId, ...]]:
        """Erase parts of entries, with the drafts about them, and append the entry that says so.

        Args:
            targets: what goes.
            parts: further parts of that entry.
            zone: the chain it goes to.
            nameless: whether it says nothing of who acted and on which machine: a whole case goes.

        Returns:
            That entry, and the entries that hold the same bytes as something erased, and stay.

        Raises:
            OnlyAnExampleError: it is the example; nothing was erased.
            VaultError: see ``Act.erase``; what it raises undoes the whole act.
        """
        case = self._case
        if case.example:
            raise OnlyAnExampleError
        moment = case.clock.now()
        said = (
            [NewPart(name, body) for name, body in encode_parts(parts).items()]
            if nameless
            else self._parts(parts, moment)
        )
        entry = self._act.erase(case.chain(zone), targets, said, time=stamp(moment.utc))
        for target in targets:
            self._act.drop_drafts_about(target.id)
        self.sealed.append(entry)
        self.erased = True
        return entry, tuple(dict.fromkeys(holder for _, holder in entry.still_held))

    def keep_chain(self, entries: Sequence[StoredEntry]) -> int:
        """Keep somebody else's chain with the case, or what is new of it; return how many entries were written.

        Raises:
            OnlyAnExampleError: it is the example; nothing was kept.
            ForeignChainError: see ``Act.keep_chain``.
        """
        if self._case.example:
            raise OnlyAnExampleError
        return self._act.keep_chain(self._case.chains.case_id, entries)

    def forget_case(self, register: tuple[str, Callable[[str], bool]]) -> None:
        """Delete the drafts of the case, and what the vault keeps beside the log of who is called by another name.

        Args:
            register: the name of those rows, and which of them are of the case.
        """
        chains = self._case.chains
        self._act.drop_drafts_of((chains.case_id, chains.evidence, chains.private))
        self._act.drop_rows(*register)

    def _parts(self, parts: Mapping[str, Part], moment: Moment) -> list[NewPart]:
        case = self._case
        author = case.state.author
        machine = Machine(
            device=case.machine.device,
            boot_id=moment.boot_id,
            monotonic_ms=moment.monotonic_ns // 1_000_000,
            since_boot_ms=moment.since_boot_ns // 1_000_000,
            clock_check=moment.check,
            program=case.machine.program,
            os=case.machine.os,
        )
        every = {
            **parts,
            "person": Person(actor=author.name if author else ""),
            "machine": machine,
        }
        return [NewPart(name, body) for name, body in encode_parts(every).items()]

    def drop_draft(self, key: str) -> None:
        """Drop the draft that says what is sealed here: both, or neither. "" drops nothing."""
        if key:
            self._act.drop_draft(key)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Make many values that all stay, without looking for circles among them again and again.

    Opening a case of 10,000 entries took a tenth less so, one of 1,000 half.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


class OpenCase:
    """One case of an open vault.

    Attributes:
        vault: the vault it lives in.
        chains: ids of the case and its chains.
        clock: where acts ask the time.
        machine: what is noted of the machine.
        state: the case as all committed entries make it.
        example: whether it is the example case, filled: what is written down is refused from then on.
    """

    def __init__(
        self, vault: Vault, chains: CaseChains, clock: Clock, machine: MachineFacts
    ) -> None:
        self.vault = vault
        self.chains = chains
        self.clock = clock
        self.machine = machine
        self.example = False
        self.state: CaseState = self._fold()

    def _fold(self) -> CaseState:
        with _without_collecting():
            return fold(
                decode(entry)
                for chain in (self.chains.evidence, self.chains.private)
                for entry in self.vault.entries(chain)
            )

    def chain(self, zone: Zone) -> str:
        """Id of the chain of that zone."""
        return self.chains.private if zone is Zone.PRIVATE else self.chains.evidence

    @contextmanager
    def act(self) -> Iterator[CaseAct]:
        """One transaction; the state is brought up to date after the commit."""
        with self.vault.act() as inner:
            act = CaseAct(self, inner)
            yield act
        if act.erased:
            self.state = self._fold()
        else:
            self.follow(act.sealed)

    def follow(self, sealed: Sequence[StoredEntry]) -> None:
        """Bring the state up to date with entries that were just committed, in their order."""
        for entry in sealed:
            self.state = apply(self.state, decode(entry))

    def seal(
        self,
        parts: Mapping[str, Part],
        *,
        zone: Zone = Zone.EVIDENCE,
        moment: Moment | None = None,
        draft: str = "",
        content: NewObject | StagedObject | None = None,
    ) -> EntryId:
        """An act of a single entry; ``draft`` names the draft that it makes needless."""
        with self.act() as act:
            sealed = act.seal(parts, zone=zone, moment=moment, content=content).id
            act.drop_draft(draft)
            return sealed
