"""What a link says by itself, for the platforms that are known; every address is made up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.casework import cut_link, read_link, read_platforms
from app.casework.link_parts import LinkParts

PLATFORMS = read_platforms(
    (Path(__file__).parents[3] / "resources" / "platforms.toml").read_bytes()
)
FB, YT, LI = "https://www.facebook.com", "https://www.youtube.com", "https://www.linkedin.com"


@pytest.mark.parametrize(
    ("url", "permalink", "profile", "handle", "id"),
    [
        (
            "https://m.facebook.com/groups/12/permalink/34/?mibextid=x",
            f"{FB}/groups/12/posts/34/",
            "",
            "",
            "",
        ),
        (
            f"{FB}/groups/12/posts/34/?comment_id=56&__cft__[0]=A",
            f"{FB}/groups/12/posts/34/?comment_id=56",
            "",
            "",
            "",
        ),
        (
            f"{FB}/permalink.php?story_fbid=pfbid0a&id=1000",
            f"{FB}/permalink.php?story_fbid=pfbid0a&id=1000",
            f"{FB}/profile.php?id=1000",
            "",
            "1000",
        ),
        (
            f"{FB}/bo.test/posts/pfbid02ab?rdid=1",
            f"{FB}/bo.test/posts/pfbid02ab",
            f"{FB}/bo.test",
            "bo.test",
            "",
        ),
        (
            f"{FB}/bo.test/posts/pfbid02ab?comment_id=7",
            f"{FB}/bo.test/posts/pfbid02ab?comment_id=7",
            "",
            "",
            "",
        ),
        (f"{FB}/profile.php?id=1000", "", f"{FB}/profile.php?id=1000", "", "1000"),
        (f"{FB}/groups/12/user/1000/", "", f"{FB}/profile.php?id=1000", "", "1000"),
        (
            "https://www.instagram.com/bo.test/p/Cx-1_a/?igsh=z",
            "https://www.instagram.com/p/Cx-1_a/",
            "https://www.instagram.com/bo.test/",
            "bo.test",
            "",
        ),
        ("https://instagram.com/reel/Cx1/", "https://www.instagram.com/p/Cx1/", "", "", ""),
        (
            "https://x.com/bo_test/status/123?s=20&t=abc",
            "https://x.com/bo_test/status/123",
            "https://x.com/bo_test",
            "@bo_test",
            "",
        ),
        ("https://twitter.com/i/web/status/123", "https://x.com/i/status/123", "", "", ""),
        ("https://x.com/home", "", "", "", ""),
        (
            "https://www.tiktok.com/@bo.test/video/77?is_from_webapp=1",
            "https://www.tiktok.com/@bo.test/video/77",
            "https://www.tiktok.com/@bo.test",
            "@bo.test",
            "",
        ),
        ("https://youtu.be/a-b_c?si=x", f"{YT}/watch?v=a-b_c", "", "", ""),
        (f"{YT}/watch?v=abc&lc=Ug1&pp=x", f"{YT}/watch?v=abc&lc=Ug1", "", "", ""),
        (f"{YT}/channel/UC12", "", f"{YT}/channel/UC12", "", "UC12"),
        (f"{YT}/@bo-test/videos", "", f"{YT}/@bo-test", "@bo-test", ""),
        (
            f"{LI}/posts/bo-test_noget-activity-7000-abcd?utm_source=share",
            f"{LI}/feed/update/urn:li:activity:7000/",
            f"{LI}/in/bo-test/",
            "bo-test",
            "",
        ),
        (
            f"{LI}/feed/update/urn:li:activity:7000/",
            f"{LI}/feed/update/urn:li:activity:7000/",
            "",
            "",
            "",
        ),
        (
            "https://old.reddit.com/r/nordby/comments/1a/en_titel/2b/",
            "https://www.reddit.com/r/nordby/comments/1a/comment/2b/",
            "",
            "",
            "",
        ),
        (
            "https://www.reddit.com/r/nordby/comments/1a/en_titel/?rdt=1",
            "https://www.reddit.com/r/nordby/comments/1a/",
            "",
            "",
            "",
        ),
        (
            "https://www.reddit.com/user/bo-test/",
            "",
            "https://www.reddit.com/user/bo-test/",
            "u/bo-test",
            "",
        ),
        (
            "https://dk.trustpilot.com/reviews/65ab",
            "https://www.trustpilot.com/reviews/65ab",
            "",
            "",
            "",
        ),
        (
            "https://dk.trustpilot.com/users/65ab",
            "",
            "https://www.trustpilot.com/users/65ab",
            "",
            "65ab",
        ),
        (
            "https://www.google.dk/maps/contrib/10203/reviews/@55,9",
            "",
            "https://www.google.com/maps/contrib/10203/reviews",
            "",
            "10203",
        ),
        ("https://www.messenger.com/e2ee/t/77/", "https://www.messenger.com/t/77", "", "", ""),
        ("https://m.me/bo.test", "", "https://m.me/bo.test", "bo.test", ""),
        ("https://www.snapchat.com/add/bo-t", "", "https://www.snapchat.com/add/bo-t", "bo-t", ""),
        ("https://nabolaget.example/opslag/1", "", "", "", ""),
        ("ikke et link", "", "", "", ""),
    ],
)
def test_a_link_says_its_post_and_who_wrote_it(
    url: str, permalink: str, profile: str, handle: str, id: str
) -> None:
    said = read_link(url, PLATFORMS)
    assert (said.permalink, said.profile_url, said.handle, said.platform_id) == (
        *(permalink, profile, handle, id),
    )


@given(st.text())
def test_any_text_is_read_without_a_fault(url: str) -> None:
    assert isinstance(read_link(url, PLATFORMS), LinkParts)


HOSTS = [host for platform in PLATFORMS for host in platform.hosts]


@given(
    st.sampled_from(HOSTS),
    st.text("/@abct.-_%1?&=#:æ ", max_size=60),
)
def test_what_is_made_of_a_link_leads_nowhere_else_and_is_read_the_same(
    host: str, rest: str
) -> None:
    said = read_link(f"https://{host}/{rest}", PLATFORMS)
    for made in filter(None, (said.permalink, said.profile_url)):
        assert cut_link(made) == made
        again = read_link(made, PLATFORMS)
        assert again.platform == said.platform
    if said.permalink:
        assert read_link(said.permalink, PLATFORMS).permalink == said.permalink


def test_every_form_can_be_read_and_names_only_its_own_pieces() -> None:
    named = {"facebook", "instagram", "x", "tiktok", "youtube", "linkedin", "reddit"}
    named |= {"trustpilot", "google", "messenger", "snapchat"}
    assert {each.name.casefold() for each in PLATFORMS if each.link} == named
    for platform in PLATFORMS:
        for form in platform.link:
            pieces = set(re.compile(form.path).groupindex) | set(form.query)
            for made in (form.permalink, form.profile, form.handle, form.platform_id):
                assert set(re.findall(r"{(\w+)}", made)) <= pieces
            assert set(form.hosts) <= set(platform.hosts)
