"""An opened package in memory."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import BinaryIO


class FakeTree:
    """Files by path; those named in ``refused`` cannot be read.

    Attributes:
        opened: paths in the order they were opened.
        closed: whether it was let go of.
    """

    def __init__(
        self,
        files: Mapping[str, bytes],
        name: str = "bevismappe-leder-00000000",
        checksums: Mapping[str, int] | None = None,
        form: int = 1,
    ) -> None:
        self.name = name
        self.form = form
        self.checksums: Mapping[str, int] = checksums or {}
        self.refused: set[str] = set()
        self.opened: list[str] = []
        self.closed = False
        self._files = dict(files)

    @property
    def files(self) -> Mapping[str, int]:
        return {path: len(data) for path, data in self._files.items()}

    def open(self, path: str) -> BinaryIO:
        self.opened.append(path)
        if path in self.refused:
            raise OSError(path)
        return BytesIO(self._files[path])

    def close(self) -> None:
        self.closed = True
