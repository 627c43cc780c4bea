"""Damages for the demo: each takes an unpacked package and spoils one thing in it, the last one with great care."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.language import deferred
from evidence_store import entry_hash, part_commitment, parts_hash, receipt_code

_LEDGER = Path("data/ledger/evidence.txt")
_MANIFEST = "manifest-sha256.txt"
_TAG_MANIFEST = "tagmanifest-sha256.txt"


class Damage(msgspec.Struct, frozen=True):
    """One way to spoil a package.

    Attributes:
        name: what was done, as a msgid.
        spoil: does it to an unpacked package.
        needs_receipt: whether only a receipt code got another way can show it.
    """

    name: str
    spoil: Callable[[Path], None]
    needs_receipt: bool = False


def flip_picture(package: Path) -> None:
    """Change one byte in the middle of the first picture."""
    _flip(_first_picture(package))


def flip_dossier(package: Path) -> None:
    """Change one byte in the middle of the PDF."""
    _flip(package / "data" / "dossier.pdf")


def lose_picture(package: Path) -> None:
    """Take the first picture away."""
    _first_picture(package).unlink()


def add_file(package: Path) -> None:
    """Put something in that was not sent."""
    (package / "data" / "exhibits" / "bilag-099.png").write_bytes(b"something else")


def change_word(package: Path) -> None:
    """Change a letter in what was written down, and mend the lists of files."""
    ledger = package / _LEDGER
    text = ledger.read_bytes()
    at = text.index(b'"platform":"') + len(b'"platform":"')
    ledger.write_bytes(text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :])
    relist(package)


def swap_picture_and_relist(package: Path) -> None:
    """Change the picture, and mend the lists of files as a careful person would."""
    flip_picture(package)
    relist(package)


def drop_entry(package: Path) -> None:
    """Take one entry out of the log, and mend the lists of files."""
    ledger = package / _LEDGER
    lines = ledger.read_bytes().split(b"\n")
    starts = [index for index, line in enumerate(lines) if line.startswith(b"entry ")]
    del lines[starts[2] : starts[3]]
    ledger.write_bytes(b"\n".join(lines))
    relist(package)


def rebuild_everything(package: Path) -> None:
    """Change a word and compute every fingerprint anew, as an owner of the whole log could."""
    ledger = package / _LEDGER
    lines = ledger.read_bytes().split(b"\n")
    body = next(
        i for i, line in enumerate(lines) if line.startswith(b"body ") and b'"quote":"' in line
    )
    lines[body] = lines[body].replace(b'"quote":"', b'"quote":"Hej. ', 1)
    head, seq = rechain(lines)
    ledger.write_bytes(b"\n".join(lines))
    _mend_line(package / "bag-info.txt", "External-Identifier:", f"{receipt_code(head)} /{seq}")
    relist(package)


DAMAGES = (
    Damage(deferred("one byte of a picture is changed"), flip_picture),
    Damage(deferred("one byte of the dossier is changed"), flip_dossier),
    Damage(deferred("a picture is taken away"), lose_picture),
    Damage(deferred("a file is put in"), add_file),
    Damage(
        deferred("a letter in the log is changed, and the lists of files are mended"), change_word
    ),
    Damage(
        deferred("a picture is changed, and the lists of files are mended"),
        swap_picture_and_relist,
    ),
    Damage(deferred("an entry is taken out of the log, and the lists are mended"), drop_entry),
    Damage(
        deferred("a sentence is changed, and every fingerprint is computed anew"),
        rebuild_everything,
        needs_receipt=True,
    ),
)


def relist(package: Path) -> None:
    """Make both lists of files fit what lies there now."""
    payload = sorted(path for path in (package / "data").rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in payload)
    _mend_line(package / "bag-info.txt", "Payload-Oxum:", f"{size}.{len(payload)}")
    _write_list(package, _MANIFEST, payload)
    tags = (path for path in package.iterdir() if path.is_file() and path.name != _TAG_MANIFEST)
    _write_list(package, _TAG_MANIFEST, sorted(tags))


def rechain(lines: list[bytes]) -> tuple[str, int]:
    """Compute commitments, lists and entry hashes of a ledger text anew, in place; return the new head."""
    chain = lines[1].split(b" ")[1].decode()
    previous = "0" * 64
    starts = [index for index, line in enumerate(lines) if line.startswith(b"entry ")]
    ends = [*starts[1:], len(lines)]
    for start, end in zip(starts, ends, strict=True):
        parts = []
        for index in range(start + 1, end):
            words = lines[index].split(b" ")
            if words[0] != b"part":
                continue
            if words[3] == b"open":
                body = lines[index + 1].removeprefix(b"body ")
                commitment = part_commitment(words[1].decode(), words[4].decode(), body)
                words[2] = commitment.encode()
                lines[index] = b" ".join(words)
            parts.append((words[1].decode(), words[2].decode()))
        _, seq, time, _, listed, _ = lines[start].decode().split(" ")
        if parts:  # an entry of which nothing is shown keeps the list it has
            listed = parts_hash(parts)
        own = entry_hash(chain, int(seq), previous, time, listed)
        lines[start] = f"entry {seq} {time} {previous} {listed} {own}".encode()
        previous = own
    return previous, len(starts) - 1


def _mend_line(path: Path, label: str, value: str) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    mended = (f"{label} {value}" if line.startswith(label) else line for line in lines)
    path.write_text("\n".join(mended), encoding="utf-8", newline="\n")


def _write_list(package: Path, name: str, files: list[Path]) -> None:
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(package).as_posix()}\n"
        for path in files
    )
    (package / name).write_text("".join(lines), encoding="utf-8", newline="\n")


def _first_picture(package: Path) -> Path:
    return min((package / "data" / "exhibits").glob("*.png"))


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
