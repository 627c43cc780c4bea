"""What the files that go along are written from: exactly what this recipient's dossier shows. Pure.

Rules:
- The Dossier value is all that there is of the case, and of it only the sections that the dossier has.
- Times are those of entries of the log, which shows them to everybody; hashes those of files that travel.
- Nothing here tells of the machine, nor of the moment of packing.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import msgspec

from app.dossier import Dossier, Section

_OF_SECTION: Mapping[Section, Mapping[str, object]] = {
    Section.ASKS: {"asks": ()},
    Section.PARTIES: {"parties": ()},
    Section.TIMELINE: {"timeline": ()},
    Section.INCIDENTS: {"incidents": ()},
    Section.EXHIBITS: {"exhibits": ()},
    Section.EXHIBIT_LIST: {"papers": ()},
    Section.GUIDANCE: {"guidance": ()},
    Section.DEADLINES: {"deadlines": ()},
    Section.ANSWERS: {"answers": ()},
}


class FileAlong(msgspec.Struct, frozen=True):
    """A file of an exhibit that lies in the package, under its path from the package's folder."""

    number: int
    path: str
    sha256: str
    size: int
    media_type: str


class Changes(msgspec.Struct, frozen=True):
    """Which version this is for its recipient, and what is other than in the one before.

    Attributes:
        name: such as ``1.1``.
        before: the name of the version before; "" for the first.
        added: numbers of exhibits that are new.
        removed: numbers of exhibits that are no longer there.
        shown_anew: numbers of exhibits of which another picture is shown.
        told: what else was sealed since and is told of.
    """

    name: str = "1.0"
    before: str = ""
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()
    shown_anew: tuple[int, ...] = ()
    told: tuple[str, ...] = ()


class AlongSource(msgspec.Struct, frozen=True, dict=True):
    """All that the files are written from.

    Attributes:
        dossier: as it is shown: see ``as_shown``.
        files: those of exhibits, in the order of the package.
        changes: which version it is.
        times: when the shown entries were sealed, in UTC, by place.
        divided: whether the package may be shared out over several parts.
    """

    dossier: Dossier
    files: tuple[FileAlong, ...]
    changes: Changes
    times: Mapping[int, str]
    divided: bool = False

    def shown_file(self, number: int) -> FileAlong | None:
        """Return the file of what is shown of an exhibit; None where none travels."""
        return self._by_folder["exhibits"].get(number)

    def original_file(self, number: int) -> FileAlong | None:
        """Return the file of an exhibit's original; None where it does not travel beside what is shown."""
        return self._by_folder["originals"].get(number)

    def clip_file(self, number: int) -> FileAlong | None:
        """Return the file of a covered clip of an exhibit; None where none travels."""
        return self._by_folder["media"].get(number)

    @cached_property
    def _by_folder(self) -> Mapping[str, Mapping[int, FileAlong]]:
        found: dict[str, dict[int, FileAlong]] = {
            "exhibits": {},
            "originals": {},
            "media": {},
        }
        for each in self.files:
            found[each.path.split("/")[1]][each.number] = each
        return found


def as_shown(dossier: Dossier) -> Dossier:
    """Return the dossier without what no section of it prints."""
    empty: dict[str, object] = {}
    for section, fields in _OF_SECTION.items():
        if section not in dossier.sections:
            empty |= fields
    summary = dossier.summary
    if Section.SUMMARY not in dossier.sections:
        summary = msgspec.structs.replace(summary, paragraphs=(), rows=())
    written = tuple(each for each in dossier.written if each.name in dossier.sections)
    derived = tuple(each for each in dossier.derived if each.name in dossier.sections)
    return msgspec.structs.replace(
        dossier, summary=summary, written=written, derived=derived, **empty
    )
