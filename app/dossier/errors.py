"""What can go wrong while a dossier is made. Facts as fields; the sentences stand in app/messages.py."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from evidence_store import EntryId


class DossierError(Exception):
    """Base of everything this room raises on purpose."""


class PolicyError(DossierError):
    """A recipient's data file cannot be trusted to say what is shown."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name}: {reason}")
        self.file = file
        self.reason = reason


class UnknownRecipientError(DossierError):
    """There is no data file for this recipient."""

    def __init__(self, recipient: str, known: tuple[str, ...]) -> None:
        super().__init__(recipient)
        self.recipient = recipient
        self.known = known


class UnknownExhibitError(DossierError):
    """A choice names an exhibit number that the case does not have."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class UnknownAskError(DossierError):
    """A choice names something to ask for that the recipient's data file does not have."""

    def __init__(self, ask: str) -> None:
        super().__init__(ask)
        self.ask = ask


class UnknownNoteError(DossierError):
    """A choice names what is no neutral note that this recipient can be shown: unknown, put aside or erased."""

    def __init__(self, seq: int) -> None:
        super().__init__(str(seq))
        self.seq = seq


class PrivateNoteError(DossierError):
    """A choice names a note or other words that are private; those never leave."""

    def __init__(self, seq: int) -> None:
        super().__init__(str(seq))
        self.seq = seq


class OriginalNotPossibleError(DossierError):
    """The original of an exhibit cannot go along; ``reason`` is one of ``NoFile``."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"exhibit {number}: {reason}")
        self.number = number
        self.reason = reason


class ClipNotPossibleError(DossierError):
    """No covered clip of an exhibit can go along: there is none, or the exhibit is not in the report."""

    def __init__(self, number: int) -> None:
        super().__init__(f"exhibit {number}")
        self.number = number


class PaperNotPossibleError(DossierError):
    """The file of an entry cannot go along: it holds none, or the recipient gets none of its kind."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"entry {seq}")
        self.seq = seq


class WordsNotPossibleError(DossierError):
    """An entry has no words that can be chosen for this recipient, or is not told to them at all."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"entry {seq}")
        self.seq = seq


class PictureChangedError(DossierError):
    """A picture's bytes are not those the ledger sealed."""

    def __init__(self, exhibit: int, entry: EntryId) -> None:
        super().__init__(f"exhibit {exhibit}")
        self.exhibit = exhibit
        self.entry = entry


class PictureFormError(DossierError):
    """A picture is not in the form our own encoder writes, so it cannot pass through unchanged."""

    def __init__(self, exhibit: int, entry: EntryId) -> None:
        super().__init__(f"exhibit {exhibit}")
        self.exhibit = exhibit
        self.entry = entry


class FontMissingError(DossierError):
    """A font that belongs to the program is not there: the installation is not whole."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self.file = file


class SigningKeyError(DossierError):
    """The key that the vault keeps to sign with cannot be read."""


class NoKeyFileError(DossierError):
    """A file that should hold a key of the person's own is no PKCS#12 file."""


class KeyFilePasswordError(DossierError):
    """A file with a key has another password."""


class NoKeyInFileError(DossierError):
    """A PKCS#12 file holds no key with its certificate."""


class UnfitKeyError(DossierError):
    """A key is none to sign a report with: its kind, its length, or what its certificate is for."""


class CertificateEndedError(DossierError):
    """A certificate does not hold any more."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until)
        self.until = until


class CertificateNotYetError(DossierError):
    """A certificate does not hold yet."""

    def __init__(self, since: datetime) -> None:
        super().__init__(since)
        self.since = since
