"""Wine has no ``icuuc.dll``, which Windows 10 brings and Qt asks for: make one that answers nothing.

For a test's prefix alone; it is never shipped. The names are read from the Qt that is to be run.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

GCC = "x86_64-w64-mingw32-gcc"
OBJDUMP = "x86_64-w64-mingw32-objdump"

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
    with TemporaryDirectory() as folder:
        file = Path(folder, "stub.c")
        file.write_text(source, encoding="ascii")
        subprocess.run([GCC, "-shared", "-O2", "-s", "-o", target, file], check=True)
