"""What was shared of the private chain by consent, as it stands in the one report that it was shared in.

The private chain itself is not read here: what may be opened now is asked of the consents, and everything that is
printed stands in the entry that was sealed for this report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from app.casework import CaseState, living_tokens, may_be_opened, tokens_with_file
from app.casework.kinds.consent import SHAREABLE
from app.casework.kinds.disclosed import DISCLOSED, Disclosed, DisclosedText
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.composing.papers import FIRST_PAPER, DisclosedPaper, paper_words
from app.dossier.model import PrintedRow, PrintedSection, PrintedThing, Standing, Statement
from app.dossier.policy import Policy
from app.language import Language
from app.vocabulary import day, in_words
from evidence_store import EntryId, ObjectBody


def open_now(state: CaseState, policy: Policy, shared: Iterable[Disclosed]) -> frozenset[EntryId]:
    """Return the entries of what is shared in this report that a consent still covers."""
    allowed = {each.entry for each in may_be_opened(state, policy.role, policy.offered)}
    return frozenset(each.entry for each in shared if each.entry in allowed)


def disclose_shared(
    state: CaseState, policy: Policy, gate: Gate, shared: Sequence[Disclosed]
) -> tuple[Disclosed, ...]:
    """Return what the report prints; what is only planned is looked at by the same rules, and opens nothing.

    A file stays with what is returned only where it goes along.
    """
    made: list[Disclosed] = []
    with_file = tokens_with_file(state) if shared else frozenset()
    for given in shared:
        each = given if given.facts.token in with_file else replace(given, object=None)
        if not each.entry.chain:
            if _would_be_open(state, policy, each):
                made.append(each)
            continue
        facts = gate.disclose(DISCLOSED.tag, "facts", each.entry, each.facts)
        text = gate.disclose(DISCLOSED.tag, "text", each.entry, each.text)
        if facts is not None and text is not None:
            body = gate.disclose_object(DISCLOSED.tag, each.entry, each.object)
            made.append(replace(each, object=body))
    return tuple(made)


def shared_papers(
    things: Sequence[Disclosed], others: int, language: Language
) -> dict[str, DisclosedPaper]:
    """Return the files that go along by the tokens of what was shared, numbered after so many ``others``."""
    made: dict[str, DisclosedPaper] = {}
    for each in things:
        if isinstance(each.object, ObjectBody):
            topic = each.facts.topic
            made[each.facts.token] = DisclosedPaper(
                number=FIRST_PAPER + others + len(made),
                entry=each.entry,
                what=paper_words(SHAREABLE[topic], in_words(topic, language), language),
                body=each.object,
            )
    return made


def compose_shared(
    things: Sequence[Disclosed], papers: Mapping[str, str], language: Language
) -> tuple[PrintedSection, ...]:
    """Return the section with what was shared; none where nothing was.

    ``papers`` says by token what the file is called that goes along.
    """
    if not things:
        return ()
    heading = language.text("Health and absence, shared by the employee")
    return (
        PrintedSection(
            DISCLOSED.tag,
            heading,
            tuple(_compose(each, papers.get(each.facts.token, ""), language) for each in things),
        ),
    )


def shared_statements(things: Sequence[Disclosed], language: Language) -> tuple[Statement, ...]:
    """Return the lines of what was shared: it rests on the person's word."""
    return tuple(
        Statement(
            language.text("Shared: {what}", what=in_words(each.facts.topic, language)),
            each.entry.seq,
            wording.column(each.time, language),
            Standing.STATED,
        )
        for each in things
        if each.entry.chain
    )


def _would_be_open(state: CaseState, policy: Policy, planned: Disclosed) -> bool:
    facts = planned.facts
    return (
        facts.recipient is policy.role
        and facts.topic in policy.offered
        and living_tokens(state).get(facts.token) is policy.role
    )


def _compose(each: Disclosed, paper: str, language: Language) -> PrintedThing:
    text = each.text if isinstance(each.text, DisclosedText) else DisclosedText()
    rows = (
        PrintedRow(language.text("When"), day(text.happened_on, language)),
        PrintedRow(language.text("Noted since"), wording.minute(each.facts.recorded_at, language)),
        PrintedRow(language.text(SHAREABLE[each.facts.topic].paper), paper),
    )
    return PrintedThing(
        title=in_words(each.facts.topic, language),
        rows=tuple(row for row in rows if row.value),
        text=text.words,
    )
