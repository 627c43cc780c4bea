"""Compares the second reader, which was written from docs/format.md alone, with the three verifiers, check by check.

``python -m tests.e2e.package.comparing [COUNT [FIRST]]`` does it on so many variants (500), from that number on, and
prints each disagreement.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.e2e.package.variants import Variant, variant
from tests.e2e.package.verifiers import Answer, Verifier, ask_app, ask_py, ask_sh, load_verify_py
from tests.second_reader.answer import EXIT_CODES, ORDER
from tests.second_reader.checking import read_package
from tests.second_reader.receipts import read_code

# What verify.sh says that it cannot check.
_NOT_IN_SH = ("sizes", "witness")
_NOT_FOUND_BY_SH = ("object_size", "witness_statement")
# What it says where it takes noted sizes for true and their sum is not.
_BAG_INFO = ("bag_info", None, None, "bag-info.txt")


def ask_second(target: Path, expect: str = "", *, without: tuple[str, ...] = ()) -> Answer:
    """The second reader's answer in the form of the others; ``without`` are kinds of findings that are left out."""
    answer = read_package(target, read_code(expect) if expect else None)
    findings = [each for each in answer.findings if each.kind not in without]
    return Answer(
        max((each.verdict for each in findings), key=ORDER.index, default=ORDER[0]),
        frozenset((each.kind, each.place, each.exhibit, each.path) for each in findings),
        answer.checks,
        answer.codes,
        answer.matched,
    )


def disagreements(verifier: Verifier, variant: Variant, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield which verifier says something else, and what: of the verdict, a check, a finding, the codes."""
    target = variant.write(folder)
    second = ask_second(target, variant.expect)
    for name, other in (
        ("app", ask_app(target, variant.expect)),
        ("verify.py", ask_py(verifier, target, variant.expect)),
    ):
        yield from ((name, each) for each in _differences(second, other))
    if target.is_dir():
        by_sh, code = ask_sh(["sh"], target, variant.expect)
        ours = _as_sh_can(ask_second(target, variant.expect, without=_NOT_FOUND_BY_SH))
        if ours.findings == second.findings or by_sh.findings != ours.findings | {_BAG_INFO}:
            yield from (("verify.sh", each) for each in _differences(ours, by_sh))
        if code != EXIT_CODES[by_sh.verdict]:
            yield "verify.sh", f"exit code {code} for {by_sh.verdict}"


def _differences(second: Answer, other: Answer) -> Iterator[str]:
    if second.verdict != other.verdict:
        yield f"verdict: {second.verdict} | {other.verdict}"
    for check, state in second.checks.items():
        if state != other.checks.get(check):
            yield f"check {check}: {state} | {other.checks.get(check)}"
    for finding in sorted(second.findings - other.findings, key=str):
        yield f"finding {finding} | -"
    for finding in sorted(other.findings - second.findings, key=str):
        yield f"finding - | {finding}"
    if (second.codes, second.matched) != (other.codes, other.matched):
        yield f"codes: {second.codes} {second.matched} | {other.codes} {other.matched}"


def _as_sh_can(answer: Answer) -> Answer:
    """What verify.sh can say: nothing of sizes and witnesses, and that a code fits only of what holds together."""
    matched = answer.matched and answer.verdict == "CONSISTENT"
    checks = {**answer.checks, **dict.fromkeys(_NOT_IN_SH, "not_checked")}
    return Answer(answer.verdict, answer.findings, checks, answer.codes, matched)


def main(count: int, first: int = 0) -> int:
    """Compare on so many variants from that number on; 1 where they agree on fewer than all."""
    verifier = load_verify_py()
    differing, verdicts, checks = 0, Counter[str](), 0
    for number in range(first, first + count):
        each = variant(number)
        with tempfile.TemporaryDirectory() as scratch:
            target = each.write(Path(scratch) / "first")
            second = ask_second(target, each.expect)
            found = list(disagreements(verifier, each, Path(scratch) / "again"))
        verdicts[second.verdict] += 1
        checks += sum(what.startswith("check") for _, what in found)
        differing += bool(found)
        for name, what in found:
            sys.stdout.write(f"{number} [{each.name}] {name}: {what}"[:300] + "\n")
    sys.stdout.write(
        f"{count - differing} of {count} variants alike in every check ({100 * (count - differing) / count:.1f} %)\n"
    )
    sys.stdout.write(f"checks that differ: {checks}; verdicts: {dict(verdicts)}\n")
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["500"])))
