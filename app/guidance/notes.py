"""The pieces of guidance that are words alone: notes, and places to turn to."""

from __future__ import annotations

from app.guidance.sourced import Sourced
from app.language import Wording
from app.vocabulary import GuidanceTopic, Role


class GuidanceNote(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text in our own words.

    Attributes:
        id: its name, which ``guidance`` and ``--json`` know it by.
        topic: what it is about.
        title: what it is called.
        body: the text; an empty line parts its paragraphs.
        audience: the roles whose reports print it.
    """

    id: str
    topic: GuidanceTopic
    title: Wording
    body: Wording
    audience: tuple[Role, ...] = ()

    def faults(self) -> list[str]:
        """Return what cannot be."""
        whole = all((self.title.da, self.title.en, self.body.da, self.body.en))
        found = [] if whole else ["lacks words in a language"]
        if not self.id:
            found.append("has no name")
        return found + super().faults()

    def paragraphs(self, language: str) -> tuple[str, ...]:
        """Return the text in a language, paragraph by paragraph."""
        parts = self.body.of(language).split("\n\n")
        return tuple(" ".join(part.split()) for part in parts if part.strip())


class GuidanceContact(Sourced, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place to turn to.

    Attributes:
        id: its name.
        topic: what it is for.
        name: what it is called.
        what: what one turns to it for.
        phone: its number; "" where none is told.
        page: its page; "" where none is told.
    """

    id: str
    topic: GuidanceTopic
    name: Wording
    what: Wording
    phone: str = ""
    page: str = ""

    def faults(self) -> list[str]:
        """Return what cannot be."""
        whole = all((self.name.da, self.name.en, self.what.da, self.what.en))
        found = [] if whole else ["lacks words in a language"]
        if not self.id:
            found.append("has no name")
        if self.page and not self.page.startswith("https://"):
            found.append("has an address that is no page")
        return found + super().faults()
