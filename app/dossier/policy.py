"""What each recipient is shown: read from resources/recipients/<recipient>.toml, never decided in code.

Rules:
- Default deny: a part that the file does not name is withheld, whatever it is called.
- ``opened_if_chosen`` opens parts of single entries: those that the person chose, and no others of their kind.
- What was shared of the private chain is opened by consent alone: a file says what may be ``offered``, no more.
- No file names a kind of the private chain alone: nothing of it can be opened for anybody.
- The file is read strictly. An unknown key, kind, part, role or section is an error, not a shrug.
- Some parts are opened for nobody: they name the device, the other windows on the screen, or the file's old name,
  hold in full what the pages show in part, list what went along in one package, or say what a file holds beside its
  picture, and of itself.
- A working copy is shown with its marks and black boxes declared, or not at all.
- Every dossier says how it can be checked and what is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from app.casework import KIND_PARTS, KINDS, InDossier, Written
from app.casework.kinds.compared import COMPARED
from app.casework.kinds.disclosed import DISCLOSED
from app.casework.kinds.shared_text import SHARED_TEXT
from app.casework.kinds.witness import WITNESS
from app.dossier.errors import PolicyError, UnknownRecipientError
from app.dossier.model import Section
from app.language import Wording
from app.vocabulary import DisclosedTopic, Owner, Role, Zone

NEVER_OPENED = frozenset(
    {
        *("machine", "screen", "window", "source", "full", "findings"),
        *("claims", "contents", "likeness", "package"),
    }
)
_EVERY_ENTRY = ("person", "machine")
_DECLARED = frozenset({"facts", "marks", "redactions"})
WRITTEN_SECTIONS: Mapping[str, tuple[Written[Any], InDossier]] = {
    how.section or kind.tag: (kind, how)
    for kind in KINDS
    if isinstance(kind, Written) and (how := kind.in_dossier) is not None
}
"""Kinds with a section of their own, and how they stand in it, by its name."""
_PRIVATE_ALONE = frozenset(kind.tag for kind in KINDS if kind.zones == {Zone.PRIVATE})
_SHORTENED = (Section.INTEGRITY, Section.GUIDANCE)
_REQUIRED = (Section.COVER, Section.INTEGRITY, Section.OMISSIONS)


class Block(StrEnum):
    """What a recipient's first page holds beside what happened and what is asked for."""

    DEADLINE = "deadline"
    PASTE = "paste"
    ANSWERS = "answers"


class Within(StrEnum):
    """Until when something is asked for."""

    DAY = "day"
    WEEK = "week"


