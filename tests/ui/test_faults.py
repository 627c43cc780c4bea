"""Details that may be copied and sent tell where in the code, and nothing of the person."""

from __future__ import annotations

import pytest

from app.ui.faults import details_of
from app.version import PROGRAM


def read() -> None:
    raise FileNotFoundError(2, "mangler", "/secret/sag.png")


def read_for(name: str) -> None:
    try:
        read()
    except FileNotFoundError as error:
        raise ValueError(name) from error


def test_details_hold_kinds_and_places_but_no_words_of_the_error() -> None:
    with pytest.raises(ValueError, match="Anna") as caught:
        read_for("Anna Hansen")
    details = details_of(caught.value)

    assert details.startswith(PROGRAM)
    assert "ValueError" in details
    assert "FileNotFoundError" in details
    assert "test_faults.py:" in details
    assert "nna" not in details
    assert "/home" not in details
