"""What others may come to ask about, in words: each once, with the things that it is said of. Calm."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from app.casework.review import LimitMet, Review, ReviewRule, Weakness
from app.language import Language
from evidence_store import EntryId


class Told(msgspec.Struct, frozen=True):
    """One weakness or limit, with all that it is said of.

    Attributes:
        rule: the id of its rule.
        title: what others may ask about.
        why: why they may.
        fix: what one can do; "" for a limit.
        about: the things, in the order of the ledger; none for the case as a whole.
        weakness: what the window needs to lead to it; None for a limit.
    """

    rule: str
    title: str
    why: str
    fix: str
    about: tuple[EntryId, ...]
    weakness: ReviewRule | None = None


def weaknesses_told(found: Review, language: Language) -> tuple[Told, ...]:
    """Return each weakness once, in their order."""
    return tuple(_told(each, language) for each in _by_rule(found.weaknesses))


def limits_told(found: Review, language: Language) -> tuple[Told, ...]:
    """Return each limit once, in their order."""
    return tuple(_told(each, language) for each in _by_rule(found.limits))


def review_lines(
    found: Review, name: Callable[[EntryId], str], language: Language
) -> tuple[str, ...]:
    """Return the whole, for a terminal."""
    text = language.text
    lines = [asked_words(language) if found.weaknesses else nothing_words(language)]
    lines += [
        line for each in weaknesses_told(found, language) for line in _lines(each, name, language)
    ]
    limits = limits_told(found, language)
    if limits:
        lines.append(f"{text('Limits')}: {limits_words(language)}")
        lines += [line for each in limits for line in _lines(each, name, language)]
    return tuple(lines)


def asked_words(language: Language) -> str:
    """Return what stands above the weaknesses."""
    return language.text("Others may come to ask about this. Mend what you can.")


def nothing_words(language: Language) -> str:
    """Return what is said where there is nothing to mend."""
    return language.text("There is nothing to mend.")


def limits_words(language: Language) -> str:
    """Return what stands above the limits."""
    return language.text("Nobody can change these, and they are not your fault.")


def _by_rule(
    found: Sequence[Weakness] | Sequence[LimitMet],
) -> list[list[Weakness | LimitMet]]:
    groups: dict[str, list[Weakness | LimitMet]] = {}
    for each in found:
        groups.setdefault(each.rule.id, []).append(each)
    return list(groups.values())


def _told(found: Sequence[Weakness | LimitMet], language: Language) -> Told:
    rule, code = found[0].rule, language.code
    mended = rule if isinstance(rule, ReviewRule) else None
    return Told(
        rule=rule.id,
        title=rule.title.of(code),
        why=rule.why.of(code),
        fix=mended.fix.of(code) if mended is not None else "",
        about=tuple(each.about for each in found if each.about is not None),
        weakness=mended,
    )


def _lines(told: Told, name: Callable[[EntryId], str], language: Language) -> Iterator[str]:
    where = ", ".join(map(name, told.about)) or language.text("the whole case")
    yield f"  {told.title} [{where}]"
    yield f"      {' '.join(filter(None, (told.why, told.fix)))}"
