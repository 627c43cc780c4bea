"""A power cut, played back from a record of the child's system calls: what was not synced is lost.

The model is stricter than any real disk. A change of a file lasts once that file was synced, a file's name once its
folder was. Everything else is gone (``NOTHING``), or such pieces of it are there as a seeded die picks (``SOME``):
a disk may write later ones before earlier ones, and half of a page. The heads, which are not synced, are taken as
they were last written: a vault that forgot an act is found out by them too.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from tests.e2e.faults.acts import Hurt
from tests.e2e.faults.prepared import Place, look, open_only_case
from tests.e2e.faults.sweep import DISK_CALLS
from tests.e2e.faults.tracing import children, traced

_PIECE = 4096
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_PATH = re.compile(r"<((?:\\x[0-9a-f]{2})*)>|\"((?:\\x[0-9a-f]{2})*)\"")


class Kept(StrEnum):
    """What a cut leaves of the changes that were not synced."""

    NOTHING = "nothing unsynced"
    SOME = "some unsynced"


class Cut(msgspec.Struct, frozen=True):
    """One power cut.

    Attributes:
        n: how many calls that change something were made before it.
        call: the one that was made last.
        kept: what of the unsynced changes was there.
        acknowledged: acts acknowledged before the cut.
        found: entries found afterwards, -1 where the vault could not be opened.
        lost: whether acknowledged entries are missing.
        problem: what is wrong, or "".
    """

    n: int
    call: str
    kept: Kept
    acknowledged: int
    found: int
    lost: bool
    problem: str

    def line(self) -> str:
        """One line of the table."""
        end = f"  {self.problem}" if self.problem else ""
        row = f"cut after {self.n:<4} {self.call:<10} {self.kept:<17} acknowledged={self.acknowledged}"
        return f"{row} found={self.found}{end}"


class Call(msgspec.Struct, frozen=True):
    """One recorded call: the strings and paths among its arguments, and its last number."""

    name: str
    texts: tuple[bytes, ...]
    arguments: str
    result: int

    def number(self) -> int:
        """The last argument."""
        return int(self.arguments.rpartition(",")[2])


def _calls(trace: tuple[str, ...]) -> Iterator[Call]:
    for line in trace:
        found = _LINE.match(line)
        if found is None or int(found[3]) < 0:
            continue
        texts = tuple(_bytes(a or b) for a, b in _PATH.findall(found[2]))
        yield Call(found[1], texts, found[2], int(found[3]))


def _bytes(escaped: str) -> bytes:
    return bytes.fromhex(escaped.replace("\\x", ""))


class Disk:
    """Files of one folder as the kernel shows them, and as they would be after a power cut."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.shown = {path: bytearray(data) for path, data in files.items()}
        self._lasting = {path: bytearray(data) for path, data in files.items()}
        self._named = set(files)
        self._unnamed: set[str] = set()
        self._waiting: dict[str, list[tuple[int, bytes | None]]] = {}
        self._at: dict[str, int] = {}

    def change(self, call: Call) -> bool:
        """Follow a call; answers whether it changed or synced anything here."""
        paths = [text.decode(errors="replace") for text in call.texts]
        match call.name:
            case "openat":
                return self._open(paths[-1], call.arguments)
            case "pwrite64" | "write":
                if not self._knows(paths[0]):
                    return False
                at = call.number() if call.name == "pwrite64" else self._at.get(paths[0], 0)
                self._write(paths[0], at, call.texts[1][: call.result])
            case "ftruncate":
                self._truncate(paths[0], call.number())
            case "fsync" | "fdatasync":
                self._sync(paths[0])
            case "rename":
                self.shown[paths[1]] = self.shown.pop(paths[0])
            case "unlink":
                del self.shown[paths[0]]
                self._unnamed.add(paths[0])
            case "close" | "fcntl" | "flock" | "exit_group" | "mkdir" | "fchown":
                return False
            case _:
                raise AssertionError(f"the model does not know {call.name}")
        return True

    def after_cut(self, kept: Kept, die: random.Random) -> dict[str, bytes]:
        """What lies on the disk when the power goes now."""
        files = {}
        for path in sorted(self._lasting):
            luck = kept is Kept.SOME and die.random() < 0.5
            if not (path in self._named or luck) or (path in self._unnamed and luck):
                continue
            data = bytearray(self._lasting[path])
            for at, piece in self._waiting.get(path, []) if kept is Kept.SOME else []:
                if die.random() < 0.5:
                    _apply(data, at, piece)
            files[path] = bytes(data)
        return files

    def _knows(self, path: str) -> bool:
        return path in self.shown

    def _open(self, path: str, arguments: str) -> bool:
        self._at[path] = 0
        if "O_CREAT" in arguments and path not in self.shown:
            self.shown[path] = bytearray()
            self._lasting[path] = bytearray()
            return True
        if "O_TRUNC" in arguments and path in self.shown:
            self._truncate(path, 0)
            return True
        return False

    def _write(self, path: str, at: int, data: bytes) -> None:
        _apply(self.shown[path], at, data)
        self._at[path] = at + len(data)
        for start in range(0, len(data), _PIECE):
            piece = data[start : start + _PIECE]
            self._waiting.setdefault(path, []).append((at + start, piece))

    def _truncate(self, path: str, length: int) -> None:
        _apply(self.shown[path], length, None)
        self._waiting.setdefault(path, []).append((length, None))

    def _sync(self, path: str) -> None:
        if path in self.shown:
            for at, piece in self._waiting.pop(path, []):
                _apply(self._lasting[path], at, piece)
            return
        self._named |= {each for each in self.shown if str(Path(each).parent) == path}
        for gone in [each for each in self._unnamed if str(Path(each).parent) == path]:
            self._unnamed.remove(gone)
            del self._lasting[gone]


