"""A real power cut: a file system on a loop device, whose image is copied while it is mounted. Root only.

The file system writes its journal every 300 seconds unless somebody syncs: what was not synced is not in the image.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.faults.acts import Hurt
from tests.e2e.faults.power import Cut, Kept
from tests.e2e.faults.prepared import Place, look, open_only_case
from tests.e2e.faults.tracing import children
from tests.posix import geteuid

_SIZE = 24 << 20


def loop_devices(folder: Path) -> bool:
    """Whether this user may mount an image here."""
    if geteuid() != 0:
        return False
    image = _image(folder / "try.img")
    try:
        with _mounted(image, folder / "try"):
            return True
    except subprocess.CalledProcessError:
        return False


def pulled_plug(hurt: Hurt, prepared: Place, folder: Path, control: str = "") -> tuple[Cut, ...]:
    """Do an act twice on such a disk and copy the disk after each acknowledgement; look at the copies."""
    folder.mkdir(parents=True)
    with prepared.open() as vault:
        before = vault.head(open_only_case(vault).chains.evidence).id.seq
    image = _image(folder / "disk.img")
    copies: list[tuple[Path, tuple[int, ...]]] = []
    acknowledged: list[int] = []
    with _mounted(image, folder / "disk") as disk, children() as program:
        place = prepared.copy(disk)
        _run("sync", "--file-system", str(disk))
        job = hurt.job(place, control)
        job.stops = True
        program.start(job)
        for number in range(len(hurt.groups)):
            program.go()
            acknowledged.append(int(program.line().removeprefix("ACK ")))
            copy = folder / f"after {number + 1}.img"
            shutil.copyfile(image, copy)
            copies.append((copy, tuple(acknowledged)))
        program.go()
        if program.ending()[0] != 0:
            raise AssertionError("the child failed")
    return tuple(_look(copy, acks, folder, before, hurt, place.vault.name) for copy, acks in copies)


def _look(
    copy: Path, acks: tuple[int, ...], folder: Path, before: int, hurt: Hurt, name: str
) -> Cut:
    target = folder / f"found {len(acks)}"
    with _mounted(copy, folder / "copy") as disk:
        shutil.copytree(disk, target, ignore=shutil.ignore_patterns("lost+found"))
    left = look(Place(target / name, target / "heads"), before, hurt.groups, acks)
    lost = left.found < sum(hurt.groups[: len(acks)])
    return Cut(len(acks), "ACK", Kept.NOTHING, len(acks), left.found, lost, left.problem)


def _image(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(_SIZE)
    _run("mkfs.ext4", "-q", "-F", str(path))
    return path


@contextmanager
def _mounted(image: Path, at: Path) -> Iterator[Path]:
    at.mkdir(exist_ok=True)
    _run("mount", "-o", "loop,commit=300", str(image), str(at))
    try:
        yield at
    finally:
        _run("umount", str(at))


@contextmanager
def small_disk(at: Path, size: int) -> Iterator[Path]:
    """A disk of so many bytes, in memory."""
    at.mkdir()
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at))
    try:
        yield at
    finally:
        _run("umount", str(at))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
