"""Reading each known file once (step 4), and the texts of the bag (steps 5 and 8)."""

import hashlib
import re
import zlib
from dataclasses import dataclass

from tests.second_reader.answer import CONSISTENT, Report
from tests.second_reader.ledger import LONGEST_TEXT, Ledger
from tests.second_reader.names import (
    BAG_INFO,
    BAG_TEXTS,
    BAGIT,
    LOG,
    MANIFEST,
    NEEDED,
    TAG_MANIFEST,
    TAGGED,
    is_known,
    number_of,
)
from tests.second_reader.receipts import spaced
from tests.second_reader.sources import Source, UnreadableError

LONGEST_BAG_TEXT = 4 * 1024 * 1024
LONGEST_OTHER = 65_536 + 1

_BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

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


def read_files(source: Source, names: list[str], report: Report) -> Files:
    """Read every known file once."""
    files: Files = {}
    formed = {finding.path for finding in report.findings if finding.kind == "zip_form"}
    for name in sorted(names):
        digest, size, crc, most = hashlib.sha256(), 0, 0, _most(name)
        kept: list[bytes] = []
        number = number_of(name)
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
    if bagit is not None and bagit.text != _BAGIT_TEXT:
        report.add("bagit_txt", BAGIT)
    for listing in (MANIFEST, TAG_MANIFEST):
        if listing in files:
            report.done.add("files")
            _judge_list(listing, files, report, package_format)
    info = files.get(BAG_INFO)
    if package_format == 2 and info is not None and _parts(info.text or b"") > 1:
        report.add("other_parts", BAG_INFO)


def _judge_list(listing: str, files: Files, report: Report, package_format: int) -> None:
    """One list of files, line by line."""
    wanted = {
        name
        for name in files
        if (name.startswith("data/") if listing == MANIFEST else name in TAGGED)
    }
    listed: list[str] = []
    text = files[listing].text or b""
    if len(text) > LONGEST_BAG_TEXT or not (b"\n" + text).endswith(b"\n"):
        report.add("manifest_form", listing)
    for line in text.split(b"\n")[:-1] if len(text) <= LONGEST_BAG_TEXT else ():
        match = _LINE.fullmatch(line)
        name = match[2].decode("utf-8", "replace") if match else ""
        if match is None or not is_known(name, package_format):
            report.add("manifest_form", listing)
            continue
        listed.append(name)
        if name not in files:
            if name not in NEEDED:
                report.add("file_missing", name, exhibit=number_of(name))
        elif name not in wanted:
            report.add("manifest_form", listing)
        elif match[1].decode() != files[name].sha256:
            report.add("file_hash", name, exhibit=number_of(name))
    if listed != sorted(set(listed)):
        report.add("manifest_form", listing)
    for name in sorted(wanted - set(listed)):
        report.add("file_not_listed", name, exhibit=number_of(name))


def _parts(text: bytes) -> int:
    """In how many bags a package of format 2 was split, where `bag-info.txt` says so rightly."""
    lines = text.split(b"\n")
    match = _COUNT.fullmatch(lines[3]) if len(lines) > 3 else None
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
