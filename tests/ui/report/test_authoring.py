"""Whose report it is, asked for in the wizard where the case does not say it."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions.cases import name_author
from app.casework.kinds.case import AUTHOR, Author
from app.ui.report.authoring import AuthorAsked
from app.ui.report.model import ReportStep
from app.ui.session import Session
from tests.ui.report.bench import Bench
from tests.ui.report.opened import opened
from tests.ui.report.wizard import House, case_of


def author_of(session: Session) -> Author | None:
    return session.state.author


def asked(bench: Bench) -> AuthorAsked | None:
    return bench.page.author


def test_what_is_missing_is_asked_for_and_sealed_when_one_goes_on(bench: Bench) -> None:
    assert bench.page.author is not None
    assert bench.page.author.shows == "Without a name, the report does not say whom it is from."
    bench.presenter.author.write(" Mette Eks ", "Socialrådgiver", "Nordby Kommune")
    assert author_of(bench.session) is None
    bench.presenter.go_on()
    bench.build()
    author = author_of(bench.session)
    assert author is not None
    assert (author.name, author.job_title) == ("Mette Eks", "Socialrådgiver")
    assert "Mette Eks, Socialrådgiver" in bench.text()
    assert asked(bench) is None
    bench.presenter.go_on()
    assert len(bench.session.state.of(AUTHOR)) == 1


def test_nothing_typed_seals_nothing(bench: Bench) -> None:
    bench.presenter.go_on()
    assert author_of(bench.session) is None
    assert asked(bench) is not None


def test_who_skips_it_is_not_asked_again_for_this_report(bench: Bench) -> None:
    bench.presenter.author.skip()
    assert asked(bench) is None
    bench.presenter.leave()
    bench.presenter.start()
    assert asked(bench) is None
    bench.presenter.put_away()
    bench.presenter.start()
    assert asked(bench) is not None


def test_a_case_that_says_it_all_is_not_asked(house: House, session: Session) -> None:
    whole = Author(name="Mette Eks", job_title="Socialrådgiver", workplace="Nordby")
    name_author(case_of(session), Author(name="Mette Eks"))
    session.publish()
    bench = Bench(house, session)
    bench.presenter.start()
    assert bench.page.author is not None
    assert bench.page.author.author.name == "Mette Eks"
    assert bench.page.author.shows.startswith("The report says: Mette Eks.")
    name_author(case_of(session), whole)
    session.publish()
    assert asked(bench) is None
    bench.presenter.leave()


def test_what_is_typed_stays_while_the_case_changes(bench: Bench) -> None:
    bench.presenter.author.write("Mette", "", "")
    bench.house.capture(case_of(bench.session), 9)
    bench.session.publish()
    assert bench.page.author is not None
    assert bench.page.author.author.name == "Mette"


def test_the_card_stands_in_the_first_step(
    qtbot: QtBot, session: Session, house: House, qapp: QApplication
) -> None:
    house.apply_look(qapp)
    page = opened(qtbot, session, house)
    assert page.author.isVisible()
    QTest.keyClicks(page.author.name, "Mette Eks")
    page.primary.click()
    assert session.state.author is not None
    assert session.state.author.name == "Mette Eks"
    page.steps.step(ReportStep.RECIPIENT).click()
    page.author.skip.click()
    assert not page.author.isVisible()
    page.leave()
