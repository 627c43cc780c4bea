"""What the ledger says of the files: the dossier it ends with, and the exhibits that the dossier shows. Pure.

Rules:
- The last entry sealed the dossier, and names the entry before it as the head that the dossier prints.
- Every open ``object`` part has its file and every file its open ``object`` part, under the one name it can have.
- What is shown of an exhibit was made from its original, as far as the entries between are open.
- Each file that the dossier's entry lists is there. Where it lists none (older packages), a picture that is shown
  must be there too; whether an original or an added file was to go along cannot be seen.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from app.handover.check_extras import Extras
from app.handover.layout import (
    DOSSIER,
    exhibit_number,
    exhibit_path,
    extension,
    is_known,
    is_more,
    is_original,
    more_extension,
    original_path,
    path_order,
)
from app.handover.tree import Digest, file_finding, printable
from evidence_store import (
    BodyError,
    EntryId,
    Finding,
    FindingKind,
    ObjectBody,
    PartState,
    StoredEntry,
    Verdict,
    check_body,
)

_LONGEST_DESCENT = 32
_COPIES = ("working_copy", "view")
_SHOWN = FindingKind.EXHIBIT_OBJECT
_ORIGINAL = FindingKind.ORIGINAL_OBJECT
_EXTRA = FindingKind.EXTRA_FILE


class ListedExhibit(msgspec.Struct, frozen=True):
    """An exhibit as the dossier's entry lists it; originals and shown entries by their place."""

    number: int
    original: int
    shown: int


class FileCheck(msgspec.Struct, frozen=True):
    """The result of comparing the files with the ledger.

    ``compared`` counts all files, ``sized`` those whose size is noted, ``shown`` the exhibits with a file of what is
    shown, ``originals`` those with their original beside it. ``without_file`` are exhibits of which no file is here,
    ``unseen`` those of which it cannot be seen whether an original or an added file was to go along.
    """

    findings: tuple[Finding, ...]
    exhibits: tuple[ListedExhibit, ...]
    without_file: tuple[int, ...]
    compared: int
    shown: int = 0
    originals: int = 0
    unseen: tuple[int, ...] = ()
    sized: int = 0


class _ExpectedFile(msgspec.Struct, frozen=True):
    kind: FindingKind
    path: str
    place: int
    exhibit: int | None = None


class _ExpectedFiles(msgspec.Struct):
    """What the files must be, and what cannot be said of them."""

    claims: list[_ExpectedFile] = []
    findings: list[Finding] = []
    unseen: list[int] = []


More = Callable[[StoredEntry, frozenset[int]], Extras]


def check_files(
    entries: Sequence[StoredEntry],
    digests: Mapping[str, Digest],
    looked: Callable[[], None] = lambda: None,
    more: More = lambda _last, _numbers: Extras(),
) -> FileCheck | None:
    """Compare ledger and files; return None where the last entry sealed no dossier to compare with.

    Args:
        entries: at least one, numbered from 0 without gaps.
        digests: what the files were found to be.
        looked: told after each entry. What it raises ends the comparison.
        more: in a package of format 2, says what goes along beside dossier and exhibits.
    """
    last = entries[-1]
    facts = facts_of(last)
    if facts.get("kind") != "dossier":
        return None
    findings: list[Finding] = []
    if len(entries) < 2 or _reference(facts.get("head"), last.id.chain) != last.id.seq - 1:
        findings.append(
            Finding(FindingKind.DOSSIER_HEAD, Verdict.ALTERED, last.id.chain, last.id.seq,
                    expected=str(last.id.seq - 1))
        )  # fmt: skip
    exhibits = _listed_exhibits(facts.get("exhibits", []), last.id, findings)
    for exhibit in exhibits:
        findings += _check_descent(entries, exhibit)
    listed = facts.get("files")
    files = (
        _inferred_files(entries, exhibits)
        if listed is None
        else _listed_files(listed, last.id, exhibits)
    )
    findings += files.findings
    extras = more(last, frozenset(exhibit.number for exhibit in exhibits))
    findings += extras.findings
    by_number = {exhibit.number: exhibit for exhibit in exhibits}
    for each in extras.files:
        if each.exhibit is not None:
            source = msgspec.structs.replace(by_number[each.exhibit], shown=each.place)
            findings += _check_descent(entries, source)
    claims = [
        _ExpectedFile(FindingKind.DOSSIER_OBJECT, DOSSIER, last.id.seq),
        *files.claims,
        *(_ExpectedFile(_EXTRA, each.path, each.place, each.exhibit) for each in extras.files),
    ]
    for claim in claims:
        findings += _check_file(entries[claim.place], claim, digests)
    findings += _check_complete(entries, claims, digests, looked)
    with_file = {claim.exhibit for claim in files.claims}
    return FileCheck(
        findings=tuple(findings),
        exhibits=exhibits,
        without_file=tuple(each.number for each in exhibits if each.number not in with_file),
        compared=len(claims),
        sized=extras.sized + sum(_object_of(entries[claim.place]) is not None for claim in claims),
        shown=sum(claim.kind == _SHOWN for claim in files.claims),
        originals=sum(claim.kind == _ORIGINAL for claim in files.claims),
        unseen=tuple(files.unseen),
    )


