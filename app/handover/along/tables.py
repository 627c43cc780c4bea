"""Tables for a spreadsheet: exhibits, what happened, and what else is told. Pure.

Rules:
- UTF-8 with a byte order mark, semicolons, every cell in quotation marks, lines ended by CR LF: a double click opens
  them, also where a comma stands in numbers.
- No cell is a formula: one that begins like one, behind whatever blanks, gets an apostrophe in front, as OWASP has it
  ("CSV Injection"). A cell is one line, and what steers how its neighbours are read stands as its code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from app.dossier import Dossier, PrintedRow
from app.handover.along.source import AlongSource
from app.inert import shown
from app.language import Language

_MARK = "\ufeff"
_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|%]")
_BREAK = re.compile(r"\s*[\r\n\t\v\f\x85\u2028\u2029]+\s*")


def cell(value: object) -> str:
    """Return one cell, which no spreadsheet takes for a formula."""
    if isinstance(value, int):
        return f'"{value}"'
    words = shown(_BREAK.sub(" / ", str(value).strip()))
    if _FORMULA.match(words):
        words = f"'{words}"
    return '"' + words.replace('"', '""') + '"'


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as bytes."""
    lines = (";".join(map(cell, row)) + "\r\n" for row in (head, *rows))
    return (_MARK + "".join(lines)).encode()


def exhibit_table(source: AlongSource, language: Language) -> bytes:
    """Return the table of exhibits and of the files beside words."""
    text = language.text
    head = (
        text("Exhibit"), text("What"), text("Sealed (UTC)"), text("Entry"), text("Covered"),
        text("File"), text("Fingerprint of the file (SHA-256)"), text("Original"),
        text("Fingerprint of the original (SHA-256)"), text("Details"),
    )  # fmt: skip
    rows: list[tuple[object, ...]] = []
    for each in source.dossier.exhibits:
        here, original = source.shown_file(each.number), source.original_file(each.number)
        rows.append(
            (
                each.number,
                each.title,
                source.times.get(each.shown.seq, ""),
                each.shown.seq,
                text("Yes") if each.covered else text("No"),
                here.path if here else "",
                here.sha256 if here else "",
                original.path if original else "",
                original.sha256 if original else "",
                _details(each.rows),
            )
        )
    for paper in source.dossier.papers:
        here = source.shown_file(paper.number)
        rows.append(
            (paper.number, f"{paper.name} · {paper.what}", source.times.get(paper.entry.seq, ""),
             paper.entry.seq, text("No"), here.path if here else "", here.sha256 if here else "", "", "", "")
        )  # fmt: skip
    return table(head, rows)


def event_table(dossier: Dossier, language: Language) -> bytes:
    """Return the table of what happened, in the order of the dossier's timeline."""
    text = language.text
    head = (text("When"), text("What"), text("Exhibits"))
    return table(
        head, ((each.when, each.what, _numbers(each.exhibits)) for each in dossier.timeline)
    )


def record_table(dossier: Dossier, language: Language) -> bytes:
    """Return all that is told piece by piece: section, what, label and value."""
    text = language.text
    head = (text("Section"), text("What"), text("Field"), text("Value"))
    rows: list[tuple[str, str, str, str]] = []
    for incident in dossier.incidents:
        what = text("Incident {number}", number=incident.number)
        rows.append((text("Incidents"), what, text("What"), incident.title))
        rows += [(text("Incidents"), what, each.label, each.value) for each in incident.rows]
        if incident.exhibits:
            rows.append((text("Incidents"), what, text("Exhibits"), _numbers(incident.exhibits)))
    for section in dossier.written:
        for thing in section.things:
            if thing.text:
                rows.append((section.heading, thing.title, text("Text"), thing.text))
            rows += [(section.heading, thing.title, each.label, each.value) for each in thing.rows]
            if not thing.text and not thing.rows:
                rows.append((section.heading, thing.title, "", ""))
    return table(head, rows)


def _details(rows: Iterable[PrintedRow]) -> str:
    return " / ".join(f"{each.label}: {each.value}" for each in rows)


def _numbers(exhibits: Iterable[int]) -> str:
    return ", ".join(map(str, exhibits))
