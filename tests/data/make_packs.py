"""Writes the packs of six made-up unions beside their sources: ``python -m tests.data.make_packs``.

Their keys are made from their names and are worth nothing: whoever reads this has them.
"""

from __future__ import annotations

from pathlib import Path

from tests.fakes.publisher import FakePublisher

FOLDER = Path(__file__).with_name("packs")
UNIONS = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def publisher(union: str) -> FakePublisher:
    """The publisher of a made-up union."""
    return FakePublisher(f"a key that is worth nothing: {union}")


def envelope(union: str) -> bytes:
    """The signed pack of a made-up union."""
    return publisher(union).sign((FOLDER / f"{union}.toml").read_text(encoding="utf-8"))


if __name__ == "__main__":
    for each in UNIONS:
        (FOLDER / f"{each}.pack.json").write_bytes(envelope(each))