def facts_of(entry: StoredEntry) -> dict[str, Any]:
    """Return the part ``facts``, or {} where it is closed or broken."""
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
    """Return the place that a reference into this chain names, or -1."""
    if not isinstance(value, dict) or value.get("chain") != chain:
        return -1
    seq = value.get("seq")
    return seq if type(seq) is int and seq >= 0 else -1


def _listed_exhibits(
    listed: object, last: EntryId, findings: list[Finding]
) -> tuple[ListedExhibit, ...]:
    exhibits: list[ListedExhibit] = []
    for item in listed if isinstance(listed, list) else [None]:
        values = item if isinstance(item, dict) else {}
        number = values.get("number")
        exhibit = ListedExhibit(
            number if type(number) is int else 0,
            _reference(values.get("original"), last.chain),
            _reference(values.get("shown"), last.chain),
        )
        after = exhibits[-1].number if exhibits else 0
        places = (exhibit.original, exhibit.shown)
        if after < exhibit.number < 1_000_000 and all(0 < place < last.seq for place in places):
            exhibits.append(exhibit)
        else:
            found = printable(json.dumps(item))
            findings.append(
                Finding(
                    FindingKind.EXHIBIT_LIST, Verdict.ALTERED, last.chain, last.seq, found=found
                )
            )
    return tuple(exhibits)


def _listed_files(
    listed: object, last: EntryId, exhibits: Sequence[ListedExhibit]
) -> _ExpectedFiles:
    """Return the files that the dossier's entry lists: each of an exhibit of it, in order, under a name it can have."""
    files = _ExpectedFiles()
    places = {exhibit.number: (exhibit.shown, exhibit.original) for exhibit in exhibits}
    before = (0, False)
    for item in listed if isinstance(listed, list) else [None]:
        values = item if isinstance(item, dict) else {}
        path, place = values.get("path"), _reference(values.get("entry"), last.chain)
        number = exhibit_number(path) if isinstance(path, str) and is_known(path, 1) else None
        # In Python, true is equal to 1; in the format it is not.
        same = type(values.get("number")) is int and values["number"] == number
        if isinstance(path, str) and number in places and same:
            kind = _ORIGINAL if is_original(path) else _SHOWN
            if place == places[number or 0][kind == _ORIGINAL] and path_order(path) > before:
                before = path_order(path)
                files.claims.append(_ExpectedFile(kind, path, place, number))
                continue
        found = printable(json.dumps(item))
        files.findings.append(
            Finding(FindingKind.EXHIBIT_LIST, Verdict.ALTERED, last.chain, last.seq, found=found)
        )
    return files


