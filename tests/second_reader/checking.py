"""The checks in their order ("Checking a package")."""

from __future__ import annotations

import hashlib
import re
import zlib
from itertools import pairwise
from pathlib import Path

from tests.second_reader.answer import Alone, Answer
from tests.second_reader.files import judge_files
from tests.second_reader.ledger import Entry, Ledger
from tests.second_reader.names import DOSSIER, LOG, TEN, code_in, exhibit_of, is_known, more_list
from tests.second_reader.receipts import Wanted
from tests.second_reader.reckoning import check_erasures, check_times
from tests.second_reader.sources import Source, UnreadableFileError, open_source
from tests.second_reader.tokens import check_tokens

_BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(rb"([0-9a-f]{64})  (.*)", re.DOTALL)
_TAGS = tuple(name for name in TEN if name not in (LOG, DOSSIER, "tagmanifest-sha256.txt"))
_LISTS = ("manifest-sha256.txt", "tagmanifest-sha256.txt")


def read_package(path: Path, wanted: Wanted | None = None) -> Answer:
    """Check a package, packed or unpacked, with a code from outside or without."""
    answer = Answer(path.name)
    try:
        source = open_source(path, answer)
        _refuse_newer(source)
    except Alone as alone:
        answer = Answer(path.name, done=set())
        answer.find(alone.kind, path=alone.path)
        return answer
    answer.done |= {"system_files", "bag"} | (
        {"packing"} if source.zipped and source.files else set()
    )
    files = _read_files(source, answer)
    _check_bag(source, files, answer)
    if LOG not in files:
        return answer
    ledger = Ledger(files[LOG], answer)
    entries = ledger.entries
    answer.codes = tuple(f"{entry.code} /{entry.place}" for entry in entries[-2:])
    if wanted is not None and entries:
        _match(wanted, entries, answer)
    numbers: dict[int, int] = {}
    if ledger.whole:
        if ledger.claimed != len(entries) or not entries:
            answer.find(
                "entry_count", "INCOMPLETE" if ledger.claimed >= len(entries) else "ALTERED"
            )
        if entries:
            numbers = _check_the_whole(source, ledger, files, answer)
    check_times(entries, answer)
    _number(answer, numbers)
    return answer


def _refuse_newer(source: Source) -> None:
    if source.form > 2:
        raise Alone("newer_format", "bag-info.txt")
    for name, data in sorted(source.files.items()):
        start = data if name.startswith("data/ledger/") and isinstance(data, bytes) else b""
        match = re.match(rb"bevismappe/ledger/([0-9]{1,9})(?:\n|\Z)", start)
        if match and int(match[1]) > 1:
            raise Alone("newer_format", name)


def _read_files(source: Source, answer: Answer) -> dict[str, bytes]:
    files = {}
    for name, data in source.files.items():
        if isinstance(data, UnreadableFileError):
            answer.find("unreadable_file", path=name, exhibit=exhibit_of(name))
            continue
        if source.checksums.get(name, zlib.crc32(data)) != zlib.crc32(data):
            answer.find("zip_form", path=name, exhibit=exhibit_of(name))
        files[name] = data
    return files


def _check_bag(source: Source, files: dict[str, bytes], answer: Answer) -> None:
    for name in TEN:
        if name not in files:
            answer.find("file_missing", path=name)
    if files.get("bagit.txt", _BAGIT) != _BAGIT:
        answer.find("bagit_txt", path="bagit.txt")
    if source.form == 2 and _bag_count(files)[1] > 1:
        answer.find("other_parts", path="bag-info.txt")
    for listing in _LISTS:
        if listing in files:
            answer.done.add("files")
            payload = listing == _LISTS[0]
            own = {
                name for name in files if (name.startswith("data/") if payload else name in _TAGS)
            }
            _check_list(listing, own, files, source.form, answer)


