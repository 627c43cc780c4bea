from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui import routes
from app.ui.exhibit import build
from app.ui.exhibit.view import ExhibitPage
from app.ui.session import Session
from tests.fakes.lanes import DirectLanes
from tests.ui.exhibit.editor import House
from tests.ui.exhibit.rooms import Room


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def session(house: House) -> Iterator[Session]:
    session = house.unlocked()
    yield session
    session.close()


@pytest.fixture
def page(qtbot: QtBot, session: Session, house: House) -> Iterator[ExhibitPage]:
    lanes = DirectLanes(after_store=session.publish)
    page = build(house.make_context(session, lanes))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.open(routes.Exhibit(1))
    page.picture.show_button.click()
    qtbot.waitUntil(page.canvas.isVisible)
    page.canvas.setFocus()
    yield page
    page.leave()


@pytest.fixture
def room(session: Session, house: House) -> Room:
    return Room(session, house)
