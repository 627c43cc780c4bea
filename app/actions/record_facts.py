"""Write down what belongs to the evidence: posts, notes, contacts, who was told, and who got a report.

Rules:
- Each is one entry; a correction is a new entry of the same kind that names the first, so nothing typed is lost.
- Links are sealed twice: as a page may print them, and as they were typed in a part that is opened for nobody.
- The draft that an entry was typed in goes in the same transaction, where its key is given.
- A note without a word, an event of which nothing is said and a contact that cannot be reached are refused: in the
  case they would be lines that say nothing, for ever.
"""

from __future__ import annotations

import unicodedata

from msgspec import structs

from app.actions.open_case import OpenCase
from app.casework import (
    EmptyContactError,
    EmptyIncidentError,
    EmptyNoteError,
    Zone,
    told_incident,
    told_sender,
)
from app.casework.records import (
    ContactFacts,
    ContactPerson,
    HandedOverFacts,
    HandedOverPerson,
    Hidden,
    IncidentFacts,
    IncidentFull,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    NoteFacts,
    NoteText,
    NotificationFacts,
    NotificationPerson,
    NotificationText,
    Part,
)
from evidence_store import EntryId

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def record_incident(
    case: OpenCase,
    facts: IncidentFacts,
    sender: IncidentSender,
    sender_name: IncidentSenderName,
    words: IncidentText,
    *,
    draft: str = "",
) -> EntryId:
    """Seal the facts of a post or other event.

    Raises:
        EmptyIncidentError: nothing is said of it; nothing was sealed.
        VaultError: nothing was sealed.
    """
    said = structs.replace(facts, corrects=None)
    if not any(map(_says_something, (said, sender, sender_name, words))):
        raise EmptyIncidentError
    full = IncidentFull(url=facts.url, permalink=facts.permalink, profile_url=sender.profile_url)
    parts: dict[str, Part] = {
        "facts": told_incident(facts),
        "full": full,
        "sender": told_sender(sender),
        "sender_name": sender_name,
        "text": words,
    }
    return case.seal(parts, draft=draft)


def write_note(
    case: OpenCase, text: str, facts: NoteFacts, *, private: bool = False, draft: str = ""
) -> EntryId:
    """Seal a note: neutral (it may leave in a dossier) or private (it never does).

    The correction of a private note is private, whatever was said: its words must not leave by a second entry.

    Raises:
        EmptyNoteError: it has no words; nothing was sealed.
        VaultError: nothing was sealed.
    """
    if not _has_words(text):
        raise EmptyNoteError
    corrects_private = facts.corrects is not None and facts.corrects.chain == case.chains.private
    zone = Zone.PRIVATE if private or corrects_private else Zone.EVIDENCE
    return case.seal({"facts": facts, "text": NoteText(text=text)}, zone=zone, draft=draft)


def keep_contact(
    case: OpenCase, facts: ContactFacts, person: ContactPerson, *, draft: str = ""
) -> EntryId:
    """Seal a contact.

    Raises:
        EmptyContactError: neither name nor place, number or address is said; nothing was sealed.
        VaultError: nothing was sealed.
    """
    if not _says_something(person) and not _has_words(facts.organisation):
        raise EmptyContactError
    return case.seal({"facts": facts, "contact": person}, draft=draft)


def record_notification(
    case: OpenCase,
    facts: NotificationFacts,
    to: NotificationPerson,
    words: NotificationText,
    *,
    draft: str = "",
) -> EntryId:
    """Seal that somebody was told, or what they answered."""
    return case.seal({"facts": facts, "to": to, "text": words}, draft=draft)


def record_hand_over(
    case: OpenCase, facts: HandedOverFacts, to: HandedOverPerson, *, draft: str = ""
) -> EntryId:
    """Seal that a package or a dossier was given to somebody."""
    return case.seal({"facts": facts, "to": to}, draft=draft)


def hide(case: OpenCase, target: EntryId, *, hidden: bool = True) -> EntryId:
    """Put an item out of sight, or show it again. The item itself stays, and so does its chain."""
    zone = Zone.PRIVATE if target.chain == case.chains.private else Zone.EVIDENCE
    return case.seal({"facts": Hidden(target=target, hidden=hidden)}, zone=zone)


def _says_something(part: Part) -> bool:
    """Whether a field of it differs from what stands there when nothing is said; blanks say nothing."""
    empty = type(part)()
    return any(
        _has_words(value) if isinstance(value, str) and not default else value != default
        for value, default in zip(structs.astuple(part), structs.astuple(empty), strict=True)
    )


def _has_words(text: str) -> bool:
    """Whether there is a sign in it that can be seen: no blank, no mark of direction, no control sign."""
    return any(unicodedata.category(sign) not in _UNSEEN for sign in text)
