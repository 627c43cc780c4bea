"""No package can crash a verifier, hang it, fill it, or be judged differently by another."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.handover.checks import CHECK_OF, KINDS
from tests.e2e.package.damages import flip
from tests.e2e.package.forge import LEDGER, Forged, object_body, small, zip_of
from tests.e2e.package.verifiers import (
    VERIFY_PY,
    VERIFY_SH,
    Verifier,
    ask_app,
    ask_py,
    ask_sh,
    load_verify_py,
)

QUIET = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
TEXTS = ("manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt", "bagit.txt", LEDGER)
SCRAPS = (b"", b"\n", b" ", b"  ", b"\0", b"\r", b"entry ", b"part ", b"body ", b"end 3\n", b"\xff",
          b"erased", b"withheld", b"open", b"{", b"}", b"[" * 50, b'"', b"\\", b"-1", b"1e3", b"0")  # fmt: skip


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return load_verify_py()


@pytest.fixture(scope="module")
def sound() -> Forged:
    return small()


@st.composite
def mangled(
    draw: st.DrawFn, texts: tuple[str, ...] = TEXTS
) -> tuple[str, list[tuple[float, int, bytes]]]:
    cuts = st.tuples(st.floats(0, 1), st.sampled_from((0, 0, 1, 2, 70)), st.sampled_from(SCRAPS))
    return draw(st.sampled_from(texts)), draw(st.lists(cuts, min_size=1, max_size=3))


def mangle(forged: Forged, path: str, cuts: list[tuple[float, int, bytes]]) -> None:
    data = forged.files[path]
    for where, length, scrap in cuts:
        at = int(where * len(data))
        data = data[:at] + scrap + data[at + length :]
    forged.files[path] = data


@QUIET
@given(mangled())
def test_program_and_verify_py_agree_on_any_mangled_text(
    tmp_path_factory: pytest.TempPathFactory,
    verifier: Verifier,
    sound: Forged,
    damage: tuple[str, list[tuple[float, int, bytes]]],
) -> None:
    forged = sound.copy()
    mangle(forged, *damage)
    if damage[0] == LEDGER:
        forged.relist()
    folder = forged.unpack(tmp_path_factory.mktemp("mangled"))
    by_app, by_py = ask_app(folder), ask_py(verifier, folder)
    assert by_py == by_app
    if forged.files != sound.files:
        assert by_app.verdict not in ("CONSISTENT", "ANCHORED")


@settings(QUIET, max_examples=40)
@given(mangled((LEDGER,)))
def test_verify_sh_sees_damage_wherever_the_others_do(
    tmp_path_factory: pytest.TempPathFactory,
    sound: Forged,
    damage: tuple[str, list[tuple[float, int, bytes]]],
) -> None:
    forged = sound.copy()
    mangle(forged, *damage)
    forged.relist()
    folder = forged.unpack(tmp_path_factory.mktemp("mangled"))
    answer, _ = ask_sh(["sh"], folder)
    assert (answer.verdict == "CONSISTENT") == (ask_app(folder).verdict == "CONSISTENT")


@settings(QUIET, max_examples=300)
@given(st.binary(max_size=300), st.integers(0, 2**32))
@example(b"PK\x05\x06" + bytes(18), 0)
@example(b"PK\x03\x04" + b"\xff" * 26, 0)
def test_no_bytes_called_zip_make_either_raise(
    tmp_path_factory: pytest.TempPathFactory,
    verifier: Verifier,
    sound: Forged,
    data: bytes,
    seed: int,
) -> None:
    random = Random(seed)
    whole = sound.zip()
    at = random.randrange(len(whole))
    target = tmp_path_factory.mktemp("zip") / "package.zip"
    for attempt in (data, b"PK\x03\x04" + data, whole[:at] + data + whole[at:], whole[at:] + data):
        target.write_bytes(attempt)
        for answer in (ask_app(target), ask_py(verifier, target)):
            assert answer.verdict in ("INCOMPLETE", "ALTERED", "UNREADABLE") or attempt == whole


@pytest.mark.parametrize(
    "line",
    [
        b"body " + b"[" * 3_000_000,
        b'body {"kind":"x","version":' + b"9" * 3_000_000 + b"}",
        b'body {"kind":"x","version":1,"' + b"\xc3\xa6" * 1_000_000 + b'":1}',
        b"entry " + b"1" * 6_000_000,
        b"\n" * 1_000_000,
        b"x" * 10_000_000,
    ],
    ids=["deep", "long number", "long key", "long word", "many lines", "long line"],
)
def test_lines_meant_to_fill_or_hang_are_answered(
    tmp_path: Path, verifier: Verifier, sound: Forged, line: bytes
) -> None:
    forged = sound.copy()
    lines = forged.files[LEDGER].split(b"\n")
    at = next(number for number, each in enumerate(lines) if each.startswith(b"body "))
    lines[at] = line
    forged.files[LEDGER] = b"\n".join(lines)
    forged.relist()
    folder = forged.unpack(tmp_path)
    assert ask_app(folder).verdict in ("INCOMPLETE", "ALTERED")
    assert ask_py(verifier, folder).verdict in ("INCOMPLETE", "ALTERED")
    assert ask_sh(["sh"], folder)[0].verdict in ("INCOMPLETE", "ALTERED", "UNREADABLE")


def test_a_zip_with_a_hole_beyond_every_number_is_answered(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    target = tmp_path / "package.zip"
    for size in (2**32 - 2**18, 2**33):
        target.write_bytes(sound.zip())
        with target.open("r+b") as file:
            file.truncate(size)
        for answer in (ask_app(target), ask_py(verifier, target)):
            assert answer.verdict in ("INCOMPLETE", "ALTERED", "UNREADABLE")


def test_a_zip_of_very_many_members_is_answered(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    target = tmp_path / "package.zip"
    target.write_bytes(zip_of([(f"{sound.top}/{number}", b"") for number in range(3000)]))
    assert ask_app(target).verdict == "ALTERED"
    assert ask_py(verifier, target).verdict == "ALTERED"


def test_findings_without_end_are_counted_and_not_kept(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    folder = sound.unpack(tmp_path)
    for number in range(500):
        (folder / f"stray-{number}").write_bytes(b"")
    answer = verifier.verify(folder)
    assert len(answer.findings) == 200
    assert answer.left_out == 300


def test_memory_stays_bounded_for_a_large_exhibit(tmp_path: Path) -> None:
    """64 MiB of exhibit; each verifier may use far less than that on top of what it starts with."""
    forged = small()
    large = bytes(1024) * 65536
    forged.files["data/exhibits/bilag-001.png"] = large
    forged.ledger.entries[2].part("object").body = object_body(large, "image/png")
    forged.ledger.reseal(2)
    forged.write_ledger()
    forged.relist()
    target = tmp_path / "package.zip"
    target.write_bytes(forged.zip())
    script = (
        "import resource, sys; from pathlib import Path;"
        "from tests.e2e.package.verifiers import ask_app, ask_py, load_verify_py;"
        "v = load_verify_py();"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "t = Path(sys.argv[1]);"
        "assert ask_app(t).verdict == ask_py(v, t).verdict == 'CONSISTENT';"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(target)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 30_000


def test_flips_in_every_text_are_judged_alike(
    tmp_path: Path, verifier: Verifier, sound: Forged
) -> None:
    random = Random("flips in texts")
    for number in range(120):
        forged = sound.copy()
        path = random.choice(TEXTS)
        forged.files[path] = flip(forged.files[path], random)
        if path == LEDGER and number % 2:
            forged.relist()
        folder = forged.unpack(tmp_path / str(number))
        assert ask_app(folder) == ask_py(verifier, folder), (number, path)


def test_words_of_both_verifiers_are_the_same(verifier: Verifier) -> None:
    texts: dict[str, tuple[str, str]] = vars(verifier)["FINDING_TEXTS"]
    in_sh = {
        kind: (danish, english.replace("'\\''", "'"))
        for kind, danish, english in re.findall(
            r"^finding (\w+) \| (.*) \| (.*)$", VERIFY_SH.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    only_py = {"zip_anew", "zip_cut", "zip_form", "zip_method", "duplicate_file", "object_size"}
    only_py |= {"timestamp", "witness_statement"}  # signatures are not judged in verify.sh
    only_sh = {"tool_missing", "unpack_first"}
    assert set(texts) - only_py == set(in_sh) - only_sh
    for kind in set(texts) & set(in_sh):
        assert texts[kind][0] == in_sh[kind][0]


def test_the_program_and_verify_py_know_the_same_kinds_and_checks(verifier: Verifier) -> None:
    only_app = {"verifier_other"}  # a verifier cannot vouch for itself
    assert set(vars(verifier)["FINDING_TEXTS"]) == set(CHECK_OF) - only_app
    assert set(vars(verifier)["CHECKS"]) == set(KINDS)
    assert set(vars(verifier)["CHECK_TEXTS"]) == set(KINDS)


def test_no_verifier_claims_more_than_it_can() -> None:
    folder = VERIFY_PY.parent
    for path in ("verify.py", "verify.sh", "LAES-MIG.txt", "README.txt"):
        words = (folder / path).read_text(encoding="utf-8").lower()
        for claim in ("authentic", "proven", "court", "ægthed", "bevist", "gerningsmand", "strafbar",
                      "offeret", "skyldig", "http", "!\n"):  # fmt: skip
            assert claim not in words, (path, claim)


def test_verify_py_keeps_to_the_grammar_of_python_3_8() -> None:
    tree = ast.parse(VERIFY_PY.read_text(encoding="utf-8"), feature_version=(3, 8))
    names = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= {name for name in sys.stdlib_module_names if name is not None}
    # It calls one program and no other: the computer's own OpenSSL, where there is one.
    assert not names & {"socket", "urllib", "http", "ctypes"}
