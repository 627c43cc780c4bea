"""Packages in the corners of the format: what a stranger who wrote a reader from docs/format.md could not tell from it.

Each stands for a sentence that was put on the page. Those that are zips are no matter for verify.sh.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.e2e.package.forge import (
    CHAIN,
    LEDGER,
    PDF,
    PICTURE_1,
    EntryDraft,
    Forged,
    PartDraft,
    body,
    object_body,
    older,
    ref,
    sha,
    small,
)
from tests.e2e.package.forge_more import INDEX, TABLE, second
from tests.e2e.package.forge_witness import Parts, with_statement
from tests.e2e.package.variant_corner_zips import ZIPS
from tests.e2e.package.variants import Variant
from tests.witnesses import signed

_MANIFEST, _TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"


def corners() -> Iterator[Variant]:
    """Yield them, zips first."""
    for make in ZIPS:
        yield Variant(make.__name__, _zipping(make))
    for change in FOLDERS:
        yield Variant(change.__name__, _unpacking(change))


def _zipping(make: Callable[[], bytes]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "pakke.zip"
        path.write_bytes(make())
        return path

    return write


def _unpacking(change: Callable[[], Forged]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        forged = change()
        return forged.unpack(folder / forged.top)

    return write


def _sealed(forged: Forged) -> Forged:
    forged.ledger.reseal()
    forged.write_ledger()
    forged.relist()
    return forged


def _say(entry: EntryDraft, part: str, **fields: object) -> None:
    """Let a part say something else; a field that is None goes."""
    value = {**json.loads(entry.part(part).body), **fields}
    kept = {name: each for name, each in value.items() if each is not None}
    entry.part(part).body = json.dumps(kept).encode()


def lists_that_are_empty_or_too_long() -> Forged:
    forged = small()
    forged.files[_MANIFEST] += b"x" * 4 * 1024 * 1024 + b"\n"
    forged.files[_TAGS] = b""
    return forged


def a_file_in_the_other_list_alone() -> Forged:
    forged = small()
    tags = forged.files[_TAGS].splitlines(keepends=True)
    forged.files[_MANIFEST] = tags[0] + forged.files[_MANIFEST]
    forged.files[_TAGS] = b"".join(tags[1:])
    return forged


def a_bag_that_breaks_off_in_its_fourth_line() -> Forged:
    forged = second()
    lines = forged.files["bag-info.txt"].split(b"\n")[:3]
    forged.files["bag-info.txt"] = b"\n".join([*lines, b"Bag-Count: 1 of 2"])
    return forged


def a_sum_of_too_many_digits() -> Forged:
    forged = small()
    text = forged.files["bag-info.txt"]
    forged.files["bag-info.txt"] = text.replace(b"Oxum: ", b"Oxum: " + b"1" * 20)
    del forged.files["README.txt"]
    return forged


def _with_lines(*lines: bytes, after: bytes, form: Forged | None = None) -> Forged:
    forged = form or small()
    text = forged.files[LEDGER]
    at = text.index(b"\n", text.index(after)) + 1
    forged.files[LEDGER] = text[:at] + b"\n".join([*lines, b""]) + text[at:]
    forged.relist()
    return forged


def a_part_that_is_a_word() -> Forged:
    return _with_lines(b"part", after=b"part window")


def a_long_body_that_is_not_due() -> Forged:
    return _with_lines(b"body " + b"x" * 500, after=b"part window")


def a_last_line_that_is_too_long() -> Forged:
    forged = small()
    forged.files[LEDGER] += b"x" * (4 * 1024 * 1024 + 1)
    text = forged.files[LEDGER]
    forged.files[LEDGER] = text.replace(b"end 11\n", b"")
    forged.relist()
    return forged


def a_genesis_that_is_no_body_and_not_alone() -> Forged:
    forged = small()
    parts = forged.ledger.entries[0].parts
    parts[0].body = b"{}"
    parts.append(PartDraft("more", body("more"), sha(b"more")))
    return _sealed(forged)


def a_later_genesis() -> Forged:
    """The first of a later version and of no chain kind; a later entry has one of a later format."""
    forged = small()
    _say(forged.ledger.entries[0], "genesis", version=2, chain_kind=None)
    genesis = body("genesis", format=2, chain_kind="evidence")
    forged.ledger.entries[9].parts = [PartDraft("genesis", genesis, sha(b"genesis"))]
    return _sealed(forged)


def later_versions_with_more() -> Forged:
    """An object of a later version with a further field; in format 1 a part for packages of a later version."""
    forged = small()
    _say(forged.ledger.entries[2], "object", version=2, more=1)
    package = body("dossier_package").replace(b'"version": 1', b'"version": 2')
    forged.ledger.entries[5].parts.insert(1, PartDraft("package", package, sha(b"package")))
    return _sealed(forged)


def a_place_twice() -> Forged:
    """Of two entries with one place one has an erased part, the other has it open; no tombstone names it."""
    forged = small()
    entries = forged.ledger.entries
    entries[5].part("source").state = "erased"
    again = EntryDraft(5, entries[5].time, [
        PartDraft("facts", body("note"), sha(b"1")), PartDraft("source", body("x"), sha(b"2")),
    ])  # fmt: skip
    entries.insert(6, again)
    for at in range(6, len(entries)):
        entries[at].previous = entries[at - 1].hash
        entries[at].seq = at - 1
        for part in entries[at].parts:
            part.commit()
        forged.ledger.rehash(at)
    forged.write_ledger()
    forged.relist()
    return forged


def _of_copies(count: int) -> Forged:
    """Exhibit 1 is shown by a copy of a copy of …, with so many entries between it and its original."""
    forged = small()
    entries = forged.ledger.entries
    last = entries.pop()
    for seq in range(10, 11 + count):
        view = body("view", parent=ref(2 if seq == 10 else seq - 1))
        entries.append(EntryDraft(seq, last.time, [PartDraft("facts", view, sha(b"%d" % seq))]))
    shown = entries[-1]
    shown.parts.append(PartDraft("object", object_body(PICTURE_1, "image/png"), sha(b"shown")))
    facts = last.facts()
    exhibits, files = json.loads(json.dumps([facts[name] for name in ("exhibits", "files")]))
    exhibits[0]["shown"] = files[0]["entry"] = ref(shown.seq)
    files.insert(1, {"number": 1, "entry": ref(2), "path": "data/originals/bilag-001.png"})
    forged.files["data/originals/bilag-001.png"] = PICTURE_1
    _say(last, "facts", exhibits=exhibits, files=files, head=ref(shown.seq))
    entries.append(last)
    return _sealed(forged)


def as_many_copies_as_there_may_be() -> Forged:
    return _of_copies(30)


def a_copy_too_many() -> Forged:
    return _of_copies(31)


def an_older_dossier_that_shows_no_object() -> Forged:
    forged = older()
    forged.ledger.entries[2].parts.pop()
    return _sealed(forged)


def a_dossier_without_exhibits_and_two_faults_in_one_file() -> Forged:
    """Its own file is noted with another size and as something else."""
    forged = small()
    last = forged.ledger.entries[-1]
    _say(last, "facts", exhibits=None, files=[])
    _say(last, "object", size=len(PDF) + 1, media_type="text/plain")
    return _sealed(forged)


def _listing(change: Callable[[dict[str, list[dict[str, object]]]], None]) -> Forged:
    forged = second()
    part = forged.ledger.entries[-1].part("package")
    value = json.loads(part.body)
    change(value)
    part.body = json.dumps(value).encode()
    return forged


def an_extra_listed_wrongly_and_then_rightly() -> Forged:
    def change(value: dict[str, list[dict[str, object]]]) -> None:
        value["made"].insert(0, {**value["made"][0], "size": -1})
        value["chains"].insert(0, {**value["chains"][0], "chain": CHAIN})

    return _sealed(_listing(change))


def a_second_file_of_an_entry_and_none_of_a_table() -> Forged:
    """Exhibit 3's picture is listed among the films, too; the only table that is listed is not there."""

    def change(value: dict[str, list[dict[str, object]]]) -> None:
        path = "data/media/bilag-003.png"
        value["entries"] = [*value["entries"][:1], {"path": path, "entry": ref(6)}]
        value["made"], value["chains"] = value["made"][1:], []

    forged = _listing(change)
    forged.files["data/media/bilag-003.png"] = forged.files["data/exhibits/bilag-003.png"]
    for path in (TABLE, INDEX):
        del forged.files[path]
    return _sealed(forged)


def a_statement_of_no_day() -> Forged:
    return with_statement(lambda each: signed(each).replace(b"\ntime 2026", b"\ntime 0000"))


def a_statement_of_an_exhibit_and_more() -> Forged:
    return with_statement(parts=Parts(exhibit={**ref(2), "more": 1}))


FOLDERS: tuple[Callable[[], Forged], ...] = (
    lists_that_are_empty_or_too_long,
    a_file_in_the_other_list_alone,
    a_bag_that_breaks_off_in_its_fourth_line,
    a_sum_of_too_many_digits,
    a_part_that_is_a_word,
    a_long_body_that_is_not_due,
    a_last_line_that_is_too_long,
    a_genesis_that_is_no_body_and_not_alone,
    a_later_genesis,
    later_versions_with_more,
    a_place_twice,
    as_many_copies_as_there_may_be,
    a_copy_too_many,
    an_older_dossier_that_shows_no_object,
    a_dossier_without_exhibits_and_two_faults_in_one_file,
    an_extra_listed_wrongly_and_then_rightly,
    a_second_file_of_an_entry_and_none_of_a_table,
    a_statement_of_no_day,
    a_statement_of_an_exhibit_and_more,
)
