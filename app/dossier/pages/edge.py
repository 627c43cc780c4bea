"""The hairline around a picture: just outside it, so that no side of it lies below the picture."""

from __future__ import annotations

from app.dossier.pages import look
from app.dossier.pages.sheet import Ground, Sheets

_OUT = 0.4


def put_edge(sheets: Sheets, x: float, y: float, width: float, height: float) -> None:
    """Set the line around a place of that size."""
    place = (x - _OUT, y - _OUT, width + 2 * _OUT, height + 2 * _OUT)
    sheets.put(Ground(*place, look.PAPER, look.EDGE))