def _inferred_files(
    entries: Sequence[StoredEntry], exhibits: Sequence[ListedExhibit]
) -> _ExpectedFiles:
    """Return the files as they follow from what is open: for packages of which the dossier lists none."""
    files = _ExpectedFiles()
    for exhibit in exhibits:
        number, shown, original = exhibit.number, entries[exhibit.shown], entries[exhibit.original]
        state = _object_state(shown)
        if state is PartState.WITHHELD and _may_be_added_file(shown, exhibit):
            files.unseen.append(number)
        elif state is PartState.WITHHELD:
            files.findings.append(
                Finding(
                    _SHOWN, Verdict.INCOMPLETE, shown.id.chain, shown.id.seq, number,
                    found="withheld",
                )
            )  # fmt: skip
        elif state is not PartState.ERASED:
            path = exhibit_path(number, _media_type(shown))
            files.claims.append(_ExpectedFile(_SHOWN, path, exhibit.shown, number))
        if shown is original:
            continue
        if _object_of(original) is not None:
            path = original_path(number, _media_type(original))
            files.claims.append(_ExpectedFile(_ORIGINAL, path, exhibit.original, number))
        elif number not in files.unseen:
            files.unseen.append(number)
    return files


def _object_state(entry: StoredEntry) -> PartState | None:
    """Return the state of the object part; WITHHELD where nothing of the entry is shown."""
    part = entry.part("object")
    if part is None:
        return None if entry.parts else PartState.WITHHELD
    return part.state


def _may_be_added_file(shown: StoredEntry, exhibit: ListedExhibit) -> bool:
    """Return whether it is an added file without a picture: only such a one was named and not shown."""
    return exhibit.shown == exhibit.original and facts_of(shown).get("kind") == "file"


def _media_type(entry: StoredEntry) -> str:
    body = _object_of(entry)
    return body.media_type if body else ""


def _check_file(
    entry: StoredEntry, claim: _ExpectedFile, digests: Mapping[str, Digest]
) -> Iterator[Finding]:
    def finding(kind: FindingKind, verdict: Verdict, expected: str, found: str) -> Finding:
        return Finding(
            kind, verdict, entry.id.chain, entry.id.seq, claim.exhibit, claim.path, expected, found
        )

    body, digest = _object_of(entry), digests.get(claim.path)
    if body is None:
        yield finding(claim.kind, Verdict.INCOMPLETE, "", "closed")
    elif digest is None:
        yield finding(claim.kind, Verdict.INCOMPLETE, body.sha256, "missing")
    elif digest.sha256 != body.sha256 or not _fits(claim, body):
        yield finding(claim.kind, Verdict.ALTERED, body.sha256, digest.sha256)
    elif digest.size != body.size:
        yield finding(FindingKind.OBJECT_SIZE, Verdict.ALTERED, str(body.size), str(digest.size))


def _fits(claim: _ExpectedFile, body: ObjectBody) -> bool:
    """Return whether the name is one for a file of that media type."""
    if claim.kind is FindingKind.DOSSIER_OBJECT:
        return body.media_type == "application/pdf"
    if claim.kind is _EXTRA:
        return claim.path.endswith("." + more_extension(claim.path, body.media_type))
    return claim.path.endswith("." + extension(body.media_type))


def _check_descent(entries: Sequence[StoredEntry], exhibit: ListedExhibit) -> Iterator[Finding]:
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
        FindingKind.EXHIBIT_PARENT,
        Verdict.ALTERED,
        shown.chain,
        shown.seq,
        exhibit.number,
        expected=str(exhibit.original),
        found=str(place),
    )


def _check_complete(
    entries: Sequence[StoredEntry],
    claims: Sequence[_ExpectedFile],
    digests: Mapping[str, Digest],
    looked: Callable[[], None],
) -> Iterator[Finding]:
    places: set[int] = set()
    for claim in claims:
        if claim.place in places:
            id = entries[claim.place].id
            yield Finding(
                FindingKind.EXHIBIT_LIST, Verdict.ALTERED, id.chain, id.seq, claim.exhibit
            )
        places.add(claim.place)
    for path in sorted(set(digests) - {claim.path for claim in claims}):
        if exhibit_number(path) is not None and not is_more(path):
            yield file_finding(FindingKind.EXHIBIT_EXTRA, path)
    for place, entry in enumerate(entries):
        looked()
        if _object_of(entry) is not None and place not in places:
            yield Finding(
                FindingKind.OBJECT_WITHOUT_FILE, Verdict.INCOMPLETE, entry.id.chain, entry.id.seq
            )
