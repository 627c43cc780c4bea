"""A program for Windows of a few hundred bytes, and a certificate made on the spot."""

from __future__ import annotations

import struct
import subprocess
from pathlib import Path

_HEADER = 0x200


def small_program(code: bytes = b"\xc3") -> bytes:
    """A PE file with one section; it could be loaded, and does nothing."""
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", 64)
    coff = struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, 240, 0x22)
    optional = struct.pack("<HBBIIIII", 0x20B, 0, 0, 0x200, 0, 0, 0x1000, 0x1000)
    optional += struct.pack(
        "<QIIHHHHHHIIIIHH",
        0x140000000,
        0x1000,
        0x200,
        *(10, 0, 0, 0, 10, 0),
        0,
        0x2000,
        0x200,
        0,
        3,
        0,
    )
    optional += struct.pack("<QQQQII", *(0x1000,) * 4, 0, 16) + bytes(128)
    section = b".text\0\0\0" + struct.pack(
        "<IIIIIIHHI", 0x200, 0x1000, 0x200, _HEADER, 0, 0, 0, 0, 0x60000020
    )
    return (dos + b"PE\0\0" + coff + optional + section).ljust(_HEADER, b"\0") + code.ljust(
        0x200, b"\0"
    )


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for signing that nobody knows, and its key."""
    cert, key = folder / f"{name}.pem", folder / f"{name}.key"
    subject = f"/C=DK/O={name}/CN={name}"
    kind = ("-newkey", "rsa:2048", "-nodes", "-addext", "extendedKeyUsage=codeSigning")
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            *kind,
            "-subj",
            subject,
            "-days",
            "30",
            "-keyout",
            key,
            "-out",
            cert,
        ],
        check=True,
        capture_output=True,
    )
    return cert, key


def sign(program: Path, cert: Path, key: Path) -> None:
    """Sign a program in its place."""
    signed = program.with_suffix(".signed")
    names = ("-certs", cert, "-key", key, "-h", "sha256", "-in", program, "-out", signed)
    subprocess.run(["osslsigncode", "sign", *names], check=True, capture_output=True)
    signed.replace(program)
