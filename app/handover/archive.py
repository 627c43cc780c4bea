"""A zip whose every byte follows from the files in it: stored, fixed times and modes, nothing extra.

Members are streamed; the format's own limits (4 GiB, 65,535 members) are checked by the caller beforehand.
"""

from __future__ import annotations

import contextlib
import hashlib
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Self

SLICE = 1024 * 1024
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Archive:
    """Writes members into one folder of a zip, noting each one's SHA-256 and size."""

    def __init__(self, target: BinaryIO, top: str) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, allowZip64=False)
        self._top = top
        self.digests: dict[str, str] = {}
        self.sizes: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        # A zip that is given up is closed too, or it would write its end whenever it is collected.
        with contextlib.suppress(*(() if kind is None else (OSError, ValueError))):
            self._zip.close()

    def add(self, path: str, slices: Iterator[bytes]) -> None:
        """Write one member from slices of bytes."""
        info = zipfile.ZipInfo(f"{self._top}/{path}", _EPOCH)
        info.create_system = _UNIX
        info.external_attr = _PLAIN_FILE
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w") as member:
            for data in slices:
                digest.update(data)
                size += len(data)
                member.write(data)
        self.digests[path] = digest.hexdigest()
        self.sizes[path] = size

    def add_bytes(self, path: str, data: bytes) -> None:
        """Write one small member."""
        self.add(path, iter((data,)))


def read_slices(stream: BinaryIO) -> Iterator[bytes]:
    """Yield a stream in slices of 1 MiB."""
    return iter(lambda: stream.read(SLICE), b"")
