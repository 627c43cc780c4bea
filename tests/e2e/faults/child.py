"""The program that is hurt. Everything is loaded once; each job then runs in a process forked off.

It talks in lines. In: a job as JSON, then GO. Out: READY and its process id when the vault is open, then for each act
ACK and the last seq it sealed (only once the act has returned) or ERR and the error's name; END and the exit code.
Lines go straight through ``os.write``: what was written is out, whatever happens to the process next.
"""

from __future__ import annotations

import os
import random
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from app.actions.add_file import add_file
from app.actions.capture_and_seal import CaptureWish, capture_and_seal
from app.actions.copy_elsewhere import choose_copy_place, copy_now
from app.actions.open_case import OpenCase
from app.capture import Region
from app.casework.kinds.note import NoteFacts
from app.clock import SystemClock
from app.picture import Pixels, encode_png, thumbnail
from evidence_store import Act, Vault, VaultError
from tests.e2e.faults.prepared import copied_to, open_only_case, open_vault, small_scale
from tests.fakes.screen import FakeScreen
from tests.posix import RLIMIT_FSIZE, fork, setrlimit
from tests.written import write_note


class Job(msgspec.Struct):
    """What one process is to do.

    Attributes:
        vault: path of the vault.
        heads: folder of its head memory.
        act: capture, note, import, passphrase, or copy.
        files: what to import, or the passphrases to change to, one an act.
        control: a fault built in on purpose, to see whether the harness finds it; "" for the product as it is.
        stops: wait for another GO after each act.
        largest_file: no file can be written beyond this many bytes; 0 for no limit.
    """

    vault: str
    heads: str
    act: str
    files: tuple[str, ...] = ()
    control: str = ""
    stops: bool = False
    largest_file: int = 0


ACTS = 2
Desktop = tuple[Pixels, ...]


def say(line: str) -> None:
    """Tell the harness, now."""
    os.write(1, line.encode() + b"\n")


def _hear() -> str:
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)
        if not byte:
            return ""
        line += byte
    return line.decode().strip()


def _wait() -> None:
    """Take GO whole, in one call, so that a kill leaves all of it or nothing behind."""
    os.read(0, 3)


def _acts(job: Job, case: OpenCase, desktops: Desktop) -> Iterator[Callable[[], object]]:
    screen = FakeScreen(SystemClock(), desktops[0])
    for number in range(ACTS):
        if job.act == "capture":
            screen.desktop = desktops[number]
            wish = CaptureWish(region=Region(20, 10, 90, 60), context=True)
            yield lambda wish=wish: capture_and_seal(case, screen, wish)  # type: ignore[misc]  # bound now
        elif job.act == "import":
            path = Path(job.files[number])
            yield lambda path=path: add_file(case, path)  # type: ignore[misc]  # bound now
        elif job.act == "copy":
            yield lambda number=number: _note_and_copy(case, whole=number > 0)  # type: ignore[misc]  # bound now
        elif job.act == "passphrase":
            phrase = job.files[number]
            yield lambda phrase=phrase: case.vault.change_passphrase(phrase)  # type: ignore[misc]  # bound now
        else:
            yield lambda number=number: write_note(case, f"note {number}", NoteFacts())  # type: ignore[misc]  # bound now


def _note_and_copy(case: OpenCase, *, whole: bool) -> None:
    write_note(case, "copied elsewhere", NoteFacts())
    copy_now(case.vault, clock=case.clock, whole=whole)


def _spoil(job: Job, vault: Vault, case: OpenCase) -> None:
    """Build the control's fault in. No switch of the product does any of this."""
    db = vault._open_connection()
    match job.control:
        case "sync_off":
            db.pragma("synchronous", 0)
        case "sync_normal":
            db.pragma("synchronous", 1)
        case "no_journal":
            db.config(1010, 0)  # SQLITE_DBCONFIG_DEFENSIVE would refuse it
            db.pragma("journal_mode", "off")
        case "ack_before_commit":
            real = vault.act

            @contextmanager
            def early(*, naming_losses: bool = False) -> Iterator[Act]:
                with real(naming_losses=naming_losses) as act:
                    yield act
                    say(f"ACK {act.heads[case.chains.evidence].seq}")

            vault.act = early  # type: ignore[method-assign]  # the fault itself


def _run(job: Job, desktops: Desktop) -> None:
    vault = open_vault(Path(job.vault), Path(job.heads))
    case = open_only_case(vault)
    _spoil(job, vault, case)
    if (
        job.act == "copy"
    ):  # a whole copy is there, as it is before the second thing that anybody saves
        stick = copied_to(Path(job.vault))
        stick.mkdir()
        choose_copy_place(vault, stick, clock=case.clock)
        copy_now(vault, clock=case.clock)
    say(f"READY {os.getpid()}")
    _wait()
    if job.largest_file:
        setrlimit(RLIMIT_FSIZE, (job.largest_file, job.largest_file))
    for act in _acts(job, case, desktops):
        try:
            act()
        except VaultError as error:
            say(f"ERR {type(error).__name__}")
        else:
            if job.control != "ack_before_commit":
                say(f"ACK {vault.head(case.chains.evidence).id.seq}")
        if job.stops:
            _wait()
    vault.close()


def main() -> None:
    """Take jobs until there are no more."""
    # Noise cannot be packed: the pictures are as large as their pixels, and the vault's file has to grow.
    noise = random.Random(1)
    desktops = tuple(Pixels(160, 100, noise.randbytes(160 * 100 * 3)) for _ in range(ACTS))
    for pixels in desktops:  # what is loaded on first use is loaded now
        encode_png(pixels)
        thumbnail(pixels)
    with small_scale():
        _serve(desktops)


def _serve(desktops: Desktop) -> None:
    while line := _hear():
        if line == "GO":  # meant for one that was killed before it heard it
            continue
        pid = fork()
        if pid == 0:
            code = 1
            try:
                _run(msgspec.json.decode(line, type=Job), desktops)
                code = 0
            except BaseException:  # noqa: BLE001 - the process ends here, whatever it was
                traceback.print_exc()
                sys.stderr.flush()
            os._exit(code)
        _, status = os.waitpid(pid, 0)
        say(f"END {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
