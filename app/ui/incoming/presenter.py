"""Files and pasted pictures become exhibits, one after the other. No Qt.

Rules:
- What is kept in one job on the store lane takes half a second, or is one file; the next is asked for when that is
  done: a capture made meanwhile is sealed in between. A large file is a long job, so that a capture is also sealed in
  its midst; a small one is evidence like a capture, and goes first as that does.
- One that is refused gets its sentence, and the rest goes on. Only what concerns the vault itself stops the rest.
- Stopping leaves nothing half: what is sealed stays, what is under way is dropped, what waits is not begun.
- An envelope from a phone is opened: its files are kept, and not it.
- While no vault is open everything waits here, pasted pictures in memory only.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from app.actions.hide import hide
from app.actions.look_ahead import LookAhead
from app.inert import isolated
from app.messages import explain
from app.picture import WarmChild
from app.ui import routes
from app.ui.acts import Toast, ToastAction, ToastState
from app.ui.context import UiContext
from app.ui.held import waiting_toast
from app.ui.incoming.keeping import Brought, Kept, Refused, keep_brought
from app.ui.incoming.standing import IncomingView, Standing
from app.ui.lanes import GiveWay, Latest
from app.vocabulary import CarriedBy
from evidence_store import VaultError

_SMALL_BYTES = 16 << 20
_SLICE_S = 0.5
"""So long small files are kept in one job; a capture waits for the end of it."""


class IncomingPresenter:
    """Keeps what comes into one window, one after the other."""

    def __init__(self, context: UiContext, sheet: IncomingView) -> None:
        self._context = context
        self._sheet = sheet
        self._waiting: deque[Brought] = deque()
        self._now: Brought | None = None
        self._large_file = Latest()
        self._stopping = False
        self._kept: list[Kept] = []
        self._refused: list[Refused] = []
        # Looks into all files of a run with one child, and into the next while one is sealed.
        self._ahead = LookAhead(WarmChild())
        context.session.subscribe(self._go_on_if_open)

    @property
    def running(self) -> bool:
        """Whether something is being kept."""
        return self._now is not None

    def add(self, paths: Iterable[Path]) -> None:
        """Keep files, each once."""
        self._add(Brought(path.name, path) for path in dict.fromkeys(paths))

    def add_pictures(self, pictures: Sequence[bytes]) -> None:
        """Keep pictures that were pasted."""
        origin = self._context.language.text("pasted from the clipboard")
        self._add(Brought(origin, untrusted=picture) for picture in pictures)

    def stop(self) -> None:
        """Stop: what waits is not begun, and a large file under way is dropped."""
        if self.running:
            self._waiting.clear()
            self._stopping = True
            self._large_file.stop()
            self._show()

    def try_again(self) -> None:
        """Try once more to keep what was refused."""
        again, self._refused = self._refused, []
        self._add(each.brought for each in again)

    def close(self) -> None:
        """Forget what was refused: the person has read it."""
        if not self.running:
            self._refused = []
            self._sheet.leave()

    def describe(self, link: str) -> None:
        """Open the form of a post's facts with a link that came."""
        self._context.navigator.go(routes.Write("incident", link=link))

    def lies_elsewhere(self) -> None:
        """Say that what was dropped is no file of this computer: a mail program or a phone has it."""
        text = self._context.language.text
        self._context.acts.toast(
            Toast(
                text("This cannot be taken straight from there."),
                text("Save it in a folder first, and add it from there."),
            )
        )

    def nothing_to_paste(self) -> None:
        """Say that there was neither picture nor file to paste."""
        text = self._context.language.text
        self._context.acts.toast(
            Toast(text("There is no picture and no file to paste. Copy it once more."))
        )

    def standing(self) -> Standing:
        """Return how it stands now; cheap, asked again and again while something is kept."""
        if self._now is None:
            return Standing(
                running=False,
                line=self._ended_line(),
                part=1.0,
                refused=tuple(
                    f"{isolated(each.brought.name)}: {each.sentence}" for each in self._refused
                ),
                can_retry=bool(self._refused),
            )
        done = len(self._kept) + len(self._refused)
        total = done + 1 + len(self._waiting)
        part = (done + (self._large_file.part or 0.0)) / total
        return Standing(
            running=True,
            line=self._line(done + 1, total),
            part=part or None,
            refused=tuple(
                f"{isolated(each.brought.name)}: {each.sentence}" for each in self._refused
            ),
        )

    # -- one after the other ---------------------------------------------------------------------

    def _add(self, brought: Iterable[Brought]) -> None:
        self._waiting.extend(brought)
        if self.running:
            self._show()
        if not self._waiting or self.running:
            return
        if self._context.session.own_case is None:
            context = self._context
            more = context.language.text("It is saved as soon as the vault is open.")
            context.acts.toast(waiting_toast(context.session, context.language, context.acts, more))
            return
        self._next()

    def _go_on_if_open(self) -> None:
        if self._waiting and not self.running and self._context.session.own_case is not None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._finish()
            return
        self._now = now = self._waiting.popleft()
        self._show()
        lanes, size = self._context.lanes, _size_of(now)
        if size <= _SMALL_BYTES:
            lanes.store(lambda: self._keep_some(now), self._done, self._failed, goes_on=True)
            return
        lanes.store_long(
            partial(self._keep_large, now, size),
            self._done,
            self._failed,
            self._stopped,
            latest=self._large_file,
        )

    def _keep_some(self, first: Brought) -> tuple[Kept, ...] | None:
        """Keep a small one, and as many more as a capture can wait for. On the store lane.

        Everything that shows the case is told once for all of them: that costs more than to keep one. The first that is
        refused goes back to the front, and is told by the job that begins with it.
        """
        kept = self._keep(first)
        if kept is None:
            return None
        until = time.monotonic() + _SLICE_S
        while time.monotonic() < until and self._waiting:
            with suppress(IndexError):  # the person stopped it meanwhile
                now = self._waiting.popleft()
                more = self._keep_one_more(now)
                if more is None:
                    self._waiting.appendleft(now)
                    break
                kept += more
        return kept

    def _keep_one_more(self, brought: Brought) -> tuple[Kept, ...] | None:
        if _size_of(brought) > _SMALL_BYTES:
            return None
        try:
            return self._keep(brought)
        except Exception:  # noqa: BLE001 - the job that begins with it meets the same, and tells it
            return None

    def _keep_large(
        self, brought: Brought, size: int, give_way: GiveWay
    ) -> tuple[Kept, ...] | None:
        return self._keep(brought, lambda read: give_way(read, size))

    def _keep(
        self, brought: Brought, progress: Callable[[int], None] | None = None
    ) -> tuple[Kept, ...] | None:
        """Keep one thing, and return what was kept; None where no vault is open. On the store lane."""
        case = self._context.session.own_case
        if case is None:
            return None
        came = CarriedBy(self._context.settings.carried_by)
        then = self._next_path()
        language = self._context.language
        return keep_brought(case, brought, language, came, self._ahead, progress, then)

    def _next_path(self) -> Path | None:
        with suppress(IndexError):
            return self._waiting[0].path
        return None

    def _done(self, kept: tuple[Kept, ...] | None) -> None:
        now, self._now = self._now, None
        if kept is not None:
            self._kept.extend(kept)
        elif now is not None:
            # The vault was closed meanwhile: it goes on when one is open.
            self._waiting.appendleft(now)
            self._end_run()
            return
        self._next()

    def _stopped(self) -> None:
        self._now = None
        self._next()

    def _failed(self, error: BaseException) -> None:
        now, self._now = self._now, None
        if now is not None:
            sentence = explain(error, self._context.language).sentence
            self._refused.append(Refused(now, sentence))
            if isinstance(error, VaultError):
                self._refused += [Refused(each, sentence) for each in self._waiting]
                self._waiting.clear()
        self._next()

    def _end_run(self) -> None:
        """Let the child go, beside the window: it may still look into a file that is not wanted any more."""
        ahead, self._ahead = self._ahead, LookAhead(WarmChild())

        def work() -> None:
            ahead.end()
            ahead.warm.close()

        self._context.lanes.work(work, lambda _: None)

    # -- words -----------------------------------------------------------------------------------

    def _show(self) -> None:
        self._sheet.show_standing(self.standing())

    def _line(self, number: int, total: int) -> str:
        text, name = self._context.language.text, self._now.name if self._now else ""
        if self._stopping:
            return text("Stops …")
        if total == 1:
            return text("Saves and locks {name} …", name=name)
        return text(
            "Saves and locks {number} of {total}: {name} …", number=number, total=total, name=name
        )

    def _ended_line(self) -> str:
        language = self._context.language
        refused = language.plural(
            "{count} file was not kept.", "{count} files were not kept.", len(self._refused)
        )
        kept = language.plural(
            "{count} file is saved and locked.",
            "{count} files are saved and locked.",
            len(self._kept),
        )
        return f"{refused} {kept}" if self._kept else refused

    def _finish(self) -> None:
        stopped, self._stopping = self._stopping, False
        self._end_run()
        if self._refused:
            self._show()
            self._kept = []
            return
        kept, self._kept = self._kept, []
        self._sheet.leave()
        if stopped:
            self._tell_stopped(kept)
        elif kept:
            self._tell(kept)

    def _tell_stopped(self, kept: list[Kept]) -> None:
        language = self._context.language
        saved = language.plural(
            "{count} file is saved and locked.", "{count} files are saved and locked.", len(kept)
        )
        self._context.acts.toast(
            Toast(language.text("Stopped"), saved, self._undo_action(kept) if kept else ())
        )

    def _tell(self, kept: list[Kept]) -> None:
        language, navigator = self._context.language, self._context.navigator
        text = language.text
        first, last = kept[0].number, kept[-1].number
        write = routes.Write("incident", about=kept[0].entry)
        hidden = [each for each in kept if not each.shown]
        if len(kept) == 1:
            title = text("Saved and locked · Exhibit {number}", number=first)
            unshown = text("It cannot be shown as a picture, but it is kept.") if hidden else ""
            unshown = unshown or " ".join(kept[0].told)
            actions: tuple[ToastAction, ...] = (
                ToastAction(
                    text("Add link and note"),
                    lambda: navigator.go(write),
                    primary=True,
                    opens_page=True,
                    route=write,
                ),
            )
        else:
            title = text("Saved and locked · Exhibits {first} to {last}", first=first, last=last)
            unshown = (
                language.plural(
                    "{count} of them cannot be shown as a picture, but it is kept.",
                    "{count} of them cannot be shown as pictures, but they are kept.",
                    len(hidden),
                )
                if hidden
                else ""
            )
            told = [each for each in kept if each.told]
            if told:
                numbers = ", ".join(str(each.number) for each in told)
                look = text(
                    "Look at what is said of the picture: exhibit {numbers}.", numbers=numbers
                )
                unshown = f"{unshown} {look}".strip()
            new = tuple(each.entry for each in kept)
            see = partial(navigator.go, routes.Timeline(search="", show=new))
            actions = (ToastAction(text("See them"), see, opens_page=True),)
        every = (*actions, *self._undo_action(kept))
        self._context.acts.toast(Toast(title, unshown, every, ToastState.SAVED, len(kept)))

    def _undo_action(self, kept: Sequence[Kept]) -> tuple[ToastAction, ...]:
        undo: Callable[[], None] = lambda: self._hide(kept)  # noqa: E731  # typed for the action
        return (ToastAction(self._context.language.text("Undo"), undo, undoes=True),)

    def _hide(self, kept: Sequence[Kept]) -> None:
        def work() -> None:
            for each in kept:
                for entry in (each.entry, *each.inside):
                    hide(each.case, entry)

        text = self._context.language.text
        hidden = Toast(text("Undone. It is hidden, not deleted."))
        self._context.lanes.store(work, lambda _: self._context.acts.toast(hidden))


def _size_of(brought: Brought) -> int:
    """Return how large it is; 0 where that cannot be told: keeping it will say why."""
    try:
        return brought.path.stat().st_size if brought.path is not None else 0
    except OSError:
        return 0
