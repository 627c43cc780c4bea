"""How soon a long timeline is seen, beside the same window without rows.

Rules:
- Each figure is a process of its own, so that every window is its program's first: from before Qt is loaded to the end
  of the first paint that shows rows. The peer is the same window over an empty case,
  in the same run and in turn with it: what loading Qt and the program costs is not the rows' doing.
- The case is made in memory before the clock starts: opening and reading a vault has figures of its own.
- The window draws nowhere (Qt's offscreen platform), for both alike.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, cast

from benchmarks.rows import Row, against_peer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from app.casework import CaseState
    from app.ui.context import UiContext

ROUNDS = 7
SIZES = (10_000, 100_000)
_QUICK = (1_000,)
_GOAL = 1.6
_ROOT = Path(__file__).resolve().parents[1]
_RESOURCES = _ROOT / "resources"


def rows(*, quick: bool = False) -> list[Row]:
    """The list, and the whole page around it, for each size."""
    sizes = _QUICK if quick else SIZES
    kinds = ["list 0", "page 0", *(f"{what} {size}" for size in sizes for what in ("list", "page"))]
    spent: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(ROUNDS + 1):
        for kind in kinds:
            spent[kind].append(_in_own_process(kind))
    found = {kind: median(times[1:]) for kind, times in spent.items()}
    return [
        row
        for size in sizes
        for row in (
            against_peer(
                f"list of {size} rows, first paint",
                found[f"list {size}"],
                found["list 0"],
                "ours without rows",
                _GOAL,
            ),
            against_peer(
                f"timeline of {size} rows, first paint",
                found[f"page {size}"],
                found["page 0"],
                "ours without rows",
                _GOAL,
            ),
        )
    ]


def _in_own_process(kind: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.timeline", *kind.split()],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


# -- in the process that is measured -----------------------------------------------------------


def _measure(kind: str, size: int) -> float:
    state = _case(size)
    start = time.perf_counter()
    from PySide6.QtWidgets import QApplication

    application = QApplication(["benchmark", "-style", "fusion"])
    window, painted, end = _WINDOWS[kind](application, state)
    spent = _until_painted(application, window, painted, start)
    end()
    return spent


def _until_painted(
    application: QApplication, window: QWidget, painted: QWidget, start: float
) -> float:
    """Milliseconds until ``painted`` has been drawn for the first time."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    spent: list[float] = []

    class Watch(QObject):
        def eventFilter(  # noqa: N802 - Qt names it
            self, watched: QObject, event: QEvent
        ) -> bool:
            if event.type() == QEvent.Type.Paint and not spent:
                QTimer.singleShot(0, self, self.end)
            return super().eventFilter(watched, event)

        def end(self) -> None:
            spent.append((time.perf_counter() - start) * 1000)
            application.quit()

    watch = Watch()
    painted.installEventFilter(watch)
    window.resize(1200, 800)
    window.show()
    application.exec()
    return spent[0]


_Window = tuple["QWidget", "QWidget", Callable[[], None]]


def _list(application: QApplication, state: CaseState) -> _Window:
    """Every row at once."""
    del application
    from app.language import Language
    from app.timeline import Ways, all_rows
    from app.ui.kit import LIGHT
    from app.ui.timeline.delegate import TimelineDelegate
    from app.ui.timeline.lines import day_line, line_of
    from app.ui.timeline.list_view import TimelineList
    from app.ui.timeline.model import TimelineModel

    language = Language("da", _RESOURCES / "locales")
    model = TimelineModel()
    model.word = lambda row: line_of(state, row, language)
    shown = TimelineList(
        model, TimelineDelegate(lambda day: day_line(day, language)), lambda: LIGHT
    )
    shown.show_timeline(all_rows(state, Ways()), None)
    return shown, shown.viewport(), lambda: None


def _page(application: QApplication, state: CaseState) -> _Window:
    """The page as the program builds it: newest rows first, the others as soon as they are in order."""
    from app.ui.kit import LIGHT, apply_style, load_fonts, style_window
    from app.ui.tasks import Tasks
    from app.ui.timeline import build

    load_fonts(_RESOURCES)
    apply_style(application, LIGHT, _RESOURCES)
    tasks = Tasks(_raise, lambda: None)
    page = build(_context(state, tasks))
    style_window(page, LIGHT)
    painted = page.list.viewport() if state.exhibits else page.empty
    return page, painted, tasks.close


def _raise(error: BaseException) -> None:
    raise error


@dataclass
class _Session:
    """What the page reads of a session."""

    state: CaseState
    case: object = None
    vault: object = None
    listeners: list[object] = field(default_factory=list)

    index_stale: bool = False

    def subscribe(self, listener: object) -> None:
        self.listeners.append(listener)

    def tell_rows(self, count: int) -> None:
        """Nobody shows a count here."""


def _context(state: CaseState, lanes: object) -> UiContext:
    from app.language import Language
    from app.settings import Settings
    from app.ui.context import UiContext
    from app.ui.kit import LIGHT

    return UiContext(
        session=cast(Any, _Session(state)),
        lanes=cast(Any, lanes),
        held=cast(Any, None),
        language=Language("da", _RESOURCES / "locales"),
        look=lambda: LIGHT,
        navigator=cast(Any, None),
        acts=cast(Any, None),
        settings=Settings(Path(os.devnull)),
        clock=cast(Any, None),
        resources=_RESOURCES,
        open_screen=cast(Any, None),
        hotkey=cast(Any, None),
        around=cast(Any, None),
    )


_WINDOWS: dict[str, Callable[[QApplication, CaseState], _Window]] = {
    "list": _list,
    "page": _page,
}


def _case(size: int) -> CaseState:
    """Half exhibits and half notes, ten minutes apart, as the fold would have left them."""
    from datetime import UTC, datetime, timedelta

    from app.casework import CaseState, Exhibit, ExhibitKind, Note, Rows, Version, Versioned
    from app.casework.kinds.capture import CaptureFacts
    from app.casework.kinds.note import NOTE, NoteFacts, NoteText
    from app.clock import stamp
    from evidence_store import EntryId, ObjectBody

    chain, first = "e" * 32, datetime(2024, 1, 1, tzinfo=UTC)
    body = ObjectBody(version=1, sha256="0" * 64, size=1000, media_type="image/png")
    exhibits, notes = [], []
    for number in range(size):
        entry, time = EntryId(chain, number), stamp(first + timedelta(minutes=10 * number))
        if number % 2:
            facts = CaptureFacts(captured_at=time, width_px=1920, height_px=1080)
            kind = ExhibitKind.CAPTURE
            exhibits.append(Exhibit(number // 2 + 1, entry, time, kind, facts, object=body))
        else:
            note = Note(NoteFacts(), NoteText(text=f"Note {number} om det, der skete i dag"))
            notes.append(Versioned(entry, (Version(entry, time, note),)))
    return CaseState(
        case_id="c" * 32,
        evidence_chain=chain,
        exhibits=_rows_of(exhibits, Rows),
        rows={NOTE.tag: _rows_of(notes, Rows)},
    )


def _rows_of(items: list[Any], made: Callable[..., Any]) -> Any:  # noqa: ANN401 - of whatever the items are
    chunks = tuple(tuple(items[at : at + 64]) for at in range(0, len(items), 64))
    return made(chunks, len(items))


if __name__ == "__main__":
    print(_measure(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0))
