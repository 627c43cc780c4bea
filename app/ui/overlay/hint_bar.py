"""The hint line: what one can do now, each key in bold, and the other words of the overlay.

The line goes on in further lines before a word is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import msgspec
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from app.language import Language
from app.ui.overlay.selecting import Selecting


class Hint(msgspec.Struct, frozen=True):
    """One piece of the hint line: a key's name, in bold, and what it does; or a sentence without a key."""

    text: str
    key: str = ""


def hints(language: Language, selecting: Selecting) -> tuple[Hint, ...]:
    """Return what one can do now."""
    text = language.text
    cancel = Hint(text("cancels"), "Esc")
    if selecting.dragging:
        return (Hint(text("Let go to take the field.")), cancel)
    if selecting.has_corner:
        return (Hint(text("Click the opposite corner.")), cancel)
    if selecting.region is None:
        return (
            Hint(text("Drag a field.")),
            Hint(text("the whole screen"), "Enter"),
            *_others(language, selecting),
            Hint(text("move"), text("Arrow keys")),
            Hint(text("numbers"), "Tab"),
            cancel,
        )
    return (
        Hint(text("takes the field"), "Enter"),
        Hint(text("move"), text("Arrow keys")),
        Hint(text("change the size"), text("Shift+arrow keys")),
        Hint(text("numbers"), "Tab"),
        cancel,
    )


def _others(language: Language, selecting: Selecting) -> tuple[Hint, ...]:
    """What else can be taken by one key."""
    text = language.text
    offered = (
        (selecting.window is not None, Hint(text("only the window"), text("W"))),
        (selecting.several, Hint(text("all screens"), "A")),
        (selecting.again is not None, Hint(text("same area"), "S")),
    )
    return tuple(hint for there, hint in offered if there)


def size_label(selecting: Selecting) -> str:
    """Return width by height in pixels; "" while nothing is selected."""
    if selecting.region is None:
        return ""
    return f"{selecting.region.width_px} × {selecting.region.height_px}"


def spoken(language: Language, selecting: Selecting) -> str:
    """Return the region in words, for those who hear it."""
    if selecting.region is None:
        return language.text("Nothing is selected: Enter takes the whole screen.")
    x, y, width_px, height_px = selecting.region
    return language.text(
        "{width} by {height} pixels, {x} from the left, {y} from the top",
        width=width_px,
        height=height_px,
        x=x,
        y=y,
    )


_ACROSS, _DOWN = 20, 11
_GAP = "&nbsp;&nbsp; "


class HintBar(QLabel):
    """A plate that lets the pointer through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hints: tuple[Hint, ...] = ()
        self._widest = 0
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            "background: #1F2A37; color: #FFFFFF; border-radius: 8px;"
            f"padding: {_DOWN}px {_ACROSS}px;"
        )

    def say(self, hints: Sequence[Hint], widest: int) -> bool:
        """Show these hints, no wider than that; return whether anything changed."""
        if tuple(hints) == self._hints and widest == self._widest:
            return False
        self._hints, self._widest = tuple(hints), widest
        self.ensurePolished()
        pieces = [_marked_up(each) for each in hints]
        room = widest - 2 * _ACROSS
        widths = [self._width(each) for each in pieces]
        self.setText(
            "<br>".join(
                _GAP.join(pieces[place] for place in line)
                for line in lines(widths, self._width(_GAP), room)
            )
        )
        self.setAccessibleName(
            " ".join(f"{each.key}: {each.text}" if each.key else each.text for each in hints)
        )
        # One piece alone may be too wide for a very narrow screen.
        too_wide = max(widths) > room
        self.setWordWrap(too_wide)
        self.setMinimumWidth(widest if too_wide else 0)
        self.setMaximumWidth(widest)
        self.adjustSize()
        return True

    def sizes(self) -> QSizeF:
        """Return how much room it takes."""
        return QSizeF(self.size())

    def _width(self, piece: str) -> float:
        page = QTextDocument()
        page.setDefaultFont(self.font())
        page.setDocumentMargin(0)
        page.setHtml(piece)
        return page.idealWidth()


def lines(widths: Sequence[float], gap: float, room: float) -> list[list[int]]:
    """Return which pieces stand in which line: in as few as there is room for, and those about equally long.

    Args:
        widths: of the pieces, in their order.
        gap: between two of a line.
        room: how long a line may be.
    """
    fewest = len(_filled(widths, gap, room))
    lengths = sorted(
        sum(widths[start:end]) + gap * (end - start - 1)
        for start in range(len(widths))
        for end in range(start + 1, len(widths) + 1)
    )
    tightest = next(each for each in [*lengths, room] if len(_filled(widths, gap, each)) == fewest)
    return _filled(widths, gap, tightest)


def _filled(widths: Sequence[float], gap: float, room: float) -> list[list[int]]:
    filled: list[list[int]] = []
    used = 0.0
    for place, width in enumerate(widths):
        if filled and used + gap + width <= room:
            filled[-1].append(place)
            used += gap + width
        else:
            filled.append([place])
            used = width
    return filled


def _marked_up(hint: Hint) -> str:
    key = f"<b>{escape(hint.key)}:</b> " if hint.key else ""
    return f"{key}{escape(hint.text)}"
