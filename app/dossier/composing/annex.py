"""What the annexes say: how far each thing can be checked, and what is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from app.casework import (
    KIND_PARTS,
    CaseState,
    Exhibit,
    Gap,
    Unread,
    Version,
    Versioned,
    unread,
    unread_in,
)
from app.casework.kinds.by_vault import TOMBSTONE
from app.casework.kinds.case import AUTHOR, CASE, Author, CaseFacts
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.note import NOTE
from app.dossier.composing import wording
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.films import keeps_overview, overview_omission
from app.dossier.composing.incidents import DisclosedIncident, parts_not_told
from app.dossier.composing.left_out import kinds_left_out
from app.dossier.composing.names import names_left_out
from app.dossier.composing.written import DisclosedThing, called, role_of
from app.dossier.model import Omission, Standing, Statement
from app.dossier.policy import Policy
from app.language import Language
from app.markup import black_areas, reasons
from app.vocabulary import Role, in_words, lowered
from evidence_store import EntryId

T = TypeVar("T")


def statements(
    state: CaseState,
    incidents: Sequence[DisclosedIncident],
    written: Sequence[DisclosedThing],
    opened: Collection[tuple[int, str]],
    language: Language,
) -> tuple[Statement, ...]:
    """Return everything that rests on somebody's word, with its place in the log. ``opened``: the parts disclosed."""
    made: list[Statement] = []
    if state.of(CASE):
        made.append(_named(language.text("The case’s title"), state.of(CASE)[-1], language))
    if state.of(AUTHOR):
        made.append(_named(language.text("Prepared by"), state.of(AUTHOR)[-1], language))
    for incident in incidents:
        what = language.text("Incident {number}", number=incident.number)
        made.append(_versioned(what, incident.source, language))
    made += _of_written(written, language, one_by_one=False)
    for contact in state.of(CONTACT):
        if (contact.entry.seq, "facts") in opened:
            who = in_words(contact.current.facts.role, language)
            what = language.text("Contact: {who}", who=lowered(who))
            made.append(_versioned(what, contact, language))
    return (*made, *_of_written(written, language, one_by_one=True))


def _of_written(
    written: Sequence[DisclosedThing], language: Language, *, one_by_one: bool
) -> Iterable[Statement]:
    for told in written:
        if told.how.one_by_one is one_by_one:
            yield _versioned(called(told, language), told.source, language)


def _named(
    what: str, version: Version[CaseFacts] | Version[Author], language: Language
) -> Statement:
    corrects = version.value.corrects
    what = what if corrects is None else _corrected(what, corrects, language)
    return _stated(what, version.entry.seq, version.time, language)


def _versioned(what: str, source: Versioned[T], language: Language) -> Statement:
    if source.earlier:
        what = _corrected(what, source.versions[0].entry, language)
    return _stated(what, source.entry.seq, source.changed, language)


def _corrected(what: str, first: EntryId, language: Language) -> str:
    return language.text(
        "{what} (corrected; first sealed as entry {seq})", what=what, seq=first.seq
    )


def _stated(what: str, seq: int, stamp: str, language: Language) -> Statement:
    return Statement(what, seq, wording.column(stamp, language), Standing.STATED)


def times_that_go_back(
    state: CaseState, opened: Collection[tuple[int, str]], language: Language
) -> tuple[str, ...]:
    """Return where a shown entry has an earlier time than the shown entry before it.

    Only what the log of the package says to everybody: places and times of what is shown. Neither an entry that shows
    nothing is named, nor what the part ``machine`` tells of the clock.
    """
    seqs = sorted({seq for seq, _ in opened})
    steps = [state.step_of(EntryId(state.evidence_chain, seq)) for seq in seqs]
    shown = [step for step in steps if step is not None]
    return tuple(
        language.text(
            "Entry {seq} was sealed after entry {before} and has an earlier time: {time}, against {earlier}.",
            seq=step.entry.seq,
            before=before.entry.seq,
            time=wording.exact_time(step.time, language),
            earlier=wording.exact_time(before.time, language),
        )
        for before, step in pairwise(shown)
        if step.time < before.time
    )


