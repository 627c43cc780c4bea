"""What the log says of the files, compared whole: which are expected, which are missing, and what is told of each."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from msgspec import structs

from app.handover.check_files import FileCheck, ListedExhibit, check_files, facts_of
from evidence_store import Finding, FindingKind, PartState, SealedPart, Verdict
from tests.e2e.package.forge import (
    CHAIN,
    DOSSIER,
    MAIL,
    PICTURE_1,
    EntryDraft,
    LedgerDraft,
    PartDraft,
    body,
    good,
    object_body,
    older,
    ref,
    sha,
)
from tests.unit.handover.telling import (
    EXHIBITS,
    FILES,
    closing,
    digests,
    entries,
    listed,
    saying,
    story,
    told,
    without,
)


def test_a_sound_package_has_a_file_for_each_exhibit_and_one_original() -> None:
    assert story(good()) == FileCheck(
        findings=(), exhibits=EXHIBITS, without_file=(), compared=5, shown=3, originals=1, sized=5
    )


def test_without_a_list_the_files_follow_from_what_is_open() -> None:
    """Whether the first exhibit's original, the picture itself, was to go along is no question; the second's is."""
    assert story(older()) == FileCheck(
        findings=(),
        exhibits=EXHIBITS,
        without_file=(),
        compared=5,
        shown=3,
        originals=1,
        unseen=(2,),
        sized=5,
    )


def test_what_is_named_as_shown_and_holds_no_file_is_told_by_the_name_it_would_have() -> None:
    """An entry that shows its facts, and of which no part is an object."""
    changed = older()
    entry = changed.ledger.entries[4]
    entry.parts = [part for part in entry.parts if part.name != "object"]
    changed.ledger.reseal(4)
    found = story(changed)
    assert told(found.findings) == [
        "exhibit_object 4 2 data/exhibits/bilag-002.bin:  > closed INCOMPLETE",
        "exhibit_extra None 2 data/exhibits/bilag-002.png:  > ",
    ]
    assert (found.unseen, found.without_file) == ((2,), ())


def test_a_log_that_ends_with_no_dossier_cannot_be_compared() -> None:
    kept = entries(good())
    assert check_files(kept[:-1], digests(good())) is None
    closed = closing(good(), 10, "facts")
    assert check_files(entries(closed), digests(closed)) is None


@pytest.mark.parametrize("head", [ref(8), ref(10), ref(9, "f" * 32), 9, None, {"chain": CHAIN}])
def test_the_dossier_names_the_entry_before_it(head: object) -> None:
    changed = saying(good(), 10, head=head)
    assert told(story(changed).findings) == ["dossier_head 10 None -: 9 > "]
    assert story(saying(good(), 10, head=ref(9))).findings == ()


def test_a_missing_file_is_incomplete_by_name_and_another_one_is_altered() -> None:
    expected = {
        "data/exhibits/bilag-001.png": ("exhibit_object", 2, 1),
        "data/exhibits/bilag-002.png": ("exhibit_object", 4, 2),
        "data/exhibits/bilag-003.png": ("exhibit_object", 6, 3),
        "data/originals/bilag-003.eml": ("original_object", 5, 3),
        DOSSIER: ("dossier_object", 10, None),
    }
    for path, (kind, seq, exhibit) in expected.items():
        content = good().files[path]
        assert told(story(without(good(), path)).findings) == [
            f"{kind} {seq} {exhibit} {path}: {sha(content)[:8]} > missing INCOMPLETE"
        ]
        other = good()
        other.files[path] = content + b"x"
        assert told(story(other).findings) == [
            f"{kind} {seq} {exhibit} {path}: {sha(content)[:8]} > {sha(content + b'x')[:30]}"
        ]


def test_a_size_that_does_not_fit_is_told_where_the_bytes_do() -> None:
    seen = digests(good())
    path = "data/exhibits/bilag-001.png"
    seen[path] = structs.replace(seen[path], size=3)
    found = check_files(entries(good()), seen)
    assert found is not None
    assert told(found.findings) == [f"object_size 2 1 {path}: {len(PICTURE_1)} > 3"]


def test_a_name_must_be_one_for_the_files_media_type() -> None:
    changed = good()
    for file, ending in ((changed.files, "pdf"),):
        file[f"data/originals/bilag-003.{ending}"] = file.pop("data/originals/bilag-003.eml")
    files = listed(changed)
    files[3]["path"] = "data/originals/bilag-003.pdf"
    found = story(saying(changed, 10, files=files)).findings
    assert told(found) == [
        f"original_object 5 3 data/originals/bilag-003.pdf: {sha(MAIL)[:8]} > {sha(MAIL)[:30]}"
    ]
    # The dossier is a PDF, whatever else is true of its bytes.
    other = good()
    other.ledger.entries[10].part("object").body = object_body(other.files[DOSSIER], "image/png")
    other.ledger.reseal(10)
    assert [each.kind for each in story(other).findings] == ["dossier_object"]


# -- the list of exhibits ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "item",
    [
        None,
        7,
        [],
        {},
        {"number": True, "original": ref(2), "shown": ref(2)},
        {"number": 0, "original": ref(2), "shown": ref(2)},
        {"number": 1_000_000, "original": ref(2), "shown": ref(2)},
        {"number": 1, "original": ref(0), "shown": ref(2)},
        {"number": 1, "original": ref(2), "shown": ref(0)},
        {"number": 1, "original": ref(2), "shown": ref(10)},
        {"number": 1, "original": ref(2, "f" * 32), "shown": ref(2)},
        {"number": 1, "original": {"chain": CHAIN, "seq": True}, "shown": ref(2)},
        {"number": 1, "original": {"chain": CHAIN, "seq": -2}, "shown": ref(2)},
        {"number": 1, "original": {"chain": CHAIN}, "shown": ref(2)},
        {"number": 1, "original": "2", "shown": ref(2)},
        {"number": 1, "shown": ref(2)},
    ],
)
def test_an_exhibit_that_cannot_be_is_told_and_not_compared(item: object) -> None:
    rest = [
        {"number": 2, "original": ref(3), "shown": ref(4)},
        {"number": 3, "original": ref(5), "shown": ref(6)},
    ]
    changed = saying(good(), 10, exhibits=[item, *rest], files=listed(good())[1:])
    del changed.files["data/exhibits/bilag-001.png"]
    found = story(changed)
    assert found.exhibits == EXHIBITS[1:]
    first, *others = found.findings
    assert (first.kind, first.seq, first.verdict) == ("exhibit_list", 10, Verdict.ALTERED)
    assert first.found == json.dumps(item)[:100] + ("..." if len(json.dumps(item)) > 100 else "")
    assert told(tuple(others)) == ["object_without_file 2 None -:  >  INCOMPLETE"]


def test_exhibits_are_a_list_in_the_order_of_their_numbers() -> None:
    for value in ("x", 7, {"1": 2}):
        found = story(saying(good(), 10, exhibits=value, files=[]))
        assert found.exhibits == ()
        assert found.findings[0].kind == "exhibit_list"
    listing = cast("list[object]", good().ledger.entries[10].facts()["exhibits"])
    for wrong in (
        [listing[1], listing[0], listing[2]],
        [listing[0], listing[1], listing[1], listing[2]],
    ):
        found = story(saying(good(), 10, exhibits=wrong))
        assert "exhibit_list" in {each.kind for each in found.findings}


def test_the_first_entry_after_the_beginning_can_be_an_exhibit() -> None:
    """A case whose very first act was a capture."""
    forged = good()
    plan: list[list[tuple[str, bytes]]] = [
        [("genesis", forged.ledger.entries[0].part("genesis").body)],
        [
            ("facts", body("capture", captured_at="2026-11-23T13:03:11.042Z")),
            ("object", object_body(PICTURE_1, "image/png")),
        ],
        [
            (
                "facts",
                body(
                    "dossier",
                    head=ref(1),
                    exhibits=[{"number": 1, "original": ref(1), "shown": ref(1)}],
                    files=[{"number": 1, "entry": ref(1), "path": "data/exhibits/bilag-001.png"}],
                ),
            ),
            ("object", object_body(forged.files[DOSSIER], "application/pdf")),
        ],
    ]
    drafts = [
        EntryDraft(
            seq,
            f"2026-11-23T13:{seq:02d}:11.042Z",
            [PartDraft(name, data, sha(f"{seq} {name}".encode())) for name, data in parts],
        )
        for seq, parts in enumerate(plan)
    ]
    forged.ledger = LedgerDraft(drafts)
    forged.ledger.reseal()
    for path in FILES[2:]:
        del forged.files[path]
    assert story(forged) == FileCheck((), (ListedExhibit(1, 1, 1),), (), 2, 1, 0, sized=2)


# -- what a picture was made from ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"parent": ref(2)}, "2"),
        ({"parent": ref(4)}, "4"),
        ({"parent": ref(6)}, "4"),
        ({"parent": ref(0)}, "4"),
        ({"parent": 3}, "4"),
        ({"parent": None}, "4"),
        ({"kind": "note"}, "4"),
    ],
)
def test_what_is_shown_was_made_from_its_original(facts: dict[str, object], found: str) -> None:
    (finding,) = story(saying(good(), 4, **facts)).findings
    assert finding == Finding(
        FindingKind.EXHIBIT_PARENT, Verdict.ALTERED, CHAIN, 4, 2, expected="3", found=found
    )


def test_where_the_facts_between_are_closed_the_descent_is_not_judged() -> None:
    assert story(closing(saying(good(), 4, parent=ref(2)), 4, "facts")).findings == ()


# -- complete both ways --------------------------------------------------------------------------


def test_an_open_object_has_its_file_and_a_file_its_object() -> None:
    opened = good()
    for part in opened.ledger.entries[3].parts:
        part.state = "open"
    opened.write_ledger()
    assert told(story(opened).findings) == ["object_without_file 3 None -:  >  INCOMPLETE"]
    extra = good()
    extra.files["data/originals/bilag-002.png"] = b"x"
    assert told(story(extra).findings) == ["exhibit_extra None 2 data/originals/bilag-002.png:  > "]


def test_one_object_is_shown_as_one_exhibit() -> None:
    exhibits = [
        {"number": 1, "original": ref(2), "shown": ref(2)},
        {"number": 2, "original": ref(2), "shown": ref(2)},
        {"number": 3, "original": ref(5), "shown": ref(6)},
    ]
    files = listed(good())
    files[1]["entry"] = ref(2)
    found = story(saying(good(), 10, exhibits=exhibits, files=files)).findings
    assert [(each.kind, each.seq, each.exhibit) for each in found] == [
        ("exhibit_object", 2, 2),
        ("exhibit_list", 2, 2),
        ("object_without_file", 4, None),
    ]


def test_a_shown_object_that_is_closed_is_incomplete() -> None:
    changed = closing(good(), 4, "object")
    assert told(story(changed).findings) == [
        "exhibit_object 4 2 data/exhibits/bilag-002.png:  > closed INCOMPLETE"
    ]


# -- packages of an older kind -------------------------------------------------------------------


def test_an_older_package_without_a_shown_picture_is_incomplete_by_its_number() -> None:
    changed = closing(without(older(), "data/exhibits/bilag-002.png"), 4, "object")
    found = story(changed)
    assert told(found.findings) == ["exhibit_object 4 2 -:  > withheld INCOMPLETE"]
    assert (found.without_file, found.shown, found.unseen) == ((2,), 2, (2,))


def test_of_an_erased_picture_no_older_package_is_expected_to_have_the_file() -> None:
    changed = closing(without(older(), "data/exhibits/bilag-002.png"), 4, "object", "erased")
    found = story(changed)
    assert found.findings == ()
    assert (found.without_file, found.compared) == ((2,), 4)


def test_of_an_added_file_without_a_picture_nothing_can_be_seen_in_an_older_package() -> None:
    changed = older()
    exhibits = cast("list[dict[str, Any]]", changed.ledger.entries[10].facts()["exhibits"])
    exhibits[2] = {"number": 3, "original": ref(5), "shown": ref(5)}
    changed = saying(changed, 10, exhibits=exhibits)
    for path in ("data/exhibits/bilag-003.png", "data/originals/bilag-003.eml"):
        del changed.files[path]
    for seq in (5, 6):
        changed.ledger.entries[seq].part("object").state = "withheld"
    changed.write_ledger()
    found = story(changed)
    assert (found.findings, found.unseen, found.without_file) == ((), (2, 3), (3,))


# -- reading -------------------------------------------------------------------------------------


def test_facts_that_are_closed_broken_or_missing_say_nothing() -> None:
    entry = entries(good())[2]
    assert facts_of(entry)["kind"] == "capture"
    facts = entry.part("facts")
    assert facts is not None
    for other in (
        structs.replace(facts, body=b"{"),
        SealedPart("facts", facts.commitment, PartState.WITHHELD),
        structs.replace(facts, name="other"),
    ):
        assert facts_of(structs.replace(entry, parts=(other,))) == {}


@pytest.mark.parametrize(
    "wrong",
    [
        b"{",
        body("object", sha256="f" * 63, size=1, media_type="image/png"),
        body("object", sha256="F" * 64, size=1, media_type="image/png"),
        body("object", sha256="f" * 64, size=-1, media_type="image/png"),
        body("object", sha256="f" * 64, size="1", media_type="image/png"),
        body("note"),
    ],
)
def test_an_object_part_that_says_no_object_has_no_file(wrong: bytes) -> None:
    kept = entries(good())
    part = kept[2].part("object")
    assert part is not None
    parts = tuple(
        structs.replace(each, body=wrong) if each.name == "object" else each
        for each in kept[2].parts
    )
    kept[2] = structs.replace(kept[2], parts=parts)
    found = check_files(kept, digests(good()))
    assert found is not None
    assert told(found.findings) == [
        "exhibit_object 2 1 data/exhibits/bilag-001.png:  > closed INCOMPLETE"
    ]
