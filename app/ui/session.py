"""The vault and the case that the window works on. No Qt; holds no act of its own.

Rules:
- What touches the vault (``create``, ``unlock``, ``choose``, ``begin``, ``close`` and every act on ``case``) runs on
  the store lane. ``state`` is an immutable value and may be read anywhere.
- ``close`` is a long job of that lane, so that no other one is in the midst of its work; ``will_close`` comes before.
- A case that was left may still be worked on by a long job, so whoever chooses it again gets the very same object.
- Locking covers the screen and asks for the passphrase to look; the vault stays open, so captures are sealed
  even then.
- A file that is older than what this computer remembers is opened and nothing more (``undecided``) until the person
  says whether it is to be used (``use_older``), only looked at (``look_on``) or closed again.
- Where the vault's file was taken away and a rescue vault is written instead, that is the vault to be opened next.
- The example is shown in place of what is open, which stays open beside it; ``own_case`` and ``own_vault`` are the
  person's own all the while, and nothing is sealed into them until the example is left.
- Cases are loaded with the first vault that is opened: the window stands before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from evidence_store import PARAMETERS

if TYPE_CHECKING:
    from app.actions.machine import MachineFacts
    from app.actions.open_case import OpenCase
    from app.actions.show_example import ShownExample
    from app.casework import CaseLine, CaseState
    from app.clock import Clock
    from app.language import Language
    from app.settings import Settings
    from evidence_store import HeadMemory, Loss, Parameters, Rescued, Vault


class SessionTools(msgspec.Struct, frozen=True):
    """What a session is given from outside.

    Attributes:
        parameters: how vaults are encrypted, newest first; tests hand in a quick set.
    """

    clock: Clock
    settings: Settings
    heads: HeadMemory
    machine: MachineFacts
    parameters: Sequence[Parameters] = PARAMETERS


class _Aside(msgspec.Struct, frozen=True):
    """What was open when the example was shown."""

    vault: Vault | None
    path: Path | None
    case: OpenCase | None
    cases: tuple[CaseLine, ...]
    index_stale: bool


class Session:
    """One window's vault and case; at most one of each is open.

    Attributes:
        case: the open case, None while no vault is open.
        cases: every case of the vault, as last listed.
        locked: the screen is covered and asks for the passphrase; the vault is open all the same.
        lost: what the open file lacks of what this computer remembers; nothing is sealed in it meanwhile.
        undecided: somebody has to say what is to be done with it; no case is open until then.
        rescued: the file that was taken away while it was open, and the rescue vault: told until another is opened.
        closing: the vault is about to be closed: what only looks at it ends.
        rows: how many rows the timeline has of the open case; None until it has told.
    """

    def __init__(self, tools: SessionTools) -> None:
        self.case: OpenCase | None = None
        self.cases: tuple[CaseLine, ...] = ()
        self.locked = False
        self.closing = False
        self.lost: tuple[Loss, ...] = ()
        self.undecided = False
        self.rows: int | None = None
        self.rescued: Rescued | None = None
        self._tools = tools
        self._example: ShownExample | None = None
        self._aside: _Aside | None = None
        self._vault: Vault | None = None
        self._path: Path | None = None
        self._index_stale = False
        self._opened: dict[str, OpenCase] = {}
        self._listeners: list[Callable[[], None]] = []

    @property
    def state(self) -> CaseState:
        """The open case as it is now; empty while none is open."""
        if self.case is not None:
            return self.case.state
        from app.casework import empty

        return empty()

    @property
    def open_state(self) -> CaseState | None:
        """The open case as it is now; None while none is open."""
        return self.case.state if self.case is not None else None

    @property
    def vault(self) -> Vault | None:
        """The open vault."""
        return self._vault

    @property
    def recent_cases(self) -> tuple[CaseLine, ...]:
        """Every case, the one that was used last first; of those never used here the newest first."""
        if self._vault is None:
            return ()
        used = self._tools.settings.recent_cases(self._vault.vault_id)
        place = {case_id: number for number, case_id in enumerate(used)}
        newest = reversed(self.cases)
        return tuple(sorted(newest, key=lambda case: place.get(case.case_id, len(place))))

    @property
    def parameters(self) -> Sequence[Parameters]:
        """How vaults are encrypted, newest first."""
        return self._tools.parameters

    @property
    def example(self) -> bool:
        """Whether the example is shown."""
        return self._example is not None

    @property
    def own_vault(self) -> Vault | None:
        """The person's own open vault, also while the example is shown."""
        return self._aside.vault if self._aside is not None else self._vault

    @property
    def own_case(self) -> OpenCase | None:
        """The case that pictures and files go into; None while none is open, and while the example is shown."""
        return None if self.example else self.case

    @property
    def last_vault(self) -> Path | None:
        """The vault that was open last on this computer, wherever it is now: no drive is asked."""
        return self._tools.settings.vault

    @property
    def index_stale(self) -> bool:
        """Whether the search index has to be made anew; not in a file that is only looked at."""
        if self._vault is None or self.case is None or self.lost or self.example:
            return False
        return self._index_stale or self._vault.index_damaged

    # -- on the store lane -----------------------------------------------------------------------

    def create(self, path: Path, passphrase: str, title: str) -> None:
        """Make a vault with its first case, and open it.

        Raises:
            VaultError: nothing was made.
        """
        from app.actions.cases import make_vault

        tools = self._tools
        path.parent.mkdir(parents=True, exist_ok=True)
        vault = make_vault(
            path,
            passphrase,
            heads=tools.heads,
            clock=tools.clock,
            machine=tools.machine,
            title=title,
            parameters=tools.parameters,
        )
        self._take(vault)

    def unlock(self, path: Path, passphrase: str) -> None:
        """Open a vault and its last used, only or first case.

        Raises:
            VaultError: it stays closed.
        """
        from evidence_store import Vault

        tools = self._tools
        self._take(Vault.open(path, passphrase, heads=tools.heads, parameters=tools.parameters))

    def use_older(self) -> None:
        """Use the open file although it lacks something: an entry in each log names what was lost.

        Raises:
            VaultError: nothing was sealed.
        """
        if self._vault is None:
            return
        from app.actions.use_older import use_older

        tools = self._tools
        use_older(self._vault, self.lost, clock=tools.clock, machine=tools.machine)
        self.lost = ()
        self._open_here(self._vault.path)
        self._opened.clear()
        self._enter(self._vault)

    def look_on(self) -> None:
        """Look at the open file, although it lacks something. It is not remembered as the last one used."""
        if self._vault is not None:
            self._enter(self._vault)

    def _take(self, vault: Vault) -> None:
        self._vault = vault
        self.locked = False
        self.lost = vault.losses()
        self.undecided = vault.look_only = bool(self.lost)
        if self.undecided:
            self._path = vault.path
            return
        self._open_here(vault.path)
        self._enter(vault)

    def _enter(self, vault: Vault) -> None:
        from app.actions.cases import only_case
        from app.actions.search import index_is_stale

        self.undecided = False
        self._index_stale = index_is_stale(vault)
        self.list_cases()
        last = self._tools.settings.last_case(vault.vault_id)
        living = next((line for line in self.cases if not line.erased_at), self.cases[0])
        self.choose(only_case(vault, last) or living.case_id)

    def choose(self, case_id: str) -> None:
        """Open another case of the vault."""
        if self._vault is None:
            return
        from app.actions.cases import open_case

        if case_id not in self._opened:
            self._opened[case_id] = open_case(
                self._vault, case_id, clock=self._tools.clock, machine=self._tools.machine
            )
        if self.case is not self._opened[case_id]:
            self.rows = None
        self.case = self._opened[case_id]
        self._tools.settings.remember_case(self._vault.vault_id, case_id)

    def begin(self, title: str) -> None:
        """Begin a case and open it, with the author of the open one."""
        if self._vault is None:
            return
        from app.actions.cases import begin_case

        author = self.state.author
        case = begin_case(
            self._vault,
            clock=self._tools.clock,
            machine=self._tools.machine,
            title=title,
            author=author,
        )
        self.list_cases()
        self.choose(case.chains.case_id)

    def renew_index(self, give_way: Callable[[], None]) -> None:
        """Make the search index anew, a slice at a time.

        Raises:
            VaultError: it stays as it is.
        """
        if self._vault is None:
            return
        from app.actions.search import renew_index

        renew_index(self._vault, give_way)
        self._index_stale = False

    def knows(self, passphrase: str) -> bool:
        """Return whether this is the open vault's passphrase, to uncover a locked window."""
        return self.own_vault is not None and self.own_vault.accepts(passphrase)

    def show_example(self, resources: Path, language: Language) -> None:
        """Make the example and show it in place of what is open.

        Raises:
            OSError, VaultError, CaptureError: it could not be made; what is open stays.
        """
        if self.example:
            return
        from app.actions.cases import list_cases
        from app.actions.show_example import show_example

        tools = self._tools
        shown = show_example(
            resources,
            language,
            clock=tools.clock,
            machine=tools.machine,
            parameters=tools.parameters,
        )
        self._aside = _Aside(self._vault, self._path, self.case, self.cases, self._index_stale)
        self._example = shown
        self._vault, self._path, self.case = shown.vault, shown.vault.path, shown.case
        self.cases, self._index_stale = list_cases(shown.vault), False

    def leave_example(self) -> None:
        """Throw the example away, and show what was open before; does nothing where none is shown."""
        shown, aside = self._example, self._aside
        if shown is None or aside is None:
            return
        self._example = self._aside = None
        self._vault, self._path, self.case = aside.vault, aside.path, aside.case
        self.cases, self._index_stale = aside.cases, aside.index_stale
        shown.throw_away()

    def close(self) -> None:
        """Close the vault: nothing can be sealed until it is opened again. The example is thrown away."""
        self.leave_example()
        vault = self._vault
        if vault is not None:
            vault.close()
            self._follow(vault)
        self._vault = None
        self._opened.clear()
        self.case = self.rows = None
        self.cases = ()
        self.lost = ()
        self.closing = self.undecided = False

    def list_cases(self) -> None:
        """Read anew which cases there are and what they are called."""
        from app.actions.cases import list_cases

        if self._vault is not None:
            self.cases = list_cases(self._vault)

    def _open_here(self, path: Path) -> None:
        """Remember the vault to open next; one that was rescued when nobody saw it is told now."""
        from evidence_store import Rescued

        settings = self._tools.settings
        lost = settings.rescued_from if settings.vault == path.absolute() else None
        self.rescued = Rescued(lost, path) if lost is not None else None
        if settings.rescued_from is not None:
            settings.remember_rescue(None)
        settings.remember_vault(path)
        self._path = path

    def _follow(self, vault: Vault) -> None:
        """Remember the file's other name, or the rescue vault, as the one to open next time."""
        if vault.path == self._path:
            return
        self._path = vault.path
        if not self.lost:
            self._tools.settings.remember_vault(vault.path)
        if vault.rescued is not None:
            self.rescued = vault.rescued
            self._tools.settings.remember_rescue(vault.rescued.lost)

    # -- on the window's thread ------------------------------------------------------------------

    def will_close(self) -> None:
        """Tell everybody that the vault is about to be closed."""
        self.closing = self._vault is not None
        self.publish()

    def tell_rows(self, count: int) -> None:
        """Take from the timeline how many rows it has, for whoever shows a count: nobody reckons it a second time."""
        if count != self.rows:
            self.rows = count
            self.publish()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` on the window's thread whenever something may have changed."""
        self._listeners.append(listener)

    def forget_listeners(self) -> None:
        """Forget the listeners, before the window closes or is built anew."""
        self._listeners.clear()

    def publish(self) -> None:
        """Tell the listeners; the store lane does so after each of its jobs."""
        if self._vault is not None:
            self._follow(self._vault)
        for listener in tuple(self._listeners):
            listener()
