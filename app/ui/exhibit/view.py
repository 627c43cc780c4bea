"""The page of one exhibit, put together: its own bar, tools, picture and list of marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout

from app.picture import Pixels
from app.ui import routes
from app.ui.context import UiContext
from app.ui.exhibit.canvas import EditorCanvas, image_over
from app.ui.exhibit.commands import Steps
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.editor_bar import EditorBar
from app.ui.exhibit.figures import Figure
from app.ui.exhibit.film_dialogs import CoverDialog, FilmDialog, FramesDialog
from app.ui.exhibit.film_seeing import FilmLine
from app.ui.exhibit.finding import CoverOffers
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.marks_panel import MarksPanel
from app.ui.exhibit.model import NOTHING, Drawing, Edit
from app.ui.exhibit.offered_boxes import OfferedBoxes
from app.ui.exhibit.page_actions import PageActions
from app.ui.exhibit.picture_stack import PictureStack
from app.ui.exhibit.presenter import ExhibitPresenter
from app.ui.exhibit.tool_column import ToolColumn
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view_protocol import ExhibitLook, PictureState
from app.ui.exhibit.words import ExhibitHeading, marks_count
from app.ui.kit import middle_column, named
from app.ui.kit.room import Room, effective_px, room_of
from app.ui.routes import Route
from app.ui.screens import Bars, ScreenPage

_PANEL_PX = {Room.WIDE: 320, Room.MEDIUM: 304, Room.NARROW: 272}
# Below this width at 100 % text the list of marks is put away until somebody wants it.
_BESIDE_PX = 900


class ExhibitPage(ScreenPage):
    """One exhibit at a time. Shows what the presenter tells it.

    Attributes:
        presenter: decides.
        steps: what can be undone.
        canvas: the picture with its marks.
        offered: what can be covered, drawn on it.
        bar: over the picture.
        tools: at its left.
        picture: the column of the picture, with what stands in its place.
        panel: the list of marks.
    """

    bars = Bars.OWN

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        named(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._language = context.language
        self._look = context.look
        self._heading: ExhibitHeading | None = None
        self._size = self._notice = ""
        self._has_picture, self._shows_marks = True, True
        self._panel_chosen: bool | None = None
        self._film_dialog: FilmDialog | None = None
        self.presenter = ExhibitPresenter(context, self)
        self.steps = Steps(self, self.presenter.apply)
        self.page_actions = PageActions(self, self.steps, context.language)
        self.canvas = EditorCanvas(_typeface(self.presenter), context.look)
        self.offered = OfferedBoxes(self.canvas, context.language)
        self.bar = EditorBar(context.language, context.look)
        self.tools = ToolColumn(self.page_actions, context.look)
        self.picture = PictureStack(self.canvas, context.language, context.look)
        self.panel = MarksPanel(context.language, context.look)
        self._lay_out()
        self._connect_bar()
        self._connect_canvas()
        self._connect_film()
        self._connect_panel()
        self.show_look(ExhibitLook.MARKED, editable=False)

    # -- what the frame calls ------------------------------------------------------------------------

    def open(self, route: Route) -> None:
        if isinstance(route, routes.Exhibit):
            self.presenter.show(route.number, cover=route.cover)

    def come_back(self) -> None:
        self.presenter.show_again()

    def leave(self) -> None:
        self.presenter.leave()

    def status_words(self) -> Sequence[str]:
        """What is said now goes before what always holds, where there is no room for both."""
        if self._heading is None or (self._narrow and self._notice):
            return tuple(filter(None, (self._notice,)))
        told = (self._heading.locked, self._heading.taken, self._size, self._notice)
        return tuple(filter(None, told))

    # -- what the presenter asks for -----------------------------------------------------------------

    def show_heading(self, heading: ExhibitHeading) -> None:
        self._heading = heading
        self.bar.title.setText(heading.title)
        self.bar.title.setToolTip("\n".join(filter(None, (heading.taken, heading.clock))))
        self.bar.title.setAccessibleDescription(heading.clock)
        self.bar.refit()
        self.told.emit()
        name = self._language.text("Picture of {exhibit}", exhibit=heading.title)
        self.canvas.setAccessibleName(name)
        self.canvas.viewport().setAccessibleName(name)  # takes the focus for the canvas

    def show_stage(self, stage: PictureState, sentence: str = "") -> None:
        self.picture.show_stage(stage, sentence)
        shown = stage is PictureState.PICTURE
        for button in (self.bar.fit, self.bar.zoom_in, self.bar.zoom_out):
            button.setEnabled(shown)
        self._has_picture = stage is not PictureState.SENTENCE
        self._fit_room()

    def show_look(self, look: ExhibitLook, *, editable: bool) -> None:
        self.bar.looks.choose(str(look))
        self._shows_marks = look is ExhibitLook.MARKED
        self.picture.show_look(look)
        self.canvas.marks.set_marks_visible(visible=self._shows_marks)
        self.page_actions.set_editable(editable=editable)
        self.panel.set_editable(editable=editable)
        self._fit_room()

    def show_picture(self, pixels: Pixels | None) -> None:
        self.canvas.set_picture(pixels)
        self._size = f"{pixels.width_px} × {pixels.height_px} px" if pixels else ""
        self.told.emit()

    def show_drawing(
        self, drawing: Drawing, selected: int, ground: EditorGround, *, settled: bool
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
        self._notice = sentence
        self.told.emit()

    def show_ways_out(self, *, shown: bool, warning: str = "") -> None:
        self.picture.ways_out.show_as(shown=shown, warning=warning)

    def open_outside(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def copy_text(self, words: str) -> None:
        QApplication.clipboard().setText(words)

    def copy_picture(self, pixels: Pixels) -> None:
        QApplication.clipboard().setImage(image_over(pixels).copy())

    def ask_where(self, name: str) -> None:
        self.picture.ways_out.ask_where(name)

    def show_offers(self, offers: CoverOffers) -> None:
        self.panel.offers.show_offers(offers)
        self.offered.show_offers(offers)

    def show_restored(self, *, shown: bool) -> None:
        self.picture.restored.setVisible(shown)

    def show_film_line(self, line: FilmLine | None) -> None:
        self.picture.film.show_line(line)
        if line is None and self._film_dialog is not None:
            self._film_dialog.reject()

    def show_film_running(self, sentence: str) -> None:
        self.picture.film.show_running(sentence)

    def show_film_frame(self, at: str, pixels: Pixels | None, sentence: str = "") -> None:
        if self._film_dialog is not None:
            self._film_dialog.show_frame(at, pixels, sentence)

    def show_film_said(self, sentence: str) -> None:
        if self._film_dialog is not None:
            self._film_dialog.say(sentence)
        else:
            self.picture.film.say(sentence)

    def push(self, edit: Edit) -> None:
        self.steps.take(edit)

    def recall_steps(self, edits: tuple[Edit, ...], done: int) -> None:
        self.steps.recall(edits, done)

    def forget_steps(self) -> None:
        self.steps.clear()

    def edit_words(self) -> None:
        if self.panel.isHidden():
            self._show_panel(shown=True)
        self.panel.edit_words()

    # -- room ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_room()

    @property
    def _narrow(self) -> bool:
        return room_of(self.window().width(), self._look().text_percent) is Room.NARROW

    def _fit_room(self) -> None:
        """Share the width of the window: the picture has what tools and list leave, and they leave the most of it."""
        look, wide = self._look(), self.window().width()
        room = room_of(wide, look.text_percent)
        self.tools.fold(narrow=room is Room.NARROW)
        self.tools.setVisible(self._has_picture and self._shows_marks)
        self.panel.setFixedWidth(look.px(_PANEL_PX[room]))
        beside = effective_px(wide, look.text_percent) >= _BESIDE_PX
        chosen = beside if self._panel_chosen is None else self._panel_chosen
        shown = self._has_picture and (chosen or room is not Room.NARROW)
        self.panel.setVisible(shown)
        self.bar.show_marks_button(shown=self._has_picture and room is Room.NARROW, checked=shown)
        self.told.emit()

    def _show_panel(self, *, shown: bool) -> None:
        self._panel_chosen = shown
        self._fit_room()

    # -- putting it together -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.tools)
        middle.addWidget(middle_column(self.picture), 1)
        middle.addWidget(self.panel)
        whole.addLayout(middle, 1)

    def _connect_bar(self) -> None:
        presenter, bar, canvas, actions = self.presenter, self.bar, self.canvas, self.page_actions
        self.steps.changed.connect(presenter.steps_changed)
        bar.back_asked.connect(presenter.back)
        bar.report_asked.connect(presenter.make_report)
        bar.looks.changed.connect(lambda value: presenter.choose_look(ExhibitLook(value)))
        bar.marks.clicked.connect(lambda checked: self._show_panel(shown=checked))
        for button, action in ((bar.undo, actions.undo), (bar.redo, actions.redo)):
            button.clicked.connect(action.trigger)
            button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
            action.enabledChanged.connect(button.setEnabled)
            button.setEnabled(action.isEnabled())
        for zoom, action, does in (
            (bar.zoom_in, actions.zoom_in, canvas.zoom_in),
            (bar.zoom_out, actions.zoom_out, canvas.zoom_out),
            (bar.fit, actions.fit, canvas.fit),
        ):
            zoom.clicked.connect(does)
            action.triggered.connect(does)
        canvas.zoomed.connect(bar.show_zoom)
        actions.tool_chosen.connect(lambda tool: self._edit(lambda e: e.choose_tool(Tool(tool))))
        actions.delete.triggered.connect(lambda: self._edit(Editing.delete))
        actions.duplicate.triggered.connect(lambda: self._edit(Editing.duplicate))
        actions.copy.triggered.connect(presenter.copy)
        actions.copy_text.triggered.connect(presenter.copy_text)
        actions.erase.triggered.connect(presenter.erase)
        actions.compare.triggered.connect(presenter.compare)
        actions.close.triggered.connect(self._escape)
        actions.next.triggered.connect(lambda: presenter.turn(1))
        actions.previous.triggered.connect(lambda: presenter.turn(-1))

    def _connect_canvas(self) -> None:
        presenter, picture, canvas = self.presenter, self.picture, self.canvas
        picture.show_button.clicked.connect(presenter.uncover)
        picture.marks_asked.connect(lambda: presenter.choose_look(ExhibitLook.MARKED))
        outside, ways_out = presenter.outside, picture.ways_out
        ways_out.open_button.clicked.connect(outside.ask_to_open)
        ways_out.go_on_button.clicked.connect(outside.open)
        ways_out.copy_button.clicked.connect(outside.ask_where)
        ways_out.place_chosen.connect(lambda path: outside.save(Path(path)))
        canvas.pressed.connect(lambda x, y, slop: self._edit(lambda e: e.press(x, y, slop)))
        canvas.moved.connect(lambda x, y: self._edit(lambda e: e.drag(x, y)))
        canvas.released.connect(lambda x, y: self._edit(lambda e: e.release(x, y)))
        canvas.nudged.connect(lambda x, y: self._edit(lambda e: e.nudge(x, y)))
        canvas.resized.connect(lambda x, y: self._edit(lambda e: e.resize(x, y)))
        canvas.entered.connect(lambda: self._edit(lambda e: e.add_at(e.tool, canvas.centre())))

    def _connect_film(self) -> None:
        strip, film = self.picture.film, self.presenter.film
        strip.frames_button.clicked.connect(self._choose_frames)
        strip.cover_button.clicked.connect(self._cover_film)
        strip.words_button.clicked.connect(film.write_words)
        strip.to_film_asked.connect(film.go_to_film)
        strip.progress.part = lambda: film.part
        strip.progress.cancelled.connect(film.stop)

    def _choose_frames(self) -> None:
        film = self.presenter.film
        if film.film is not None:
            dialog = FramesDialog(film.film, self._language, self)
            dialog.taken.connect(film.take)
            self._open_film(dialog)

    def _cover_film(self) -> None:
        film = self.presenter.film
        if film.film is not None:
            dialog = CoverDialog(film.film, self._language, self)
            dialog.ordered.connect(film.cover)
            self._open_film(dialog)

    def _open_film(self, dialog: FilmDialog) -> None:
        self._film_dialog = dialog
        dialog.player.wanted.connect(self.presenter.film.look)
        dialog.finished.connect(self._film_closed)
        dialog.open()
        dialog.player.go(0)

    def _film_closed(self) -> None:
        self._film_dialog = None

    def _connect_panel(self) -> None:
        panel, canvas = self.panel, self.canvas
        finding = self.presenter.finding
        panel.offers.covered.connect(finding.cover)
        panel.offers.everywhere.connect(finding.cover_everywhere)
        panel.offers.read_asked.connect(finding.read)
        panel.offers.left.connect(finding.let_stand)
        panel.offers.again.connect(finding.offer_again)
        panel.offers.pointed.connect(self.offered.point_at)
        self.offered.covered.connect(finding.cover)
        self.offered.left.connect(finding.let_stand)
        self.offered.everywhere.connect(finding.cover_everywhere)
        canvas.takes_press = self._choose_offer
        panel.added.connect(
            lambda tool: self._edit(lambda e: e.add_at(Tool(tool), canvas.centre()))
        )
        panel.selected.connect(lambda id: self._edit(lambda e: e.select(id)))
        panel.worded.connect(lambda words: self._edit(lambda e: e.set_words(words)))
        panel.figured.connect(lambda f, value: self._edit(lambda e: e.set_figure(Figure(f), value)))
        panel.deleted.connect(lambda: self._edit(Editing.delete))
        panel.shifted.connect(lambda places: self._edit(lambda e: e.shift(places)))

    def _choose_offer(self, x: int, y: int) -> bool:
        """Choose what is offered at a pixel, where what is in hand covers or selects; return whether one was."""
        editing = self.presenter.editing
        key = self.offered.key_at(x, y)
        self.offered.choose(None)
        if editing is None or key is None or editing.tool not in {Tool.SELECT, Tool.REDACT}:
            return False
        self.offered.choose(key)
        return True

    def _edit(self, does: Callable[[Editing], object]) -> None:
        """Hand on what the person did, if a picture is open."""
        if self.presenter.editing is not None:
            does(self.presenter.editing)

    def _escape(self) -> None:
        """On the picture Esc lets go of what is chosen or selected before it leaves."""
        if self.offered.chosen is not None:
            self.offered.choose(None)
            return
        editing = self.presenter.editing
        if editing is not None and editing.selected and self.canvas.hasFocus() and not editing.busy:
            editing.select(NOTHING)
            return
        put_away = editing is not None and editing.busy
        self.presenter.escape()
        if put_away and self.canvas.isVisible():
            # The keys are for the picture again, wherever they went before.
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)


def _typeface(presenter: ExhibitPresenter) -> QFont:
    """Return the typeface that is burned with, for the likeness on the screen."""
    families = QFontDatabase.applicationFontFamilies(
        QFontDatabase.addApplicationFont(str(presenter.font))
    )
    typeface = QFont(families[0]) if families else QFont()
    typeface.setBold(True)
    return typeface
