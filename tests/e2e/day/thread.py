"""A made-up thread of four screens, as a page for the browser."""

from __future__ import annotations

from pathlib import Path

_POSTS = (
    ("Torben Eks", "Nu skal det frem. Mette Eks fra Familieafdelingen er ligeglad med familierne."),
    ("Gitte Prøve", "Godt, at nogen siger det højt. Jeg deler."),
    ("Bo Test", "Det her hører ikke hjemme i gruppen, Torben."),
    ("Torben Eks", "Ring til hende privat og sig, hvad I mener. Nummeret er 00 00 12 34."),
)
_STYLE = """
body { margin: 0; font: 17px/1.5 sans-serif; background: #e9edf0 }
section { min-height: 100vh; box-sizing: border-box; padding: 30px; border-bottom: 1px solid #c9d1d8 }
div { background: #fff; padding: 24px; border-radius: 10px }
b { display: block; margin-bottom: 12px }
"""


def _more(name: str) -> str:
    """Words of which no two lines are alike, as in a real thread."""
    return " ".join(f"{name} siger det for {number}. gang." for number in range(1, 120))


def write_thread(folder: Path) -> Path:
    """Write the page, each post as high as the window; return its file."""
    posts = "".join(
        f"<section><div><b>{name}</b>{words} {_more(name)}</div></section>"
        for name, words in _POSTS
    )
    file = folder / "traad.html"
    file.write_text(
        f"<!doctype html><meta charset=utf-8><title>Borgere i Nordby</title><style>{_STYLE}</style>{posts}",
        encoding="utf-8",
    )
    return file
