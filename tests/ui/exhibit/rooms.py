"""A presenter of the editor with all its fakes, over a real vault."""

from __future__ import annotations

from app.markup import Box, Redaction
from app.ui.context import UiContext
from app.ui.exhibit.drafts import draft_key
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.presenter import ExhibitPresenter
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view_protocol import PictureState
from app.ui.lanes import Lanes
from app.ui.session import Session
from tests.fakes.lanes import DirectLanes
from tests.ui.exhibit.editor import FakePage, House, case_of, exhibit_of

COVER = Redaction(Box(20, 10, 30, 25), "Barns navn")


def stage_of(room: Room) -> PictureState:
    """Asked anew each time: a type checker remembers what an attribute was."""
    return room.page.stage


def tool_of(room: Room) -> Tool:
    return room.page.tool


class Room:
    """A presenter with all its fakes."""

    def __init__(self, session: Session, house: House, lanes: Lanes | None = None) -> None:
        self.session = session
        self.lanes = lanes or DirectLanes(after_store=session.publish)
        self.context: UiContext = house.make_context(session, self.lanes)
        self.page = FakePage()
        self.presenter = ExhibitPresenter(self.context, self.page)
        self.page.presenter = self.presenter

    @property
    def editing(self) -> Editing:
        assert self.presenter.editing is not None
        return self.presenter.editing

    def opened(self, number: int = 1) -> Room:
        self.presenter.show(number)
        self.presenter.uncover()
        return self

    def cover(self) -> None:
        self.editing.choose_tool(Tool.REDACT)
        self.editing.press(20, 10, 3)
        self.editing.release(50, 35)
        self.editing.set_words("Barns navn")

    def draft(self) -> bytes | None:
        return case_of(self.session).vault.draft(draft_key(exhibit_of(self.session)))
