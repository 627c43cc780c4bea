"""Dialogs over the page of a film: choose frames that become exhibits; cover something in a clip of its own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.actions.cover_film import ClipPlan
from app.casework import moment_in_film
from app.casework.kinds.working_copy import ClipCover
from app.language import Language
from app.picture import Pixels
from app.ui.exhibit.film_player import FilmPlayer
from app.ui.exhibit.film_seeing import FilmOnPage
from app.ui.kit import Button, Dialog, FlowRow, Muted, PrimaryButton, QuietButton, Text, TextField
from app.ui.kit.look import S5
from app.ui.kit.scale import text_percent

_WIDE_PX = 720
_LEAST_PX, _MOST_PX = 220, 480
_CHOOSE_PX, _COVER_PX = 300, 500
"""How much of the window's height is not the frame's."""
_MILLIONTHS = 1_000_000


class FilmDialog(Dialog):
    """Shows a film frame by frame.

    Attributes:
        player: the frame and the line of time.
        said: what came of what was done.
    """

    def __init__(
        self,
        title: str,
        lead: str,
        film: FilmOnPage,
        language: Language,
        parent: QWidget,
        *,
        boxes: bool,
    ) -> None:
        # What the rest of the dialog leaves: a face is hard to hit in a picture as small as a stamp.
        beside = (_COVER_PX if boxes else _CHOOSE_PX) * text_percent() // 100
        room = parent.window().height() - beside
        frame_px = min(max(room, _LEAST_PX), _MOST_PX)
        super().__init__(title, parent, width_px=max(_WIDE_PX, frame_px * 16 // 9 + 2 * S5))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self._film = film
        self.player = FilmPlayer(film.runs_us, film.step_us, language, boxes=boxes)
        self.player.frame.setMinimumHeight(frame_px)
        self.said = Muted("")
        self.add(Muted(lead))
        self.add(self.player)
        self.setAccessibleDescription(lead)

    def show_frame(self, at: str, pixels: Pixels | None, sentence: str) -> None:
        """Show the frame that was wanted."""
        self.player.show_frame(at, pixels, sentence)

    def say(self, sentence: str) -> None:
        """Say what came of it."""
        self.said.setText(sentence)
        self.fit()


class FramesDialog(FilmDialog):
    """``taken`` tells the moment whose frame shall be an exhibit."""

    taken = Signal(object)

    def __init__(self, film: FilmOnPage, language: Language, parent: QWidget) -> None:
        text = language.text
        lead = text(
            "Choose a moment. The frame becomes an exhibit of its own. The film stays as it is."
        )
        super().__init__(text("Frames of the film"), lead, film, language, parent, boxes=False)
        self.add(self.said)
        self.take = PrimaryButton(text("Make it an exhibit"))
        self.take.clicked.connect(lambda: self.taken.emit(self.player.at_us))
        self.close_button = Button(text("Close"))
        self.close_button.clicked.connect(self.reject)
        self.put_foot(self.close_button, self.take)


class CoverDialog(FilmDialog):
    """``ordered`` tells what the clip shall be (a ``ClipPlan``)."""

    ordered = Signal(object)

    def __init__(self, film: FilmOnPage, language: Language, parent: QWidget) -> None:
        text = language.text
        lead = text(
            "Draw a box over what shall be black, choose from when to when, and write why. A clip of its own is made; "
            "the film stays as it is."
        )
        super().__init__(text("Cover in the film"), lead, film, language, parent, boxes=True)
        self._from_us, self._to_us = 0, film.runs_us
        self._covers: list[ClipCover] = []
        self.begin = Button(text("Black from here"))
        self.end = Button(text("Black until here"))
        self.between = Text()
        self.between.setWordWrap(False)
        self.reason = TextField(text("Why, such as: Child's face"))
        self.reason.setAccessibleName(text("Why it is covered"))
        self.add_button = Button(text("Cover this place"))
        self.places = Text()
        self.undo = QuietButton(text("Take the last place away"))
        self.mute = QCheckBox(text("Leave the sound out"))
        self.mute.setVisible(film.sound)
        self.make = PrimaryButton(text("Make the clip"))
        self.cancel = Button(text("Cancel"))
        row = QWidget()
        times = QHBoxLayout(row)
        times.setContentsMargins(0, 0, 0, 0)
        times.addWidget(FlowRow(self.begin, self.end), 1)
        times.addWidget(self.between)
        why = QWidget()
        reasons = QHBoxLayout(why)
        reasons.setContentsMargins(0, 0, 0, 0)
        reasons.addWidget(self.reason, 1)
        reasons.addWidget(self.add_button)
        for widget in (row, why, self.places, self.undo, self.mute, self.said):
            self.add(widget)
        self.put_foot(self.cancel, self.make)
        self.begin.clicked.connect(self._begin_here)
        self.end.clicked.connect(self._end_here)
        self.add_button.clicked.connect(self._add)
        self.reason.returnPressed.connect(self.add_button.click)
        self.undo.clicked.connect(self._take_away)
        self.mute.toggled.connect(lambda _on: self._show())
        self.player.frame.boxed.connect(self._show)
        self.reason.textChanged.connect(lambda _words: self._show())
        self.cancel.clicked.connect(self.reject)
        self.make.clicked.connect(self._order)
        self._show()

    @property
    def plan(self) -> ClipPlan:
        """Return what stands in the dialog."""
        return ClipPlan(0, self._film.runs_us, tuple(self._covers), self.mute.isChecked())

    def _begin_here(self) -> None:
        self._from_us = self.player.at_us
        if self._to_us <= self._from_us:
            self._to_us = self._film.runs_us
        self._show()

    def _end_here(self) -> None:
        self._to_us = max(1, self.player.at_us)
        if self._from_us >= self._to_us:
            self._from_us = 0
        self._show()

    def _add(self) -> None:
        box = self.player.frame.box
        left, top = int(box.left() * _MILLIONTHS), int(box.top() * _MILLIONTHS)
        right, bottom = (int(side * _MILLIONTHS) for side in (box.right(), box.bottom()))
        self._covers.append(
            ClipCover(
                left=left,
                top=top,
                width=max(1, min(right, _MILLIONTHS) - left),
                height=max(1, min(bottom, _MILLIONTHS) - top),
                from_us=self._from_us,
                to_us=self._to_us,
                reason=self.reason.value(),
            )
        )
        self.player.frame.clear_box()
        self.reason.clear()
        self._show()
        # The button that was pressed can be pressed no more: the focus goes to what is next.
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        self._covers.pop()
        self._show()

    def _order(self) -> None:
        plan = self.plan
        self.accept()
        self.ordered.emit(plan)

    def _show(self) -> None:
        language = self._language
        self.between.setText(
            language.text("Black {span}", span=self._span(self._from_us, self._to_us))
        )
        box = not self.player.frame.box.isEmpty()
        self.add_button.setEnabled(box and bool(self.reason.value()))
        lines = [
            language.text(
                "Black {span}: {reason}",
                span=self._span(each.from_us, each.to_us),
                reason=each.reason,
            )
            for each in self._covers
        ]
        self.places.setText("\n".join(lines))
        self.places.setVisible(bool(lines))
        self.undo.setVisible(bool(lines))
        # A box that was drawn and not taken would be left uncovered without a word.
        ready = (bool(lines) or self.mute.isChecked()) and not box
        self.make.setEnabled(ready)
        self.said.setText("" if ready else self._what_now(box=box))
        self._show_covers()
        if self.isVisible():
            self.fit()

    def _what_now(self, *, box: bool) -> str:
        """Say what lacks before the clip can be made."""
        text = self._language.text
        if not box:
            return text("Draw a box on the frame first.")
        if not self.reason.value():
            return text("Write why the place is covered.")
        return text("Press “Cover this place”.")

    def show_frame(self, at: str, pixels: Pixels | None, sentence: str) -> None:
        super().show_frame(at, pixels, sentence)
        self._show_covers()

    def _show_covers(self) -> None:
        at_us = self.player.at_us
        self.player.frame.show_covers(
            [
                QRectF(*(side / _MILLIONTHS for side in (c.left, c.top, c.width, c.height)))
                for c in self._covers
                if c.from_us <= at_us < c.to_us
            ]
        )

    def _span(self, begin: int, end: int) -> str:
        first, last = (moment_in_film(each, self._language) for each in (begin, end))
        return self._language.text("{first} to {last}", first=first, last=last)
