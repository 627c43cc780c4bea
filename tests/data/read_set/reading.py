"""What tesseract read in the pictures, kept beside them; ``python -m tests.data.read_set.reading`` reads anew."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from app.casework.comparing import SourceWord
from app.picture import decode_untrusted, find_language_data, read_words, sniff
from tests.data.read_set import FOLDER, posts

_KEPT = FOLDER / "read.json"


def readings() -> Mapping[str, tuple[SourceWord, ...]]:
    """Return the words that were read, by the name of the picture."""
    kept = msgspec.json.decode(_KEPT.read_bytes())
    return {name: tuple(SourceWord(*word) for word in words) for name, words in kept.items()}


def _read() -> None:
    data = find_language_data()
    found = {}
    for post in posts():
        untrusted = post.path.read_bytes()
        read = read_words(decode_untrusted(untrusted, sniff(untrusted)).pixels, data)
        found[post.name] = [
            (word.text, word.line, word.confidence, word.left, word.top, word.width, word.height)
            for word in read.words
        ]
    lines = (
        f"{msgspec.json.encode(name).decode()}: {msgspec.json.encode(words).decode()}"
        for name, words in found.items()
    )
    _KEPT.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


if __name__ == "__main__":
    _read()
