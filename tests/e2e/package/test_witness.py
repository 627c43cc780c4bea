"""What witnesses signed, judged by the program, verify.py and the second reader alike; by verify.sh not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from tests.e2e.package.comparing import ask_second
from tests.e2e.package.forge import Forged
from tests.e2e.package.forge_more import WITNESS
from tests.e2e.package.forge_witness import MORE, WRONG, with_statement
from tests.e2e.package.verifiers import Verifier, ask_app, ask_py, ask_sh, load_verify_py

# The signature itself: what is left of it where there is no openssl.
_RECKONED = {"key"}


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


def written(forged: Forged, folder: Path) -> Path:
    path = folder / "p.zip"
    path.write_bytes(forged.zip())
    return path


def test_what_holds_is_consistent(verifier: Verifier, tmp_path: Path) -> None:
    path = written(with_statement(), tmp_path)
    ours = ask_second(path)
    assert (ours.verdict, ours.checks["witness"]) == ("CONSISTENT", "passed")
    assert ask_app(path) == ask_py(verifier, path) == ours


@pytest.mark.parametrize("how", WRONG)
def test_what_does_not_hold_is_named(how: str, verifier: Verifier, tmp_path: Path) -> None:
    path = written(WRONG[how](), tmp_path)
    ours = ask_second(path)
    named = MORE if how == "twice" else WITNESS
    assert {(each[0], each[3]) for each in ours.findings} == {("witness_statement", named)}
    assert (ours.verdict, ours.checks["witness"]) == ("ALTERED", "failed")
    assert ask_app(path) == ours
    assert ask_py(verifier, path) == ours


def test_without_openssl_the_signature_is_not_checked_and_all_else_is(
    verifier: Verifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verifier, "find_openssl", lambda: "")
    answer = cast("Any", verifier).verify(written(with_statement(), tmp_path))
    assert (answer.verdict, answer.state("witness")) == ("CONSISTENT", "not_checked")
    assert answer.reasons["witness"] == "openssl"
    for how, make in WRONG.items():
        found = cast("Any", verifier).verify(written(make(), tmp_path))
        due = ("CONSISTENT", "not_checked") if how in _RECKONED else ("ALTERED", "failed")
        assert (found.verdict, found.state("witness")) == due, how


def test_openssl_is_not_looked_for_where_we_are(
    verifier: Verifier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = tmp_path / "openssl"
    planted.write_text("#!/bin/sh\necho Verified OK\n", encoding="utf-8")
    planted.chmod(0o755)
    find: Callable[[], str] = cast("Any", verifier).find_openssl
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f":.:{tmp_path}")
    assert not find()
    monkeypatch.chdir("/")
    assert find() == str(planted)


def test_the_shell_says_that_it_does_not_check(tmp_path: Path) -> None:
    folder = with_statement().unpack(tmp_path)
    answer, code = ask_sh(["sh"], folder)
    assert (answer.verdict, answer.checks["witness"], code) == ("CONSISTENT", "not_checked", 0)
