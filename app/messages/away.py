"""What is said of a vault that is not where it was: where that is, that nothing was deleted, and what can be done.

A vault that is away must never look like a first start: somebody would begin anew, and think that all is lost.
"""

from __future__ import annotations

from pathlib import Path

from app.language import Language, deferred
from evidence_store import Whereabouts

_WORDS = {
    Whereabouts.NO_FILE: deferred(
        "It was here: {path}. The folder is there, but the file is not. It may have been moved or got another name: "
        "then find it. The program has deleted nothing."
    ),
    Whereabouts.NO_FOLDER: deferred(
        "It was here: {path}. The drive or the folder is not there just now. If it is on a USB stick or a network "
        "drive, connect that and try again. If it lies elsewhere now, or the stick has got another letter, find it. "
        "The program has deleted nothing."
    ),
    Whereabouts.OUT_OF_REACH: deferred(
        "It was here: {path}. The drive or the network does not answer, or does not let the program look. Connect it, "
        "and try again. The program has deleted nothing."
    ),
    Whereabouts.PLACEHOLDER: deferred(
        "It lies here: {path}. Only a placeholder is on this computer; the content is kept elsewhere, by OneDrive or a "
        "program like it. Right-click the file, choose “Always keep on this device”, wait until it is fetched, and try "
        "again. Nothing was changed."
    ),
}


def away_words(path: Path, found: Whereabouts, language: Language) -> str:
    """Return what is to be said of what was found at a vault's path; "" where the vault is there."""
    words = _WORDS.get(found)
    return language.text(words, path=path) if words is not None else ""
