"""What may be shared now, what a report may open of what was shared, and what was handed over before. Pure.

Asked of the state whenever a report is composed: the fold of the evidence chain does not read the private one.

Rules:
- A consent lives unless one of its versions withdraws it, it was hidden, or a part of it cannot be read. Where an entry
  of a consent cannot be read at all, because a newer program wrote it, none lives: it could have withdrawn any of them.
- A file goes along only where the person said yes to the file, too.
- What was shared is opened for the one recipient of its own consent, in the report that it was sealed for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import msgspec

from app.casework.attached import Attached
from app.casework.decoded import GapReason
from app.casework.in_timeline import ReportTogether, reports_of
from app.casework.kind import Written
from app.casework.kinds.consent import (
    CONSENT,
    SHAREABLE,
    Consent,
    ConsentItem,
    ConsentScope,
    shareable_file,
    topic_of,
)
from app.casework.kinds.disclosed import DISCLOSED, Disclosed, DisclosedText
from app.casework.kinds.dossier import DOSSIER
from app.casework.kinds.handed_over import role_of
from app.casework.state import CaseState
from app.casework.versions import Versioned
from app.vocabulary import DisclosedTopic, Role
from evidence_store import EntryId


class MayShare(msgspec.Struct, frozen=True):
    """A private thing that one recipient may read.

    Attributes:
        consent: the entry that names the consent.
        recipient: who may read it.
        token: its token in that consent.
        topic: what a report calls it.
        thing: the thing as it stands.
        stands: whether it is as it was when the person said yes; else they are asked again.
        file: whether its file may go along.
    """

    consent: EntryId
    recipient: Role
    token: str
    topic: DisclosedTopic
    thing: Versioned[Any]
    stands: bool
    file: bool

    @property
    def kind(self) -> Written[Any]:
        """The kind of the thing."""
        return SHAREABLE[self.topic]

    @property
    def attached(self) -> Attached | None:
        """The file beside it that can be shared, whether the person said yes to that or not."""
        return shareable_file(self.thing.current)


def lives(state: CaseState, consent: Versioned[Consent]) -> bool:
    """Return whether a consent holds now."""
    return (
        not consent.hidden
        and not any(version.value.facts.withdrawn_at for version in consent.versions)
        and isinstance(consent.current.scope, ConsentScope)
        and not _one_cannot_be_read(state)
    )


def may_share(state: CaseState, recipient: Role | None = None) -> tuple[MayShare, ...]:
    """Return what may be shared now, with one recipient or any, in the order in which the person said yes."""
    return tuple(_may_share(state, recipient))


def _may_share(state: CaseState, recipient: Role | None) -> Iterator[MayShare]:
    for consent in state.private_of(CONSENT):
        facts, scope = consent.current.facts, consent.current.scope
        if recipient not in (None, facts.recipient) or not lives(state, consent):
            continue
        for item in scope.items if isinstance(scope, ConsentScope) else ():
            thing = state.thing_of(item.entry)
            if not isinstance(thing, Versioned) or thing.hidden:
                continue
            topic = topic_of(thing.current)
            if topic is not None:
                stands = thing.entry == item.entry
                yield MayShare(
                    consent.id, facts.recipient, item.token, topic, thing, stands, item.file
                )


def living_tokens(state: CaseState) -> Mapping[str, Role]:
    """Return every token of a consent that holds, with the one who may read by it."""
    return {item.token: recipient for recipient, item in _living_items(state)}


def tokens_with_file(state: CaseState) -> frozenset[str]:
    """Return the tokens of consents that hold by which the file may go along, too."""
    return frozenset(item.token for _, item in _living_items(state) if item.file)


def _living_items(state: CaseState) -> Iterator[tuple[Role, ConsentItem]]:
    for consent in state.private_of(CONSENT):
        scope = consent.current.scope
        if isinstance(scope, ConsentScope) and lives(state, consent):
            yield from ((consent.current.facts.recipient, item) for item in scope.items)


def may_be_opened(
    state: CaseState, recipient: Role, offered: Collection[DisclosedTopic]
) -> tuple[Disclosed, ...]:
    """Return what was shared that a report for a recipient may open, if it was sealed for that report."""
    made = state.of(DOSSIER)
    since = made[-1].entry.seq if made else 0
    tokens = living_tokens(state) if state.of(DISCLOSED) else {}
    return tuple(
        each
        for each in state.of(DISCLOSED)
        if each.entry.seq > since
        and each.facts.recipient is recipient
        and each.facts.topic in offered
        and tokens.get(each.facts.token) is recipient
        and isinstance(each.text, DisclosedText)
    )


def handed_over_by(state: CaseState, consent: Versioned[Consent]) -> tuple[ReportTogether, ...]:
    """Return the reports in which something was shared by a consent, with what became of them."""
    tokens = {
        item.token
        for version in consent.versions
        if isinstance(version.value.scope, ConsentScope)
        for item in version.value.scope.items
    }
    reports = reports_of(state)
    found: dict[EntryId, ReportTogether] = {}
    for each in state.of(DISCLOSED):
        if each.facts.token not in tokens:
            continue
        after = (report for report in reports if report.made.entry.seq > each.entry.seq)
        report = min(after, key=lambda report: report.made.entry.seq, default=None)
        if report is not None and role_of(report.made.facts.recipient) is each.facts.recipient:
            found[report.made.entry] = report
    return tuple(found.values())


def _one_cannot_be_read(state: CaseState) -> bool:
    """Whether an entry of the private chain may be of a consent and cannot be read; what was erased is nothing more."""
    return any(
        each.entry.chain == state.private_chain
        and each.kind in {CONSENT.tag, ""}
        and each.gap is not None
        and each.gap.reason is not GapReason.ERASED
        for each in state.unreadable
    )
