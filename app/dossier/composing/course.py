"""The course of events: who was told, and everything in order of time."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from app.casework import CaseState, Notification, Versioned
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.notification import NOTIFICATION
from app.casework.records import (
    ContactFacts,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
)
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.gate import Gate
from app.dossier.composing.incidents import TellableIncident, sender_name, title
from app.dossier.model import Manner, Row
from app.dossier.policy import Policy
from app.language import Language
from app.vocabulary import day, in_words, lowered


class TellableNotification(msgspec.Struct, frozen=True):
    """Somebody being told, as far as it was let through."""

    source: Versioned[Notification]
    facts: NotificationFacts
    to: NotificationPerson | None
    text: NotificationText | None
    contact: ContactFacts | None


def let_notifications(
    state: CaseState, policy: Policy, gate: Gate
) -> tuple[TellableNotification, ...]:
    """Those that are the recipient's business, by time."""
    told: list[TellableNotification] = []
    for item in state.of(NOTIFICATION):
        value, entry = item.current, item.entry
        if item.hidden or value.facts.role in policy.log_leaves_out:
            continue
        if not policy.opens("notification", "facts"):
            continue
        contact = _contact(state, value.facts, policy, gate)
        # The place of a contact that stays shut would tell what stands there.
        printed = value.facts if contact else replace(value.facts, contact=None)
        facts = gate.let("notification", "facts", entry, printed, all_shown=printed == value.facts)
        if facts is None:
            continue
        told.append(
            TellableNotification(
                item,
                facts,
                gate.let("notification", "to", entry, value.to),
                gate.let("notification", "text", entry, value.text),
                contact,
            )
        )
    return tuple(sorted(told, key=lambda each: (each.facts.at or each.source.time, each.source.id)))


def _contact(
    state: CaseState, facts: NotificationFacts, policy: Policy, gate: Gate
) -> ContactFacts | None:
    for contact in state.of(CONTACT):
        named = facts.contact is not None and facts.contact in (
            contact.id,
            *(version.entry for version in contact.versions),
        )
        if named and contact.current.facts.role not in policy.log_leaves_out:
            return gate.let("contact", "facts", contact.entry, contact.current.facts)
    return None


def compose_notification(item: TellableNotification, language: Language) -> model.Notification:
    """One line of the log."""
    facts = item.facts
    text = item.text or NotificationText()
    sent = language.text("Entry {seq} in the case’s log", seq=facts.sent.seq) if facts.sent else ""
    rows = (
        Row(language.text("When"), wording.minute(facts.at, language)),
        Row(language.text("How"), in_words(facts.channel, language)),
        Row(language.text("What was said"), text.said),
        Row(language.text("What was handed over"), sent),
        Row(
            language.text("Answer"),
            wording.minute(facts.reply_at, language)
            if facts.reply_at
            else language.text("none noted"),
        ),
        Row(
            language.text("What was answered"),
            text.reply,
            Manner.QUOTE,
        ),
        Row(
            language.text("Follow-up"),
            day(facts.follow_up_on, language) if facts.follow_up_on else "",
        ),
    )
    return model.Notification(_who(item, language), tuple(row for row in rows if row.value))


def _who(item: TellableNotification, language: Language) -> str:
    name = item.to.name if item.to else ""
    organisation = item.contact.organisation if item.contact else ""
    return wording.joined((in_words(item.facts.role, language), name, organisation))


class _Moment(msgspec.Struct, frozen=True):
    stamp: str
    order: int
    item: model.TimelineItem


def compose_timeline(
    incidents: Sequence[TellableIncident],
    notifications: Sequence[TellableNotification],
    language: Language,
    *,
    newest_first: bool,
) -> tuple[model.TimelineItem, ...]:
    """Incidents, what the person saw, who was told and who answered; times unknown come last."""
    moments: list[_Moment] = []
    for incident in incidents:
        what = language.text(
            "{incident}. {sender}",
            incident=language.text(
                "Incident {number}: {title}",
                number=incident.number,
                title=_short(incident, language),
            ),
            sender=sender_name(incident, language),
        )
        item = model.TimelineItem(wording.minute(incident.when, language), what, incident.exhibits)
        moments.append(_Moment(incident.when, 0, item))
        seen = incident.facts.first_seen_at
        if seen and incident.facts.published_at and seen != incident.facts.published_at:
            text = language.text(
                "Incident {number} seen for the first time", number=incident.number
            )
            moments.append(
                _Moment(seen, 1, model.TimelineItem(wording.minute(seen, language), text))
            )
    for told in notifications:
        facts = told.facts
        text = language.text(
            "Told: {who} ({how})",
            who=_who(told, language),
            how=lowered(in_words(facts.channel, language)),
        )
        moments.append(
            _Moment(facts.at, 2, model.TimelineItem(wording.minute(facts.at, language), text))
        )
        if facts.reply_at:
            text = language.text("Answer from: {who}", who=_who(told, language))
            when = wording.minute(facts.reply_at, language)
            moments.append(_Moment(facts.reply_at, 3, model.TimelineItem(when, text)))
    known = sorted(
        (each for each in moments if each.stamp),
        key=lambda each: (each.stamp, each.order),
        reverse=newest_first,
    )
    unknown = [each for each in moments if not each.stamp]
    return tuple(each.item for each in (*known, *unknown))


def _short(incident: TellableIncident, language: Language) -> str:
    facts = incident.facts
    form = lowered(in_words(facts.form, language))
    place = wording.quoted(facts.venue_name, language) if facts.venue_name else ""
    platform = "" if facts.platform.casefold() == form else facts.platform
    return wording.joined((form, platform, place)) or title(incident, language)
