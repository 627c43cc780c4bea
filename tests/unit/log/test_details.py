"""Details that may be copied and sent tell where in the code, and nothing of the person."""

from __future__ import annotations

from typing import Any

import pytest

from app.log import details_of
from app.log.details import log_lines


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

    assert "ValueError" in details
    assert "FileNotFoundError" in details
    assert "test_details.py:" in details
    assert "nna" not in details
    assert "/home" not in details


def test_a_folder_of_the_user_named_as_one_of_ours_is_not_told() -> None:
    strange = "/hjem/anna/app/plugins/reader.py"
    code = compile("def fail():\n    raise RuntimeError", strange, "exec")
    names: dict[str, Any] = {}
    exec(code, names)
    with pytest.raises(RuntimeError) as caught:
        names["fail"]()
    assert "reader.py:2 fail" in details_of(caught.value)
    assert "anna" not in details_of(caught.value)
    assert "reader" not in log_lines(caught.value)
