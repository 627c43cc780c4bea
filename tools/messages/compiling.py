"""``python -m tools.messages.compiling``: the Danish catalogue as the program reads it, the same bytes each time."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_LOCALES = Path(__file__).parents[2] / "resources" / "locales"


def compiled(catalogue: Path) -> bytes:
    """Return a catalogue compiled. It has no date of its own, and Babel would write that of now into it."""
    with catalogue.open("rb") as file:
        words = read_po(file)
    words.creation_date = datetime.fromtimestamp(0, UTC)
    out = BytesIO()
    write_mo(out, words)
    return out.getvalue()


def main() -> None:
    """Compile every catalogue beside itself."""
    for catalogue in sorted(_LOCALES.rglob("*.po")):
        catalogue.with_suffix(".mo").write_bytes(compiled(catalogue))


if __name__ == "__main__":
    main()
