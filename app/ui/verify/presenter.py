"""What the page of checks shows and does, decided without Qt.

Rules:
- One check at a time; what is dropped meanwhile is checked in its place, and the one before is stopped.
- The open vault is checked on the store lane, as a long job: what is captured meanwhile is sealed between its slices.
  It ends when the vault is to be closed. Packages are checked on the work lane, as a long job too, and closing the
  window waits for none. Nothing is written.
- A receipt code is read before anything is begun, so that a slip of the pen is told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from app.actions.check_paper import check_paper, codes_on
from app.actions.open_package import ReadFile, ReadPackage, open_package, picture_in_package
from app.actions.paper_sources import Find, Named, found_for, in_package
from app.actions.save_result import save_result
from app.actions.take_over import TakenOver, take_over
from app.actions.verify_package import verify_package
from app.actions.verify_vault import is_report, verify_report, verify_vault
from app.casework.kinds.adopt import left_behind
from app.dossier import PaperReport
from app.folders import saving_folder
from app.language import deferred
from app.messages import explain
from app.picture import Pixels
from app.ui import routes
from app.ui.acts import Toast, ToastState
from app.ui.context import UiContext
from app.ui.lanes import Latest
from app.ui.verify.outcome import CheckOutcome, as_text, outcome_of
from app.ui.verify.paper_outcome import outcome_of_print
from atomic_file import fit_name
from evidence_store import ReceiptFormatError, Report, normalise_receipt

VAULT_SUFFIX = ".bevismappe"
_Check = partial[Report]

NO_VAULT = deferred("There is no open vault to check. Open one first, or choose a package.")
ELSEWHERE = deferred(
    "This cannot be taken straight from there. Save it in a folder first, and choose it there."
)
REPORT_ALONE = deferred(
    "A report alone is compared with the vault that it was made in. Open that vault, or choose the report's package."
)
NO_REPORT = deferred(
    "A print is compared with the vault it was made in, or with its package. Open that vault, or check the package"
    " first and compare the print there."
)
ANOTHER_VAULT = deferred("Another vault is checked when it is open. Open it first.")


class VerifyView(Protocol):
    """What the presenter asks of the view."""

    def show_running(self, sentence: str) -> None:
        """That a check is under way; "" when none is."""
        ...

    def show_outcome(self, outcome: CheckOutcome | None) -> None:
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

    def show_inside(self, package: ReadPackage | None) -> None:
        """What lies in the package, in the place of the answer; None for the answer again."""
        ...

    def show_picture(self, file: ReadFile, pixels: Pixels) -> None:
        """A picture of it."""
        ...

    def show_no_picture(self, file: ReadFile, sentence: str) -> None:
        """Why it is not shown."""
        ...


class VerifyPresenter:
    """One check at a time."""

    def __init__(self, context: UiContext, page: VerifyView) -> None:
        self._context = context
        self._page = page
        self._check = Latest()
        self._last: Path | None = None
        self._parts: tuple[Path, ...] = ()
        self._begun = False
        self._outcome: CheckOutcome | None = None
        context.session.subscribe(self.refresh)

    def refresh(self) -> None:
        """Follow the session: a vault can be checked while it is open, and closing it waits for no check."""
        session = self._context.session
        if session.closing:
            self.stop()
        self._page.show_vault(there=session.vault is not None)

    def check(self, path: Path | None, code: str, parts: Sequence[Path] = ()) -> None:
        """Check a package; without a path the open vault.

        Args:
            path: a zip file or a folder, or a report that came alone.
            code: a receipt code that came another way, "" for none.
            parts: the other parts of a package that was split, which are checked together with it.
        """
        self.stop()
        self._parts = tuple(parts)
        self._page.show_refusal("")
        if not self._readable(code):
            return
        self._page.show_outcome(None)
        code = code.strip()
        vault = self._context.session.vault
        mine = path is None or (vault is not None and _same(path, vault.path))
        if mine and vault is None:
            self._refuse(NO_VAULT)
        elif not mine and path is not None and path.suffix.lower() == VAULT_SUFFIX:
            self._refuse(ANOTHER_VAULT)
        elif mine and vault is not None:
            check = partial(verify_vault, vault, expect=code, trusted=self._trusted())
            self._run(path, check, mine=True)
        elif path is not None and is_report(path) and not parts:
            if vault is None:
                self._refuse(REPORT_ALONE)
            else:
                self._run(path, partial(verify_report, vault, path, expect=code))
        elif path is not None:
            resources = self._context.resources
            check = partial(
                verify_package,
                path,
                *parts,
                expect=code or None,
                resources=resources,
                trusted=self._trusted(),
            )
            self._run(path, check)

    def compare_print(self, scans: Sequence[Path], *, with_package: bool = False) -> None:
        """Compare scans of a print with the open vault, or with the package that was checked.

        Reading takes seconds a page. So the vault is only asked in between, and what is captured meanwhile is sealed.

        Args:
            scans: pictures, or PDFs.
            with_package: whether the package that was checked is meant.
        """
        paths, vault = self._paths(), self._context.session.vault
        lanes = self._context.lanes
        self.stop()
        self._page.show_refusal("")
        if not with_package and vault is None:
            self._page.show_outcome(None)
            self._refuse(NO_REPORT)
            return
        self._page.show_running(self._context.language.text("Reading the print …"))
        if with_package:
            self._read_print(scans, lambda: in_package(paths))
            return

        def ask_vault(codes: tuple[Named, ...]) -> None:
            lanes.store(
                lambda: found_for(vault, codes) if vault is not None else None,
                lambda find: self._read_print(scans, lambda: find or (lambda _: None)),
                self._failed,
                latest=self._check,
            )

        lanes.work_long(
            lambda give_way: codes_on(scans, give_way), ask_vault, self._failed, latest=self._check
        )

    def _read_print(self, scans: Sequence[Path], find: Callable[[], Find]) -> None:
        self._context.lanes.work_long(
            lambda give_way: check_paper(scans, find(), give_way),
            partial(self._print_read, scans),
            self._failed,
            latest=self._check,
        )

    def _print_read(self, scans: Sequence[Path], report: PaperReport) -> None:
        self._page.show_running("")
        subject = ", ".join(scan.name for scan in scans[:3])
        if len(scans) > 3:
            subject += " …"
        self._outcome = outcome_of_print(report, subject, self._context.language)
        self._page.show_outcome(self._outcome)

    def _trusted(self) -> frozenset[str]:
        from app.actions.stamp_heads import trusted_roots

        return trusted_roots(self._context.settings.authorities, self._context.resources)

    def open_vault(self) -> None:
        """Go to the page that opens a vault: who double-clicked a package has no other way there."""
        self._context.navigator.go(routes.Unlock())

    def lies_elsewhere(self) -> None:
        """A mail program or a phone has what was dropped."""
        self.stop()
        self._page.show_outcome(None)
        self._refuse(ELSEWHERE)

    def check_again(self, code: str) -> None:
        """Check the same once more, with another receipt code."""
        if self._begun:
            self.check(self._last, code, self._parts)
        else:
            self._readable(code)

    def look_inside(self) -> None:
        """Show what lies in the package that was checked."""
        paths = self._paths()
        self._context.lanes.work(
            lambda: open_package(paths), self._page.show_inside, self._failed, latest=self._check
        )

    @property
    def can_take_over(self) -> bool:
        """Whether there is an open case of the person's own that exhibits can be taken over into."""
        return self._context.session.own_case is not None

    def take_over(self) -> None:
        """Take the exhibits of the package that was checked over into the open case, with its log."""
        case, paths, context = self._context.session.own_case, self._paths(), self._context
        if case is None:
            return
        self._page.show_running(context.language.text("Takes the exhibits over …"))
        context.lanes.store_long(
            lambda give_way: take_over(case, paths, resources=context.resources, progress=give_way),
            self._taken_over,
            self._failed,
            latest=self._check,
        )

    def _taken_over(self, done: TakenOver) -> None:
        context, language = self._context, self._context.language
        self._page.show_running("")
        context.session.publish()
        if not done.exhibits:
            said = language.text("Nothing in that package is new to your case.")
            context.acts.toast(Toast(said, " ".join(left_behind(done.without_file, language))))
            return
        said = language.plural(
            "{count} exhibit is taken over into your case.",
            "{count} exhibits are taken over into your case.",
            len(done.exhibits),
        )
        kept = language.text("Your colleague’s log is kept with it.")
        more = " ".join((kept, *left_behind(done.without_file, language)))
        context.acts.toast(Toast(said, more, state=ToastState.SAVED))
        context.navigator.go(routes.Timeline(show=done.exhibits))

    def leave_inside(self) -> None:
        """Go back to the answer."""
        self._page.show_inside(None)

    def picture(self, file: ReadFile) -> None:
        """Show a picture of the package."""
        paths, page = self._paths(), self._page
        self._context.lanes.work(
            lambda: picture_in_package(paths, file),
            lambda pixels: page.show_picture(file, pixels),
            lambda error: page.show_no_picture(
                file, explain(error, self._context.language).sentence
            ),
        )

    def _paths(self) -> tuple[Path, ...]:
        return (self._last, *self._parts) if self._last is not None else ()

    def begin_anew(self) -> None:
        """Put the answer away, to check something else."""
        self.stop()
        self._outcome = None
        self._page.show_refusal("")
        self._page.show_complaint("")
        self._page.show_outcome(None)

    def stop(self) -> None:
        """Let go of the check that is under way: its answer is not waited for."""
        self._check.stop()
        self._page.show_running("")

    @property
    def part(self) -> float | None:
        """How much of the pictures was read, 0 to 1; None where nobody can tell."""
        return self._check.part

    def copied(self) -> None:
        """Say that the code is on the clipboard."""
        self._context.acts.toast(Toast(self._context.language.text("Copied")))

    def file_for_result(self, documents: Path) -> Path:
        """Return where the result is saved unless the person says otherwise."""
        folder = saving_folder(self._context.settings.save_folder, documents, Path.home())
        name = fit_name(Path(self._outcome.subject).stem) if self._outcome is not None else ""
        return folder / self._context.language.text("Check of {name}.txt", name=name)

    def save_result(self, target: Path) -> None:
        """Save what was found as a text file."""
        outcome, text = self._outcome, self._context.language.text
        if outcome is None:
            return
        when = self._context.language.exact(self._context.clock.now().utc)
        words = as_text(outcome, text("Checked {moment}", moment=when))
        self._context.lanes.work(
            lambda: save_result(words, target), lambda _: self._saved(target), self._not_saved
        )

    def _saved(self, target: Path) -> None:
        text = self._context.language.text
        self._context.acts.toast(Toast(text("The result is saved"), target.name))

    def _not_saved(self, error: BaseException) -> None:
        self._context.acts.show_error(explain(error, self._context.language))

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

    def _run(self, path: Path | None, check: _Check, *, mine: bool = False) -> None:
        lanes, text = self._context.lanes, self._context.language.text
        subject = text("My vault") if mine or path is None else path.name
        if self._parts:
            subject = self._context.language.plural(
                "{name} and {count} more part",
                "{name} and {count} more parts",
                len(self._parts),
                name=subject,
            )
        self._last, self._begun = path, True
        self._page.show_running(text("Checking {name} …", name=subject))
        run = lanes.work_long if check.func is verify_package else lanes.store_long
        run(
            lambda give_way: check(progress=give_way),
            partial(self._done, subject, mine),
            self._failed,
            latest=self._check,
        )

    def _done(self, subject: str, mine: bool, report: Report) -> None:
        self._page.show_running("")
        self._outcome = outcome_of(report, subject, self._context.language, vault=mine)
        self._page.show_outcome(self._outcome)

    def _failed(self, error: BaseException) -> None:
        self._page.show_running("")
        self._page.show_refusal(explain(error, self._context.language).sentence)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
