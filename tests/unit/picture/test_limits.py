"""The decode child limits itself, and decodes nothing where the system refuses: Windows' part with a false kernel."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from typing import Any

import pytest

from app.picture import (
    DecodeLimits,
    PictureRefusedError,
    Refusal,
    child_process,
    decode_untrusted,
    encode_png,
)
from app.picture import untrusted as parent
from app.picture.picture_child.limits import ExtendedLimits, LimitsRefusedError, set_job
from tests.fakes.screen import striped_pixels
from tests.unit.house.tree import ROOT

PNG = encode_png(striped_pixels(8, 6))
JOB, PROCESS = 77, -1


class Call:
    """One function of a DLL: what it is called with is noted, and it answers as it was told to."""

    def __init__(self, kernel: Kernel, name: str) -> None:
        self.kernel = kernel
        self.name = name
        self.restype: object = None
        self.argtypes: object = None

    def __call__(self, *arguments: Any) -> int:
        kept = [getattr(each, "_obj", each) for each in arguments]
        self.kernel.calls.append((self.name, *kept))
        if self.name in self.kernel.refused:
            return 0
        return {"CreateJobObjectW": JOB, "GetCurrentProcess": PROCESS}.get(self.name, 1)


class Kernel:
    """Stands in for kernel32."""

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.calls: list[tuple[Any, ...]] = []
        self._functions: dict[str, Call] = {}

    def __getattr__(self, name: str) -> Call:
        return self._functions.setdefault(name, Call(self, name))

    def named(self, name: str) -> list[tuple[Any, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]


def test_the_job_holds_memory_time_and_processes_and_dies_without_a_dialog() -> None:
    kernel = Kernel()
    set_job(kernel, 300 << 20, 20)
    (limits, screen) = kernel.named("SetInformationJobObject")
    job, kind, told, size = limits
    assert (job, kind, size) == (JOB, 9, ctypes.sizeof(ExtendedLimits))
    assert told.basic.flags == 0x2 | 0x8 | 0x100 | 0x400
    assert told.process_memory == 300 << 20
    assert told.basic.process_time == 20 * 10**7
    assert told.basic.active_processes == 1
    assert (screen[1], screen[2].value) == (4, 0xFF)
    assert kernel.named("AssignProcessToJobObject") == [(JOB, PROCESS)]
    (mode,) = kernel.named("SetErrorMode")[0]
    assert mode & 0x2
    assert kernel.calls[-1] == ("CloseHandle", JOB)


def test_the_structure_has_the_size_that_windows_asks_for() -> None:
    assert ctypes.sizeof(ExtendedLimits) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)


@pytest.mark.parametrize(
    "refused", ["CreateJobObjectW", "SetInformationJobObject", "AssignProcessToJobObject"]
)
def test_what_windows_refuses_is_told(refused: str) -> None:
    kernel = Kernel(refused)
    with pytest.raises(LimitsRefusedError):
        set_job(kernel, 300 << 20, 20)
    assert len(kernel.named("CloseHandle")) == (refused != "CreateJobObjectW")


@pytest.mark.posix("no number is too low for a Job Object")
def test_a_child_whose_limits_are_refused_decodes_nothing() -> None:
    """No system takes a limit below nothing."""
    impossible = DecodeLimits(processor_s=-(1 << 70))
    with pytest.raises(PictureRefusedError) as caught:
        decode_untrusted(PNG, "image/png", impossible)
    assert caught.value.reason is Refusal.WITHOUT_LIMITS


@pytest.mark.posix("limits of the person's own are rlimits")
def test_a_tighter_limit_of_the_persons_own_stays_and_refuses_nothing() -> None:
    words = [*child_process._start(), *parent._words("image/png", DecodeLimits())]
    tighter = (
        "import resource, subprocess, sys\n"
        "resource.setrlimit(resource.RLIMIT_CPU, (9, 9))\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "sys.exit(subprocess.run(sys.argv[1:]).returncode)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", tighter, *words],
        input=PNG,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )
    assert (done.returncode, done.stdout[:4]) == (0, b"BMPY")
