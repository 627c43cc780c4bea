"""One case, one recipient, one set of choices: the Dossier value. Pure.

Rules:
- Everything comes through the gate of the policy; ``opened`` lists exactly what came through as it is, and ``stated``
  the parts that stay shut although something of them is printed.
- Exhibit numbers are the case's own, whatever is chosen and in whatever order.
- A withheld original is named by its place in the log, never by its hash.
- Private notes are not looked at; neutral ones only where they are chosen.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import msgspec

from app.casework import CaseState, Exhibit, entries_of, in_series, listed, parent_of
from app.casework.kinds.case import AUTHOR, CASE, Author, CaseFacts
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.disclosed import Disclosed
from app.dossier import model
from app.dossier.composing.annex import (
    notes_left_out,
    omissions,
    statements,
    times_that_go_back,
    warnings,
)
from app.dossier.composing.chosen import chosen_notes, chosen_originals
from app.dossier.composing.course import compose_timeline
from app.dossier.composing.disclosed import (
    compose_shared,
    disclose_shared,
    open_now,
    shared_papers,
    shared_statements,
)
from app.dossier.composing.exhibits import (
    DisclosedExhibit,
    compose_exhibit,
    disclose_exhibit,
    with_original,
    with_parent,
    with_series,
)
from app.dossier.composing.extent import extent_of, period_of
from app.dossier.composing.files import file_warnings
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
from app.dossier.composing.papers import (
    chosen_papers,
    disclose_papers,
    paper_warnings,
    papers_left_out,
)
from app.dossier.composing.words import ChosenWords, chosen_words, must_be_told
from app.dossier.composing.written import (
    DisclosedThing,
    called,
    compose_written,
    disclose_written,
)
from app.dossier.errors import UnknownAskError, UnknownExhibitError
from app.dossier.model import Dossier, PrintedReceipt, PrintedRow
from app.dossier.policy import Policy
from app.guidance import GuidanceNote, Standing
from app.language import Language
from evidence_store import EntryId


class Choices(msgspec.Struct, frozen=True):
    """What the person chose.

    Attributes:
        exhibits: numbers in the order they shall stand; None = all that the policy includes, in the case's order.
        asks: ids of what is asked for, in order; None = the policy's own choice.
        own_asks: more to ask for, in the person's words.
        summary: the person's own words instead of the counted summary.
        title: for the cover, instead of the case's title.
        context: whether whole-screen pictures are included; None = as the policy says. Only for ``exhibits=None``.
        newest_first: order of the timeline.
        notes: entries of the neutral notes to print; None = as the policy says.
        originals: numbers of the exhibits whose original goes along as a file; None = as the policy says.
        papers: entries of what holds a file beside its words that goes along, such as a receipt.
        words: what has words that the recipient is shown only where they are chosen.
    """

    exhibits: tuple[int, ...] | None = None
    asks: tuple[str, ...] | None = None
    own_asks: tuple[str, ...] = ()
    summary: str = ""
    title: str = ""
    context: bool | None = None
    newest_first: bool = False
    notes: tuple[EntryId, ...] | None = None
    originals: tuple[int, ...] | None = None
    papers: tuple[EntryId, ...] = ()
    words: tuple[ChosenWords, ...] = ()


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
    guidance: Sequence[Standing[GuidanceNote]] = (),
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
        guidance: the texts that are in force.

    Raises:
        UnknownExhibitError, UnknownAskError, UnknownNoteError: a choice names what is not there.
        PrivateNoteError, OriginalNotPossibleError, PaperNotPossibleError: a choice names what cannot go along.
        WordsNotPossibleError: a choice names words that cannot be shown.
    """
    language = language.plain()
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
    gate = Gate(policy, state.evidence_chain, chosen, consents, papers, words)
    gate.disclose("genesis", "genesis", msgspec.structs.replace(receipt.head, seq=0), True)
    case = _case(state, gate)
    author = _author(state, gate)
    showings = _showings(state, included, originals, gate)
    shown = {showing.source.number for showing in showings}
    incidents = disclose_incidents(state, gate, shown)
    told_of = {each for incident in incidents for each in entries_of(incident.source)}
    written = disclose_written(state, policy, gate, chosen, told_of)
    must_be_told(words, {*told_of, *(told.source.entry for told in written)})
    receipts = disclose_papers(written, papers, gate, language)
    names = _names(incidents, written, language)
    incidents = disclose_relations(incidents, names, gate)
    consented = disclose_shared(state, policy, gate, shared)
    shared_receipts = shared_papers(consented, len(receipts), language)
    along = (*receipts.values(), *shared_receipts.values())
    exhibits = tuple(_exhibit(showing, incidents, language) for showing in showings)
    asks = _asks(policy, choices, language)
    shut = held_back(gate.stated, showings, incidents, written, language)
    title = choices.title.strip() or case.title.strip() or language.text("Documentation")
    return Dossier(
        language=language.code,
        recipient=policy.recipient,
        case_title=case.title.strip() or title,
        recipient_title=policy.header.of(language.code),
        made_at=made_at,
        receipt=receipt,
        sections=policy.sections,
        cover=model.DossierCover(
            kicker=policy.kicker.of(language.code),
            title=title,
            subtitle=period_of(incidents, showings, language),
            rows=_cover_rows(
                state, policy, case, author, gate, (exhibits, incidents), language, made_at
            ),
        ),
        summary=_summary(choices, exhibits, incidents, language),
        asks=asks,
        parties=compose_parties(author, incidents, language),
        timeline=compose_timeline(incidents, written, language, newest_first=choices.newest_first),
        incidents=tuple(compose_incident(each, names, language) for each in incidents),
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
        ),
        statements=(
            *statements(state, incidents, written, gate.opened, language),
            *shared_statements(consented, language),
            *stated_parts(shut, language),
        ),
        omissions=(
            *omissions(state, policy, showings, incidents, language),
            notes_left_out(written, language),
            papers_left_out(policy, along, language),
            *earlier_copies(showings, language),
            *parts_left_out(shut, language),
        ),
        opened=gate.opened,
        objects=gate.objects,
        warnings=(
            *warnings(state, policy, showings, language),
            *file_warnings(showings, language),
            *paper_warnings(along, language),
        ),
        papers=tuple(each.printed(language) for each in along),
        stated=gate.stated,
        clock=times_that_go_back(state, gate.opened, language),
        example=example,
        guidance=compose_guidance(guidance, policy, made_at, language),
    )


