"""What is erased is in no byte of the file any more, whatever it was; what is left still holds together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.actions.add_file import add_bytes
from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.erase import EraseWish, erase
from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import mark_and_redact
from app.actions.name_people import register_person
from app.actions.open_case import OpenCase
from app.actions.quote_read import ReadInPicture
from app.actions.write_down import write_down, write_down_read
from app.capture import Region
from app.casework import (
    KINDS,
    AlreadyErasedError,
    Gap,
    NotErasableThingError,
    OnlyAnExampleError,
    plan_erasure,
)
from app.casework.kinds.by_vault import TOMBSTONE
from app.casework.kinds.dossier import DELIVERY, DOSSIER
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NoteDraft
from app.casework.kinds.picture_text import PICTURE_TEXT
from app.casework.kinds.shared_text import SHARED_TEXT
from app.dossier import Choices
from app.markup import Box, Number, Redaction
from app.vocabulary import Relation, Zone
from evidence_store import EntryId, Verdict
from tests.e2e.walk.every_kind import (
    WRITTEN,
    bytes_of,
    seal_the_rest,
    secrets_of,
    word_of,
    write_every_kind,
)
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.store.building import plain_vault
from tests.unit.actions.acting import assert_state_is_what_is_sealed, captured, current, leftovers
from tests.worlds import FONT, begin, order

CANARY = "KanariefuglZQX"
COVER = Redaction(Box(30, 20, 40, 16), "Barns navn")
ALL = EraseWish(reason="Skal væk")


def on_disk(folder: Path) -> bytes:
    """Every byte of the vault and its side files."""
    return b"".join(p.read_bytes() for p in folder.iterdir() if p.name.startswith("plain."))


def holds(case: OpenCase, entry: EntryId) -> bool:
    """Whether the bytes of an entry can be read."""
    with case.vault.open_object(entry) as stream:
        return bool(stream.read())


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[OpenCase, Path]]:
    """One thing of every kind, each with a correction, in a vault whose bytes can be read."""
    folder = tmp_path_factory.mktemp("full")
    with plain_vault(folder) as vault:
        case = begin(vault)
        exhibit = captured(case)
        given = hand_over(case, order(), folder / "pakke.zip")
        named = {
            "exhibit": exhibit.original,
            "dossier": given.made.entry,
            "delivery": given.delivery,
        }
        write_every_kind(case, folder, named)
        seal_the_rest(case)
        yield case, folder


def test_of_every_kind_nothing_is_left_in_any_byte(full: tuple[OpenCase, Path]) -> None:
    case, folder = full
    before = on_disk(folder)
    words = {
        word.encode(): kind.tag
        for kind in WRITTEN
        for word in (*(word_of(kind, field) for field in kind.fields), bytes_of(kind).decode())
        if word and (kind.takes_file or word.encode() != bytes_of(kind))
    }
    salts = secrets_of(case)
    missing = {word for word in words if word not in before}
    assert len(missing) * 10 < len(words)  # a few of them are read and kept in another form
    for kind in WRITTEN:
        rows = (*case.state.of(kind), *case.state.private_of(kind))
        assert rows, kind.tag
        for thing in rows:
            erase(case, thing.id, ALL)
    for entry in list(case.vault.entries(case.chains.evidence))[1:]:
        with suppress(AlreadyErasedError, NotErasableThingError):  # it went with what it hangs on
            erase(case, entry.id, ALL)
    after = on_disk(folder)
    # Who acted and on which machine stays of a single thing, and what its kind says.
    stays = {k.tag: k.erasing.keeps | {"person", "machine"} for k in KINDS if k.erasing is not None}
    assert {kind for kind, _, _ in salts} >= set(stays)
    left = {(kind, part) for kind, part, salt in salts if kind in stays and salt in after}
    # A token over nothing and words of nothing hang on nothing that could be erased: with the whole case they go.
    assert {kind for kind, part in left if part not in stays[kind]} == {"disclosed", "timestamp"}
    assert {tag for word, tag in words.items() if word in after} == set()
    assert_state_is_what_is_sealed(case)
    assert leftovers(case.vault) == 0
    assert case.vault.verify().verdict is Verdict.CONSISTENT
    assert all(
        case.vault.search(word.decode()) == () for word in list(words)[::9] if b" " not in word
    )


def test_an_original_goes_with_its_copies_and_is_told_of_before(
    case: OpenCase, tmp_path: Path
) -> None:
    screen = FakeScreen(case.clock, striped_pixels(120, 80))
    wish = CaptureWish(region=Region(0, 0, 90, 60), context=True, url=f"https://x.example/{CANARY}")
    region, whole = capture_and_seal(case, screen, wish)
    exhibit = case.state.exhibit_of(region)
    assert exhibit is not None
    mark_and_redact(case, exhibit, marks=[Number(50, 30, CANARY)], redactions=[COVER], font=FONT)
    incident = write_down(case, IncidentDraft(quote="Ord", exhibits=(region,)))
    given = hand_over(case, order(), tmp_path / "pakke.zip")
    case.vault.save_draft(f"layer/{region.chain}/{region.seq}", CANARY.encode(), "2026")
    case.vault.save_draft("layer/x/9", b"another", "2026")
    plan = plan_erasure(case.state, region)
    assert [each.original for each in plan.beside] == [whole]
    assert [each.thing.id for each in plan.named_by] == [incident]
    assert [each.made.entry for each in plan.reports] == [given.made.entry]
    assert len(plan.made_from) == 1
    done = erase(case, region, EraseWish(reason="Et barn ses"))
    assert CANARY.encode() in on_disk(tmp_path), "the whole screen has the same link"
    erase(case, whole, EraseWish())
    assert CANARY.encode() not in on_disk(tmp_path)
    after = current(case, exhibit)
    assert (after.number, isinstance(after.facts, Gap)) == (exhibit.number, True)
    assert case.vault.thumbnail(region) is None
    assert case.vault.draft(f"layer/{region.chain}/{region.seq}") is None
    assert case.vault.draft("layer/x/9") == b"another"
    erasure, _ = case.state.of(TOMBSTONE)
    assert (erasure.entry, erasure.reason) == (done.entry, "Et barn ses")
    assert case.state.thing_of(incident) == case.state.of(INCIDENT)[0]
    assert_state_is_what_is_sealed(case)
    assert case.vault.verify().verdict is Verdict.CONSISTENT


def test_copies_and_reports_stay_where_the_person_says_so(case: OpenCase, tmp_path: Path) -> None:
    exhibit = captured(case)
    copy = mark_and_redact(case, exhibit, redactions=[COVER], font=FONT)
    given = hand_over(case, order(), tmp_path / "pakke.zip")
    erase(case, exhibit.original, EraseWish(made_from=False))
    assert holds(case, copy)
    assert holds(case, given.made.entry)
    erase(case, exhibit.original, EraseWish(reports=(given.made.entry,)))
    (report,) = case.state.of(DOSSIER)
    assert isinstance(report.object, Gap)
    assert report.facts.exhibits[0].original == exhibit.original
    assert current(case, exhibit).copies == ()
    with pytest.raises(AlreadyErasedError):
        erase(case, exhibit.original, EraseWish(reports=(given.made.entry,)))


def test_a_report_that_the_plan_does_not_list_is_left_alone(case: OpenCase, tmp_path: Path) -> None:
    first, other = captured(case, 1), captured(case, 2)
    given = hand_over(
        case, order(choices=Choices(exhibits=(first.number,))), tmp_path / "pakke.zip"
    )
    erase(case, other.original, EraseWish(reports=(given.made.entry,)))
    assert holds(case, given.made.entry)


def test_the_file_of_a_report_goes_alone(case: OpenCase, tmp_path: Path) -> None:
    captured(case)
    given = hand_over(case, order(), tmp_path / "pakke.zip")
    erase(case, given.made.entry, EraseWish())
    (report,) = case.state.of(DOSSIER)
    assert (isinstance(report.object, Gap), report.facts.recipient) == (True, "manager")


def test_bytes_that_another_exhibit_holds_are_told(case: OpenCase) -> None:
    first = add_bytes(case, b"de samme ord", origin="a.txt")
    second = add_bytes(case, b"de samme ord", origin="b.txt")
    done = erase(case, first, EraseWish())
    assert done.still_held == (second,)
    with case.vault.open_object(second) as stream:
        assert stream.read() == b"de samme ord"


def test_what_is_private_is_erased_in_its_own_chain(case: OpenCase) -> None:
    note = write_down(case, NoteDraft(text=CANARY, zone=Zone.PRIVATE))
    done = erase(case, note, EraseWish())
    assert done.entry.chain == case.chains.private


def test_nothing_is_erased_that_stands_for_itself(case: OpenCase, tmp_path: Path) -> None:
    captured(case)
    hand_over(case, order(), tmp_path / "pakke.zip")
    (package,) = case.state.of(DELIVERY)
    before = case.state
    with pytest.raises(NotErasableThingError):
        erase(case, package.entry, EraseWish())
    with pytest.raises(NotErasableThingError):
        erase(case, EntryId(case.chains.evidence, 0), EraseWish())
    assert case.state == before


def test_in_the_example_nothing_is_erased(case: OpenCase) -> None:
    exhibit = captured(case)
    case.example = True
    with pytest.raises(OnlyAnExampleError):
        erase(case, exhibit.original, EraseWish())
    assert holds(case, exhibit.original)


def test_what_a_program_read_for_a_quote_goes_with_picture_or_post(
    case: OpenCase, tmp_path: Path
) -> None:
    exhibit = captured(case)
    read = (ReadInPicture(exhibit.original, "tesseract", "5.5.4", "dan", CANARY),)
    first = write_down_read(case, IncidentDraft(quote=CANARY), read)
    second = write_down_read(case, IncidentDraft(quote=CANARY), read)
    (reading,) = (each.entry for each in case.state.of(PICTURE_TEXT))
    assert plan_erasure(case.state, exhibit.original).read == (reading,)
    assert plan_erasure(case.state, first).read == ()
    erase(case, first, EraseWish())
    assert plan_erasure(case.state, second).read == (reading,)
    erase(case, second, EraseWish())
    assert not case.state.of(PICTURE_TEXT)
    assert CANARY.encode() not in on_disk(tmp_path)


def test_what_stood_in_reports_instead_of_its_words_goes_too(
    case: OpenCase, tmp_path: Path
) -> None:
    captured(case)
    register_person(case, Relation.CITIZEN, ("Solvej Grønlykke",))
    quote = f"Solvej Grønlykke kender {CANARY}"
    post = write_down(case, IncidentDraft(quote=quote))
    hand_over(case, order(), tmp_path / "pakke.zip")
    shared = tuple(each.entry for each in case.state.of(SHARED_TEXT))
    assert shared
    assert plan_erasure(case.state, post).shared == shared
    erase(case, post, EraseWish())
    assert CANARY.encode() not in on_disk(tmp_path)
    assert all(isinstance(each.text, Gap) for each in case.state.of(SHARED_TEXT))
