"""The section of guidance: that it is no legal advice first, then each text with its mark, its source and its day.

The source follows the last paragraph. In short there is one paragraph of each.
"""

from __future__ import annotations

from app.dossier.model import Dossier, PrintedGuidance, Section
from app.dossier.pages import look
from app.dossier.pages.setting import Span
from app.dossier.pages.sheet import Sheets
from app.language import Language

_MARK = look.PART._replace(size=8.8, colour=look.AMBER)
_DOUBT = look.BODY._replace(colour=look.AMBER)


def put_guidance(sheets: Sheets, dossier: Dossier, language: Language) -> None:
    """Set the section."""
    sheets.text(
        language.text(
            "This is general guidance, not legal advice. Rules may have changed since the day they were checked. "
            "Ask a shop steward, a safety representative or a union consultant. In these texts “you” is the employee."
        ),
        look.BODY_MUTED,
    )
    for piece in dossier.guidance:
        sheets.skip(10)
        _put(sheets, piece, short=Section.GUIDANCE in dossier.short)


def _put(sheets: Sheets, piece: PrintedGuidance, *, short: bool) -> None:
    sheets.need(104 if piece.doubt else 64)
    spans = [Span(piece.title, look.PART)]
    if piece.care:
        spans.append(Span(f"   {piece.care}", _MARK))
    sheets.paragraph(spans)
    sheets.skip(3)
    if piece.doubt:
        sheets.text(piece.doubt, _DOUBT)
        sheets.skip(3)
    style = look.SMALL_INK if short else look.BODY
    *before, last = piece.paragraphs[:1] if short else piece.paragraphs
    for paragraph in before:
        sheets.text(paragraph, style)
        sheets.skip(4)
    sheets.paragraph((Span(f"{last} ", style), Span(piece.source, look.SMALL)))
