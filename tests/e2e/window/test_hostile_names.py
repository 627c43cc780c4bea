"""Names and texts of strangers steer nothing in any state of the window.

What turns the reading direction, or cannot be seen, stands as its code, and letters that run from right to left are
closed off from our own words. What stands in a field to be corrected is left as it was sealed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QWidget,
)

from app import inert
from app.actions.add_file import add_file
from app.actions.cases import rename_case
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.note import NoteFacts
from app.casework.kinds.notification import (
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.picture import encode_png
from app.ui import routes
from app.ui.application import BuiltWindow
from app.vocabulary import Visibility
from tests.e2e.window import hands
from tests.e2e.window.states import Walk
from tests.fakes.screen import striped_pixels
from tests.written import keep_contact, record_incident, record_notification, write_note

BAD = "\u202egnp.exe\x1b[2J\u200f"
RTL = "דוד כהן"
NAME = f"{RTL}{BAD}"
_LATIN = re.compile("[A-Za-zÆØÅæøå]")
_ISOLATE = re.compile("\u2068[^\u2068\u2069]*\u2069")
_HEBREW = re.compile("[\u0590-\u05ff]")


def test_what_strangers_wrote_steers_nothing_in_any_state(
    built: BuiltWindow, tmp_path: Path
) -> None:
    built.window.activateWindow()
    wrong: set[str] = set()
    met: set[str] = set()
    for state in Walk(built, tmp_path).every():
        if state == "timeline with a message, 2":
            write_down(built, tmp_path)
        for where, text in texts():
            if RTL in text or "gnp.exe" in text:
                met.add(state.split(":")[0])
            wrong |= {f"{state}: {where}: {fault}" for fault in faults(text)}
        if state == "timeline: its picture is shown":
            wrong |= set(every_row(built, met))
    assert not wrong, "\n".join(sorted(wrong))
    assert {"timeline", "report", "form", "menu", "every row"} <= met


def write_down(built: BuiltWindow, folder: Path) -> None:
    """A post, a picture, notes, a message and a contact, with names that steer."""
    case = built.session.case
    assert case is not None
    path = folder / f"{RTL}\u202egnp.exe"
    path.write_bytes(encode_png(striped_pixels(60, 40)))

    def work() -> None:
        assert case is not None
        picture = add_file(case, path)
        facts = IncidentFacts(
            platform=NAME,
            venue_name=NAME,
            visibility=Visibility.GROUP,
            audience=NAME,
            published_at_text=NAME,
            permalink=f"https://{RTL}.example/\u202e",
            exhibits=(picture,),
        )
        sender = IncidentSender(handle=NAME)
        named = IncidentSenderName(display_name=NAME, relation=NAME)
        words = IncidentText(quote=NAME, why_offensive=NAME, description=NAME)
        record_incident(case, facts, sender, named, words)
        write_note(case, NAME, NoteFacts())
        write_note(case, NAME, NoteFacts(), private=True)
        keep_contact(case, ContactFacts(organisation=NAME), ContactPerson(name=NAME))
        record_notification(
            case, NotificationFacts(), NotificationPerson(name=NAME), NotificationText(said=NAME)
        )
        rename_case(case, NAME, "")

    done: list[None] = []
    built.tasks.store(work, done.append)
    hands.until(lambda: bool(done), "all of it is sealed")


def every_row(built: BuiltWindow, met: set[str]) -> Iterator[str]:
    """Choose each row, and what its menus offer."""
    page = built.frame.navigation.page(routes.Timeline)
    assert page is not None
    page.bar.clear_pictures.trigger()  # type: ignore[attr-defined]  # the timeline's
    for place in range(page.model.rowCount()):  # type: ignore[attr-defined]
        page.list.choose(place)  # type: ignore[attr-defined]
        page.bar.options_asked.emit()  # type: ignore[attr-defined]
        for where, text in texts():
            if RTL in text:
                met.add("every row")
            yield from (f"row {place}: {where}: {fault}" for fault in faults(text))
    page.bar.clear_pictures.trigger()  # type: ignore[attr-defined]


def texts() -> Iterator[tuple[str, str]]:
    """All that is shown or told, with where; not what stands in a field to be written in."""
    for widget in QApplication.allWidgets():
        name = type(widget).__name__
        for text in (widget.toolTip(), widget.accessibleName(), widget.windowTitle()):
            yield name, text
        yield from ((name, text) for text in _own(widget))


def _own(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(at) for at in range(widget.count()))
        case QMenu():
            yield from (action.text() for action in widget.actions())
        case QAbstractItemView() if widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(), 50)):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.data(model.index(row, 0), role) or "")
        case _:
            pass


def faults(text: str) -> Iterator[str]:
    """What of a text steers."""
    if inert.shown(text) != text:
        yield f"steers: {text!r}"
    outside = text
    while (closed := _ISOLATE.sub("", outside)) != outside:
        outside = closed
    path = re.match("/|https:|\u200b?Report_", text)
    if (
        not path
        and _HEBREW.search(outside)
        and _LATIN.search(re.sub(r"\[U\+\w+\]|gnp\.exe|\[2J|<\w+>|</\w+>", "", outside))
    ):
        yield f"is not closed off: {text!r}"
