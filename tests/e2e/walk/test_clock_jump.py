"""A clock set back, of 1970 and two years ahead, through real programs: all that list or verify say so, in order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.package.verifiers import ask_app, ask_py, ask_sh, load_verify_py
from tests.unit.house.tree import ROOT

FAKETIME = next(iter(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)


class Typed:
    """Commands on one vault, each in a process of its own, with the clock that is asked for."""

    def __init__(self, folder: Path, *, counters_too: bool) -> None:
        assert FAKETIME is not None, "libfaketime is needed for this test"
        self._folder = folder
        self._counters_too = counters_too
        (folder / "pp").write_text("en opdigtet lang kode\n", encoding="utf-8")
        for name in ("config", "data", "cache"):
            (folder / name).mkdir()

    def __call__(self, *words: str, clock: str = "", json_too: bool = False) -> str:
        environment = {**os.environ, "LANG": "C.UTF-8", "XDG_CONFIG_HOME": str(self._folder / "config"),
                       "XDG_DATA_HOME": str(self._folder / "data"), "XDG_CACHE_HOME": str(self._folder / "cache"),
                       "XDG_STATE_HOME": str(self._folder / "data")}  # fmt: skip
        if clock:
            environment |= {"FAKETIME": clock, "LD_PRELOAD": str(FAKETIME)}
            if not self._counters_too:
                environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1"
        head = [
            sys.executable,
            "-m",
            "tests.start",
            "--lang",
            "da",
            *(["--json"] if json_too else []),
        ]
        vault = [
            "--vault",
            str(self._folder / "u.bevismappe"),
            "--passphrase-file",
            str(self._folder / "pp"),
        ]
        done = subprocess.run(
            [*head, *vault, *words],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def json(self, *words: str) -> dict[str, Any]:
        answer: dict[str, Any] = json.loads(self(*words, json_too=True))
        return answer


@pytest.mark.parametrize("counters_too", [False, True], ids=["clock set", "counters faked too"])
def test_each_jump_is_told_everywhere_and_the_order_of_the_log_stays(
    tmp_path: Path, *, counters_too: bool
) -> None:
    run = Typed(tmp_path, counters_too=counters_too)
    run("init")
    run("note", "nu")
    run("note", "uret 3 dage tilbage", clock="-3d")
    run("note", "BIOS-batteri", clock="@1970-01-01 00:00:10")
    run("note", "to aar frem", clock="+2y")
    run("note", "nu igen")
    told = run.json("list")["result"]
    assert [item["text"] for item in told["items"]] == [
        "nu", "uret 3 dage tilbage", "BIOS-batteri", "to aar frem", "nu igen",
    ]  # fmt: skip
    # Where the counters were faked with the clock only what goes back is left to see.
    assert [bool(item["clock"]) for item in told["items"]] == [
        False,
        True,
        True,
        not counters_too,
        True,
    ]
    assert len(told["clock"]) == 3 + (not counters_too)
    text = run("list")
    for seq in (3, 4, 6):
        assert f"[punkt {seq}: " in text
    assert ("[punkt 5: uret gik frem]" in text) == (not counters_too)
    assert ("Computerens ur gik 3 dage tilbage mellem punkt 2 og punkt 3." in text) == (
        not counters_too
    )
    verdict = run("verify")
    assert verdict.count("tidspunktet ligger før det foregående punkts") == 3
    assert "(CONSISTENT)" in verdict

    package = tmp_path / "pakke.zip"
    run("handover", "--for", "manager", "--out", str(package))
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    by_app, by_py = ask_app(folder), ask_py(load_verify_py(), folder)
    by_sh, code = ask_sh(["sh"], folder)
    assert by_app.verdict == by_py.verdict == by_sh.verdict == "CONSISTENT"
    assert by_app.findings == by_py.findings == by_sh.findings
    assert {(kind, seq) for kind, seq, _, _ in by_app.findings} == {
        ("time_back", 3), ("time_back", 4), ("time_back", 6),
    }  # fmt: skip
    assert code == 0
