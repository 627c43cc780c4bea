"""Films and sound: kept as received, seen, frames as exhibits, covered, in report and package."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.handover import verify_path
from app.picture import decode_own_png, frames_of_film, sniff
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.verifiers import ask_app, ask_py, ask_sh, load_verify_py
from tests.e2e.walk.house import House
from tests.e2e.walk.test_leaks import all_bytes
from tests.fakes.films import grey_of, made_film, made_sound

BLACK = (0, 0, 0)


@pytest.fixture(scope="module")
def film() -> bytes:
    return made_film("mp4", size=(64, 48), sound=True)


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = House(tmp_path)
    made.ok("init")
    made.ok("case", "--name", "Mette Eks", "--title", "Min sag")
    return made


def added(house: House, data: bytes, name: str = "KANARIEnavn.mp4") -> dict[str, Any]:
    path = house.folder / name
    path.write_bytes(data)
    (one,) = house.ok("add", str(path))["added"]
    return dict(one)


def package_of(house: House, name: str, *more: str) -> dict[str, bytes]:
    path = house.folder / name
    house.ok("handover", "--for", "union_consultant", "--out", str(path), *more)
    assert verify_path(path).verdict == "CONSISTENT"
    with zipfile.ZipFile(path) as archive:
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def test_a_film_is_seen_and_a_frame_of_it_is_covered_and_leaves(house: House, film: bytes) -> None:
    one = added(house, film)
    assert (one["media_type"], one["preview"]) == ("video/mp4", "shown")
    assert "Film with sound, 0:01 long." in one["told"]
    (frame,) = house.ok("frame", "1", "--at", "0:00.35")["frames"]
    assert (frame["exhibit"], frame["at_us"], frame["new"]) == (2, 300_000, True)
    (again,) = house.ok("frame", "1", "--at", "0.39")["frames"]
    assert (again["id"], again["new"]) == (frame["id"], False)
    house.ok("redact", "2", "--box", "0,0,20,20:Barns navn")
    held = package_of(house, "uden.zip")
    pixels = decode_own_png(held["data/exhibits/bilag-002.png"])
    assert (pixels.width_px, pixels.height_px) == (64, 48)
    assert pixels.colour_at(5, 5) == BLACK
    assert abs(pixels.colour_at(40, 40)[0] - grey_of(3)) <= 4
    log = held["data/ledger/evidence.txt"]
    assert b'"kind":"file_frame"' in log
    assert b'"kind":"file_film"' in log
    assert b"KANARIEnavn" not in log
    assert "data/originals/bilag-001.mp4" not in held
    held = package_of(house, "med.zip", "--original", "1")
    assert held["data/originals/bilag-001.mp4"] == film


def test_a_moment_that_is_none_and_an_exhibit_that_is_no_film_are_said(
    house: House, film: bytes
) -> None:
    added(house, film)
    added(house, made_sound("mp3"), "lyd.mp3")
    for words, kind in (
        (("1", "--at", "9"), "actions.NoSuchMomentError"),
        (("1", "--at", "snart"), "cli.MomentFormError"),
        (("2", "--at", "0"), "actions.NotAFilmError"),
    ):
        ran = house.run("frame", *words)
        assert (ran.code, ran.answer["error"]["kind"]) == (2, kind)


def test_sound_and_what_cannot_be_seen_are_kept_and_one_sentence_says_why(
    house: House, film: bytes
) -> None:
    sound = added(house, made_sound("ogg"), "lyd.ogg")
    assert sound["told"] == ["Sound, 0:01 long."]
    broken = added(house, film[: film.index(b"moov")], "brudt.mp4")
    (why,) = broken["told"]
    assert "damaged or not whole" in why
    assert broken["size"] == film.index(b"moov")


def test_erasing_a_film_names_its_frames(house: House, film: bytes) -> None:
    added(house, film)
    house.ok("frame", "1", "--at", "0.5")
    plan = house.ok("erase", "1")
    assert "2" in str(plan)


def test_a_covered_clip_goes_along_by_choice_and_the_overview_does_not(
    house: House, film: bytes
) -> None:
    added(house, film)
    made = house.ok("clip", "1", "--cover", "16,12,32,24@0.3-0.6=Barns ansigt", "--mute")
    assert (made["frames"], made["covered"], made["muted"]) == (10, 3, True)
    held = package_of(house, "uden.zip")
    assert not any(name.startswith("data/media") for name in held)
    assert "data/exhibits/bilag-001.png" not in held
    held = package_of(house, "klip.zip", "--clip", "1")
    clip = held["data/media/bilag-001.webm"]
    assert sniff(clip) == "video/webm"
    seen = frames_of_film(io.BytesIO(clip), len(clip), "video/webm", (200_000, 400_000))
    greys = [each.pixels.colour_at(32, 24)[0] for each in seen.frames]
    assert greys[0] > 40
    assert greys[1] <= 24
    log = held["data/ledger/evidence.txt"]
    assert b'"kind":"working_copy_clip"' in log
    assert film not in all_bytes(house.folder / "klip.zip", house.folder)
    assert b'src="media/bilag-001.webm"' in held["data/index.html"]
    assert b'"data/media/bilag-001.webm"' in held["data/tables/files.jsonld"]
    all_readers_say_the_same(house.folder / "klip.zip", house.folder / "ud")


def all_readers_say_the_same(package: Path, folder: Path) -> None:
    """Of the package as it is, and of one in which a bit of the clip is another."""
    with zipfile.ZipFile(package) as whole:
        whole.extractall(folder)
    (target,) = folder.iterdir()
    clip = target / "data" / "media" / "bilag-001.webm"
    for altered in (False, True):
        if altered:
            data = bytearray(clip.read_bytes())
            data[-9] ^= 1
            clip.write_bytes(data)
        second = ask_second(target)
        by_sh, _ = ask_sh(["sh"], target)
        for other in (ask_app(target), ask_py(load_verify_py(), target), by_sh):
            assert (other.verdict, other.findings) == (second.verdict, second.findings)
        named = [path for _, _, _, path in second.findings if path]
        assert (second.verdict, "data/media/bilag-001.webm" in named) == (
            ("ALTERED", True) if altered else ("CONSISTENT", False)
        )


def test_a_clip_that_is_not_there_and_a_place_that_is_none_are_said(
    house: House, film: bytes
) -> None:
    added(house, film)
    out = str(house.folder / "p.zip")
    for words, kind in (
        (("clip", "1"), "actions.NothingCoveredError"),
        (("clip", "1", "--cover", "60,40,20,20=grund"), "actions.CoverPlaceError"),
        (("clip", "1", "--cover", "overalt"), "cli.CoverFormError"),
        (
            ("handover", "--for", "manager", "--out", out, "--clip", "1"),
            "dossier.ClipNotPossibleError",
        ),
    ):
        ran = house.run(*words)
        assert (ran.code, ran.answer["error"]["kind"]) == (2, kind)
