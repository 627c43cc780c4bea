"""Check the tokens that a vault holds, each against the entry that it is for. Needs no network, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from app.actions.cases import case_chains
from app.casework import decode
from app.casework.kinds.timestamp import (
    TIMESTAMP,
    Timestamp,
    TimestampCertificates,
    TimestampFacts,
)
from app.clock import stamp
from evidence_store import (
    Anchored,
    Check,
    CheckName,
    CheckState,
    EntryId,
    Finding,
    FindingKind,
    Report,
    StoredEntry,
    Vault,
    VaultError,
    Verdict,
    anchored_verdict,
)

if TYPE_CHECKING:
    from app.anchor import Judged

_MOST_BYTES = 64 * 1024
_TAG = TIMESTAMP.tag.encode()


class CheckedStamps(msgspec.Struct):
    """What was found: the tokens in order, and findings about the others."""

    anchored: list[Anchored] = []
    findings: list[Finding] = []


class SeenStamps:
    """The entries of tokens among all that are read while a vault is checked."""

    def __init__(self) -> None:
        self._entries: list[StoredEntry] = []

    def see(self, entry: StoredEntry) -> None:
        """Keep an entry, if it is one of a token."""
        facts = entry.part("facts")
        if facts is not None and facts.body is not None and _TAG in facts.body:
            self._entries.append(entry)

    def added_to(self, report: Report, vault: Vault, trusted: frozenset[str]) -> Report:
        """Return a report on the vault with what its tokens add; the same where there is none.

        Args:
            report: what was found of the rest.
            vault: the open vault.
            trusted: SHA-256 of the roots that are relied on, as hex.
        """
        checked, chains = CheckedStamps(), frozenset(each.evidence for each in case_chains(vault))
        for entry in sorted(self._entries, key=lambda each: (each.id.chain, each.id.seq)):
            if entry.id.chain in chains:
                _check(entry, vault, trusted, checked)
        count = len(checked.anchored) + len(checked.findings)
        if not count:
            return report
        state = CheckState.FAILED if checked.findings else CheckState.PASSED
        findings, anchored = (*report.findings, *checked.findings), tuple(checked.anchored)
        return replace(
            report,
            verdict=anchored_verdict(findings, anchored, chains),
            findings=findings,
            checks=(*report.checks, Check(CheckName.TIMESTAMPS, state, count)),
            anchored=anchored,
        )


def _check(
    entry: StoredEntry, vault: Vault, trusted: frozenset[str], checked: CheckedStamps
) -> None:
    decoded = decode(entry)
    if not isinstance(decoded.parts.get("facts"), TimestampFacts):
        return
    found = TIMESTAMP.make(decoded)
    try:
        with vault.open_object(entry.id) as file:
            reply = file.read(_MOST_BYTES)
    except VaultError:
        return  # erased, or damaged: that is told elsewhere
    wrong = judged = None
    try:
        judged = _judged(found, reply, vault, trusted)
        wrong = judged.wrong
    except (VaultError, ValueError):
        wrong = "head"
    if judged is not None and judged.at is not None and not wrong:
        wrong = "" if stamp(judged.at) == found.facts.at else "time"
    if wrong or judged is None or judged.at is None:
        checked.findings.append(
            Finding(
                FindingKind.TIMESTAMP,
                Verdict.ALTERED,
                entry.id.chain,
                entry.id.seq,
                found=wrong or "",
            )
        )
        return
    checked.anchored.append(
        Anchored(
            chain=entry.id.chain,
            seq=found.facts.head.seq,
            at=stamp(judged.at),
            by=judged.signer,
            root=judged.root,
            known=judged.known,
            token=entry.id.seq,
        )
    )


def _judged(found: Timestamp, reply: bytes, vault: Vault, trusted: frozenset[str]) -> Judged:
    from app.anchor import judge_token

    head: EntryId = found.facts.head
    if head.chain != found.entry.chain or not 0 <= head.seq < found.entry.seq:
        raise ValueError("a head that it cannot have")
    kept = found.certificates
    beside = kept.certificates if isinstance(kept, TimestampCertificates) else ()
    return judge_token(reply, bytes.fromhex(vault.entry(head).hash), beside, trusted)
