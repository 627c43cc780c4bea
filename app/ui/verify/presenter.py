"""What the page of checks shows and does, decided without Qt.

Rules:
- One check at a time; what is dropped meanwhile is checked in its place, and the one before is stopped.
- The open vault is checked on the store lane, as a long job: what is captured meanwhile is sealed between its slices.
  It ends when the vault is to be closed. Packages are checked on the work lane, as a long job too, and closing the
  window waits for none. Nothing is written.
- A receipt code is read before anything is begun, so that a slip of the pen is told at once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from app.actions.verify_package import verify_package
from app.actions.verify_report import is_report, verify_report
from app.actions.verify_vault import verify_vault
from app.language import deferred
from app.messages import explain
from app.ui.context import UiContext
from app.ui.lanes import Failed, GiveWay, Job
from app.ui.navigator import Toast
from app.ui.verify.outcome import Outcome, outcome_of
from evidence_store import ReceiptFormatError, Report, Vault, normalise_receipt

VAULT_SUFFIX = ".bevismappe"
_Done = Callable[[Report], None]

NO_VAULT = deferred("There is no open vault to check. Open one first, or choose a package.")
ELSEWHERE = deferred(
    "This cannot be taken straight from there. Save it in a folder first, and choose it there."
)
REPORT_ALONE = deferred(
    "A report alone is compared with the vault that it was made in. Open that vault, or choose the report's package."
)
ANOTHER_VAULT = deferred("Another vault is checked when it is open. Open it first.")


class _Watch:
    """How far a check that is under way is."""

    def __init__(self) -> None:
        self.part: float | None = None

    def see(self, done: int, total: int) -> None:
        """On the check's own thread."""
        self.part = done / total if total else None

    def telling(self, give_way: GiveWay) -> Callable[[int, int], None]:
        """What a check tells between its slices."""

        def tell(done: int, total: int) -> None:
            self.see(done, total)
            give_way()

        return tell


class Page(Protocol):
    """What the presenter asks of the view."""

    def show_running(self, sentence: str) -> None:
        """That a check is under way; "" when none is."""
        ...

    def show_outcome(self, outcome: Outcome | None) -> None:
        """What was found."""
        ...

    def show_complaint(self, sentence: str) -> None:
        """Why the receipt code cannot be read; "" when it can."""
        ...

    def show_refusal(self, sentence: str) -> None:
        """Why nothing was checked; "" when something was."""
        ...

    def show_vault(self, *, there: bool) -> None:
        """Whether a vault is open that can be checked."""
        ...


class VerifyPresenter:
    """One check at a time."""

    def __init__(self, context: UiContext, page: Page) -> None:
        self._context = context
        self._page = page
        self._job: Job | None = None
        self._last: Path | None = None
        self._asked = 0
        self._begun = False
        self._watch = _Watch()
        context.session.subscribe(self.refresh)

    def refresh(self) -> None:
        """Follow the session: a vault can be checked while it is open, and closing it waits for no check."""
        session = self._context.session
        if session.closing:
            self.stop()
        self._page.show_vault(there=session.vault is not None)

    def check(self, path: Path | None, code: str) -> None:
        """Check a package; without a path the open vault.

        Args:
            path: a zip file or a folder, or a report that came alone.
            code: a receipt code that came another way, "" for none.
        """
        self.stop()
        self._page.show_refusal("")
        self._page.show_outcome(None)
        if not self._readable(code):
            return
        code = code.strip()
        vault = self._context.session.vault
        mine = path is None or (vault is not None and _same(path, vault.path))
        if mine and vault is None:
            self._refuse(NO_VAULT)
        elif not mine and path is not None and path.suffix == VAULT_SUFFIX:
            self._refuse(ANOTHER_VAULT)
        elif mine and vault is not None:
            self._run(path, partial(self._begin_vault, vault, code), vault=True)
        elif path is not None and is_report(path):
            if vault is None:
                self._refuse(REPORT_ALONE)
            else:
                self._run(path, partial(self._begin_report, vault, path, code), vault=False)
        elif path is not None:
            self._run(path, partial(self._begin_package, path, code), vault=False)

    def lies_elsewhere(self) -> None:
        """A mail program or a phone has what was dropped."""
        self.stop()
        self._page.show_outcome(None)
        self._refuse(ELSEWHERE)

    def check_again(self, code: str) -> None:
        """Check the same once more, with another receipt code."""
        if self._begun:
            self.check(self._last, code)
        else:
            self._readable(code)

    def stop(self) -> None:
        """Let go of the check that is under way: its answer is not waited for."""
        self._asked += 1
        self._watch = _Watch()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._page.show_running("")

    @property
    def part(self) -> float | None:
        """How much of the pictures was read, 0 to 1; None where nobody can tell."""
        return self._watch.part

    def copied(self) -> None:
        """Say that the code is on the clipboard."""
        self._context.navigator.toast(Toast(self._context.language.text("Copied")))

    def _readable(self, code: str) -> bool:
        complaint = ""
        if code.strip():
            try:
                normalise_receipt(code)
            except ReceiptFormatError as error:
                complaint = explain(error, self._context.language).sentence
        self._page.show_complaint(complaint)
        return not complaint

    def _refuse(self, sentence: str) -> None:
        self._page.show_refusal(self._context.language.text(sentence))

    def _begin_vault(self, vault: Vault, code: str, done: _Done, failed: Failed) -> Job:
        watch = self._watch

        def check(give_way: GiveWay) -> Report:
            return verify_vault(vault, expect=code, progress=watch.telling(give_way))

        return self._context.lanes.store_long(check, done, failed)

    def _begin_report(self, vault: Vault, pdf: Path, code: str, done: _Done, failed: Failed) -> Job:
        watch = self._watch

        def check(give_way: GiveWay) -> Report:
            return verify_report(vault, pdf, expect=code, progress=watch.telling(give_way))

        return self._context.lanes.store_long(check, done, failed)

    def _begin_package(self, package: Path, code: str, done: _Done, failed: Failed) -> Job:
        watch, resources = self._watch, self._context.resources

        def check(give_way: GiveWay) -> Report:
            tell = watch.telling(give_way)
            return verify_package(package, expect=code or None, resources=resources, progress=tell)

        return self._context.lanes.work_long(check, done, failed)

    def _run(
        self, path: Path | None, begin: Callable[[_Done, Failed], Job], *, vault: bool
    ) -> None:
        text = self._context.language.text
        subject = text("My vault") if vault or path is None else path.name
        self._last, self._begun = path, True
        asked = self._asked
        self._page.show_running(text("Checking {name} …", name=subject))
        job = begin(partial(self._done, asked, subject, vault), partial(self._failed, asked))
        # With lanes that run at once it has ended already.
        self._job = job if asked == self._asked else None

    def _done(self, asked: int, subject: str, vault: bool, report: Report) -> None:
        if asked != self._asked:
            return
        self._asked += 1
        self._job = None
        self._page.show_running("")
        language = self._context.language
        self._page.show_outcome(outcome_of(report, subject, language, vault=vault))

    def _failed(self, asked: int, error: BaseException) -> None:
        if asked != self._asked:
            return
        self._asked += 1
        self._job = None
        self._page.show_running("")
        self._page.show_refusal(explain(error, self._context.language).sentence)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
