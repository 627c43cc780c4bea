from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dossier.pages.draw import web_address
from app.dossier.pages.inert import inert, one_line


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Sønderborg, æøå ÆØÅ – ”citat”", "Sønderborg, æøå ÆØÅ – ”citat”"),
        ("a\u202eb", "a[U+202E]b"),
        ("\u2066skjult\u2069", "[U+2066]skjult[U+2069]"),
        ("a\x00b", "a[U+0000]b"),
        ("a\x1b[31mb", "a[U+001B][31mb"),
        ("nul\u200bbredde", "nul[U+200B]bredde"),
        ("\ue000", "[U+E000]"),
        ("\ud800", "[U+D800]"),
        ("\u0301alene", "[U+0301]alene"),
        (" \u0301", " [U+0301]"),
        ("A\u030as", "Ås"),
        ("x\u0332y", "x\u0332y"),
        ("❤\ufe0f 👨\u200d👩 👍🏽", "❤ 👨👩 👍"),
        ("et\r\nto\rtre\u2028fire", "et\nto\ntre\nfire"),
        ("a\tb", "a    b"),
        ("<b>fed</b> &amp; <para>", "<b>fed</b> &amp; <para>"),
    ],
)
def test_text_is_printed_as_typed_and_what_could_act_is_shown_by_its_code(
    typed: str, printed: str
) -> None:
    assert inert(typed) == printed


@given(st.text())
def test_nothing_invisible_is_left_and_doing_it_twice_changes_nothing(text: str) -> None:
    printed = inert(text)
    categories = {unicodedata.category(each) for each in printed if each != "\n"}
    assert not categories & {"Cc", "Cf", "Co", "Cs", "Cn"}
    assert inert(printed) == printed


@given(st.text())
def test_a_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "facebook.example/x",
        "https://a@facebook.example/",
        "https://",
        "https://[::1",
        "https://facebook.example/æ",
        "https://facebook.example/a b",
        "https://facebook.example/\n",
        "http://facebook.example/" + "a" * 3000,
        "",
    ],
)
def test_only_plain_web_addresses_become_links(text: str) -> None:
    assert web_address(text) == ""


def test_a_plain_web_address_becomes_a_link() -> None:
    assert web_address("https://facebook.example/a?b=c") == "https://facebook.example/a?b=c"
