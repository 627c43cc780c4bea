"""The words by which an entry is found: titles, names, links, quotes, notes. Nothing of the machine."""

from __future__ import annotations

from collections.abc import Mapping

from app.casework.decoded import Body, Gap
from app.casework.kinds import KINDS
from app.casework.kinds.working_copy import WorkingCopyFull, WorkingCopyMarks
from app.casework.part import Part

# Told to the vault with the words: another one makes the index anew. Raised with each change of ``searched``.
INDEX_VERSION = "10"

_SEARCHED: Mapping[type, tuple[str, ...]] = {
    kind.parts[name]: fields for kind in KINDS for name, fields in kind.searched.items()
}


def index_text(parts: Mapping[str, Body | Gap] | Mapping[str, Part]) -> str:
    """Return one line for each text worth finding, in the order of the parts."""
    lines: list[str] = []
    for part in parts.values():
        lines += [getattr(part, field) for field in _SEARCHED.get(type(part), ())]
        if isinstance(part, WorkingCopyFull | WorkingCopyMarks):
            for mark in part.marks:
                lines += [getattr(mark, field, "") for field in ("caption", "text")]
    return "\n".join(dict.fromkeys(line for line in lines if line))
