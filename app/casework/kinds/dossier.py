"""A dossier that was made, and a package that was saved."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Gap
from app.casework.kind import Around, Single, read_facts
from app.casework.part import Part
from app.casework.wording import Badge, Icon, Labelled, Tone, dotted, filled
from app.language import Language, deferred
from app.vocabulary import minute, recipient
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


class FileMade(msgspec.Struct, frozen=True):
    """A file that was written for one package and is the bytes of no entry."""

    path: str
    sha256: str
    size: int


class EntryAlong(msgspec.Struct, frozen=True):
    """A file that is the bytes of an entry and goes along beside the exhibits."""

    path: str
    entry: EntryId


class ForeignLog(msgspec.Struct, frozen=True):
    """The log of somebody else that goes along, and the entry that it ends with."""

    path: str
    chain: str
    seq: int
    hash: str
    size: int


class DossierPackage(Part, frozen=True, kw_only=True, tag="dossier_package"):
    """What goes along in the package beside dossier and exhibits (part ``package``). It is shown in that package alone.

    Each list is in the order of its paths. ``edition`` is the version's name, such as 1.1, and ``before`` the dossier
    of the version before it for the same recipient.
    """

    made: tuple[FileMade, ...] = ()
    entries: tuple[EntryAlong, ...] = ()
    chains: tuple[ForeignLog, ...] = ()
    edition: str = ""
    before: EntryId | None = None


class DeliveryFacts(Part, frozen=True, kw_only=True, tag="delivery"):
    """A package that was saved: the dossier in it, and the SHA-256 of the package itself.

    Whether it was given to anybody is for ``handed_over`` to say.
    """

    dossier: EntryId
    recipient: str = ""
    package_sha256: str = ""
    package_size: int = 0


class PackagePart(msgspec.Struct, frozen=True):
    """One file of a package that was shared out over several."""

    sha256: str
    size: int


class DeliveryPackage(Part, frozen=True, kw_only=True, tag="delivery_package"):
    """Which version was saved, and its files where there are several; the facts name the first of them."""

    edition: str = ""
    parts: tuple[PackagePart, ...] = ()


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
    package: DeliveryPackage | Gap | None = None

    @property
    def edition(self) -> str:
        """The name of the version; "" where it has none, as of earlier programs."""
        return self.package.edition if isinstance(self.package, DeliveryPackage) else ""

    @property
    def sizes(self) -> tuple[int, ...]:
        """Bytes of each of its files."""
        parts = self.package.parts if isinstance(self.package, DeliveryPackage) else ()
        return tuple(each.size for each in parts) or (self.facts.package_size,)


def _pages(dossier: SealedDossier, language: Language) -> str:
    return language.plural("{count} page", "{count} pages", dossier.facts.pages)


def _dossier_line(dossier: SealedDossier, _: Around, language: Language) -> tuple[str, str]:
    title = dotted(language.text("Report made"), recipient(dossier.facts.recipient, language))
    return title, _pages(dossier, language)


def _dossier_details(dossier: SealedDossier, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    return filled(
        Labelled(text("Recipient"), recipient(dossier.facts.recipient, language)),
        Labelled(text("Made"), minute(dossier.time, language)),
        Labelled(text("Extent"), _pages(dossier, language)),
        Labelled(text("Exhibits"), ", ".join(str(each.number) for each in dossier.facts.exhibits)),
    )


def _delivery_line(delivery: Delivery, _: object, language: Language) -> tuple[str, str]:
    text, facts = language.text, delivery.facts
    title = dotted(text("Package saved"), recipient(facts.recipient, language))
    size = language.size(sum(delivery.sizes))
    if delivery.edition:
        return title, text("Version {name}, package of {size}", name=delivery.edition, size=size)
    return title, text("Package of {size}", size=size)


def _delivery_details(delivery: Delivery, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    return filled(
        Labelled(text("Recipient"), recipient(delivery.facts.recipient, language)),
        Labelled(text("Saved"), minute(delivery.time, language)),
        Labelled(text("Version"), delivery.edition),
        Labelled(text("Size of the package"), _size(delivery, language)),
    )


def _size(delivery: Delivery, language: Language) -> str:
    whole = language.size(sum(delivery.sizes))
    if len(delivery.sizes) == 1:
        return whole
    return language.plural(
        "{size} in {count} part", "{size} in {count} parts", len(delivery.sizes), size=whole
    )


def called(thing: SealedDossier | Delivery, language: Language) -> str:
    """Return what names one report or package among others: when it was made or saved."""
    when = minute(thing.time, language)
    if isinstance(thing, Delivery):
        return language.text("The package that was saved {when}", when=when)
    return language.text("The report that was made {when}", when=when)


DOSSIER: Single[SealedDossier] = Single(
    tag="dossier",
    name=deferred("dossier"),
    parts={"facts": DossierFacts, "package": DossierPackage, "object": ObjectBody},
    searched={"facts": ("recipient",)},
    make=lambda entry: SealedDossier(
        entry.id, entry.time, read_facts(entry, DossierFacts), entry.read("object", ObjectBody)
    ),
    badge=Badge(deferred("Report"), Tone.OK),
    icon=Icon.DOCUMENT,
    line=_dossier_line,
    details=_dossier_details,
    brief=lambda dossier, language: recipient(dossier.facts.recipient, language),
    fingerprint=lambda made: made.object.sha256 if isinstance(made.object, ObjectBody) else "",
    receipt=lambda made: made.entry,
)
DELIVERY: Single[Delivery] = Single(
    tag="delivery",
    name=deferred("package"),
    parts={"facts": DeliveryFacts, "package": DeliveryPackage},
    searched={"facts": ("recipient",)},
    make=lambda entry: Delivery(
        entry.id,
        entry.time,
        read_facts(entry, DeliveryFacts),
        entry.read("package", DeliveryPackage),
    ),
    badge=Badge(deferred("Package"), Tone.OK),
    icon=Icon.BOX,
    line=_delivery_line,
    details=_delivery_details,
    brief=lambda delivery, language: recipient(delivery.facts.recipient, language),
    fingerprint=lambda saved: saved.facts.package_sha256,
    receipt=lambda saved: saved.facts.dossier,
)
