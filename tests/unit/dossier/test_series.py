"""What a recipient reads of a series: the place of each picture, and where something may be missing."""

from __future__ import annotations

import pytest

from app.casework.kinds.capture import CaptureSeries
from app.dossier.policy import Policy
from app.vocabulary import SeriesFit
from evidence_store import EntryId
from tests.unit.dossier.composing import CONSULTANT, MANAGER, composed, labelled
from tests.unit.dossier.sample_case import SampleCase

PNG = b"\x89PNG made up"
TIME = "2026-11-23T13:03:12.000Z"


def a_series() -> tuple[SampleCase, int]:
    """A case with a series of three behind its other exhibits; the number of the first of them."""
    case = SampleCase()
    number = len(case.state.exhibits) + 1
    first = add(case, CaptureSeries())
    add(case, CaptureSeries(first=first, place=2, fit=SeriesFit.OVERLAPS, rows=40))
    add(case, CaptureSeries(first=first, place=3, fit=SeriesFit.GAP))
    return case, number


def add(case: SampleCase, series: CaptureSeries) -> EntryId:
    return case.capture(PNG, TIME, (200, 100), series=series)


@pytest.mark.parametrize("policy", [MANAGER, CONSULTANT], ids=["manager", "consultant"])
def test_each_picture_says_its_place_and_what_it_shares(policy: Policy) -> None:
    case, first = a_series()
    numbers = (first, first + 1, first + 2)
    dossier = composed(case, policy, exhibits=numbers)
    found = [labelled(each.rows)["Series"] for each in dossier.exhibits]
    assert found == [
        "Picture 1 of 3",
        "Picture 2 of 3. 40 rows of pixels are also in the picture before",
        "Picture 3 of 3. Nothing of the picture before was found in it: something may be missing between them",
    ]


def test_a_picture_of_no_series_says_nothing_of_one_and_opens_the_part_all_the_same() -> None:
    """That it is opened or not must not tell anything."""
    case = SampleCase()
    number = len(case.state.exhibits) + 1
    alone = add(case, CaptureSeries())
    dossier = composed(case, exhibits=(number,))
    assert "Series" not in labelled(dossier.exhibits[0].rows)
    assert (alone.seq, "series") in dossier.opened
