"""A presenter of checks with a page that only remembers, and no vault open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui.verify.presenter import VerifyPresenter
from tests.ui.verify.fake_page import FakePage
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.session.close()


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(desk: Desk, page: FakePage) -> VerifyPresenter:
    presenter = VerifyPresenter(desk.context, page)
    presenter.refresh()
    return presenter
