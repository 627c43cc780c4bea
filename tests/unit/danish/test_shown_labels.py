"""What is told in the timeline stands under a name, never under a question that a form asks."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework import KINDS, Written
from tests.worlds import DANISH

WRITTEN = [kind for kind in KINDS if isinstance(kind, Written)]


@pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.tag)
def test_no_label_of_what_is_told_is_a_question(kind: Written[Any]) -> None:
    labels = [DANISH.text(field.shown) for field in kind.fields if field.shown]
    assert [label for label in labels if "?" in label] == []
