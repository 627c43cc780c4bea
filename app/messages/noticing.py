"""What is told beside the answer to what was asked: of an open vault, and of a folder that others can look into."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import msgspec

from app.folders import synced_by
from app.language import Language
from app.vocabulary import minute
from atomic_file import keeps_to_owner
from evidence_store import Loss, Rescued, Vault


class Notice(msgspec.Struct, frozen=True):
    """Something to know: ``kind`` is stable for programs, ``message`` is for people."""

    kind: str
    message: str


def notices(vault: Vault, language: Language) -> Iterator[Notice]:
    """What there is to tell of a vault just now."""
    if vault.rescued is not None:
        yield Notice("rescued", rescued_words(vault.rescued, language))
    if not vault.heads_kept:
        yield Notice("heads_not_kept", unremembered_words(vault, language))


def unremembered_words(vault: Vault, language: Language) -> str:
    """That the user's profile does not learn how far the log goes, and what follows from it."""
    return language.text(
        "Everything is saved, but this computer cannot write down how far the log goes ({folder}). An older copy in "
        "the vault’s place would not be noticed. Free some space there, or see to the folder’s permissions.",
        folder=vault.heads_folder,
    )


def rescued_words(rescued: Rescued, language: Language) -> str:
    """That the file was taken away, where everything is now, and what to do."""
    return language.text(
        "The file {lost} was replaced or taken away by another program while it was open. Everything you saved, the "
        "last item too, is in the rescue vault {kept}, and that is where you go on. Keep both files, and see to it "
        "that no program copies or moves the folder.",
        lost=rescued.lost,
        kept=rescued.kept,
    )


def missing_words(lost: Sequence[Loss], language: Language) -> str:
    """How many entries a file lacks, and since when."""
    words = [
        language.plural(
            "This vault is older than what this computer remembers: {count} later entry is not in it.",
            "This vault is older than what this computer remembers: {count} later entries are not in it.",
            sum(loss.missing for loss in lost),
        )
    ]
    since = max((loss.last_time for loss in lost if not loss.forked), default="")
    if since:
        moment = minute(since, language)
        words.append(language.text("The newest item in its log is from {time}.", time=moment))
    if any(loss.forked for loss in lost):
        words.append(
            language.text("Others were written in their places since, so it may be more than that.")
        )
    return " ".join(words)


def older_file_words(lost: Sequence[Loss], language: Language) -> str:
    """What a file lacks, and what can be done, for somebody at the command line."""
    ways = language.text(
        "Find the newer file and open that one. If this one is to be used, say “bevismappe restored --accept”: an "
        "entry then names what was lost. Until then it can be looked at, and nothing is saved in it."
    )
    return f"{missing_words(lost, language)} {ways}"


def copied_words(folder: PurePath, language: Language) -> str:
    """Return the warning for a folder that is copied elsewhere, "" for any other."""
    program = synced_by(folder)
    if not program:
        return ""
    return language.text(
        "The folder is copied to {program}; your workplace may have access. Choose a folder on this computer alone.",
        program=program,
    )


def copied_lines(target: Path, language: Language) -> tuple[str, ...]:
    """Return the same as lines of an answer, for a file or folder that was just written."""
    words = copied_words(target.resolve().parent, language)
    return (words,) if words else ()


def leaving_words(folder: Path, language: Language) -> str:
    """Return who else can read what is saved in a folder without a passphrase; "" where nobody can."""
    return " ".join(_leaving(folder, language))


def leaving_lines(target: Path, language: Language) -> tuple[str, ...]:
    """Return the same as lines of an answer, for a file or folder that was just written."""
    return tuple(_leaving(target.absolute().parent, language))


def _leaving(folder: Path, language: Language) -> Iterator[str]:
    copied = copied_words(folder.resolve(), language)
    if copied:
        yield copied
    if not keeps_to_owner(folder):
        yield language.text(
            "Others who use this computer or this drive can read what is saved here: the drive keeps no file to you "
            "alone."
        )


def unsent_words(draft: Path, language: Language) -> tuple[str, ...]:
    """Return what is said of a mail that is still to be sent."""
    return (
        language.text(
            "A mail that nobody has sent: {path}. Open it, write who gets it, and send it yourself.",
            path=str(draft),
        ),
        language.text("Use Digital Post or a secure mail where the receiver has it."),
    )
