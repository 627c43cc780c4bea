"""Lists, texts to copy and words that reassure are easy to read, in both languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest

from tests.unit.danish.sources import Area, Said
from tests.unit.danish.test_style import lix
from tests.unit.house.tree import ROOT, files

FILES = sorted(files("*.toml", under="resources/prevention"))
JOINED = 35


def texts(value: object, language: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == language and isinstance(inner, str):
                yield inner
            else:
                yield from texts(inner, language)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, language)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", FILES, ids=str)
def test_each_file_is_easy_to_read(path: object, language: str) -> None:
    read = tomllib.loads((ROOT / str(path)).read_text("utf-8"))
    said = [Said(Area.WINDOW, str(path), each) for each in texts(read, language)]
    assert said
    assert lix(said) <= JOINED
