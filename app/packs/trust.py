"""Which packs are taken: a publisher's first key, and versions that count up. Pure.

Rules:
- The first key of a publisher is taken when the person has accepted it with its fingerprint before their eyes. From
  then on it is pinned: a pack of that publisher with another key is refused, and so is one of another publisher that
  calls itself by the same name.
- A version is taken once, and never a lower one; also where the pack was taken away meanwhile.
- A pack that has run out is not accepted. One that runs out later stays, and all of it asks for care.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date

import msgspec
from msgspec.structs import replace

from app.packs.document import PackDocument, PackHead, Publisher
from app.packs.envelope import fingerprint
from app.packs.errors import PackExpiredError, PackKeyError, PackTableError, PackVersionError


class PinnedPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pack that was accepted.

    Attributes:
        version: the highest that was accepted.
        sha256: of its envelope; "" where it was taken away.
        accepted_on: when.
        order: packs are in force in this order, the last one on top.
    """

    version: int
    sha256: str
    accepted_on: date
    order: int


class PinnedPublisher(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A publisher whose key was accepted.

    Attributes:
        name: what it called itself then.
        key: its public key.
        pinned_on: when.
        packs: its packs by their names.
    """

    name: str
    key: str
    pinned_on: date
    packs: Mapping[str, PinnedPack] = {}


class TrustBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All publishers by their names for us."""

    format: int = 1
    publishers: Mapping[str, PinnedPublisher] = {}

    def knows(self, publisher: Publisher) -> bool:
        """Return whether its key is pinned."""
        pinned = self.publishers.get(publisher.id)
        return pinned is not None and pinned.key == publisher.key

    def held(self, publisher: str, pack: str) -> PinnedPack | None:
        """Return what is known of a pack; None where nothing is."""
        pinned = self.publishers.get(publisher)
        return pinned.packs.get(pack) if pinned is not None else None


def named(document: PackDocument) -> tuple[PackHead, Publisher]:
    """Return what a pack is and whose. Raises PackTableError: it does not say."""
    if document.pack is None or document.publisher is None:
        raise PackTableError("does not say what it is and whose")
    return document.pack, document.publisher


def judge(document: PackDocument, book: TrustBook, today: date) -> None:
    """Refuse a pack that must not be taken.

    Raises:
        PackKeyError: its key is another one than that of its publisher.
        PackVersionError: it is not newer.
        PackExpiredError: it has run out.
    """
    pack, publisher = named(document)
    for id, known in book.publishers.items():
        same = id == publisher.id or _folded(known.name) == _folded(publisher.name)
        if same and known.key != publisher.key:
            raise PackKeyError(publisher.name, fingerprint(known.key), fingerprint(publisher.key))
    held = book.held(publisher.id, pack.id)
    if held is not None and pack.version <= held.version:
        raise PackVersionError(pack.version, held.version)
    if pack.expires_on < today:
        raise PackExpiredError(pack.expires_on)


def with_pack(book: TrustBook, document: PackDocument, sha256: str, today: date) -> TrustBook:
    """Return the book with a pack that was accepted, and its publisher's key pinned."""
    pack, publisher = named(document)
    every = [each.order for known in book.publishers.values() for each in known.packs.values()]
    taken = PinnedPack(pack.version, sha256, today, max(every, default=0) + 1)
    known = book.publishers.get(publisher.id)
    if known is None:
        known = PinnedPublisher(publisher.name, publisher.key, today)
    known = replace(known, name=publisher.name, packs={**known.packs, pack.id: taken})
    return replace(book, publishers={**book.publishers, publisher.id: known})


def without_pack(book: TrustBook, publisher: str, pack: str) -> TrustBook:
    """Return the book without a pack; its version and its publisher's key stay known."""
    known = book.publishers[publisher]
    gone = replace(known.packs[pack], sha256="")
    known = replace(known, packs={**known.packs, pack: gone})
    return replace(book, publishers={**book.publishers, publisher: known})


def _folded(name: str) -> str:
    """A name as the eye takes it: without differences of case, width and blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
