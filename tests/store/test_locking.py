"""One process has the vault; the next is told so, and gets it when the first has let go."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_store import HeadMemory, Vault, VaultLockedError, WrongPassphraseError
from evidence_store.connection import read_key_salt
from evidence_store.hot_journal import key_fits
from tests.store.building import PASSPHRASE, begin, note

ROOT = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from evidence_store import HeadMemory, Vault, VaultLockedError, WrongPassphraseError
try:
    with Vault.open(Path(sys.argv[1]), sys.argv[2], heads=HeadMemory(Path(sys.argv[3])), wait_s=0.2):
        print("opened")
except (VaultLockedError, WrongPassphraseError) as error:
    print(type(error).__name__)
"""


def _second(path: Path, passphrase: str = PASSPHRASE) -> str:
    command = [sys.executable, "-c", SECOND, str(path), passphrase, str(path.parent / "h")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def held(tmp_path: Path, heads: HeadMemory) -> Iterator[Vault]:
    with Vault.create(tmp_path / "v.bevismappe", PASSPHRASE, heads=heads) as vault:
        yield vault


def test_another_process_is_kept_out_until_the_vault_is_closed(held: Vault) -> None:
    assert _second(held.path) == "VaultLockedError"
    held.close()
    assert _second(held.path) == "opened"


def test_the_lock_survives_acts_looks_at_the_salt_and_a_second_try_in_this_process(
    held: Vault, heads: HeadMemory
) -> None:
    note(held, begin(held).evidence, "a")
    held.verify()
    assert read_key_salt(held.path) == held.key_salt
    with pytest.raises(VaultLockedError):
        Vault.open(held.path, PASSPHRASE, heads=heads, wait_s=0)
    assert _second(held.path) == "VaultLockedError"


def test_no_key_is_tried_while_somebody_has_the_vault_and_it_is_not_waited_for_too_long(
    held: Vault,
) -> None:
    begin(held)
    tried: list[object] = []
    before = time.monotonic()
    with pytest.raises(VaultLockedError) as told:
        key_fits(held.path, tried.append, 0.2)
    assert 0.2 <= time.monotonic() - before < 30
    assert told.value.path == held.path
    assert tried == []


def test_a_wrong_passphrase_is_not_looked_at_while_it_is_locked(held: Vault) -> None:
    assert _second(held.path, "wrong") == "VaultLockedError"
    held.close()
    assert _second(held.path, "wrong") == "WrongPassphraseError"


def test_the_lock_holds_while_a_journal_lies_there(held: Vault) -> None:
    """A journal beside the vault may be work under way: then the vault is locked, not crashed."""
    with held.act() as act:
        act.begin_case(time="2026-11-23T13:03:11.042Z", program="x")
        assert _second(held.path) == "VaultLockedError"
    assert held.verify().findings == ()


def test_who_waits_gets_the_vault_when_it_is_let_go(held: Vault, heads: HeadMemory) -> None:
    def let_go() -> None:
        time.sleep(0.3)
        held.close()

    thread = threading.Thread(target=let_go)
    thread.start()
    with Vault.open(held.path, PASSPHRASE, heads=heads, wait_s=10) as vault:
        assert vault.chains() == ()
    thread.join()


def test_a_wrong_phrase_leaves_no_lock_behind(held: Vault, heads: HeadMemory) -> None:
    held.close()
    with pytest.raises(WrongPassphraseError):
        Vault.open(held.path, "wrong", heads=heads)
    assert _second(held.path) == "opened"
