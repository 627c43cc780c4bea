"""The ways out of the page: to where the person came from, and by Esc one step after the other."""

from __future__ import annotations

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hide import hide
from app.casework import layer_of
from app.markup import Layer
from app.ui import routes
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view_protocol import ExhibitLook
from tests.fakes.navigator import FakeNavigator
from tests.ui.exhibit.editor import case_of, exhibit_of
from tests.ui.exhibit.rooms import COVER, Room, tool_of


def test_who_comes_to_cover_has_the_tool_in_hand_and_goes_back_to_where_they_were(
    room: Room,
) -> None:
    room.presenter.show(1, cover=True)
    room.presenter.uncover()
    assert tool_of(room) is Tool.REDACT
    assert room.editing.tool is Tool.REDACT
    room.presenter.back()

    assert isinstance(room.context.navigator, FakeNavigator)
    assert room.context.navigator.backs == 1
    assert room.context.navigator.routes == []
    room.opened()
    assert tool_of(room) is Tool.SELECT
    room.presenter.back()
    assert room.context.navigator.routes == [routes.Timeline()]


def test_escape_steps_out_of_the_tool_then_of_the_look_then_leaves_and_keeps_all(
    room: Room,
) -> None:
    room.opened().cover()
    room.presenter.choose_look(ExhibitLook.RECIPIENT)
    room.presenter.escape()
    assert room.page.look is ExhibitLook.MARKED
    room.presenter.escape()
    assert tool_of(room) is Tool.SELECT
    assert isinstance(room.context.navigator, FakeNavigator)
    assert room.context.navigator.routes == []
    room.presenter.escape()
    assert room.context.navigator.routes == [routes.Timeline()]
    assert layer_of(exhibit_of(room.session)) == Layer((), (COVER,))


def test_the_next_exhibit_and_the_one_before_it_are_a_key_away(room: Room) -> None:
    case = case_of(room.session)
    for _ in range(4 - len(room.session.state.exhibits)):
        capture_and_seal(case, room.context.open_screen(), CaptureWish())
    hide(case, room.session.state.exhibits[1].original)
    room.session.publish()
    assert isinstance(room.context.navigator, FakeNavigator)
    room.presenter.show(1, cover=True)
    room.presenter.turn(-1)
    assert room.context.navigator.routes == []
    room.presenter.turn(1)
    assert room.context.navigator.routes == [routes.Exhibit(3, cover=True)]
    room.presenter.show(len(room.session.state.exhibits))
    room.presenter.turn(1)
    room.presenter.turn(-1)
    assert room.context.navigator.routes[1:] == [routes.Exhibit(3)]
