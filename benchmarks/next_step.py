"""How soon the start page shows what is next after something was saved, in a long case, beside the promise of 0.1 s.

A note is sealed into a case of ten thousand entries, as a person would; then the page is told, reckons anew, and is
drawn. Sealing is measured elsewhere and is not part of it.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from statistics import median
from types import SimpleNamespace
from typing import Any, cast

from app.actions.open_case import OpenCase
from app.casework.kinds.note import NoteFacts, NoteText
from app.clock import SystemClock
from benchmarks.deadlines import happen
from benchmarks.rows import Row, against_peer
from benchmarks.vaults import fill, new_case

ROUNDS = 9
ENTRIES, INCIDENTS = 10_000, 1_000
_QUICK = 10
_PROMISE_MS = 100.0
_RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def rows(*, quick: bool = False) -> list[Row]:
    """The page as the program builds it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    entries, incidents = (ENTRIES // _QUICK, INCIDENTS // _QUICK) if quick else (ENTRIES, INCIDENTS)
    with tempfile.TemporaryDirectory() as name, new_case(Path(name)) as case:
        fill(case, entries - incidents, incidents=False)
        happen(case, incidents)
        spent = _shown_ms(case)
    label = f"what now after a save, {entries} entries, drawn"
    return [against_peer(label, spent, _PROMISE_MS, "promise", 1.0)]


def _shown_ms(case: OpenCase) -> float:
    from PySide6.QtWidgets import QApplication

    from app.ui.kit import LIGHT, apply_style, load_fonts, style_window
    from app.ui.next_step import build

    application = QApplication.instance() or QApplication(["benchmark", "-style", "fusion"])
    application = cast("QApplication", application)
    load_fonts(_RESOURCES)
    apply_style(application, LIGHT, _RESOURCES)
    session = SimpleNamespace(case=case, state=case.state, subscribe=lambda _: None)
    page = build(_context(session))
    style_window(page, LIGHT)
    page.resize(1366, 900)
    page.show()
    application.processEvents()
    spent = []
    for number in range(ROUNDS + 1):
        with case.act() as act:
            act.seal({"facts": NoteFacts(), "text": NoteText(text=f"Note {number}")})
        session.state = case.state
        start = time.perf_counter()
        page.presenter.case_changed()
        page.grab()
        spent.append((time.perf_counter() - start) * 1000)
    page.hide()
    return median(spent[1:])


def _context(session: object) -> Any:  # noqa: ANN401 - what the page reads of a context, and no more
    from app.language import Language
    from app.ui.kit import LIGHT

    return SimpleNamespace(
        session=session,
        lanes=None,
        language=Language("da", _RESOURCES / "locales"),
        look=lambda: LIGHT,
        navigator=None,
        acts=None,
        clock=SystemClock(),
        resources=_RESOURCES,
    )
