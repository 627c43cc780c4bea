"""Runs the three verifiers and brings their answers into one form, so that they can be compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from app.handover import verify_path

ROOT = Path(__file__).parents[3]
VERIFY_PY = ROOT / "resources" / "verifier" / "verify.py"
VERIFY_SH = ROOT / "resources" / "verifier" / "verify.sh"

# Kind, place, number of the Bilag, and path or part.
Named = tuple[str, int | None, int | None, str]


@dataclass(frozen=True)
class Answer:
    verdict: str
    findings: frozenset[Named]
    checks: dict[str, str]
    codes: tuple[str, ...]
    matched: bool

    def kinds(self) -> set[str]:
        return {finding[0] for finding in self.findings}


class Verifier(Protocol):
    """verify.py as a module."""

    def verify(self, target: Path, expect: object = None) -> Any: ...
    def read_expected(self, text: str) -> tuple[str, int | None]: ...
    def check_body(self, body: bytes) -> dict[str, Any]: ...
    def main(self, arguments: list[str]) -> int: ...


def load_verify_py() -> Verifier:
    """verify.py as it travels, run from its file: it belongs to no package."""
    from importlib.util import (  # noqa: TID251 - a file that is not ours to import
        module_from_spec,
        spec_from_file_location,
    )

    spec = spec_from_file_location("travelling_verifier", VERIFY_PY)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return cast("Verifier", module)


def ask_app(target: Path, expect: str = "") -> Answer:
    report = verify_path(target, expect=expect or None)
    return Answer(
        report.verdict.value,
        frozenset((each.kind, each.seq, each.exhibit, each.path) for each in report.findings),
        {check.name: check.state.value for check in report.checks},
        tuple(f"{each.code} /{each.seq}" for each in report.receipts),
        report.matched is not None,
    )


def ask_py(verifier: Verifier, target: Path, expect: str = "") -> Answer:
    answer = verifier.verify(target, verifier.read_expected(expect) if expect else None)
    checks = cast("Any", verifier).CHECKS
    return Answer(
        answer.verdict,
        frozenset((each.kind, each.seq, each.exhibit, each.path) for each in answer.findings),
        {check: answer.state(check) for check in checks},
        tuple(f"{code} /{seq}" for _, seq, code in answer.receipts),
        answer.matched is not None,
    )


_FINDING = re.compile(
    r"  - \[(\w+)\] (?:The package|(?:Exhibit \(Bilag\) (\d+))?(?:, )?(?:entry (\d+))?(?:, )?(.*?)): "
)
_STATES = {
    "ok": "passed",
    "not in order": "failed",
    "see below": "failed",
    "not checked here": "not_checked",
}


def _with_tools(folder: Path) -> Path:
    """A copy of verify.sh that takes a folder for the first one of the system's: it asks no PATH before those."""
    text = VERIFY_SH.read_text(encoding="utf-8")
    assert text.count("\nSTANDARD=/") == 1
    copy = folder / "verify.sh"
    copy.write_text(text.replace("\nSTANDARD=/", f"\nSTANDARD={folder}:/"), encoding="utf-8")
    return copy


def ask_sh(
    shell: list[str], target: Path, expect: str = "", path: str | None = None
) -> tuple[Answer, int]:
    """verify.sh by a shell; also its exit code. With ``path`` the system's tools are those of that folder first."""
    environment = {**os.environ, "LANG": "C.UTF-8"}
    script = VERIFY_SH if path is None else _with_tools(Path(path))
    arguments = [*shell, str(script), str(target), "--lang", "en"]
    if expect:
        arguments += ["--expect", expect]
    done = subprocess.run(arguments, capture_output=True, env=environment, timeout=120, check=False)
    assert done.stderr == b"", done.stderr
    text = done.stdout.decode()
    findings = set()
    for line in text.splitlines():
        match = _FINDING.match(line)
        if match:
            kind, exhibit, seq, where = match.groups()
            findings.add(
                (kind, int(seq) if seq else None, int(exhibit) if exhibit else None, where or "")
            )
    checks = dict(re.findall(r"^  \[(\w+)\] ([a-zA-Z ]+): ", text, re.MULTILINE))
    answer = Answer(
        re.findall(r"^RESULT: .+ \(([A-Z ]+)\)$", text, re.MULTILINE)[0],
        frozenset(findings),
        {name: _STATES[state] for name, state in checks.items()},
        tuple(re.findall(r"^The .*code.*: ([0-9A-Z ]+ /\d+) [A-Z]{2}$", text, re.MULTILINE)),
        "Your receipt code fits entry" in text,
    )
    return answer, done.returncode
