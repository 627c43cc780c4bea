"""The sheet for a talk about a concern: what worries, what to watch for, what was agreed, and room for notes. One page.

Rules:
- It is one page of A4. What is too long for that is cut, and the sheet says where the whole of it stands.
- It says what the person wrote of this concern, and nothing else of the case.
"""

from __future__ import annotations

from pathlib import Path

from app.dossier.model import PrintedRow
from app.dossier.one_sheet import drawn, put_heading, put_point
from app.dossier.pages import look
from app.dossier.pages.rows import put_rows
from app.dossier.pages.sheet import Sheets
from app.dossier.pages.typefaces import Typefaces
from app.dossier.pdf.about import About
from app.dossier.talking_facts import TalkingFacts
from app.language import Language

_Limits = tuple[int, int, int]
_WHOLE = 1_000_000
# So many signs of the words that worry, so many points and so many signs of each.
_ALL, _LESS, _LEAST = (_WHOLE, _WHOLE, _WHOLE), (1400, 8, 220), (20, 1, 10)
_LONGEST_NAME = 120
_NOTE_LINES, _NOTE_PX, _NOTES_LEAST = 5, 26.0, 90.0


def make_talking_sheet(facts: TalkingFacts, language: Language, fonts: Path) -> bytes:
    """Return the sheet as a PDF of one page.

    Raises:
        FontMissingError: the installation is not whole.
    """
    typefaces = Typefaces(fonts)
    title = language.text("A concern to talk about")
    limits = _ALL
    while limits != _LEAST and _pages(facts, title, language, typefaces, limits) > 1:
        limits = _shorter(limits)
    text = language.text
    foot = f"{text('Bevismappe')} · {text('Confidential')} · {facts.made_on}"
    return drawn(
        lambda sheets: _set(sheets, facts, title, language, limits),
        fonts,
        foot,
        About(title, language.code),
    )


def _pages(
    facts: TalkingFacts, title: str, language: Language, typefaces: Typefaces, limits: _Limits
) -> int:
    """Return how many pages it would take."""
    sheets = Sheets(typefaces)
    _set(sheets, facts, title, language, limits)
    return len(sheets.pages)


def _set(
    sheets: Sheets, facts: TalkingFacts, title: str, language: Language, limits: _Limits
) -> None:
    text = language.text
    signs, points, signs_each = limits
    put_heading(sheets, text("For a talk at work"), title)
    sheets.skip(8)
    rows = ((text("Shared with"), _cut(facts.who, _LONGEST_NAME)), (text("When"), facts.when))
    again = ((text("Looked at again"), facts.follow_up),)
    put_rows(sheets, [PrintedRow(label, value) for label, value in (*rows, *again) if value])
    _part(sheets, text("What worries me"))
    sheets.text(_cut(facts.what, signs) or "–", look.BODY)
    _points(sheets, text("What we watch for"), facts.watch_for, points, signs_each)
    _points(sheets, text("What we agreed"), facts.agreed, points, signs_each)
    if limits != _ALL:
        sheets.skip(8)
        cut = text(
            "Shortened to one page. All of it stands in {place} of the case.", place=facts.place
        )
        sheets.text(cut, look.SMALL)
    guidance = text("This is guidance, not legal advice. Talk to your consultant.")
    _part(sheets, text("Notes from the talk"))
    sheets.need(_NOTES_LEAST)
    for _ in range(_NOTE_LINES):
        if sheets.room() < 2 * _NOTE_PX:
            break
        sheets.y += _NOTE_PX
        sheets.rule(0.5, look.EDGE)
    sheets.skip(12)
    sheets.text(guidance, look.SMALL)


def _shorter(limits: _Limits) -> _Limits:
    if limits == _ALL:
        return _LESS
    signs, points, signs_each = (
        max(least, limit * 2 // 3) for limit, least in zip(limits, _LEAST, strict=True)
    )
    return signs, points, signs_each


def _part(sheets: Sheets, heading: str) -> None:
    sheets.skip(16)
    sheets.text(heading, look.PART)
    sheets.skip(4)
    sheets.rule(0.6, look.HAIRLINE)
    sheets.skip(8)


def _points(
    sheets: Sheets, heading: str, said: tuple[str, ...], most: int, signs_each: int
) -> None:
    _part(sheets, heading)
    for each in said[:most]:
        put_point(sheets, _cut(each, signs_each), "□")
    if len(said) > most:
        put_point(sheets, "…")
    if not said:
        sheets.text("–", look.BODY)


def _cut(words: str, signs: int) -> str:
    """Return the first of the words, without the lines they stood on; all of them where nothing is cut."""
    if signs != _WHOLE:
        words = " ".join(words.split())
    return words if len(words) <= signs else f"{words[: signs - 1].rstrip()}…"
