"""Every text can be read on its ground, and every border that means something is seen."""

from __future__ import annotations

import pytest

from app.ui.kit.look import DARK, LIGHT, Look, look

TEXTS = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "side"),
    ("ink", "desk"),
    ("ink", "info"),
    ("muted", "paper"),
    ("muted", "card"),
    ("muted", "side"),
    ("muted", "desk"),
    ("muted", "info"),
    ("accent", "paper"),
    ("accent", "card"),
    ("accent", "info"),
    ("on_accent", "accent"),
    ("on_accent", "accent_over"),
    ("amber", "amber_ground"),
    ("amber", "paper"),
    ("amber", "card"),
    ("green", "green_ground"),
]
BORDERS = [("edge", "paper"), ("edge", "card"), ("accent", "side"), ("accent", "card")]


def _light_of(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_light_of(one), _light_of(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(chosen: Look, text: str, ground: str) -> None:
    assert contrast(getattr(chosen, text), getattr(chosen, ground)) >= 4.5


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("border", "ground"), BORDERS)
def test_borders_of_controls_are_seen(chosen: Look, border: str, ground: str) -> None:
    assert contrast(getattr(chosen, border), getattr(chosen, ground)) >= 3.0


def test_sizes_grow_with_the_text_up_to_twice() -> None:
    assert look(dark=False, text_percent=200).px(15) == 30
    assert look(dark=False, text_percent=500).px(15) == 30
    assert look(dark=True, text_percent=50).px(15) == 15
