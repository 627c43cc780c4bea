"""Check a vault. Changes nothing, and answers separate facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import structs

from app.actions.cases import case_chains
from app.casework import Decoded, decode, fold
from evidence_store import Report, Vault


def verify_vault(
    vault: Vault, *, expect: str = "", progress: Callable[[int, int], None] | None = None
) -> Report:
    """Check every entry, part and object, and compare with the heads remembered on this computer.

    Findings get the number of the exhibit they concern.

    Args:
        vault: the open vault.
        expect: a receipt code got another way, or "".
        progress: told (bytes of objects read, bytes in all) between two slices, (0, 0) while nobody knows. It may use
            the vault, also to seal, and what it raises ends the check.

    Raises:
        ReceiptFormatError: ``expect`` is no receipt code.
    """
    report = vault.verify(expect=expect, progress=progress)
    if not report.findings:
        return report
    numbers = _exhibit_numbers(vault, progress or (lambda _done, _total: None))
    named = tuple(
        structs.replace(finding, exhibit=numbers.get((finding.chain, finding.seq)))
        for finding in report.findings
    )
    return structs.replace(report, findings=named)


def _exhibit_numbers(
    vault: Vault, progress: Callable[[int, int], None]
) -> dict[tuple[str, int | None], int]:
    """The exhibit that each entry of an original, a view or a working copy belongs to."""
    numbers: dict[tuple[str, int | None], int] = {}

    def decoded(chain: str) -> Iterator[Decoded]:
        for entry in vault.entries(chain):
            yield decode(entry)
            progress(0, 0)

    for chains in case_chains(vault):
        state = fold(decoded(chains.evidence))
        for exhibit in state.exhibits:
            entries = [exhibit.original]
            entries += [view.entry for view in exhibit.views]
            entries += [copy.entry for copy in exhibit.copies]
            numbers |= {(entry.chain, entry.seq): exhibit.number for entry in entries}
    return numbers
