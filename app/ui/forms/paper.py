"""The one file that a thing may hold beside its words, such as a receipt, as a field of its form. No Qt.

It is sealed as it is; a correction without one keeps the one that stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.actions.open_case import OpenCase
from app.actions.quote_read import ReadInPicture
from app.actions.write_down import write_down, write_down_read, write_down_with_file
from app.casework import Draft, FieldKind, Versioned, Written, file_name_of
from app.casework.kinds.incident_fields import IncidentDraft
from app.language import Language
from app.ui.forms.model import FormField, FormSection, Values
from evidence_store import EntryId

PAPER = "file"
"""Key of the field; what stands in it is a path."""


def with_paper(
    sections: Iterable[FormSection],
    kind: Written[Any],
    thing: Versioned[Any] | None,
    language: Language,
) -> tuple[FormSection, ...]:
    """Return the sections that have fields, with this one in the last that is open, where the kind takes a file."""
    sections = [section for section in sections if section.fields]
    if not kind.takes_file:
        return tuple(sections)
    help_text = language.text("It is kept as it is, beside your words.")
    name = file_name_of(thing.current) if thing is not None else ""
    if name:
        help_text = language.text(
            "{name} is kept. Another one stands instead of it; the old one stays readable.",
            name=name,
        )
    field = FormField(PAPER, language.text(kind.paper), FieldKind.FILE, help=help_text)
    last = max(index for index, section in enumerate(sections) if not section.folded)
    return tuple(
        replace(section, fields=(*section.fields, field)) if index == last else section
        for index, section in enumerate(sections)
    )


def no_paper(kind: Written[Any]) -> dict[str, str]:
    """Return what the field holds where no file was chosen; nothing where the kind takes none."""
    return {PAPER: ""} if kind.takes_file else {}


def seal_with(
    case: OpenCase,
    draft: Draft,
    values: Values,
    corrects: EntryId | None,
    drops: str,
    read: Sequence[ReadInPicture] = (),
) -> EntryId:
    """Seal what was said, with the file where one was chosen, and what the quote of a post was read from.

    Raises as ``write_down_with_file``.
    """
    if read and isinstance(draft, IncidentDraft):
        return write_down_read(case, draft, read, corrects=corrects, drops=drops)
    path = values.get(PAPER, "")
    if not path:
        return write_down(case, draft, corrects=corrects, drops=drops)
    return write_down_with_file(case, draft, Path(path), corrects=corrects, drops=drops)
