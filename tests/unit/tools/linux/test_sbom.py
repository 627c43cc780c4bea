"""The list of parts names every wheel that something is kept of, by its own hash, and no other one."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from tools.linux.sbom import bill_of

SECOND = 1_767_225_600


def test_what_is_kept_is_listed_and_what_is_left_out_is_not(tmp_path: Path) -> None:
    wheels = [
        tmp_path / name for name in ("six-1.17.0-py3-none-any.whl", "lxml-6.1.3-py3-none-any.whl")
    ]
    for wheel in wheels:
        wheel.write_bytes(wheel.name.encode())
    files = {"six": ["six.py"], "lxml": ["lxml/etree.py"]}
    told = json.loads(bill_of(wheels, files, ["six.py"], SECOND))
    (only,) = told["components"]
    assert (only["name"], only["version"], only["licenses"]) == (
        "six",
        "1.17.0",
        [{"expression": "MIT"}],
    )
    (came,) = only["externalReferences"]
    assert came["hashes"][0]["content"] == hashlib.sha256(wheels[0].read_bytes()).hexdigest()
    assert told["metadata"]["timestamp"] == "2026-01-01T00:00:00Z"
    assert bill_of(wheels, files, ["six.py"], SECOND) == bill_of(wheels, files, ["six.py"], SECOND)
