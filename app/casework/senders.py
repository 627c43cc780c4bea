"""The profiles behind the incidents, each with a letter: a dossier says "Afsender A", not a name.

Rules:
- Letters follow the first appearance in the ledger and never change; a profile that a correction took away keeps
  its letter, so that a dossier made earlier still means the same.
- One profile is known again by what identifies it on its platform: its id, its address, its handle; only where
  none of them is given, by the name shown.
"""

from __future__ import annotations

import msgspec

from app.casework.kind import Profile
from app.casework.rows import Places, Rows
from evidence_store import EntryId


class Sender(msgspec.Struct, frozen=True):
    """One profile: its letter (A to Z, then AA), the entry it first appears in, and what identified it there."""

    label: str
    first: EntryId
    profile: Profile


class Senders(msgspec.Struct, frozen=True):
    """All profiles of a case, by order of appearance."""

    profiles: Rows[Sender] = msgspec.field(default_factory=Rows)
    known: Places[tuple[str, ...], int] = msgspec.field(default_factory=Places)

    def labelled(self, label: str) -> Sender | None:
        """The profile with that letter."""
        return next((each for each in self.profiles if each.label == label), None)


def place_sender(senders: Senders, entry: EntryId, profile: Profile) -> tuple[Senders, str]:
    """Know a profile again or give it the next letter. "" where nothing names one."""
    keys = _keys(profile)
    if not keys:
        return senders, ""
    index = next((found for key in keys if (found := senders.known.get(key)) is not None), None)
    profiles = senders.profiles
    if index is None:
        index = len(profiles)
        profiles = profiles.added(Sender(label(index), entry, profile))
    known = senders.known
    for key in keys:
        if known.get(key) is None:
            known = known.having(key, index)
    return Senders(profiles, known), profiles[index].label


def label(index: int) -> str:
    """The letter for a place counted from 0: A to Z, then AA, AB and so on."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _keys(profile: Profile) -> tuple[tuple[str, ...], ...]:
    where = profile.platform.strip().casefold()
    keys: list[tuple[str, ...]] = []
    if profile.platform_id.strip():
        keys.append(("id", where, profile.platform_id.strip()))
    if address := _address(profile.url):
        keys.append(("url", address))
    if handle := profile.handle.strip().lstrip("@").casefold():
        keys.append(("handle", where, handle))
    if not keys and profile.name.strip():
        keys.append(("name", where, " ".join(profile.name.split()).casefold()))
    return tuple(keys)


def _address(url: str) -> str:
    """A profile's address without what differs from one copy of the link to the next."""
    text = url.strip().casefold()
    text = text.removeprefix("https://").removeprefix("http://")
    for host in ("www.", "m."):
        text = text.removeprefix(host)
    return text.rstrip("/")
