"""A film is seen by the installed program: frames of it become exhibits, and a clip is covered and written there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

import pytest

from app.picture import decode_own_png, frames_of_film, sniff
from tests.fakes.films import grey_of, made_film
from tests.windows.installing import fresh
from tests.windows.programs import begin_vault, command
from tools.windows.prefix import Prefix

FILM = made_film("mp4", size=(64, 48), sound=True, picture="libx264")
"""H.264 and AAC, as phones make it."""


@pytest.fixture
def prefix(installed: Prefix) -> Iterator[Prefix]:
    with fresh(installed, "films") as made:
        yield made


def test_frames_of_a_film_become_exhibits_and_a_covered_clip_is_black(prefix: Prefix) -> None:
    vault, phrase = begin_vault(prefix)
    words = ("--vault", vault, "--passphrase-file", phrase)
    (prefix.drive_c / "film.mp4").write_bytes(FILM)
    (one,) = command(prefix, *words, "add", "C:\\film.mp4")["result"]["added"]
    assert (one["media_type"], one["preview"]) == ("video/mp4", "shown")
    (frame,) = command(prefix, *words, "frame", "1", "--at", "0:00.35")["result"]["frames"]
    assert (frame["exhibit"], frame["at_us"]) == (2, 300_000)
    command(prefix, *words, "export", "2", "--out", "C:\\billede.png")
    pixels = decode_own_png((prefix.drive_c / "billede.png").read_bytes())
    assert abs(pixels.colour_at(32, 24)[0] - grey_of(3)) <= 4
    cover = ("--cover", "16,12,32,24@0.3-0.6=Barns ansigt")
    made = command(prefix, *words, "clip", "1", *cover)["result"]
    assert (made["frames"], made["covered"], made["muted"]) == (10, 3, False)
    out = ("--for", "union_consultant", "--clip", "1", "--out", "C:\\pakke.zip")
    command(prefix, *words, "handover", *out)
    with zipfile.ZipFile(prefix.drive_c / "pakke.zip") as package:
        (name,) = (each for each in package.namelist() if each.endswith("bilag-001.webm"))
        clip = package.read(name)
    assert sniff(clip) == "video/webm"
    seen = frames_of_film(io.BytesIO(clip), len(clip), "video/webm", (200_000, 400_000))
    greys = [each.pixels.colour_at(32, 24)[0] for each in seen.frames]
    assert greys[0] > 40
    assert greys[1] <= 24
