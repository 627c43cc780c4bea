"""Whatever lies in a package beside the verifiers, nothing of it is run, even where they are started in its folder."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.package.forge import Forged, good
from tests.e2e.package.verifiers import VERIFY_PY

MODULES = sorted(sys.stdlib_module_names - {"__main__"})
TOOLS = ("sha256sum", "awk", "sed", "sh", "printf", "command", "pwd", "cd", "echo", "test", "[")
BUILTINS = ("unalias", "read", "ulimit")
SPECIAL = (
    "unset",
    "export",
    "exit",
    "shift",
    "return",
    ":",
)  # bash as sh refuses functions of these names
MARK = "planted-code-ran"
FALSE_WORDS = "RESULTAT: CONSISTENT, planted"
SHELLS = {
    "dash": ["dash"],
    "bash as sh": ["bash", "--posix"],
    "bash": ["bash"],
    "busybox": ["busybox", "sh"],
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A damaged package, unpacked: a true answer is never CONSISTENT."""
    forged: Forged = good()
    forged.files["data/dossier.pdf"] += b"more"
    return forged.unpack(tmp_path / forged.top)


def plant_modules(folder: Path, form: str) -> None:
    code = f"open({str(folder.parent / MARK)!r}, 'a').write(__name__)\nprint({FALSE_WORDS!r})\nraise SystemExit(0)\n"
    for name in MODULES:
        path = folder / (f"{name}.py" if form == "modules" else f"{name}/__init__.py")
        path.parent.mkdir(exist_ok=True)
        path.write_text(code, encoding="utf-8")


def plant_tools(folder: Path) -> None:
    for name in TOOLS:
        path = folder / name
        path.write_text(
            f"#!/bin/sh\n: >{str(folder.parent / MARK)!r}\n/bin/echo {FALSE_WORDS!r}\n",
            encoding="utf-8",
        )
        path.chmod(0o755)


def run(command: list[str], folder: Path, **variables: str) -> str:
    environment = {**os.environ, **variables}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, timeout=120, check=False
    )
    text = done.stdout.decode() + done.stderr.decode()
    for mark in (folder / MARK, folder.parent / MARK):
        assert not mark.exists(), mark.read_text(encoding="utf-8")
    assert FALSE_WORDS not in text
    assert done.returncode == 1, text
    return text


@pytest.mark.parametrize("form", ["modules", "packages"])
@pytest.mark.parametrize("options", [[], ["-I"]], ids=["as printed", "isolated"])
def test_verify_py_takes_no_module_from_the_folder_that_it_lies_in(
    package: Path, form: str, options: list[str]
) -> None:
    plant_modules(package, form)
    code = "0" * 32
    for place, script in ((package, "verify.py"), (package.parent, str(package / "verify.py"))):
        run([sys.executable, *options, script, "--expect", code], place)
        told = json.loads(run([sys.executable, *options, script, "--json"], place))
        states = {check["name"]: check["state"] for check in told["checks"]}
        assert (told["verdict"], states["files"]) == ("ALTERED", "failed")
        assert {each["kind"] for each in told["findings"]} == {"unknown_file"}


def printed() -> list[list[str]]:
    """The commands that the two letters print, with a code in the place of the reader's own."""
    lines = [
        line.strip()
        for letter in ("LAES-MIG.txt", "README.txt")
        for line in (VERIFY_PY.parent / letter).read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("python3 ", "sh "))
    ]
    commands = [shlex.split(line) for line in lines]
    assert {command[0] for command in commands} == {"python3", "sh"}
    # The package that is checked is the folder with what was planted, where a zip is named too.
    return [[_as_typed(word) for word in each] for each in commands]


def _as_typed(word: str) -> str:
    if word.endswith(".zip"):
        return "."
    return "0" * 32 if "COD" in word or "KODE" in word else word


@pytest.mark.parametrize("command", printed(), ids=" ".join)
def test_what_the_letters_print_runs_nothing_of_the_package(
    package: Path, command: list[str]
) -> None:
    plant_modules(package, "modules")
    plant_tools(package)
    program = sys.executable if command[0] == "python3" else command[0]
    path = os.pathsep.join(["", ".", os.environ["PATH"]])
    # "sh" itself is looked for by whoever types it: what is planted under that name is the shell's to refuse.
    (package / "sh").unlink()
    run([program, *command[1:]], package, PATH=path)
    run([program, *(word for word in command[1:] if word != "-I")], package, PATH=path)


@pytest.mark.parametrize("shell", SHELLS.values(), ids=SHELLS)
def test_verify_sh_takes_no_command_from_the_package(package: Path, shell: list[str]) -> None:
    inside = package / "data" / "exhibits"
    plant_tools(package)
    plant_tools(inside)
    folders = [
        "",
        ".",
        "data/exhibits",
        str(package),
        str(package / "data" / ".." / "data"),
        str(inside),
    ]
    path = os.pathsep.join([*folders, os.environ["PATH"]])
    assert "data/dossier.pdf" in run([*shell, "verify.sh"], package, PATH=path, ENV="./sh")


@pytest.mark.parametrize(
    ("shell", "names"),
    [(["bash"], [*TOOLS, *BUILTINS, *SPECIAL]), (["bash", "--posix"], [*TOOLS[:-1], *BUILTINS])],
    ids=["bash", "bash as sh"],
)
def test_verify_sh_takes_no_function_from_the_environment(
    package: Path, shell: list[str], names: list[str]
) -> None:
    function = f"() {{ : >{str(package / MARK)!r}; /bin/echo {FALSE_WORDS!r}; }}"
    functions = {f"BASH_FUNC_{name}%%": function for name in names}
    assert "data/dossier.pdf" in run([*shell, "verify.sh"], package, **functions)
