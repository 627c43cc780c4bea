r"""What the workplace has decided for this computer: the folder that new vaults go into. Nothing here is written.

Rules:
- On Windows the machine's policies come before the user's: the value VaultFolder under SOFTWARE\Policies\Bevismappe,
  in HKEY_LOCAL_MACHINE, then in HKEY_CURRENT_USER. On Linux it is ``vault_folder`` in /etc/bevismappe/policy.toml,
  on macOS the key VaultFolder of the managed preferences.
- It comes before what is set in the program. A vault that is there already is opened wherever it lies.
- One folder can be named for everybody: ~ and the system's variables stand for who is at the computer.
- The folder itself is made where the one above it is there. Where nothing can be saved in it, that is said, and no
  other folder is taken instead.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

import msgspec

REGISTRY_KEY = r"SOFTWARE\Policies\Bevismappe"
_VALUE = "VaultFolder"
_HIVES = ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")
_POLICY = Path("etc/bevismappe/policy.toml")
_MANAGED = Path("Library/Managed Preferences")
_DOMAIN = "dk.bevismappe.Bevismappe.plist"


class WorkplaceFolderError(Exception):
    """Nothing can be saved in the folder that the workplace has set."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class Registry(Protocol):
    """Where Windows keeps policies."""

    def text(self, hive: str, key: str, value: str) -> str:
        """Return a value as text, its variables put in; "" where there is none."""
        ...


class Workplace(msgspec.Struct, frozen=True):
    """What is decided.

    Attributes:
        vault_folder: where new vaults go; None where the person chooses.
    """

    vault_folder: Path | None = None

    def vault_file(self, usual: Path) -> Path:
        """Return where a new vault goes, by the name that it would have at its usual place."""
        return usual if self.vault_folder is None else self.vault_folder / usual.name

    def make_ready(self) -> None:
        """See to it that something can be saved in the folder. May wait for a drive.

        Raises:
            WorkplaceFolderError: nothing can be.
        """
        folder = self.vault_folder
        if folder is None:
            return
        if not folder.is_absolute():
            raise WorkplaceFolderError(folder)
        import tempfile

        try:
            folder.mkdir(exist_ok=True)
            # What the rights say is not always what a drive does.
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as error:
            raise WorkplaceFolderError(folder) from error


def read_workplace(
    system: str = sys.platform, registry: Registry | None = None, root: Path = Path("/")
) -> Workplace:
    """Return what the workplace has decided on this computer.

    Args:
        system: as ``sys.platform`` has it.
        registry: where Windows keeps policies; the computer's own where none is handed in.
        root: what the system's files lie under.
    """
    if system == "win32":
        said = _from_registry(registry or _WindowsRegistry())
    elif system == "darwin":
        said = _from_preferences(root / _MANAGED)
    else:
        said = _from_file(root / _POLICY)
    return Workplace(Path(said) if said else None)


def _from_registry(registry: Registry) -> str:
    found = (registry.text(hive, REGISTRY_KEY, _VALUE).strip() for hive in _HIVES)
    return next(filter(None, found), "")


def _from_file(file: Path) -> str:
    try:
        written = file.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError:
        return str(file)
    import tomllib

    try:
        said = tomllib.loads(written.decode("utf-8"))
    except ValueError:
        # It is there and nobody can read it. No folder has its name, so that it is told of and not passed over.
        return str(file)
    return _of_person(said.get("vault_folder", ""))


def _from_preferences(folder: Path) -> str:
    """Return the user's own managed value, else the computer's."""
    import getpass
    import plistlib

    for file in (folder / getpass.getuser() / _DOMAIN, folder / _DOMAIN):
        try:
            said = plistlib.loads(file.read_bytes())
        except FileNotFoundError:
            continue
        except (OSError, ValueError):
            return str(file)
        if said.get(_VALUE):
            return _of_person(said[_VALUE])
    return ""


def _of_person(said: object) -> str:
    """Return a path with its ~ and variables put in."""
    return os.path.expandvars(os.path.expanduser(str(said)))  # noqa: PTH111 - of a text that need not be a path


class _WindowsRegistry:
    """This computer's own registry."""

    def text(self, hive: str, key: str, value: str) -> str:
        said = ""
        if sys.platform == "win32":
            import winreg

            root = winreg.HKEY_LOCAL_MACHINE if hive == _HIVES[0] else winreg.HKEY_CURRENT_USER
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            with suppress(OSError), winreg.OpenKey(root, key, 0, access) as opened:
                said = winreg.ExpandEnvironmentStrings(str(winreg.QueryValueEx(opened, value)[0]))
        return said
