"""The bar over the picture, in place of the window's: back, ways to look, steps, zoom, the report.

What can be said by a sign gives up its words where there is little room, then there is less room between the parts;
below that the bar goes on in a second line.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.language import Language
from app.ui.exhibit.view_protocol import ExhibitLook
from app.ui.kit import Button, FlowLayout, IconButton, QuietButton, Segmented, Sign, mark, named
from app.ui.kit.look import CONTROL_PX, CurrentLook

_NO_PERCENT = "– %"
_SIDE_PX, _TOP_PX, _GAP_PX, _TIGHT_PX = 16, 8, 8, 4
# Of a button: the sign before its words with the gap between them, and what it keeps free at its sides.
_SIGN_PX, _BUTTON_SIDE_PX = 22, 15
# What is given up in turn: the words of fitting, those of the way back, those of the report, then room.
_FIT, _BACK, _REPORT, _TIGHT = 1, 2, 3, 4


class EditorBar(QFrame):
    """Tells what was pressed by its parts.

    Signals:
        back_asked: leave the page.
        report_asked: make the report.

    Attributes:
        title: which exhibit it is.
        looks: the three ways to look at it.
        marks: shows and hides the list of marks, where there is no room for it beside the picture.
    """

    back_asked = Signal()
    report_asked = Signal()

    def __init__(self, language: Language, look: CurrentLook) -> None:
        super().__init__()
        named(self, "bar")
        self._language = language
        self._look = look
        self._percent = ""
        self._folds = -1
        text = language.text
        self.back = Button(text("Back"))
        self.back.set_sign(Sign.LEFT, look)
        self.title = QLabel()
        named(self.title, "heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.looks = Segmented(
            (
                (str(ExhibitLook.ORIGINAL), text("Original")),
                (str(ExhibitLook.MARKED), text("With marks")),
                (str(ExhibitLook.RECIPIENT), text("What the recipient sees")),
            ),
            name=text("How to look at the exhibit"),
        )
        self.undo = IconButton(Sign.UNDO, text("Undo"), look)
        self.redo = IconButton(Sign.REDO, text("Redo"), look)
        self.zoom_out = IconButton(Sign.MINUS, text("Smaller"), look)
        self.fit = Button(text("Fit"))
        self.zoom_in = IconButton(Sign.PLUS, text("Larger"), look)
        self.marks = IconButton(Sign.MENU, text("Show the list of marks"), look)
        self.marks.setCheckable(True)
        self.report = QuietButton(text("Make report"))
        self.report.setToolTip("Ctrl+R")
        self.report_sign = IconButton(Sign.REPORT, text("Make report"), look)
        self.report_sign.setToolTip(f"{text('Make report')} (Ctrl+R)")
        self._lay_out()
        self.back.clicked.connect(self.back_asked)
        for way in (self.report, self.report_sign):
            way.clicked.connect(self.report_asked)
        self._fold(0)

    def show_zoom(self, percent: int) -> None:
        """Say how large the picture is shown."""
        self._percent = f"{percent} %"
        self.fit.setText(self._fit_words(short=self._folds >= _FIT))
        self.fit.setAccessibleName(self._fit_words(short=False))

    def show_marks_button(self, *, shown: bool, checked: bool) -> None:
        """Offer to show and hide the list of marks, or not."""
        self.marks.setVisible(shown)
        self.marks.setChecked(checked)
        self.refit()

    def refit(self) -> None:
        """Give up as few words as the width asks for."""
        every = range(_TIGHT + 1)
        fits = (folds for folds in every if self._wanted_px(folds) <= self.width())
        self._fold(next(fits, _REPORT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._give_room()
            self.refit()

    def _lay_out(self) -> None:
        self._flow = FlowLayout(self, gap_px=_GAP_PX)
        for widget in (self.back, self.title, self.looks):
            self._flow.addWidget(widget)
        self._flow.push_right()
        self._right = (
            _together(self.undo, self.redo),
            _together(self.zoom_out, self.fit, self.zoom_in),
            _together(self.marks, self.report, self.report_sign),
        )
        for group in self._right:
            self._flow.addWidget(group)
        self._give_room()

    def _give_room(self) -> None:
        look, tight = self._look(), self._folds >= _TIGHT
        gap = _TIGHT_PX if tight else _GAP_PX
        side, top = self._side_px(tight=tight), look.space(_TOP_PX)
        self._flow.setContentsMargins(side, top, side, top)
        self._flow.setSpacing(gap)
        for group in self._right:
            row = group.layout()
            if row is not None:
                row.setSpacing(gap)

    def _side_px(self, *, tight: bool) -> int:
        return self._look().space(_SIDE_PX) // (2 if tight else 1)

    def _wanted_px(self, folds: int) -> int:
        """Return how wide the bar is in one line, without a widget that is shown or hidden for it."""
        marks = () if self.marks.isHidden() else (self.marks,)
        report = self.report_sign if folds >= _REPORT else self.report
        parts: tuple[QWidget, ...] = (
            *(self.back, self.title, self.looks, self.undo, self.redo),
            *(self.zoom_out, self.fit, self.zoom_in, *marks, report),
        )
        tight = folds >= _TIGHT
        gap = _TIGHT_PX if tight else _GAP_PX
        wide = sum(each.sizeHint().width() for each in parts) + gap * (len(parts) - 1)
        wide += _longer(self.fit, self._fit_words(short=folds >= _FIT))
        wide += self._back_px(short=folds >= _BACK) - self.back.sizeHint().width()
        return wide + 2 * self._side_px(tight=tight)

    def _fold(self, folds: int) -> None:
        """Take the words of some buttons away, or give them back."""
        if folds == self._folds:
            return
        self._folds = folds
        _show_one(self.report, self.report_sign, sign_alone=folds >= _REPORT)
        self.fit.setText(self._fit_words(short=folds >= _FIT))
        short, words = folds >= _BACK, self._language.text("Back")
        self.back.setText("" if short else words)
        self.back.setToolTip(words if short else "")
        mark(self.back, kit="icon" if short else "")
        self._give_room()
        for group in self._right:
            group.updateGeometry()
        self._flow.invalidate()

    def _back_px(self, *, short: bool) -> int:
        """Return how wide the way back is, with its words or without."""
        look = self._look()
        if short:
            return look.px(CONTROL_PX)
        words = self.back.fontMetrics().horizontalAdvance(self._language.text("Back"))
        return words + look.px(_SIGN_PX) + 2 * look.space(_BUTTON_SIDE_PX)

    def _fit_words(self, *, short: bool) -> str:
        if short:
            return self._percent or _NO_PERCENT
        if not self._percent:
            return self._language.text("Fit")
        return self._language.text("Fit · {percent} %", percent=self._percent.removesuffix(" %"))


def _together(*widgets: QWidget) -> QWidget:
    """Widgets that go to the next line together."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP_PX)
    for widget in widgets:
        row.addWidget(widget)
    return group


def _show_one(words: QWidget, sign: QWidget, *, sign_alone: bool) -> None:
    """Show the button with its words or the one with its sign, which has the focus if the other had it."""
    had_focus = words.hasFocus() or sign.hasFocus()
    words.setVisible(not sign_alone)
    sign.setVisible(sign_alone)
    if had_focus:
        (sign if sign_alone else words).setFocus()


def _longer(button: QPushButton, words: str) -> int:
    """Return how much wider a button would be with other words."""
    metrics = button.fontMetrics()
    return metrics.horizontalAdvance(words) - metrics.horizontalAdvance(button.text())
