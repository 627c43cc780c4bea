"""Films and sound in the limited child: what is seen, the frame of a moment, a covered clip, and hostile files."""

from __future__ import annotations

import io
import struct

import pytest

from app.picture import (
    ClipOrder,
    ClipStream,
    DecodeLimits,
    FilmCover,
    FilmFrame,
    PictureRefusedError,
    Refusal,
    film_talk,
    frames_of_film,
    look_at_film,
    sniff,
)
from tests.fakes.films import grey_of, made_film, made_sound

MP4, WEBM = "video/mp4", "video/webm"
STEP_US = 100_000


@pytest.fixture(scope="module")
def mp4() -> bytes:
    return made_film("mp4", sound=True, size=(64, 48))


def _frames(film: bytes, *at_us: int, media_type: str = MP4) -> list[FilmFrame]:
    return list(frames_of_film(io.BytesIO(film), len(film), media_type, at_us).frames)


def _refusal(
    film: bytes, media_type: str = MP4, limits: DecodeLimits = DecodeLimits(processor_s=60)
) -> Refusal:
    with pytest.raises(PictureRefusedError) as caught:
        look_at_film(io.BytesIO(film), len(film), media_type, limits=limits)
    return caught.value.reason


def _clip(film: bytes, order: ClipOrder) -> tuple[bytes, ClipStream]:
    with ClipStream(io.BytesIO(film), len(film), MP4, order) as clip:
        made = bytearray(clip.readall())
        for place, data in clip.patches:
            made[place : place + len(data)] = data
    return bytes(made), clip


def _greys(frame: FilmFrame, left: int, top: int, right: int, bottom: int) -> set[int]:
    pixels = frame.pixels
    rows = (
        range(row * pixels.width_px + left, row * pixels.width_px + right)
        for row in range(top, bottom)
    )
    return {pixels.rgb[3 * each] for row in rows for each in row}


def test_running_time_and_frames_are_seen_in_every_container(mp4: bytes) -> None:
    for kind, media_type in (("mov", "video/quicktime"), ("webm", WEBM), ("mp4", MP4)):
        made = mp4 if kind == "mp4" else made_film(kind)
        assert sniff(made) == media_type
        look = look_at_film(io.BytesIO(made), len(made), media_type, shots=4)
        assert abs(look.said.end_us - 1_000_000) <= STEP_US
        assert [frame.at_us for frame in look.frames] == [100_000, 300_000, 600_000, 800_000]
        assert bool(look.said.sound) is (kind == "mp4")


def test_sound_has_a_running_time_and_no_frames() -> None:
    for kind, media_type in (("mp3", "audio/mpeg"), ("ogg", "audio/ogg"), ("ipod", "audio/mp4")):
        made = made_sound(kind)
        assert sniff(made) == media_type
        look = look_at_film(io.BytesIO(made), len(made), media_type)
        assert not look.frames
        assert not look.said.picture
        assert abs(look.said.end_us - 1_000_000) < STEP_US


def test_the_frame_of_a_moment_is_the_one_that_is_shown_then(mp4: bytes) -> None:
    wanted = {0: 0, 299_999: 2, 300_000: 3, 349_000: 3, 950_000: 9, 999_999: 9}
    for frame, (at_us, n) in zip(_frames(mp4, *wanted), wanted.items(), strict=True):
        assert frame.at_us == n * STEP_US, at_us
        assert abs(frame.pixels.rgb[0] - grey_of(n)) <= 4, at_us


def test_what_is_covered_is_black_in_every_frame_of_its_interval_and_in_no_other(
    mp4: bytes,
) -> None:
    cover = FilmCover(0.25, 0.25, 0.5, 0.5, 400_000, 700_000)
    made, clip = _clip(mp4, ClipOrder(200_000, 1_000_000, (cover,)))
    assert sniff(made) == WEBM
    assert (clip.said.frames, clip.said.covered) == (8, 3)
    assert clip.said.sound
    seen = _frames(made, *range(0, 800_000, STEP_US), media_type=WEBM)
    assert [frame.at_us for frame in seen] == list(range(0, 800_000, STEP_US))
    for frame in seen:
        inside = _greys(frame, 16, 12, 48, 36)
        if 200_000 <= frame.at_us < 500_000:
            assert max(inside) <= 24, frame.at_us
        else:
            assert min(inside) >= 40, frame.at_us
        assert min(_greys(frame, 0, 0, 8, 8)) >= 40, frame.at_us


