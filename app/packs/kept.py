"""Where accepted packs and pinned keys lie: a folder beside the settings, read as strictly as strangers' files.

Rules:
- ``trust.json`` holds keys, versions and digests; each pack is its envelope as it came, under its SHA-256. No name of a
  pack or of a publisher is ever a path.
- An envelope is checked again each time it is read, against the pinned key, version and digest. What does not fit is
  left out with the reason, and the program's own pieces stand.
- The pack is written first and the book after it: whatever is cut short, the book speaks of whole packs only.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from app.language import Wording
from app.packs.document import PackDocument
from app.packs.envelope import LONGEST_ENVELOPE, open_envelope
from app.packs.errors import (
    NoSuchPackError,
    PackError,
    PackKeyError,
    PackSignatureError,
    TrustFileError,
)
from app.packs.trust import TrustBook, judge, named, with_pack, without_pack
from atomic_file import write_atomically

TRUST = "trust.json"
_LONGEST_TRUST = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FLAGS = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_BINARY"):
    _FLAGS |= getattr(os, _flag, 0)


class LeftOut(msgspec.Struct, frozen=True):
    """A pack that was accepted and is not used, and why.

    Attributes:
        publisher: what the publisher calls itself; "" where nothing can be read of any.
        title: what the pack is called, where that can be read.
        error: why.
    """

    publisher: str
    title: Wording | None
    error: PackError


class Kept(msgspec.Struct, frozen=True):
    """What was accepted and holds.

    Attributes:
        documents: in the order in which they are in force.
        left_out: what does not fit any more.
    """

    documents: tuple[PackDocument, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


class KeptPacks:
    """The folder; it need not be there.

    Attributes:
        folder: where it is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def book(self) -> TrustBook:
        """Read what is pinned. Raises TrustFileError: it is there and cannot be read."""
        path = self.folder / TRUST
        try:
            data = _read(path, _LONGEST_TRUST)
            book = msgspec.json.decode(data, type=TrustBook)
        except FileNotFoundError:
            return TrustBook()
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise TrustFileError(path) from error
        digests = [each.sha256 for of in book.publishers.values() for each in of.packs.values()]
        if book.format != 1 or not all(_SHA256.fullmatch(each) for each in digests if each):
            raise TrustFileError(path)
        return book

    def read(self) -> Kept:
        """Return what was accepted and holds. Raises TrustFileError."""
        found: list[tuple[int, PackDocument]] = []
        left_out: list[LeftOut] = []
        for id, publisher in self.book().publishers.items():
            for name, pinned in publisher.packs.items():
                if not pinned.sha256:
                    continue
                try:
                    document = self._document(pinned.sha256)
                    pack, by = named(document)
                    if (by.id, pack.id, pack.version) != (id, name, pinned.version):
                        raise PackSignatureError
                    if by.key != publisher.key:
                        raise PackKeyError(by.name, publisher.key, by.key)
                except PackError as error:
                    left_out.append(LeftOut(publisher.name, None, error))
                else:
                    found.append((pinned.order, document))
        found.sort(key=lambda each: each[0])
        return Kept(tuple(document for _, document in found), tuple(left_out))

    def keep(self, envelope: bytes, document: PackDocument, today: date) -> None:
        """Take a pack that the person has accepted.

        Raises:
            PackKeyError, PackVersionError, PackExpiredError: it must not be taken; nothing was changed.
            TrustFileError: what is pinned cannot be read; nothing was changed.
            OSError: it cannot be written; what was in force still is.
        """
        book = self.book()
        judge(document, book, today)
        digest = hashlib.sha256(envelope).hexdigest()
        self.folder.mkdir(parents=True, exist_ok=True)
        with write_atomically(self.folder / _name(digest)) as file:
            file.write(envelope)
        self._write(with_pack(book, document, digest, today))

    def remove(self, name: str) -> None:
        """Take a pack away, by its publisher's name, a stroke and its own; key and version stay pinned.

        Raises:
            NoSuchPackError: there is none.
            TrustFileError: what is pinned cannot be read.
            OSError: it cannot be written.
        """
        book = self.book()
        publisher, _, pack = name.partition("/")
        pinned = book.held(publisher, pack)
        if pinned is None or not pinned.sha256:
            raise NoSuchPackError(name)
        self._write(without_pack(book, publisher, pack))

    def _write(self, book: TrustBook) -> None:
        with write_atomically(self.folder / TRUST) as file:
            file.write(msgspec.json.format(msgspec.json.encode(book), indent=1))
        held = {_name(each.sha256) for of in book.publishers.values() for each in of.packs.values()}
        for path in self.folder.glob("*.pack.json"):
            if path.name not in held:
                with suppress(OSError):
                    path.unlink()

    def _document(self, sha256: str) -> PackDocument:
        """Read one envelope. Raises PackError."""
        try:
            data = _read(self.folder / _name(sha256), LONGEST_ENVELOPE)
        except OSError as error:
            raise NoSuchPackError(sha256[:12]) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise PackSignatureError
        return open_envelope(data)


def _name(sha256: str) -> str:
    return f"{sha256}.pack.json"


def read_plain(path: Path, limit: int, flags: int = 0) -> bytes:
    """Return a plain file; one byte more than the limit at most, and never waiting for one.

    Raises:
        IsADirectoryError: it is a folder.
        OSError: it is no plain file, or cannot be read.
    """
    descriptor = os.open(path, _FLAGS | flags)
    try:
        mode = os.fstat(descriptor).st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        data = b""
        while len(data) <= limit and (piece := os.read(descriptor, limit + 1 - len(data))):
            data += piece
        return data
    finally:
        os.close(descriptor)


def _read(path: Path, limit: int) -> bytes:
    """Return a file of the folder that is no link. Raises OSError: also where it is too long."""
    data = read_plain(path, limit, getattr(os, "O_NOFOLLOW", 0))
    if len(data) > limit:
        raise OSError("too long")
    return data
