"""The closed sets of people who are called by another name in what leaves, and of what tells who somebody is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.language import deferred
from app.vocabulary.choice import Words


class Relation(StrEnum):
    """Who somebody is that is called by another name in what leaves."""

    CITIZEN = "citizen"
    RELATIVE = "relative"
    CHILD = "child"
    COLLEAGUE = "colleague"
    SENDER = "sender"


class Likeness(StrEnum):
    """What some letters look like."""

    CPR = "cpr"
    PHONE = "phone"
    MAIL = "mail"
    ADDRESS = "address"
    PLATE = "plate"
    NAME = "name"
    LINK = "link"
    FILE = "file"


PEOPLE_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, Words]] = {
    Relation: {
        Relation.CITIZEN: Words(deferred("Citizen")),
        Relation.RELATIVE: Words(deferred("Relative")),
        Relation.CHILD: Words(deferred("Child")),
        Relation.COLLEAGUE: Words(deferred("Colleague")),
        Relation.SENDER: Words(deferred("Sender")),
    },
    Likeness: {
        Likeness.CPR: Words(deferred("Looks like a civil registration number")),
        Likeness.PHONE: Words(deferred("Looks like a telephone number")),
        Likeness.MAIL: Words(deferred("Looks like a mail address")),
        Likeness.ADDRESS: Words(deferred("Looks like a street address")),
        Likeness.PLATE: Words(deferred("Looks like a number plate")),
        Likeness.NAME: Words(deferred("A name that the report itself does not give")),
        Likeness.LINK: Words(deferred("A link that holds a name")),
        Likeness.FILE: Words(deferred("The name of a file")),
    },
}
