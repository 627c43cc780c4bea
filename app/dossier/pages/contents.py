"""The contents: a line at the foot of the first page, or a page of their own; and who can be called."""

from __future__ import annotations

from collections.abc import Sequence

from app.dossier.model import Dossier, Section
from app.dossier.pages import look
from app.dossier.pages.setting import PageOf, Span
from app.dossier.pages.sheet import Link, Sheets, SheetWords
from app.dossier.pdf.tags import Tag
from app.language import Language

_BEFORE = 12.0


def foot_height(
    sheets: Sheets, entries: Sequence[tuple[str, str]], contact: str, language: Language
) -> float:
    """Return how much room the foot of the page takes; with no entries, that of the contact alone."""
    lines = sum(
        len(sheets.setter.lines(each, look.WIDTH)) for each in _foot(entries, contact, language)
    )
    return _BEFORE + lines * look.SMALL.leading + 2


def put_foot(
    sheets: Sheets, entries: Sequence[tuple[str, str]], contact: str, language: Language
) -> None:
    """Set the contents in a line, and who can be called; the number is written in by hand."""
    sheets.skip(_BEFORE)
    for each in _foot(entries, contact, language):
        sheets.paragraph(each)
        sheets.skip(2)


def _foot(
    entries: Sequence[tuple[str, str]], contact: str, language: Language
) -> list[list[Span | PageOf]]:
    ink = look.SMALL_BOLD._replace(colour=look.INK)
    made: list[list[Span | PageOf]] = []
    if contact:
        name = language.text("{name}, telephone ____________________", name=contact)
        made.append([Span(f"{language.text('Contact')}  ", ink), Span(name, look.SMALL)])
    if entries:
        spans: list[Span | PageOf] = [Span(f"{language.text('In this report, on page')}  ", ink)]
        for anchor, title in entries:
            bound = title.replace(" ", "\u00a0")
            before = " · " if len(spans) > 1 else ""
            spans += [Span(f"{before}{bound}\u00a0", look.SMALL), PageOf(anchor, look.SMALL)]
        made.append(spans)
    return made


def about_how_many(dossier: Dossier) -> int:
    """Return about how many pages there will be: it has to be known on the first one."""
    things = sum(len(each.things) for each in (*dossier.written, *dossier.derived))
    small = len(dossier.incidents) + len(dossier.timeline) // 4 + len(dossier.parties) // 3
    lines = len(dossier.statements) + 2 * len(dossier.exhibits) + 2 * len(dossier.omissions)
    return (
        4 + len(dossier.exhibits) + (things + small) // 5 + lines // 40 + len(dossier.guidance) // 6
    )


def contents_title(section: str, title: str, dossier: Dossier) -> str:
    """Return what the contents call a section: exhibits with their numbers, where these follow each other."""
    numbers = [exhibit.number for exhibit in dossier.exhibits]
    if section != Section.EXHIBITS or len(numbers) < 2:
        return title
    if numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{title} {numbers[0]}–{numbers[-1]}"
    return title


def put_contents(sheets: Sheets, entries: Sequence[tuple[str, str]]) -> None:
    """Set the sections (anchor, title) and their pages, each line a link."""
    row = min(21.0, (sheets.room() - 10) / max(len(entries), 1))
    contents = sheets.begin(Tag.CONTENTS)
    for anchor, title in entries:
        line = sheets.setter.single(title, look.BODY, look.WIDTH - 60)
        page = sheets.setter.lines((PageOf(anchor, look.BODY_MUTED),), 60)[0]
        baseline = sheets.y + row - 6
        with sheets.within(contents), sheets.tagged(Tag.CONTENT), sheets.tagged(Tag.LINK):
            sheets.put(SheetWords(look.LEFT, baseline, line))
            sheets.put(SheetWords(look.RIGHT, baseline, page, right=True))
            sheets.put(Link(anchor, True, look.LEFT, sheets.y, look.WIDTH, row))
        sheets.y += row
        sheets.rule(0.5, look.HAIRLINE)
    sheets.end(contents)
