"""The recovery sheet tells all that opens the vault, and lies nowhere but where it was asked for."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.actions.recovery_sheet import recovery_facts, save_recovery_sheet
from app.language import Language
from evidence_store import Vault
from tests.fakes.clock import FakeClock
from tests.worlds import DANISH, ENGLISH, RESOURCES

PHRASE = "abrikos bænk cykel drage ekko fløjte"


@pytest.mark.parametrize("code", ["da", "en"])
def test_everything_needed_can_be_read_from_the_page(
    vault: Vault, tmp_path: Path, code: str
) -> None:
    language = Language(code, RESOURCES / "locales")
    facts = recovery_facts(vault, f" {PHRASE}\n", clock=FakeClock(), language=language)
    target = tmp_path / "ark.pdf"
    save_recovery_sheet(facts, target, language=language, fonts=RESOURCES / "fonts")
    words = " ".join(
        subprocess.run(
            ["pdftotext", "-layout", str(target), "-"], capture_output=True, check=True, text=True
        ).stdout.split()
    )
    assert PHRASE in words
    joined = words.replace(" ", "")
    assert vault.vault_id in joined
    assert vault.key_salt in joined
    assert str(vault.path) in joined
    assert language.day(FakeClock().now().utc) in words


def test_the_sheet_carries_its_own_typefaces(vault: Vault, tmp_path: Path) -> None:
    language = ENGLISH
    facts = recovery_facts(vault, PHRASE, clock=FakeClock(), language=language)
    target = tmp_path / "ark.pdf"
    save_recovery_sheet(facts, target, language=language, fonts=RESOURCES / "fonts")
    listed = subprocess.run(
        ["pdffonts", str(target)], capture_output=True, check=True, text=True
    ).stdout.splitlines()[2:]
    assert listed
    for font in listed:
        embedded, subset = font.split()[-5:-3]
        assert (embedded, subset) == ("yes", "yes"), font


def test_nobody_else_can_read_it_and_a_refusal_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    language = ENGLISH
    facts = recovery_facts(vault, PHRASE, clock=FakeClock(), language=language)
    target = tmp_path / "sheets" / "ark.pdf"
    target.parent.mkdir()
    save_recovery_sheet(facts, target, language=language, fonts=RESOURCES / "fonts")
    assert target.stat().st_mode & 0o077 == 0
    taken = tmp_path / "sheets" / "folder.pdf"
    taken.mkdir()
    (taken / "a").touch()
    with pytest.raises(OSError, match="folder"):
        save_recovery_sheet(facts, taken, language=language, fonts=RESOURCES / "fonts")
    assert sorted(path.name for path in target.parent.iterdir()) == ["ark.pdf", "folder.pdf"]


def test_a_very_long_passphrase_still_stands_whole_on_the_page(
    vault: Vault, tmp_path: Path
) -> None:
    language = DANISH
    phrase = " ".join(["sommerfugleblomst"] * 30)
    facts = recovery_facts(vault, phrase, clock=FakeClock(), language=language)
    target = tmp_path / "ark.pdf"
    save_recovery_sheet(facts, target, language=language, fonts=RESOURCES / "fonts")
    text = subprocess.run(
        ["pdftotext", str(target), "-"], capture_output=True, check=True, text=True
    ).stdout
    assert text.count("sommerfugleblomst") == 30
