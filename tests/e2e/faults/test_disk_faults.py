"""A disk that is full or failing: a clear error, the vault is well, no half item, and the next act works."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.e2e.faults.acts import capture_with_context
from tests.e2e.faults.loop_disk import loop_devices, small_disk
from tests.e2e.faults.prepared import Place, look, open_only_case
from tests.e2e.faults.tracing import Children, Fault, Run, children, traced

ROOT = Path(__file__).resolve().parents[3]
CAPTURE = capture_with_context()


def _last_seq(place: Place) -> int:
    with place.open() as vault:
        return vault.head(open_only_case(vault).chains.evidence).id.seq


def _hurt(program: Children, prepared: Place, folder: Path, fault: Fault) -> tuple[Run, Place]:
    folder.mkdir()
    place = prepared.copy(folder)
    return traced(program, CAPTURE.job(place), fault.options), place


@pytest.mark.parametrize(
    ("call", "what", "errors"),
    [
        ("pwrite64", "ENOSPC", {"DiskFullError"}),
        ("pwrite64", "EIO", {"DiskFaultError"}),
        ("fdatasync", "EIO", {"DiskFaultError"}),
        ("fdatasync", "ENOSPC", {"DiskFaultError"}),
        ("ftruncate", "EIO", {"DiskFaultError"}),
    ],
)
def test_a_write_or_sync_that_fails_once_is_told_and_harms_nothing(
    prepared: Place, tmp_path: Path, call: str, what: str, errors: set[str]
) -> None:
    before, refused, wrong = _last_seq(prepared), 0, []
    with children() as program:
        undisturbed, _ = _hurt(program, prepared, tmp_path / "0", Fault(call, 60_000))
        many = undisturbed.calls()[call]
        for n in range(1, many + 1):
            fault = Fault(call, n, f"error={what}")
            run, place = _hurt(program, prepared, tmp_path / str(n), fault)
            left = look(place, before, CAPTURE.groups, run.acknowledged)
            sealed = sum(CAPTURE.groups[: len(run.acknowledged)])
            line = f"{call} n={n} {what}: {run.errors} acknowledged={run.acknowledged} {left}"
            print(line)  # noqa: T201 - the table
            refused += bool(run.errors)
            # When only the very last sync of a commit fails, the act is refused, but all of it may be there.
            unsure = CAPTURE.groups[0] if call == "fdatasync" and run.errors else 0
            told = set(run.errors) <= errors and len(run.errors) + len(run.acknowledged) == 2
            right = told and left.found in {sealed, sealed + unsure}
            if left.problem or run.exit_code != 0 or not right:
                wrong.append(line)
    assert not wrong, "\n".join(wrong[:5])
    assert many > 0
    assert refused > many // 2, f"only {refused} of {many} faults were noticed"


@pytest.mark.parametrize("call", ["pwrite64", "fdatasync"])
def test_a_disk_that_goes_on_failing_loses_nothing_acknowledged(
    prepared: Place, tmp_path: Path, call: str
) -> None:
    before = _last_seq(prepared)
    with children() as program:
        for n in (1, 2, 5, 9):
            fault = Fault(call, n, "error=EIO", ever_after=True)
            run, place = _hurt(program, prepared, tmp_path / str(n), fault)
            assert run.errors, f"nothing was refused at {call} n={n}"
            left = look(place, before, CAPTURE.groups, run.acknowledged)
            assert not left.problem, f"{call} n={n}: {left}"


def test_heads_that_cannot_be_written_keep_no_capture_from_being_sealed(
    prepared: Place, tmp_path: Path
) -> None:
    before = _last_seq(prepared)
    with children() as program:
        run, place = _hurt(program, prepared, tmp_path / "x", Fault("rename", 1, "error=ENOSPC"))
    assert len(run.acknowledged) == 2
    assert look(place, before, CAPTURE.groups, run.acknowledged).problem == ""


def test_a_file_that_may_not_grow_refuses_the_act_and_stays_well(
    prepared: Place, tmp_path: Path
) -> None:
    before = _last_seq(prepared)
    place = prepared.copy(tmp_path)
    job = CAPTURE.job(place)
    job.largest_file = place.vault.stat().st_size + 20_000
    with children() as program:
        program.start(job)
        program.go()
        exit_code, acknowledged, errors = program.ending()
    assert (exit_code, acknowledged) == (0, ())
    assert set(errors) == {"DiskFaultError"}
    left = look(place, before, CAPTURE.groups, ())
    assert (left.found, left.problem) == (0, "")


class Line(msgspec.Struct, frozen=True):
    """Runs command lines on one vault."""

    folder: Path
    vault: Path

    def run(self, *words: str, largest_file: int | None = None) -> tuple[int, str, str]:
        """Exit code, what was told, and what stood on standard error."""
        limit = [] if largest_file is None else ["prlimit", f"--fsize={largest_file}"]
        base = [sys.executable, "-m", "tests.start", "--json", "--vault", str(self.vault)]
        phrase = ["--passphrase-file", str(self.folder / "phrase")]
        done = subprocess.run(
            [*limit, *base, *phrase, *words],
            cwd=ROOT,
            capture_output=True,
            check=False,
            text=True,
            env={**os.environ, "HOME": str(self.folder)},
        )
        return done.returncode, done.stdout, done.stderr


def _line(folder: Path, vault: Path) -> Line:
    (folder / "phrase").write_text("seks danske ord\n", encoding="utf-8")
    (folder / "film.mp4").write_bytes(os.urandom(3 << 20))
    return Line(folder, vault)


def _refused_with_13(line: Line, kind: str, largest_file: int | None = None) -> None:
    code, out, err = line.run("add", str(line.folder / "film.mp4"), largest_file=largest_file)
    assert (code, err) == (13, ""), out
    answer = json.loads(out)
    assert answer["error"]["kind"] == kind
    assert answer["error"]["message"]
    code, out, _ = line.run("verify")
    assert code == 0, out
    code, out, _ = line.run("note", "the next act")
    assert code == 0, out


def test_a_full_disk_ends_a_command_with_13(tmp_path: Path) -> None:
    if not loop_devices(tmp_path):
        print("not root: the limit of the other test stands for the full disk")  # noqa: T201
        return
    with small_disk(tmp_path / "disk", 2 << 20) as disk:
        line = _line(tmp_path, disk / "v.bevismappe")
        assert line.run("init", "--title", "Sagen")[0] == 0
        _refused_with_13(line, "evidence_store.DiskFullError")


def test_a_file_that_may_not_grow_ends_a_command_with_13(tmp_path: Path) -> None:
    line = _line(tmp_path, tmp_path / "v.bevismappe")
    assert line.run("init", "--title", "Sagen")[0] == 0
    _refused_with_13(line, "evidence_store.DiskFaultError", line.vault.stat().st_size + 100_000)
