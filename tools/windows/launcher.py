"""Builds the two small programs that start Bevismappe: Bevismappe.exe and bevismappe-cli.exe."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.checkout import ROOT
from tools.windows.icon import draw_icon
from tools.windows.parts import PACKAGING

_COMPILER = "x86_64-w64-mingw32-gcc"
_RESOURCES = "x86_64-w64-mingw32-windres"
_FLAGS = (
    *("-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-D_WIN32_WINNT=0x0A00", "-s", "-municode"),
    *("-static-libgcc", "-Wl,--no-insert-timestamp", "-Wl,--dynamicbase", "-Wl,--nxcompat"),
    "-Wl,--high-entropy-va",
)


@dataclass(frozen=True)
class Program:
    """One of the two.

    Attributes:
        name: of its file.
        description: what Windows shows for it.
        options: what the compiler is told besides.
    """

    name: str
    description: str
    options: tuple[str, ...]


WINDOWED = Program("Bevismappe.exe", "Bevismappe", ("-mwindows", "-DWINDOWED"))
COMMAND = Program("bevismappe-cli.exe", "Bevismappe (kommandolinje)", ("-mconsole",))


def windows_version(version: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows wants."""
    numbers = [int(part) for part in version.split(".")]
    numbers += [0] * (4 - len(numbers))
    return numbers[0], numbers[1], numbers[2], numbers[3]


def build_launchers(version: str, tag: str) -> dict[str, bytes]:
    """Compile both programs.

    Args:
        version: of the product.
        tag: of the Python that they load, such as 313.

    Returns:
        Their bytes by their names.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        numbers = windows_version(version)
        manifest = (PACKAGING / "app.manifest").read_text("utf-8")
        dotted = ".".join(map(str, numbers))
        (folder / "app.manifest").write_text(manifest.replace("@VERSION@", dotted), "utf-8")
        (folder / "app.ico").write_bytes(draw_icon(ROOT / "resources/icons/bevismappe.svg"))
        for file in ("launch.c", "app.rc"):
            (folder / file).write_bytes((PACKAGING / file).read_bytes())
        return {each.name: _build(each, folder, version, tag) for each in (WINDOWED, COMMAND)}


def _build(program: Program, folder: Path, version: str, tag: str) -> bytes:
    numbers = ",".join(map(str, windows_version(version)))
    told = (
        f"#define VERSION_NUMBERS {numbers}\n"
        f'#define VERSION_TEXT "{version}"\n'
        f'#define FILE_NAME "{program.name}"\n'
        f'#define DESCRIPTION "{program.description}"\n'
    )
    (folder / "about.h").write_text(told, encoding="ascii")
    compiled = folder / "app.res"
    text = '#include "about.h"\n' + (PACKAGING / "app.rc").read_text("ascii")
    (folder / "app.rc").write_text(text, encoding="ascii")
    resources = (_RESOURCES, "app.rc", "-O", "coff", "-o", "app.res")
    subprocess.run(resources, cwd=folder, check=True)
    dll = f'-DPYTHON_DLL=L"python{tag}.dll"'
    command = (_COMPILER, *_FLAGS, dll, *program.options, "launch.c", compiled.name)
    libraries = ("-o", "out.exe", "-lshell32")
    subprocess.run([*command, *libraries], cwd=folder, check=True)
    return (folder / "out.exe").read_bytes()
