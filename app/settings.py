"""Settings of this machine: an ini file in the user's configuration folder. Qt-free, no secrets.

What is printed in a dossier (name, workplace) is evidence and stands in the vault, not here. The file holds no
case titles: the last used case is remembered by its random id.
"""

from __future__ import annotations

import configparser
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import platformdirs

_APP = "Bevismappe"
_FILE_NAME = "settings.ini"
_GENERAL = "general"
_CASES = "last_case"
# A path may hold bytes that are no text; they come back as they were.
_PATHS = "surrogateescape"


class Settings:
    """The settings file; a missing or unreadable one is the same as an empty one.

    What is remembered is a convenience: a folder that takes no file must not keep anybody from sealing a picture, so
    a write that is refused is let be, and the value holds until the program ends.

    Attributes:
        file: the ini file.
    """

    def __init__(self, file: Path) -> None:
        """Read the file, if it is there."""
        self.file = file
        self._values = configparser.ConfigParser(interpolation=None)
        try:
            self._values.read_string(file.read_text(encoding="utf-8", errors=_PATHS))
        except (OSError, configparser.Error):
            self._values.clear()

    @property
    def language(self) -> str:
        """The chosen language's code; empty while nothing was chosen."""
        return self._values.get(_GENERAL, "language", fallback="")

    @property
    def vault(self) -> Path | None:
        """The vault that was opened last."""
        path = self._values.get(_GENERAL, "vault", fallback="")
        return Path(path) if path else None

    def last_case(self, vault_id: str) -> str:
        """Id of the case that was used last in that vault, or ""."""
        return self._values.get(_CASES, vault_id, fallback="")

    def remember_vault(self, path: Path) -> None:
        """Remember the vault that was opened."""
        self._set(_GENERAL, "vault", str(path))

    def remember_case(self, vault_id: str, case_id: str) -> None:
        """Remember the case that was used in that vault."""
        self._set(_CASES, vault_id, case_id)

    def _set(self, section: str, key: str, value: str) -> None:
        if self._values.get(section, key, fallback=None) == value:
            return
        if not self._values.has_section(section):
            self._values.add_section(section)
        self._values.set(section, key, value)
        with suppress(OSError):
            self._write()

    def _write(self) -> None:
        """Whole or not at all, also when two commands write at once."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".settings-", suffix=".part", dir=self.file.parent)
        scratch = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors=_PATHS) as target:
                self._values.write(target)
            scratch.replace(self.file)
        finally:
            scratch.unlink(missing_ok=True)


def settings_file() -> Path:
    """Where this machine's settings lie."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / _FILE_NAME


def heads_folder() -> Path:
    """Where the heads of vaults are remembered, away from the vaults themselves."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "heads"


def default_vault() -> Path:
    """Where a vault is made when nobody says otherwise."""
    return Path(platformdirs.user_documents_dir()) / "Bevismappe" / "min.bevismappe"
