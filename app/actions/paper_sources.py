"""What a print is compared with: the reports and entries of a vault, or of a package, found by what a code names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec

from app.casework import decode
from app.casework.kinds.dossier import DossierFacts
from app.dossier import PageCode, ReceiptSquare
from app.handover import read_report
from evidence_store import (
    EntryId,
    ObjectBody,
    UnknownChainError,
    UnknownEntryError,
    Vault,
    receipt_code,
)


class SealedReport(msgspec.Struct, frozen=True):
    """A report as it was sealed; ``pdf`` is empty where only its log is known.

    Attributes:
        code: of the entry that was named: of the head of the log before the report.
        exhibits: fingerprint and time of each shown picture, by the exhibit's number.
        pdf: the report.
    """

    code: str
    exhibits: Mapping[int, tuple[str, str]]
    pdf: bytes = b""


Named = PageCode | ReceiptSquare
Find = Callable[[Named], SealedReport | None]


def in_package(paths: Sequence[Path]) -> Find:
    """Return how what a code names is found in a package.

    Args:
        paths: the package, or all its parts.

    Raises:
        PackageUnreadableError: its report or log cannot be read.
    """
    report = read_report(paths)
    exhibits = {
        each.number: (report.shown.get(each.shown) or "", report.times.get(each.shown) or "")
        for each in report.facts.exhibits
    }
    sealed = SealedReport(receipt_code(report.head_hash), exhibits, report.pdf)

    def find(named: Named) -> SealedReport | None:
        if isinstance(named, PageCode):
            return sealed if named.head == report.facts.head else None
        found = report.hashes.get(named.head)
        return SealedReport(receipt_code(found), {}) if found else None

    return find


def in_vault(vault: Vault) -> Find:
    """Return how what a code names is found in a vault. It raises VaultError where the vault cannot be read."""
    found: dict[EntryId, SealedReport | None] = {}

    def find(named: Named) -> SealedReport | None:
        if isinstance(named, ReceiptSquare):
            return _entry(vault, named.head)
        if named.head not in found:
            found[named.head] = _sealed_after(vault, named.head)
        return found[named.head]

    return find


def found_for(vault: Vault, codes: Sequence[Named]) -> Find:
    """Return how these are found, once the vault is not asked any more. Raises VaultError."""
    find = in_vault(vault)
    sealed = {code: find(code) for code in codes}
    return sealed.get


def _entry(vault: Vault, id: EntryId) -> SealedReport | None:
    try:
        return SealedReport(receipt_code(vault.entry(id).hash), {})
    except (UnknownEntryError, UnknownChainError):
        return None


def _sealed_after(vault: Vault, head: EntryId) -> SealedReport | None:
    """Return the report that was sealed after an entry; None where the vault has no such entry or report."""
    report = EntryId(head.chain, head.seq + 1)
    try:
        before, after = vault.entry(head), decode(vault.entry(report))
    except (UnknownEntryError, UnknownChainError):
        return None
    facts = after.parts.get("facts")
    if not isinstance(facts, DossierFacts):
        return SealedReport(receipt_code(before.hash), {})
    entries = {each.shown: decode(vault.entry(each.shown)) for each in facts.exhibits}

    def sha256(id: EntryId) -> str:
        body = entries[id].parts.get("object")
        return body.sha256 if isinstance(body, ObjectBody) else ""

    with vault.open_object(report) as stream:
        pdf = stream.read()
    exhibits = {
        each.number: (sha256(each.shown), entries[each.shown].time or "") for each in facts.exhibits
    }
    return SealedReport(receipt_code(before.hash), exhibits, pdf)
