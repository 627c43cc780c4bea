"""The hashes against frozen vectors, and against printf and sha256sum."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from evidence_store import entry_hash, part_commitment, parts_hash, receipt_code

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "vectors" / "hashes-v1.json").read_text("utf-8")
)


def _dash(script: str, *arguments: str) -> str:
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *arguments], capture_output=True, check=True
    )
    return done.stdout.decode().split()[0]


@pytest.mark.parametrize("vector", VECTORS["part"])
def test_a_part_has_its_frozen_commitment(vector: dict[str, str]) -> None:
    body = bytes.fromhex(vector["body_hex"])
    assert part_commitment(vector["name"], vector["salt"], body) == vector["commitment"]


@pytest.mark.parametrize("vector", VECTORS["parts"])
def test_a_list_of_parts_has_its_frozen_hash(vector: dict[str, Any]) -> None:
    assert parts_hash((name, made) for name, made in vector["parts"]) == vector["hash"]


@pytest.mark.parametrize("vector", VECTORS["entry"])
def test_an_entry_has_its_frozen_hash_and_receipt_code(vector: dict[str, Any]) -> None:
    fields = ("chain", "seq", "previous", "time", "parts_hash")
    assert entry_hash(*(vector[field] for field in fields)) == vector["hash"]
    assert receipt_code(vector["hash"]) == vector["receipt"]


@pytest.mark.parametrize("tool", ["sha256sum", "openssl dgst -sha256 -r"])
@pytest.mark.parametrize("vector", VECTORS["part"])
def test_a_shell_computes_the_same_commitment(
    vector: dict[str, str], tool: str, tmp_path: Path
) -> None:
    body = tmp_path / "body"
    body.write_bytes(bytes.fromhex(vector["body_hex"]))
    script = f"""{{ printf 'bevismappe/part/1\\n%s\\n%s\\n' "$1" "$2"; cat "$3"; }} | {tool}"""
    assert _dash(script, vector["name"], vector["salt"], str(body)) == vector["commitment"]


@pytest.mark.parametrize("tool", ["sha256sum", "openssl dgst -sha256 -r"])
@pytest.mark.parametrize("vector", VECTORS["parts"])
def test_a_shell_computes_the_same_hash_of_a_list(vector: dict[str, Any], tool: str) -> None:
    script = f"""{{ printf 'bevismappe/parts/1\\n'; printf '%s %s\\n' "$@"; }} | {tool}"""
    words = [word for pair in vector["parts"] for word in pair]
    assert _dash(script, *words) == vector["hash"]


@pytest.mark.parametrize("tool", ["sha256sum", "openssl dgst -sha256 -r"])
@pytest.mark.parametrize("vector", VECTORS["entry"])
def test_a_shell_computes_the_same_hash_of_an_entry(vector: dict[str, Any], tool: str) -> None:
    script = f"""printf '%s\\n' bevismappe/entry/1 "$@" | {tool}"""
    fields = ("chain", "seq", "previous", "time", "parts_hash")
    assert _dash(script, *(str(vector[field]) for field in fields)) == vector["hash"]
