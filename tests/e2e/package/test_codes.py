"""A receipt code as people write it is read alike by all verifiers, and one that was misread is not called a change."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from app.handover import verify_path
from evidence_store import (
    ReceiptCheckError,
    ReceiptFormatError,
    format_receipt,
    normalise_receipt,
)
from tests.e2e.package.forge import Forged, good, receipt
from tests.e2e.package.verifiers import (
    VERIFY_SH,
    Verifier,
    ask_app,
    ask_py,
    ask_sh,
    load_verify_py,
)

NONE_AT_ALL = (
    "",
    "123",
    "\u017f" * 32,
    "\u0131" * 32,
    "U" * 32,
    "0" * 33,
    "0" * 32 + "/x",
    "0" * 32 + "/1/2",
    "0" * 32 + "/1/",
    "0" * 32 + "/1 A",
    "0" * 32 + "/1234567890",
    "0" * 32 + "41",
    "0" * 32 + " ark 41",
    "\u00e6" + "0" * 32,
    "0" * 32 + " " * 400,
)
BLANKS = "\t\n\v\f\r\x1c\x1f\x20\x85\xa0\xad\u1680\u180e\u2000\u2003\u2009\u200a\u200b\u200d\u2010\u2011\u2015"
BLANKS += "\u2028\u2029\u202f\u205f\u2060\u2212\u3000\ufeff-"


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return good()


def forms(code: str, seq: int) -> list[str]:
    written = format_receipt(code, seq)
    letters = written[-2:]
    return [
        code,
        code.lower(),
        code.replace(" ", ""),
        code.replace(" ", "-"),
        code.replace(" ", "\u2013"),
        *(code.replace(" ", blank) for blank in BLANKS),
        code.replace("0", "O").replace("1", "I"),
        code.replace("0", "o").replace("1", "l") + f"/{seq}",
        code.replace("0", "o").replace("1", "i") + f"/{seq}".replace("0", "O").replace("1", "L"),
        f"  {code} / {seq} ",
        f"{code} · post {seq}",
        f"{code} · punkt {seq}",
        f"{code} (entry {seq})",
        f"{code}punkt{seq}".replace(" ", "").lower(),
        written,
        written.lower().replace(" ", ""),
        f"{code} · punkt {seq} · {letters}",
        f"{code}\u2003/{seq}-{letters}",
    ]


@pytest.fixture(params=["dash", "bash", "busybox"])
def shell(request: pytest.FixtureRequest) -> list[str]:
    return {"busybox": ["busybox", "sh"]}.get(request.param, [request.param])


def by_sh(shell: list[str], folder: Path, text: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*shell, str(VERIFY_SH), str(folder), "--expect", text], capture_output=True, check=False
    )


def test_every_form_is_read_alike_by_the_program_and_verify_py(
    sound: Forged, verifier: Verifier
) -> None:
    for entry in sound.ledger.entries[-2:]:
        code = receipt(entry.hash)
        for text in forms(code, entry.seq):
            grouped, seq = normalise_receipt(text)
            assert (grouped, seq) in ((code, entry.seq), (code, None)), text
            assert verifier.read_expected(text) == (code.replace(" ", ""), seq), text


def test_every_form_is_read_alike_by_verify_sh(
    tmp_path: Path, sound: Forged, shell: list[str]
) -> None:
    """In a folder that is no package: only the reading of the code is asked."""
    last = sound.ledger.entries[-1]
    for text in forms(receipt(last.hash), last.seq):
        assert by_sh(shell, tmp_path, text).returncode == 3, text


@pytest.mark.parametrize("at", [9, 10])
def test_a_fitting_code_in_its_written_form_fits_for_all(
    tmp_path: Path, sound: Forged, verifier: Verifier, at: int
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    text = format_receipt(receipt(sound.ledger.entries[at].hash), at).lower()
    answers = [
        ask_app(folder, text),
        ask_py(verifier, folder, text),
        ask_sh(["sh"], folder, text)[0],
    ]
    for answer in answers:
        assert (answer.verdict, answer.matched) == ("CONSISTENT", True)


@pytest.mark.parametrize("text", NONE_AT_ALL)
def test_what_is_no_code_is_usage_for_all(
    tmp_path: Path, verifier: Verifier, shell: list[str], text: str
) -> None:
    with pytest.raises(ReceiptFormatError):
        normalise_receipt(text)
    with pytest.raises(SystemExit) as caught:
        verifier.main([str(tmp_path), "--expect", text])
    assert caught.value.code == 2
    done = by_sh(shell, tmp_path, text)
    assert (done.returncode, done.stdout) == (2, b"")


def test_wrong_check_letters_are_usage_and_nothing_is_judged(
    tmp_path: Path,
    sound: Forged,
    verifier: Verifier,
    shell: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    last = sound.ledger.entries[-1]
    written = format_receipt(receipt(last.hash), last.seq)
    for text in (
        written[:-1] + ("K" if written[-1] != "K" else "M"),
        written.replace(" /10 ", " /11 "),
        ("7" if written[0] != "7" else "8") + written[1:],
        written[1] + written[0] + written[2:],
    ):
        with pytest.raises(ReceiptCheckError):
            verify_path(folder, expect=text)
        with pytest.raises(SystemExit) as caught:
            verifier.main([str(folder), "--expect", text])
        told = capsys.readouterr()
        assert (caught.value.code, told.out) == (2, "")
        assert "læst forkert" in told.err
        done = by_sh(shell, folder, text)
        assert (done.returncode, done.stdout) == (2, b"")
        assert "læst forkert" in done.stderr.decode()


def test_a_code_of_something_else_is_not_confirmed_and_never_a_change(
    tmp_path: Path, sound: Forged, verifier: Verifier
) -> None:
    folder = sound.unpack(tmp_path / sound.top)
    code, other = receipt(sound.ledger.entries[9].hash), receipt("ab" * 32)
    for text in (other, f"{other}/9", f"{other}/99", f"{code}/8", format_receipt(other, 9)):
        by_app, by_py = ask_app(folder, text), ask_py(verifier, folder, text)
        from_sh, exit_code = ask_sh(["sh"], folder, text)
        assert by_app == by_py
        assert (by_app.verdict, by_app.kinds()) == ("NOT CONFIRMED", {"receipt"})
        assert (from_sh.verdict, from_sh.findings, exit_code) == (
            by_app.verdict,
            by_app.findings,
            1,
        )
        assert verifier.main([str(folder), "--expect", text]) == 1
