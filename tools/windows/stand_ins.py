"""Stand-ins for libraries that a kept library asks for by name and never calls.

tesseract asks for libcurl and libarchive, leptonica for readers of six formats of pictures; below them stand ICU,
OpenSSL, libxml2 and more: 50 MB, and a library that fetches addresses. Text is read from pixels, so none of it is ever
called. FFmpeg asks for x264 and x265, which are GPL, for SVT-AV1 and others; only VP9 and Opus are written, and what is
read of H.264 and H.265 is FFmpeg's own. Windows refuses to load a library whose names it cannot find, so each of them
is there as a few kilobytes of our own in which every name that is asked for is a function that returns nothing.
"""

from __future__ import annotations

import struct
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

COMPILER = "x86_64-w64-mingw32-gcc"
_SOURCE = """\
void *nothing(void) { return 0; }
int __stdcall DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module; (void)reason; (void)reserved;
    return 1;
}
"""
_FLAGS = ("-shared", "-nostdlib", "-O2", "-s", "-Wall", "-Wl,--no-insert-timestamp")
_BY_NUMBER = 1 << 63
_IMPORTS = (
    24 + 112 + 8
)  # the second of the directories behind the optional header of a 64-bit program


def wanted_stand_ins(kept: Iterable[bytes], brought: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the libraries that are asked for, were brought, and are not kept; with the names asked of each.

    Args:
        kept: the libraries that stay, as bytes.
        brought: the names of the libraries that the wheel brings and that are left out.
    """
    left_out = set(brought)
    wanted: dict[str, set[str]] = {}
    for library in kept:
        for name, functions in imports_of(library).items():
            if name in left_out:
                wanted.setdefault(name, set()).update(functions)
    return {name: frozenset(functions) for name, functions in sorted(wanted.items())}


def build_stand_ins(wanted: Mapping[str, Iterable[str]]) -> dict[str, bytes]:
    """Compile them; the same names give the same bytes.

    Raises:
        subprocess.CalledProcessError: the compiler failed.
    """
    made: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "nothing.c").write_text(_SOURCE, encoding="ascii")
        for library, functions in wanted.items():
            lines = "".join(f"  {_exported(each)}\n" for each in sorted(functions))
            text = f'LIBRARY "{library}"\nEXPORTS\n{lines}'
            (folder / "names.def").write_text(text, encoding="ascii")
            subprocess.run(
                [COMPILER, *_FLAGS, "-o", "made.dll", "nothing.c", "names.def"],
                check=True,
                cwd=folder,
            )
            made[library] = (folder / "made.dll").read_bytes()
    return made


def imports_of(program: bytes) -> dict[str, tuple[str, ...]]:
    """Return the libraries that a 64-bit program asks for, with the names or ``#numbers`` asked of each.

    objdump cannot be asked: it stops at names that a tool for wheels has put elsewhere.
    """
    head = _number(program, 0x3C)
    sections = [
        struct.unpack_from("<8x4I", program, head + 24 + _short(program, head + 20) + 40 * each)
        for each in range(_short(program, head + 6))
    ]

    def place(address: int) -> int:
        for size, start, kept, begins in sections:
            if start <= address < start + max(size, kept):
                return int(address - start + begins)
        raise ValueError(f"no section holds {address:#x}")

    def text(address: int) -> str:
        at = place(address)
        return program[at : program.index(b"\0", at)].decode("ascii")

    found: dict[str, tuple[str, ...]] = {}
    at = place(_number(program, head + _IMPORTS))
    while True:
        names, _, _, library, bound = struct.unpack_from("<5I", program, at)
        if not library:
            return found
        functions: list[str] = []
        entry = place(names or bound)
        while value := struct.unpack_from("<Q", program, entry)[0]:
            by_number = value & _BY_NUMBER
            functions.append(f"#{value & 0xFFFF}" if by_number else text((value & 0x7FFFFFFF) + 2))
            entry += 8
        found[text(library)] = tuple(functions)
        at += 20


def _exported(function: str) -> str:
    if function.startswith("#"):
        return f"nothing{function[1:]}=nothing @{function[1:]} NONAME"
    return f"{function}=nothing"


def _number(program: bytes, at: int) -> int:
    value: int = struct.unpack_from("<I", program, at)[0]
    return value


def _short(program: bytes, at: int) -> int:
    value: int = struct.unpack_from("<H", program, at)[0]
    return value
