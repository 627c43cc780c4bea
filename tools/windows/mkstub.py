"""What Windows 10 brings and Wine 8 has not: ``icuuc.dll``, asked for by Qt, and ``bcryptprimitives.dll``, by Rust.

For a test's prefix alone; they are never shipped. The names of the first are read from the Qt that is to be run.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

GCC = "x86_64-w64-mingw32-gcc"
OBJDUMP = "x86_64-w64-mingw32-objdump"

# Rust's library takes its random bytes from here; Wine has the same ones under an older name.
_RANDOM = """#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG count);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    return SystemFunction036(bytes, (ULONG)count);
}
"""

_DLL = re.compile(r"\s*DLL Name: (\S+)")
_NAME = re.compile(r"\s+[0-9a-f]+\s+\d+\s+(\w+)\s*$")


def asked_of(dll: Path, other: str) -> tuple[str, ...]:
    """The names that a DLL asks of another one, sorted.

    Raises:
        subprocess.CalledProcessError: it is no file that objdump can read.
    """
    told = subprocess.run([OBJDUMP, "-p", dll], capture_output=True, text=True, check=True).stdout
    names = set()
    of = ""
    for line in told.splitlines():
        if found := _DLL.match(line):
            of = found[1].lower()
        elif of == other and (found := _NAME.match(line)):
            names.add(found[1])
    return tuple(sorted(names))


def icu_stub(qt_core: Path, target: Path) -> None:
    """Write an ``icuuc.dll`` with every name that a ``Qt6Core.dll`` asks of it, each a function that returns 0.

    Raises:
        subprocess.CalledProcessError: objdump or the compiler failed.
    """
    names = asked_of(qt_core, "icuuc.dll")
    source = "".join(
        f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in names
    )
    _compile(source, target)


def random_stub(target: Path) -> None:
    """Write a ``bcryptprimitives.dll`` with ``ProcessPrng``, which gives the system's random bytes.

    Raises:
        subprocess.CalledProcessError: the compiler failed.
    """
    _compile(_RANDOM, target, "-ladvapi32")


def _compile(source: str, target: Path, *libraries: str) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder, "stub.c")
        file.write_text(source, encoding="ascii")
        subprocess.run([GCC, "-shared", "-O2", "-s", "-o", target, file, *libraries], check=True)