class Ask(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that the person may ask the recipient for.

    Attributes:
        id: its name.
        da: the words in Danish.
        en: the words in English.
        chosen: whether it is asked for by default.
        within: until when; None where no time is named.
        who: who is to do it; nothing for the recipient alone.
    """

    id: str
    da: str
    en: str
    chosen: bool = True
    within: Within | None = None
    who: tuple[Role, ...] = ()

    def of(self, language: str) -> str:
        """Return the words in a language."""
        return self.da if language == "da" else self.en


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One recipient.

    Attributes:
        recipient: the id, equal to the file's name.
        role: the recipient's role in the case, for finding the workplace or union named in a contact.
        name: what the recipient is called on the cover.
        header: how the header goes on after the case's title.
        kicker: the line above the cover's title.
        sections: in order, by name.
        opened: kind of entry to the names of its parts that are shown.
        context: whether pictures of the whole screen are included unless chosen otherwise.
        log_leaves_out: roles whose being told is not the recipient's business.
        opened_if_chosen: the same for parts of single entries: shown only of those that the person chose.
        notes: whether neutral notes are chosen unless the person says otherwise.
        files: whether added files go along unless the person says otherwise.
        offered: what of the private chain the person may share with them, by consent and one by one.
        asks: what can be asked for.
        warnings: for the person who makes the dossier.
        first_page: what the first page holds beside what happened and what is asked for.
        deadlines: whose deadlines are told.
        examples: so many exhibits are enough unless the person chooses; 0 for all.
        window_days: so many days after each event are marked in the course of events; 0 for none.
        unmasked: whether an original may go along, where the person chose it, although a copy of it is covered.
        short: sections that are told in short.
    """

    recipient: str
    role: Role
    name: Wording
    header: Wording
    kicker: Wording
    sections: tuple[str, ...]
    opened: Mapping[str, tuple[str, ...]]
    context: bool
    log_leaves_out: tuple[Role, ...]
    opened_if_chosen: Mapping[str, tuple[str, ...]] = {}
    notes: bool = False
    files: bool = False
    offered: tuple[DisclosedTopic, ...] = ()
    asks: tuple[Ask, ...] = ()
    warnings: tuple[Wording, ...] = ()
    first_page: tuple[Block, ...] = ()
    deadlines: tuple[Owner, ...] = ()
    examples: int = 0
    window_days: int = 0
    unmasked: bool = False
    short: tuple[str, ...] = ()

    @property
    def tells_names(self) -> bool:
        """Return whether people are called by their names: only to whom the names of senders are told."""
        return self.opens("incident", "sender_name")

    def opens(self, kind: str, part: str) -> bool:
        """Return whether this recipient is shown this part of entries of this kind."""
        return part not in NEVER_OPENED and part in self.opened.get(kind, ())

    def opens_chosen(self, kind: str, part: str) -> bool:
        """Return whether this recipient is shown this part of an entry of this kind that the person chose."""
        chosen = part not in NEVER_OPENED and part in self.opened_if_chosen.get(kind, ())
        return chosen or self.opens(kind, part)


def recipients(folder: Path) -> tuple[str, ...]:
    """Return the recipients there are data for, by name."""
    return tuple(sorted(file.stem for file in folder.glob("*.toml")))


def load_policy(folder: Path, recipient: str) -> Policy:
    """Read one recipient's policy.

    Raises:
        UnknownRecipientError: there is no such recipient.
        PolicyError: the file says something that is not understood.
    """
    known = recipients(folder)
    if recipient not in known:
        raise UnknownRecipientError(recipient, known)
    file = folder / f"{recipient}.toml"
    try:
        policy = msgspec.toml.decode(file.read_bytes(), type=Policy)
    except (OSError, ValueError) as error:
        raise PolicyError(file, str(error)) from error
    for reason in policy_faults(policy, recipient):
        raise PolicyError(file, reason)
    return policy


def policy_faults(policy: Policy, recipient: str) -> list[str]:
    """Return what cannot be of a policy under a name; nothing where it is a whole one."""
    faults: list[str] = []
    if policy.recipient != recipient:
        faults.append("names another recipient")
    if len(set(policy.sections)) != len(policy.sections):
        faults.append("names a section twice")
    if policy.sections[:1] != (Section.COVER,):
        faults.append("does not begin with the cover")
    known = {*Section, *WRITTEN_SECTIONS, DISCLOSED.tag, WITNESS.tag, COMPARED.tag}
    if len(set(policy.offered)) != len(policy.offered):
        faults.append("offers something twice")
    if policy.offered and DISCLOSED.tag not in policy.sections:
        faults.append(f"lacks the section {DISCLOSED.tag} for what it offers")
    faults += [f"unknown section {each!r}" for each in policy.sections if each not in known]
    faults += [f"lacks the section {each}" for each in _REQUIRED if each not in policy.sections]
    faults += [f"cannot shorten {each!r}" for each in policy.short if each not in _SHORTENED]
    if min(policy.examples, policy.window_days) < 0:
        faults.append("counts below nothing")
    ids = [ask.id for ask in policy.asks]
    if len(set(ids)) != len(ids):
        faults.append("names an ask twice")
    words: list[Wording | Ask] = [
        policy.name,
        policy.header,
        policy.kicker,
        *policy.warnings,
        *policy.asks,
    ]
    faults += ["lacks words in a language" for each in words if not (each.da and each.en)]
    return faults + _part_faults(policy.opened) + _chosen_faults(policy)


def _chosen_faults(policy: Policy) -> list[str]:
    """Return the faults of what is opened for chosen entries, together with what is open anyway."""
    both = {
        kind: (*policy.opened.get(kind, ()), *parts)
        for kind, parts in policy.opened_if_chosen.items()
    }
    return _part_faults(both)


def _part_faults(opened: Mapping[str, tuple[str, ...]]) -> list[str]:
    faults: list[str] = []
    for kind, parts in opened.items():
        if kind not in KIND_PARTS:
            faults.append(f"unknown kind {kind!r}")
            continue
        if kind == DISCLOSED.tag:
            faults.append("what was shared is opened by consent alone")
            continue
        if kind == SHARED_TEXT.tag:
            faults.append("a text with other names is opened where it stands for another")
            continue
        if kind in _PRIVATE_ALONE:
            faults.append(f"{kind} is private: no file names it")
            continue
        known = {*KIND_PARTS[kind], *_EVERY_ENTRY}
        faults += [f"unknown part {kind}.{part}" for part in parts if part not in known]
        faults += [f"{kind}.{part} is never opened" for part in parts if part in NEVER_OPENED]
        # Without its facts nobody can tell what an entry's other parts are about.
        if parts and not {"facts", "genesis"} & set(parts):
            faults.append(f"{kind} is opened without its facts")
    copy = set(opened.get("working_copy", ()))
    if "object" in copy and not copy >= _DECLARED:
        faults.append("a working copy is shown without its marks and black boxes")
    return faults