def _apply(data: bytearray, at: int, piece: bytes | None) -> None:
    """Write a piece, or with None cut or stretch to a length."""
    if piece is None:
        del data[at:]
    if len(data) < at:
        data.extend(bytes(at - len(data)))
    if piece is not None:
        data[at : at + len(piece)] = piece


def power_cuts(
    hurt: Hurt,
    prepared: Place,
    folder: Path,
    *,
    control: str = "",
    tell: Callable[[str], None] = lambda _: None,
) -> tuple[Cut, ...]:
    """Do an act once, and cut the power after each of its calls that changed or synced something.

    Args:
        hurt: the act.
        prepared: a closed vault; a copy of it is worked on.
        folder: where the copies go.
        control: the fault built into the child; see ``child.Job``.
        tell: given each line of the table.
    """
    (folder / "live").mkdir(parents=True)
    place = prepared.copy(folder / "live")
    disks: list[Disk] = []

    def at_start() -> None:
        beside = [each for each in place.vault.parent.iterdir() if each.is_file()]
        files = [*beside, *place.heads.iterdir()]
        disks.append(Disk({str(each): each.read_bytes() for each in files}))

    with prepared.open() as vault:
        before = vault.head(open_only_case(vault).chains.evidence).id.seq
    wanted = ",".join(f"?{call}" for call in sorted(DISK_CALLS))
    options = ["-xx", "-y", "-s4000000", f"-etrace={wanted}"]
    with children() as program:
        run = traced(program, hurt.job(place, control), options, at_start=at_start)
    if run.exit_code != 0 or len(run.acknowledged) != len(hurt.groups):
        raise AssertionError(f"the recorded run failed: {run.exit_code} {run.errors}")
    cuts = tuple(_cuts(disks[0], run.trace, place, hurt.groups, before, folder / "cut"))
    for cut in cuts:
        tell(cut.line())
    return cuts


def _cuts(
    disk: Disk,
    trace: tuple[str, ...],
    place: Place,
    groups: tuple[int, int],
    before: int,
    folder: Path,
) -> Iterator[Cut]:
    die = random.Random(20261123)
    acknowledged: list[int] = []
    n = 0
    for call in _calls(trace):
        told = call.texts[1] if call.name == "write" and len(call.texts) > 1 else b""
        if told.startswith(b"ACK "):
            acknowledged.append(int(told.split()[1]))
        elif disk.change(call):
            n += 1
        else:
            continue
        for kept in Kept:
            target = folder / f"{n}-{len(acknowledged)}-{kept}"
            cut_place = _lay_out(disk, disk.after_cut(kept, die), place, target)
            left = look(cut_place, before, groups, acknowledged)
            lost = left.found < sum(groups[: len(acknowledged)])
            yield Cut(n, call.name, kept, len(acknowledged), left.found, lost, left.problem)


def _lay_out(disk: Disk, files: dict[str, bytes], place: Place, folder: Path) -> Place:
    fresh = Place(folder / place.vault.name, folder / "heads")
    fresh.heads.mkdir(parents=True)
    for path, data in files.items():
        if Path(path).parent == place.vault.parent:
            (folder / Path(path).name).write_bytes(data)
    for path, shown in disk.shown.items():
        if Path(path).parent == place.heads:
            (fresh.heads / Path(path).name).write_bytes(shown)
    return fresh
