"""What a person does to the marks: tools, pointer, keys and figures, turned into steps that can be undone. No Qt.

Rules:
- Every change goes out as one Edit by ``page.push``; it stands when it comes back by ``apply``.
- A drag is one step, however far it goes. Keys held down and letters typed merge into one step each.
- A click that hardly moves selects; it does not move what it selects. One beside the picture places nothing.
- Why a place is covered is for the person to say: a black box has no reason until one is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from app.language import Language
from app.markup import Redaction
from app.ui.exhibit.by_hand import ByHand
from app.ui.exhibit.figures import Figure, with_figure
from app.ui.exhibit.geometry import EditorGround, holds, moved, resized
from app.ui.exhibit.gestures import Gesture, Making, Moving, Press, found_at, take_hold
from app.ui.exhibit.groups import beside, neighbour
from app.ui.exhibit.model import (
    NOTHING,
    Drawing,
    Edit,
    Shape,
    add,
    put,
    remove,
    shift,
)
from app.ui.exhibit.tools import POINTED, Tool, has_room, kind_of, shape_at_centre, with_words
from app.ui.exhibit.words import HINTS, UNSTATED

_BESIDE_PX = 16


class EditingView(Protocol):
    """The part of the page that shows marks."""

    def show_drawing(
        self, drawing: Drawing, selected: int, ground: EditorGround, *, settled: bool
    ) -> None:
        """The marks; ``settled`` is False while the pointer is dragging."""
        ...

    def show_tool(self, tool: Tool) -> None:
        """The tool in hand."""
        ...

    def show_notice(self, sentence: str) -> None:
        """A quiet line below the picture."""
        ...

    def push(self, edit: Edit) -> None:
        """Keep a step that can be undone, and carry it out by ``apply``."""
        ...

    def edit_words(self) -> None:
        """Let the words of what is selected be typed now."""
        ...


class Editing:
    """The marks of one open picture.

    Attributes:
        ground: the picture.
        drawing: as it stands.
        selected: id of what is selected, or NOTHING.
        tool: in hand.
        touched: whether a step was made or undone.
    """

    def __init__(
        self,
        language: Language,
        page: EditingView,
        ground: EditorGround,
        drawing: Drawing,
        *,
        can_change: Callable[[], bool],
    ) -> None:
        self.ground = ground
        self.drawing = drawing
        self.selected = NOTHING
        self.tool = Tool.SELECT
        self.touched = False
        self._language = language
        self._page = page
        self._can_change = can_change
        self._gesture: Gesture | None = None
        # The first of two clicks was made; the next one ends the shape.
        self._anchored = False
        self._dragging = False

    # -- showing -----------------------------------------------------------------------------------

    def apply(self, drawing: Drawing, selected: int) -> None:
        """This is the drawing now."""
        self.drawing, self.selected, self.touched = drawing, selected, True
        self._gesture, self._anchored = None, False
        self.show()

    def show(self) -> None:
        """Show what stands."""
        self._page.show_drawing(self.drawing, self.selected, self.ground, settled=True)

    def choose_tool(self, tool: Tool) -> None:
        """Take a tool in hand."""
        self.cancel_gesture()
        self.tool = tool
        self._page.show_tool(tool)
        self._page.show_notice(self._language.text(HINTS[tool]))

    def select(self, id: int) -> None:
        """Select a shape, or nothing."""
        if id != self.selected:
            self.cancel_gesture()
            self.selected = id
            self.show()

    # -- the pointer -------------------------------------------------------------------------------

    def press(self, x: int, y: int, slop_px: int) -> None:
        """The pointer went down."""
        if not self._can_change() or self._anchored:
            return
        press = Press(x, y, slop_px)
        self._dragging = False
        self._gesture = take_hold(self.drawing, self.selected, press, self.ground)
        if self._gesture is not None:
            return
        if self.tool is not Tool.SELECT:
            beside_it = self.tool in POINTED and not holds(self.ground, x, y)
            if not beside_it and self._has_room(self.tool):
                self._gesture = self._making(press)
            return
        id = found_at(self.drawing, press, self.ground, hollow=False)
        self.select(id)
        shape = self.drawing.shape(id)
        if shape is not None:
            self._gesture = Moving(press, self.drawing, id, shape, self.ground)

    def drag(self, x: int, y: int) -> None:
        """The pointer moved; with a button down, or after the first of two clicks."""
        gesture = self._gesture
        if gesture is None:
            return
        self._dragging = self._dragging or _is_far(gesture.press, x, y)
        if self._dragging:
            drawing, selected = gesture.at(x, y)
            self._page.show_drawing(drawing, selected, self.ground, settled=False)

    def release(self, x: int, y: int) -> None:
        """The pointer went up."""
        gesture = self._gesture
        if gesture is None:
            return
        self._dragging = self._dragging or _is_far(gesture.press, x, y)
        if isinstance(gesture, Making) and not self._dragging and gesture.takes_two_places:
            self._click(gesture)
            return
        if isinstance(gesture, ByHand) and not self._dragging:
            self._gesture = None
            self.select(found_at(self.drawing, gesture.press, self.ground) or self.selected)
            return
        self._gesture, self._anchored = None, False
        if not self._dragging and not isinstance(gesture, Making):
            self.show()
            return
        ended = gesture.settled if isinstance(gesture, ByHand) else gesture.at
        drawing, selected = ended(x, y)
        if drawing == self.drawing:
            self.show()
            return
        self._push(drawing, selected)
        if isinstance(gesture, Making) and gesture.tool in POINTED:
            if gesture.tool is Tool.TEXT:
                self.choose_tool(Tool.SELECT)
            self._page.edit_words()

    def cancel_gesture(self) -> None:
        """Forget a gesture that is under way; what stood before it stands."""
        if self._gesture is not None:
            self._gesture, self._anchored = None, False
            self.show()

    @property
    def busy(self) -> bool:
        """Whether a gesture is under way, or a tool in hand."""
        return self._gesture is not None or self.tool is not Tool.SELECT

    def escape(self) -> bool:
        """Step back out of a gesture, or out of a tool; return whether there was either."""
        if self._gesture is not None:
            self.cancel_gesture()
        elif self.tool is not Tool.SELECT and self._can_change():
            self.choose_tool(Tool.SELECT)
        else:
            return False
        return True

    # -- keys, list and figures --------------------------------------------------------------------

    def add_at(self, tool: Tool, centre: tuple[int, int]) -> None:
        """Lay a new shape about a place, and let its words be typed."""
        if not self._can_change() or tool is Tool.SELECT or not self._has_room(tool):
            return
        self.cancel_gesture()
        words = self._first_words(tool)
        shape = shape_at_centre(tool, centre, self.drawing, words, self.ground)
        self._push(add(self.drawing, shape), self.drawing.next_id)
        self._page.edit_words()

    def cover(self, boxes: Sequence[Redaction]) -> None:
        """Cover places with black, in one step."""
        if not boxes or not self._can_change():
            return
        self.cancel_gesture()
        drawing = self.drawing
        for box in boxes:
            drawing = add(drawing, box)
        self._push(drawing, drawing.redactions[-1].id)

    def nudge(self, right: int, down: int) -> None:
        """Move what is selected by that many pixels."""
        self._change("nudge", lambda shape: moved(shape, right, down, self.ground))

    def resize(self, wider: int, higher: int) -> None:
        """Make what is selected that much wider and higher."""
        self._change("resize", lambda shape: resized(shape, wider, higher, self.ground))

    def set_figure(self, figure: Figure, value: int) -> None:
        """Change a place or a size by its figure."""
        self._change(
            f"figure {figure}", lambda shape: with_figure(shape, figure, value, self.ground)
        )

    def set_words(self, words: str) -> None:
        """Change the caption, the text or the reason; a reason that is emptied is no longer given."""
        shape = self.drawing.shape(self.selected)
        if isinstance(shape, Redaction) and not words.strip():
            words = self._language.text(UNSTATED)
        self._change("words", lambda shape: with_words(shape, words))

    def duplicate(self) -> None:
        """Lay the same once more beside what is selected."""
        shape = self.drawing.shape(self.selected)
        if shape is None or not self._can_change() or not self._has_room(kind_of(shape)):
            return
        self.cancel_gesture()
        beside = moved(shape, _BESIDE_PX, _BESIDE_PX, self.ground)
        if beside == shape:  # it stands in the corner
            beside = moved(shape, -_BESIDE_PX, -_BESIDE_PX, self.ground)
        self._push(add(self.drawing, beside), self.drawing.next_id)

    def delete(self) -> None:
        """Take away what is selected."""
        if self._can_change() and self.drawing.shape(self.selected) is not None:
            self.cancel_gesture()
            after = neighbour(self.drawing, self.selected, self.ground)
            self._push(remove(self.drawing, self.selected), after)

    def shift(self, places: int) -> None:
        """Move what is selected up or down the order."""
        if self._can_change():
            self.cancel_gesture()
            peers = beside(self.drawing, self.selected, self.ground)
            self._push(shift(self.drawing, self.selected, places, peers), self.selected)

    # -- inside ------------------------------------------------------------------------------------

    def _making(self, press: Press) -> Gesture:
        if self.tool is Tool.FREEHAND:
            return ByHand(press, self.drawing, self.ground)
        words = self._first_words(self.tool)
        return Making(press, self.drawing, self.tool, words, self.ground)

    def _click(self, making: Making) -> None:
        """A click with a tool that needs two places: on a mark it selects, elsewhere it is the first corner."""
        found = found_at(self.drawing, making.press, self.ground)
        if found or not holds(self.ground, making.press.x, making.press.y):
            self._gesture = None
            self.selected = found or self.selected
            self.show()
            return
        self._anchored = True
        self._page.show_notice(self._language.text("Now click in the other place. Esc stops."))

    def _change(self, what: str, change: Callable[[Shape], Shape]) -> None:
        shape = self.drawing.shape(self.selected)
        if shape is None or not self._can_change():
            return
        self.cancel_gesture()
        drawing = put(self.drawing, self.selected, change(shape))
        self._push(drawing, self.selected, f"{what} {self.selected}")

    def _push(self, drawing: Drawing, selected: int, merge: str = "") -> None:
        if drawing == self.drawing:
            return
        self._page.push(Edit(self.drawing, drawing, self.selected, selected, merge))

    def _has_room(self, tool: Tool) -> bool:
        if has_room(tool, self.drawing):
            return True
        self._page.show_notice(self._language.text("There is no room for more marks"))
        return False

    def _first_words(self, tool: Tool) -> str:
        if tool is Tool.REDACT:
            return self._language.text(UNSTATED)
        return self._language.text("Text")


def _is_far(press: Press, x: int, y: int) -> bool:
    return max(abs(x - press.x), abs(y - press.y)) > press.slop_px // 2
