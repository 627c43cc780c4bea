"""The word that a reader sees behind each check: in order, not in order, a remark, not checked."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.package.forge import good
from tests.e2e.package.verifiers import VERIFY_PY, VERIFY_SH

_LINE = re.compile(r"^\s*\[(\w+)\] ([^:(]+?)(?::|\s*\(|$)")
WORDS = {
    "da": ("i orden", "ikke i orden", "se herunder", "kan ikke kontrolleres her"),
    "en": ("ok", "not in order", "see below", "not checked here"),
}


def printed(command: list[str], target: Path, language: str) -> dict[str, str]:
    """The word behind each check, as it is printed."""
    done = subprocess.run(
        [*command, str(target), "--lang", language], capture_output=True, check=False, timeout=120
    )
    found = (_LINE.match(line) for line in done.stdout.decode().splitlines())
    return {match[1]: match[2].strip() for match in found if match}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "command",
    [[sys.executable, "-I", str(VERIFY_PY)], ["sh", str(VERIFY_SH)]],
    ids=["verify.py", "verify.sh"],
)
def test_a_check_that_failed_is_printed_as_failed_and_a_remark_as_one(
    tmp_path: Path, command: list[str], language: str
) -> None:
    fine, failed, noted, unchecked = WORDS[language]
    sound = good()
    folder = sound.unpack(tmp_path / sound.top)
    whole = printed(command, folder, language)
    assert {whole["structure"], whole["files"], whole["chain"], whole["folder_name"]} == {fine}
    assert whole["expected_receipt"] == unchecked

    picture = next((folder / "data" / "exhibits").iterdir())
    raw = bytearray(picture.read_bytes())
    raw[len(raw) // 2] ^= 1
    picture.write_bytes(raw)
    renamed = folder.with_name(folder.name[:-8] + "00000000")
    folder.rename(renamed)
    hurt = printed(command, renamed, language)
    assert hurt["files"] == failed
    assert hurt["folder_name"] == noted
    assert hurt["structure"] == hurt["chain"] == fine
