"""An unpacked package."""

from __future__ import annotations

import itertools
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from app.handover.layout import (
    BAG_INFO,
    FOLDERS,
    MAX_FILES,
    MORE_FOLDERS,
    SYSTEM_FOLDER,
    is_known,
)
from app.handover.tree import (
    UnreadablePackageError,
    file_finding,
    form_of,
    is_our_package,
    printable,
    unexpected_file,
    unknown_file,
)
from evidence_store import Finding, FindingKind

_START = 64


class FolderTree:
    """Reads the names once when it is made; raises UnreadablePackageError, OSError."""

    checksums: Mapping[str, int] = {}

    def __init__(self, root: Path) -> None:
        self._root = root
        self.name = root.resolve().name
        self._seen = 0
        self.files: dict[str, int] = {}
        self.findings: list[Finding] = []
        self.form = self._read_form()
        self._folders = FOLDERS | MORE_FOLDERS if self.form > 1 else FOLDERS
        self._walk("")
        if not is_our_package(self):
            raise UnreadablePackageError(FindingKind.NOT_A_PACKAGE)

    def _read_form(self) -> int:
        try:
            with self.open(BAG_INFO) as stream:
                return form_of(stream.read(_START))
        except OSError:
            return 1  # told when all files are read

    def _walk(self, folder: str) -> None:
        with os.scandir(self._root / folder) as listing:
            found = list(itertools.islice(listing, MAX_FILES + 1 - self._seen))
        self._seen += len(found)
        if self._seen > MAX_FILES:
            raise UnreadablePackageError(FindingKind.TOO_LARGE, str(self._seen))
        for untrusted in sorted(found, key=lambda entry: entry.name):
            self._take(f"{folder}/{untrusted.name}".lstrip("/"), untrusted)

    def _take(self, path: str, untrusted: os.DirEntry[str]) -> None:
        if untrusted.is_symlink():
            self.findings.append(file_finding(FindingKind.NOT_A_FILE, printable(path)))
        elif untrusted.is_dir(follow_symlinks=False) and path in self._folders:
            self._walk(path)
        elif not is_known(path, self.form):
            folder = untrusted.is_dir(follow_symlinks=False) and path != SYSTEM_FOLDER
            name = f"{path}/" if path == SYSTEM_FOLDER and untrusted.is_dir() else path
            self.findings.append(unknown_file(path) if folder else unexpected_file(name))
        elif not untrusted.is_file(follow_symlinks=False):
            self.findings.append(file_finding(FindingKind.NOT_A_FILE, path))
        else:
            self.files[path] = untrusted.stat(follow_symlinks=False).st_size

    def open(self, path: str) -> BinaryIO:
        # What has meanwhile become a link or a pipe is refused.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(self._root / path, flags | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(path)
        return os.fdopen(handle, "rb")

    def close(self) -> None:
        pass  # nothing is held open
