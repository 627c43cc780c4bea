"""The page for the phone is the one that was built, and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from app.envelope import (
    SEEN_PAGE,
    PageAddressError,
    PageMissingError,
    key_ending,
    link_for,
    new_identity,
    page_for,
    read_address,
    recipient_of,
)
from tests.unit.house.tree import ROOT

KEY = recipient_of(new_identity())
PAGE = SEEN_PAGE.read_bytes()


def test_the_committed_page_is_the_one_that_the_docs_name() -> None:
    named = re.findall(
        r"SHA-256 of the page: `([0-9a-f]{64})`", (ROOT / "docs/envelope.md").read_text("utf-8")
    )
    assert named == [hashlib.sha256(PAGE).hexdigest()]
    assert len(PAGE) <= 150_000


def test_the_page_may_connect_to_nobody_and_runs_nothing_but_its_own_script() -> None:
    text = PAGE.decode("utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    ]
    assert not re.search(r"""(?:src|href)\s*=\s*["']?https?:""", text)
    assert "innerHTML" not in text


def test_the_key_stands_in_the_page_that_is_handed_over_and_changes_nothing_else() -> None:
    handed = page_for(KEY)
    assert handed.count(KEY.encode()) == 1
    assert handed.replace(KEY.encode(), b"") == PAGE


def test_a_page_that_is_not_there_or_has_no_place_for_a_key_is_named(tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    for page in (tmp_path / "none.html", other):
        other.write_bytes(b"<html></html>")
        with pytest.raises(PageMissingError):
            page_for(KEY, page)
    with pytest.raises(ValueError, match="script"):
        page_for('"><script>')


def test_the_link_has_the_key_behind_the_hash() -> None:
    assert link_for(" https://kuvert.example/k/ ", KEY) == f"https://kuvert.example/k/#{KEY}"
    assert read_address("  ") == ""
    assert key_ending(KEY) == f"{KEY[-8:-4]} {KEY[-4:]}"


@pytest.mark.parametrize(
    "written",
    [
        *("http://kuvert.example", "kuvert.example", "https://", "https://a.example/#x"),
        *("https://a b.example\n", "https://[", "file:///k.html", "https://me:pw@a.example"),
        f"https://a.example/{'x' * 200}",
    ],
)
def test_an_address_where_no_page_can_stand_is_refused(written: str) -> None:
    with pytest.raises(PageAddressError):
        read_address(written)


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
