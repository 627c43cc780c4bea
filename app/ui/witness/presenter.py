"""What the page for a witness shows and does. No Qt.

Rules:
- The name is typed by the witness each time: it is not offered, and not kept on the page once it is sealed.
- The fingerprint of the key is shown until the page is left; the key itself is nowhere by then.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.give_to_witness import save_witness_page, save_witness_sheet
from app.actions.open_case import OpenCase
from app.actions.sign_as_witness import (
    SealedStatement,
    code_of_exhibit,
    sign_as_witness,
    take_statement,
)
from app.casework import Exhibit, dotted
from app.casework.kinds.witness import SHOWS, TYPED_HERE, WITNESS
from app.casework.witnessing import NoNameOfWitnessError, NoWordsOfWitnessError
from app.folders import saving_folder
from app.messages import explain, leaving_words, page_texts, usual_words
from app.ui import routes
from app.ui.acts import Toast, ToastState
from app.ui.case_presenter import CasePresenter
from app.ui.context import UiContext
from app.vocabulary import groups, minute
from evidence_store import EntryId, format_receipt


class ShownWitness(msgspec.Struct, frozen=True):
    """The page.

    Attributes:
        exhibit: which one is signed for, in words; "" where there is none.
        number: its number, 0 for none.
        code: its receipt code as people read it; "" until the vault has told.
        words: what is offered to sign.
        signed: who has signed for it before, a line each.
        fingerprint: of the key that signed just now, in groups; "" where nobody did.
        shows: what a signature shows, and what it does not.
    """

    exhibit: str = ""
    number: int = 0
    code: str = ""
    words: str = ""
    signed: tuple[str, ...] = ()
    fingerprint: str = ""
    shows: str = ""


class WitnessView(Protocol):
    """What the presenter asks of the page."""

    def show_witness(self, shown: ShownWitness) -> None:
        """Show what there is."""
        ...

    def complain(self, *, of_name: bool, words: str) -> None:
        """Say what is missing, at its field; "" takes all back."""
        ...

    def copy(self, words: str) -> None:
        """Put words on the clipboard."""
        ...


class WitnessPresenter(CasePresenter):
    """Has witnesses sign for one exhibit.

    Attributes:
        shown: what is on the page.
    """

    def __init__(self, context: UiContext, page: WitnessView) -> None:
        super().__init__(context)
        self.shown = ShownWitness()
        self._page = page
        self._wanted: EntryId | None = None
        self._code = ""
        self._fingerprint = ""

    def open(self, route: routes.Witness) -> None:
        """Begin with an exhibit; the newest where none is named."""
        self._wanted, self._code, self._fingerprint = route.exhibit, "", ""
        self.refresh()

    def leave(self) -> None:
        """Forget the fingerprint that was shown."""
        self._fingerprint = ""

    def _show(self) -> None:
        language, exhibit = self._context.language, self._exhibit()
        self.shown = ShownWitness()
        if self._state is not None and exhibit is not None:
            self._ask_for_code(exhibit)
            text, seen = language.text, exhibit.original
            signed = (each for each in self._state.of(WITNESS) if each.facts.exhibit == seen)
            self.shown = ShownWitness(
                exhibit=dotted(
                    text("Exhibit {number}", number=exhibit.number), minute(exhibit.time, language)
                ),
                number=exhibit.number,
                code=self._code,
                words=usual_words(exhibit.number, language),
                signed=tuple(
                    text("{name} has signed for this exhibit.", name=each.name)
                    for each in signed
                    if each.name
                ),
                fingerprint=self._fingerprint,
                shows=f"{text(SHOWS)} {text(TYPED_HERE)}",
            )
        self._page.show_witness(self.shown)

    def _exhibit(self) -> Exhibit | None:
        state = self._state
        if state is None:
            return None
        if self._wanted is not None:
            return state.exhibit_of(self._wanted)
        return next((each for each in reversed(state.exhibits) if not each.hidden), None)

    def _ask_for_code(self, exhibit: Exhibit) -> None:
        case = self._context.session.case
        if self._code or case is None:
            return
        seen = exhibit.original

        def told(code: str) -> None:
            shown = self._exhibit()
            if code and shown is not None and shown.original == seen:
                self._code = format_receipt(code, seen.seq)
                self._show()

        self._context.lanes.store(lambda: code_of_exhibit(case, seen), told, self._failed)

    # -- what the person does ----------------------------------------------------------------------

    def sign(self, name: str, words: str) -> None:
        """Sign and seal."""
        case, exhibit = self._own_case(), self._exhibit()
        if case is None or exhibit is None:
            return
        self._page.complain(of_name=True, words="")
        seen = exhibit.original
        self._context.lanes.store(
            lambda: sign_as_witness(case, seen, name, words), self._signed, self._refused
        )

    def take(self, path: Path) -> None:
        """Take in what was signed on another device."""
        case = self._own_case()
        if case is not None:
            self._context.lanes.store(
                lambda: take_statement(case, path), self._signed, self._failed
            )

    def _signed(self, done: SealedStatement) -> None:
        text = self._context.language.text
        if self._wanted != done.exhibit:
            self._wanted, self._code = done.exhibit, ""
        self._fingerprint = groups(done.fingerprint)
        self.refresh()
        self._context.acts.toast(
            Toast(text("The statement is signed, saved and locked"), state=ToastState.SAVED)
        )

    def again(self) -> None:
        """Have somebody else sign."""
        self._fingerprint = ""
        self.refresh()

    def copy_fingerprint(self) -> None:
        """Put the fingerprint on the clipboard."""
        self._page.copy(self._fingerprint)
        self._context.acts.toast(Toast(self._context.language.text("The fingerprint is copied")))

    def look(self) -> None:
        """Show the exhibit."""
        if self.shown.number:
            self._context.navigator.go(routes.Exhibit(self.shown.number))

    def folder(self, documents: Path) -> Path:
        """Return where files are saved unless the person says otherwise."""
        return saving_folder(self._context.settings.save_folder, documents, Path.home())

    def save_page(self, target: Path) -> None:
        """Save the page for a device of the witness's own."""
        language, resources = self._context.language, self._context.resources
        texts = page_texts(self.shown.number, language)
        self._save(
            target,
            lambda case, seen: save_witness_page(
                case, seen, target, texts, language=language, resources=resources
            ),
        )

    def save_sheet(self, target: Path) -> None:
        """Save the sheet to sign by hand."""
        language, fonts = self._context.language.plain(), self._context.resources / "fonts"
        words = usual_words(self.shown.number, language)
        self._save(
            target,
            lambda case, seen: save_witness_sheet(
                case, seen, target, words, language=language, fonts=fonts
            ),
        )

    def _save(self, target: Path, write: Callable[[OpenCase, EntryId], None]) -> None:
        case, exhibit = self._context.session.case, self._exhibit()
        if case is None or exhibit is None:
            return
        seen, text = exhibit.original, self._context.language.text

        def saved(_: object) -> None:
            said = leaving_words(target, self._context.language) or target.name
            self._context.acts.toast(Toast(text("Saved"), said, state=ToastState.SAVED))

        self._context.lanes.store(lambda: write(case, seen), saved, self._failed)

    def _own_case(self) -> OpenCase | None:
        """The person's own case; says why not, where the example is shown."""
        case = self._context.session.own_case
        if case is None:
            text = self._context.language.text
            self._context.acts.toast(
                Toast(
                    text("This is the example"),
                    text("Close it first. Then you can write in your own case."),
                )
            )
        return case

    def _refused(self, error: BaseException) -> None:
        words = explain(error, self._context.language).sentence
        match error:
            case NoNameOfWitnessError():
                self._page.complain(of_name=True, words=words)
            case NoWordsOfWitnessError():
                self._page.complain(of_name=False, words=words)
            case _:
                self._failed(error)

    def _failed(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))
