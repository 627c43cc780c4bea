"""What can be read in the texts that leave, although the report itself does not tell it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from app.casework.kinds.case import Author, CaseFacts
from app.casework.kinds.contact import ContactFacts, ContactPerson
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.casework.kinds.notification import NotificationFacts, NotificationPerson, NotificationText
from app.casework.kinds.working_copy import (
    WorkingCopyFacts,
    WorkingCopyMarks,
    WorkingCopyRedactions,
)
from app.dossier import Found, found_in_texts, place_words
from app.dossier.policy import Policy
from app.markup.shapes import Number
from app.vocabulary import Likeness, Role
from evidence_store import EntryId
from tests.unit.dossier.composing import CONSULTANT, ENGLISH, MANAGER, composed, words_of
from tests.unit.dossier.sample_case import SampleCase, made_picture


def found(case: SampleCase, policy: Policy = MANAGER, **choices: Any) -> tuple[Found, ...]:
    return found_in_texts(case.state, policy, composed(case, policy, **choices), ENGLISH)


def told(*found: Found) -> list[tuple[str, str, str]]:
    return [(each.likeness, each.words, place_words(each, ENGLISH)) for each in found]


def case_with(quote: str, **more: Any) -> SampleCase:
    """A case with a picture, and a post that it shows."""
    case = SampleCase()
    case.add(Author(name="Mette Eks"))
    picture = case.capture(made_picture(20, 20), "2026-11-23T13:03:11.000Z", (20, 20))
    case.add(
        IncidentFacts(exhibits=(picture,)),
        text=IncidentText(quote=quote, **more),
        sender_name=IncidentSenderName(display_name="Torben Prøve"),
    )
    return case


def test_the_name_of_who_was_told_is_found_in_what_was_answered() -> None:
    case = case_with("Ring til hende.")
    case.add(
        NotificationFacts(role=Role.MANAGER, at="2026-11-23T14:00:00.000Z"),
        to=NotificationPerson(name="Anne Holm"),
        text=NotificationText(said="Jeg fortalte det.", reply="Anne kontakter platformen i dag."),
    )
    assert told(*found(case)) == [("name", "Anne", "Who has been told: What was answered")]
    # Whoever is told the name by the report itself is not said to find it.
    assert found(case, CONSULTANT) == ()


def test_a_name_that_stays_shut_is_found_whole_or_in_part_and_with_an_s() -> None:
    case = case_with(
        "Spørg Lars Holm. Lars’ søn ved det.", description="LARS HOLM igen. Holms hund"
    )
    case.add(ContactFacts(role=Role.COLLEAGUE), contact=ContactPerson(name="Lars Holm"))
    assert told(*found(case)) == [
        ("name", "Lars Holm", "Quote, exhibit 1"),
        ("name", "Lars", "Quote, exhibit 1"),
        ("name", "LARS HOLM", "What it is about, exhibit 1"),
        ("name", "Holm", "What it is about, exhibit 1"),
    ]
    # A sender is called by another name everywhere, so nothing is left to find.
    assert found(case_with("Spørg Torben Prøve. Torbens søn ved det.")) == ()


def test_the_persons_own_name_is_not_found_nor_a_name_they_share() -> None:
    case = case_with("Mette Eks fra kommunen. Fru Eks lyver.")
    case.add(ContactFacts(role=Role.MANAGER), contact=ContactPerson(name="Hanne Eks"))
    assert found(case) == ()
    case = case_with("Hanne Eks fra kommunen.")
    case.add(ContactFacts(role=Role.MANAGER), contact=ContactPerson(name="Hanne Eks"))
    assert told(*found(case)) == [("name", "Hanne Eks", "Quote, exhibit 1")]


def test_an_ordinary_word_is_no_name() -> None:
    case = case_with("Der er ikke noget at bo for, og Borgen falder.")
    case.add(ContactFacts(), contact=ContactPerson(name="Bo"))
    assert found(case) == ()
    case = case_with("Sig det til Bo, for han ved det.")
    case.add(ContactFacts(), contact=ContactPerson(name="Bo"))
    assert told(*found(case)) == [("name", "Bo", "Quote, exhibit 1")]


@pytest.mark.parametrize(
    ("words", "likeness"),
    [
        ("Hendes cpr er 010203-1234.", Likeness.CPR),
        ("311299 1234", Likeness.CPR),
        ("0102031234", Likeness.CPR),
        ("Ring på 12 34 56 78 i dag", Likeness.PHONE),
        ("12345678", Likeness.PHONE),
        ("+45 00 00 12 34", Likeness.PHONE),
        ("Nummeret er 00 00 12 34", Likeness.PHONE),
    ],
)
def test_numbers_of_people_are_found(words: str, likeness: Likeness) -> None:
    assert [each.likeness for each in found(case_with(words))] == [likeness]


@pytest.mark.parametrize(
    "words",
    [
        "Den 23.11.2026 kl. 14.03",
        "451299-1234",  # no such day
        "4.812 medlemmer og 3 timer",
        "123 456 789 012",
        "sag 2026-12345678-9",
    ],
)
def test_other_numbers_are_not(words: str) -> None:
    assert found(case_with(words)) == ()


def test_captions_the_title_own_words_and_names_of_files_are_looked_through() -> None:
    case = case_with("Ingenting.")
    case.add(ContactFacts(role=Role.COLLEAGUE), contact=ContactPerson(name="Lars Vang"))
    case.add(CaseFacts(title="Sagen om Lars Vang"))
    case.add(
        FileFacts(added_at="2026-11-24T08:06:00.000Z", media_type="application/zip", size=9),
        png=b"PK",
        media_type="application/zip",
        source=FileSource(name="fra Lise Holm.zip"),
    )
    case.add(
        WorkingCopyFacts(parent=EntryId("e" * 32, 2), width_px=20, height_px=20),
        png=made_picture(20, 20),
        marks=WorkingCopyMarks(marks=(Number(5, 5, "Lars skriver"),)),
        redactions=WorkingCopyRedactions(),
    )
    assert told(*found(case, summary="Se fra Lise Holm", own_asks=("Ring 12 34 56 78",))) == [
        ("name", "Lars Vang", "Title on the cover"),
        ("file", "fra Lise Holm", "In short, in my own words"),
        ("phone", "12 34 56 78", "What I ask for"),
        ("name", "Lars", "Caption 1, exhibit 1"),
    ]


def test_the_annex_says_where_names_can_stand_and_never_whose_was_found() -> None:
    case = case_with("Ring til Anne.")
    case.add(
        NotificationFacts(role=Role.MANAGER),
        to=NotificationPerson(name="Anne Holm"),
        text=NotificationText(reply="Ja."),
    )
    dossier = composed(case)
    (row,) = [each for each in dossier.omissions if each.what == "Names of those who were told"]
    assert row.why == (
        "In the report’s own words they are named by their role. Pictures, quotes and the employee’s own words can"
        " show names: exhibit 1."
    )
    assert "Holm" not in words_of(dossier)
    # The same is said where nothing is found: else it would tell whose name it is.
    without = composed(case_with("Ring til hende."))
    assert row in without.omissions


def test_where_no_exhibit_goes_along_the_annex_speaks_of_own_words_alone() -> None:
    case = SampleCase()
    case.add(NotificationFacts(role=Role.MANAGER), to=NotificationPerson(name="Anne Holm"))
    (row,) = [
        each for each in composed(case).omissions if each.what == "Names of those who were told"
    ]
    assert row.why == (
        "In the report’s own words they are named by their role. The employee’s own words stand as they were typed, and"
        " can name them."
    )


def test_a_user_name_leaves_under_no_policy_that_tells_no_names() -> None:
    case = SampleCase()
    case.add(
        IncidentFacts(),
        sender=IncidentSender(handle="torben.proeve"),
        text=IncidentText(quote="Se mere hos torben.proeve"),
    )
    narrow = msgspec.structs.replace(
        MANAGER, opened={**MANAGER.opened, "incident": ("facts", "text")}
    )
    for policy in (MANAGER, narrow):
        assert found(case, policy) == ()
        assert "proeve" not in words_of(composed(case, policy))
