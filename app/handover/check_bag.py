"""The files that make a package a BagIt bag: exact, and complete both ways."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from app.handover.layout import (
    BAG_INFO,
    BAGIT,
    BAGIT_TXT,
    MANIFEST,
    REQUIRED,
    TAG_MANIFEST,
    TAGS,
    bag_info,
    is_known,
    is_package_name,
    name_code,
)
from app.handover.tree import Digest, PackageTree, file_finding, printable
from evidence_store import Finding, FindingKind, StoredEntry, Verdict, receipt_code

_LONGEST = 4 * 1024 * 1024
_LINE = re.compile(rb"([0-9a-f]{64})  ([ -~]{1,200})\Z")
_COUNT = re.compile(rb"Bag-Count: ([1-9][0-9]?) of ([1-9][0-9]?)\Z")
_OXUM = re.compile(rb"Payload-Oxum: [0-9]{1,20}\.[0-9]{1,9}\n\Z")


def check_bag(tree: PackageTree, digests: Mapping[str, Digest]) -> Iterator[Finding]:
    """Yield what is wrong with BagIt's own files, as far as that can be said without the ledger."""
    for path in REQUIRED:
        if path not in digests:
            yield file_finding(FindingKind.FILE_MISSING, path, Verdict.INCOMPLETE)
    if BAGIT in digests and _read(tree, BAGIT) != BAGIT_TXT:
        yield file_finding(FindingKind.BAGIT_TXT, BAGIT)
    if tree.form > 1 and BAG_INFO in digests:
        count = _bag_count(_read(tree, BAG_INFO))
        if count is not None and count[1] > 1:
            found = f"{count[0]} of {count[1]}"
            yield file_finding(FindingKind.OTHER_PARTS, BAG_INFO, Verdict.INCOMPLETE, found=found)
    payload = {path for path in digests if path.startswith("data/")}
    tags = {path for path in digests if path in TAGS}
    for manifest, wanted in ((MANIFEST, payload), (TAG_MANIFEST, tags)):
        if manifest in digests:
            yield from _check_manifest(manifest, tree, wanted, digests)


def _bag_count(text: bytes) -> tuple[int, int] | None:
    """Return which part of how many a package of format 2 says to be, or None where it does not say it rightly."""
    lines = text.split(b"\n")
    match = _COUNT.match(lines[3]) if len(lines) > 3 else None
    count = (int(match[1]), int(match[2])) if match else (1, 0)
    return count if count[0] <= count[1] else None


def _read(tree: PackageTree, path: str) -> bytes:
    """Return a small text; one that is far too long is cut, and so matches nothing."""
    with tree.open(path) as stream:
        return stream.read(_LONGEST + 1)


def _check_manifest(
    manifest: str, tree: PackageTree, wanted: Collection[str], digests: Mapping[str, Digest]
) -> Iterator[Finding]:
    text = _read(tree, manifest)
    *lines, rest = text.split(b"\n")
    if len(text) > _LONGEST:
        lines, rest = [], text
    if rest:
        yield file_finding(FindingKind.MANIFEST_FORM, manifest, found="end")
    listed: list[str] = []
    for number, line in enumerate(lines, 1):
        match = _LINE.match(line)
        path = match[2].decode("ascii") if match else ""
        if (
            match is None
            or not is_known(path, tree.form)
            or (path in digests and path not in wanted)
        ):
            found = f"{number}: {printable(line.decode('latin-1'))}"
            yield file_finding(FindingKind.MANIFEST_FORM, manifest, found=found)
        if match is None or not is_known(path, tree.form):
            continue
        listed.append(path)
        expected = match[1].decode("ascii")
        if path not in digests:
            if path not in REQUIRED:  # those are missed by name anyway
                yield file_finding(FindingKind.FILE_MISSING, path, Verdict.INCOMPLETE)
        elif path in wanted and digests[path].sha256 != expected:
            found = digests[path].sha256
            yield file_finding(FindingKind.FILE_HASH, path, expected=expected, found=found)
    if listed != sorted(set(listed)):
        yield file_finding(FindingKind.MANIFEST_FORM, manifest, found="order")
    for path in sorted(set(wanted) - set(listed)):
        yield file_finding(FindingKind.FILE_NOT_LISTED, path, found=manifest)


def check_bag_info(
    tree: PackageTree, digests: Mapping[str, Digest], last: StoredEntry, *, fits: bool
) -> Iterator[Finding]:
    """Yield a finding unless bag-info.txt is what we would write for this ledger and these files.

    What it says of sizes follows from the files, so it is only compared where all else ``fits``.
    """
    if BAG_INFO not in digests:
        return
    found = _read(tree, BAG_INFO)
    sizes = {path: each.size for path, each in digests.items() if path.startswith("data/")}
    expected = bag_info(last, sizes, form=tree.form, count=_bag_count(found) or (1, 1))
    if not fits and _OXUM.search(found):
        found, expected = _OXUM.sub(b"", found), _OXUM.sub(b"", expected)
    if found != expected:
        yield file_finding(FindingKind.BAG_INFO, BAG_INFO)


def check_folder_name(name: str, entries: Sequence[StoredEntry]) -> Iterator[Finding] | None:
    """Return a remark where the folder's name does not end in the printed code; None for another kind of name.

    Anybody may call a folder what they like, so this is said and changes no verdict.
    """
    if len(entries) < 2 or not is_package_name(name):
        return None
    due = name_code(receipt_code(entries[-2].hash))
    if name.endswith(due):
        return iter(())
    return iter((Finding(FindingKind.FOLDER_NAME, Verdict.CONSISTENT, expected=due, found=name),))
