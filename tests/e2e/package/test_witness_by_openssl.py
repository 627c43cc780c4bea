"""What a stranger finds out about a witness's statement with openssl alone, and what they compare by eye.

Whatever the program and verify.py refuse is refused here too: openssl checks the signature, tells the curve and the two
numbers of the signature, and the fingerprint of the key; chain and code are lines of the text.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from evidence_store import EntryId
from tests.witnesses import SPOILED, signed, statement

CHAIN, OTHER_CHAIN = "c" * 32, "d" * 32
CODE, OTHER_CODE = (
    "7K2F 91QD 03BC A8E4 5N0X TT7W 2H6M C9ZR",
    "J1TA D6FH QCWE 3M1W QSGR 9BH4 04J2 WRYD",
)
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # FIPS 186-4, D.1.2.3
HERE = signed(statement(EntryId(CHAIN, 5), CODE))
CASES = {
    **{how: spoil(statement(EntryId(CHAIN, 5), CODE)) for how, spoil in SPOILED.items()},
    "another case": signed(statement(EntryId(OTHER_CHAIN, 5), CODE)),
    "another case's code": signed(statement(EntryId(CHAIN, 5), OTHER_CODE)),
    "the same again": HERE,
    "the same key again": signed(statement(EntryId(CHAIN, 6), CODE)),
}
FOUND = {
    **{key: {"signature"} for key in ("text", "code", "name", "key", "truncated")},
    "curve": {"curve"},
    "high_s": {"second number"},
    "another case": {"chain"},
    "another case's code": {"code"},
    "the same again": {"key again"},
    "the same key again": {"key again"},
}


def openssl(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = ["openssl", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)


def fingerprint(key: Path) -> str:
    return openssl("dgst", "-sha256", "-r", key).stdout.split()[0]


def flaws(data: bytes, folder: Path, keys: set[str]) -> set[str]:
    """What openssl says, and what the text says about chain and code; ``keys`` have signed before."""
    said, _, signature_line = data.rpartition(b"signature ")
    lines = dict(line.split(" ", 1) for line in said.decode().splitlines()[1:])
    text, key, signature = folder / "text", folder / "key", folder / "signature"
    text.write_bytes(said)
    key.write_bytes(bytes.fromhex(lines["key"]))
    signature.write_bytes(bytes.fromhex(signature_line.decode().strip()))
    found = set()
    checked = ("-keyform", "DER", "-verify", key, "-signature", signature)
    if openssl("dgst", "-sha256", *checked, text).returncode:
        found.add("signature")
    if "prime256v1" not in openssl("pkey", "-pubin", "-inform", "DER", "-in", key, "-text").stdout:
        found.add("curve")
    told = openssl("asn1parse", "-inform", "DER", "-in", signature)
    numbers = [int(each, 16) for each in re.findall(r"INTEGER +:([0-9A-F]+)", told.stdout)]
    if told.returncode == 0 and len(numbers) == 2 and numbers[1] > ORDER // 2:
        found.add("second number")
    if lines["chain"] != CHAIN:
        found.add("chain")
    if lines["code"] != CODE and "signature" not in found:
        found.add("code")
    if fingerprint(key) in keys and not found:
        found.add("key again")
    return found


def test_a_statement_that_holds_has_no_flaw(tmp_path: Path) -> None:
    assert flaws(HERE, tmp_path, set()) == set()


@pytest.mark.parametrize("how", CASES)
def test_what_the_program_refuses_is_refused_by_openssl_alone(how: str, tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.write_bytes(bytes.fromhex(HERE.decode().split("key ")[1].split("\n")[0]))
    keys = {fingerprint(first)} if how.endswith("again") else set()
    found = flaws(CASES[how], tmp_path, keys)
    # On another curve nobody asks whether the signature fits there.
    assert found - ({"signature"} if how == "curve" else set()) == FOUND[how]
