"""The files that explain a package and let a stranger check it: read whole from resources/verifier."""

from __future__ import annotations

from pathlib import Path

import msgspec

from app.handover.errors import VerifierMissingError
from app.handover.layout import DANISH_README, ENGLISH_README, VERIFY_PY, VERIFY_SH


class VerifierFiles(msgspec.Struct, frozen=True):
    """The two verifiers as they are, and the two letters to the reader with their gaps still open."""

    verify_py: bytes
    verify_sh: bytes
    danish_readme: str
    english_readme: str


class LetterFields(msgspec.Struct, frozen=True):
    """What the letters name: the folder, and the receipt codes as they are read out."""

    folder: str
    dossier_code: str
    last_code: str


def load_verifier_files(folder: Path) -> VerifierFiles:
    """Return the files as they lie in ``folder``.

    Raises:
        VerifierMissingError: one is missing, or is not text.
    """
    return VerifierFiles(
        verify_py=_read(folder / VERIFY_PY).encode(),
        verify_sh=_read(folder / VERIFY_SH).encode(),
        danish_readme=_read(folder / DANISH_README),
        english_readme=_read(folder / ENGLISH_README),
    )


def fill_letter(letter: str, codes: LetterFields) -> bytes:
    """Return a letter with its gaps filled."""
    return letter.format(**msgspec.structs.asdict(codes)).encode()


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise VerifierMissingError(path) from error
