"""Two screens of different scale in one process: drags on both of them, one from one to the other; prints JSON.

Run as a process of its own, for a process has one platform: ``QT_QPA_PLATFORM=offscreen:configfile=…``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import msgspec
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.casework.kinds.capture import Monitor
from app.ui.overlay.desktop import QtDesktop
from app.ui.overlay.presenter import OverlayPresenter
from app.ui.overlay.view import OverlayWindow
from tests.fakes.screen import FakeScreen, striped_pixels
from tests.ui.overlay.acting import Bench


def main() -> int:
    application = QApplication(sys.argv[:1])
    screens = QGuiApplication.screens()
    monitors = tuple(
        Monitor(
            each.geometry().x(),
            each.geometry().y(),
            round(each.geometry().width() * each.devicePixelRatio()),
            round(each.geometry().height() * each.devicePixelRatio()),
            name=each.name(),
        )
        for each in screens
    )
    left, top = min(each.x for each in monitors), min(each.y for each in monitors)
    right = max(each.x + each.width_px for each in monitors)
    bottom = max(each.y + each.height_px for each in monitors)
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), None)
        picture = striped_pixels(right - left, bottom - top)
        bench.screen = FakeScreen(bench.clock, picture, monitors)
        desktop = QtDesktop(lambda: bench.screen, bench.context.language, bench.context.look)
        presenter = OverlayPresenter(bench.context, desktop, keeps_whole_screen=lambda: False)
        desktop.choosing = presenter
        answer: dict[str, object] = {"covers": [], "fields": []}
        for number, start, end in (
            (0, (0.0, 0.0), (99.5, 49.5)),
            (1, (10.0, 20.0), (109.0, 69.0)),
            (0, (390.0, 10.0), (450.0, 20.0)),
        ):
            presenter.start()
            while not desktop.windows:
                application.processEvents()
            window = desktop.windows[number]
            QTest.qWaitForWindowExposed(window)
            if not answer["covers"]:
                answer["covers"] = [
                    each.geometry() == screen.geometry() and each.screen() is screen
                    for each, screen in zip(desktop.windows, screens, strict=True)
                ]
            send(window, QEvent.Type.MouseButtonPress, start)
            send(window, QEvent.Type.MouseMove, end)
            region = presenter.selecting.region if presenter.selecting else None
            answer["fields"] = [*_list(answer["fields"]), region]
            presenter.cancel()
            application.processEvents()
        sys.stdout.write(msgspec.json.encode(answer).decode())
    return 0


def send(window: OverlayWindow, kind: QEvent.Type, at: tuple[float, float]) -> None:
    point = QPointF(*at)
    everywhere = point + QPointF(window.geometry().topLeft())
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, point, everywhere, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


if __name__ == "__main__":
    sys.exit(main())
