"""What could slip out with a report is told with its place, in texts, links and pictures, before anything is made."""

from __future__ import annotations

import pytest

from app.actions.find_leaks import find_leaks
from app.actions.make_dossier import DossierOrder
from app.actions.mark_and_redact import set_layer
from app.actions.name_people import register_person
from app.actions.open_case import OpenCase
from app.actions.preview_dossier import compose_dossier
from app.actions.read_text import keep_text
from app.actions.write_down import write_down
from app.casework.kinds.incident_fields import IncidentDraft
from app.dossier import Choices, Found, place_words
from app.markup import Box, Layer, Redaction
from app.picture import ReadText, ReadWord
from app.vocabulary import Likeness, Relation
from tests.unit.actions.acting import captured
from tests.worlds import ENGLISH, FONT, RESOURCES

LINK = "https://social.example/solvej.proeve/12"


def leaks(case: OpenCase, recipient: str = "manager", **chosen: object) -> tuple[Found, ...]:
    order = DossierOrder(recipient, Choices(**chosen), ENGLISH, RESOURCES)  # type: ignore[arg-type]
    return find_leaks(case, order, compose_dossier(case, order))


def told(found: tuple[Found, ...]) -> list[tuple[Likeness, str, str]]:
    return [(each.likeness, each.words, place_words(each, ENGLISH)) for each in found]


@pytest.fixture
def filled(case: OpenCase) -> OpenCase:
    exhibit = captured(case)
    register_person(case, Relation.CITIZEN, ("Solvej Prøve",))
    write_down(
        case,
        IncidentDraft(
            exhibits=(exhibit.original,),
            permalink=LINK,
            quote="Solvej bor på Skovvej 4. Skriv til hun@nordby.example",
        ),
    )
    read = (
        ReadWord("Solvej", 2, 2, 40, 10, 90, 0),
        ReadWord("Prøves", 44, 2, 40, 10, 90, 0),
        ReadWord("010203-1234", 2, 20, 80, 10, 90, 1),
    )
    keep_text(case, exhibit, ReadText(read, "fake", "1", "dan", 120, 80))
    return case


def test_everything_is_told_with_its_place(filled: OpenCase) -> None:
    assert told(leaks(filled)) == [
        (Likeness.LINK, LINK, "Link, exhibit 1"),
        (Likeness.ADDRESS, "Skovvej 4", "Quote, exhibit 1"),
        (Likeness.MAIL, "hun@nordby.example", "Quote, exhibit 1"),
        (Likeness.NAME, "Solvej Prøves", "The picture, line 1, exhibit 1"),
        (Likeness.CPR, "010203-1234", "The picture, line 2, exhibit 1"),
    ]


def test_what_is_covered_does_not_slip_out(filled: OpenCase) -> None:
    exhibit = filled.state.exhibits[0]
    boxes = (
        Redaction(Box(0, 0, 90, 14), "navn"),
        Redaction(Box(0, 18, 30, 14), "kun noget af nummeret"),
    )
    set_layer(filled, exhibit, Layer((), boxes), FONT)
    found = [each for each in leaks(filled) if each.in_picture]
    assert told(tuple(found)) == [(Likeness.CPR, "010203-1234", "The picture, line 2, exhibit 1")]


def test_whoever_is_told_names_is_still_told_no_number_unnoticed(filled: OpenCase) -> None:
    found = {each.likeness for each in leaks(filled, "police")}
    assert Likeness.CPR in found
    assert not found & {Likeness.LINK, Likeness.NAME}


def test_a_link_that_is_sent_is_told_as_sent(filled: OpenCase) -> None:
    (link,) = [each for each in leaks(filled, links=(LINK,)) if each.likeness is Likeness.LINK]
    assert link.sent
