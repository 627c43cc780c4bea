"""What is disclosed with other names: for everybody but the police and the person's own copy. Pure.

A body cannot change: where a part names somebody, it stays shut, and what is printed stands in an entry of its own,
sealed before the report. Of a sender's profile no name, address or id is told, but for links that the person sends.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

import msgspec

from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.shared_text import SharedField, SharedText
from app.casework.named import stands_for, texts_in, with_texts
from app.dossier.told import LinkWithName, ToldText
from app.language import Language
from app.naming import People, is_link, link_names_somebody, links_in, without_names
from evidence_store import EntryId

T = TypeVar("T")
_SENDER = (INCIDENT.tag, "sender")
_PROFILE = frozenset({"handle", "platform_id"})


class Renaming:
    """Tells texts with what people are called instead of their names."""

    def __init__(
        self,
        people: People,
        language: Language,
        sent: Collection[str] = (),
        shared: Iterable[SharedText] = (),
    ) -> None:
        """Take what decides.

        Args:
            people: who is called by another name; nobody, for a reader who is told the names.
            language: of the report.
            sent: links that the person sends although they hold a name.
            shared: what was sealed for this reader, newest first.
        """
        self.people = people
        self._language = language
        self._sent = frozenset(sent)
        self._shared = tuple(shared)
        self._told: dict[tuple[EntryId, str], ToldText] = {}
        self._links: dict[LinkWithName, None] = {}

    @property
    def told(self) -> tuple[ToldText, ...]:
        """The texts that were told otherwise, in the order in which they were disclosed."""
        return tuple(self._told.values())

    @property
    def links(self) -> tuple[LinkWithName, ...]:
        """The links that hold a name, and whether they are sent."""
        return tuple(self._links)

    def shuts(self, kind: str, name: str, entry: EntryId, value: object) -> bool:
        """Return whether nothing is left of a part: of a sender's profile, where no link to it is sent."""
        if not self.people.persons or (kind, name) != _SENDER:
            return False
        texts = [text for _, text in texts_in(value)]
        for text in texts:
            self._note_links(text, entry, all_name=True)
        return not any(text.strip() in self._sent for text in texts)

    def words(self, text: str) -> str:
        """Return a text of the report itself without names."""
        return without_names(text, self.people, self._language, self._sent)

    def part(self, kind: str, name: str, entry: EntryId, value: T) -> tuple[T, ToldText | None]:
        """Return a part as it is told, and what of it is told otherwise; None where all is told as it is."""
        if not self.people.persons or name == "object" or not isinstance(value, msgspec.Struct):
            return value, None
        profile = (kind, name) == _SENDER
        fields = tuple(
            SharedField(place, said)
            for place, text in texts_in(value)
            if (said := self._said(place, text, entry, profile=profile)) != text
        )
        if not fields:
            return value, None
        sealed = next(
            (
                each
                for each in self._shared
                if stands_for(each, entry, name, fields, self._language.code)
            ),
            None,
        )
        told = ToldText(
            entry, name, fields, sealed.entry if sealed else None, sealed.time if sealed else ""
        )
        self._told[entry, name] = told
        return with_texts(value, {each.field: each.text for each in fields}), told

    def _said(self, place: str, text: str, entry: EntryId, *, profile: bool) -> str:
        if not text or (profile and place in _PROFILE):
            return ""
        self._note_links(text, entry, all_name=profile)
        if profile or is_link(text):
            names = profile or link_names_somebody(text, self.people)
            return "" if names and text.strip() not in self._sent else text
        return self.words(text)

    def _note_links(self, text: str, entry: EntryId, *, all_name: bool) -> None:
        for start, end in links_in(text):
            link = text[start:end]
            if all_name or link_names_somebody(link, self.people):
                self._links[LinkWithName(link, entry, link in self._sent)] = None
