"""What strangers wrote is shown so that it steers nothing, and so that the person sees what was there."""

from __future__ import annotations

import pytest

from app.inert import isolated, isolated_parts, shown, without_controls
from app.language import Language
from tests.worlds import RESOURCES

FSI, PDI = "\u2068", "\u2069"
NAME = "faktura\u202egnp.exe"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Torben Eks & søn 👩‍👩‍👧", "Torben Eks & søn 👩‍👩‍👧"),
        (NAME, "faktura[U+202E]gnp.exe"),
        ("a\x1b[2J\x00", "a[U+001B][2J[U+0000]"),
        ("to\nlinjer\tog et tab", "to\nlinjer\tog et tab"),
        ("a\u2066b\u2069c\ufeff", "a[U+2066]b[U+2069]c[U+FEFF]"),
        (f"a{FSI}b", "a[U+2068]b"),
        (f"a{PDI}b", "a[U+2069]b"),
        (f"{FSI}דוד{PDI} b", f"{FSI}דוד{PDI} b"),
    ],
)
def test_what_steers_stands_as_its_code_and_what_is_closed_stays(text: str, seen: str) -> None:
    assert shown(text) == seen
    assert shown(seen) == seen


def test_only_what_runs_from_right_to_left_is_closed_off_and_once() -> None:
    assert isolated("Torben") == "Torben"
    assert isolated("דוד") == isolated(isolated("דוד")) == f"{FSI}דוד{PDI}"
    assert isolated(f"דוד{PDI}") == f"{FSI}דוד[U+2069]{PDI}"


def test_each_part_of_a_line_is_closed_off_by_itself() -> None:
    assert isolated_parts("A · דוד · 3") == f"A · {FSI}דוד{PDI} · 3"
    assert isolated_parts(f"A · {FSI}דוד · 3{PDI}") == f"A · {FSI}דוד · 3{PDI}"
    assert isolated_parts(f"A · {NAME}") == "A · faktura[U+202E]gnp.exe"


def test_a_window_closes_values_off_and_paper_does_not() -> None:
    language = Language("en", RESOURCES / "locales").for_window()
    inside = language.text("Sender {letter}", letter="דוד")
    whole = language.text("{one} and {other}", one=inside, other=NAME)

    assert inside == f"Sender {FSI}דוד{PDI}"
    assert whole == f"{FSI}Sender {FSI}דוד{PDI}{PDI} and faktura[U+202E]gnp.exe"
    assert language.plain().text("Sender {letter}", letter="דוד") == "Sender דוד"


def test_a_terminal_is_not_steered() -> None:
    assert without_controls("\x1b]0;x\x07\n\t") == "[U+001B]]0;x[U+0007]\n\t"
