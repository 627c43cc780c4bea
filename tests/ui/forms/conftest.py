from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ui.forms.presenter import FormPresenter
from tests.fakes.form_page import FakeFormPage
from tests.worlds import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    desk.open()
    yield desk
    desk.session.close()


@pytest.fixture
def page() -> FakeFormPage:
    return FakeFormPage()


@pytest.fixture
def form(desk: Desk, page: FakeFormPage) -> FormPresenter:
    return FormPresenter(desk.context, page)
