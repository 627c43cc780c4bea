"""The rows of timestamps from outside, and the window that has the log timestamped in a thread of its own."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.actions.stamp_heads import DueStamp
from app.anchor import AuthorityAwayError, Stamped, ask_authority, read_authorities
from app.casework.kinds.timestamp import TIMESTAMP
from app.ui.acts import ChangedSetting
from app.ui.preferences import build
from app.ui.preferences.view import PreferencesPage
from app.ui.stamping import HeadStamper
from demo.authority import LocalAuthority
from tests.fakes.authority import DirectRoad, listed
from tests.worlds import RESOURCES, Desk

Made = tuple[PreferencesPage, HeadStamper]


class FakeAsk:
    """Answers when it is let; ``asked`` holds what was to be asked."""

    def __init__(self, local: LocalAuthority) -> None:
        self._local = local
        self.asked: list[DueStamp] = []
        self.error: Exception | None = None
        self.may_answer = threading.Event()
        self.may_answer.set()

    def __call__(self, due: DueStamp) -> Stamped:
        self.asked.append(due)
        assert self.may_answer.wait(20)
        if self.error is not None:
            raise self.error
        road = DirectRoad(self._local.respond)
        return ask_authority(listed(self._local, due.authority.name), due.imprint, road)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    return LocalAuthority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def ask(local: LocalAuthority) -> FakeAsk:
    return FakeAsk(local)


@pytest.fixture
def made(desk: Desk, ask: FakeAsk, qtbot: QtBot) -> Made:
    stamper = HeadStamper(desk.session, desk.lanes, desk.settings, RESOURCES, ask)

    def apply(setting: ChangedSetting) -> None:
        if setting is ChangedSetting.AUTHORITIES:
            stamper.settings_changed()

    desk.acts.apply = apply  # type: ignore[method-assign]  # the frame carries it out
    context = desk.make_context(
        desk.session,
        desk.lanes,
        language=desk.context.language,
        navigator=desk.navigator,
        acts=desk.acts,
        stamper=stamper,
    )
    page = build(context)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page, stamper


def said(page: PreferencesPage) -> str:
    return str(page.rows.rows["stamped"].second.text())


def settled(qtbot: QtBot, stamper: HeadStamper) -> None:
    """Wait for the answer, with what it leads to in the vault."""
    qtbot.waitUntil(lambda: not stamper.state.asking)


def test_nobody_is_asked_until_it_is_switched_on(
    made: Made, desk: Desk, ask: FakeAsk, qtbot: QtBot
) -> None:
    page, stamper = made
    stamper.start()
    stamper.look()
    assert (ask.asked, page.rows.stamps.switch.isChecked()) == ([], False)
    assert "Nobody was asked" in said(page)
    page.rows.stamps.switch.setChecked(True)
    settled(qtbot, stamper)
    assert len(ask.asked) == 1
    assert "It covers all up to entry" in said(page)
    assert len(desk.case.state.of(TIMESTAMP)) == 1


def test_it_is_asked_again_only_after_something_was_sealed(
    made: Made, desk: Desk, ask: FakeAsk, qtbot: QtBot
) -> None:
    page, stamper = made
    page.rows.stamps.switch.setChecked(True)
    settled(qtbot, stamper)
    stamper.look()
    settled(qtbot, stamper)
    assert len(ask.asked) == 1
    page.rows.stamps.ask_now.click()
    settled(qtbot, stamper)
    assert "Nothing was sealed since" in said(page)
    assert len(ask.asked) == 1


def test_nothing_waits_for_an_answer(made: Made, desk: Desk, ask: FakeAsk, qtbot: QtBot) -> None:
    page, stamper = made
    ask.may_answer.clear()
    page.rows.stamps.ask_now.click()
    assert stamper.state.asking
    page.rows.stamps.ask_now.click()
    assert said(page) == "Asking …"
    ask.may_answer.set()
    settled(qtbot, stamper)
    assert len(ask.asked) == 1


def test_offline_it_is_said_and_stays_due(
    made: Made, desk: Desk, ask: FakeAsk, qtbot: QtBot
) -> None:
    page, stamper = made
    ask.error = AuthorityAwayError("DigiCert")
    page.rows.stamps.switch.setChecked(True)
    settled(qtbot, stamper)
    assert "cannot be reached" in said(page)
    assert not desk.case.state.of(TIMESTAMP)
    ask.error = None
    for _ in range(6):  # it lets some looks pass before it asks again
        stamper.look()
    settled(qtbot, stamper)
    assert len(desk.case.state.of(TIMESTAMP)) == 1


def test_the_list_is_ticked_added_to_and_taken_from(
    made: Made, desk: Desk, local: LocalAuthority, tmp_path: Path
) -> None:
    page, _ = made
    controls = page.rows.stamps
    said = "ACCV (calls itself qualified; not looked up here)"
    assert controls.authorities.ticks["ACCV"].text() == said
    controls.authorities.ticks["ACCV"].setChecked(True)
    controls.name.setText("Egen")
    controls.address.setText("http://t.example/")
    page.stamps.add(tmp_path / "none.pem")
    assert "holds no certificate" in page.rows.rows["stamp_root"].complaint
    page.stamps.add(local.folder / "root.pem")
    assert (controls.name.value(), set(controls.authorities.ticks)) == (
        "",
        {"DigiCert", "ACCV", "Egen"},
    )
    controls.authorities.removes["DigiCert"].click()
    kept = read_authorities(desk.settings.authorities, RESOURCES)
    assert [(each.name, each.used) for each in kept] == [("ACCV", True), ("Egen", False)]
