"""The demo's last part: a time from outside over the log, a package that carries it, a stick, and a print read back.

The authority is on this machine alone (``authority.py``): nothing leaves it. Its root is in the demo's own list.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from math import cos, radians, sin
from pathlib import Path
from typing import Any

from app.picture import jpeg_copy, outline_of, painted_page, straight
from demo.authority import LocalAuthority, openssl, serving
from demo.checks import run_outside, unpack
from demo.damage import rebuild_everything
from demo.errors import DemoStepError
from demo.folder import ANCHORED, RECEIPT, RECIPIENTS, SCAN, STICK
from demo.steps import Steps
from evidence_store import format_receipt

_NAME = "Demo"
_ANCHORED = "ANCHORED"
_DPI, _TURN = 150, 1.3
_FIRST_EXHIBIT = ("Exhibit 1 · ", "Bilag 1 · ")
_LARGEST_SCAN = 1_000_000


def show_outside(steps: Steps) -> None:
    """Stamp, hand over, check; make a stick of it; print a page and the receipt, and read both back.

    Raises:
        DemoStepError: a step did not end as it should.
    """
    if openssl() is None:
        said = steps.language.text("not here, so not run: {command}", command="openssl ts")
        steps.say(said)
        package = steps.folder / f"{RECIPIENTS[0]}.zip"
    else:
        package = steps.folder / ANCHORED
        with tempfile.TemporaryDirectory(prefix="bevismappe-demo-") as scratch:
            _timestamped(steps, package, Path(scratch))
    _stick(steps, package)
    _print(steps, package)


def _timestamped(steps: Steps, package: Path, scratch: Path) -> None:
    """Make the package, whose log an authority has signed the end of, and check it by all that there is."""
    text = steps.language.text
    steps.heading(text("A time that others can vouch for: an authority on this computer"))
    local = LocalAuthority(scratch / "authority")
    root = local.folder / "root.pem"
    with serving(local.respond) as (address, asked):
        for each in steps.command("stamp", "--list")["authorities"]:
            if each["used"]:
                steps.command("stamp", "--leave", each["name"])
        steps.command("stamp", "--add", _NAME, "--address", address, "--root", str(root))
        steps.command("stamp")
    steps.note(
        text("What was sent, in bytes: {sizes}", sizes=", ".join(str(len(q)) for q in asked))
    )
    handed = steps.command("handover", "--for", "police", "--out", str(package))
    receipt = format_receipt(handed["receipt"], handed["receipt_seq"])
    found = steps.command("verify", str(package), "--expect", receipt)
    _must(found["verdict"] == _ANCHORED, "verify", found["verdict"])
    (token,) = found["anchored"]
    folder = unpack(package, scratch / "whole")
    steps.note(text("ANCHORED until {time}, by {signer}", time=token["at"], signer=token["by"]))
    run_outside(steps, folder, ["python3", "-I", "verify.py", "--expect", receipt])
    file = f"data/tokens/{token['token']}.tsr"
    digest = _hash(folder, token["seq"])
    command = ["openssl", "ts", "-verify", "-digest", digest, "-in", file, "-CAfile", str(root)]
    run_outside(steps, folder, command)
    _forged(steps, unpack(package, scratch / "forged"))


def _forged(steps: Steps, folder: Path) -> None:
    """Make the whole log anew; a token shows that, where nobody has a receipt code."""
    text = steps.language.text
    rebuild_everything(folder)
    ours = steps.ask("verify", str(folder))
    words = [sys.executable, "-I", "verify.py", "--json"]
    theirs = subprocess.run(words, cwd=folder, capture_output=True, check=False)
    kinds = [each["kind"] for each in ours.answer["result"]["findings"]]
    _must("timestamp" in kinds and ours.exit_code == 1, "verify", str(kinds))
    _must(theirs.returncode == 1, "verify.py", theirs.stdout.decode())
    steps.say(
        text("found without a code: every fingerprint is computed anew, but not the timestamp")
    )


def _stick(steps: Steps, package: Path) -> None:
    steps.heading(steps.language.text("A USB stick that opens on a locked PC"))
    steps.command("stick", str(package), "--out", str(steps.folder / STICK))
    run_outside(steps, steps.folder / STICK, ["sha256sum", "-c", "sha256sums.txt"])


def _print(steps: Steps, package: Path) -> None:
    """Read a page and a receipt back from paper, as a scanner gives them that nobody took care with."""
    text = steps.language.text
    steps.heading(text("On paper, and read back"))
    scan = steps.folder / SCAN
    scan.write_bytes(_scanned((steps.folder / STICK / "rapport.pdf").read_bytes()))
    steps.note(text("A page of the report is printed and scanned askew: {name}", name=scan.name))
    page = _read(steps, "paper", str(scan), "--package", str(package))
    _must(page["code"] == "fits" and not page["words"], "paper", json.dumps(page))
    said = text(
        "{alike} of {counted} words were read alike", alike=page["alike"], counted=page["counted"]
    )
    steps.note(said)
    sheet = str(steps.folder / RECEIPT)
    steps.command("receipt", "--out", sheet)
    page = _read(steps, "paper", sheet)
    _must(page["receipt"]["state"] == "fits", "paper", json.dumps(page))


def _read(steps: Steps, *words: str) -> dict[str, Any]:
    """Compare a print of one page; a word that a machine could not read for sure is no failure of the demo."""
    outcome = steps.ask(*words)
    steps.say(f"bevismappe {words[0]} {Path(words[1]).name}")
    pages: list[dict[str, Any]] = outcome.answer.get("result", {}).get("pages", [])
    _must(len(pages) == 1, words[0], json.dumps(outcome.answer))
    return pages[0]


def _scanned(pdf: bytes) -> bytes:
    """Return the page of the first exhibit as a JPEG, turned a little."""
    at = next(page for title, page in outline_of(pdf) if title.startswith(_FIRST_EXHIBIT))
    page = painted_page(pdf, at, dpi=_DPI).pixels
    width, height = page.width_px, page.height_px
    across, down = cos(radians(_TURN)), sin(radians(_TURN))

    def place(x: float, y: float) -> tuple[float, float]:
        x, y = x - width / 2, y - height / 2
        return width / 2 + x * across - y * down, height / 2 + x * down + y * across

    corners = tuple(place(*each) for each in ((0, 0), (0, height), (width, height), (width, 0)))
    return jpeg_copy(straight(page, corners, width, height), _LARGEST_SCAN)


def _hash(folder: Path, seq: int) -> str:
    """Return the hash of an entry from the log's text, as whoever checks by hand would."""
    lines = (folder / "data/ledger/evidence.txt").read_text("utf-8").split("\n")
    return next(line.split(" ")[5] for line in lines if line.startswith(f"entry {seq} "))


def _must(holds: bool, step: str, answer: str) -> None:
    if not holds:
        raise DemoStepError(step, answer)
