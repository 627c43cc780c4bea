"""A film: the strip over it, choosing a frame, covering something in a clip, and the page of the frame."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRectF

from app.actions.add_file import add_file
from app.casework.kinds.transcript import TRANSCRIPT
from app.ui import routes
from app.ui.exhibit.film_dialogs import CoverDialog, FilmDialog, FramesDialog
from app.ui.exhibit.view import ExhibitPage
from app.ui.forms.view import FormsPage
from app.ui.timeline.view import TimelinePage
from tests.fakes.films import made_film
from tools.screenshots.camera import until
from tools.screenshots.tour import Tour

Film = TypeVar("Film", bound=FilmDialog)
_SECOND_US = 1_000_000


class Films(Tour):
    """With a case open; the film and one frame of it stay in it."""

    def _film(self) -> None:
        case = self.built.session.case
        if case is None:
            raise LookupError("no case is open")
        film = self.desk.documents / "video fra gruppen.mp4"
        film.write_bytes(made_film(seconds=2, size=(640, 360), sound=True, split=True))
        number = len(case.state.exhibits) + 1
        add_file(case, film)
        self.built.session.publish()
        self.ways.go(routes.Exhibit(number))
        page = self.page(ExhibitPage)
        self.camera.settle("the editor")
        page.presenter.uncover()
        self.shoot("film")
        self._frames(page)
        self._cover(page)
        self._transcript(page)
        self.ways.go(routes.Exhibit(number + 1))
        self.page(ExhibitPage)
        self.camera.settle("the frame's own page")
        page.presenter.uncover()
        self.shoot("film-frame")

    def _frames(self, page: ExhibitPage) -> None:
        page.picture.film.frames_button.click()
        dialog = self._film_dialog(FramesDialog)
        dialog.player.go(_SECOND_US)
        self.camera.settle("the frame")
        dialog.take.click()
        until(dialog.said.text, "the frame is an exhibit")
        self.camera.shoot_over("film-frames", dialog)
        dialog.close()

    def _cover(self, page: ExhibitPage) -> None:
        page.picture.film.cover_button.click()
        dialog = self._film_dialog(CoverDialog)
        dialog.player.go(_SECOND_US)
        self.camera.shoot_over("film-cover", dialog)
        for reason in ("Barns ansigt", "Nummerplade på den bil, der holder foran huset"):
            self._box(dialog, QRectF(0.55, 0.2, 0.25, 0.4))
            dialog.reason.setText(reason)
            dialog.add_button.click()
        dialog.begin.click()
        self._box(dialog, QRectF(0.1, 0.2, 0.25, 0.4))
        self.camera.shoot_over("film-cover-places", dialog)
        dialog.close()

    def _transcript(self, page: ExhibitPage) -> None:
        page.picture.film.words_button.click()
        self.page(FormsPage)
        self.shoot("film-transcript")
        self.write("words", "0:00 En mand siger: Nu skal hun høre.\n0:05 Kan ikke høres.")
        self.press("Save and lock")
        self.built.window.toasts.clear()
        self.ways.go(routes.Timeline(show=(self.built.session.state.of(TRANSCRIPT)[-1].id,)))
        self.open_pane(self.page(TimelinePage))
        self.shoot("film-transcript-saved", ends=False)

    def _box(self, dialog: CoverDialog, box: QRectF) -> None:
        dialog.player.frame.box = box
        dialog.player.frame.boxed.emit()

    def _film_dialog(self, kind: type[Film]) -> Film:
        dialog = self.dialog("the film")
        if not isinstance(dialog, kind):
            raise TypeError(f"{dialog} is in front")
        return dialog
