"""The page of the wizard, opened with a case."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.language import Language
from app.ui import routes
from app.ui.kit import style_window
from app.ui.report import build
from app.ui.report.view import ReportPage
from app.ui.session import Session
from tests.fakes.lanes import DirectLanes
from tests.ui.report.wizard import House
from tests.worlds import LOCALES


def opened(qtbot: QtBot, session: Session, house: House, language: str = "en") -> ReportPage:
    lanes = DirectLanes(after_store=session.publish)
    page = build(house.make_context(session, lanes, language=Language(language, LOCALES)))
    qtbot.addWidget(page)
    style_window(page, house.chosen_look)
    page.saving.folder.setText(str(house.documents))
    page.resize(1200, 800)
    page.show()
    page.open(routes.Report())
    page.saving.folder.setText(str(house.documents))
    page.saving.folder.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(page.facts.text()))
    return page
