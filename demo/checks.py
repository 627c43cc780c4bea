"""The demo's packages, checked by every verifier that is here, and copies of them damaged on purpose."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

from app.messages import finding_line
from demo.damage import DAMAGES, Damage
from demo.errors import DemoStepError
from demo.steps import Steps
from evidence_store import Finding


def check_package(steps: Steps, package: Path, receipt: str) -> None:
    """Check a package as its reader would, packed and unpacked.

    Raises:
        DemoStepError: a verifier found something in a package that nobody touched.
    """
    text = steps.language.text
    steps.heading(text("Checked by its reader: {package}", package=package.name))
    steps.command("verify", str(package), "--expect", receipt)
    with tempfile.TemporaryDirectory(prefix="bevismappe-demo-") as scratch:
        folder = unpack(package, Path(scratch))
        for command in readers_commands(receipt):
            run_outside(steps, folder, command)


def readers_commands(receipt: str) -> tuple[list[str], ...]:
    """What the letters in a package tell its reader to type, with the code that came another way."""
    return (
        ["python3", "-I", "verify.py", "--expect", receipt],
        ["sh", "verify.sh", "--expect", receipt],
        ["sha256sum", "-c", "manifest-sha256.txt"],
        ["sha256sum", "-c", "tagmanifest-sha256.txt"],
    )


def damage_package(steps: Steps, package: Path, receipt: str) -> tuple[int, int]:
    """Damage copies in many ways; return how many were made and how many were found."""
    text = steps.language.text
    steps.heading(text("Damaged copies: {package}", package=package.name))
    found = 0
    for damage in DAMAGES:
        with tempfile.TemporaryDirectory(prefix="bevismappe-demo-") as scratch:
            folder = unpack(package, Path(scratch))
            damage.spoil(folder)
            found += _was_found(steps, folder, damage, receipt)
    return len(DAMAGES), found


def unpack(package: Path, scratch: Path) -> Path:
    """Unpack a package; return the folder that it holds."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(scratch)
    return next(scratch.iterdir())


def _was_found(steps: Steps, folder: Path, damage: Damage, receipt: str) -> bool:
    """Ask our own verifier and the travelling one; both have to find it and say where."""
    text = steps.language.text
    words = ["--expect", receipt] if damage.needs_receipt else []
    ours = steps.ask("verify", str(folder), *words)
    theirs = _run(folder, [sys.executable, "-I", "verify.py", "--json", *words])
    findings = ours.answer.get("result", {}).get("findings", [])
    caught = ours.exit_code == 1 and theirs.returncode == 1 and bool(findings)
    if caught and damage.needs_receipt:
        unwarned = steps.ask("verify", str(folder))
        caught = unwarned.exit_code == 0
    mark = text("found") if caught else text("NOT FOUND")
    steps.say(f"{mark}: {text(damage.name)}")
    for line in _first_findings(steps, findings, json.loads(theirs.stdout or "{}")):
        steps.note(f"          {line}")
    return caught


def _first_findings(steps: Steps, ours: list[Any], theirs: dict[str, Any]) -> list[str]:
    import msgspec

    lines = []
    if ours:
        finding = msgspec.convert(ours[0], Finding)
        lines.append(f"bevismappe: {finding_line(finding, steps.language)}")
    if theirs.get("findings"):
        first = theirs["findings"][0]
        where = first.get("path") or first.get("seq")
        lines.append(f"verify.py: {first['kind']} ({where})")
    return lines


def run_outside(steps: Steps, folder: Path, command: list[str]) -> None:
    """Run a verifier that is not ours; one that this machine lacks is named as not run.

    Raises:
        DemoStepError: it did not succeed.
    """
    shown = " ".join(f'"{word}"' if " " in word else word for word in command)
    if command[0] == "python3":
        command = [sys.executable, *command[1:]]
    if shutil.which(command[0]) is None:
        steps.say(steps.language.text("not here, so not run: {command}", command=shown))
        return
    begun = time.perf_counter()
    done = _run(folder, command)
    steps.say(shown, time.perf_counter() - begun)
    if done.returncode != 0:
        raise DemoStepError(shown, done.stdout + done.stderr)


def _run(folder: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