def _case(state: CaseState, gate: Gate) -> CaseFacts:
    if not state.of(CASE):
        return CaseFacts()
    version = state.of(CASE)[-1]
    return gate.disclose("case", "facts", version.entry, version.value) or CaseFacts()


def _author(state: CaseState, gate: Gate) -> Author | None:
    if not state.of(AUTHOR):
        return None
    version = state.of(AUTHOR)[-1]
    return gate.disclose("author", "facts", version.entry, version.value)


def _included(state: CaseState, policy: Policy, choices: Choices) -> tuple[Exhibit, ...]:
    """Return the exhibits that the dossier is about, in its order."""
    if choices.exhibits is None:
        context = policy.context if choices.context is None else choices.context
        return tuple(
            exhibit
            for exhibit in state.exhibits
            if not exhibit.hidden and (context or not exhibit.context)
        )
    made: list[Exhibit] = []
    for number in dict.fromkeys(choices.exhibits):
        exhibit = state.exhibit(number)
        if exhibit is None:
            raise UnknownExhibitError(number)
        made.append(exhibit)
    return tuple(made)


def _showings(
    state: CaseState, included: Sequence[Exhibit], originals: Collection[int], gate: Gate
) -> tuple[DisclosedExhibit, ...]:
    made: list[DisclosedExhibit] = []
    for exhibit in included:
        showing = disclose_exhibit(exhibit, gate)
        if showing is None:
            continue
        showing = with_series(showing, in_series(state, exhibit), gate)
        parent = parent_of(exhibit)
        outer = state.exhibit_of(parent) if parent is not None else None
        showing = with_parent(showing, outer, gate)
        if exhibit.number in originals:
            showing = with_original(showing, gate)
        made.append(showing)
    return tuple(made)


