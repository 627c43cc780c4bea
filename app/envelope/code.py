"""A link as a square code that the phone's camera reads (ISO/IEC 18004), made by segno."""

from __future__ import annotations


def code_of(link: str) -> tuple[bytes, ...]:
    """Return the code row by row, one byte a module: 1 is dark. Its quiet margin is left to whoever draws it."""
    import segno

    made = segno.make_qr(link, error="m", boost_error=False)
    return tuple(bytes(row) for row in made.matrix)
