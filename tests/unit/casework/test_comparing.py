"""Sources of one post are compared: each altered word is named, and what a machine misread is no difference.

The pictures are the twenty of tests/data/read_set, as tesseract read them (read.json there, written by
``python -m tests.data.read_set.reading``). Pages and exports are made of the same words, with other things around them.
"""

from __future__ import annotations

import pytest

from app.casework.comparing import Comparison, Source, compare, words_of_text
from app.vocabulary import Agreement
from tests.data.read_set import Post, posts
from tests.data.read_set.reading import readings

POSTS = {post.name: post for post in posts()}
READ = readings()
# Each has its own word in the midst of the post, and the word that stands there in the altered page.
ALTERED = {
    "01-light": ("påstod", "beviste"),
    "02-dark": ("tre", "to"),
    "03-small": ("rød", "blå"),
    "04-serif": ("frataget", "tildelt"),
    "05-chat": ("fyres", "roses"),
    "06-over-photo": ("aldrig", "altid"),
    "07-review": ("råbte", "hviskede"),
    "08-roomy": ("Løgn", "Sandt"),
    "09-dim": ("aften", "morgen"),
    "10-mail": ("ødelagt", "reddet"),
    "11-blue": ("fire", "fem"),
    "12-condensed": ("delte", "enige"),
    "13-two-tone": ("24", "48"),
    "14-large-scale": ("advarsel", "gave"),
    "15-photo-letter": ("tre", "fire"),
    "16-photo-screen": ("dum", "klog"),
    "17-photo-dark": ("forkerte", "rigtige"),
    "18-photo-note": ("slog", "plejede"),
    "19-photo-chat": ("aldrig", "altid"),
    "20-photo-mail": ("gulvet", "sengen"),
}


def picture(post: Post) -> Source:
    return Source(READ[post.name], read=True)


def page(lines: tuple[str, ...]) -> Source:
    """As a saved page has it: with a menu before and buttons behind."""
    said = ("Forside Grupper Beskeder", "Søg", *lines, "Skriv en kommentar …", "Om Hjælp Vilkår")
    return Source(words_of_text("\n".join(said)))


def export(lines: tuple[str, ...]) -> Source:
    """As an export has it: who wrote it, and when, before each message."""
    said = (f"2026-11-12 21:47 Ukendt Afsender: {line}" for line in lines)
    return Source(words_of_text("\n".join(said)))


def altered(post: Post, word: str, other: str) -> tuple[str, ...]:
    at = next(at for at, line in enumerate(post.lines) if word in line)
    return tuple(
        line.replace(word, other, 1) if place == at else line
        for place, line in enumerate(post.lines)
    )


def named(comparison: Comparison) -> list[tuple[str | None, ...]]:
    return [spot.said for spot in comparison.spots if spot.sure]


@pytest.mark.parametrize("name", POSTS)
def test_the_altered_word_is_named_and_the_unaltered_is_not(name: str) -> None:
    post = POSTS[name]
    true = compare((picture(post), page(post.lines), export(post.lines)))
    assert named(true) == []
    assert true.outcome in {Agreement.AGREE, Agreement.UNSURE}
    assert (true.agree, sum(true.compared)) == (3, 3)

    word, other = ALTERED[name]
    false = compare((picture(post), page(altered(post, word, other)), export(post.lines)))
    (spot,) = [spot for spot in false.spots if spot.sure]
    assert other in (spot.said[1] or "")
    assert word in (spot.said[2] or "")
    assert spot.odd == (1,)
    assert (false.outcome, false.agree) == (Agreement.DIFFER, 2)
