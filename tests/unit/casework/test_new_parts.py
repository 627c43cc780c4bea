"""A kind that gets a part: what was sealed before lacks it, and no correction by either program takes anything away."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from app.casework import Decoded, Draft, Field, Part, Versioned, parts_of
from app.casework.kind import Written
from app.casework.kinds.contact import CONTACT, ContactDraft, ContactFacts, ContactPerson
from app.casework.kinds.incident import INCIDENT, IncidentFacts, IncidentText
from evidence_store import EntryId
from tests.fakes.ledger import EVIDENCE, FakeLedger


class Checked(Part, frozen=True, kw_only=True, tag="contact_checked"):
    """A part that came later."""

    checked_on: str = ""


class NewContact(msgspec.Struct, frozen=True):
    """A contact with the part that came later."""

    facts: ContactFacts
    contact: ContactPerson | None = None
    checked: Checked | None = None


class NewDraft(ContactDraft, frozen=True, kw_only=True):
    """A contact as it is given since."""

    checked_on: str | None = None


_SECTION = CONTACT.sections[0]
_FIELDS = (*_SECTION.fields, Field(name="checked_on", part="checked"))
NEW: Written[Any] = replace(
    CONTACT,
    parts={**CONTACT.parts, "checked": Checked},
    value=NewContact,
    draft=NewDraft,
    sections=(replace(_SECTION, fields=_FIELDS),),
)
FACTS, PERSON = ContactFacts(organisation="Nordby"), ContactPerson(name="Bo Eks")
OLD_PARTS: dict[str, Part] = {"facts": FACTS, "contact": PERSON}


def _entry(seq: int, parts: dict[str, Part]) -> Decoded:
    return Decoded(EntryId(EVIDENCE, seq), "2026-11-23T13:03:11.042Z", "contact", parts)


def test_what_was_sealed_before_has_nothing_there() -> None:
    value = NEW.value_of(_entry(1, OLD_PARTS), None)
    assert value == NewContact(FACTS, PERSON, None)


def test_a_correction_by_an_older_program_leaves_the_new_part_as_it_was() -> None:
    first = NEW.value_of(
        _entry(1, {**OLD_PARTS, "checked": Checked(checked_on="2026-11-20")}), None
    )
    later = NEW.value_of(_entry(2, {"facts": ContactFacts(organisation="Sønderby")}), first)
    assert later.checked == Checked(checked_on="2026-11-20")
    assert later.contact == PERSON
    assert later.facts.organisation == "Sønderby"


def test_a_posts_own_way_of_reading_takes_parts_along_too() -> None:
    ledger = FakeLedger()
    first = ledger.add(IncidentFacts(platform="Facebook"), text=IncidentText(quote="q"))
    ledger.add(IncidentFacts(platform="Instagram", corrects=first))
    (incident,) = ledger.state().of(INCIDENT)
    assert isinstance(incident, Versioned)
    assert incident.current.text == IncidentText(quote="q")
    assert incident.current.facts.platform == "Instagram"


def test_a_posts_parts_are_sealed_in_the_order_of_its_kind() -> None:
    draft: Draft = INCIDENT.draft(url="https://example.org/?fbclid=1", why="w")
    parts = parts_of(FakeLedger().state(), draft, None, "2026-11-23T13:03:11.042Z")
    assert tuple(parts) == tuple(INCIDENT.parts)
