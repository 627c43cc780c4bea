"""Words that were read in a picture are text again, line by line."""

from __future__ import annotations

import msgspec

from app.picture import ReadText, ReadWord, lines_of, text_of

_WORDS = (
    ReadWord("Hun", 10, 20, 40, 18, 96, 0),
    ReadWord("søger", 55, 20, 60, 18, 91, 0),
    ReadWord("ly.", 10, 44, 30, 18, 88, 1),
)


def test_words_are_joined_line_by_line() -> None:
    assert text_of(_WORDS) == "Hun søger\nly."
    assert list(lines_of(_WORDS)) == [_WORDS[:2], _WORDS[2:]]
    assert text_of(()) == ""


def test_what_was_read_comes_back_as_it_was_kept() -> None:
    read = ReadText(_WORDS, "tesseract", "5.5.1", "dan+eng", 200, 100)

    kept = msgspec.json.encode(read)

    assert msgspec.json.decode(kept, type=ReadText) == read
    assert read.text == "Hun søger\nly."
