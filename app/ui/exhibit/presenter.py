"""What the page of one exhibit shows and does, decided without Qt.

Rules:
- The drawing changes only by ``apply``: the page keeps the steps that can be undone and calls it for each of them,
  forwards and backwards. While the pointer drags, only a preview is shown.
- Whatever stands is saved as a draft at once, with the steps that lead there; of the saves that wait only the newest
  counts.
- The original is never written. What stands when the page is left becomes one working copy, if it differs.
- A picture is covered until the person asks to see it, once per exhibit while the window is open.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.actions.read_text import words_outside
from app.casework import Exhibit
from app.markup import Layer, burn
from app.messages import explain
from app.picture import Canvas, Pixels, ReadText, text_of
from app.ui import routes
from app.ui.context import UiContext
from app.ui.exhibit import vault_work
from app.ui.exhibit.editing import Editing
from app.ui.exhibit.film_seeing import FilmSeeing
from app.ui.exhibit.finding import Finding
from app.ui.exhibit.geometry import EditorGround
from app.ui.exhibit.model import Drawing, History, drawing_of, edits_of, layer_of_drawing
from app.ui.exhibit.neighbours import neighbour_of
from app.ui.exhibit.outside import Outside
from app.ui.exhibit.saving import Saving
from app.ui.exhibit.tools import Tool
from app.ui.exhibit.view_protocol import ExhibitLook, ExhibitView, PictureState
from app.ui.exhibit.words import heading, no_picture
from app.ui.lanes import Latest
from app.ui.picture_text import PictureText
from evidence_store import EntryId


class ExhibitPresenter:
    """One exhibit at a time.

    Attributes:
        editing: what the person does to the marks; None while no picture is open.
        finding: what can be covered of what a machine has read in it.
        outside: the ways out of a file that cannot be shown here.
        film: frames and clips of a film.
    """

    def __init__(self, context: UiContext, page: ExhibitView) -> None:
        self._context = context
        self._page = page
        self._found: vault_work.FoundExhibit | None = None
        self._pixels: Pixels | None = None
        self.editing: Editing | None = None
        self.outside = Outside(context, page)
        self.film = FilmSeeing(context, page)
        self._text = PictureText(context, lambda words, _running: page.show_notice(words))
        self.finding = Finding(
            context, page, lambda: self.editing, self.font, lambda: self._editable
        )
        self._history = History()
        self._look = ExhibitLook.MARKED
        self._uncovered: set[EntryId] = set()
        self._burned: tuple[Layer, Pixels] | None = None
        self._fetching, self._copying = Latest(), Latest()
        self._saving = Saving(context, page)
        self._cover, self._number = False, 0

    @property
    def font(self) -> Path:
        """The font that numbers and words are burned with."""
        return self._context.resources / "fonts" / "NotoSans-Bold.ttf"

    @property
    def look(self) -> ExhibitLook:
        """The way of looking that is chosen."""
        return self._look

    # -- coming and going ------------------------------------------------------------------------

    def show(self, number: int, *, cover: bool = False) -> None:
        """Open an exhibit; the one before is left first.

        Args:
            number: which one.
            cover: the person comes to cover something, and goes back to where they were.
        """
        self.leave()
        self._cover, self._number = cover, number
        case = self._context.session.case
        if case is None:
            return
        self._page.show_stage(
            PictureState.WAITING, self._context.language.text("The picture is being fetched …")
        )
        self._context.lanes.store(
            lambda: vault_work.read_exhibit(case, number),
            self._when_read,
            self._when_failed,
            latest=self._fetching,
        )

    def show_again(self) -> None:
        """Open the same exhibit once more: the way back leads to it, and it was let go of."""
        self.show(self._number, cover=self._cover)

    def leave(self) -> None:
        """Seal what stands, if it differs from the newest copy, and let go of the picture."""
        self._fetching.stop()
        found, editing = self._found, self.editing
        if found is not None and editing is not None:
            editing.cancel_gesture()
            layer = layer_of_drawing(editing.drawing)
            seen = found.exhibit.original in self._uncovered
            sealed = found.sealed is not None and (
                editing.touched or (seen and layer != found.sealed)
            )
            self._saving.finish(found, layer, self._history, self.font if sealed else None)
        self._saving.stop()
        self._found = self.editing = self._pixels = self._burned = None
        self._history = History()
        self.outside.release()
        self.film.release()
        self._text.stop()
        self.finding.end()
        self._page.forget_steps()
        self._page.show_restored(shown=False)
        self._page.show_notice("")
        self._page.show_picture(None)

    def back(self) -> None:
        """Return to where the person was who came to cover something, else to the timeline."""
        self.leave()
        if self._cover:
            self._context.navigator.back()
        else:
            self._context.navigator.go(routes.Timeline())

    def turn(self, places: int) -> None:
        """Go that many exhibits on, or back; beyond the last and the first there is none."""
        state = self._context.session.state
        if (number := neighbour_of(self._number, places, state)) is not None:
            self._context.navigator.go(routes.Exhibit(number, cover=self._cover))

    def erase(self) -> None:
        """Go to what erasing it for ever means."""
        exhibit = self._context.session.state.exhibit(self._number)
        if exhibit is not None:
            self._context.navigator.go(routes.Erase(exhibit.original))

    def compare(self) -> None:
        """Go to comparing it with other sources of the same post."""
        exhibit = self._context.session.state.exhibit(self._number)
        if exhibit is not None:
            self._context.navigator.go(routes.CompareSources(exhibit.original))

    def make_report(self) -> None:
        """Go to the report, which goes on where it was left."""
        self._context.navigator.go(routes.Report())

    def escape(self) -> None:
        """Step back: out of what is under way, out of another way of looking, then out of the page."""
        if self.editing is not None and self.editing.escape():
            return
        if self._look is ExhibitLook.MARKED:
            self.back()
        else:
            self.choose_look(ExhibitLook.MARKED)

    def uncover(self) -> None:
        """The person asks to see the picture."""
        if self._found is None or self._pixels is None:
            return
        self._uncovered.add(self._found.exhibit.original)
        self._show_picture()

    def copy(self) -> None:
        """Hand the picture to the clipboard as it is shown; what is covered is not in it."""
        if self._pixels is None or self.editing is None or not self._is_uncovered:
            return
        if self._look is ExhibitLook.ORIGINAL:
            self._when_copied(self._pixels, with_marks=False)
            return
        pixels, layer, font = self._pixels, layer_of_drawing(self.editing.drawing), self.font
        self._context.lanes.work(
            lambda: burn(pixels, layer, font),
            partial(self._when_copied, with_marks=True),
            self._when_failed,
            latest=self._copying,
        )

    def copy_text(self) -> None:
        """Have the picture's text read and copied, or not any more; what is covered in what is shown is not in it."""
        if self._text.running:
            self._text.stop()
        elif self._found is not None and self.editing is not None and self._is_uncovered:
            self._text.read(self._found.exhibit, self._take_text, as_shown=False)

    def _take_text(self, read: ReadText) -> str:
        layer = Layer()
        if self.editing is not None and self._look is not ExhibitLook.ORIGINAL:
            layer = layer_of_drawing(self.editing.drawing)
        words = words_outside(read, (each.box for each in layer.redactions))
        self._page.copy_text(text_of(words))
        return self._context.language.text(
            "The text is copied. Compare it with the picture: a program has read it."
        )

    def choose_look(self, look: ExhibitLook) -> None:
        """Look at it another way."""
        if self.editing is not None:
            self.editing.cancel_gesture()
        if look is not ExhibitLook.MARKED:
            self._page.show_notice("")  # how to use a tool is no help where there are none
        self._look = look
        if self._found is not None and self._pixels is not None:
            self._show_picture()

    # -- what the page calls for each step that can be undone --------------------------------------

    def apply(self, drawing: Drawing, selected: int) -> None:
        """This is the drawing now."""
        if self.editing is None:
            return
        self.editing.apply(drawing, selected)
        self.finding.show()
        self._page.show_restored(shown=False)

    def steps_changed(self, history: History) -> None:
        """A step was taken, undone or redone: what stands is saved, with what can be gone back to."""
        self._history = history
        self._save()

    # -- inside ------------------------------------------------------------------------------------

    def _when_read(self, found: vault_work.FoundExhibit | None) -> None:
        if found is None:
            self._page.show_stage(
                PictureState.SENTENCE, self._context.language.text("The case has no such exhibit.")
            )
            return
        jumps = found.case.state.jumps_of(found.exhibit)
        self._page.show_heading(heading(found.exhibit, self._context.language, jumps))
        self._found = found
        self.film.offer(found)
        if found.png is None:
            self._page.show_look(self._look, editable=False)
            sentence = no_picture(found.exhibit, self._context.language)
            self._page.show_stage(PictureState.SENTENCE, sentence)
            self.outside.offer(found)
            return
        self._context.lanes.work(
            lambda: vault_work.open_picture(found),
            self._when_opened,
            self._when_failed,
            latest=self._fetching,
        )

    def _when_opened(self, opened: vault_work.Opened) -> None:
        if self._found is None:
            return
        pixels = self._pixels = opened.pixels
        measure = Canvas(Pixels(1, 1, bytes(3)), self.font).text_size
        ground = EditorGround(pixels.width_px, pixels.height_px, measure)
        layer = opened.restored or self._found.sealed or Layer()
        self._look = ExhibitLook.MARKED
        self.editing = Editing(
            self._context.language,
            self._page,
            ground,
            drawing_of(layer),
            can_change=lambda: self._editable,
        )
        self._history = opened.history
        steps = edits_of(opened.history, self.editing.drawing)
        self._page.recall_steps(steps, len(opened.history.earlier))
        self._page.show_tool(self.editing.tool)
        if self._cover and self._found.sealed is not None:
            self.editing.choose_tool(Tool.REDACT)
        self._page.show_restored(shown=opened.restored is not None)
        if self._found.sealed is None:
            self._page.show_notice(
                self._context.language.text(
                    "What the newest copy covers cannot be read, so no new copy can be made. "
                    "The original is untouched."
                )
            )
        elif self._found.draft is not None and opened.restored is None:
            self._save()
        self._show_picture()
        if self._found.sealed is not None:
            self.finding.begin(self._found)

    def _when_failed(self, error: BaseException) -> None:
        sentence = explain(error, self._context.language).sentence
        self._page.show_stage(PictureState.SENTENCE, sentence)

    @property
    def _editable(self) -> bool:
        sealed = self._found is not None and self._found.sealed is not None
        return self._is_uncovered and sealed and self._look is ExhibitLook.MARKED

    @property
    def _is_uncovered(self) -> bool:
        return self._found is not None and self._found.exhibit.original in self._uncovered

    def _show_picture(self) -> None:
        """Show what the chosen way asks for, unless it is still covered."""
        if self._found is None or self._pixels is None or self.editing is None:
            return
        self._page.show_look(self._look, editable=self._editable)
        self.finding.show()
        if self._found.exhibit.original not in self._uncovered:
            self._page.show_stage(PictureState.COVERED)
            self.editing.show()
            return
        if self._look is ExhibitLook.RECIPIENT:
            self._show_recipient(self._found.exhibit, self._pixels)
            return
        self._page.show_picture(self._pixels)
        self.editing.show()
        self._page.show_stage(PictureState.PICTURE)

    def _show_recipient(self, exhibit: Exhibit, pixels: Pixels) -> None:
        """Burn what stands by the very code that seals it, and show those pixels."""
        if self.editing is None:
            return
        layer = layer_of_drawing(self.editing.drawing)
        if self._burned is not None and self._burned[0] == layer:
            self._when_burned(layer, self._burned[1])
            return
        self._page.show_stage(
            PictureState.WAITING, self._context.language.text("The picture is being made …")
        )
        font = self.font
        self._context.lanes.work(
            lambda: burn(pixels, layer, font),
            partial(self._when_burned, layer),
            self._when_failed,
            latest=self._fetching,
        )

    def _when_copied(self, pixels: Pixels, *, with_marks: bool) -> None:
        self._page.copy_picture(pixels)
        text = self._context.language.text
        self._page.show_notice(
            text("The picture is copied with its marks. What is covered is not in it.")
            if with_marks
            else text("The original is copied. Nothing in it is covered.")
        )

    def _when_burned(self, layer: Layer, burned: Pixels) -> None:
        if self._look is not ExhibitLook.RECIPIENT or self.editing is None:
            return
        if layer != layer_of_drawing(self.editing.drawing):
            return  # undone meanwhile: the burning of what stands now is on its way
        self._burned = (layer, burned)
        self._page.show_picture(burned)
        self.editing.show()
        self._page.show_stage(PictureState.PICTURE)

    def _save(self) -> None:
        """Save what stands."""
        if self._found is not None and self.editing is not None and self._found.sealed is not None:
            self._saving.keep(self._found, layer_of_drawing(self.editing.drawing), self._history)
