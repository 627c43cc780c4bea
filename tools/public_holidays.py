"""``python -m tools.public_holidays``: write the Danish public holidays, as the library ``holidays`` has them, as data.

The library knows every country and takes a second to load, so the program asks it only for years that the data lacks.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from holidays import PUBLIC, country_holidays

PATH = Path(__file__).resolve().parents[1] / "resources" / "deadlines" / "public_holidays.toml"
YEARS = range(2015, 2046)


def table() -> str:
    """Return the file's text."""
    lines = [
        f"# Danish public holidays, as the library holidays {version('holidays')} (category PUBLIC) has them.",
        "# Written by `python -m tools.public_holidays`; a test compares each year with the library.",
        "",
        "[public_holidays]",
    ]
    for year in YEARS:
        found = country_holidays("DK", years=[year], categories=(PUBLIC,), observed=False)
        lines.append(f"{year} = [{', '.join(day.isoformat() for day in sorted(found))}]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PATH.write_text(table(), encoding="utf-8", newline="\n")
