"""The page of one exhibit, put together: header, tools, picture, list of marks, and the line below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QFont,
    QFontDatabase,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.picture import Pixels
from app.ui import routes
from app.ui.context import UiContext
from app.ui.exhibit.canvas import Canvas, CanvasFrame
from app.ui.exhibit.commands import Steps
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.geometry import Ground
from app.ui.exhibit.marks_panel import MarksPanel
from app.ui.exhibit.model import Drawing, Edit
from app.ui.exhibit.page_actions import PageActions
from app.ui.exhibit.presenter import ExhibitLook, ExhibitPresenter, PictureState
from app.ui.exhibit.tool_column import ToolColumn
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.ways_out import WaysOut
from app.ui.exhibit.words import ExhibitHeading, marks_count
from app.ui.kit import (
    Badge,
    Banner,
    Button,
    FlowLayout,
    Lead,
    PrimaryButton,
    QuietButton,
    Segmented,
    named,
)
from app.ui.routes import Route
from app.ui.screens import Bars, ScreenPage

_PANEL_PX = 330
_FOOT_PX = 1000


class ExhibitPage(ScreenPage):
    """One exhibit at a time. Shows what the presenter tells it."""

    bars = Bars.OWN

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = context.language
        self._look = context.look
        self.presenter = ExhibitPresenter(context, self)
        self.steps = Steps(self, self.presenter.apply)
        self.page_actions = PageActions(self, self.steps, context.language)
        self.canvas = Canvas(_typeface(self.presenter), context.look)
        self.panel = MarksPanel(context.language, context.look)
        self.tools = ToolColumn(self.page_actions, context.look)
        self._lay_out()
        self._connect()
        self.show_look(ExhibitLook.MARKED, editable=False)

    # -- what the frame calls ------------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Exhibit):
            self.presenter.show(route.number)

    def leave(self) -> None:
        self.presenter.leave()

    # -- what the presenter asks for -----------------------------------------------------------------

    def show_heading(self, heading: ExhibitHeading) -> None:
        self.title.setText(heading.title)
        self.taken.setText(heading.taken)
        self.taken.setToolTip(heading.clock)
        self.taken.setAccessibleDescription(heading.clock)
        self.locked.setText(heading.locked)
        self._share_foot()
        name = self._language.text("Picture of {exhibit}", exhibit=heading.title)
        self.canvas.setAccessibleName(name)
        self.canvas.viewport().setAccessibleName(name)  # takes the focus for the canvas

    def show_stage(self, stage: PictureState, sentence: str = "") -> None:
        self.sentence.setText(sentence)
        page = {PictureState.COVERED: self._covered, PictureState.PICTURE: self._framed}.get(
            stage, self._said
        )
        if self._stack.currentWidget() is not page:
            had_focus = self.show_button.hasFocus()
            self._stack.setCurrentWidget(page)
            if had_focus and stage is PictureState.PICTURE:
                self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        for button in (self.fit, self.zoom_in, self.zoom_out):
            button.setEnabled(stage is PictureState.PICTURE)

    def show_look(self, look: ExhibitLook, *, editable: bool) -> None:
        self.looks.choose(str(look))
        self.canvas.marks.set_marks_visible(visible=look is ExhibitLook.MARKED)
        self.page_actions.set_editable(editable=editable)
        self.panel.set_editable(editable=editable)

    def show_picture(self, pixels: Pixels | None) -> None:
        self.canvas.set_picture(pixels)
        self.pixel_size.setText(f"{pixels.width_px} × {pixels.height_px} px" if pixels else "")

    def show_drawing(
        self, drawing: Drawing, selected: int, ground: Ground, *, settled: bool
    ) -> None:
        self.canvas.show_drawing(drawing, selected, ground)
        if settled:
            self.panel.show_drawing(drawing, selected, ground)
            self.canvas.setAccessibleDescription(marks_count(drawing, self._language))

    def show_tool(self, tool: Tool) -> None:
        self.page_actions.show_tool(tool)
        cross = tool is not Tool.SELECT
        shape = Qt.CursorShape.CrossCursor if cross else Qt.CursorShape.ArrowCursor
        self.canvas.viewport().setCursor(shape)

    def show_notice(self, sentence: str) -> None:
        self.notice.setText(sentence)
        self._share_foot()

    def show_ways_out(self, *, shown: bool, warning: str = "") -> None:
        self.ways_out.show_as(shown=shown, warning=warning)

    def open_outside(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def ask_where(self, name: str) -> None:
        self.ways_out.ask_where(name)

    def show_restored(self, *, shown: bool) -> None:
        self.restored.setVisible(shown)

    def push(self, edit: Edit) -> None:
        self.steps.take(edit)

    def recall_steps(self, edits: tuple[Edit, ...], done: int) -> None:
        self.steps.recall(edits, done)

    def forget_steps(self) -> None:
        self.steps.clear()

    def edit_words(self) -> None:
        self.panel.edit_words()

    # -- putting it together -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header())
        text = self._language.text
        self.restored = Banner(
            text("Your marks are still here"),
            text(
                "The program stopped before they were locked. Go on where you were; "
                "they are locked when you leave the page."
            ),
        )
        self.restored.hide()
        whole.addWidget(self.restored)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.tools)
        middle.addWidget(self._picture_stack(), 1)
        middle.addWidget(self.panel)
        self._fit_panel()
        whole.addLayout(middle, 1)
        whole.addWidget(self._foot())

    def _header(self) -> QWidget:
        text = self._language.text
        bar = QFrame()
        named(bar, "bar")
        flow = FlowLayout(bar, gap_px=10)
        flow.setContentsMargins(16, 10, 16, 10)
        self.back = Button(text("Back"))
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
        self.undo = Button(text("Undo"))
        self.redo = Button(text("Redo"))
        for widget in (self.back, self.title, self.looks):
            flow.addWidget(widget)
        flow.push_right()
        flow.addWidget(_together(self.undo, self.redo))
        return bar

    def _picture_stack(self) -> QWidget:
        text = self._language.text
        self._framed = CanvasFrame(self.canvas, self._look)
        self._covered = QFrame()
        named(self._covered, "desk")
        self.show_button = PrimaryButton(text("Show picture"))
        column = QVBoxLayout(self._covered)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch(1)
        words = Lead(text("The picture is covered until you ask to see it."))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(words)
        column.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._said = QFrame()
        named(self._said, "desk")
        self.sentence = Lead("")
        self.sentence.allow_selection()
        self.ways_out = WaysOut(self._language)
        said = QVBoxLayout(self._said)
        said.setContentsMargins(48, 48, 48, 48)
        said.setSpacing(24)
        said.addWidget(self.sentence)
        said.addWidget(self.ways_out)
        said.addStretch(1)
        self._stack = QStackedWidget()
        for page in (self._said, self._covered, self._framed):
            self._stack.addWidget(page)
        return self._stack

    def _foot(self) -> QWidget:
        text = self._language.text
        foot = QFrame()
        named(foot, "foot")
        row = FlowLayout(foot, gap_px=16)
        row.setContentsMargins(16, 3, 12, 3)
        self.taken, self.pixel_size, self.notice = QLabel(), QLabel(), QLabel()
        for label in (self.taken, self.pixel_size, self.notice):
            named(label, "muted")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.locked = Badge("", "ok")
        self.locked.hide()
        self.zoom_out = QuietButton("−")
        self.zoom_out.setAccessibleName(text("Smaller"))
        self.fit = QuietButton(text("Fit"))
        self.zoom_in = QuietButton("+")
        self.zoom_in.setAccessibleName(text("Larger"))
        for widget in (self.locked, self.taken, self.pixel_size, self.notice):
            row.addWidget(widget)
        row.push_right()
        row.addWidget(_together(self.zoom_out, self.fit, self.zoom_in))
        return foot

    def _connect(self) -> None:
        presenter, canvas, panel, actions = (
            self.presenter,
            self.canvas,
            self.panel,
            self.page_actions,
        )
        self.steps.changed.connect(presenter.steps_changed)
        self.back.clicked.connect(presenter.back)
        self.show_button.clicked.connect(presenter.uncover)
        outside = presenter.outside
        self.ways_out.open_button.clicked.connect(outside.ask_to_open)
        self.ways_out.go_on_button.clicked.connect(outside.open)
        self.ways_out.copy_button.clicked.connect(outside.ask_where)
        self.ways_out.place_chosen.connect(lambda path: outside.save(Path(path)))
        self.looks.changed.connect(lambda value: presenter.choose_look(ExhibitLook(value)))
        for button, action in ((self.undo, actions.undo), (self.redo, actions.redo)):
            button.clicked.connect(action.trigger)
            button.setToolTip(action.shortcut().toString())
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())
        for zoom, action, does in (
            (self.zoom_in, actions.zoom_in, canvas.zoom_in),
            (self.zoom_out, actions.zoom_out, canvas.zoom_out),
            (self.fit, actions.fit, canvas.fit),
        ):
            zoom.clicked.connect(does)
            action.triggered.connect(does)
        canvas.zoomed.connect(self._show_zoom)
        actions.tool_chosen.connect(lambda tool: self._edit(lambda e: e.choose_tool(Tool(tool))))
        actions.delete.triggered.connect(lambda: self._edit(Editing.delete))
        canvas.pressed.connect(lambda x, y, slop: self._edit(lambda e: e.press(x, y, slop)))
        canvas.moved.connect(lambda x, y: self._edit(lambda e: e.drag(x, y)))
        canvas.released.connect(lambda x, y: self._edit(lambda e: e.release(x, y)))
        canvas.nudged.connect(lambda x, y: self._edit(lambda e: e.nudge(x, y)))
        canvas.resized.connect(lambda x, y: self._edit(lambda e: e.resize(x, y)))
        canvas.escaped.connect(lambda: self._edit(Editing.escape))
        canvas.entered.connect(lambda: self._edit(lambda e: e.add_at(e.tool, canvas.centre())))
        panel.added.connect(
            lambda tool: self._edit(lambda e: e.add_at(Tool(tool), canvas.centre()))
        )
        panel.selected.connect(lambda id: self._edit(lambda e: e.select(id)))
        panel.worded.connect(lambda words: self._edit(lambda e: e.set_words(words)))
        panel.figured.connect(lambda f, value: self._edit(lambda e: e.set_figure(Figure(f), value)))
        panel.deleted.connect(lambda: self._edit(Editing.delete))
        panel.shifted.connect(lambda places: self._edit(lambda e: e.shift(places)))

    def _edit(self, does: Callable[[Editing], None]) -> None:
        """Hand on what the person did, if a picture is open."""
        if self.presenter.editing is not None:
            does(self.presenter.editing)

    def _show_zoom(self, percent: int) -> None:
        text = self._language.text("Fit · {percent} %", percent=percent)
        if self.fit.text() != text:
            self.fit.set_text(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_foot()

    def _share_foot(self) -> None:
        """Where there is no room for both, what is said now goes before what always holds."""
        narrow = self.width() * 100 < _FOOT_PX * self._look().text_percent
        room = not (narrow and self.notice.text())
        self.locked.setVisible(room and bool(self.locked.text()))
        for label in (self.taken, self.pixel_size):
            label.setVisible(room)
        self.notice.setVisible(bool(self.notice.text()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_panel()

    def _fit_panel(self) -> None:
        """As wide as a sentence wants, and wider for larger text; the picture keeps the rest."""
        self.panel.setMaximumWidth(self._look().px(_PANEL_PX))


def _together(*widgets: QWidget) -> QWidget:
    """Widgets that go to the next line together."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return group


def _typeface(presenter: ExhibitPresenter) -> QFont:
    """Return the typeface that is burned with, for the likeness on the screen."""
    families = QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(presenter.font))
    )
    typeface = QFont(families[0]) if families else QFont()
    typeface.setBold(True)
    return typeface
