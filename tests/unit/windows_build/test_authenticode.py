"""Programs of the parts are as their makers signed them, or the build ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.windows_build.programs import certificate, sign, small_program
from tools.windows.authenticode import (
    NotAsSignedError,
    check_parts,
    check_programs,
    read_signature,
)
from tools.windows.parts import Parts, Pin, PythonPart


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A program that Maker signed, and one that nobody signed."""
    folder = tmp_path / "part"
    folder.mkdir()
    for name in ("signed.dll", "plain.pyd"):
        (folder / name).write_bytes(small_program())
    (folder / "words.txt").write_text("no program", encoding="utf-8")
    sign(folder / "signed.dll", *certificate(tmp_path, "Maker"))
    return folder


NAMES = ["plain.pyd", "signed.dll", "words.txt"]


def test_who_signed_is_read_and_what_nobody_signed_is_told(programs: Path) -> None:
    signature = read_signature(programs / "signed.dll")
    assert signature is not None
    assert signature.signer == "Maker"
    assert signature.said == signature.found
    assert read_signature(programs / "plain.pyd") is None
    assert check_programs(programs, NAMES, ["Maker"]) == ["plain.pyd"]


def test_one_wrong_byte_fails(programs: Path) -> None:
    data = bytearray((programs / "signed.dll").read_bytes())
    data[0x210] ^= 1
    (programs / "signed.dll").write_bytes(data)
    with pytest.raises(NotAsSignedError, match="not the ones that were signed"):
        check_programs(programs, NAMES, ["Maker"])


def test_somebody_elses_signature_fails(programs: Path) -> None:
    with pytest.raises(NotAsSignedError, match="signed by Maker"):
        check_programs(programs, NAMES, ["Somebody Else"])


def test_a_part_that_is_always_signed_may_have_no_unsigned_program(programs: Path) -> None:
    pin = Pin("python", "1", frozenset())
    python = PythonPart(pin, "", "", "3.13.2", "313")
    signers = {"part": ("Maker",)}
    lax = Parts(python, (), signers, frozenset())
    assert check_parts(programs, {"part": NAMES}, lax) == ["plain.pyd"]
    strict = Parts(python, (), signers, frozenset({"part"}))
    with pytest.raises(NotAsSignedError, match=r"plain\.pyd"):
        check_parts(programs, {"part": NAMES}, strict)
