"""Every text can be read on its ground, and every border that means something is seen."""

from __future__ import annotations

import pytest

from app.ui.kit.look import (
    BODY_PX,
    CARD_RADIUS_PX,
    CHIP_PX,
    COMPACT_PX,
    CONTROL_PX,
    CONTROL_RADIUS_PX,
    DARK,
    FIELD_RADIUS_PX,
    FOOT_PX,
    HEADING_PX,
    LIGHT,
    MICRO_PX,
    PILL_PX,
    SETTING_PX,
    SMALL_PX,
    SMALL_RADIUS_PX,
    SMALLEST_TARGET_PX,
    SPACES,
    STEP_PX,
    TITLE_PX,
    Look,
    look,
)
from app.ui.kit.room import page_side

GROUNDS = ("paper", "card", "side", "raised", "desk", "info")
TEXTS = [
    *((text, ground) for text in ("ink", "muted", "accent") for ground in GROUNDS),
    *(("red", ground) for ground in ("red_ground", "paper", "card")),
    *(("amber", ground) for ground in ("amber_ground", "paper", "card")),
    *(("green", ground) for ground in ("green_ground", "paper", "card")),
    ("on_accent", "accent"),
    ("on_accent", "accent_over"),
    ("card", "red"),
    ("paper", "ink"),
]
OFF = [("off", ground) for ground in ("paper", "card", "side")]
BORDERS = [
    *(("edge", ground) for ground in ("paper", "card", "side", "raised")),
    *((border, ground) for border in ("accent", "red") for ground in ("side", "card", "paper")),
]

DESIGN = """
paper #F7F5F0 #14181D
card #FFFFFF #1B2027
side #EEEBE2 #20262E
raised #FFFFFF #2B333D
desk #E6E2D8 #0E1115
ink #1F2A37 #E6E9EE
muted #5B6472 #A3ACB8
off #7A8390 #6E7886
line #D9D5CA #2F3741
edge #858073 #727D8B
accent #0B5C6B #7FD1DE
on_accent #FFFFFF #0E2429
accent_over #0E7083 #9BDDE7
info #E3EEF1 #17323A
amber #8A4B00 #F2BE78
amber_ground #FFF4E0 #3A2A12
green #1E6B3A #93D6A9
green_ground #E9F5EC #17301F
red #9B1C1C #F4A79D
red_ground #FDECEA #3A1A18
"""


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
@pytest.mark.parametrize(("text", "ground"), OFF)
def test_what_cannot_be_used_can_still_be_made_out(chosen: Look, text: str, ground: str) -> None:
    assert contrast(getattr(chosen, text), getattr(chosen, ground)) >= 3.0


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("border", "ground"), BORDERS)
def test_borders_of_controls_are_seen(chosen: Look, border: str, ground: str) -> None:
    assert contrast(getattr(chosen, border), getattr(chosen, ground)) >= 3.0


def test_sizes_grow_with_the_text_up_to_twice() -> None:
    assert look(dark=False, text_percent=200).px(15) == 30
    assert look(dark=False, text_percent=500).px(15) == 30
    assert look(dark=True, text_percent=50).px(15) == 15


def test_colours_are_those_of_the_design() -> None:
    wanted = [line.split() for line in DESIGN.strip().splitlines()]
    known = set(Look.__struct_fields__) - {"dark", "text_percent"}

    assert {name for name, *_ in wanted} == known
    for name, light, dark in wanted:
        assert (getattr(LIGHT, name), getattr(DARK, name)) == (light, dark), name


def test_grounds_rise_with_importance_in_the_dark_as_in_the_light() -> None:
    for chosen in (LIGHT, DARK):
        rising = [_light_of(getattr(chosen, name)) for name in ("desk", "paper", "card", "raised")]
        assert rising == sorted(rising)
        assert _light_of(chosen.raised) > _light_of(chosen.side)


def test_sizes_are_those_of_the_design() -> None:
    assert SPACES == (4, 8, 12, 16, 24, 32, 48)
    assert (SMALL_RADIUS_PX, FIELD_RADIUS_PX, CONTROL_RADIUS_PX, CARD_RADIUS_PX) == (4, 6, 8, 10)
    assert (TITLE_PX, HEADING_PX, BODY_PX, SMALL_PX, MICRO_PX) == (24, 18, 15, 13, 12)
    assert (CONTROL_PX, COMPACT_PX, SMALLEST_TARGET_PX, FOOT_PX) == (36, 32, 24, 56)
    assert (STEP_PX, PILL_PX, CHIP_PX, SETTING_PX) == (28, 28, 22, 52)


@pytest.mark.parametrize(("percent", "grown"), [(100, 16), (150, 20), (200, 24)])
def test_spaces_grow_at_half_the_rate_of_the_text(percent: int, grown: int) -> None:
    assert look(dark=False, text_percent=percent).space(16) == grown


@pytest.mark.parametrize(
    ("window", "percent", "side"),
    [(1440, 100, 32), (1366, 100, 24), (1024, 100, 20), (1440, 200, 30)],
)
def test_a_page_keeps_more_clear_in_a_wide_window(window: int, percent: int, side: int) -> None:
    assert page_side(window, percent) == side


def test_small_foreign_pictures_do_not_glare_in_the_dark() -> None:
    assert (LIGHT.picture_strength, DARK.picture_strength) == (1.0, 0.7)
