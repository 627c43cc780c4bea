"""What supports a picture of a page, what is missing, and what would make it stronger."""

from __future__ import annotations

import msgspec
import pytest

from app.casework import Exhibit
from app.casework.completeness import Support, support_words, supported_by
from app.casework.kinds.capture import CaptureSeries
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.recheck import RecheckDraft
from app.casework.kinds.witness_statement import WitnessDraft
from app.vocabulary import AccessBasis, StatementStatus
from evidence_store import EntryId
from tests.unit.casework.test_review import Case
from tests.worlds import DANISH


def alone() -> tuple[Case, EntryId]:
    """A case with one picture more, of which nothing is said."""
    case = Case()
    return case, case.capture(grab_id="9")


def exhibit_of(case: Case, entry: EntryId) -> Exhibit:
    found = case.state().exhibit_of(entry)
    assert found is not None
    return found


def found(case: Case, entry: EntryId) -> frozenset[Support] | None:
    return supported_by(case.state(), exhibit_of(case, entry))


def words(case: Case, entry: EntryId) -> dict[str, str]:
    rows = support_words(case.state(), exhibit_of(case, entry), DANISH)
    return {row.label: row.value for row in rows}


def test_a_picture_of_which_nothing_is_said_lacks_everything_by_name() -> None:
    case, entry = alone()
    assert found(case, entry) == frozenset()
    assert words(case, entry)["Mangler endnu"].startswith("link, hvem der skrev det, ")
    assert "Understøttet af" not in words(case, entry)


def test_a_post_with_everything_lacks_nothing() -> None:
    case = Case()
    case.give(RecheckDraft(about=case.post))
    assert found(case, case.crop) == frozenset(Support)
    assert list(words(case, case.crop)) == ["Understøttet af"]


@pytest.mark.parametrize(
    ("draft", "support"),
    [
        (IncidentDraft(url="https://nabolaget.example/1"), Support.LINK),
        (IncidentDraft(permalink="https://nabolaget.example/1"), Support.LINK),
        (IncidentDraft(name="Bo Eks"), Support.SENDER),
        (IncidentDraft(handle="bo"), Support.SENDER),
        (IncidentDraft(shown_time="3 t."), Support.TIME),
        (IncidentDraft(access=AccessBasis.MEMBER), Support.ACCESS),
    ],
)
def test_each_thing_that_is_said_counts(draft: IncidentDraft, support: Support) -> None:
    case, entry = alone()
    post = case.give(msgspec.structs.replace(draft, exhibits=(entry,)))
    assert found(case, entry) == frozenset({support})
    case.hide(post)
    assert found(case, entry) == frozenset()


def test_a_series_and_the_link_of_the_picture_itself_count() -> None:
    case = Case()
    first = case.capture(grab_id="7", url="https://nabolaget.example/1")
    assert found(case, first) == frozenset({Support.LINK})
    case.add(
        exhibit_of(case, first).facts,  # type: ignore[arg-type]
        series=CaptureSeries(first=first, place=2),
    )
    assert found(case, first) == frozenset({Support.LINK, Support.AROUND})


@pytest.mark.parametrize("status", [StatementStatus.ASKED, StatementStatus.DECLINED])
def test_a_witness_who_was_only_asked_supports_nothing(status: StatementStatus) -> None:
    case, entry = alone()
    case.give(WitnessDraft(name="Ea Eks", exhibits=(entry,), status=status))
    assert found(case, entry) == frozenset()


def test_whole_screens_and_files_are_not_asked() -> None:
    case = Case()
    assert found(case, case.whole) is None
    assert found(case, case.phone) is None
    assert words(case, case.phone) == {}
