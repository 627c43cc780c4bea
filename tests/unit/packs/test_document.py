"""A document is read strictly: hostile or wrong ones are refused with a reason, and nothing else happens."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.packs import PackTableError, read_document
from app.packs.document import LONGEST_BYTES

GOOD = """
format = 1

[pack]
id = "things"
version = 3
issued_on = 2026-12-01
expires_on = 2027-12-01
title = { da = "Ting", en = "Things" }

[publisher]
id = "union"
name = "En forening"
key = "KEY"

[[note]]
id = "one"
topic = "first"
source = "somewhere"
checked_on = 2026-11-30
review_after = 2027-11-30
confidence = "verified"
title = { da = "a", en = "b" }
body = { da = "a", en = "b" }

[[contact]]
id = "two"
topic = "first"
source = "somewhere"
checked_on = 2026-11-30
review_after = 2027-11-30
confidence = "verified"
name = { da = "a", en = "b" }
what = { da = "a", en = "b" }
page = "https://example.invalid"
""".replace("KEY", "0f" * 32)


def test_a_good_document_is_read() -> None:
    document = read_document(GOOD.encode())
    assert document.pack is not None
    assert (document.pack.id, document.pack.version) == ("things", 3)
    assert (document.note[0].id, document.contact[0].id) == ("one", "two")
    assert document.origin.publisher == "En forening"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("format = 1", "format = 2"),
        ("format = 1", 'format = 1\nfile = "../secret"'),
        ("version = 3", "version = 0"),
        ("version = 3", "version = -1"),
        ("version = 3", 'version = "3"'),
        ("version = 3", "version = 99999999999999999999999999"),
        ('id = "things"', 'id = "../things"'),
        ('id = "things"', 'id = "Things"'),
        ('id = "things"', 'id = ""'),
        ("expires_on = 2027-12-01", "expires_on = 2025-12-01"),
        ("expires_on = 2027-12-01\n", ""),
        ('title = { da = "Ting", en = "Things" }', 'title = { da = "Ting", en = "" }'),
        ('name = "En forening"', 'name = " "'),
        ('name = "En forening"', f'name = "{"x" * 81}"'),
        ("0f0f", "0F0F"),
        ("0f0f", ""),
        ('id = "one"', 'id = "one/../two"'),
        ('topic = "first"', 'topic = "secrets"'),
        ('body = { da = "a", en = "b" }', 'body = { da = "a" }'),
        ('body = { da = "a", en = "b" }', 'body = { da = "a", en = "" }'),
        ('body = { da = "a", en = "b" }', 'body = { da = "a", en = "b", de = "c" }'),
        ('body = { da = "a", en = "b" }', 'body = { da = "a\\u202E", en = "b" }'),
        ('body = { da = "a", en = "b" }', 'body = { da = "a\\u0000", en = "b" }'),
        ('body = { da = "a", en = "b" }', f'body = {{ da = "{"x" * 4001}", en = "b" }}'),
        ("https://example.invalid", "file:///etc/passwd"),
        ("https://example.invalid", "javascript:x"),
        ('id = "two"', 'id = "two"\nsource_url = "http://example.invalid"'),
        ("[[contact]]", "[[contacts]]"),
        ("[[contact]]", "[[contact"),
    ],
)
def test_what_is_not_known_or_cannot_be_is_refused(old: str, new: str) -> None:
    assert old in GOOD
    with pytest.raises(PackTableError) as told:
        read_document(GOOD.replace(old, new, 1).encode())
    assert told.value.reason
    assert "\n" not in told.value.reason


def test_a_name_that_stands_twice_is_refused() -> None:
    note = "[[note]]" + GOOD.partition("[[note]]")[2].partition("[[contact]]")[0]
    with pytest.raises(PackTableError, match="one stands twice"):
        read_document((GOOD + note).encode())


@pytest.mark.parametrize(
    "hostile",
    [
        b"a = " + b"[\n" * 60_000,
        b"a = " + b"{a=" * 2_000,
        (b".".join([b"a"] * 3_900) + b" = 1\n") * 20,
        b"x" * (LONGEST_BYTES + 1),
        b"a = '" + b"x" * 9_000 + b"'",
        b"a = 1\n" * 60_000,
        b"\xff\xfe\x00",
        b"",
        b"a = 9e999999999",
        b"a = 1979-13-45",
    ],
)
def test_what_is_made_to_hurt_is_refused(hostile: bytes) -> None:
    with pytest.raises(PackTableError):
        read_document(hostile + b"\nunknown = 1")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(PackTableError):
        read_document(data)
