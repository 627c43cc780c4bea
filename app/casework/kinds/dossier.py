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
    return title, text("Package of {size}", size=language.size(facts.package_size))


def _delivery_details(delivery: Delivery, language: Language) -> tuple[Labelled, ...]:
    text = language.text
    return filled(
        Labelled(text("Recipient"), recipient(delivery.facts.recipient, language)),
        Labelled(text("Saved"), minute(delivery.time, language)),
        Labelled(text("Size of the package"), language.size(delivery.facts.package_size)),
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
    parts={"facts": DossierFacts, "object": ObjectBody},
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
    parts={"facts": DeliveryFacts},
    searched={"facts": ("recipient",)},
    make=lambda entry: Delivery(entry.id, entry.time, read_facts(entry, DeliveryFacts)),
    badge=Badge(deferred("Package"), Tone.OK),
    icon=Icon.BOX,
    line=_delivery_line,
    details=_delivery_details,
    brief=lambda delivery, language: recipient(delivery.facts.recipient, language),
    fingerprint=lambda saved: saved.facts.package_sha256,
    receipt=lambda saved: saved.facts.dossier,
)
