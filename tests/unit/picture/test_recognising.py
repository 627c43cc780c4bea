"""Text in pictures is read in the child, in Danish; what is missing is said, and what is too much is refused.

A sample of four of the twenty pictures; all of them: ``python -m benchmarks --only ocr``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.picture import (
    CannotReadWordsError,
    Lacking,
    LanguageData,
    Pixels,
    ReadText,
    decode_untrusted,
    find_language_data,
    read_words,
    sniff,
)
from app.picture import recognising as reading
from tests.data.read_set import Post, errors, plain, posts

SAMPLE = {"02-dark": 0.02, "11-blue": 0.02, "14-large-scale": 0.02, "16-photo-screen": 0.08}


def _pixels(post: Post) -> Pixels:
    untrusted = post.path.read_bytes()
    return decode_untrusted(untrusted, sniff(untrusted)).pixels


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[Post, ReadText]]:
    data = find_language_data()
    sample = (each for each in posts() if each.name in SAMPLE)
    return {post.name: (post, read_words(_pixels(post), data)) for post in sample}


@pytest.mark.parametrize("name", SAMPLE)
def test_danish_is_read_with_few_errors(name: str, read: dict[str, tuple[Post, ReadText]]) -> None:
    post, text = read[name]
    assert errors(text.text, post.words) <= SAMPLE[name] * len(post.words)
    numbers = plain(text.text).replace("- ", "-")
    assert [number for number in post.cpr if number in numbers] == list(post.cpr)
    assert [each for each in post.names if each in plain(text.text)] == list(post.names)


def test_it_is_told_by_what_it_was_read(read: dict[str, tuple[Post, ReadText]]) -> None:
    _, text = read["11-blue"]
    assert text.tool == "tesseract"
    assert text.version[0].isdigit()
    assert text.languages == "dan+eng"


def test_each_word_has_its_place_in_the_picture(read: dict[str, tuple[Post, ReadText]]) -> None:
    """In the pixels that came in, though the engine saw more of them."""
    _, text = read["11-blue"]
    grethe = text.words[0]
    assert grethe.text == "Grethe"
    assert 25 <= grethe.left <= 40
    assert 20 <= grethe.top <= 40
    assert 35 <= grethe.width <= 60
    for word in text.words:
        assert 0 <= word.left < word.left + word.width <= text.width_px
        assert 0 <= word.top < word.top + word.height <= text.height_px
        assert 0 <= word.confidence <= 100
    lines = [word.line for word in text.words]
    assert lines == sorted(lines)


def test_where_nothing_is_written_nothing_is_read() -> None:
    grey = Pixels(60, 40, bytes([200]) * (3 * 60 * 40))
    assert read_words(grey, find_language_data()).words == ()


def test_a_long_picture_is_read_in_bands(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost at a cut, places go on below it, and between two bands others come in."""
    (post,) = (each for each in posts() if each.name == "05-chat")
    monkeypatch.setattr(reading, "_BAND_PX", 690 * 300)
    monkeypatch.setattr(reading, "_LEAST_ROWS", 1)
    told: list[tuple[int, int]] = []

    text = read_words(
        _pixels(post), find_language_data(), lambda done, all_: told.append((done, all_))
    )

    assert [done for done, _ in told] == list(range(told[0][1]))
    assert len(told) > 1
    assert errors(text.text, post.words) <= 0.02 * len(post.words)
    assert [word.line for word in text.words] == sorted(word.line for word in text.words)
    assert text.words[-1].top > text.height_px - 80


def test_stopping_between_two_bands_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class StoppedError(Exception):
        pass

    def stop(_done: int, _all: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read_words(Pixels(8, 8, bytes(192)), find_language_data(), stop)


def test_without_danish_data_nothing_is_read(tmp_path: Path) -> None:
    (tmp_path / "eng.traineddata").touch()
    with pytest.raises(CannotReadWordsError) as caught:
        find_language_data([tmp_path])
    assert caught.value.reason is Lacking.LANGUAGE


def test_english_is_taken_along_where_it_is_there(tmp_path: Path) -> None:
    (tmp_path / "dan.traineddata").touch()
    assert find_language_data([tmp_path / "none", tmp_path]).languages == "dan"
    (tmp_path / "eng.traineddata").touch()
    assert find_language_data([tmp_path]) == LanguageData(tmp_path, "dan+eng")


def test_data_that_the_engine_does_not_take_is_said(tmp_path: Path) -> None:
    (tmp_path / "dan.traineddata").write_bytes(b"no data")
    with pytest.raises(CannotReadWordsError) as caught:
        read_words(Pixels(8, 8, bytes(192)), LanguageData(tmp_path, "dan"))
    assert caught.value.reason is Lacking.ENGINE
