"""Check a package. Changes nothing, and answers separate facts."""

from __future__ import annotations

from pathlib import Path

from app.handover import verify_path
from evidence_store import Report


def verify_package(path: Path, *, expect: str = "") -> Report:
    """Check a package, as a folder or as the zip it came in.

    Raises:
        ReceiptFormatError: ``expect`` is no receipt code.
    """
    return verify_path(path, expect=expect)
