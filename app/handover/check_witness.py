"""What witnesses signed, judged as anybody can: docs/format.md, "A witness's statement". Pure.

Looked at are the listed files in ``data/witness/`` that end in ``txt``, where the facts of their entry are open and of
kind ``witness``. One finding a statement, whatever is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import msgspec

from app.casework.witnessing import (
    LONGEST_STATEMENT,
    Statement,
    StatementError,
    flaw_in,
    read_statement,
)
from app.handover.check_extras import EntryFile
from app.handover.tree import Digest
from app.p256 import fingerprint
from evidence_store import (
    BodyError,
    EntryId,
    Finding,
    FindingKind,
    StoredEntry,
    Verdict,
    check_body,
    receipt_code,
)

_KIND, _FOLDER, _ENDING = "witness", "data/witness/", ".txt"
_OTHER_WORDS = "other_words"


class Witnessed(msgspec.Struct):
    """What was found, and how many statements were looked at."""

    findings: list[Finding] = []
    looked_at: int = 0


def check_witnesses(
    entries: Sequence[StoredEntry],
    files: Sequence[EntryFile],
    digests: Mapping[str, Digest],
    open_file: Callable[[str], BinaryIO],
) -> Witnessed:
    """Judge each statement that goes along.

    Args:
        entries: numbered from 0 without gaps.
        files: the listed files of entries.
        digests: what the files were found to be.
        open_file: gives one of them as a stream.
    """
    found, keys = Witnessed(), set[str]()
    for each in files:
        entry = entries[each.place]
        facts = _body(entry, "facts")
        if not each.path.startswith(_FOLDER) or not each.path.endswith(_ENDING):
            continue
        if each.path not in digests or facts.get("kind") != _KIND:
            continue
        found.looked_at += 1
        with open_file(each.path) as stream:
            data = stream.read(LONGEST_STATEMENT + 1)
        flaw = _flaw(data, entry, entries, keys)
        if flaw:
            found.findings.append(
                Finding(
                    FindingKind.WITNESS_STATEMENT,
                    Verdict.ALTERED,
                    entry.id.chain,
                    entry.id.seq,
                    path=each.path,
                    found=flaw,
                )
            )
    return found


def _flaw(data: bytes, entry: StoredEntry, entries: Sequence[StoredEntry], keys: set[str]) -> str:
    try:
        statement, signature = read_statement(data)
    except StatementError as error:
        return error.flaw.value
    key = fingerprint(statement.key)
    flaw = flaw_in(
        statement,
        signature,
        chain=entry.id.chain,
        code=_code(statement.entry, entry, entries),
        keys=keys,
        fingerprint=key,
    )
    keys.add(key)
    if flaw is not None:
        return flaw.value
    return _OTHER_WORDS if any(_says_otherwise(statement, entry)) else ""


def _code(seen: EntryId, entry: StoredEntry, entries: Sequence[StoredEntry]) -> str:
    """Return the code of the entry that is signed for; "" where it cannot be, or the facts name another."""
    facts = _body(entry, "facts")
    named = facts.get("exhibit")
    if not 0 < seen.seq < entry.id.seq or named != {"chain": seen.chain, "seq": seen.seq}:
        return ""
    if type(named["seq"]) is not int:  # in Python, true is equal to 1; in the format it is not
        return ""
    return receipt_code(entries[seen.seq].hash)


def _says_otherwise(statement: Statement, entry: StoredEntry) -> Iterator[bool]:
    for part, field, said in (
        ("witness", "name", statement.name),
        ("text", "words", statement.words),
    ):
        body = _body(entry, part)
        yield bool(body) and body.get(field) != said


def _body(entry: StoredEntry, name: str) -> dict[str, Any]:
    part = entry.part(name)
    try:
        return check_body(part.body) if part is not None and part.body is not None else {}
    except BodyError:
        return {}
