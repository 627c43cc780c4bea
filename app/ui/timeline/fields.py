"""What was written down, as labels and values, with what stood there before. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

import msgspec

from app.casework import (
    CaseState,
    Contact,
    Delivery,
    Exhibit,
    Gap,
    HandedOver,
    Incident,
    Note,
    Notification,
    Restoration,
    SealedDossier,
    Version,
    told_of_picture,
)
from app.casework.kinds.handed_over import HANDED_OVER
from app.casework.records import (
    CaptureFacts,
    CaptureWindow,
    ContactPerson,
    FileFacts,
    FileSource,
    HandedOverPerson,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
    NoteText,
    NotificationPerson,
    NotificationText,
    RestoredReason,
)
from app.language import Language
from app.vocabulary import day, exact, groups, in_words, minute, recipient
from evidence_store import EntryId

T = TypeVar("T")


class DetailField(msgspec.Struct, frozen=True):
    """A label with its value; ``before`` are sentences on what stood there, newest first."""

    label: str
    value: str
    before: tuple[str, ...] = ()


def with_earlier(
    versions: Sequence[Version[T]], fields: Callable[[T], Sequence[DetailField]], language: Language
) -> tuple[DetailField, ...]:
    """The fields of what stands, each with what a correction took away."""
    shown = {field.label: field for field in fields(versions[-1].value)}
    before: dict[str, list[str]] = {}
    for earlier, later in pairwise(versions):
        old = {field.label: field.value for field in fields(earlier.value)}
        new = {field.label: field.value for field in fields(later.value)}
        for label in {**old, **new}:
            if old.get(label, "") != new.get(label, ""):
                said = language.text(
                    "corrected {when}, before: {value}",
                    when=minute(later.time, language),
                    value=old.get(label, "") or language.text("nothing"),
                )
                before.setdefault(label, []).insert(0, said)
    labels = {**dict.fromkeys(shown), **dict.fromkeys(before)}
    return tuple(
        DetailField(
            label, shown[label].value if label in shown else "–", tuple(before.get(label, ()))
        )
        for label in labels
    )


def incident_fields(incident: Incident, language: Language) -> tuple[DetailField, ...]:
    """A post or other event."""
    text = language.text
    facts = incident.facts
    words = incident.text if isinstance(incident.text, IncidentText) else IncidentText()
    return _filled(
        DetailField(text("What"), in_words(facts.form, language)),
        DetailField(text("Where"), _where(incident, language)),
        DetailField(text("Link"), facts.permalink or facts.url),
        DetailField(text("Who wrote it"), _sender(incident, language)),
        DetailField(text("Posted"), _published(incident, language)),
        DetailField(text("First seen"), minute(facts.first_seen_at, language)),
        DetailField(
            text("Access"),
            in_words(facts.access_basis, language),
        ),
        DetailField(text("Quote"), text("“{text}”", text=words.quote) if words.quote else ""),
        DetailField(text("What it is about"), words.description),
        DetailField(text("What is offensive"), words.why_offensive),
        DetailField(text("What was written"), _gone(incident.text, language)),
    )


def note_fields(note: Note, language: Language) -> tuple[DetailField, ...]:
    """A note."""
    words = note.text.text if isinstance(note.text, NoteText) else _gone(note.text, language)
    return _filled(DetailField(language.text("Note"), words))


def notification_fields(told: Notification, language: Language) -> tuple[DetailField, ...]:
    """Who was told."""
    text = language.text
    facts = told.facts
    words = told.text if isinstance(told.text, NotificationText) else NotificationText()
    name = told.to.name if isinstance(told.to, NotificationPerson) else ""
    return _filled(
        DetailField(text("Who"), _listed(in_words(facts.role, language), name)),
        DetailField(text("When"), minute(facts.at, language)),
        DetailField(text("How"), in_words(facts.channel, language)),
        DetailField(text("What was said"), words.said or _gone(told.text, language)),
        DetailField(text("Answered"), minute(facts.reply_at, language)),
        DetailField(text("What was answered"), words.reply),
        DetailField(text("Follow-up"), day(facts.follow_up_on, language)),
    )


def contact_fields(contact: Contact, language: Language) -> tuple[DetailField, ...]:
    """Somebody who may be told."""
    text = language.text
    person = contact.contact if isinstance(contact.contact, ContactPerson) else ContactPerson()
    return _filled(
        DetailField(text("Role"), in_words(contact.facts.role, language)),
        DetailField(text("Organisation"), contact.facts.organisation),
        DetailField(text("Name"), person.name or _gone(contact.contact, language)),
        DetailField(text("Phone"), person.phone),
        DetailField(text("E-mail"), person.mail),
    )


def capture_fields(exhibit: Exhibit, language: Language) -> tuple[DetailField, ...]:
    """How an exhibit came into being."""
    text = language.text
    match exhibit.facts:
        case CaptureFacts() as facts:
            window = exhibit.window.title if isinstance(exhibit.window, CaptureWindow) else ""
            size = text("{width} × {height} pixels", width=facts.width_px, height=facts.height_px)
            return _filled(
                DetailField(text("Taken"), exact(facts.captured_at or exhibit.time, language)),
                DetailField(text("How"), _listed(in_words(facts.method, language), size)),
                DetailField(text("Window"), window),
            )
        case FileFacts() as facts:
            name = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
            return _filled(
                DetailField(text("Added"), exact(facts.added_at or exhibit.time, language)),
                DetailField(
                    text("Origin"), text("Kept as received; not captured with this program")
                ),
                DetailField(text("File"), name),
                DetailField(
                    text("Kind of file"), _listed(facts.media_type, language.size(facts.size))
                ),
                DetailField(text("The picture"), " ".join(told_of_picture(exhibit, language))),
            )
        case Gap() as gap:
            return (DetailField(text("How"), _gone(gap, language)),)


def dossier_fields(dossier: SealedDossier, language: Language) -> tuple[DetailField, ...]:
    """A report that was made."""
    text = language.text
    numbers = ", ".join(str(each.number) for each in dossier.facts.exhibits)
    return _filled(
        DetailField(text("Recipient"), recipient(dossier.facts.recipient, language)),
        DetailField(text("Made"), minute(dossier.time, language)),
        DetailField(
            text("Extent"), language.plural("{count} page", "{count} pages", dossier.facts.pages)
        ),
        DetailField(text("Exhibits"), numbers),
    )


def delivery_fields(delivery: Delivery, language: Language) -> tuple[DetailField, ...]:
    """A package that was saved."""
    text = language.text
    return _filled(
        DetailField(text("Recipient"), recipient(delivery.facts.recipient, language)),
        DetailField(text("Saved"), minute(delivery.time, language)),
        DetailField(text("Size of the package"), language.size(delivery.facts.package_size)),
    )


def handed_over_fields(given: HandedOver, language: Language) -> tuple[DetailField, ...]:
    """Who got it, when and how."""
    text = language.text
    name = given.to.name if isinstance(given.to, HandedOverPerson) else _gone(given.to, language)
    return _filled(
        DetailField(text("Given to"), _listed(in_words(given.facts.role, language), name)),
        DetailField(text("When"), minute(given.facts.at, language)),
        DetailField(text("How"), in_words(given.facts.channel, language)),
    )


def what_was_given(
    state: CaseState, given: HandedOver, language: Language
) -> tuple[DetailField, ...]:
    """The package or report that somebody got."""
    match state.thing_of(given.facts.what):
        case Delivery() as package:
            what = language.text(
                "The package that was saved {when}", when=minute(package.time, language)
            )
        case SealedDossier() as dossier:
            what = language.text(
                "The report that was made {when}", when=minute(dossier.time, language)
            )
        case _:
            return ()
    return (DetailField(language.text("What"), what),)


def given_to(state: CaseState, entry: EntryId, language: Language) -> tuple[DetailField, ...]:
    """Whether it is noted that a package or a report was given to somebody, and to whom."""
    text = language.text
    noted = [each for each in state.about(entry, HANDED_OVER) if not each.hidden]
    if not noted:
        return (DetailField(text("Handed over"), text("Not noted yet")),)
    return tuple(
        DetailField(
            text("Handed over"),
            _listed(
                in_words(each.current.facts.role, language),
                minute(each.current.facts.at, language),
                in_words(each.current.facts.channel, language),
            ),
        )
        for each in noted
    )


def restoration_fields(restored: Restoration, language: Language) -> tuple[DetailField, ...]:
    """An older copy of the vault that was taken into use."""
    text = language.text
    reason = restored.reason
    return _filled(
        DetailField(text("Last entry known before"), str(restored.lost.seq)),
        DetailField(text("Its fingerprint"), groups(restored.lost.hash)),
        DetailField(text("Why"), reason.reason if isinstance(reason, RestoredReason) else ""),
        DetailField(
            text("What it means"),
            text(
                "What was saved after the older copy is not in this vault. If the newer file turns up, keep it: this "
                "entry tells that it was once here."
            ),
        ),
    )


def _where(incident: Incident, language: Language) -> str:
    facts = incident.facts
    place = language.text("“{text}”", text=facts.venue_name) if facts.venue_name else ""
    seen = in_words(facts.visibility, language)
    return _listed(facts.platform, place, seen, facts.audience)


def _sender(incident: Incident, language: Language) -> str:
    """The letter of this case, and what names the profile: this pane is the person's own."""
    profile = incident.sender if isinstance(incident.sender, IncidentSender) else IncidentSender()
    named = incident.sender_name
    name = named.display_name if isinstance(named, IncidentSenderName) else ""
    relation = named.relation if isinstance(named, IncidentSenderName) else ""
    letter = language.text("Sender {letter}", letter=incident.label) if incident.label else ""
    handle = profile.handle or profile.platform_id or profile.profile_url
    return _listed(letter, name, handle, relation)


def _published(incident: Incident, language: Language) -> str:
    facts = incident.facts
    shown = language.text("“{text}”", text=facts.published_at_text)
    as_shown = language.text("{shown} as shown", shown=shown) if facts.published_at_text else ""
    return _listed(minute(facts.published_at, language), as_shown)


def _gone(part: object, language: Language) -> str:
    return language.text("cannot be read") if isinstance(part, Gap) else ""


def _listed(*words: str) -> str:
    return ", ".join(filter(None, words))


def _filled(*fields: DetailField) -> tuple[DetailField, ...]:
    return tuple(field for field in fields if field.value)
