from __future__ import annotations

from pathlib import Path

import pytest

from demo.post.post import PostError, read_post

POST = Path(__file__).parents[3] / "resources/demo/post.toml"


def changed(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "post.toml"
    text = POST.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_the_shipped_post_is_whole() -> None:
    assert set(read_post(POST).places) == {
        "child_name",
        "cpr",
        "accusation",
        "call_privately",
        "phone",
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('cpr = "320118-0000"', 'cpr = "999999-0000"'),
        ('cpr = "320118-0000"', 'cpr = ""'),
        ('cpr = "320118-0000"', 'cpr = "hun "'),
        ('group = "Borgere i Nordby"', ""),
        ('shown_time = "3 t"', 'shown_tyme = "3 t"'),
        ("[places]", "[places"),
    ],
)
def test_a_post_with_a_gap_or_a_guess_in_it_is_refused(tmp_path: Path, old: str, new: str) -> None:
    path = changed(tmp_path, old, new)
    with pytest.raises(PostError) as refused:
        read_post(path)
    assert refused.value.path == path


def test_a_post_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PostError):
        read_post(tmp_path / "post.toml")
