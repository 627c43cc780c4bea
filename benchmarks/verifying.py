"""Verify a whole vault of pictures, beside the bare hash and beside ``sha256sum -c`` over the same files."""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from pathlib import Path
from statistics import median

from app.picture import Pixels, encode_png
from benchmarks.frames import SIZES, frames
from benchmarks.rows import Row, against_peer, medians_ms, timed_ms
from benchmarks.vaults import new_case, open_vault
from evidence_store import NewObject, NewPart, Verdict

ROUNDS = 5
SIZES_MB = (200, 700)
_QUICK_MB = 20
_MB = 1_000_000
_PIECE = 1 << 20
_HASHED = 64 << 20
_SUMS = "SHA256SUMS"


def rows(*, quick: bool = False) -> list[Row]:
    """All sizes, and the hash alone beside OpenSSL's own measurement of itself."""
    found = [_hash_row()]
    for size in (_QUICK_MB,) if quick else SIZES_MB:
        with tempfile.TemporaryDirectory() as name:
            found += _rows_of(Path(name), size)
    return found


def _rows_of(folder: Path, size_mb: int) -> list[Row]:
    total = _make(folder, size_mb * _MB)
    with open_vault(folder) as vault:

        def ours() -> None:
            if vault.verify().verdict is not Verdict.CONSISTENT:
                raise RuntimeError("the vault does not verify: nothing was measured")

        mine, limit, theirs = medians_ms(
            ROUNDS, ours, lambda: _hash(total), lambda: _sha256sum(folder)
        )
    label = f"verify a vault of {size_mb} MB"
    return [
        against_peer(label, mine, limit, "OpenSSL SHA-256 of the bytes", 2.0, limit=limit),
        against_peer(label, mine, theirs, "sha256sum -c", 0.5, limit=limit),
    ]


def _make(folder: Path, wanted: int) -> int:
    """Seal different pictures until there are that many bytes, and lay the same bytes beside as files."""
    pool = [pixels for _, pixels in frames(*SIZES[0])]
    total, number = 0, 0
    with new_case(folder) as case, (folder / _SUMS).open("w") as sums:
        while total < wanted:
            with case.vault.act() as act:
                pixels = pool[number % len(pool)]
                png = encode_png(_numbered(pixels, number))
                act.append(
                    case.chains.evidence,
                    [NewPart("facts", b'{"kind":"capture","version":1}')],
                    time="2026-11-23T13:03:11.042Z",
                    object=NewObject(png, "image/png"),
                )
            (folder / f"{number}.png").write_bytes(png)
            sums.write(f"{hashlib.sha256(png).hexdigest()}  {number}.png\n")
            total += len(png)
            number += 1
    return total


def _numbered(pixels: Pixels, number: int) -> Pixels:
    """The same picture with its number in the first pixels, so that no two are one object of the vault."""
    mark = number.to_bytes(6, "big")
    return Pixels(pixels.width_px, pixels.height_px, mark + pixels.rgb[len(mark) :])


def _sha256sum(folder: Path) -> None:
    command = ["sha256sum", "--check", "--quiet", _SUMS]
    subprocess.run(command, cwd=folder, check=True)


def _hash(size: int) -> None:
    """The limit: so many bytes through OpenSSL's SHA-256, from memory that lies in the processor's cache."""
    piece = bytes(_PIECE)
    digest = hashlib.sha256()
    for _ in range(size // _PIECE):
        digest.update(piece)
    digest.update(piece[: size % _PIECE])
    digest.digest()


def _hash_row() -> Row:
    """The hash as the program calls it, beside what OpenSSL's own program measures."""
    rate = _openssl_ms_per_mb()
    ours = median(timed_ms(lambda: _hash(_HASHED)) for _ in range(ROUNDS))
    theirs = _HASHED / _MB * rate
    return against_peer("SHA-256 of 67 MB", ours, theirs, "openssl speed", 1 / 0.95, limit=theirs)


def _openssl_ms_per_mb() -> float:
    """What OpenSSL says of itself, the median of several runs of one second."""
    sizes = ["-elapsed", "-seconds", "1", "-bytes", str(_PIECE)]
    command = ["openssl", "speed", "-mr", *sizes, "-evp", "sha256"]
    rates = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        # "+F:22:sha256:1776000000.00": bytes a second.
        line = next(line for line in done.stdout.splitlines() if line.startswith("+F:"))
        rates.append(float(line.rpartition(":")[2]))
    return 1000 * _MB / median(rates)
