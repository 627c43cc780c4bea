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


class CopyAwayError(ElsewhereError):
    """The folder that a copy is read from is not there, or was taken away meanwhile.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class OtherKeyError(ElsewhereError):
    """There are files of a copy, and the key opens none of them.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class CopyKeyError(ElsewhereError):
    """What was given is no recovery key."""


class CopyFormError(ElsewhereError):
    """A file of the copy is damaged or incomplete, or is locked with another key.

    Attributes:
        name: of the file.
        other_key: whether the key is not the one that it is locked with.
    """

    def __init__(self, name: str, *, other_key: bool = False) -> None:
        super().__init__(name)
        self.name = name
        self.other_key = other_key


class NothingToRestoreError(ElsewhereError):
    """No file of a copy lies in the folder.

    Attributes:
        path: the folder.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NoWholeCopyError(ElsewhereError):
    """No whole copy in the folder can be read to its end.

    Attributes:
        path: the folder.
        damaged: how many files cannot be read.
    """

    def __init__(self, path: Path, damaged: int) -> None:
        super().__init__(str(path))
        self.path = path
        self.damaged = damaged
