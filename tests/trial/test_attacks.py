"""Attacks: a package that brings code, a link in the place of a side file, somebody who answers for the window."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.ui.single import meeting_place
from evidence_store import HeadMemory, Vault, WrongPassphraseError
from tests.e2e.package.forge import good
from tests.fakes.keys import QUICK
from tests.store.building import PASSPHRASE, fill, quick_vault
from tests.store.test_hot_journal import PAGE, _crash
from tests.trial.telling import tell
from tests.ui.test_single import said, somebody_listens, started
from tests.unit.house.tree import ROOT

LETTER = ROOT / "resources" / "verifier" / "LAES-MIG.txt"


def printed_command() -> list[str]:
    """The command for verify.py as the letter in the package prints it."""
    found = re.search(
        r"^ +(python3 .*verify\.py) --expect", LETTER.read_text("utf-8"), re.MULTILINE
    )
    assert found is not None
    return [sys.executable, *found[1].split()[1:]]


@pytest.mark.parametrize("typed", ["as printed", "without -I"])
def test_code_lies_beside_the_verifier(tmp_path: Path, typed: str) -> None:
    forged = good()
    forged.files["data/dossier.pdf"] += b"another page"
    folder = forged.unpack(tmp_path / forged.top)
    planted = "print('RESULTAT: CONSISTENT')\nraise SystemExit(0)\n"
    (folder / "argparse.py").write_text(planted, encoding="utf-8")
    command = [word for word in printed_command() if typed == "as printed" or word != "-I"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    first = next(line for line in done.stdout.splitlines() if line.startswith("RESULTAT"))
    assert done.returncode == 1
    assert "(ALTERED)" in first
    assert "data/dossier.pdf" in done.stdout
    tell(
        f"argparse.py lies beside verify.py, which is started {typed}",
        "the planted file ran and printed RESULTAT: CONSISTENT, exit code 0",
        f"{first}, exit code {done.returncode}",
    )


def test_a_link_lies_where_a_side_file_was_written(tmp_path: Path) -> None:
    heads = HeadMemory(tmp_path / "heads")
    path = tmp_path / "v.bevismappe"
    with quick_vault(path, heads) as vault:
        fill(vault)
    _crash(path, "in an act")
    # The first page is torn as well: it was looked for in the journal, by way of a side file.
    with path.open("r+b") as file:
        file.write(bytes(PAGE))
    victim = tmp_path / "victim.txt"
    victim.write_text("mit eget", encoding="utf-8")
    (tmp_path / "v.bevismappe-probe").symlink_to(victim)
    with pytest.raises(WrongPassphraseError):
        Vault.open(path, "forkert", heads=heads, parameters=(QUICK,))
    with Vault.open(path, PASSPHRASE, heads=heads, parameters=(QUICK,)) as vault:
        assert vault.verify().findings == ()
    assert victim.read_text(encoding="utf-8") == "mit eget"
    tell(
        "VAULT-probe is a link to somebody's file, and a journal lies beside the vault",
        "the file was written over with a page of the vault",
        f"the file still says “{victim.read_text(encoding='utf-8')}”",
    )


def test_somebody_answers_for_the_window(tmp_path: Path) -> None:
    settings_file = tmp_path / "settings.ini"
    first_version = Path(tempfile.gettempdir()) / Path(meeting_place(settings_file)).name
    try:
        with somebody_listens(str(first_version)), started(settings_file) as (start,):
            answer = said(start)
    finally:
        first_version.unlink(missing_ok=True)
    assert answer == "window"
    tell(
        "Another account listens where the running window did, and answers yes to everything",
        "exit code 0, no window, and the wish for a capture was gone",
        "a window of its own opens",
    )
