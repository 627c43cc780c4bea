"""The decode child in a bundle, where there is no Python to start; and how the ways in which it leaves are read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.picture import (
    BUNDLED_CHILD_ARGUMENT,
    DecodeLimits,
    PictureRefusedError,
    Refusal,
    child_process,
    decode_untrusted,
    encode_png,
)
from app.picture import untrusted as parent
from app.picture.picture_child.codes import HEAD
from tests.fakes.screen import striped_pixels
from tests.unit.house.tree import ROOT

PICTURE = striped_pixels(48, 32)
PNG = encode_png(PICTURE)


def test_in_a_bundle_the_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda words, **_: started.append(words))

    child_process.start_child(["image/png"])

    assert started == [[sys.executable, BUNDLED_CHILD_ARGUMENT, "image/png"]]
    assert not child_process.can_be_kept_warm()


@pytest.mark.posix("a file of words is started as a program")
def test_a_bundle_that_starts_itself_decodes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real program as a bundle starts it: no Python is named, and it starts itself."""
    program = tmp_path / "bevismappe"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {ROOT / "main.py"} "$@"\n', "utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert decode_untrusted(PNG, "image/png").pixels == PICTURE
    with pytest.raises(PictureRefusedError) as caught:
        decode_untrusted(b"no picture", "image/png")
    assert caught.value.reason is Refusal.DAMAGED


def test_the_program_that_decodes_is_nothing_else(tmp_path: Path) -> None:
    """Asked on any system: no case, no vault and no window is loaded before the picture is read."""
    words = parent._words("image/png", DecodeLimits())
    start = [sys.executable, "-X", "importtime", str(ROOT / "main.py")]
    done = subprocess.run(
        [*start, BUNDLED_CHILD_ARGUMENT, *words],
        input=PNG,
        capture_output=True,
        check=True,
        cwd=tmp_path,
    )
    assert done.stdout[HEAD.size :].startswith(PICTURE.rgb)
    loaded = {line.split("|")[-1].strip() for line in done.stderr.decode().splitlines()}
    rooms = {name.split(".")[1] for name in loaded if name.startswith("app.")}
    # What a film's bytes are read by stands in a base that other streams have too.
    assert rooms == {"picture", "streams"}
    assert not {name for name in loaded if name.split(".")[0] in {"evidence_store", "PySide6"}}


@pytest.mark.parametrize(
    ("system", "status", "reason"),
    [
        ("win32", 1816, Refusal.TIMED_OUT),
        ("win32", 0xC0000044, Refusal.TIMED_OUT),
        ("win32", 0xC0000044 - (1 << 32), Refusal.TIMED_OUT),
        ("win32", 0xC0000017, Refusal.OUT_OF_MEMORY),
        ("win32", 0xC0000005, Refusal.DAMAGED),
        ("win32", 11, Refusal.TOO_LARGE),
        ("win32", 13, Refusal.OUT_OF_MEMORY),
        ("win32", 1, Refusal.DAMAGED),
        ("linux", 14, Refusal.WITHOUT_LIMITS),
        ("linux", 1816, Refusal.DAMAGED),
        ("linux", -11, Refusal.DAMAGED),
    ],
)
def test_how_the_child_left_is_read_as_its_system_means_it(
    system: str, status: int, reason: Refusal
) -> None:
    assert parent.reason_of(status, system) is reason
