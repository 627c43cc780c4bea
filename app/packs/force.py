"""What is in force: the pieces of the program's own pack, each replaced by what accepted packs say in its place. Pure.

Rules:
- A piece of an accepted pack takes the place of the piece of the same id (a rule: of the same id and version, and of
  the versions that it ``replaces``). The program's own stays beside it, to compare with.
- Packs are taken in the order in which they were accepted; the later one stands.
- A pack adds no public holidays, and changes no end of a day that the program has.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from app.casework.deadlines import Rule, Rulebook, RuleTable, RuleTableError, rulebook_of
from app.guidance import GuidanceContact, GuidanceNote, Origin, Standing
from app.packs.document import PackDocument
from app.packs.errors import PackTableError
from app.packs.kept import LeftOut

Piece = TypeVar("Piece", GuidanceNote, GuidanceContact)


class InForce(msgspec.Struct, frozen=True):
    """All that is in force.

    Attributes:
        rulebook: the rules of deadlines.
        notes: the texts, in the order of their files.
        contacts: places to turn to.
        replaced: the program's own rules that packs stand in the place of.
        packs: the packs of others that are in force, in their order.
        left_out: packs that were accepted and are not used, and why.
    """

    rulebook: Rulebook
    notes: tuple[Standing[GuidanceNote], ...]
    contacts: tuple[Standing[GuidanceContact], ...]
    replaced: tuple[Rule, ...] = ()
    packs: tuple[PackDocument, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    def note(self, id: str) -> Standing[GuidanceNote] | None:
        """Return the text of a name; None where there is none."""
        return next((each for each in self.notes if each.piece.id == id), None)

    def notes_on(self, day: date) -> tuple[Standing[GuidanceNote], ...]:
        """Return the texts that hold on a day."""
        return tuple(each for each in self.notes if each.piece.holds_on(day))

    def contacts_on(self, day: date) -> tuple[Standing[GuidanceContact], ...]:
        """Return the places to turn to on a day."""
        return tuple(each for each in self.contacts if each.piece.holds_on(day))


def in_force(builtin: Sequence[PackDocument], accepted: Iterable[PackDocument] = ()) -> InForce:
    """Return what holds, with what accepted packs say in its place.

    Raises:
        PackTableError: what comes out of it is no whole set of rules.
    """
    packs = tuple(accepted)
    own = next((each.origin for each in builtin if each.pack is not None), Origin())
    rules = [(rule, own) for each in builtin for rule in each.rule]
    kept = list(rules)
    for pack in packs:
        kept = _with_rules(kept, pack)
    ends = {end.id: end for each in builtin for end in each.day_end}
    for pack in packs:
        if pack.public_holidays:
            raise PackTableError("a pack has no public holidays of its own")
        for end in pack.day_end:
            if ends.setdefault(end.id, end) != end:
                raise PackTableError(f"{end.id} is there already")
    holidays = {year: days for each in builtin for year, days in each.public_holidays.items()}
    table = RuleTable(tuple(rule for rule, _ in kept), tuple(ends.values()), holidays)
    try:
        book = rulebook_of([table])
    except RuleTableError as error:
        raise PackTableError(error.reason) from error
    by_name = {(rule.id, rule.version): rule for rule, _ in kept}
    return InForce(
        rulebook=msgspec.structs.replace(
            book, origins={(rule.id, rule.version): origin for rule, origin in kept}
        ),
        notes=_standing([(n, own) for d in builtin for n in d.note], [(d, d.note) for d in packs]),
        contacts=_standing(
            [(c, own) for d in builtin for c in d.contact], [(d, d.contact) for d in packs]
        ),
        replaced=tuple(
            rule for rule, _ in rules if by_name.get((rule.id, rule.version)) is not rule
        ),
        packs=packs,
    )


def _with_rules(rules: list[tuple[Rule, Origin]], pack: PackDocument) -> list[tuple[Rule, Origin]]:
    """Return the rules with those of a pack in the place of what they replace."""
    for rule in pack.rule:
        gone = {(rule.id, version) for version in (rule.version, *rule.replaces)}
        places = [n for n, (each, _) in enumerate(rules) if (each.id, each.version) in gone]
        place = places[0] if places else len(rules)
        before = [each for n, each in enumerate(rules[:place]) if n not in places]
        after = [each for n, each in enumerate(rules[place:], place) if n not in places]
        rules = [*before, (rule, pack.origin), *after]
    return rules


def _standing(
    own: Sequence[tuple[Piece, Origin]],
    packs: Iterable[tuple[PackDocument, tuple[Piece, ...]]],
) -> tuple[Standing[Piece], ...]:
    found = {piece.id: Standing(piece, origin) for piece, origin in own}
    built_in = {piece.id: piece for piece, _ in own}
    for document, pieces in packs:
        for piece in pieces:
            before = built_in.get(piece.id)
            found[piece.id] = Standing(piece, document.origin, before if before != piece else None)
    return tuple(found.values())
