"""How a vault is made of the copy elsewhere, decided without Qt: where the copy lies, its key, and a passphrase.

Rules:
- The copy is read alone. The vault that is made has its name once it is whole: whatever stops it, no half one stands
  there, and a file that is there already is never replaced.
- What is refused is said at the field that mends it, where there is one.
- Key and passphrase are handed on and kept until the vault is open; then the fields are emptied.
- A vault to which nothing is lacking is opened at once. Else it is said first what is lacking.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

import msgspec

from app.actions.copy_elsewhere import restore_copy
from app.elsewhere import (
    CopyAwayError,
    CopyKeyError,
    NothingToRestoreError,
    NoWholeCopyError,
    OtherKeyError,
    Restored,
)
from app.messages import copied_words, explain, restored_lines
from app.ui import routes
from app.ui.acts import Toast, ToastState
from app.ui.context import UiContext
from app.ui.lanes import GiveWay, Latest
from evidence_store import (
    LEAST_SIGNS,
    EmptyPassphraseError,
    VaultExistsError,
    WeakPassphraseError,
    generate_passphrase,
)


class RestoreField(StrEnum):
    """What can be complained of."""

    FOLDER = "folder"
    KEY = "key"
    PLACE = "place"
    FIRST = "first"
    AGAIN = "again"


_FIELD_OF: dict[type[BaseException], RestoreField] = {
    CopyAwayError: RestoreField.FOLDER,
    NothingToRestoreError: RestoreField.FOLDER,
    NoWholeCopyError: RestoreField.FOLDER,
    CopyKeyError: RestoreField.KEY,
    OtherKeyError: RestoreField.KEY,
    VaultExistsError: RestoreField.PLACE,
    EmptyPassphraseError: RestoreField.FIRST,
    WeakPassphraseError: RestoreField.FIRST,
}


class ShownPlaces(msgspec.Struct, frozen=True):
    """Where it comes from and goes to.

    Attributes:
        folder: where the copy lies; "" while none is chosen.
        target: the vault to make.
        warning: what to think of there; "" where there is nothing.
        fixed: whether the workplace has set the folder.
    """

    folder: str
    target: str
    warning: str
    fixed: bool


class RestoreView(Protocol):
    """What the presenter asks of the page."""

    def show_places(self, shown: ShownPlaces) -> None:
        """Show where it comes from and goes to."""
        ...

    def show_phrase(self, phrase: str) -> None:
        """Put made words into both fields, and show them."""
        ...

    def show_running(self, sentence: str) -> None:
        """Say that something is under way; "" when nothing is."""
        ...

    def complain(self, field: RestoreField | None, words: str) -> None:
        """Say what is the matter with a field; None takes all back."""
        ...

    def show_problem(self, words: str) -> None:
        """Say why there is no vault, where no field is to blame; "" takes it back."""
        ...

    def show_made(self, lines: tuple[str, ...]) -> None:
        """Say what was made and what is lacking, in place of the form; () shows the form."""
        ...

    def forget(self) -> None:
        """Empty every field with a key or a passphrase."""
        ...


class RestorePresenter:
    """Makes one vault of a copy.

    Attributes:
        folder: where the copy lies; None while none is chosen.
        target: the vault to make.
    """

    def __init__(self, context: UiContext, page: RestoreView, vault: Path) -> None:
        """Decide for one page; ``vault`` is where a new vault lies unless another folder is chosen."""
        self.folder: Path | None = None
        self._context = context
        self._page = page
        self._fixed = context.workplace.vault_folder is not None
        self._name = vault.name
        self.target = self._free(vault.parent)
        self._job = Latest()
        self._passphrase = ""

    @property
    def part(self) -> float | None:
        """How much of the copy is read, 0 to 1; None where nobody can tell."""
        return self._job.part

    def begin(self) -> None:
        """Show the form, with what was chosen; while a vault is being made nothing else is shown."""
        if self._job.running:
            return
        self.target = self._free(self.target.parent)
        self._page.show_made(())
        self._page.complain(None, "")
        self._page.show_problem("")
        self._show_places()

    def choose_folder(self, folder: Path) -> None:
        """Take the copy from there."""
        self.folder = folder
        self._page.complain(RestoreField.FOLDER, "")
        self._show_places()

    def choose_place(self, folder: Path) -> None:
        """Put the vault somewhere else."""
        if not self._fixed:
            self.target = self._free(folder)
            self._page.complain(RestoreField.PLACE, "")
            self._show_places()

    def suggest(self) -> None:
        """Make six words, and show them."""
        words = (self._context.resources / "words" / "da.txt").read_text(encoding="ascii").split()
        self._page.show_phrase(generate_passphrase(words))

    def restore(self, key: str, first: str, again: str) -> None:
        """Make the vault, and open it."""
        text, context = self._context.language.text, self._context
        self._page.complain(None, "")
        self._page.show_problem("")
        wrong = self._wrong(key, first, again)
        if wrong is not None:
            self._page.complain(*wrong)
            return
        folder, target, workplace = self.folder or Path(), self.target, context.workplace
        parameters = context.session.parameters
        self._passphrase = first
        self._page.show_running(text("Making a vault of the copy and reading it …"))

        def make(give_way: GiveWay) -> Restored:
            workplace.make_ready()
            target.parent.mkdir(parents=True, exist_ok=True)
            return restore_copy(
                folder, key, target, first, parameters=parameters, progress=give_way
            )

        context.lanes.work_long(
            make, lambda made: self._made(made, target), self._failed, latest=self._job
        )

    def stop(self) -> None:
        """Stop it: nothing is left of the vault."""
        self._job.stop()
        self._passphrase = ""
        self._page.show_running("")

    def leave(self) -> None:
        """Go back; what is under way is stopped."""
        self.stop()
        self._page.forget()
        self._context.navigator.back()

    def open_made(self) -> None:
        """Open the vault that was made."""
        session, target, phrase = self._context.session, self.target, self._passphrase
        if session.vault is not None:
            return
        self._page.show_running(self._context.language.text("Opening …"))
        self._context.lanes.store(
            lambda: session.unlock(target, phrase), lambda _: self._opened(), self._not_opened
        )

    # -- inside ------------------------------------------------------------------------------------

    def _wrong(self, key: str, first: str, again: str) -> tuple[RestoreField, str] | None:
        text = self._context.language.text
        if self.folder is None:
            return RestoreField.FOLDER, text("Choose the folder of the copy first.")
        if not key.strip():
            return RestoreField.KEY, text("Write the key from the recovery sheet.")
        if len(first.strip()) < LEAST_SIGNS:
            return RestoreField.FIRST, text(
                "That is too short to keep others out. Use at least {count} letters, such as four words.",
                count=LEAST_SIGNS,
            )
        if first.strip() != again.strip():
            return RestoreField.AGAIN, text("The two are not the same. Write them once more.")
        return None

    def _free(self, folder: Path) -> Path:
        """Return the usual name in that folder, or the next one that nothing has yet."""
        plain = folder / self._name
        if not plain.exists():
            return plain
        restored = self._context.language.text("{name}-restored", name=plain.stem)
        numbers = iter(range(2, 1000))
        target = plain.with_name(f"{restored}{plain.suffix}")
        while target.exists():
            target = plain.with_name(f"{restored}-{next(numbers)}{plain.suffix}")
        return target

    def _show_places(self) -> None:
        self._page.show_places(
            ShownPlaces(
                str(self.folder) if self.folder is not None else "",
                str(self.target),
                copied_words(self.target.parent.resolve(), self._context.language),
                self._fixed,
            )
        )

    def _made(self, made: Restored, target: Path) -> None:
        self._page.show_running("")
        self.target = target
        if made.damaged or made.unfit or made.lacking:
            language = self._context.language
            lacks = language.text("Something is lacking in the copy.")
            self._page.show_made((lacks, *restored_lines(made, target, language)))
        else:
            self.open_made()

    def _failed(self, error: BaseException) -> None:
        self._passphrase = ""
        self._page.show_running("")
        words = explain(error, self._context.language).sentence
        field = _FIELD_OF.get(type(error))
        if field is None:
            self._page.show_problem(words)
        else:
            self._page.complain(field, words)

    def _opened(self) -> None:
        self._page.show_running("")
        self._passphrase = ""
        self._page.forget()
        self._page.show_made(())
        context, text = self._context, self._context.language.text
        if context.session.undecided:
            context.navigator.go(routes.Unlock())
            return
        context.acts.toast(
            Toast(
                text("Your vault is made of the copy"),
                text("Choose anew where its copy goes, and make a new recovery sheet."),
                state=ToastState.SAVED,
            )
        )

    def _not_opened(self, error: BaseException) -> None:
        self._page.show_running("")
        self._page.show_problem(explain(error, self._context.language).sentence)
