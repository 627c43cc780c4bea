"""The help page: what to do now with its buttons, whom to ring, and every key with its caps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.frame.help_page import HelpPage
from app.ui.frame.helping import HelpPresenter
from app.ui.frame.writing import WRITING
from app.ui.kit import KeyCap
from app.vocabulary import Role
from tests.ui.frame.windows import House
from tests.worlds import Desk
from tests.written import keep_contact


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.session.close()


def contact(desk: Desk, name: str, *, phone: str = "", mail: str = "") -> None:
    facts = ContactFacts(role=Role.MANAGER, organisation="Nordby Kommune")
    keep_contact(desk.case, facts, ContactPerson(name=name, phone=phone, mail=mail))


def test_each_step_does_what_its_button_says(desk: Desk) -> None:
    desk.open()
    for step in HelpPresenter(desk.context).steps():
        assert step.act is not None
        step.act()

    assert desk.acts.names == ["take_screenshot", "hide_now"]
    assert desk.navigator.routes == [routes.Write("notification"), routes.Report()]


def test_before_a_vault_is_open_only_what_can_be_done_has_a_button(desk: Desk) -> None:
    presenter = HelpPresenter(desk.context)

    assert [step.act is not None for step in presenter.steps()] == [True, False, False, True]
    assert [each.number for each in presenter.numbers()] == ["112", "114"]
    assert not presenter.can_add()


def test_the_cases_own_contacts_can_be_rung_unless_it_is_locked(desk: Desk) -> None:
    desk.open()
    contact(desk, "Anne Eks", phone="12 34 56 78")
    contact(desk, "Bo Prøve", mail="bo@eks.example")
    contact(desk, "Uden nummer")
    presenter = HelpPresenter(desk.context)
    numbers = [(each.name, each.number) for each in presenter.numbers()[2:]]
    desk.session.locked = True

    assert numbers == [("Anne Eks", "12 34 56 78"), ("Bo Prøve", "bo@eks.example")]
    assert len(presenter.numbers()) == 2


def test_every_key_stands_in_one_of_three_groups_those_used_most_first(
    opened: BuiltWindow,
) -> None:
    keys = opened.window.keys()
    groups = HelpPresenter(opened.context).key_groups(keys)

    assert [group.name for group in groups] == [
        "Used most",
        "Keep and write down",
        "Find your way",
    ]
    assert groups[0].keys[0] == ("Ctrl+Shift+F8", "Take screenshot")
    written = {key for name, key, _ in keys if name in WRITING}
    assert written.isdisjoint(key for key, _ in groups[2].keys)
    assert sorted(pair for group in groups for pair in group.keys) == sorted(
        (key, words) for _, key, words in keys
    )


def test_a_shortcut_has_one_cap_for_each_key(opened: BuiltWindow) -> None:
    opened.context.navigator.go(routes.Help())
    page = opened.window.pages.currentWidget()
    assert isinstance(page, HelpPage)
    caps = [cap.text() for cap in page.findChildren(KeyCap)]

    assert caps[:3] == ["Ctrl", "Shift", "F8"]
    assert "" not in caps


def test_the_page_knows_the_case_that_is_open_when_one_comes_to_it(
    built: BuiltWindow, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    built.context.navigator.go(routes.Help())
    page = built.window.pages.currentWidget()
    assert isinstance(page, HelpPage)
    closed = [button.text() for button in page.step_buttons]
    done: list[None] = []
    session = built.context.session
    built.tasks.store(
        lambda: session.create(tmp_path / "a.bevismappe", "hest lampe vindue trappe", "Min sag"),
        done.append,
    )
    qtbot.waitUntil(lambda: bool(done), timeout=30_000)
    built.context.navigator.go(routes.Help())
    page.step_buttons[1].click()

    assert closed == ["Take screenshot", "Hide now"]
    assert house.pages["Write"].calls == [routes.Write("notification")]


def test_a_narrow_window_has_one_column_and_cuts_nothing(opened: BuiltWindow, qtbot: QtBot) -> None:
    opened.context.navigator.go(routes.Help())
    page = opened.window.pages.currentWidget()
    assert isinstance(page, HelpPage)
    opened.window.resize(1366, 728)
    qtbot.waitUntil(lambda: page._keys.x() > page._now.geometry().right())
    opened.window.resize(640, 600)
    qtbot.waitUntil(lambda: page._now.y() < page._keys.y())

    assert page.area.horizontalScrollBar().maximum() == 0
    for part in (*page.findChildren(QLabel), *page.findChildren(QPushButton)):
        if part.isVisible():
            right = part.mapTo(page, part.rect().topRight()).x()
            assert right <= page.width(), part.accessibleName()
