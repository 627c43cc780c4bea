"""What the package depends on: every library that is asked for has a package, or the build ends."""

from __future__ import annotations

import pytest

from tools.linux.libraries import PYTHON, depends, known_packages, needed_names, run_packages

TOLD = """
 0x0000000000000001 (NEEDED)             Shared library: [libQt6Gui.so.6]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
 0x000000000000001d (RUNPATH)            Library runpath: [$ORIGIN]
"""


def test_the_names_are_read_from_what_readelf_tells() -> None:
    assert needed_names(TOLD) == {"libQt6Gui.so.6", "libc.so.6"}


def test_what_is_asked_for_and_what_is_loaded_by_name_become_dependencies() -> None:
    known = {"libz.so.1": "zlib1g", "libc.so.6": "libc6 (>= 2.34)"}
    assert depends(["libz.so.1"], known, {"libx11-6"}) == [*PYTHON, "libx11-6", "zlib1g"]


def test_a_library_that_nobody_knows_ends_the_build() -> None:
    with pytest.raises(ValueError, match=r"does not name libnew\.so\.1"):
        depends(["libnew.so.1"], {}, set())


def test_both_lists_are_read_whichever_word_stands_first() -> None:
    known = known_packages()
    assert known["libEGL.so.1"] == "libegl1"
    assert known["libc.so.6"] == "libc6 (>= 2.34)"
    assert "libxcb-cursor0" in run_packages()
    assert not {"xvfb", "fonts-dejavu-core"} & run_packages()
