"""What a command finds on its desk: the tools handed in from outside, and the vault and case it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

import msgspec

from app.actions.cases import list_cases, only_case, open_case
from app.actions.machine import MachineFacts
from app.actions.open_case import OpenCase
from app.casework import choose_case
from app.cli.smallfile import read_small
from app.clock import Clock
from app.language import Language
from app.log import ErrorLog
from app.messages import Notice, notices, older_file_words
from app.settings import Settings, default_vault
from app.workplace import Workplace
from evidence_store import (
    PARAMETERS,
    HeadMemory,
    Parameters,
    PlaceholderError,
    Vault,
    VaultMissingError,
    Whereabouts,
    find_vault,
)

if TYPE_CHECKING:
    from app.capture import Screen

_LONGEST_PASSPHRASE_FILE = 1 << 16  # bytes; only its first line counts


class NoPassphraseError(Exception):
    """There is nobody to ask and no file to read the passphrase from."""


class PassphraseFileError(Exception):
    """The file that should hold the passphrase cannot be read, or is empty."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class LastVaultMissingError(Exception):
    """Nobody named a vault, and the one that was used last is not where it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class PassphraseMismatchError(Exception):
    """The passphrase was typed differently the second time."""


class Terminal(Protocol):
    """The person at the keyboard."""

    def can_ask(self) -> bool:
        """Whether somebody sits there."""
        ...

    def ask_secret(self, prompt: str) -> str:
        """Ask for a line that must not be seen. Raises EOFError: there is nobody any more."""
        ...

    def say(self, line: str) -> None:
        """Show a line now, before the command ends."""
        ...

    def read_all(self) -> str:
        """Everything from standard input, as UTF-8; bytes that are no text come as half surrogates."""
        ...


@dataclass(frozen=True)
class Tools:
    """What the program is given from outside.

    Attributes:
        read_machine: finds out what is noted of this machine.
        parameters: how vaults are encrypted, newest first; tests hand in a quick set.
        log: where errors are noted.
        workplace: what the workplace has decided for this computer.
    """

    clock: Clock
    settings: Settings
    resources: Path
    heads: HeadMemory
    read_machine: Callable[[], MachineFacts]
    terminal: Terminal
    open_screen: Callable[[], Screen]
    out: TextIO
    err: TextIO
    parameters: Sequence[Parameters] = PARAMETERS
    log: ErrorLog = field(default_factory=ErrorLog)
    workplace: Workplace = field(default_factory=Workplace)


class Given(msgspec.Struct, frozen=True):
    """What was said before the command's own words."""

    vault: Path | None = None
    passphrase_file: Path | None = None
    case: str = ""


