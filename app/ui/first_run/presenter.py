"""The first minute, decided without Qt: what this is, where the vault lies, and its passphrase.

Rules:
- There is no vault without a passphrase: six made words are offered, one's own are allowed.
- Made words must be confirmed as written down, one's own written twice. Nobody can reset either, and that is said.
- A vault that is there already is opened, never replaced.
- Where the workplace has set the folder, no other one is offered.
- Captures that came before wait in memory and are sealed first thing when the vault exists.
- The key that works in every program is tried on a card of its own, where this system gives keys at all. In front of
  that card a press takes no picture; in front of another program it does, as ever.
- The passphrase is held until the last card is left: the recovery sheet needs it.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.actions.open_case import OpenCase
from app.actions.recovery_sheet import own_recovery_facts, save_recovery_sheet
from app.dossier import RecoveryFacts, make_recovery_sheet
from app.folders import synced_by
from app.messages import explain, leaving_words
from app.ui import routes
from app.ui.context import UiContext
from app.ui.first_run.trial import KeyTrial, TrialView
from app.ui.hotkey.keeper import HotkeyKeeper
from app.ui.printing.printer import Printer, no_printer, printed
from evidence_store import (
    LEAST_SIGNS,
    VaultExistsError,
    WeakPassphraseError,
    generate_passphrase,
)


class FirstRunStep(StrEnum):
    """The cards in their order, and the one after them."""

    WHAT = "what"
    HOTKEY = "hotkey"
    WHERE = "where"
    LOCK = "lock"
    READY = "ready"


def steps_of(hotkey: HotkeyKeeper) -> tuple[FirstRunStep, ...]:
    """Return the cards in their order: without the one for the key where none can be had."""
    tried = (FirstRunStep.HOTKEY,) if hotkey.possible else ()
    return (FirstRunStep.WHAT, *tried, FirstRunStep.WHERE, FirstRunStep.LOCK)


class FirstRunView(TrialView, Protocol):
    """What the presenter asks of the view."""

    def show_step(self, step: FirstRunStep) -> None:
        """Show another card."""
        ...

    def show_folder(
        self, vault: Path, warning: str, *, taken: bool, local: bool, fixed: str
    ) -> None:
        """Show where the vault would lie, what to think of, and whether one lies there already.

        ``local``: a folder can be chosen that is on this computer alone. ``fixed``: who has set the folder, in words;
        "" where the person chooses.
        """
        ...

    def show_phrase(self, phrase: str) -> None:
        """Show the made words."""
        ...

    def complain(self, words: str) -> None:
        """Say what is the matter with the passphrase; "" takes it back."""
        ...

    def show_problem(self, words: str) -> None:
        """Say why there is no vault; "" takes it back."""
        ...

    def show_making(self, *, making: bool) -> None:
        """Show whether the vault is being made."""
        ...

    def show_held(self, words: str) -> None:
        """Say what waits in memory."""
        ...

    def show_sheet(self, words: str) -> None:
        """Say what became of the recovery sheet."""
        ...

    def forget(self) -> None:
        """Empty every field with a passphrase."""
        ...


class FirstRunPresenter:
    """One run through the cards.

    Attributes:
        steps: the cards in their order.
        step: the card that is shown.
        trial: how the trial of the key goes.
        vault: where the vault will lie.
        phrase: the made words.
        owner: the person's name, as written so far; "" where they leave it out.
    """

    def __init__(self, context: UiContext, page: FirstRunView, vault: Path, home: Path) -> None:
        """Decide for one page.

        Args:
            context: the tools of a screen.
            page: what shows it.
            vault: where the vault lies unless another folder is chosen.
            home: the user's own folder, offered where the other one is copied to other computers.
        """
        local = home / vault.parent.name
        self._local = None if synced_by(local) or synced_by(local.resolve()) else local
        self.steps = steps_of(context.hotkey)
        self.step = FirstRunStep.WHAT
        self.vault = vault
        self.phrase = self.owner = ""
        self._context = context
        self._page = page
        self._passphrase = ""
        self._making = False
        self._warned_of: Path | None = None
        self._fixed = context.workplace.vault_folder is not None
        self.trial = KeyTrial(
            context.hotkey, context.language, page, lambda: self.step is FirstRunStep.HOTKEY
        )
        context.session.subscribe(self._show_held)

    def start(self) -> None:
        """Show the first card."""
        self.step = FirstRunStep.WHAT
        self.another_phrase()
        self._page.show_step(self.step)
        self.trial.show()
        self._show_folder()
        self._show_held()

    def go_on(self) -> None:
        """Show the next card, as long as one follows."""
        if self.step in self.steps[:-1] and not (
            self.step is FirstRunStep.WHERE and self.vault.exists()
        ):
            self._go(self.steps[self.steps.index(self.step) + 1])

    def go_back(self) -> None:
        """Show the card before."""
        if self.step in self.steps[1:] and not self._making:
            self._go(self.steps[self.steps.index(self.step) - 1])

    def choose_folder(self, folder: Path) -> None:
        """Put the vault somewhere else."""
        if self._fixed:
            return
        self.vault = folder / self.vault.name
        self._show_folder()

    def choose_local_folder(self) -> None:
        """Put the vault where no program copies it to other computers."""
        if self._local is not None:
            self.choose_folder(self._local)

    def show_example(self) -> None:
        """Show the made-up case; the cards stand as they are when it is left."""
        self._context.acts.show_example()

    def open_existing(self, vault: Path | None = None) -> None:
        """Open a vault that is there already."""
        self._context.navigator.go(routes.Unlock(vault or self.vault))

    def restore_copy(self) -> None:
        """Make a vault of the copy on another drive."""
        self._context.navigator.go(routes.RestoreCopy())

    def another_phrase(self) -> None:
        """Make six other words, and show them."""
        words = (self._context.resources / "words" / "da.txt").read_text(encoding="ascii").split()
        self.phrase = generate_passphrase(words)
        self._page.show_phrase(self.phrase)

    def use_made_words(self, *, written_down: bool) -> None:
        """Make the vault with the made words."""
        text = self._context.language.text
        if not written_down:
            self._page.complain(text("Write the words down first, and tick that you have."))
            return
        self._make(self.phrase)

    def use_own_words(self, first: str, second: str) -> None:
        """Make the vault with one's own words."""
        text = self._context.language.text
        if len(first.strip()) < LEAST_SIGNS:
            self._page.complain(
                text(
                    "That is too short to keep others out. Use at least {count} letters, such as four words.",
                    count=LEAST_SIGNS,
                )
            )
        elif first.strip() != second.strip():
            self._page.complain(text("The two are not the same. Write them once more."))
        else:
            self._make(first)

    def name_owner(self, name: str) -> None:
        """Take over the person's name as it is written."""
        self.owner = name

    def save_sheet(self, target: Path) -> None:
        """Write the recovery sheet there; into a folder that is copied elsewhere only when it is chosen twice."""
        context, case = self._context, self._context.session.case
        if case is None:
            return
        self._page.show_sheet("")
        warning = leaving_words(target.parent, context.language)
        if warning and target.parent != self._warned_of:
            self._warned_of = target.parent
            again = context.language.text(
                "Nothing was saved. Choose the same folder again to save there."
            )
            self._page.show_sheet(f"{warning} {again}")
            return

        def save() -> None:
            save_recovery_sheet(
                self._facts(case), target, language=context.language, fonts=self._fonts
            )

        context.lanes.store(save, lambda _: self._sheet_saved(target), self._sheet_failed)

    def print_sheet(self, printer: Printer | None) -> None:
        """Print the recovery sheet; no file of ours is made. None where the computer has no printer."""
        context, case = self._context, self._context.session.case
        if case is None:
            return
        if printer is None:
            self._page.show_sheet(no_printer(context.language))
            return

        def put_on_paper(facts: RecoveryFacts) -> None:
            context.lanes.work_long(
                lambda give_way: printer.print_pdf(
                    make_recovery_sheet(facts, context.language, self._fonts), give_way
                ),
                lambda pages: self._page.show_sheet(printed(pages, context.language)),
                self._sheet_failed,
            )

        self._page.show_sheet(context.language.text("Printing the recovery sheet …"))
        context.lanes.store(lambda: self._facts(case), put_on_paper, self._sheet_failed)

    def finish(self) -> None:
        """Forget the passphrase: the person has seen it all."""
        self._passphrase = self.phrase = ""
        self._page.forget()
        self._context.navigator.go(routes.NextStep())

    # -- inside ------------------------------------------------------------------------------------

    @property
    def _fonts(self) -> Path:
        return self._context.resources / "fonts"

    def _facts(self, case: OpenCase) -> RecoveryFacts:
        """What the sheet tells; a name that was written is noted in the case. On the store lane."""
        context = self._context
        return own_recovery_facts(
            case, self._passphrase, self.owner, clock=context.clock, language=context.language
        )

    def _go(self, step: FirstRunStep) -> None:
        self.step = step
        if step is FirstRunStep.HOTKEY:
            self.trial.begin()
        self._page.complain("")
        self._page.show_problem("")
        self._page.show_step(step)
        if step is FirstRunStep.WHERE:
            self._look_at_folder()

    def _show_folder(self) -> None:
        text = self._context.language.text
        # By another name it may be a folder that is copied, too.
        program = synced_by(self.vault) or synced_by(self.vault.resolve())
        warning = ""
        if program:
            warning = text(
                "This folder is copied by {program}. Others may be able to get at the copy, and your workplace may own "
                "it. The vault is locked with your passphrase, but a folder on this computer alone is better.",
                program=program,
            )
        self._page.show_folder(
            self.vault,
            warning,
            taken=self.vault.exists(),
            local=bool(program) and self._local is not None and not self._fixed,
            fixed=text("The folder is set by your workplace.") if self._fixed else "",
        )

    def _look_at_folder(self) -> None:
        """Tell as soon as the folder is shown where nothing can be saved in the one that the workplace has set."""
        if self._fixed:
            workplace, lanes = self._context.workplace, self._context.lanes
            lanes.work(workplace.make_ready, lambda _: None, self._folder_refused)

    def _folder_refused(self, error: BaseException) -> None:
        self._page.show_problem(explain(error, self._context.language).sentence)

    def _make(self, passphrase: str) -> None:
        if self._making:
            return
        self._making = True
        self._page.complain("")
        self._page.show_problem("")
        self._page.show_making(making=True)
        session, vault = self._context.session, self.vault
        workplace = self._context.workplace
        title = self._context.language.text("My case")

        def make() -> None:
            workplace.make_ready()
            session.create(vault, passphrase, title)

        self._context.lanes.store(make, lambda _: self._made(passphrase), self._not_made)

    def _made(self, passphrase: str) -> None:
        self._making = False
        self._passphrase = passphrase
        self._page.show_making(making=False)
        self._go(FirstRunStep.READY)

    def _not_made(self, error: BaseException) -> None:
        self._making = False
        self._page.show_making(making=False)
        if isinstance(error, VaultExistsError):
            self._go(FirstRunStep.WHERE)
            self._show_folder()
        words = explain(error, self._context.language).sentence
        if isinstance(error, WeakPassphraseError):
            self._page.complain(words)
        else:
            self._page.show_problem(words)

    def _show_held(self) -> None:
        held = self._context.held.count
        words = ""
        if held:
            words = self._context.language.plural(
                "Not saved yet: {count} screenshot waits. It is saved and locked as soon as the vault is there.",
                "Not saved yet: {count} screenshots wait. They are saved and locked as soon as the vault is there.",
                held,
            )
        self._page.show_held(words)

    def _sheet_saved(self, target: Path) -> None:
        text = self._context.language.text
        self._page.show_sheet(
            text("Saved: {path}. Print it, put it away, and delete the file.", path=target)
        )

    def _sheet_failed(self, error: BaseException) -> None:
        self._page.show_sheet(explain(error, self._context.language).sentence)
