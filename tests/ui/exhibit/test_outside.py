"""A file that cannot be shown here is opened in another program after a warning, or saved as a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.ui.exhibit.presenter import ExhibitPresenter
from app.ui.session import Session
from tests.fakes.lanes import DirectLanes
from tests.ui.exhibit.editor import FakePage, House


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(session: Session, house: House, page: FakePage) -> ExhibitPresenter:
    lanes = DirectLanes(after_store=session.publish)
    made = ExhibitPresenter(house.make_context(session, lanes), page)
    page.presenter = made
    return made


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "short-lived"
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def test_a_file_without_a_picture_is_opened_elsewhere_after_a_warning(
    presenter: ExhibitPresenter, page: FakePage, place: Path
) -> None:
    presenter.show(2)
    assert page.ways_out
    presenter.outside.ask_to_open()
    assert "not encrypted" in page.warning
    assert page.outside == []
    presenter.outside.open()
    (copy,) = page.outside
    assert copy.read_text("utf-8") == "hej"
    assert copy.is_relative_to(place)
    assert page.warning == ""
    presenter.leave()
    assert list(place.iterdir()) == []
    assert not page.ways_out


def test_a_copy_is_saved_where_the_person_says_and_replaces_nothing(
    presenter: ExhibitPresenter, page: FakePage, tmp_path: Path
) -> None:
    presenter.show(2)
    presenter.outside.ask_where()
    assert page.asked_where == ["bilag-002.txt"]
    target = tmp_path / "min-kopi.txt"
    presenter.outside.save(target)
    assert target.read_text("utf-8") == "hej"
    assert str(target) in page.notice
    target.write_text("andet", encoding="utf-8")
    presenter.outside.save(target)
    assert target.read_text("utf-8") == "andet"
    assert "already" in page.notice


def test_a_picture_and_an_erased_file_have_no_way_out(
    presenter: ExhibitPresenter, page: FakePage
) -> None:
    presenter.show(1)
    assert not page.ways_out
    presenter.outside.ask_to_open()
    presenter.outside.open()
    assert (page.warning, page.outside) == ("", [])
