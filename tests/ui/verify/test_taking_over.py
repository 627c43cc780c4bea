"""The exhibits of a colleague's package that was checked become those of the open case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui import routes
from app.ui.verify.presenter import VerifyPresenter
from tests.ui.verify.fake_page import FakePage
from tests.unit.house.tree import ROOT
from tests.worlds import PHRASE, Desk

SAMPLE = ROOT / "tests" / "data" / "package-v2" / "bevismappe-sample.zip"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.session.close()


@pytest.fixture
def page() -> FakePage:
    return FakePage()


def checked(desk: Desk, page: FakePage) -> VerifyPresenter:
    presenter = VerifyPresenter(desk.context, page)
    presenter.check(SAMPLE, "")
    assert page.outcome is not None
    assert page.outcome.openable
    return presenter


def test_they_are_taken_over_once_and_shown_in_the_timeline(desk: Desk, page: FakePage) -> None:
    desk.session.create(desk.path, PHRASE, "Min sag")
    presenter = checked(desk, page)
    assert presenter.can_take_over
    presenter.take_over()
    exhibits = desk.session.state.exhibits
    assert [each.number_there for each in exhibits] == [1, 2, 4]
    shown = tuple(each.original for each in exhibits)
    assert desk.navigator.routes == [routes.Timeline(show=shown)]
    assert page.running == ""
    presenter.take_over()
    assert len(desk.session.state.exhibits) == 3
    assert len(desk.navigator.routes) == 1


def test_without_an_open_case_it_is_not_offered(desk: Desk, page: FakePage) -> None:
    presenter = checked(desk, page)
    assert not presenter.can_take_over
    presenter.take_over()
    assert desk.navigator.routes == []
