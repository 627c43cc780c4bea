"""Who is called by another name in what leaves, and what that name is."""

from __future__ import annotations

import msgspec

from app.language import Language, deferred
from app.vocabulary import Relation

_CALLED = {
    Relation.CITIZEN: deferred("Citizen {mark}"),
    Relation.RELATIVE: deferred("Relative {mark}"),
    Relation.CHILD: deferred("Child {mark}"),
    Relation.COLLEAGUE: deferred("Colleague {mark}"),
    Relation.SENDER: deferred("Sender {mark}"),
}


class Pseudonym(msgspec.Struct, frozen=True, order=True):
    """Another name, the same for ever: a relation, and a letter (of children a number).

    Attributes:
        relation: who it is.
        mark: ``A``, or ``1`` of a child.
    """

    relation: Relation
    mark: str

    def words(self, language: Language) -> str:
        """Return it in words: ``Borger A``."""
        return language.text(_CALLED[self.relation], mark=self.mark)


class Person(msgspec.Struct, frozen=True):
    """Somebody who is not named in what leaves.

    Attributes:
        pseudonym: what they are called instead.
        names: whole names, each as it is typed.
        handles: names on a platform, without ``@``.
        ids: what a platform calls their profile.
    """

    pseudonym: Pseudonym
    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class People(msgspec.Struct, frozen=True):
    """All who are called by another name, and who is not.

    Attributes:
        persons: each once.
        own: the name of the person whose case it is: it stays, and so does each part of it.
        stay: whole names that stay, such as those of people who are told in their function.
    """

    persons: tuple[Person, ...] = ()
    own: str = ""
    stay: tuple[str, ...] = ()
