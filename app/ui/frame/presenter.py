"""What the frame says: its title, its places, its status line. No Qt.

Rules:
- A covered or closed vault shows nothing of the case, not even its title: the title bar is seen in a task bar.
- Only places that exist are shown.
- "Everything is saved" stands there only when it is so, and where something is open that can be saved.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.language import Language, deferred
from app.ui import routes
from app.ui.held import Held
from app.ui.routes import Route
from app.ui.session import Session

if TYPE_CHECKING:
    from app.casework import CaseLine, CaseState
from evidence_store import Rescued

# The pages of the sidebar, in their order; at its foot stand those that are not of one case alone.
_PAGES: dict[str, Route] = {
    "next_step": routes.NextStep(),
    "timeline": routes.Timeline(),
    "incidents": routes.Incidents(),
    "contacts": routes.Contacts(),
    "people": routes.People(),
    "deadlines": routes.Deadlines(),
    "answers": routes.Answers(),
    "health": routes.Health(),
    "look_over": routes.LookOver(),
    "checklists": routes.Checklists(),
    "watching": routes.Watching(),
    "guidance": routes.Guidance(),
    "verify": routes.Verify(),
    "preferences": routes.Settings(),
}
_LOW = frozenset({"verify", "preferences"})
# The places that stand under a name; those of the case itself stand under the name of the case.
_PREVENTION = deferred("Prevention")
_GROUPS = {
    "checklists": _PREVENTION,
    "watching": _PREVENTION,
    "guidance": deferred("Knowledge"),
}


class WindowStage(StrEnum):
    """How far the person has come."""

    FIRST_RUN = "first_run"
    CLOSED = "closed"
    OPEN = "open"


class SidePlace(msgspec.Struct, frozen=True):
    """A line of the sidebar.

    Attributes:
        key: its name, or the id of a case.
        route: where it leads; None where it is another case.
        low: it stands at the foot of the sidebar.
        group: the name of the group that it stands in; "" for the first.
        apart: a case of which nothing is left: it stands below the others.
    """

    key: str
    label: str
    count: str = ""
    current: bool = False
    route: Route | None = None
    low: bool = False
    group: str = ""
    apart: bool = False


class Sidebar(msgspec.Struct, frozen=True):
    """The sidebar: the open case with its pages, and the other cases."""

    case_title: str
    pages: tuple[SidePlace, ...]
    cases: tuple[SidePlace, ...]


class Status(msgspec.Struct, frozen=True):
    """The status line.

    Attributes:
        saved: what is saved, and what is not; "" while nothing is open.
        safe: everything is on disk, and in the file that the person knows.
        exhibits: how many there are.
        promise: what holds whatever happens.
        more: the whole sentence behind ``saved``, where there is one.
    """

    saved: str
    safe: bool
    exhibits: str
    promise: str
    more: str = ""


class FramePresenter:
    """Turns the session into what the frame shows.

    Attributes:
        covered: whether somebody has covered the window; a locked one counts as covered anyway.
    """

    def __init__(
        self,
        session: Session,
        held: Held,
        language: Language,
        asks_outside: Callable[[], bool] = lambda: False,
    ) -> None:
        """Follow the session; ``asks_outside`` says whether a time server or an authority is asked by itself."""
        self.covered = False
        self._asks_outside = asks_outside
        self._told: Rescued | None = None
        self._counted: tuple[CaseState | None, int] = (None, 0)
        self._session = session
        self._held = held
        self._language = language

    @property
    def stage(self) -> WindowStage:
        """Which of the three the window is in."""
        if self._session.case is not None:
            return WindowStage.OPEN
        known = self._session.vault or self._session.last_vault
        return WindowStage.FIRST_RUN if known is None else WindowStage.CLOSED

    @property
    def hidden(self) -> bool:
        """Whether nothing of the case may be seen."""
        return self.covered or self._session.locked

    @property
    def example(self) -> bool:
        """Whether what is shown is made up."""
        return self._session.example

    def title(self) -> str:
        """Return the window's title."""
        case = self._case_title()
        return self._language.text("Bevismappe – {case}", case=case) if case else "Bevismappe"

    def sidebar(self, handles: Callable[[type[Route]], bool], current: Route | None) -> Sidebar:
        """Return the sidebar with those of its pages that are there."""
        labels = self._labels()
        number = self._language.number
        counts, open_id = {}, ""
        if self._session.case is not None:
            state = self._session.state
            counts = {"timeline": self._session.rows or 0, "watching": self._watched(state)}
            open_id = state.case_id
        return Sidebar(
            case_title=self._case_title(),
            pages=tuple(
                SidePlace(
                    key,
                    labels[key],
                    number(counts[key]) if counts.get(key) else "",
                    current=type(route) is type(current),
                    route=route,
                    low=key in _LOW,
                    group=self._language.text(_GROUPS[key]) if key in _GROUPS else "",
                )
                for key, route in _PAGES.items()
                if handles(type(route))
            ),
            cases=self._other_cases(open_id),
        )

    def _other_cases(self, open_id: str) -> tuple[SidePlace, ...]:
        """Return the cases that are not open, those of which nothing is left behind the others."""
        lines = [line for line in self._session.recent_cases if line.case_id != open_id]
        return tuple(
            SidePlace(line.case_id, self._called(line), apart=bool(line.erased_at))
            for line in sorted(lines, key=lambda line: bool(line.erased_at))
        )

    def _called(self, line: CaseLine) -> str:
        if not line.erased_at:
            return line.title or self._unnamed()
        from app.vocabulary import minute

        when = minute(line.erased_at, self._language)
        return self._language.text("Erased case, {time}", time=when)

    def status(self, *, storing: bool, renewing: bool = False) -> Status:
        """Return the status line; the index that is being made anew is no evidence that waits."""
        text, plural = self._language.text, self._language.plural
        held = self._held.count
        if held:
            saved = plural(
                "Not saved yet: {count} screenshot", "Not saved yet: {count} screenshots", held
            )
        elif self._session.example:
            saved = text("This is an example. Nothing of your own is in it.")
        elif self._session.lost and self._session.case is not None:
            saved = text("You are only looking at an older copy: nothing is saved in it")
        elif self._session.rescued is not None and self._session.case is not None:
            name = self._session.rescued.kept.name
            saved = text("The vault’s file was taken away. You go on in {name}", name=name)
        elif renewing:
            saved = text("Everything is saved. Search is being made ready …")
        elif self._unremembered and not storing:
            saved = text("Everything is saved, but an older copy would not be noticed here")
        elif storing:
            saved = text("Working …")
        else:
            saved = text("Everything is saved") if self._session.case is not None else ""
        exhibits = ""
        if self._session.case is not None:
            count = self._exhibits(self._session.state)
            exhibits = plural("{count} exhibit", "{count} exhibits", count)
        return Status(
            saved=saved,
            safe=not (
                held
                or (storing and not renewing)
                or self._session.rescued
                or self._session.lost
                or self._unremembered
            ),
            more=self._more(),
            exhibits=exhibits,
            promise=text("Nothing of your case is sent")
            if self._asks_outside()
            else text("Nothing is sent from this computer"),
        )

    def _watched(self, state: CaseState) -> int:
        """Return how many cases the person keeps an eye on."""
        from app.casework import preventing

        return sum(each.open for each in preventing.watched_of(state))

    def _exhibits(self, state: CaseState) -> int:
        """Return how many are in sight; counted once for each state, since the status line is asked often."""
        if state is not self._counted[0]:
            from app.casework import counted

            self._counted = (state, counted(state).exhibits)
        return self._counted[1]

    @property
    def _unremembered(self) -> bool:
        vault = self._session.vault
        return vault is not None and not vault.heads_kept

    def _more(self) -> str:
        vault, rescued = self._session.vault, self._session.rescued
        if rescued is not None and not self.hidden:
            from app.messages import rescued_words

            return rescued_words(rescued, self._language)
        if vault is not None and self._unremembered:
            from app.messages import unremembered_words

            return unremembered_words(vault, self._language)
        return ""

    def news(self) -> tuple[str, str]:
        """Return what has to be told now, once: a title and a sentence; two times "" where there is nothing."""
        rescued = self._session.rescued
        if rescued is None or rescued == self._told or self.hidden:
            return "", ""
        self._told = rescued
        from app.messages import rescued_words

        text = self._language.text
        return text("The vault’s file was taken away"), rescued_words(rescued, self._language)

    def _case_title(self) -> str:
        if self._session.case is None or self.hidden:
            return ""
        from app.casework import preventing

        title = self._session.state.title
        if not title:
            case_id = self._session.state.case_id
            line = next((each for each in self._session.cases if each.case_id == case_id), None)
            title = self._called(line) if line is not None else self._unnamed()
        if preventing.end_of(self._session.state) is None:
            return title
        return self._language.text("{title} (closed)", title=title)

    def _unnamed(self) -> str:
        return self._language.text("Case without a name")

    def _labels(self) -> dict[str, str]:
        text = self._language.text
        return {
            "next_step": text("What now?"),
            "timeline": text("Timeline"),
            "incidents": text("Incidents"),
            "contacts": text("Who knows?"),
            "people": text("People"),
            "deadlines": text("Deadlines"),
            "answers": text("Requests and answers"),
            "health": text("Health"),
            "look_over": text("Walk-through"),
            "checklists": text("Checklists"),
            "watching": text("Cases I keep an eye on"),
            "guidance": text("Guidance"),
            "verify": text("Verify"),
            "preferences": text("Settings"),
        }
