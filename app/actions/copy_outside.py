"""Give another program a copy of a file: read-only, in a folder of its own that is taken away afterwards.

Rules:
- The copy has a made name, with an ending from its kind: nothing that was received is run by a double click.
- Its folder is the user's alone, in memory where the system offers that, and goes when the copy is let go of, or with
  the program. What a killed program left is taken away when the window starts, and before the next copy is made.
- Whether the other program changes its copy or not, the original in the vault is untouched.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from app.actions.export_original import export_original
from app.actions.open_case import OpenCase
from app.casework import Exhibit
from app.handover import file_name
from evidence_store import ObjectBody

_PREFIX = "bevismappe-copy-"


def name_of_copy(exhibit: Exhibit) -> str:
    """``bilag-005.eml``: a name that says nothing of what the file was called."""
    body = exhibit.object
    return file_name(exhibit.number, body.media_type if isinstance(body, ObjectBody) else "")


class OutsideCopies:
    """The copies that were given out."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` is where they lie; without one, where the system keeps what does not last."""
        self._folder = folder
        self._given: list[tempfile.TemporaryDirectory[str]] = []

    def give(
        self, case: OpenCase, exhibit: Exhibit, *, progress: Callable[[int], None] | None = None
    ) -> Path:
        """Write a copy of the original; ``progress`` as for ``export_original``.

        Raises:
            NoObjectError, ObjectErasedError, ObjectDamagedError: there is nothing whole to copy.
            OSError: the copy cannot be written.
        """
        base = self._folder or _short_lived()
        sweep_copies(base, kept=[Path(given.name) for given in self._given])
        made = tempfile.TemporaryDirectory(prefix=_PREFIX, dir=base, ignore_cleanup_errors=True)
        target = Path(made.name) / name_of_copy(exhibit)
        try:
            export_original(case, exhibit.original, target, progress=progress)
            target.chmod(stat.S_IRUSR)
        except BaseException:
            made.cleanup()
            raise
        self._given.append(made)
        return target

    def release(self) -> None:
        """Take all copies away; one that another program holds fast goes with this program."""
        while self._given:
            self._given.pop().cleanup()


def sweep_copies(base: Path | None = None, kept: Collection[Path] = ()) -> None:
    """Take away what a killed program left: folders of such a name, of this user, but for those that are kept.

    ``base`` is where to look; without one, where the system keeps what does not last.
    """
    for left in (base or _short_lived()).glob(f"{_PREFIX}*"):
        if left not in kept:
            with suppress(OSError):
                _take_away(left)


def _take_away(left: Path) -> None:
    if left.is_symlink() or not left.is_dir():
        return
    if sys.platform == "win32":
        # A file that can only be read cannot be deleted there. Whose it is, the folder above sees to.
        for copy in left.iterdir():
            copy.chmod(stat.S_IWRITE)
    elif left.stat().st_uid != os.getuid():
        return
    shutil.rmtree(left, ignore_errors=True)


def _short_lived() -> Path:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    if runtime.is_absolute() and os.access(runtime, os.W_OK):
        return runtime
    return Path(tempfile.gettempdir())
