"""Of what is asked, one post has all: a picture of two is not wanted for a bit of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.open_case import OpenCase
from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.note import NoteDraft
from app.timeline import Filter, Ways, all_rows
from app.vocabulary import ContentTag, IncidentKind
from evidence_store import EntryId
from tests.worlds import World


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    """One picture of two posts, and a note."""
    world = World(tmp_path)
    vault = world.make_vault()
    case = world.begin(vault)
    (picture,) = capture_and_seal(case, world.open_screen(), CaptureWish())
    for draft in (
        IncidentDraft(
            exhibits=(picture,),
            platform="Nabolaget",
            handle="torben.eks",
            quote="Ét",
            form=IncidentKind.POST,
        ),
        IncidentDraft(
            exhibits=(picture,),
            platform="Kvidder",
            handle="gitte",
            quote="To",
            form=IncidentKind.COMMENT,
            tags=(ContentTag.THREAT,),
        ),
    ):
        write_down(case, draft)
    write_down(case, NoteDraft(text="En note"))
    yield case
    vault.close()


def shown(case: OpenCase, wanted: Filter) -> list[EntryId]:
    return [row.id for row in all_rows(case.state, Ways(wanted=wanted)).rows]


def test_a_picture_of_two_posts_is_wanted_for_what_one_of_them_is(case: OpenCase) -> None:
    picture = case.state.exhibits[0].original

    for wanted in (
        Filter(platform="Nabolaget", sender="A"),
        Filter(platform="Kvidder", what="comment"),
        Filter(sender="B", tag=ContentTag.THREAT.value, what="comment"),
    ):
        assert picture in shown(case, wanted)


def test_it_is_not_wanted_for_a_bit_of_each(case: OpenCase) -> None:
    for wanted in (
        Filter(platform="Nabolaget", sender="B"),
        Filter(platform="Nabolaget", what="comment"),
        Filter(sender="A", tag=ContentTag.THREAT.value),
    ):
        assert not shown(case, wanted)


def test_a_note_is_of_no_platform(case: OpenCase) -> None:
    assert len(shown(case, Filter(what="notes"))) == 1
    assert not shown(case, Filter(what="notes", platform="Nabolaget"))
