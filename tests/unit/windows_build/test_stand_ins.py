"""What is asked of a library that is left out is found in the programs themselves, and a wrong file ends the build."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.unit.windows_build.programs import small_program
from tools.windows.fetching import WrongFileError
from tools.windows.parts import Parts, Pin, PythonPart, read_parts
from tools.windows.stand_ins import imports_of, wanted_stand_ins
from tools.windows.tree import lay_language_data

_AT = 0x1000  # where the one section of a small program begins
_DIRECTORY = 64 + 24 + 112 + 8


def program(asks: dict[str, list[str]]) -> bytes:
    """A program that asks libraries for names, or for ``#numbers``."""
    texts, tables = bytearray(), bytearray()
    room = 20 * (len(asks) + 1)
    entries = 8 * sum(len(names) + 1 for names in asks.values())

    def text(words: bytes) -> int:
        texts.extend(words + b"\0")
        return _AT + room + entries + len(texts) - len(words) - 1

    head = bytearray()
    for library, names in asks.items():
        begins = _AT + room + len(tables)
        for name in names:
            number = (1 << 63) + int(name[1:]) if name[0] == "#" else text(b"\0\0" + name.encode())
            tables += struct.pack("<Q", number)
        tables += bytes(8)
        head += struct.pack("<5I", begins, 0, 0, text(library.encode()), begins)
    made = bytearray(small_program(bytes(head) + bytes(20) + bytes(tables) + bytes(texts)))
    struct.pack_into("<II", made, _DIRECTORY, _AT, room)
    return bytes(made)


ASKING = program({"curl.dll": ["perform", "close"], "jpeg.dll": ["#45", "#7"], "own.dll": ["x"]})


def test_a_program_says_what_it_asks_for() -> None:
    assert imports_of(ASKING) == {
        "curl.dll": ("perform", "close"),
        "jpeg.dll": ("#45", "#7"),
        "own.dll": ("x",),
    }


def test_only_what_was_brought_and_left_out_is_stood_in_for() -> None:
    other = program({"curl.dll": ["begin"], "kernel32.dll": ["Sleep"]})
    wanted = wanted_stand_ins([ASKING, other], ["curl.dll", "jpeg.dll", "icu.dll"])
    assert wanted == {
        "curl.dll": frozenset({"perform", "close", "begin"}),
        "jpeg.dll": frozenset({"#45", "#7"}),
    }


def test_the_product_pins_both_languages() -> None:
    _, hashes = read_parts().language_data
    assert set(hashes) == {"dan.traineddata", "eng.traineddata"}
    assert all(len(each) == 64 for each in hashes.values())


def test_language_data_that_is_not_the_one_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "dan.traineddata").write_bytes(b"other")
    python = PythonPart(Pin("python", "1", frozenset()), "", "", "3.13.2", "313")
    data = (tmp_path, {"dan.traineddata": "0" * 64})
    with pytest.raises(WrongFileError, match="dan"):
        lay_language_data(tmp_path / "tree", Parts(python, (), {}, frozenset(), {}, data))
    assert not (tmp_path / "tree").exists()
