"""The log tells kinds, places and numbers of the ledger; never a word, a name, a path, a digest or a secret."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import run
from app.language import Language
from app.log import ErrorLog, rotating_file
from app.log.details import log_lines
from app.settings import settings_file
from evidence_store import EntryId, NoObjectError, UnknownChainError
from tests.fakes.keys import QUICK_KEYS
from tests.unit.house.tree import ROOT

CANARY = "kanariefugl"
CHAIN = "0123456789abcdef" * 2


class CarryingError(Exception):
    """An error with everything in it that could ever be told."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{CANARY} in the message")
        self.path = path / CANARY
        self.passphrase = CANARY
        self.chain = CANARY
        self.sha256 = "ab" * 32
        self.seq = 7


def raised(error: Exception) -> Exception:
    """The error with places in our code and in others', and a cause."""
    with pytest.raises(type(error)) as caught:
        _fail_in_our_code(error)
    return caught.value


def _fail_in_our_code(error: Exception) -> None:
    try:
        Language(CANARY, ROOT)
    except ValueError as cause:
        raise error from cause


def words_of(log: ErrorLog) -> str:
    assert log.file is not None
    return log.file.read_text("ascii")


def test_what_is_kept_is_kind_place_and_number(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path / "not made yet" / "errors.log", "program 1")
    log.note(raised(CarryingError(tmp_path)))
    first, *lines = words_of(log).splitlines()
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ program 1 tests\.CarryingError seq 7", first
    )
    assert lines[0] == "ValueError"
    assert re.fullmatch(r"  app/language\.py:\d+", lines[1])
    assert len(lines) == 2
    assert CANARY not in words_of(log)


@pytest.mark.posix("links want an administrator there")
def test_a_program_that_is_started_by_a_link_names_its_places_too(tmp_path: Path) -> None:
    linked = tmp_path / "installed"
    linked.symlink_to(ROOT)
    words = (
        "from app.log.details import log_lines\n"
        "from app.clock import parse_stamp\n"
        "try:\n    parse_stamp('no time')\n"
        "except ValueError as error:\n    print(log_lines(error))\n"
    )
    told = subprocess.run(
        [sys.executable, "-B", "-c", words], cwd=tmp_path, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(linked)},
    ).stdout  # fmt: skip
    assert re.fullmatch(r"ValueError\n  app/clock\.py:\d+\n", told)


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NoObjectError(EntryId(CHAIN, 12)), f"chain {CHAIN} seq 12"),
        (UnknownChainError(CHAIN), f"chain {CHAIN}"),
        (UnknownChainError(CHAIN * 2), ""),  # as long as a digest
        (UnknownChainError("Annas sag"), ""),
    ],
)
def test_of_the_ledger_it_tells_chain_and_number_alone(error: Exception, told: str) -> None:
    first = log_lines(error).split("\n", maxsplit=1)[0]
    assert first.partition(" ")[2] == told


def test_nothing_typed_or_named_lands_in_the_log_of_a_command(tmp_path: Path) -> None:
    folder = tmp_path / CANARY
    folder.mkdir()
    secret = folder / f"{CANARY}.txt"
    secret.write_text(f"{CANARY} and a dozen other words to be sure of it\n", "utf-8")
    vault = folder / f"{CANARY}.bevismappe"
    before = ["--lang", "en", "--vault", str(vault), "--passphrase-file", str(secret)]
    log = settings_file().with_name("errors.log")
    noted = (
        len(log.read_text("ascii")) if log.exists() else 0
    )  # by tests that ran before in this process
    assert run([*before, "list"], QUICK_KEYS) != 0  # no vault
    assert run([*before, "init", "--title", CANARY], QUICK_KEYS) == 0
    assert run([*before, "add", str(folder / "none.png")], QUICK_KEYS) != 0
    assert run([*before, "export", CANARY, "--out", str(folder / "x")], QUICK_KEYS) != 0
    assert run([*before, "nothing", CANARY], QUICK_KEYS) == 2
    secret.write_text(f"{CANARY} is not the passphrase of it\n", "utf-8")
    assert run([*before, "list"], QUICK_KEYS) != 0
    kept = log.read_text("ascii")[noted:]
    kinds = re.findall(r"^\S+Z bevismappe \S+ (\S+)", kept, re.MULTILINE | re.IGNORECASE)
    assert kinds[0] == "evidence_store.VaultMissingError"
    assert kinds[-1] == "evidence_store.WrongPassphraseError"
    assert not [kind for kind in kinds if "UsageError" in kind]
    assert CANARY not in kept
    assert str(tmp_path) not in kept
    places = r"  (app|evidence_store|atomic_file)/[\w/]+\.py:\d+"
    causes = r"[\w.]+( chain [0-9a-f]{32})?( seq \d+)?"
    for line in kept.splitlines():
        assert re.fullmatch(rf"\S+Z .*|{places}|{causes}", line), line


def test_its_files_are_the_owners_alone_and_three_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotating_file, "_MOST_BYTES", 400)
    log = ErrorLog(tmp_path / "errors.log", "program 1")
    before = os.umask(0)
    try:
        for number in range(60):
            log.note(raised(UnknownChainError(f"{number:032x}")))
    finally:
        os.umask(before)
    files = sorted(tmp_path.iterdir())
    assert [path.name for path in files] == ["errors.log", "errors.log.1", "errors.log.2"]
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert all(path.stat().st_size <= 400 for path in files)
    assert f"{59:032x}" in words_of(log)
    assert f"{0:032x}" not in "".join(path.read_text("ascii") for path in files)


def test_the_three_files_hold_768_kb_together() -> None:
    assert (rotating_file._MOST_BYTES, rotating_file._OLDER_FILES) == (256 * 1024, 2)


def test_a_link_in_its_place_is_not_followed_and_nobody_hears_of_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    (tmp_path / "errors.log").symlink_to(other)
    for file in (tmp_path / "errors.log", other / "errors.log"):
        ErrorLog(file).note(raised(CarryingError(tmp_path)))
    ErrorLog().note(raised(CarryingError(tmp_path)))
    assert other.read_bytes() == b"mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["errors.log", "other"]
    assert capfd.readouterr() == ("", "")
