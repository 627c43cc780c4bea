"""Links lose what follows whoever opens them and nothing else; the shipped table knows where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import PlatformTableError, cut_link, guess_platform, read_platforms


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("https://facebook.example/p/1?fbclid=IwAR0", "https://facebook.example/p/1"),
        ("https://facebook.example/p?id=7&fbclid=I&story=9", "https://facebook.example/p?id=7&story=9"),
        ("https://facebook.example/p?__cft__[0]=AZ&__tn__=%2CO&id=7", "https://facebook.example/p?id=7"),
        ("https://facebook.example/p?__cft__%5B0%5D=AZ", "https://facebook.example/p"),
        ("https://facebook.example/p/?mibextid=a&rdid=b", "https://facebook.example/p/"),
        ("https://avis.example/a?utm_source=x&UTM_Medium=y&s=3#top", "https://avis.example/a?s=3#top"),
        ("https://avis.example/a#utm_source=x", "https://avis.example/a"),
        ("https://x.com/a/status/1?s=20&t=abc", "https://x.com/a/status/1"),
        ("https://mobile.twitter.com/a/status/1?s=20", "https://mobile.twitter.com/a/status/1"),
        ("https://avis.example/a?s=20", "https://avis.example/a?s=20"),
        ("https://instagram.example/p/1/?igsh=a2Z&img_index=2", "https://instagram.example/p/1/?img_index=2"),
        ("https://youtu.be/abc?si=Qm&t=10", "https://youtu.be/abc?t=10"),
        ("facebook.example/p/1?ref=share", "facebook.example/p/1"),
        ("https://mette:hemmeligt@avis.example/a", "https://avis.example/a"),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Favis.example%2Fa%3Fid%3D1%26fbclid%3DIw&h=AT0",
            "https://l.facebook.com/l.php?u=https%3A%2F%2Favis.example%2Fa%3Fid%3D1",
        ),
        ("https://a.example/?gclid=1 og https://b.example/?x=2&ref=3", "https://a.example/ og https://b.example/?x=2"),
        ("", ""),
        ("ikke et link? nej = ja", "ikke et link? nej = ja"),
    ],
)  # fmt: skip
def test_tracking_goes_and_the_rest_stays_as_typed(typed: str, told: str) -> None:
    assert cut_link(typed) == told


pieces = st.sampled_from(
    [
        "id=7",
        "fbclid=I",
        "a=https%3A%2F%2Fb.example%3Fref%3D1",
        "utm_x=1",
        "ref",
        "x",
        "=",
        "%zz",
        "å=ø",
    ]
)


@given(st.lists(pieces), st.lists(pieces), st.text(max_size=12))
def test_what_is_told_is_told_again_unchanged(
    query: list[str], after: list[str], more: str
) -> None:
    told = cut_link(f"https://a.example/{more}?{'&'.join(query)}#{'&'.join(after)}")
    assert cut_link(told) == told


@given(st.text())
def test_any_text_is_cut_without_a_fault_and_never_grows(text: str) -> None:
    assert len(cut_link(text)) <= len(text)


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
