"""A picture without metadata made from a file that was added, so that it can be shown."""

from __future__ import annotations

import msgspec

from app.casework.decoded import Decoded, Gap
from app.casework.erasing import Erasing
from app.casework.kind import Derived, read_facts
from app.casework.part import Part
from app.language import Language
from app.vocabulary import DrawnAs, PictureColours, PictureGround, PictureWhole, in_words
from evidence_store import EntryId, ObjectBody


class ViewFacts(Part, frozen=True, kw_only=True, tag="view"):
    """A picture without metadata made from a file that was added, so that it can be shown."""

    parent: EntryId
    width_px: int = 0
    height_px: int = 0


class ViewShown(Part, frozen=True, kw_only=True, tag="view_shown"):
    """What was done to the file's picture so that it can be shown (part ``shown``).

    ``percent`` is how much of its height could be read, ``frames`` how many pictures the file has (the first one is
    shown), ``smaller`` how many times smaller the view is.
    """

    whole: PictureWhole = PictureWhole.WHOLE
    percent: int = 100
    frames: int = 1
    smaller: int = 1
    ground: PictureGround = PictureGround.NONE
    colours: PictureColours = PictureColours.AS_THEY_ARE


class ViewPages(Part, frozen=True, kw_only=True, tag="view_pages"):
    """What stands in the view (part ``pages``): of a document, its first ``drawn`` pages of ``pages``."""

    drawn_as: DrawnAs = DrawnAs.PICTURE
    pages: int = 0
    drawn: int = 0


class View(msgspec.Struct, frozen=True):
    """A picture without metadata made from a file, so that the file can be shown."""

    entry: EntryId
    time: str
    facts: ViewFacts
    object: ObjectBody | Gap | None = None
    hidden: bool = False
    shown: ViewShown | Gap | None = None
    pages: ViewPages | Gap | None = None


def pages_sentences(pages: ViewPages, language: Language) -> tuple[str, ...]:
    """What a reader of the picture has to know of a document's pages, or of a page that is our own."""
    sentences: list[str] = []
    if pages.drawn < pages.pages:
        sentences.append(
            language.plural(
                "The first page of {pages}.",
                "The first {count} pages of {pages}.",
                pages.drawn,
                pages=pages.pages,
            )
        )
    elif pages.pages > 1:
        sentences.append(language.plural("The one page.", "All {count} pages.", pages.pages))
    if pages.drawn_as is not DrawnAs.PAGES or pages.drawn > 1:
        sentences.append(in_words(pages.drawn_as, language))
    return tuple(filter(None, sentences))


def _make(entry: Decoded) -> View:
    return View(
        entry.id,
        entry.time,
        read_facts(entry, ViewFacts),
        entry.read("object", ObjectBody),
        shown=entry.read("shown", ViewShown),
        pages=entry.read("pages", ViewPages),
    )


VIEW = Derived(
    tag="view",
    parts={"facts": ViewFacts, "shown": ViewShown, "pages": ViewPages, "object": ObjectBody},
    erasing=Erasing(),
    make=_make,
    shelf="views",
)
