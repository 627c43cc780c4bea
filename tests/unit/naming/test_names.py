"""Where a text names somebody, and the same text with what they are called instead."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.language import Language
from app.naming import (
    People,
    Person,
    Pseudonym,
    called,
    find_people,
    link_names_somebody,
    names_somebody,
    without_names,
)
from app.vocabulary import Relation
from tests.unit.house.tree import ROOT

DANISH = Language("da", ROOT / "resources" / "locales")
ENGLISH = Language("en", ROOT / "resources" / "locales")


def person(
    relation: Relation,
    mark: str,
    *names: str,
    handles: tuple[str, ...] = (),
    ids: tuple[str, ...] = (),
) -> Person:
    return Person(Pseudonym(relation, mark), names, handles, ids)


PEOPLE = People(
    (
        person(
            Relation.SENDER,
            "A",
            "Torben Eks",
            handles=("torben_eks", "@te"),
            ids=("100012345678",),
        ),
        person(Relation.CITIZEN, "A", "Åse Nørgaard Prøve"),
        person(Relation.CHILD, "1", "Jens"),
        person(Relation.COLLEAGUE, "B", "Anna-Marie Skov"),
        person(Relation.RELATIVE, "A", "José Prøve"),
    ),
    own="Mette Nørgaard",
    stay=("Hanne Eks",),
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Torben Eks skrev det", "Afsender A skrev det"),
        ("TORBEN EKS!", "Afsender A!"),
        ("torben skrev", "Afsender A skrev"),
        ("Eks, Torben", "Afsender A"),
        ("T. Eks sagde", "Afsender A sagde"),
        ("Torben B. Eks sagde", "Afsender A sagde"),
        ("Torben\nEks", "Afsender A"),
        ("Torben Eks’ opslag", "Afsender A’s opslag"),
        ("Torben Eks' opslag", "Afsender A’s opslag"),
        ("Torbens ven", "Afsender A’s ven"),
        ("Torben's friend", "Afsender A’s friend"),
        ("Eks-sagen", "Afsender A-sagen"),
        ("torben.eks92 og torbeneks", "Afsender A og Afsender A"),
        ("Se @torben_eks.", "Se Afsender A."),
        ("Se @te, ikke te", "Se Afsender A, ikke te"),
        ("profil 100012345678", "profil Afsender A"),
        ("Aase Noergaard ringede", "Borger A ringede"),
        ("ÅSE PRØVE", "Borger A"),
        ("A\u030ase Prøve", "Borger A"),
        ("Tor\u00adben E\u0301ks", "Afsender A"),
        ("Jens’ bog og Jenses bold", "Barn 1’s bog og Barn 1’s bold"),
        ("Anna Marie Skov", "Kollega B"),
        ("Marie sagde", "Kollega B sagde"),
        ("Jose ringede", "Pårørende A ringede"),
        ("Fru Prøve kom", "Fru Borger A eller Pårørende A kom"),
    ],
)
def test_somebody_is_called_by_another_name(text: str, said: str) -> None:
    assert without_names(text, PEOPLE, DANISH) == said


@pytest.mark.parametrize(
    "text",
    [
        "Torbenianer og eksempel",
        "Eksamen",
        "ekskone",
        "hun gik en tur i skov og mark",
        "jens",
        "Nørgaard siger",
        "Mette Nørgaard",
        "Hanne Eks er leder",
        "1000123456789",
        "",
    ],
)
def test_what_names_nobody_stays_as_it_is(text: str) -> None:
    assert without_names(text, PEOPLE, DANISH) == text


def test_it_is_called_by_the_language_of_the_report() -> None:
    assert without_names("Torbens hus. Jens.", PEOPLE, ENGLISH) == "Sender A’s hus. Child 1."
    both = Pseudonym(Relation.CITIZEN, "A"), Pseudonym(Relation.CHILD, "2")
    assert called(both, ENGLISH) == "Citizen A or Child 2"


def test_a_link_that_holds_a_name_is_left_out_whole_unless_it_is_sent() -> None:
    link = "https://social.example/Torben.Eks/opslag/1"
    text = f"Se ({link}), og https://social.example/gruppe/2."
    left_out = without_names(text, PEOPLE, DANISH)
    assert left_out == "Se ((linket er ikke med)), og https://social.example/gruppe/2."
    assert without_names(text, PEOPLE, DANISH, {link}) == text


@pytest.mark.parametrize(
    "link",
    [
        "https://social.example/torben.eks",
        "https://social.example/%54orben%2EEks",
        "https://social.example/u/torben_eks/status/4",
        "social.example/profile?id=100012345678",
        "https://social.example/J%C3%B8rgen?who=Jos%C3%A9",
        "https://social.example/grupper/anna-marie-skov-2",
    ],
)
def test_a_link_holds_a_name_however_it_is_written(link: str) -> None:
    assert link_names_somebody(link, PEOPLE)
    assert not link_names_somebody("https://social.example/grupper/nordby/12345", PEOPLE)


WORD = st.text("abdefghiklmnoprstuvyæøåéü", min_size=3, max_size=9).map(str.capitalize)
NAMES = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
WRITTEN = st.sampled_from(
    [
        str,
        str.upper,
        lambda name: name + "s",
        lambda name: name + "’",
        lambda name: name + "'s",
        lambda name: unicodedata.normalize("NFD", name),
        lambda name: name.replace("å", "aa").replace("æ", "ae").replace("ø", "oe"),
        lambda name: name.replace(" ", "\u00a0"),
        lambda name: name.replace(" ", "."),
        "\u00ad".join,
        lambda name: f"@{name.replace(' ', '_')}",
    ]
)
AROUND = st.text(" .,!?()\n«»“”", max_size=4)


@settings(max_examples=60)
@given(NAMES, WRITTEN, AROUND, AROUND)
def test_a_name_is_found_however_it_is_written(
    name: str, written: object, before: str, after: str
) -> None:
    assert callable(written)
    people = People((person(Relation.CITIZEN, "A", name),))
    text = f"{before}{written(name)}{after}"
    assert names_somebody(text, people)
    left = without_names(text, people, DANISH)
    assert not names_somebody(left.replace("Borger A", ""), people)


@settings(max_examples=30)
@given(st.text(), NAMES)
def test_what_is_found_stands_apart_and_in_order(text: str, name: str) -> None:
    people = People((person(Relation.CITIZEN, "A", name),))
    found = find_people(f"{text} {name} {text}", people)
    assert found
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= each.start < each.end for each in found)


@given(st.text())
def test_without_people_a_text_stays(text: str) -> None:
    assert without_names(text, People(), DANISH) == text
