"""The Danish catalogue beside what the code says: new texts wait in it for their Danish, unsaid ones leave it.

The same texts always give the same file: sorted, a text on one line, without dates and flags. So what two people add
meets in different places, and writing it by hand gives what the tool writes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tools.messages.reading import ROOT, Said

PATH = ROOT / "resources/locales/da/LC_MESSAGES/bevismappe.po"


def read(text: str) -> Catalog:
    """Return the catalogue. Raises PoFileError."""
    return read_po(io.BytesIO(text.encode()), locale="da", abort_invalid=True)


def updated(text: str, said: Iterable[Said]) -> str:
    """Return the catalogue's text with just what is said; what has no Danish yet has an empty msgstr."""
    catalogue, template = read(text), Catalog()
    for each in said:
        template.add((each.one, each.many) if each.many else each.one)
    catalogue.update(template, no_fuzzy_matching=True)
    for message in catalogue:
        message.flags.clear()
    written = io.BytesIO()
    write_po(written, catalogue, width=0, omit_header=True, sort_output=True, ignore_obsolete=True)
    header, _, _ = text.partition("\n\n")
    return f"{header}\n\n{written.getvalue().decode().strip()}\n"


def without_danish(text: str) -> list[str]:
    """Return the msgids that nobody has translated yet."""
    wanting = (message for message in read(text) if message.id)
    return [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in wanting
        if not all([message.string] if isinstance(message.string, str) else message.string or [""])
    ]
