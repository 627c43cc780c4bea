"""The editor in the whole window: it has most of it, and leads back to where the person came from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui import routes
from app.ui.application import BuiltWindow, build_window
from app.ui.exhibit.tools import Tool
from app.ui.frame.actions import Menu
from app.ui.report.model import ReportStep
from tests.e2e.window import hands
from tests.fakes.screen import striped_pixels
from tests.ui.exhibit.editor import House
from tests.worlds import PHRASE


@pytest.fixture
def built(application: QApplication, tmp_path: Path) -> Iterator[BuiltWindow]:
    """The window with a case that has one picture."""
    house = House(tmp_path, picture=striped_pixels(700, 638))
    house.settings.remember_vault(house.path)
    window = build_window(application, house.window_tools())
    window.window.show()
    window.session.unlock(house.path, PHRASE)
    window.session.publish()
    hands.until(lambda: window.session.case is not None, "the case is open")
    yield window
    window.close()
    application.processEvents()


def page(built: BuiltWindow, kind: type[routes.Route]) -> Any:
    return cast("Any", built.frame.navigation.page(kind))


def opened(built: BuiltWindow, route: routes.Exhibit) -> Any:
    built.context.navigator.go(route)
    editor = page(built, routes.Exhibit)
    hands.click(editor.picture.show_button)
    hands.until(editor.canvas.isVisible, "the picture is shown")
    return editor


@pytest.mark.parametrize(("size", "zoom"), [((1366, 728), 0.85), ((1024, 700), 0.84)])
def test_the_column_of_the_picture_has_most_of_the_window(
    built: BuiltWindow, size: tuple[int, int], zoom: float
) -> None:
    """The post of the demonstration has these pixels."""
    built.window.resize(*size)
    editor = opened(built, routes.Exhibit(1))
    hands.come_to_rest()
    assert editor.panel.isVisible()
    assert editor.picture.width() >= 0.58 * size[0]
    assert editor.canvas.zoom >= zoom
    buttons = [editor.tools.button(tool) for tool in Tool]
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in buttons)
    built.window.resize(640, 700)
    hands.come_to_rest()
    assert editor.minimumSizeHint().width() <= 640 - built.window.sidebar.width()


def test_who_comes_from_the_report_to_cover_goes_back_to_the_step_they_were_at(
    built: BuiltWindow,
) -> None:
    built.window.resize(1366, 728)
    built.context.navigator.go(routes.Report("manager"))
    wizard = page(built, routes.Report)
    hands.until(wizard.facts.text, "the report is built")
    wizard.presenter.go_to(ReportStep.COVER)
    chosen = wizard.presenter.draft
    wizard.presenter.open_exhibit(1)
    editor = page(built, routes.Exhibit)
    hands.click(editor.picture.show_button)
    assert editor.tools.button(Tool.REDACT).isChecked()
    hands.drag(
        editor.canvas,
        editor.canvas.mapFromScene(QPointF(20, 20)),
        editor.canvas.mapFromScene(QPointF(200, 200)),
    )
    hands.click(editor.bar.back)
    hands.until(wizard.isVisible, "the report is in front again")
    assert wizard.presenter.step is ReportStep.COVER
    assert wizard.presenter.draft == chosen
    hands.until(lambda: built.session.state.exhibits[0].copies, "the copy is sealed")


def test_the_small_picture_of_the_timeline_follows_the_marks(built: BuiltWindow) -> None:
    editor = opened(built, routes.Exhibit(1))
    hands.key(editor.canvas, Qt.Key.Key_S)
    hands.drag(
        editor.canvas,
        editor.canvas.mapFromScene(QPointF(0, 0)),
        editor.canvas.mapFromScene(QPointF(690, 630)),
    )
    hands.click(editor.bar.back)
    hands.until(lambda: built.session.state.exhibits[0].copies, "the copy is sealed")
    exhibit = built.session.state.exhibits[0]
    timeline = page(built, routes.Timeline)
    kept = timeline.delegate.pictures
    hands.until(lambda: not kept.lacks(exhibit), "its small picture is there")
    image = QImage(QSize(56, 38), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    kept.clear = True
    kept.paint(painter, image.rect(), exhibit)
    painter.end()
    assert image.pixelColor(image.rect().center()).lightness() < 20


def test_what_the_editor_can_do_stands_in_the_menus_only_while_it_is_in_front(
    built: BuiltWindow,
) -> None:
    editor = opened(built, routes.Exhibit(1))
    actions = editor.page_actions
    exhibit, view = built.window.menu(Menu.EXHIBIT), built.window.menu(Menu.VIEW)
    assert actions.undo in exhibit.actions()
    assert actions.close in exhibit.actions()
    assert actions.fit in view.actions()
    assert actions.fit not in exhibit.actions()
    built.context.navigator.go(routes.Timeline())
    assert actions.undo not in exhibit.actions()
    assert actions.fit not in view.actions()
