"""Tokens in packages: every verifier that can says the same of a good one, and of each that is not what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from app.anchor import given_authorities, root_prints
from app.handover import verify_path
from demo.authority import LocalAuthority
from evidence_store import Verdict
from tests.e2e.package.comparing import ask_second
from tests.e2e.package.forge import Forged
from tests.e2e.package.forge_token import COVERS, PLACE, put_token, stamped
from tests.e2e.package.verifiers import Verifier, ask_app, ask_py, ask_sh, load_verify_py
from tests.fakes.authority import NOON, root_of
from tests.worlds import RESOURCES

TOKEN = "data/tokens/10.tsr"
Change = Callable[[Forged, LocalAuthority], None]


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    return LocalAuthority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def sound(local: LocalAuthority) -> Forged:
    return stamped(local)


def root(local: LocalAuthority) -> str:
    return hashlib.sha256(root_of(local)).hexdigest()


def test_a_good_token_is_told_by_all_that_can(
    verifier: Verifier, sound: Forged, local: LocalAuthority, tmp_path: Path
) -> None:
    folder = sound.unpack(tmp_path / "p")
    by_app = ask_app(folder)
    assert (by_app.verdict, by_app.checks["timestamps"]) == ("CONSISTENT", "passed")
    assert ask_py(verifier, folder) == by_app
    assert ask_second(folder) == by_app
    by_sh, _ = ask_sh(["sh"], folder)
    assert by_sh.checks == {**by_app.checks, "sizes": "not_checked", "timestamps": "not_checked"}
    assert by_sh.findings == by_app.findings


def test_one_whose_root_is_relied_on_anchors_the_package(
    verifier: Verifier, sound: Forged, local: LocalAuthority, tmp_path: Path
) -> None:
    folder = sound.unpack(tmp_path / "p")
    report = verify_path(folder, trusted=frozenset({root(local)}))
    assert report.verdict is Verdict.ANCHORED
    (ours,) = report.anchored
    answer = cast("Any", verifier).verify(folder, None, (root(local),))
    assert answer.verdict == "ANCHORED"
    (theirs,) = answer.anchored
    assert (ours.seq, ours.at, ours.by, ours.root, ours.known, ours.token) == tuple(theirs)
    assert (ours.seq, ours.token, ours.by) == (COVERS, PLACE, "Example Time")


def test_it_is_printed_with_what_it_covers(
    verifier: Verifier, sound: Forged, local: LocalAuthority, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = sound.unpack(tmp_path / "p")
    spaced = ":".join(root(local)[at : at + 2] for at in range(0, 64, 2)).upper()
    assert verifier.main([str(folder), "--lang", "en", "--authority", spaced]) == 0
    told = capsys.readouterr().out
    assert "Unchanged since a timestamp from outside (ANCHORED)" in told
    assert f"all up to entry {COVERS} was there" in told
    assert verifier.main([str(folder)]) == 0
    assert root(local) in capsys.readouterr().out
    with pytest.raises(SystemExit):
        verifier.main([str(folder), "--authority", "x"])


def _at(forged: Forged) -> bytes:
    return forged.files[TOKEN]


def _withheld(forged: Forged, name: str) -> None:
    forged.ledger.entries[PLACE].part(name).state = "withheld"
    forged.write_ledger()
    forged.relist()


WRONG: dict[str, Change] = {
    "for another entry": lambda f, a: put_token(f, a, _at(f), _time(f), head=COVERS - 1),
    "for itself": lambda f, a: put_token(f, a, _at(f), _time(f), head=PLACE),
    "another time": lambda f, a: put_token(f, a, _at(f), _time(f) + timedelta(milliseconds=1)),
    "another kind": lambda f, a: put_token(f, a, _at(f), _time(f), kind="timestamps"),
    "cut short": lambda f, a: put_token(f, a, _at(f)[:-1], _time(f)),
    "another signature": lambda f, a: put_token(
        f, a, _at(f)[:-1] + bytes([_at(f)[-1] ^ 1]), _time(f)
    ),
    "no token": lambda f, a: put_token(f, a, b"a token", NOON),
}


def _time(forged: Forged) -> Any:
    from app.anchor.tsp import read_reply

    token = read_reply(forged.files[TOKEN]).token
    assert token is not None
    return token.at


@pytest.mark.parametrize("name", WRONG)
def test_one_that_is_not_what_it_says_is_found_by_all_that_can(
    verifier: Verifier, sound: Forged, local: LocalAuthority, tmp_path: Path, name: str
) -> None:
    forged = sound.copy()
    WRONG[name](forged, local)
    folder = forged.unpack(tmp_path / "p")
    by_app = ask_app(folder)
    assert by_app.findings == {("timestamp", PLACE, None, TOKEN)}
    assert by_app.verdict == "ALTERED"
    assert ask_py(verifier, folder) == by_app
    assert ask_second(folder) == by_app


def test_one_of_another_authority_is_found(
    verifier: Verifier, sound: Forged, tmp_path: Path
) -> None:
    forged = sound.copy()
    put_token(forged, LocalAuthority(tmp_path / "tsa"), _at(forged), _time(forged))
    folder = forged.unpack(tmp_path / "p")
    assert ask_py(verifier, folder).kinds() == ask_second(folder).kinds() == {"timestamp"}


@pytest.mark.parametrize("part", ["facts", "certificates"])
def test_what_is_held_back_is_not_judged(
    verifier: Verifier, sound: Forged, local: LocalAuthority, tmp_path: Path, part: str
) -> None:
    forged = sound.copy()
    _withheld(forged, part)
    folder = forged.unpack(tmp_path / "p")
    by_app = ask_app(folder)
    assert (by_app.verdict, by_app.checks["timestamps"]) == ("CONSISTENT", "not_checked")
    assert ask_py(verifier, folder) == by_app
    assert ask_second(folder) == by_app


def test_without_openssl_verify_py_says_so(
    verifier: Verifier, sound: Forged, local: LocalAuthority, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = sound.unpack(tmp_path / "p")
    beside = tmp_path / "p" / "openssl"
    monkeypatch.setenv("PATH", f"{tmp_path / 'p'}")
    monkeypatch.chdir(folder)
    assert verifier.main([str(folder), "--lang", "en", "--authority", root(local)]) == 0
    assert "[timestamps] not checked here" in capsys.readouterr().out
    beside.write_text("#!/bin/sh\necho Verification: OK\n")
    beside.chmod(0o755)
    assert ask_py(verifier, folder).checks["timestamps"] == "not_checked"


def test_the_roots_that_travel_are_those_of_the_list(verifier: Verifier) -> None:
    assert set(cast("Any", verifier).ROOTS) == root_prints(given_authorities(RESOURCES))
