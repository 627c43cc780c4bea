"""Reading each known file once (step 4), and the texts of the bag (steps 5 and 8)."""

import hashlib
import re
import zlib
from dataclasses import dataclass

from .answer import CONSISTENT, Report
from .ledger import LONGEST_TEXT, Ledger
from .names import (
    BAG_INFO, BAGIT, BAG_TEXTS, LOG, MANIFEST, NEEDED, TAG_MANIFEST, TAGGED, is_known, number_of,
)
from .receipts import spaced
from .sources import Source, UnreadableError

LONGEST_BAG_TEXT = 4 * 1024 * 1024
LONGEST_OTHER = 1 << 20

_LINE = re.compile(rb"([0-9a-f]{64})  (.+)", re.DOTALL)
_COUNT = re.compile(rb"Bag-Count: ([1-9][0-9]?) of ([1-9][0-9]?)")
_OXUM = re.compile(rb"Payload-Oxum: [0-9]{1,20}\.[0-9]{1,9}")


@dataclass(frozen=True)
class Read:
    """What is known of a file that was read; `text` is there of those that are looked into."""

    sha256: str
    size: int
    text: bytes | None


Files = dict[str, Read]


def _most(name: str) -> int:
    if name in BAG_TEXTS:
        return LONGEST_BAG_TEXT + 1
    if name == LOG:
        return LONGEST_TEXT + 1
    return LONGEST_OTHER if name.startswith(("data/tokens/", "data/witness/")) else 0


def read_files(source: Source, names: list[str], report: Report, package_format: int) -> Files:
    """Read every known file once."""
    files: Files = {}
    formed = {finding.path for finding in report.findings if finding.kind == "zip_form"}
    for name in sorted(names):
        digest, size, crc, most = hashlib.sha256(), 0, 0, _most(name)
        kept: list[bytes] = []
        number = number_of(name, package_format)
        try:
            for chunk in source.chunks(name):
                digest.update(chunk)
                if source.is_zip:
                    crc = zlib.crc32(chunk, crc)
                if size < most:
                    kept.append(chunk[: most - size])
                size += len(chunk)
        except UnreadableError:
            report.add("unreadable_file", name, exhibit=number)
            continue
        if source.is_zip and crc != source.stated(name) and name not in formed:
            report.add("zip_form", name, exhibit=number)
        files[name] = Read(digest.hexdigest(), size, b"".join(kept) if most else None)
    return files


def judge_bag(files: Files, report: Report, package_format: int) -> None:
    """The ten files, `bagit.txt` and both lists."""
    for name in NEEDED:
        if name not in files:
            report.add("file_missing", name)
    bagit = files.get(BAGIT)
    if bagit is not None and bagit.text != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        report.add("bagit_txt", BAGIT)
    listed: dict[str, set[str]] = {}
    missing: set[str] = set()
    changed: set[str] = set()
    elsewhere: set[str] = set()
    for listing in (MANIFEST, TAG_MANIFEST):
        if listing not in files:
            continue
        report.done.add("files")
        text = files[listing].text or b""
        if len(text) > LONGEST_BAG_TEXT:
            text = b""
        listed[listing] = set()
        before, rising = b"", True
        lines = text.split(b"\n")
        if lines.pop() or not text:
            report.add("manifest_form", listing)
        for line in lines:
            match = _LINE.fullmatch(line)
            name = match[2].decode("utf-8", "replace") if match else ""
            if match is None or not is_known(name, package_format):
                report.add("manifest_form", listing)
                continue
            rising, before = rising and match[2] > before, match[2]
            belongs = name.startswith("data/") if listing == MANIFEST else name in TAGGED
            if name not in files:
                if name not in NEEDED:
                    missing.add(name)
            elif not belongs:
                report.add("manifest_form", listing)
                elsewhere.add(name)
            else:
                listed[listing].add(name)
                if match[1].decode() != files[name].sha256:
                    changed.add(name)
        if not rising:
            report.add("manifest_form", listing)
    for kind, names in (("file_missing", missing), ("file_hash", changed)):
        for name in sorted(names):
            report.add(kind, name, exhibit=number_of(name, package_format))
    for name in sorted(files):
        listing = MANIFEST if name.startswith("data/") else TAG_MANIFEST
        if listing in listed and name != TAG_MANIFEST and name not in listed[listing] and name not in elsewhere:
            report.add("file_not_listed", name, exhibit=number_of(name, package_format))
    info = files.get(BAG_INFO)
    if package_format == 2 and info is not None and _parts(info.text or b"") > 1:
        report.add("other_parts", BAG_INFO)


def _parts(text: bytes) -> int:
    """In how many bags a package of format 2 was split, where `bag-info.txt` says so rightly."""
    lines = text.split(b"\n")
    match = _COUNT.fullmatch(lines[3]) if len(lines) > 4 else None
    return int(match[2]) if match and int(match[1]) <= int(match[2]) else 0


def judge_bag_info(files: Files, ledger: Ledger, report: Report, package_format: int) -> None:
    """Hold `bag-info.txt` against the last entry and the files."""
    info = files.get(BAG_INFO)
    if info is None:
        return
    text, last = info.text or b"", ledger.entries[-1]
    wanted = [
        f"Bevismappe-Package: {package_format}",
        f"Bagging-Date: {last.time[:10]}",
        f"External-Identifier: {spaced(last.code)} /{last.place}",
    ]
    lines = text.split(b"\n")
    fits = lines[:3] == [line.encode() for line in wanted] and lines[-1] == b""
    rest = lines[3:-1]
    if package_format == 2:
        fits = fits and _parts(text) > 0
        rest = rest[1:]
    fits = fits and len(rest) == 1 and _OXUM.fullmatch(rest[0]) is not None
    if fits and report.worst() == CONSISTENT:
        payload = [read.size for name, read in files.items() if name.startswith("data/")]
        fits = rest[0] == f"Payload-Oxum: {sum(payload)}.{len(payload)}".encode()
    if not fits:
        report.add("bag_info", BAG_INFO)
