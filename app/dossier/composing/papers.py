"""The files that are kept beside words, such as receipts, and go along where the person chose them one by one.

They are no exhibits. In a package one travels as the file of an exhibit whose original and shown entry are the same,
numbered from ``FIRST_PAPER``, so that no verifier has to learn anything; pages call it by a number of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from app.casework import Attached, CaseState, Versioned, Written, file_name_of
from app.dossier import model
from app.dossier.composing.gate import Gate
from app.dossier.composing.written import DisclosedThing, called, role_of
from app.dossier.errors import PaperNotPossibleError
from app.dossier.policy import WRITTEN_SECTIONS, Policy
from app.language import Language
from evidence_store import EntryId, ObjectBody

FIRST_PAPER = 100_001
_OBJECT = "object"


class DisclosedPaper(msgspec.Struct, frozen=True):
    """A file that goes along.

    Attributes:
        number: in the package.
        entry: holds it; of no chain where that is not sealed yet.
        what: what it is, and what it belongs to.
        body: what the vault says of it.
        file: what it was called where it came from, which is for the person alone; "" where nobody looks.
    """

    number: int
    entry: EntryId
    what: str
    body: ObjectBody
    file: str = ""

    def name(self, language: Language) -> str:
        """Return what pages call it."""
        return language.text("Receipt {number}", number=self.number - FIRST_PAPER + 1)

    def printed(self, language: Language) -> model.PrintedPaper:
        """Return it as the lists have it."""
        return model.PrintedPaper(
            number=self.number,
            entry=self.entry,
            name=self.name(language),
            what=self.what,
            media_type=self.body.media_type,
            sha256=self.body.sha256,
        )


def chosen_papers(
    state: CaseState, policy: Policy, wanted: Sequence[EntryId]
) -> frozenset[EntryId]:
    """Return the entries that hold the files that were chosen.

    Raises:
        PaperNotPossibleError: one holds no file, or none that this recipient can get.
    """
    found = set()
    for entry in wanted:
        thing = state.thing_of(entry)
        place = state.places.get(entry)
        if place is None or place.private or not isinstance(thing, Versioned) or thing.hidden:
            raise PaperNotPossibleError(entry.seq)
        attached = getattr(thing.current, "attached", None)
        if not isinstance(attached, Attached) or not isinstance(attached.object, ObjectBody):
            raise PaperNotPossibleError(entry.seq)
        if not policy.opens_chosen(place.tag, _OBJECT):
            raise PaperNotPossibleError(entry.seq)
        found.add(attached.entry)
    return frozenset(found)


def papers_to_choose(
    state: CaseState, policy: Policy
) -> tuple[tuple[Written[Any], Versioned[Any]], ...]:
    """Return what this recipient is told of that holds a file which may go along, each with its kind."""
    return tuple(
        (kind, thing)
        for section, (kind, _) in WRITTEN_SECTIONS.items()
        if section in policy.sections and policy.opens(kind.tag, "facts")
        for thing in state.of(kind)
        if _may_go_along(thing, kind, policy)
    )


def _may_go_along(thing: Versioned[Any], kind: Written[Any], policy: Policy) -> bool:
    attached = getattr(thing.current, "attached", None)
    return (
        not thing.hidden
        and isinstance(attached, Attached)
        and isinstance(attached.object, ObjectBody)
        and policy.opens_chosen(kind.tag, _OBJECT)
        and role_of(thing.current) not in policy.log_leaves_out
    )


def disclose_papers(
    written: Sequence[DisclosedThing],
    chosen: Collection[EntryId],
    gate: Gate,
    language: Language,
) -> dict[EntryId, DisclosedPaper]:
    """Return the files that go along by the things they belong to, in the order in which these are told.

    Raises:
        PaperNotPossibleError: one was chosen of a thing that this recipient is not told of.
    """
    made: dict[EntryId, DisclosedPaper] = {}
    for told in written:
        attached = getattr(told.source.current, "attached", None)
        if not isinstance(attached, Attached):
            continue
        body = gate.disclose_object(told.kind.tag, attached.entry, attached.object)
        if body is not None:
            made[told.source.id] = DisclosedPaper(
                number=FIRST_PAPER + len(made),
                entry=attached.entry,
                what=paper_words(told.kind, called(told, language), language),
                body=body,
                file=file_name_of(told.source.current),
            )
    missing = sorted(set(chosen) - {each.entry for each in made.values()})
    if missing:
        raise PaperNotPossibleError(missing[0].seq)
    return made


def paper_words(kind: Written[Any], belongs_to: str, language: Language) -> str:
    """Return what the file of a thing is, and what it belongs to."""
    return f"{language.text(kind.paper)}. {belongs_to}"


def papers_left_out(
    policy: Policy, along: Sequence[DisclosedPaper], language: Language
) -> model.Omission:
    """Return what is said of such files, whether there are any or not."""
    possible = any(policy.opens_chosen(kind.tag, _OBJECT) for kind, _ in WRITTEN_SECTIONS.values())
    if not possible:
        why = language.text("Not needed by this recipient.")
    else:
        why = language.text("Only what the employee chose is part of this edition.")
    if along:
        what = language.text("Other files that are kept beside the words, such as receipts")
    else:
        what = language.text("Files that are kept beside the words, such as receipts")
    return model.Omission(what, why)


def paper_warnings(along: Sequence[DisclosedPaper], language: Language) -> tuple[str, ...]:
    """Return what the person is told of each before the report is made; the name of the file is theirs alone."""
    return tuple(
        language.text(
            "{name} ({file}) goes along as a file, as you received it. It can hold hidden information, such as"
            " place, device, names and earlier text.",
            name=each.name(language),
            file=each.file or each.body.media_type,
        )
        for each in along
    )