class Desk:
    """The tools and the wishes of one command.

    Attributes:
        notices: what else is to be told of the vault, whatever becomes of the command.
    """

    def __init__(self, tools: Tools, *, language: Language, given: Given) -> None:
        self.language = language
        self.clock = tools.clock
        self.settings = tools.settings
        self.resources = tools.resources
        self.heads = tools.heads
        self._read_machine = tools.read_machine
        self.terminal = tools.terminal
        self.open_screen = tools.open_screen
        self.given = given
        self.parameters = tools.parameters
        self._workplace = tools.workplace
        self.notices: list[Notice] = []

    @cached_property
    def machine(self) -> MachineFacts:
        """Return what is noted of this machine; finding it out takes longer than opening a settings file."""
        return self._read_machine()

    @property
    def vault_path(self) -> Path:
        """The vault asked for, else the last used one, else where one would be made."""
        usual = self._workplace.vault_file(default_vault())
        return self.given.vault or self.settings.vault or usual

    def trusted_roots(self) -> frozenset[str]:
        """Return the SHA-256 of the roots of time stamp authorities that are relied on, as hex."""
        from app.actions.stamp_heads import trusted_roots

        return trusted_roots(self.settings.authorities, self.resources)

    def place_for_new_vault(self) -> Path:
        """Return where a vault is made: what was asked for, else where the workplace says, else as ``vault_path``.

        Raises:
            WorkplaceFolderError: nothing can be saved where the workplace says.
        """
        if self.given.vault is not None or self._workplace.vault_folder is None:
            return self.vault_path
        self._workplace.make_ready()
        return self._workplace.vault_file(default_vault())

    @property
    def font(self) -> Path:
        """The font that numbers and words on pictures are drawn with."""
        return self.resources / "fonts" / "NotoSans-Bold.ttf"

    def passphrase(self) -> str:
        """The passphrase of an existing vault, from the file or from the person.

        Raises:
            PassphraseFileError: the file cannot be read, or has an empty first line.
            NoPassphraseError: there is neither file nor person.
        """
        if self.given.passphrase_file is not None:
            return self.passphrase_from_file(self.given.passphrase_file)
        if not self.terminal.can_ask():
            raise NoPassphraseError
        return self.terminal.ask_secret(self.language.text("Passphrase: "))

    def secret(self, prompt: str) -> str:
        """Return what the person writes, which is shown nowhere. Raises NoPassphraseError: nobody can be asked."""
        if not self.terminal.can_ask():
            raise NoPassphraseError
        return self.terminal.ask_secret(prompt)

    @staticmethod
    def passphrase_from_file(path: Path) -> str:
        """The first line of a file. Raises PassphraseFileError."""
        try:
            # Windows' own editor may begin a file with a mark that is no part of the passphrase.
            text = read_small(path, _LONGEST_PASSPHRASE_FILE).decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise PassphraseFileError(path) from error
        first = text.split("\n", 1)[0].strip()
        if not first or len(text) > _LONGEST_PASSPHRASE_FILE:
            raise PassphraseFileError(path)
        return first

    @contextmanager
    def open_vault(self) -> Iterator[Vault]:
        """The vault, open until the command ends; remembered as the last used one. Raises as ``look_into``."""
        with self.look_into(self.vault_path) as vault:
            if not vault.look_only:
                self.settings.remember_vault(vault.path)
            try:
                yield vault
            finally:
                vault.close()
                if vault.rescued is not None:
                    self.settings.remember_vault(vault.path)

    @contextmanager
    def look_into(self, path: Path) -> Iterator[Vault]:
        """A vault that is only looked into, such as a backup: what is captured next must not go there.

        One that is older than what this computer remembers takes nothing until the person has said so
        (``bevismappe restored --accept``), and is told of.

        Raises:
            LastVaultMissingError, VaultMissingError, PlaceholderError: it is not here; nobody was asked for a
                passphrase.
            OSError: the system does not let us look.
            VaultError: it cannot be opened.
        """
        self._must_be_here(path)
        passphrase = self.passphrase()
        with Vault.open(path, passphrase, heads=self.heads, parameters=self.parameters) as vault:
            lost = vault.losses()
            vault.look_only = bool(lost)
            try:
                yield vault
            finally:
                vault.close()
                if vault.look_only:
                    self.notices.append(Notice("older", older_file_words(lost, self.language)))
                self.notices.extend(notices(vault, self.language))

    def _must_be_here(self, path: Path) -> None:
        """Ask for no passphrase of a vault that is not here."""
        last = self.given.vault is None and path == self.settings.vault
        found = find_vault(path)
        if found is Whereabouts.PLACEHOLDER:
            raise PlaceholderError(path)
        if found is not Whereabouts.HERE and last:
            raise LastVaultMissingError(path)
        if found in {Whereabouts.NO_FILE, Whereabouts.NO_FOLDER}:
            raise VaultMissingError(path)
        path.stat()  # what the system has against it

    @contextmanager
    def open_case(self) -> Iterator[OpenCase]:
        """The case, open until the command ends; remembered as the last used one of its vault."""
        with self.open_vault() as vault:
            last = self.settings.last_case(vault.vault_id)
            wanted = self.given.case
            case_id = only_case(vault, last) if not wanted else ""
            if not case_id:
                case_id = choose_case(list_cases(vault), wanted, last).case_id
            self.settings.remember_case(vault.vault_id, case_id)
            yield open_case(vault, case_id, clock=self.clock, machine=self.machine)
