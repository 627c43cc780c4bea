"""P11: two different secrets under one black box give the same bytes, from the grab to the zip.

The log commits to the sealed original, so its salted commitment is the one thing that must differ: it is a hash of
the secret picture under 32 random bytes. Here the commitments of what is withheld are replaced by one that knows only
name and salt, which is what they look like to somebody without the salt; everything else is the product as it is.
With the real commitments the files that show something are compared below as well.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.hand_over import hand_over
from app.actions.mark_and_redact import mark_and_redact
from app.markup import Box, Number, Redaction
from app.picture import Pixels
from evidence_store import hashing
from tests.e2e.walk.house import MACHINE
from tests.fakes.screen import striped_pixels
from tests.store.building import counted_ids, counted_salts
from tests.worlds import FONT, World, order

WIDTH, HEIGHT = 120, 80
BOX = Box(30, 20, 40, 16)
SECRET_BYTES = BOX.width * BOX.height * 3
# A secret is drawn from a seed: shrinking thousands of bytes one by one would tell nothing.
SECRETS = st.integers(0, 2**32).map(lambda seed: Random(seed).randbytes(SECRET_BYTES))


def with_secret(secret: bytes) -> Pixels:
    """The same picture each time, but for what stands in the box."""
    rgb = bytearray(striped_pixels(WIDTH, HEIGHT).rgb)
    for row in range(BOX.height):
        at = ((BOX.y + row) * WIDTH + BOX.x) * 3
        rgb[at : at + BOX.width * 3] = secret[row * BOX.width * 3 : (row + 1) * BOX.width * 3]
    return Pixels(WIDTH, HEIGHT, bytes(rgb))


def walk(folder: Path, secret: bytes) -> tuple[bytes, bytes]:
    """Grab, seal, mark, cover, hand over; answers the working copy and the package."""
    folder.mkdir()
    world = World(folder, machine=MACHINE, picture=with_secret(secret))
    vault = world.make_vault(new_id=counted_ids(), new_salt=counted_salts())
    with vault:
        case = world.begin(vault)
        capture_and_seal(case, world.open_screen(), CaptureWish(), new_grab_id=lambda: "0" * 16)
        exhibit = case.state.exhibit(1)
        assert exhibit is not None
        copy = mark_and_redact(
            case,
            exhibit,
            marks=[Number(32, 24, "inde over feltet"), Number(90, 60, "ved siden af")],
            redactions=[Redaction(BOX, "Barns navn")],
            font=FONT,
        )
        hand_over(case, order(), folder / "package.zip")
        with vault.open_object(copy) as source:
            return source.read(), (folder / "package.zip").read_bytes()


@pytest.fixture
def blind_commitments(monkeypatch: pytest.MonkeyPatch) -> None:
    """The original's commitment as it looks without its salt: it tells nothing of the body."""
    real = hashing.part_commitment

    def blind(name: str, salt: str, body: bytes) -> str:
        withheld = (
            name == "object" and b'"kind":"object"' in body and _salt_number(salt) in ORIGINALS
        )
        return real(name, salt, b"" if withheld else body)

    monkeypatch.setattr("evidence_store.act.part_commitment", blind)


# The salts of the test are numbered; this one falls to the ``object`` part of the capture.
ORIGINALS: set[int] = set()


def _salt_number(salt: str) -> int:
    return int(salt, 16)


def _salt_of_the_original(folder: Path) -> int:
    """Which salt the capture's object got: found by walking once."""
    walk(folder, bytes(SECRET_BYTES))
    with World(folder).open_vault() as vault:
        for chain in vault.chains():
            for entry in vault.entries(chain.id):
                facts, kept = entry.part("facts"), entry.part("object")
                if facts and kept and facts.body and b'"kind":"capture"' in facts.body:
                    assert kept.salt is not None
                    return _salt_number(kept.salt)
    raise AssertionError("no capture")


@pytest.mark.usefixtures("blind_commitments")
@given(first=SECRETS, second=SECRETS)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_secrets_under_one_box_give_the_same_package(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes
) -> None:
    if not ORIGINALS:
        ORIGINALS.add(_salt_of_the_original(tmp_path_factory.mktemp("salt") / "walk"))
    folder = tmp_path_factory.mktemp("secrets")
    first_copy, first_package = walk(folder / "first", first)
    second_copy, second_package = walk(folder / "second", second)
    assert first_copy == second_copy
    assert first_package == second_package


@given(first=SECRETS, second=SECRETS)
@settings(max_examples=3)
def test_what_is_shown_is_the_same_with_the_real_commitments(
    tmp_path_factory: pytest.TempPathFactory, first: bytes, second: bytes
) -> None:
    folder = tmp_path_factory.mktemp("real")
    shown = []
    for name, secret in (("first", first), ("second", second)):
        copy, _ = walk(folder / name, secret)
        with zipfile.ZipFile(folder / name / "package.zip") as archive:
            pictures = [
                (each.split("/", 1)[1], archive.read(each))
                for each in archive.namelist()
                if "/exhibits/" in each
            ]
            sizes = [
                (each.filename.split("/", 1)[1], each.file_size)
                for each in archive.infolist()
                # Its text is compressed, and prints the receipt code.
                if not each.filename.endswith(".pdf")
            ]
        shown.append((copy, pictures, sizes))
    assert shown[0] == shown[1]


def test_without_the_box_the_secrets_would_show() -> None:
    assert with_secret(bytes(SECRET_BYTES)) != with_secret(b"\xff" * SECRET_BYTES)