def _check_list(
    listing: str, own: set[str], files: dict[str, bytes], form: int, answer: Answer
) -> None:
    *lines, rest = files[listing].split(b"\n")
    if rest:
        answer.find("manifest_form", path=listing)
    named: list[str] = []
    for line in lines:
        match = _LINE.fullmatch(line)
        name = match[2].decode("latin-1") if match else ""
        if match is None or not is_known(name, form):
            answer.find("manifest_form", path=listing)
            continue
        named.append(name)
        if name not in files:
            if name not in TEN:
                answer.find("file_missing", path=name, exhibit=exhibit_of(name))
        elif name not in own:
            answer.find("manifest_form", path=listing)
        elif hashlib.sha256(files[name]).hexdigest().encode() != match[1]:
            answer.find("file_hash", path=name, exhibit=exhibit_of(name))
    if any(after <= before for before, after in pairwise(named)):
        answer.find("manifest_form", path=listing)
    for name in own - set(named):
        answer.find("file_not_listed", path=name, exhibit=exhibit_of(name))


def _match(wanted: Wanted, entries: list[Entry], answer: Answer) -> None:
    answer.done.add("expected_receipt")
    false = {entry.place for entry in entries if not entry.own_hash_fits}
    for entry in entries:
        if entry.place in false or wanted.place not in (None, entry.place):
            continue
        if entry.code.replace(" ", "") == wanted.code:
            answer.matched = True
            return
    answer.find("receipt", place=wanted.place)


def _check_the_whole(
    source: Source, ledger: Ledger, files: dict[str, bytes], answer: Answer
) -> dict[int, int]:
    entries, numbers = ledger.entries, {}
    answer.done.add("erasures")
    check_erasures(ledger, answer)
    if [entry.place for entry in entries] == list(range(len(entries))):
        answer.done.add("dossier")
        numbers = judge_files(ledger, files, source.form, answer)
        if source.form == 2 and entries[-1].facts.get("kind") == "dossier":
            check_tokens(ledger, files, answer)
    _check_bag_info(entries[-1], source.form, files, answer)
    due = code_in(source.top)
    if due and len(entries) > 1:
        answer.done.add("folder_name")
        if due != entries[-2].code.replace(" ", "")[:8].lower():
            answer.find("folder_name")
    return numbers


def _bag_count(files: dict[str, bytes]) -> tuple[int, int]:
    """Which part of how many bag-info.txt says; (0, 0) where it does not say it rightly."""
    lines = files.get("bag-info.txt", b"").split(b"\n")
    match = (
        re.fullmatch(rb"Bag-Count: ([1-9][0-9]?) of ([1-9][0-9]?)", lines[3])
        if len(lines) > 3
        else None
    )
    if match is None or int(match[1]) > int(match[2]):
        return 0, 0
    return int(match[1]), int(match[2])


def _check_bag_info(last: Entry, form: int, files: dict[str, bytes], answer: Answer) -> None:
    if "bag-info.txt" not in files:
        return
    sizes = [len(data) for name, data in files.items() if name.startswith("data/")]
    part, parts = _bag_count(files)
    count = f"Bag-Count: {part} of {parts}\n" if form == 2 else ""
    start = (
        f"Bevismappe-Package: {form}\nBagging-Date: {last.time[:10]}\n"
        f"External-Identifier: {last.code} /{last.place}\n{count}Payload-Oxum: "
    ).encode()
    found = files["bag-info.txt"]
    oxum = f"{sum(sizes)}.{len(sizes)}\n".encode()
    if answer.verdict == "CONSISTENT":
        fits = found == start + oxum
    else:
        rest = found.removeprefix(start)
        fits = found.startswith(start) and bool(re.fullmatch(rb"[0-9]{1,20}\.[0-9]{1,9}\n", rest))
    if not fits:
        answer.find("bag_info", path="bag-info.txt")


def _number(answer: Answer, numbers: dict[int, int]) -> None:
    """Findings about an entry of an exhibit get its number."""
    answer.findings = [
        type(each)(each.kind, each.verdict, each.place, numbers.get(each.place), each.path)
        if each.exhibit is None
        and each.place is not None
        and not more_list(each.path.partition(":")[0])
        else each
        for each in answer.findings
    ]
