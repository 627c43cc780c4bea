"""Whether something is one of our packages at all, and of a format that we know.

A folder or zip of somebody else was not altered: it was never ours. And a later format is judged by nobody who does not
know it.
"""

from __future__ import annotations

import re

from app.handover.layout import BAG_INFO, DOSSIER, LEDGER, PACKAGE_FORMAT
from app.handover.tree import PackageTree, UnreadablePackageError
from evidence_store import FindingKind

_START = 64
_PACKAGE = re.compile(rb"Bevismappe-Package: ([0-9]{1,9})(?:\n|\Z)")
_LEDGER = re.compile(rb"bevismappe/ledger/([0-9]{1,9})(?:\n|\Z)")
_LEDGER_FORMAT = 1


def is_our_package(tree: PackageTree) -> bool:
    """Return whether it is a package of this program, whole or not."""
    marked = LEDGER in tree.files or DOSSIER in tree.files
    return marked or _start_of(tree, BAG_INFO).startswith(b"Bevismappe-Package:")


def refuse_newer(tree: PackageTree) -> None:
    """Check the formats of package and log.

    Raises:
        UnreadablePackageError: one is later than those known here.
    """
    for path, form, known in (
        (BAG_INFO, _PACKAGE, PACKAGE_FORMAT),
        (LEDGER, _LEDGER, _LEDGER_FORMAT),
    ):
        match = form.match(_start_of(tree, path))
        if match is not None and int(match[1]) > known:
            raise UnreadablePackageError(FindingKind.NEWER_FORMAT, match[1].decode("ascii"), path)


def _start_of(tree: PackageTree, path: str) -> bytes:
    if path not in tree.files:
        return b""
    try:
        with tree.open(path) as stream:
            return stream.read(_START)
    except OSError:
        return b""  # told when all files are read
