"""Whose report it is, and for whom: the case's facts, the person, and what they ask for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from app.casework import CaseState, listed
from app.casework.kinds.case import AUTHOR, CASE, Author, CaseFacts
from app.casework.kinds.contact import CONTACT
from app.clock import DANISH_TIME
from app.dossier.composing.gate import Gate
from app.dossier.composing.wording import unbroken
from app.dossier.errors import UnknownAskError
from app.dossier.model import PrintedAsk, PrintedRow
from app.dossier.policy import Policy, Within
from app.language import Language
from app.vocabulary import Role, in_words, spoken, spoken_day


def disclose_case(state: CaseState, gate: Gate) -> CaseFacts:
    """Return what may be told of the case itself."""
    if not state.of(CASE):
        return CaseFacts()
    version = state.of(CASE)[-1]
    return gate.disclose("case", "facts", version.entry, version.value) or CaseFacts()


def disclose_author(state: CaseState, gate: Gate) -> Author | None:
    """Return the person, as far as they may be told of."""
    if not state.of(AUTHOR):
        return None
    version = state.of(AUTHOR)[-1]
    return gate.disclose("author", "facts", version.entry, version.value)


class Whose(msgspec.Struct, frozen=True):
    """Who made a report, for whom, and when; "" for what is not told."""

    author: Author | None
    recipient: str
    addressed: str
    made: str
    reference: str

    def in_line(self, language: Language) -> tuple[str, ...]:
        """Return what stands below the title."""
        author, reference = self.author, self.reference
        return (
            listed(author.name, author.job_title, author.workplace) if author else "",
            self.addressed,
            unbroken(self.made),
            language.text("my reference {reference}", reference=reference) if reference else "",
        )

    def as_rows(self, extent: str, language: Language) -> tuple[PrintedRow, ...]:
        """Return the same with labels, and how much there is."""
        author = self.author
        rows = (
            PrintedRow(
                language.text("Prepared by"),
                listed(author.name, author.job_title) if author else "",
            ),
            PrintedRow(language.text("Workplace"), author.workplace if author else ""),
            PrintedRow(language.text("For"), self.recipient),
            PrintedRow(language.text("My reference"), self.reference),
            PrintedRow(language.text("Extent"), extent),
            PrintedRow(language.text("Made"), self.made),
        )
        return tuple(row for row in rows if row.value)


def whose(
    state: CaseState,
    policy: Policy,
    case: CaseFacts,
    author: Author | None,
    gate: Gate,
    made_at: datetime,
    language: Language,
) -> Whose:
    """Return whose report it is, and for whom; the organisation is that of a contact that may be told of."""
    organisation = _organisation(state, policy, gate)
    return Whose(
        author,
        listed(policy.name.of(language.code), organisation),
        listed(_addressed(policy, language), organisation),
        language.moment(made_at),
        case.local_ref,
    )


def _addressed(policy: Policy, language: Language) -> str:
    """Return the words of the header, which fit a line, and the name that a pack gave the recipient."""
    header, name = policy.header.of(language.code), policy.name.of(language.code)
    return header if name.casefold() in header.casefold() else listed(header, name)


def _organisation(state: CaseState, policy: Policy, gate: Gate) -> str:
    found = ""
    for contact in state.of(CONTACT):
        facts = contact.current.facts
        if contact.hidden or facts.role is not policy.role or not facts.organisation:
            continue
        let = gate.disclose("contact", "facts", contact.entry, facts)
        found = let.organisation if let else found
    return found


def compose_asks(
    policy: Policy,
    wanted: Sequence[str] | None,
    own: Sequence[str],
    made_at: datetime,
    language: Language,
) -> tuple[PrintedAsk, ...]:
    """Return what is asked for: what is wanted soonest first, then the person's own words.

    Until when is counted from when the report is made, which stands on the same page.

    Raises:
        UnknownAskError: one is not known.
    """
    known = {ask.id: ask for ask in policy.asks}
    ids = tuple(ask.id for ask in policy.asks if ask.chosen) if wanted is None else wanted
    for id in ids:
        if id not in known:
            raise UnknownAskError(id)
    order = (Within.DAY, Within.WEEK, None)
    a_day_on = made_at.replace(second=0, microsecond=0) + timedelta(days=1)
    a_week_on = made_at.astimezone(DANISH_TIME).date() + timedelta(days=7)
    asks = sorted((known[id] for id in ids), key=lambda ask: order.index(ask.within))
    within = {
        Within.DAY: language.text(
            "Within a day, no later than {when}", when=spoken(a_day_on, language)
        ),
        Within.WEEK: language.text(
            "Within a week, no later than {day}", day=spoken_day(a_week_on, language)
        ),
        None: "",
    }
    made = [
        PrintedAsk(
            _capital(ask.of(language.code)),
            within[ask.within],
            listed(*(_who(ask.who or (policy.role,), language))) if ask.within else "",
        )
        for ask in asks
    ]
    return (*made, *(PrintedAsk(_capital(text.strip())) for text in own if text.strip()))


def _who(roles: Sequence[Role], language: Language) -> tuple[str, ...]:
    short = {
        Role.SAFETY_REP: language.text("Safety rep."),
        Role.SHOP_STEWARD: language.text("Steward"),
    }
    return tuple(short.get(role) or in_words(role, language) for role in roles)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
