"""Makes an installer by wixl, and mends what wixl leaves open: codes, times, the shortcut's name for the task bar."""

from __future__ import annotations

import hashlib
import os
import subprocess
import tempfile
import uuid
from pathlib import Path

from tools.windows.compound import with_fixed_times
from tools.windows.tree import tree_files
from tools.windows.wxs import APP_ID, ICON, LANGUAGE, NAMESPACE, SHORTCUT, Scope, describe

# The property of a shortcut by which the task bar puts windows and shortcut together.
_APP_ID_KEY = "{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}, 5"
_SHORTCUT_PROPERTY = (
    "MsiShortcutProperty\tShortcut_\tPropertyKey\tPropVariantValue\r\n"
    "s72\ts72\ts255\ts255\r\n"
    "MsiShortcutProperty\tMsiShortcutProperty\r\n"
    f"AppId\t{SHORTCUT}\t{_APP_ID_KEY}\t{APP_ID}\r\n"
)


def build_msi(tree: Path, version: str, scope: Scope, icon: bytes, epoch_s: int) -> bytes:
    """Return an installer of a folder.

    Args:
        tree: the folder; all times of its files are ``epoch_s``.
        version: of the product.
        scope: for whom it is installed.
        icon: the program's sign as .ico.
        epoch_s: the time that stands in it.

    Raises:
        subprocess.CalledProcessError: wixl or msibuild failed.
    """
    files = tree_files(tree)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / ICON).write_bytes(icon)
        os.utime(folder / ICON, (epoch_s, epoch_s))
        (folder / "tree").symlink_to(tree.absolute())
        text = describe(version, scope, files, "tree")
        (folder / "installer.wxs").write_text(text, encoding="utf-8")
        (folder / "MsiShortcutProperty.idt").write_bytes(_SHORTCUT_PROPERTY.encode("ascii"))
        _run(folder, "wixl", "--arch", "x64", "--output", "out.msi", "installer.wxs")
        code = "{" + _package_code(text, tree, files) + "}"
        about = ("Installation Database", "Bevismappe", f"x64;{LANGUAGE}", code)
        _run(folder, "msibuild", "out.msi", "-i", "MsiShortcutProperty.idt")
        _run(folder, "msibuild", "out.msi", "-s", *about)
        return with_fixed_times((folder / "out.msi").read_bytes(), epoch_s)


def _package_code(text: str, tree: Path, files: list[str]) -> str:
    """The identity of one installer: another one where one byte of it is another."""
    digest = hashlib.sha256(text.encode("utf-8"))
    for name in files:
        digest.update(name.encode("utf-8") + b"\0")
        digest.update(hashlib.sha256((tree / name).read_bytes()).digest())
    return str(uuid.uuid5(NAMESPACE, digest.hexdigest())).upper()


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, env={**os.environ, "TZ": "UTC"}, check=True)
