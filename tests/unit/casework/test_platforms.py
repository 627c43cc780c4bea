"""The platform of a link, by the table that is shipped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import PlatformTableError, guess_platform, read_platforms

TABLE = (Path(__file__).parents[3] / "resources" / "platforms.toml").read_bytes()
PLATFORMS = read_platforms(TABLE)


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.facebook.com/groups/1/posts/2", "Facebook"),
        ("m.facebook.com/x", "Facebook"),
        ("https://FB.com/x", "Facebook"),
        ("https://www.instagram.com/p/abc/", "Instagram"),
        ("https://www.tiktok.com/@bo/video/1", "TikTok"),
        ("https://x.com/bo/status/1", "X"),
        ("https://twitter.com/bo", "X"),
        ("https://youtu.be/abc", "YouTube"),
        ("https://dk.linkedin.com/in/bo", "LinkedIn"),
        ("https://www.snapchat.com/add/bo", "Snapchat"),
        ("https://dk.trustpilot.com/review/kommune.dk", "Trustpilot"),
        ("https://www.google.dk/maps/place/x", "Google"),
        ("https://notfacebook.com/x", ""),
        ("https://facebook.com.example.dk/x", ""),
        ("https://example.dk/?u=facebook.com", ""),
        ("http://[facebook.com/", ""),
        ("", ""),
    ],
)
def test_the_host_tells_the_platform(url: str, platform: str) -> None:
    assert guess_platform(url, PLATFORMS) == platform


@given(st.text())
def test_any_text_has_an_answer(url: str) -> None:
    assert isinstance(guess_platform(url, PLATFORMS), str)


@pytest.mark.parametrize("table", [b"\xff", b"platform = 7", b'[[platform]]\nname = "X"\n'])
def test_a_broken_table_is_refused(table: bytes) -> None:
    with pytest.raises(PlatformTableError):
        read_platforms(table)


def test_no_host_stands_twice() -> None:
    hosts = [host for platform in PLATFORMS for host in platform.hosts]
    assert len(hosts) == len(set(hosts))