def omissions(
    state: CaseState,
    policy: Policy,
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    language: Language,
    code_of: Callable[[EntryId], str] = lambda _: "",
) -> tuple[Omission, ...]:
    """Return what is left out: covered places first, then whole exhibits, then kinds of information.

    ``code_of`` gives the log's commitment to the original of an entry.
    """
    included = {showing.source.number for showing in showings}
    return (
        *_covered(showings, language),
        *_originals(showings, language, code_of),
        *_files(showings, language, code_of),
        *_uncovered(showings, language),
        *_exhibits(state, policy, included, language, code_of),
        *(_unread(each, language) for each in passed_over(state, policy, included)),
        *names_left_out(policy, showings, incidents, language),
        *_parts(policy, showings, incidents, language),
        *_log(policy, language),
        *_earlier(incidents, language),
    )


def notes_left_out(written: Sequence[DisclosedThing], language: Language) -> Omission:
    """Return what is said of notes, whether there are any or not: how many are left out is nobody's business."""
    if not any(told.kind is NOTE for told in written):
        return Omission(
            language.text("Notes"),
            language.text("Notes are the employee’s own and are not part of this edition."),
        )
    return Omission(
        language.text("Other notes"),
        language.text("Only notes that the employee chose are part of this edition."),
    )


def _exhibit_name(number: int, language: Language) -> str:
    return language.text("Exhibit {number}", number=number)


def _covered(showings: Sequence[DisclosedExhibit], language: Language) -> Iterable[Omission]:
    for showing in showings:
        count = black_areas(showing.redactions)
        if not count or showing.object is None:
            continue
        number = showing.source.number
        what = language.plural(
            "{exhibit}: {count} place covered with black",
            "{exhibit}: {count} places covered with black",
            count,
            exhibit=_exhibit_name(number, language),
        )
        why = "; ".join(reasons(showing.redactions))
        yield Omission(what, why or language.text("No reason stated"), number)


def _originals(
    showings: Sequence[DisclosedExhibit], language: Language, code_of: Callable[[EntryId], str]
) -> Iterable[Omission]:
    for showing in showings:
        if not showing.copy or showing.along:
            continue
        number = showing.source.number
        what = language.text(
            "{exhibit}: the original, entry {seq}",
            exhibit=_exhibit_name(number, language),
            seq=showing.source.original.seq,
        )
        why = language.text("A copy with marks or covered places is shown instead.")
        yield Omission(what, why, number, code_of(showing.source.original))


def _files(
    showings: Sequence[DisclosedExhibit], language: Language, code_of: Callable[[EntryId], str]
) -> Iterable[Omission]:
    for showing in showings:
        if (
            showing.copy
            or showing.along
            or showing.uncovered
            or (showing.shown == showing.source.original and showing.object)
        ):
            continue
        number = showing.source.number
        what = language.text(
            "{exhibit}: the file, entry {seq}",
            exhibit=_exhibit_name(number, language),
            seq=showing.source.original.seq,
        )
        why = language.text(
            "A file as received can hold hidden information, such as place and device."
        )
        yield Omission(what, why, number, code_of(showing.source.original))


def _uncovered(showings: Sequence[DisclosedExhibit], language: Language) -> Iterable[Omission]:
    for showing in showings:
        if showing.uncovered:
            number = showing.source.number
            what = language.text("{exhibit}: the picture", exhibit=_exhibit_name(number, language))
            yield Omission(
                what,
                language.text(
                    "Its covered copy is not available, and the original is not shown in its place."
                ),
                number,
            )
        elif showing.object is None and keeps_overview(showing.source):
            yield overview_omission(showing.source.number, language)


def _exhibits(
    state: CaseState,
    policy: Policy,
    included: Collection[int],
    language: Language,
    code_of: Callable[[EntryId], str],
) -> Iterable[Omission]:
    for exhibit in state.exhibits:
        if exhibit.number not in included:
            what = language.text(
                "{exhibit}, entry {seq}",
                exhibit=_exhibit_name(exhibit.number, language),
                seq=exhibit.original.seq,
            )
            why = _why_not(exhibit, policy, state, language)
            yield Omission(what, why, exhibit.number, code_of(exhibit.original))


def passed_over(state: CaseState, policy: Policy, included: Collection[int]) -> tuple[Unread, ...]:
    """Return what this recipient would be shown, or perhaps would, and nobody can read.

    Parts that the recipient is never shown are passed over, and so is what stands among the omissions already.
    """
    return tuple(
        each
        for each in unread(state)
        if each.entry.chain == state.evidence_chain
        and _may_be_shown(each, policy)
        and not _told_otherwise(state, each, policy, included)
    )


