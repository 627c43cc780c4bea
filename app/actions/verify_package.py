"""Check a package. Changes nothing, and answers separate facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.handover import VerifierFiles, VerifierMissingError, load_verifier_files, verify_together
from evidence_store import Report


def verify_package(
    path: Path,
    *others: Path,
    expect: str | None = None,
    resources: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    trusted: frozenset[str] = frozenset(),
) -> Report:
    """Check a package, as a folder or as the zip it came in.

    Args:
        path: folder or zip.
        others: further parts of the same package, which are checked together with it.
        expect: a receipt code that came another way; None for none.
        resources: where our own travelling verifiers lie, to compare the package's with.
        progress: told (bytes read, bytes in all) between two slices. What it raises ends the check.
        trusted: SHA-256 of the roots of timestamp authorities that are relied on, as hex.

    Raises:
        ReceiptFormatError: ``expect`` is no receipt code.
        NotOnePackageError: the others are no parts of the same package.
    """
    return verify_together(
        (path, *others),
        expect=expect,
        verifier=_own(resources),
        progress=progress,
        trusted=trusted,
    )


def _own(resources: Path | None) -> VerifierFiles | None:
    try:
        return load_verifier_files(resources / "verifier") if resources is not None else None
    except VerifierMissingError:
        return None  # the report says that this was not compared
