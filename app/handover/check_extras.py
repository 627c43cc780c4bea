"""What goes along in a package of format 2 beside dossier and exhibits: made files, files of entries, foreign logs.

The part ``package`` of the entry that sealed the dossier lists them all. Source: docs/format.md, "Format 2".
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from app.handover.check_log import Log, read_log
from app.handover.layout import exhibit_number, is_foreign, is_made, is_more, place_in
from app.handover.tree import Digest, file_finding, printable
from evidence_store import (
    BodyError,
    EntryId,
    Finding,
    FindingKind,
    StoredEntry,
    Verdict,
    check_body,
    sealed_sha256,
)

_KIND = "dossier_package"
_HEX = frozenset("0123456789abcdef")


class EntryFile(msgspec.Struct, frozen=True):
    """A file of an entry, such as a token, with the exhibit that it belongs to."""

    path: str
    place: int
    exhibit: int | None = None


class Extras(msgspec.Struct):
    """What was found, the files of entries that are compared with the others, and the other logs that are as listed.

    ``others``: by the chain, the hash at each place that was read; ``objects``: the SHA-256 of the bytes there.
    """

    findings: list[Finding] = []
    files: list[EntryFile] = []
    sized: int = 0
    others: dict[str, dict[int, str]] = {}
    objects: dict[str, dict[int, str]] = {}


def check_extras(
    last: StoredEntry,
    numbers: frozenset[int],
    digests: Mapping[str, Digest],
    open_file: Callable[[str], BinaryIO],
) -> Extras:
    """Compare the list in the last entry with what is there.

    Args:
        last: the entry that sealed the dossier.
        numbers: those of the dossier's exhibits.
        digests: what the files were found to be.
        open_file: gives one of them as a stream.
    """
    extras = Extras()
    listed: set[str] = set()
    body = _package(last)
    if body is None:
        extras.findings.append(_of_the_list(last.id, Verdict.INCOMPLETE, "closed"))
    elif body["kind"] != _KIND:
        extras.findings.append(_of_the_list(last.id, Verdict.ALTERED, printable(body["kind"])))
    else:
        _take(extras, listed, body, last.id, numbers, digests, open_file)
    extras.findings += [
        file_finding(FindingKind.EXTRA_UNLISTED, path)
        for path in sorted(set(digests) - listed)
        if is_more(path)
    ]
    return extras


def _package(last: StoredEntry) -> dict[str, Any] | None:
    part = last.part("package")
    try:
        return check_body(part.body) if part is not None and part.body is not None else None
    except BodyError:
        return None


def _of_the_list(id: EntryId, verdict: Verdict, found: str) -> Finding:
    return Finding(FindingKind.EXTRA_LIST, verdict, id.chain, id.seq, found=found)


def _take(
    extras: Extras,
    listed: set[str],
    body: Mapping[str, Any],
    last: EntryId,
    numbers: frozenset[int],
    digests: Mapping[str, Digest],
    open_file: Callable[[str], BinaryIO],
) -> None:
    def wrong(item: object) -> None:
        found = printable(json.dumps(item))
        extras.findings.append(_of_the_list(last, Verdict.ALTERED, found))

    for item, path in _items(body.get("made"), is_made, wrong):
        digest, size = item.get("sha256"), item.get("size")
        if not _is_hex(digest, 64) or not _is_count(size):
            wrong(item)
            continue
        listed.add(path)
        extras.sized += 1
        extras.findings += _check_made(path, Digest(str(digest), int(str(size))), digests)
    for item, path in _items(body.get("entries"), _is_of_an_entry, wrong):
        place, number = _reference(item.get("entry"), last.chain), exhibit_number(path)
        named = place_in(path)
        if not 0 < place < last.seq or (
            named != place if number is None else number not in numbers
        ):
            wrong(item)
            continue
        listed.add(path)
        extras.files.append(EntryFile(path, place, number))
    taken = {last.chain}
    for item, path in _items(body.get("chains"), is_foreign, wrong):
        chain, seq, digest, size = (item.get(key) for key in ("chain", "seq", "hash", "size"))
        known = _is_hex(chain, 32) and chain not in taken and _is_count(seq)
        if not known or not _is_hex(digest, 64) or not _is_count(size):
            wrong(item)
            continue
        taken.add(str(chain))
        listed.add(path)
        extras.findings += _check_foreign(extras, item, path, digests, open_file)
        extras.sized += path in digests


def _items(
    listed: object, belongs: Callable[[str], bool], wrong: Callable[[object], None]
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the items with their paths, which rise; the others are wrong."""
    before = ""
    for item in listed if isinstance(listed, list) else [None]:
        values = item if isinstance(item, dict) else {}
        path = values.get("path")
        if isinstance(path, str) and is_more(path) and belongs(path) and path > before:
            before = path
            yield values, path
        else:
            wrong(item)


def _is_of_an_entry(path: str) -> bool:
    return place_in(path) is not None or exhibit_number(path) is not None


def _is_hex(value: object, digits: int) -> bool:
    return isinstance(value, str) and len(value) == digits and not set(value) - _HEX


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _reference(value: object, chain: str) -> int:
    if not isinstance(value, dict) or value.get("chain") != chain:
        return -1
    seq = value.get("seq")
    return seq if type(seq) is int and seq >= 0 else -1


def _check_made(path: str, due: Digest, digests: Mapping[str, Digest]) -> Iterator[Finding]:
    found = digests.get(path)
    if found is None:
        yield file_finding(
            FindingKind.EXTRA_FILE, path, Verdict.INCOMPLETE, expected=due.sha256, found="missing"
        )
    elif found.sha256 != due.sha256:
        yield file_finding(FindingKind.EXTRA_FILE, path, expected=due.sha256, found=found.sha256)
    else:
        yield from _check_size(path, due.size, found)


def _check_size(path: str, due: int, found: Digest) -> Iterator[Finding]:
    if found.size != due:
        yield file_finding(FindingKind.OBJECT_SIZE, path, expected=str(due), found=str(found.size))


def _check_foreign(
    extras: Extras,
    item: Mapping[str, Any],
    path: str,
    digests: Mapping[str, Digest],
    open_file: Callable[[str], BinaryIO],
) -> Iterator[Finding]:
    """Yield what is wrong with somebody else's log: by itself, and beside what was listed."""
    if path not in digests:
        yield file_finding(FindingKind.EXTRA_FILE, path, Verdict.INCOMPLETE, found="missing")
        return
    with open_file(path) as stream:
        log = read_log(stream)
    for each in log.findings:
        part = "" if each.kind is FindingKind.LEDGER_FORM or not each.path else f":{each.path}"
        yield msgspec.structs.replace(each, path=path + part)
    if _head(log) != (item["chain"], item["seq"], item["hash"]):
        yield file_finding(FindingKind.EXTRA_FILE, path, expected=item["hash"], found=_head(log)[2])
    else:
        hashes, objects = extras.others.setdefault(log.chain, {}), {}
        for entry in log.entries:
            if hashes.setdefault(entry.id.seq, entry.hash) is entry.hash:
                objects[entry.id.seq] = sealed_sha256(entry)
        extras.objects[log.chain] = objects
        yield from _check_size(path, item["size"], digests[path])


def _head(log: Log) -> tuple[str, int, str]:
    if not log.entries:
        return log.chain, -1, ""
    return log.chain, log.entries[-1].id.seq, log.entries[-1].hash