def _may_be_shown(gone: Unread, policy: Policy) -> bool:
    if not gone.placed and gone.kind not in KIND_PARTS:
        return True
    names = gone.parts or ("facts",)
    return any(policy.opens(gone.kind, name) for name in names)


def _told_otherwise(
    state: CaseState, gone: Unread, policy: Policy, included: Collection[int]
) -> bool:
    thing = state.thing_of(gone.entry)
    match thing:
        case Exhibit():
            return thing.number not in included
        case Versioned():
            return thing.hidden or role_of(thing.current) in policy.log_leaves_out
        case _:
            return False


def _unread(gone: Unread, language: Language) -> Omission:
    what = language.text("Entry {seq} in the case’s log", seq=gone.entry.seq)
    return Omission(what, language.text(gone.sentence))


def _why_not(exhibit: Exhibit, policy: Policy, state: CaseState, language: Language) -> str:
    if any(exhibit.original in erasure.targets for erasure in state.of(TOMBSTONE)):
        return language.text("Erased.")
    if exhibit.hidden:
        return language.text("Put aside.")
    gone = unread_in(state, exhibit)
    if isinstance(exhibit.facts, Gap) and gone is not None:
        return language.text(gone.sentence)
    if exhibit.context and not policy.context:
        return language.text(
            "Picture of the whole screen: it can show other windows and other people."
        )
    return language.text("Not chosen for this edition.")


def _parts(
    policy: Policy,
    showings: Sequence[DisclosedExhibit],
    incidents: Sequence[DisclosedIncident],
    language: Language,
) -> Iterable[Omission]:
    if incidents and not policy.opens("incident", "sender"):
        yield Omission(
            language.text("Senders’ profiles"),
            language.text("Not needed by this recipient."),
        )
    if incidents and not policy.opens("incident", "text"):
        yield Omission(
            language.text("Quotes and descriptions"),
            language.text("Not needed by this recipient."),
        )
    yield from parts_not_told(incidents, policy, language)
    yield from kinds_left_out(policy, showings, incidents, language)
    yield Omission(
        language.text(
            "Links in full, sizes of files that stay behind, and what lies under covered places"
        ),
        language.text(
            "The rest of a link can follow whoever opens it, and a size or a mark can tell of what is covered."
        ),
    )
    yield Omission(
        language.text(
            "The computer’s name, the titles of other windows and the names of added files"
        ),
        " ".join(
            (
                language.text("They tell of the employee’s own computer."),
                *(
                    (language.text("A picture shows what was on the screen."),)
                    if any(showing.object is not None for showing in showings)
                    else ()
                ),
            )
        ),
    )


def _log(policy: Policy, language: Language) -> Iterable[Omission]:
    if not policy.log_leaves_out:
        return
    named = [each for each in policy.log_leaves_out if each is not Role.OTHER]
    roles = ", ".join(lowered(in_words(each, language)) for each in named)
    if len(named) < len(policy.log_leaves_out):
        roles = language.text("{roles} or others", roles=roles)
    yield Omission(
        language.text("Contact with others, if any: {roles}", roles=roles),
        language.text(
            "Such contact is private, and the report’s own words do not tell this recipient of it."
        ),
    )


def _earlier(incidents: Sequence[DisclosedIncident], language: Language) -> Iterable[Omission]:
    count = sum(len(incident.source.earlier) for incident in incidents)
    if count:
        yield Omission(
            language.plural("{count} earlier wording", "{count} earlier wordings", count),
            language.text(
                "Corrected by the employee; the earlier wording is kept in the case’s log."
            ),
        )


def warnings(
    state: CaseState, policy: Policy, showings: Sequence[DisclosedExhibit], language: Language
) -> tuple[str, ...]:
    """Return what the person should look at before the dossier is made; never printed."""
    made = [each.of(language.code) for each in policy.warnings]
    gone = passed_over(state, policy, {showing.source.number for showing in showings})
    if gone:
        made.append(
            language.plural(
                "{count} entry of the log cannot be read, or not all of it: {numbers}. It is named among "
                "what is left out.",
                "{count} entries of the log cannot be read, or not all of them: {numbers}. They are named "
                "among what is left out.",
                len(gone),
                numbers=", ".join(str(each.entry.seq) for each in gone),
            )
        )
    return tuple(made)
