"""What can be chosen, as lines: recipients, exhibits, what to ask for. Pure but for reading the policies. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from app.actions.read_guidance import policy_in_force
from app.casework import (
    CaseState,
    Exhibit,
    ExhibitKind,
    Gap,
    WorkingCopy,
    came_with,
    dotted,
    frame_words,
    parent_of,
)
from app.casework.kinds.by_vault import TOMBSTONE
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.file import FileFacts, FileFrame, FileSource
from app.casework.kinds.working_copy import WorkingCopyRedactions
from app.dossier import (
    WRITTEN_SECTIONS,
    Choices,
    ChosenWords,
    Policy,
    Section,
    examples_of,
    recipients,
    words_to_choose,
)
from app.language import Language
from app.markup import black_areas
from app.ui.report.model import ChoiceLine, RecipientOption, ReportDraft
from app.vocabulary import Role, lowered, moment_of

_NAMED = 3
"""Kinds of written things that a card names; more would be a wall of words, and the page beside it shows them all."""

T = TypeVar("T")


def read_policies(resources: Path, packs: Path) -> tuple[Policy, ...]:
    """Return all policies as accepted packs have narrowed them, nearest to the work first.

    Raises:
        PolicyError: a file says something that is not understood.
        BuiltInPackError: the guidance of the program cannot be read.
    """
    order = tuple(Role)
    found = [
        policy_in_force(resources, recipient, packs)[0]
        for recipient in recipients(resources / "recipients")
    ]
    return tuple(sorted(found, key=lambda policy: (order.index(policy.role), policy.recipient)))


def options(
    policies: Sequence[Policy], state: CaseState, language: Language
) -> tuple[RecipientOption, ...]:
    """Return the recipients."""
    return tuple(
        RecipientOption(
            id=policy.recipient,
            name=policy.name.of(language.code),
            line=_in_a_line(policy, state, language),
            badge=language.plural(
                "{count} exhibit", "{count} exhibits", len(included(state, policy))
            ),
        )
        for policy in policies
    )


def _in_a_line(policy: Policy, state: CaseState, language: Language) -> str:
    """Return what this recipient gets of what there is, told from the very data that decides it."""
    words: dict[str, str] = {
        Section.ASKS: language.text("what you ask for"),
        Section.TIMELINE: language.text("course of events"),
        Section.EXHIBITS: language.text("exhibits"),
        "notifications": language.text("who was told, by name")
        if policy.opens("notification", "to")
        else language.text("who was told, by role"),
    }
    named = [words[section] for section in policy.sections if section in words]
    others = [section for section in policy.sections if section not in words]
    written = _written_words(others, state, language)
    named += written[:_NAMED]
    if len(written) > _NAMED:
        named.append(language.text("more of what you wrote down"))
    gets = "\u00a0· ".join(named)
    gets = gets[:1].upper() + gets[1:]
    if not policy.opens("incident", "sender_name"):
        if policy.opens("incident", "sender"):
            return language.text(
                "{what}. Senders by their profile. Pictures and quotes can show their names.",
                what=gets,
            )
        return language.text(
            "{what}. Without senders’ names, except where pictures and quotes show them.", what=gets
        )
    return gets


def _written_words(sections: Sequence[str], state: CaseState, language: Language) -> list[str]:
    """Return what there is of these sections, kind by kind, unless the person chooses it one by one."""
    return [
        lowered(language.text(how.heading))
        for name in sections
        if name in WRITTEN_SECTIONS
        for kind, how in (WRITTEN_SECTIONS[name],)
        if not how.one_by_one and any(not thing.hidden for thing in state.of(kind))
    ]


def included(state: CaseState, policy: Policy) -> frozenset[int]:
    """Return the exhibits that the policy takes along unless the person chooses otherwise."""
    enough = examples_of(state, policy) if policy.examples else None
    return frozenset(
        each.number
        for each in state.exhibits
        if not each.hidden
        and not _erased(each, state)
        and (policy.context or not each.context)
        and (enough is None or each.number in enough)
    )


def can_be_chosen(state: CaseState, number: int) -> bool:
    """Return whether an exhibit can be in any report at all."""
    exhibit = state.exhibit(number)
    return exhibit is not None and not exhibit.hidden and not _erased(exhibit, state)


def exhibit_lines(
    state: CaseState, policy: Policy, draft: ReportDraft, language: Language
) -> tuple[ChoiceLine, ...]:
    """Return all exhibits in the order that was chosen; those left out say why."""
    default = included(state, policy)
    chosen = default if draft.exhibits is None else draft.exhibits
    found = (state.exhibit(number) for number in ordered_exhibits(state, draft))
    return tuple(
        ChoiceLine(
            key=str(each.number),
            text=exhibit_words(each, language),
            detail=_detail(each, state, default, language),
            checked=each.number in chosen,
            fixed=not can_be_chosen(state, each.number),
        )
        for each in found
        if each is not None
    )


def ask_lines(policy: Policy, draft: ReportDraft, language: Language) -> tuple[ChoiceLine, ...]:
    """Return what can be asked for, in the order that was chosen."""
    known = {each.id: each for each in policy.asks}
    return tuple(
        ChoiceLine(
            key=id,
            text=known[id].of(language.code),
            checked=known[id].chosen if draft.asks is None else id in draft.asks,
        )
        for id in ordered_asks(policy, draft)
    )


def ordered_exhibits(state: CaseState, draft: ReportDraft) -> tuple[int, ...]:
    """Return the numbers of all exhibits in the order that was chosen; newer ones follow."""
    return _in_order(draft.exhibit_order, [each.number for each in state.exhibits])


def ordered_asks(policy: Policy, draft: ReportDraft) -> tuple[str, ...]:
    """Return all that can be asked for in the order that was chosen."""
    return _in_order(draft.ask_order, [each.id for each in policy.asks])


def choices_of(
    state: CaseState, policy: Policy, draft: ReportDraft, originals: tuple[int, ...]
) -> Choices:
    """Return what was chosen as the dossier's composition wants it; ``originals`` are the files that can go along."""
    exhibits = asks = None
    if draft.exhibits is not None or draft.exhibit_order:
        chosen = included(state, policy) if draft.exhibits is None else draft.exhibits
        exhibits = tuple(each for each in ordered_exhibits(state, draft) if each in chosen)
    if draft.asks is not None or draft.ask_order:
        wanted = default_asks(policy) if draft.asks is None else draft.asks
        asks = tuple(each for each in ordered_asks(policy, draft) if each in wanted)
    return Choices(
        exhibits=exhibits,
        asks=asks,
        notes=None if draft.notes is None else tuple(sorted(draft.notes)),
        originals=originals,
        papers=tuple(sorted(draft.papers)),
        clips=tuple(
            number
            for number in sorted(draft.clips & wished_exhibits(state, policy, draft))
            if (exhibit := state.exhibit(number)) is not None and exhibit.clips
        ),
        words=_words(state, policy, draft),
        own_asks=tuple(line.strip() for line in draft.own_asks.splitlines() if line.strip()),
        summary=draft.summary.strip(),
        title=draft.title.strip(),
        links=tuple(sorted(draft.links)),
    )


