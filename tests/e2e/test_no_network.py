"""While nobody is to be asked the program speaks to no network: every system call of its processes is looked at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from demo.authority import LocalAuthority, serving
from tests.unit.house.tree import ROOT

RUN = """
import sys
sys.path.insert(0, {root!r})
from app.bootstrap import run
from tests.fakes.keys import QUICK_KEYS
for words in {commands!r}:
    code = run(words.split(), QUICK_KEYS)
    assert code == 0, (words, code)
"""
QUIET = (
    "init --title Sag",
    "note Ord",
    "incident --quote Ord",
    "stamp --list",
    "receipt",
    "verify",
)


def network_calls(folder: Path, *commands: str) -> list[str]:
    """Run commands in one process, and return those of its system calls that go beyond local sockets."""
    (folder / "phrase").write_text("korrekt hest batteri klammer abc\n", encoding="utf-8")
    before = f"--vault {folder}/v.bevismappe --passphrase-file {folder}/phrase "
    script = RUN.format(root=str(ROOT), commands=[before + each for each in commands])
    calls = folder / "calls"
    subprocess.run(
        ["strace", "-f", "-qq", "-o", calls, "-e", "trace=%network", sys.executable, "-c", script],
        check=True,
        capture_output=True,
        timeout=120,
        env={
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
        },
    )
    lines = calls.read_text("utf-8", "replace").splitlines()
    return [each for each in lines if "AF_INET" in each or "AF_NETLINK" in each]


@pytest.mark.posix("strace")
@pytest.mark.usefixtures("strace")
def test_while_it_is_off_nothing_leaves(tmp_path: Path) -> None:
    assert network_calls(tmp_path, *QUIET) == []


@pytest.mark.posix("strace")
@pytest.mark.usefixtures("strace")
def test_asked_by_hand_it_speaks_to_the_authority_and_to_nobody_else(tmp_path: Path) -> None:
    local = LocalAuthority(tmp_path / "tsa")
    with serving(local.respond) as (address, asked):
        add = f"stamp --add Lokal --address {address} --root {local.folder}/root.pem"
        calls = network_calls(
            tmp_path, "init --title Sag", add, "stamp --leave DigiCert", "stamp", "verify"
        )
    port = address.rsplit(":", 1)[1].strip("/")
    connects = [each for each in calls if "connect(" in each]
    assert len(asked) == 1
    assert connects
    assert all(f"htons({port})" in each and '"127.0.0.1"' in each for each in connects)


@pytest.fixture
def strace() -> None:
    """What looks at system calls; without it nothing here proves anything."""
    subprocess.run(["strace", "-V"], check=True, capture_output=True)