def test_a_muted_clip_has_no_sound_and_a_clip_can_be_sought_in(mp4: bytes) -> None:
    made, _ = _clip(mp4, ClipOrder(0, 1_000_000, (), mute=True))
    look = look_at_film(io.BytesIO(made), len(made), WEBM)
    assert not look.said.sound
    assert abs(look.said.said_us - 1_000_000) <= STEP_US  # what its header says was written last
    assert b"\x1c\x53\xbb\x6b" in made  # the index


def test_the_clip_of_a_large_film_is_half_as_large() -> None:
    film = made_film("mp4", seconds=0.1, size=(1920, 1080))
    cover = FilmCover(0.5, 0.5, 0.25, 0.25, 0, 100_000)
    made, clip = _clip(film, ClipOrder(0, 100_000, (cover,)))
    assert clip.said.clip_px == (960, 540)  # what the encoder holds goes with it
    (frame,) = _frames(made, 0, media_type=WEBM)
    assert max(_greys(frame, 480, 270, 720, 405)) <= 24
    assert min(_greys(frame, 0, 0, 470, 260)) >= 30


def test_what_is_asked_to_stop_stops_and_its_child_is_gone(mp4: bytes) -> None:
    def stop(_done: int, _all: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        look_at_film(io.BytesIO(mp4), len(mp4), MP4, give_way=stop)
    order = ClipOrder(0, 1_000_000, ())
    with (
        ClipStream(io.BytesIO(mp4), len(mp4), MP4, order, stop) as clip,
        pytest.raises(KeyboardInterrupt),
    ):
        clip.readall()


def test_a_film_that_was_cut_is_seen_as_far_as_it_goes() -> None:
    made = made_film("webm", seconds=2, size=(64, 48))
    look = look_at_film(io.BytesIO(made[: len(made) // 2]), len(made) // 2, WEBM)
    assert look.frames
    assert look.said.end_us < look.said.said_us - 300_000


def test_a_film_without_its_index_is_refused(mp4: bytes) -> None:
    assert _refusal(mp4[: mp4.index(b"moov")]) is Refusal.DAMAGED
    assert _refusal(b"") is Refusal.DAMAGED
    assert _refusal(made_film("webm")) is Refusal.DAMAGED  # called something that it is not


def test_a_header_that_lies_about_the_running_time_is_not_believed(mp4: bytes) -> None:
    mvhd = mp4.index(b"mvhd") + 4
    lying = mp4[: mvhd + 16] + struct.pack(">I", 0x7FFFFFFF) + mp4[mvhd + 20 :]
    look = look_at_film(io.BytesIO(lying), len(lying), MP4)
    assert look.said.end_us <= 1_100_000
    assert look.frames[-1].at_us <= 1_000_000


def test_a_header_that_lies_about_the_size_is_passed_over(mp4: bytes) -> None:
    entry = mp4.index(b"mp4v", mp4.index(b"stsd")) + 4 + 24
    assert mp4[entry : entry + 4] == struct.pack(">HH", 64, 48)
    lying = mp4[:entry] + struct.pack(">HH", 60_000, 60_000) + mp4[entry + 4 :]
    look = look_at_film(io.BytesIO(lying), len(lying), MP4, shots=1)
    assert look.frames[0].pixels.height_px == 48


def test_what_is_too_large_for_eyes_or_memory_is_refused() -> None:
    assert _refusal(made_film("mp4", seconds=0.1, size=(8190, 4500))) is Refusal.TOO_LARGE
    small = DecodeLimits(memory_bytes=160 << 20)
    large = made_film("mp4", seconds=0.1, size=(4096, 2160))
    assert _refusal(large, limits=small) in {Refusal.OUT_OF_MEMORY, Refusal.DAMAGED}


def test_a_film_that_never_ends_is_given_up(mp4: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_talk, "_SILENCE_S", 0.0)
    assert _refusal(mp4) is Refusal.TIMED_OUT