def wished_exhibits(state: CaseState, policy: Policy, draft: ReportDraft) -> frozenset[int]:
    """Return the exhibits that are taken along, by choice or by the policy."""
    return included(state, policy) if draft.exhibits is None else draft.exhibits


def _words(state: CaseState, policy: Policy, draft: ReportDraft) -> tuple[ChosenWords, ...]:
    """Return the words that were chosen of what is told: an incident goes with its exhibits and not without."""
    told = words_to_choose(state, policy, wished_exhibits(state, policy, draft))
    there = {thing.id for _, thing in told}
    return tuple(sorted(each for each in draft.words if each.entry in there))


def default_asks(policy: Policy) -> frozenset[str]:
    """Return what is asked for unless the person chooses otherwise."""
    return frozenset(each.id for each in policy.asks if each.chosen)


def moved(order: Sequence[T], thing: T, to: int) -> tuple[T, ...]:
    """Return an order in which a thing stands at another place, from 0."""
    others = [each for each in order if each != thing]
    at = min(max(to, 0), len(others))
    return (*others[:at], thing, *others[at:])


def _in_order(order: Sequence[T], known: Sequence[T]) -> tuple[T, ...]:
    there = set(known)
    first = [each for each in order if each in there]
    return (*first, *(each for each in known if each not in set(first)))


def exhibit_words(exhibit: Exhibit, language: Language) -> str:
    """Return ``Bilag 3 · Skærmbillede, 23. november 2026 kl. 14.03``."""
    name = language.text("Exhibit {number}", number=exhibit.number)
    return f"{name} · {what_and_when(exhibit, language)}"


def what_and_when(exhibit: Exhibit, language: Language) -> str:
    """Return ``Skærmbillede, 23. november 2026 kl. 14.03``."""
    what = (
        language.text("Screenshot")
        if exhibit.kind is ExhibitKind.CAPTURE
        else language.text("Added file")
    )
    facts, stamp = exhibit.facts, exhibit.time
    if isinstance(facts, CaptureFacts):
        stamp = facts.captured_at or stamp
    elif isinstance(facts, FileFacts):
        stamp = facts.added_at or stamp
    moment = moment_of(stamp)
    return f"{what}, {language.moment(moment)}" if moment else what


def _erased(exhibit: Exhibit, state: CaseState) -> bool:
    return any(exhibit.original in erasure.targets for erasure in state.of(TOMBSTONE))


def _detail(exhibit: Exhibit, state: CaseState, default: frozenset[int], language: Language) -> str:
    if _erased(exhibit, state):
        return language.text("Left out: erased.")
    if exhibit.hidden:
        return language.text("Left out: put aside.")
    if exhibit.number not in default:
        return language.text(
            "Left out unless you choose it: the whole screen can show other windows and other people."
        )
    platforms = dict.fromkeys(
        each.current.facts.platform
        for each in state.incidents_about(exhibit)
        if each.current.facts.platform
    )
    parent = parent_of(exhibit)
    outer = state.exhibit_of(parent) if parent is not None else None
    came = came_with(outer.number, language) if outer is not None else ""
    if isinstance(exhibit.frame, FileFrame):
        film = state.exhibit_of(exhibit.frame.parent)
        came = frame_words(exhibit.frame, film.number, language) if film is not None else ""
    # Several files of one day look alike: each is told by the name it had.
    name = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
    return dotted(name, *platforms, came, _covering(exhibit, language))


def _covering(exhibit: Exhibit, language: Language) -> str:
    boxes = _boxes(exhibit.copy)
    if boxes is None:
        return language.text("The program cannot see what is covered")
    if not boxes:
        return language.text("Nothing covered")
    return language.plural("{count} place covered", "{count} places covered", boxes)


def _boxes(copy: WorkingCopy | None) -> int | None:
    if copy is None or copy.redactions is None:
        return 0
    if isinstance(copy.redactions, Gap):
        return None
    assert isinstance(copy.redactions, WorkingCopyRedactions)  # noqa: S101 - the union has no other
    return black_areas(copy.redactions.redactions)
