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
        ("葛\U000e0100城", "葛城"),
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


@pytest.mark.parametrize(
    "typed",
    [
        "https://https://facebook.example/x",
        "https://facebook",
        "https://facebook..example/x",
        "https://.facebook.example/x",
        "https://facebook.example:port/x",
        "https://facebook.example:99999/x",
        "https://-facebook.example/x",
        "https://face_book-.example/x",
        "https://facebook.example\\x",
        "https://facebook.example/<x>",
        'https://facebook.example/"x"',
        "https://facebook.example/{x}",
        "https://facebook.example/50%zz",
        "https://facebook.example/100%",
        "https://facebook.123/x",
        "https://300.1.2.3/x",
        "https://[::1/x",
        "https:///facebook.example/x",
        "https:facebook.example/x",
        "https://" + "a" * 64 + ".example/",
    ],
)
def test_a_mistyped_address_is_printed_and_leads_nowhere(typed: str) -> None:
    assert web_address(typed) == ""


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.facebook.example/groups/nordby/posts/88120?comment_id=1&x=%C3%A6#top",
        "http://192.0.2.7:8080/x",
        "https://xn--brn-0na.example/",
        "https://m.facebook.example:443",
        "https://a_b.example/~x/(y)/;p=1,2!*'$@[0]",
    ],
)
def test_a_well_formed_address_still_leads_there(typed: str) -> None:
    assert web_address(typed) == typed
