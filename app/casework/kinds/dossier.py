"""A dossier that was made, and a package that was saved."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.kind import Single, read_facts
from app.casework.part import Part
from app.language import deferred
from evidence_store import EntryId, ObjectBody


class ShownExhibit(msgspec.Struct, frozen=True):
    """An exhibit in a dossier: its number, the original it stands for, and the entry of what is shown."""

    number: int
    original: EntryId
    shown: EntryId


class DossierFile(msgspec.Struct, frozen=True):
    """A file that goes along with a dossier: its exhibit, the entry that sealed it, and its place in the package."""

    number: int
    entry: EntryId
    path: str


class DossierFacts(Part, frozen=True, kw_only=True, tag="dossier"):
    """A dossier that was made and sealed. ``head`` is the entry whose receipt code is printed in it.

    ``files`` lists the files of the exhibits that go along in its package. None: the dossier says nothing of it, as
    one made without a package, or by a version that did not list them.
    """

    head: EntryId
    recipient: str = ""
    language: str = "da"
    pages: int = 0
    exhibits: tuple[ShownExhibit, ...] = ()
    files: tuple[DossierFile, ...] | None = None


class DeliveryFacts(Part, frozen=True, kw_only=True, tag="delivery"):
    """A package that was saved: the dossier in it, and the SHA-256 of the package itself.

    Whether it was given to anybody is for ``handed_over`` to say.
    """

    dossier: EntryId
    recipient: str = ""
    package_sha256: str = ""
    package_size: int = 0


class SealedDossier(msgspec.Struct, frozen=True):
    """A dossier that was made."""

    entry: EntryId
    time: str
    facts: DossierFacts
    object: ObjectBody | Gap | None = None


class Delivery(msgspec.Struct, frozen=True):
    """A package that was saved."""

    entry: EntryId
    time: str
    facts: DeliveryFacts


DOSSIER: Single[SealedDossier] = Single(
    tag="dossier",
    name=deferred("dossier"),
    parts={"facts": DossierFacts, "object": ObjectBody},
    searched={"facts": ("recipient",)},
    make=lambda entry: SealedDossier(
        entry.id, entry.time, read_facts(entry, DossierFacts), entry.read("object", ObjectBody)
    ),
)
DELIVERY: Single[Delivery] = Single(
    tag="delivery",
    name=deferred("package"),
    parts={"facts": DeliveryFacts},
    searched={"facts": ("recipient",)},
    make=lambda entry: Delivery(entry.id, entry.time, read_facts(entry, DeliveryFacts)),
)
