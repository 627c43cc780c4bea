"""The tokens of timestamp authorities in a package of format 2, each against the log that they are for.

Source: docs/format.md, "Timestamps".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec

from app.clock import stamp
from app.handover.check_files import facts_of
from app.handover.tree import Digest
from evidence_store import (
    Anchored,
    BodyError,
    Finding,
    FindingKind,
    StoredEntry,
    Verdict,
    check_body,
)

if TYPE_CHECKING:
    from app.anchor import Judged

_TOKEN = re.compile(r"data/tokens/([1-9][0-9]{0,8})\.tsr\Z")
_TYPE = "application/timestamp-reply"
_MOST_BYTES = 64 * 1024
_MOST_CERTIFICATES = 8
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


class CheckedTokens(msgspec.Struct):
    """The tokens in order, findings about the others, and how many were compared."""

    anchored: list[Anchored] = []
    findings: list[Finding] = []
    count: int = 0


def check_tokens(
    entries: Sequence[StoredEntry],
    digests: Mapping[str, Digest],
    open_file: Callable[[str], BinaryIO],
    trusted: frozenset[str],
) -> CheckedTokens:
    """Compare each token that is there and is the one that was sealed.

    Args:
        entries: numbered from 0 without gaps.
        digests: what the files were found to be.
        open_file: gives one of them as a stream.
        trusted: SHA-256 of the roots that are relied on, as hex.
    """
    checked = CheckedTokens()
    for path in sorted(digests, key=lambda each: (len(each), each)):
        match = _TOKEN.match(path)
        seq = int(match[1]) if match else 0
        if not 0 < seq < len(entries) - 1 or not _is_sealed(entries[seq], digests[path]):
            continue
        facts = facts_of(entries[seq])
        beside = _body(entries[seq], "certificates")
        if not facts or beside is None:
            continue  # held back: nobody can tell what it is to be for
        checked.count += 1
        with open_file(path) as stream:
            reply = stream.read(_MOST_BYTES + 1)
        _take(checked, path, entries, seq, _judge(entries, seq, beside, reply, trusted))
    return checked


def _take(
    checked: CheckedTokens,
    path: str,
    entries: Sequence[StoredEntry],
    seq: int,
    judged: Judged | None,
) -> None:
    chain = entries[seq].id.chain
    if judged is None or judged.at is None:
        checked.findings.append(
            Finding(
                FindingKind.TIMESTAMP,
                Verdict.ALTERED,
                chain,
                seq,
                path=path,
                found=judged.wrong if judged is not None else "facts",
            )
        )
        return
    checked.anchored.append(
        Anchored(
            chain=chain,
            seq=facts_of(entries[seq])["head"]["seq"],
            at=stamp(judged.at),
            by=judged.signer,
            root=judged.root,
            known=judged.known,
            token=seq,
        )
    )


def _judge(
    entries: Sequence[StoredEntry],
    seq: int,
    beside: Mapping[str, Any],
    reply: bytes,
    trusted: frozenset[str],
) -> Judged | None:
    """Return what a token is worth; None where its entry does not say what it is for."""
    from app.anchor import Judged, judge_token

    facts, certificates = facts_of(entries[seq]), beside.get("certificates")
    head, at = facts.get("head"), facts.get("at")
    place = head.get("seq") if isinstance(head, dict) else None
    if facts["kind"] != "timestamp" or beside["kind"] != "timestamp_certificates":
        return None
    if not isinstance(head, dict) or head.get("chain") != entries[seq].id.chain:
        return None
    if type(place) is not int or not 0 <= place < seq:
        return None
    if not isinstance(at, str) or not _TIME.fullmatch(at) or not _are_texts(certificates):
        return None
    if len(reply) > _MOST_BYTES:
        return Judged(wrong="form")
    judged = judge_token(reply, bytes.fromhex(entries[place].hash), certificates or (), trusted)
    if judged.at is not None and stamp(judged.at) != at:
        return Judged(wrong="time")
    return judged


def _are_texts(value: object) -> bool:
    return (
        isinstance(value, list)
        and 0 < len(value) <= _MOST_CERTIFICATES
        and all(isinstance(each, str) for each in value)
    )


def _is_sealed(entry: StoredEntry, digest: Digest) -> bool:
    body = _body(entry, "object") or {}
    return body.get("sha256") == digest.sha256 and body.get("media_type") == _TYPE


def _body(entry: StoredEntry, name: str) -> dict[str, Any] | None:
    part = entry.part(name)
    try:
        return check_body(part.body) if part is not None and part.body is not None else None
    except BodyError:
        return None
