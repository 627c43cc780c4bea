"""A desk with its vault open, and the timeline's presenter over a page that remembers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui.timeline.presenter import TimelinePresenter
from tests.ui.timeline.case import FakePage
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(desk: Desk, page: FakePage) -> TimelinePresenter:
    presenter = TimelinePresenter(desk.context, page)
    presenter.refresh()
    return presenter
