"""The text files that make a folder a BagIt 1.0 bag. Pure.

Nothing in them tells of the machine or the moment of packing: date and name come from the ledger.
Source: RFC 8493; docs/format.md, "Package".
"""

from __future__ import annotations

from collections.abc import Mapping

from evidence_store import StoredEntry, receipt_code

PACKAGE_FORMAT = 1
BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def bag_info(last: StoredEntry, payload_sizes: Mapping[str, int]) -> bytes:
    """Return the text of bag-info.txt.

    Args:
        last: the entry that sealed the dossier.
        payload_sizes: size in bytes of each file under ``data/``.
    """
    return (
        f"Bevismappe-Package: {PACKAGE_FORMAT}\n"
        f"Bagging-Date: {last.time[:10]}\n"
        f"External-Identifier: {receipt_code(last.hash)} /{last.id.seq}\n"
        f"Payload-Oxum: {sum(payload_sizes.values())}.{len(payload_sizes)}\n"
    ).encode("ascii")


def manifest(digests: Mapping[str, str]) -> bytes:
    """Return a list of files as ``sha256sum -c`` reads it: SHA-256, two spaces, path, in the order of paths."""
    return "".join(f"{digests[path]}  {path}\n" for path in sorted(digests)).encode("ascii")
