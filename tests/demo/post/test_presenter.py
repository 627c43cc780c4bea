from __future__ import annotations

import json
from pathlib import Path

import msgspec

from demo.post.post import read_post
from demo.post.presenter import PixelBox, PostPresenter, announcement

POST = read_post(Path(__file__).parents[3] / "resources/demo/post.toml")


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NON-BREAKING HYPHEN}", "-")


def test_every_span_names_its_phrase_in_the_shown_text() -> None:
    shown = PostPresenter(POST)
    for name, (start, length) in shown.spans.items():
        assert plain(shown.text[start : start + length]) == POST.places[name]


def test_short_phrases_cannot_be_broken_and_long_ones_can() -> None:
    shown = PostPresenter(POST)
    phrases = {name: shown.text[s.start : s.start + s.length] for name, s in shown.spans.items()}
    for name in ("child_name", "cpr", "phone"):
        assert not {" ", "-"} & set(phrases[name])
    assert " " in phrases["accusation"]


def test_initials_are_of_the_first_and_last_name() -> None:
    names = {"Torben Eks": "TE", "Eks": "E", "anna marie prøve": "AP"}
    for name, initials in names.items():
        post = msgspec.structs.replace(POST, author=name)
        assert PostPresenter(post).avatar(post).initials == initials


def test_what_is_told_is_one_line_with_the_places_as_lists() -> None:
    line = announcement(PixelBox(80, 60, 700, 638), {"cpr": PixelBox(1, 2, 3, 4)})
    assert "\n" not in line
    assert json.loads(line) == {
        "x": 80,
        "y": 60,
        "width": 700,
        "height": 638,
        "places": {"cpr": [1, 2, 3, 4]},
    }