def _exhibit(
    showing: DisclosedExhibit, incidents: tuple[DisclosedIncident, ...], language: Language
) -> model.PrintedExhibit:
    number = showing.source.number
    about = tuple(incident for incident in incidents if number in incident.exhibits)
    numbers = tuple(incident.number for incident in about)
    return compose_exhibit(showing, about, {number: numbers}, language)


def _names(
    incidents: Sequence[DisclosedIncident], written: Sequence[DisclosedThing], language: Language
) -> dict[EntryId, str]:
    """What is told is called by each of its entries."""
    found: dict[EntryId, str] = {}
    for incident in incidents:
        words = language.text("Incident {number}", number=incident.number)
        found |= dict.fromkeys(entries_of(incident.source), words)
    for told in written:
        found |= dict.fromkeys(entries_of(told.source), called(told, language))
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


def _asks(policy: Policy, choices: Choices, language: Language) -> tuple[str, ...]:
    known = {ask.id: ask for ask in policy.asks}
    chosen = tuple(ask.id for ask in policy.asks if ask.chosen)
    wanted = chosen if choices.asks is None else choices.asks
    for id in wanted:
        if id not in known:
            raise UnknownAskError(id)
    own = tuple(text.strip() for text in choices.own_asks if text.strip())
    return (*(known[id].of(language.code) for id in wanted), *own)


def _cover_rows(
    state: CaseState,
    policy: Policy,
    case: CaseFacts,
    author: Author | None,
    gate: Gate,
    extent: tuple[tuple[model.PrintedExhibit, ...], tuple[DisclosedIncident, ...]],
    language: Language,
    made_at: datetime,
) -> tuple[PrintedRow, ...]:
    by = listed(author.name, author.job_title) if author else ""
    rows = (
        PrintedRow(language.text("Prepared by"), by),
        PrintedRow(language.text("Workplace"), author.workplace if author else ""),
        PrintedRow(
            language.text("For"),
            listed(policy.name.of(language.code), _organisation(state, policy, gate)),
        ),
        PrintedRow(language.text("My reference"), case.local_ref),
        PrintedRow(language.text("Extent"), extent_of(*extent, language)),
        PrintedRow(language.text("Made"), language.moment(made_at)),
    )
    return tuple(row for row in rows if row.value)


def _organisation(state: CaseState, policy: Policy, gate: Gate) -> str:
    found = ""
    for contact in state.of(CONTACT):
        facts = contact.current.facts
        if contact.hidden or facts.role is not policy.role or not facts.organisation:
            continue
        let = gate.disclose("contact", "facts", contact.entry, facts)
        found = let.organisation if let else found
    return found


def _summary(
    choices: Choices,
    exhibits: tuple[model.PrintedExhibit, ...],
    incidents: tuple[DisclosedIncident, ...],
    language: Language,
) -> model.Summary:
    rows = (
        PrintedRow(language.text("Extent"), extent_of(exhibits, incidents, language)),
        PrintedRow(language.text("Period"), period_of(incidents, (), language)),
        PrintedRow(
            language.text("Platforms"),
            ", ".join(
                dict.fromkeys(each.facts.platform for each in incidents if each.facts.platform)
            ),
        ),
    )
    own = choices.summary.strip()
    paragraphs = tuple(part.strip() for part in own.split("\n\n") if part.strip()) if own else ()
    return model.Summary(paragraphs, tuple(row for row in rows if row.value))
