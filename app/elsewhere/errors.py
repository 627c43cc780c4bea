"""What can go wrong with a copy elsewhere."""

from __future__ import annotations

from pathlib import Path


class ElsewhereError(Exception):
    """Something of a copy elsewhere."""


class NoCopiesHereError(ElsewhereError):
    """The library that encrypts a copy is not to be had on this machine."""


class CopyFolderError(ElsewhereError):
    """The folder of the copy is not there, or takes nothing.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class CopyKeyError(ElsewhereError):
    """What was given is no recovery key, or not the one that opens this copy."""


class CopyFormError(ElsewhereError):
    """A file of the copy is damaged or incomplete.

    Attributes:
        name: of the file.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NothingToRestoreError(ElsewhereError):
    """No whole copy lies in the folder that this key opens.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path
