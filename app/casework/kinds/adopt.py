"""An exhibit that a colleague sealed on their own computer, taken over from their package: the next exhibit.

Their chain is kept beside ours as it came; this entry says which entry of it the exhibit was, and holds its bytes.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.casework.decoded import Gap
from app.casework.erasing import Erasing
from app.casework.kind import Original
from app.casework.kinds.file import (
    FileClaims,
    FileContents,
    FileFacts,
    FileFindings,
    FileFull,
    FileLikeness,
    FileSource,
    with_size,
)
from app.casework.part import Part
from app.casework.wording import Labelled, filled
from app.language import Language
from app.vocabulary import exact
from evidence_store import EntryId, ObjectBody


class AdoptFacts(FileFacts, frozen=True, kw_only=True, tag="adopt"):
    """An exhibit of somebody else's chain; ``added_at`` is when it was taken over here."""


class AdoptFull(FileFull, frozen=True, kw_only=True, tag="adopt_full"):
    """How many bytes it has (part ``full``); leaves with nothing."""


class AdoptOrigin(Part, frozen=True, kw_only=True, tag="adopt_origin"):
    """Where it stands in the other chain (part ``origin``).

    It stands in every one: by its presence the exhibit keeps its number after its facts were erased.
    ``entry`` is that of the other chain, ``hash`` that entry's own, ``number`` the exhibit's number there;
    ``sealed_at`` and ``captured_at`` are by that computer's clock; the second is "" where it was no capture.
    """

    entry: EntryId | None = None
    hash: str = ""
    number: int = 0
    sealed_at: str = ""
    captured_at: str = ""


class AdoptColleague(Part, frozen=True, kw_only=True, tag="adopt_colleague"):
    """Whose computer it was (part ``colleague``), as the person says, or as the other chain does."""

    name: str = ""


class AdoptSource(FileSource, frozen=True, kw_only=True, tag="adopt_source"):
    """What the file is called in the package (part ``source``); shown to nobody by default."""


class AdoptFindings(FileFindings, frozen=True, kw_only=True, tag="adopt_findings"):
    """What was found in the file beside its picture (part ``findings``); shown to nobody."""


class AdoptClaims(FileClaims, frozen=True, kw_only=True, tag="adopt_claims"):
    """What the file, and the other chain of its link, say of it (part ``claims``). Shown to nobody."""


class AdoptContents(FileContents, frozen=True, kw_only=True, tag="adopt_contents"):
    """The words in the file, so that it is found (part ``contents``). Shown to nobody."""


class AdoptLikeness(FileLikeness, frozen=True, kw_only=True, tag="adopt_likeness"):
    """How its picture looks (part ``likeness``). Shown to nobody."""


def adopted(
    origin: AdoptOrigin | Gap | None, colleague: AdoptColleague | Gap | None, language: Language
) -> tuple[Labelled, ...]:
    """Return what is said of where an exhibit was taken over from, label by label."""
    if not isinstance(origin, AdoptOrigin):
        return ()
    text = language.text
    name = colleague.name if isinstance(colleague, AdoptColleague) else ""
    place = ""
    if origin.entry is not None:
        place = text(
            "Entry {seq} of the log {chain}", seq=origin.entry.seq, chain=origin.entry.chain
        )
    return filled(
        Labelled(text("Taken over from"), name or text("a colleague’s computer")),
        Labelled(
            text("Taken, by that computer’s clock"),
            exact(origin.captured_at, language) if origin.captured_at else "",
        ),
        Labelled(
            text("Sealed, by that computer’s clock"),
            exact(origin.sealed_at, language) if origin.sealed_at else "",
        ),
        Labelled(text("Number there"), text("Exhibit {number}", number=origin.number)),
        Labelled(text("Place there"), place),
    )


def left_behind(numbers: Sequence[int], language: Language) -> tuple[str, ...]:
    """Return what is said of exhibits that have no file in a colleague's package; nothing where there are none."""
    if not numbers:
        return ()
    return (
        language.plural(
            "Exhibit {numbers} there has no file in the package and was not taken over.",
            "Exhibits {numbers} there have no files in the package and were not taken over.",
            len(numbers),
            numbers=", ".join(map(str, numbers)),
        ),
    )


ADOPT = Original(
    tag="adopt",
    parts={
        "facts": AdoptFacts,
        "full": AdoptFull,
        "origin": AdoptOrigin,
        "colleague": AdoptColleague,
        "source": AdoptSource,
        "findings": AdoptFindings,
        "claims": AdoptClaims,
        "contents": AdoptContents,
        "likeness": AdoptLikeness,
        "object": ObjectBody,
    },
    searched={
        "colleague": ("name",),
        "claims": ("sender", "receivers", "subject", "link"),
        "contents": ("text",),
    },
    erasing=Erasing(
        lists=(
            *("view", "working_copy", "incident", "note", "own_reply", "witness_statement"),
            *("own_statement", "recheck"),
        )
    ),
    known_by="origin",
    whole=with_size,
)
