"""The states of what goes from hand to hand: witness, film, print, a colleague's package; sources, erasing, the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication

from app.actions.add_file import add_file
from app.actions.compare_sources import ComparedSources
from app.casework.comparing import Comparison, Spot
from app.dossier import CodeState, OtherWord, PaperPage, PaperReport, PaperState
from app.ui import routes
from app.ui.application import BuiltWindow
from app.ui.routes import Route
from app.ui.verify.paper_outcome import outcome_of_print
from app.vocabulary import Agreement
from tests.e2e.window import hands
from tests.fakes.films import made_film


class HandingPages:
    """Through these pages; ``page`` gives the one that handles a route."""

    def __init__(
        self, built: BuiltWindow, folder: Path, page: Callable[[type[Route]], Any]
    ) -> None:
        self._built, self._folder, self.page = built, folder, page

    def every(self) -> Iterator[str]:
        """All of them."""
        yield from self._witness()
        yield from self._print()
        yield from self._film()
        yield from self._erased()
        yield from self._compared()
        yield from self._end()

    def _witness(self) -> Iterator[str]:
        page = self.page(routes.Witness)
        self._built.context.navigator.go(routes.Witness(self._first))
        hands.until(page.code.text, "the code of the exhibit is known")
        yield "witness: the form"
        hands.click(page.sign_button)
        hands.until(page.form.errors, "a name is asked for")
        yield "witness: the form refused"
        hands.write(page.name, "Kollega Eks")
        hands.click(page.sign_button)
        hands.until(page.copy_button.isVisible, "it is signed")
        self._built.window.toasts.clear()
        yield "witness: signed"

    def _print(self) -> Iterator[str]:
        page = self.page(routes.Verify)
        self._built.context.navigator.go(routes.Verify())
        fits = PaperPage("a", 1, CodeState.FITS, 3, text=PaperState.SAME, digits=9)
        other = (OtherWord("19.04", "19.09"),)
        differs = PaperPage("a", 2, CodeState.FITS, 3, text=PaperState.OTHER, words=other)
        report = PaperReport((fits, differs))
        page.show_outcome(
            outcome_of_print(report, "side 1.png, side 2.png", self._built.context.language)
        )
        yield "verify: a print was compared"
        hands.click(page.result.other)

    def _film(self) -> Iterator[str]:
        session, path = self._built.session, self._folder / "film.mp4"
        path.write_bytes(made_film())
        case = session.case
        assert case is not None
        self._built.context.lanes.store(lambda: add_file(case, path), lambda _: None)
        hands.until(lambda: not self._built.tasks.storing, "the film is sealed")
        self._built.context.navigator.go(routes.Exhibit(session.state.exhibits[-1].number))
        editor = self.page(routes.Exhibit)
        hands.until(editor.picture.show_button.isVisible, "the picture is covered")
        hands.click(editor.picture.show_button)
        hands.until(editor.canvas.isVisible, "the picture is shown")
        yield "editor: a film"
        for name, button in (
            ("frames", editor.picture.film.frames_button),
            ("cover", editor.picture.film.cover_button),
        ):
            hands.click(button)
            dialog: Any = QApplication.activeModalWidget()
            hands.until(lambda: not self._built.tasks.storing, "the frame is read")
            yield f"film: {name}"
            if name == "cover":
                dialog.player.frame.box = QRectF(0.1, 0.2, 0.25, 0.4)
                dialog.player.frame.boxed.emit()
                hands.write(dialog.reason, "Barns ansigt")
                hands.click(dialog.add_button)
                yield "film: a place is covered"
            hands.key(dialog, Qt.Key.Key_Escape)

    def _erased(self) -> Iterator[str]:
        page = self.page(routes.Erase)
        film = self._built.session.state.exhibits[-1]
        self._built.context.navigator.go(routes.Erase(film.original))
        hands.write(page.word, page.presenter.shown.word)
        yield "erase one thing: the word is there"
        hands.click(page.erase)
        hands.until(page.back.isVisible, "it is erased")
        yield "erased"

    def _compared(self) -> Iterator[str]:
        """What was compared is made up: reading pictures takes seconds, and tests/ui/comparing reads files."""
        page, exhibits = self.page(routes.CompareSources), self._built.session.state.exhibits
        self._built.context.navigator.go(routes.CompareSources(self._first))
        hands.click(page.compare_button)
        hands.until(page.form.errors, "two numbers are asked for")
        yield "compare sources: one is too few"
        page.complain("")
        two = (True, True)
        agree = Comparison(Agreement.AGREE, two, 2, 59)
        page.presenter._done(ComparedSources(exhibits[:2], agree, ("", "")))
        hands.click(page.seal_button)
        hands.until(page.earlier.text, "it is sealed")
        self._built.window.toasts.clear()
        yield "compare sources: all agree, saved"
        spots = (
            Spot(("lyver", "arbejder"), "har ansvaret for. Hun", "i sine papirer, og", True, ()),
            Spot(("frem.", "frern."), "Nu skal det", "Mette Eks fra", False, ()),
        )
        differ = Comparison(Agreement.DIFFER, two, 0, 60, spots)
        page.presenter._typed = tuple(each.number for each in exhibits[:3])
        page.presenter._sealed = False
        page.presenter._done(ComparedSources(exhibits[:2], differ, ("", "")))
        yield "compare sources: different, not sure, and one that cannot be read"

    def _end(self) -> Iterator[str]:
        page, stick = self.page(routes.CaseEnd), self._folder / "stik"
        stick.mkdir()
        self._built.context.navigator.go(routes.CaseEnd())
        page.presenter.choose(stick)
        hands.until(page.whole.isVisible, "a place for the copy is chosen")
        hands.until(lambda: page.presenter.shown.answer, "it is copied")
        yield "copy elsewhere: copied"
        hands.write(page.key.line, "AGE-SECRET-KEY-1")
        before = page.presenter.shown.answer
        hands.click(page.tries)
        hands.until(lambda: page.presenter.shown.answer != before, "the key is refused")
        yield "copy elsewhere: a key that is none"
        hands.click(page.stops)
        hands.until(page.whole.isHidden, "nothing is copied any more")
        hands.click(page.close_case)
        forms = self.page(routes.Write)
        yield "form: the case is over"
        hands.write(forms.body.fields["how"], "Opslaget er væk")
        hands.click(forms.save_button)
        hands.until(lambda: not self._built.tasks.storing, "the end is sealed")
        self._built.window.toasts.clear()
        self._built.context.navigator.go(routes.CaseEnd())
        hands.until(page.open_again.isVisible, "the case is over")
        yield "the case is over"

    @property
    def _first(self) -> Any:
        return self._built.session.state.exhibits[0].original
