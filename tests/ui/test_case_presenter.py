"""Pages about the open case follow it: what is sealed is shown once, and nothing is left when the case is closed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casework.kinds.note import NoteFacts
from app.ui.case_presenter import CasePresenter
from tests.worlds import Desk
from tests.written import write_note


class Titles(CasePresenter):
    """Notes each time that it is to show the case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.context)
        self.shown: list[str] = []

    def _show(self) -> None:
        self.shown.append("" if self._state is None else self._state.title)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.session.close()


def test_it_shows_what_is_new_and_nothing_twice(desk: Desk) -> None:
    page = Titles(desk)
    case = desk.open()
    desk.session.publish()
    opened = list(page.shown)
    desk.session.publish()

    assert opened == page.shown == [case.state.title]
    write_note(case, "En ny", NoteFacts())
    desk.session.publish()
    assert len(page.shown) == 2
    desk.session.close()
    desk.session.publish()
    assert page.shown[2:] == [""]


def test_without_a_case_it_says_what_to_do_first(desk: Desk) -> None:
    page = Titles(desk)

    assert not page.accepts()
    assert desk.session.open_state is None
    (toast,) = desk.acts.toasts
    assert toast.title == "Open your vault first"
    desk.open()
    assert page.accepts()
    assert desk.session.open_state is desk.session.state
