"""What the ledger says of the files: the dossier it ends with, and the exhibits that the dossier shows. Pure.

Rules:
- The last entry sealed the dossier, and names the entry before it as the head that the dossier prints.
- Every open ``object`` part has its file and every file its open ``object`` part, under the one name it can have.
- What is shown of an exhibit was made from its original, as far as the entries between are open.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from app.handover.layout import DOSSIER, exhibit_number, exhibit_path, original_path
from app.handover.tree import Digest, file_finding, harmless
from evidence_store import (
    BodyError,
    EntryId,
    Finding,
    ObjectBody,
    PartState,
    StoredEntry,
    Verdict,
    check_body,
)

_LONGEST_DESCENT = 32
_COPIES = ("working_copy", "view")


class Exhibit(msgspec.Struct, frozen=True):
    """An exhibit as the dossier's entry lists it; originals and shown entries by their place."""

    number: int
    original: int
    shown: int


class Story(msgspec.Struct, frozen=True):
    """What came of the comparison."""

    findings: tuple[Finding, ...]
    exhibits: tuple[Exhibit, ...]
    without_file: tuple[int, ...]
    compared: int


class _Claim(msgspec.Struct, frozen=True):
    kind: str
    path: str
    media_type: str
    place: int
    exhibit: int | None = None


def check_story(entries: Sequence[StoredEntry], digests: Mapping[str, Digest]) -> Story | None:
    """Compare ledger and files; None where the last entry sealed no dossier, so that nothing can be compared.

    Args:
        entries: at least one, numbered from 0 without gaps.
        digests: what the files were found to be.
    """
    last = entries[-1]
    facts = facts_of(last)
    if facts.get("kind") != "dossier":
        return None
    findings: list[Finding] = []
    if len(entries) < 2 or _reference(facts.get("head"), last.id.chain) != last.id.seq - 1:
        findings.append(
            Finding("dossier_head", Verdict.ALTERED, last.id.chain, last.id.seq,
                    expected=str(last.id.seq - 1))
        )  # fmt: skip
    exhibits = _exhibits(facts.get("exhibits", []), last.id, findings)
    claims = [_Claim("dossier_object", DOSSIER, "application/pdf", last.id.seq)]
    without_file = []
    for exhibit in exhibits:
        findings += _check_descent(entries, exhibit)
        shown = entries[exhibit.shown]
        part = shown.part("object")
        if not shown.parts or (part is not None and part.state is not PartState.OPEN):
            without_file.append(exhibit.number)
        else:
            claims += _claims(entries, exhibit)
    for claim in claims:
        findings += _check_claim(entries[claim.place], claim, digests)
    findings += _check_complete(entries, claims, digests)
    return Story(tuple(findings), exhibits, tuple(without_file), len(claims))


def facts_of(entry: StoredEntry) -> dict[str, Any]:
    """The part ``facts``, or nothing where it is closed or broken."""
    part = entry.part("facts")
    try:
        return check_body(part.body) if part is not None and part.body is not None else {}
    except BodyError:
        return {}


def _object_of(entry: StoredEntry) -> ObjectBody | None:
    part = entry.part("object")
    try:
        if part is None or part.body is None:
            return None
        check_body(part.body)
        body = msgspec.json.decode(part.body, type=ObjectBody)
    except (BodyError, msgspec.MsgspecError):
        return None
    digits = len(body.sha256) == 64 and not set(body.sha256) - set("0123456789abcdef")
    return body if digits and body.size >= 0 else None


def _reference(value: object, chain: str) -> int:
    """The place that a reference into this chain names, or -1."""
    if not isinstance(value, dict) or value.get("chain") != chain:
        return -1
    seq = value.get("seq")
    return seq if type(seq) is int and seq >= 0 else -1


def _exhibits(listed: object, last: EntryId, findings: list[Finding]) -> tuple[Exhibit, ...]:
    exhibits: list[Exhibit] = []
    for item in listed if isinstance(listed, list) else [None]:
        values = item if isinstance(item, dict) else {}
        number = values.get("number")
        exhibit = Exhibit(
            number if type(number) is int else 0,
            _reference(values.get("original"), last.chain),
            _reference(values.get("shown"), last.chain),
        )
        after = exhibits[-1].number if exhibits else 0
        places = (exhibit.original, exhibit.shown)
        if after < exhibit.number < 1_000_000 and all(0 < place < last.seq for place in places):
            exhibits.append(exhibit)
        else:
            found = harmless(json.dumps(item))
            findings.append(
                Finding("exhibit_list", Verdict.ALTERED, last.chain, last.seq, found=found)
            )
    return tuple(exhibits)


def _claims(entries: Sequence[StoredEntry], exhibit: Exhibit) -> Iterator[_Claim]:
    shown, original = _object_of(entries[exhibit.shown]), _object_of(entries[exhibit.original])
    media_type = shown.media_type if shown else ""
    path = exhibit_path(exhibit.number, media_type)
    yield _Claim("exhibit_object", path, media_type, exhibit.shown, exhibit.number)
    if original is not None and exhibit.original != exhibit.shown:
        path = original_path(exhibit.number, original.media_type)
        yield _Claim("exhibit_object", path, original.media_type, exhibit.original, exhibit.number)


def _check_claim(
    entry: StoredEntry, claim: _Claim, digests: Mapping[str, Digest]
) -> Iterator[Finding]:
    def finding(kind: str, verdict: Verdict, expected: str, found: str) -> Finding:
        return Finding(
            kind, verdict, entry.id.chain, entry.id.seq, claim.exhibit, claim.path, expected, found
        )

    body, digest = _object_of(entry), digests.get(claim.path)
    if body is None:
        yield finding(claim.kind, Verdict.INCOMPLETE, "", "closed")
    elif digest is None:
        yield finding(claim.kind, Verdict.INCOMPLETE, body.sha256, "missing")
    elif digest.sha256 != body.sha256 or claim.media_type != body.media_type:
        yield finding(claim.kind, Verdict.ALTERED, body.sha256, digest.sha256)
    elif digest.size != body.size:
        yield finding("object_size", Verdict.ALTERED, str(body.size), str(digest.size))


def _check_descent(entries: Sequence[StoredEntry], exhibit: Exhibit) -> Iterator[Finding]:
    place = exhibit.shown
    for _ in range(_LONGEST_DESCENT):
        facts = facts_of(entries[place])
        if place == exhibit.original or not facts:
            return
        parent = _reference(facts.get("parent"), entries[place].id.chain)
        if facts["kind"] not in _COPIES or not 0 < parent < place:
            break
        place = parent
    shown = entries[exhibit.shown].id
    yield Finding(
        "exhibit_parent",
        Verdict.ALTERED,
        shown.chain,
        shown.seq,
        exhibit.number,
        expected=str(exhibit.original),
        found=str(place),
    )


def _check_complete(
    entries: Sequence[StoredEntry], claims: Sequence[_Claim], digests: Mapping[str, Digest]
) -> Iterator[Finding]:
    places = [claim.place for claim in claims]
    for at, claim in enumerate(claims):
        if claim.place in places[:at]:
            id = entries[claim.place].id
            yield Finding("exhibit_list", Verdict.ALTERED, id.chain, id.seq, claim.exhibit)
    for path in sorted(set(digests) - {claim.path for claim in claims}):
        if exhibit_number(path) is not None:
            yield file_finding("exhibit_extra", path)
    for place, entry in enumerate(entries):
        if _object_of(entry) is not None and place not in places:
            yield Finding("object_without_file", Verdict.INCOMPLETE, entry.id.chain, entry.id.seq)
