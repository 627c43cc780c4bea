"""One case, one recipient, one set of choices: the Dossier value. Pure.

Rules:
- Everything comes through the gate of the policy; ``opened`` lists exactly what came through as it is, and ``stated``
  the parts that stay shut although something of them is printed.
- Exhibit numbers are the case's own, whatever is chosen and in whatever order.
- A withheld original is named by its place in the log, never by its hash.
- Private notes are not looked at; neutral ones only where they are chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

import msgspec

from app.casework import CaseState, Exhibit, entries_of
from app.casework.deadlines import Deadline
from app.casework.kinds.disclosed import Disclosed
from app.casework.review import ReviewRules
from app.dossier import model
from app.dossier.composing import witnesses as signatures
from app.dossier.composing.annex import (
    notes_left_out,
    omissions,
    statements,
    times_that_go_back,
    warnings,
)
from app.dossier.composing.answers import compose_answers
from app.dossier.composing.carried import about, carriers_of
from app.dossier.composing.choices import Choices
from app.dossier.composing.chosen import (
    by_default,
    chosen_notes,
    chosen_originals,
    examples_of,
)
from app.dossier.composing.comparisons import (
    comparison_statements,
    compose_comparisons,
    disclose_comparisons,
)
from app.dossier.composing.course import compose_timeline
from app.dossier.composing.deadlines import (
    DueNow,
    compose_deadlines,
    cover_deadline,
    deadlines_told,
    first_running,
)
from app.dossier.composing.derived import ToldHere, compose_derived
from app.dossier.composing.disclosed import (
    compose_shared,
    disclose_shared,
    open_now,
    shared_papers,
    shared_statements,
)
from app.dossier.composing.exhibits import (
    compose_exhibit,
)
from app.dossier.composing.extent import extent_of, summary_rows
from app.dossier.composing.files import file_warnings
from app.dossier.composing.first_page import Pieces, compose_cover
from app.dossier.composing.gate import Gate
from app.dossier.composing.guidance import compose_guidance
from app.dossier.composing.held_back import (
    earlier_copies,
    held_back,
    parts_left_out,
    stated_parts,
)
from app.dossier.composing.incidents import (
    DisclosedIncident,
    compose_incident,
    compose_parties,
    disclose_incidents,
    disclose_relations,
)
from app.dossier.composing.incidents import title as title_of
from app.dossier.composing.names_out import renaming_for, without_names_in
from app.dossier.composing.papers import (
    chosen_papers,
    disclose_papers,
    paper_warnings,
    papers_left_out,
)
from app.dossier.composing.renamed_words import texts_left_out, texts_stated
from app.dossier.composing.showings import showings_of
from app.dossier.composing.stamps import disclose_stamps, with_stamps
from app.dossier.composing.whose import (
    compose_asks,
    disclose_author,
    disclose_case,
    whose,
)
from app.dossier.composing.words import chosen_words, must_be_told
from app.dossier.composing.written import (
    DisclosedThing,
    compose_written,
    disclose_written,
    pointed_at,
)
from app.dossier.errors import UnknownExhibitError
from app.dossier.model import Dossier, PrintedReceipt, Section
from app.dossier.policy import Block, Policy
from app.guidance import GuidanceNote, Standing
from app.language import Language
from app.naming import People
from evidence_store import EntryId


class DossierAround(msgspec.Struct, frozen=True):
    """What stands in a dossier beside the case.

    Attributes:
        guidance: the texts that are in force.
        due: what is due, before it is asked whose business it is.
        review: the rules by which others may come to ask; None where nobody looks.
        code_of: gives the log's commitment to the original of an entry; "" where nobody asks.
    """

    guidance: Sequence[Standing[GuidanceNote]] = ()
    due: DueNow = DueNow()
    review: ReviewRules | None = None
    code_of: Callable[[EntryId], str] = lambda _: ""


def compose(
    state: CaseState,
    policy: Policy,
    choices: Choices,
    language: Language,
    receipt: PrintedReceipt,
    made_at: datetime,
    *,
    example: bool = False,
    shared: Sequence[Disclosed] = (),
    around: DossierAround | None = None,
    people: People | None = None,
) -> Dossier:
    """Make the Dossier value.

    Args:
        state: the case.
        policy: the recipient's.
        choices: the person's.
        language: of all texts.
        receipt: the head of the evidence chain and its receipt code.
        made_at: printed on the cover; aware.
        example: whether it is the made-up case.
        shared: what was shared in this report by consent, or would be.
        around: what stands in it beside the case; None where nothing was asked for.
        people: who is called by another name where the reader is told no names; None for the senders of the case.

    Raises:
        UnknownExhibitError, UnknownAskError, UnknownNoteError: a choice names what is not there.
        PrivateNoteError, OriginalNotPossibleError, PaperNotPossibleError: a choice names what cannot go along.
        WordsNotPossibleError: a choice names words that cannot be shown.
    """
    language, around = language.plain(), around or DossierAround()
    included = _included(state, policy, choices)
    notes = chosen_notes(state, policy, choices.notes)
    originals = chosen_originals(
        state, policy, choices.originals, [exhibit.number for exhibit in included]
    )
    chosen = {
        *(note.entry for note in notes),
        *(exhibit.original for exhibit in included if exhibit.number in originals),
    }
    papers = chosen_papers(state, policy, choices.papers)
    words = chosen_words(state, policy, [each.number for each in included], choices.words)
    consents = open_now(state, policy, shared)
    renaming = renaming_for(state, policy, choices, language, people)
    choices = without_names_in(choices, renaming)
    gate = Gate(policy, state.evidence_chain, chosen, consents, papers, words, renaming)
    gate.disclose("genesis", "genesis", msgspec.structs.replace(receipt.head, seq=0), True)
    case = disclose_case(state, gate)
    author = disclose_author(state, gate)
    showings = showings_of(state, included, originals, gate, choices.clips)
    shown = {showing.source.number for showing in showings}
    # Where the policy takes examples, the events of the others are told all the same: nobody chose to leave them out.
    unshown = by_default(state, policy) if policy.examples and choices.exhibits is None else ()
    incidents = disclose_incidents(state, gate, shown, {each.number for each in unshown})
    told_of = {each for incident in incidents for each in entries_of(incident.source)}
    written = disclose_written(state, policy, gate, chosen, told_of)
    must_be_told(words, {*told_of, *(told.source.entry for told in written)})
    receipts = disclose_papers(written, papers, gate, language)
    names = _names(incidents, written, language)
    incidents = disclose_relations(incidents, names, gate)
    consented = disclose_shared(state, policy, gate, shared)
    signed = signatures.disclose_witnesses(state, policy, gate, shown)
    compared = disclose_comparisons(state, policy, gate, shown)
    shared_receipts = shared_papers(consented, len(receipts), language)
    along = (*receipts.values(), *shared_receipts.values())
    carriers = carriers_of((each.source.number for each in showings), incidents)
    exhibits = tuple(
        compose_exhibit(showing, about(showing.source.number, incidents), carriers, language)
        for showing in showings
    )
    places = sorted(each.original.seq for each in exhibits)
    stamps = disclose_stamps(state, gate, places, language)
    exhibits = with_stamps(exhibits, stamps, language)
    asks = compose_asks(policy, choices.asks, choices.own_asks, made_at, language)
    told_entries = {*told_of, *(told.source.id for told in written)}
    deadlines = deadlines_told(around.due, policy, told_entries)
    first = first_running(deadlines)
    shut = held_back(gate.stated - gate.renamed, showings, incidents, written, language)
    title = choices.title.strip() or case.title.strip() or language.text("Documentation")
    by = whose(state, policy, case, author, gate, made_at, language)
    return Dossier(
        language=language.code,
        recipient=policy.recipient,
        case_title=case.title.strip() or title,
        recipient_title=policy.header.of(language.code),
        made_at=made_at,
        receipt=receipt,
        sections=policy.sections,
        cover=compose_cover(
            policy,
            Pieces(
                title=title,
                meta=by.in_line(language),
                rows=by.as_rows(extent_of(exhibits, incidents, language), language),
                author=author,
                exhibits=exhibits,
                incidents=incidents,
                showings=showings,
                own_words=choices.summary.strip(),
                by_hand=choices.exhibits is not None,
                deadline=cover_deadline(first, _of(first, incidents, language), language)
                if first is not None
                else None,
            ),
            language,
        ),
        summary=_summary(choices.summary.strip(), exhibits, incidents, language),
        asks=asks,
        parties=compose_parties(author, incidents, language),
        timeline=compose_timeline(
            incidents,
            written,
            language,
            newest_first=choices.newest_first,
            window_days=policy.window_days,
            shared=consented,
        ),
        incidents=tuple(
            compose_incident(each, names, carriers.get(each.number, 0), language)
            for each in incidents
        ),
        exhibits=exhibits,
        written=(
            *compose_written(
                written,
                lambda entry: _name_of(entry, state, shown, names, language),
                {thing: each.name(language) for thing, each in receipts.items()},
                language,
            ),
            *compose_shared(
                consented,
                {token: each.name(language) for token, each in shared_receipts.items()},
                language,
            ),
            *signatures.compose_witnesses(signed, language),
            *compose_comparisons(compared, language),
        ),
        statements=(
            *statements(state, incidents, written, gate.opened, language),
            *shared_statements(consented, language),
            *signatures.witness_statements(signed, language),
            *comparison_statements(compared, language),
            *stated_parts(shut, language),
            *texts_stated(renaming.told, language),
        ),
        omissions=(
            *omissions(state, policy, showings, incidents, language, around.code_of),
            notes_left_out(written, language),
            papers_left_out(policy, along, language),
            *earlier_copies(showings, language),
            *parts_left_out(shut, language),
            *texts_left_out(renaming.told, showings, incidents, written, language),
        ),
        opened=gate.opened,
        objects=gate.objects,
        witnesses=signatures.witnesses_along(signed),
        warnings=(
            *warnings(state, policy, showings, language),
            *file_warnings(showings, language),
            *paper_warnings(along, language),
        ),
        papers=tuple(each.printed(language) for each in along),
        stated=gate.stated,
        clock=times_that_go_back(state, gate.opened, language),
        example=example,
        guidance=compose_guidance(around.guidance, policy, made_at, language),
        deadlines=compose_deadlines(deadlines, around.due, policy, made_at, language)
        if Section.DEADLINES in policy.sections
        else (),
        answers=compose_answers(state, policy, written, made_at, language)
        if Section.ANSWERS in policy.sections
        else (),
        derived=compose_derived(
            policy, state, ToldHere(incidents, written, showings, names), around.review, language
        ),
        answers_first=Block.ANSWERS in policy.first_page,
        short=policy.short,
        told=renaming.told,
        links=renaming.links,
        stamps=stamps,
    )


def _included(state: CaseState, policy: Policy, choices: Choices) -> tuple[Exhibit, ...]:
    """Return the exhibits that the dossier is about, in its order."""
    if choices.exhibits is None:
        context = policy.context if choices.context is None else choices.context
        return tuple(
            exhibit
            for exhibit in by_default(state, policy, context=context)
            if not policy.examples or exhibit.number in examples_of(state, policy)
        )
    made: list[Exhibit] = []
    for number in dict.fromkeys(choices.exhibits):
        exhibit = state.exhibit(number)
        if exhibit is None:
            raise UnknownExhibitError(number)
        made.append(exhibit)
    return tuple(made)


def _names(
    incidents: Sequence[DisclosedIncident], written: Sequence[DisclosedThing], language: Language
) -> dict[EntryId, str]:
    """What is told is called by each of its entries."""
    found: dict[EntryId, str] = {}
    for incident in incidents:
        words = language.text("Incident {number}", number=incident.number)
        found |= dict.fromkeys(entries_of(incident.source), words)
    for told in written:
        found |= dict.fromkeys(entries_of(told.source), pointed_at(told, language))
    return found


def _name_of(
    entry: EntryId,
    state: CaseState,
    shown: Collection[int],
    names: Mapping[EntryId, str],
    language: Language,
) -> str:
    """Return what an entry that is named is called: as it is told, the exhibit shown, else its place in the log."""
    if entry in names:
        return names[entry]
    exhibit = state.exhibit_of(entry)
    if exhibit is not None and exhibit.number in shown:
        return language.text("Exhibit {number}", number=exhibit.number)
    return language.text("Entry {seq} in the case’s log", seq=entry.seq)


def _summary(
    own: str,
    exhibits: tuple[model.PrintedExhibit, ...],
    incidents: tuple[DisclosedIncident, ...],
    language: Language,
) -> model.Summary:
    return model.Summary(
        tuple(part.strip() for part in own.split("\n\n") if part.strip()),
        summary_rows(exhibits, incidents, language),
    )


def _of(deadline: Deadline, incidents: Sequence[DisclosedIncident], language: Language) -> str:
    """Return what the incident is called that a deadline is about; "" where it is about none that is told."""
    return next(
        (
            title_of(each, language)
            for each in incidents
            if deadline.about in {version.entry for version in each.source.versions}
        ),
        "",
    )
