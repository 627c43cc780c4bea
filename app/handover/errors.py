"""What can go wrong when a package is made. Facts as fields; app.messages makes the sentences."""

from __future__ import annotations

from pathlib import Path

from evidence_store import EntryId, Verdict


class HandoverError(Exception):
    """Base of all errors of this room."""


class DossierEntryError(HandoverError):
    """The ledger given does not end with the entry that sealed a dossier; ``reason`` says what is amiss."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PackageNotSoundError(HandoverError):
    """A package was not taken over, since its check found something; ``verdict`` says how bad it is."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict)
        self.verdict = verdict


class ExhibitFileError(HandoverError):
    """A file was asked for that this dossier cannot send; ``reason`` says why."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"exhibit {number}: {reason}")
        self.number = number
        self.reason = reason


class TextTooLongError(HandoverError):
    """A part that the recipient is shown is longer than a travelling verifier reads."""

    def __init__(self, entry: EntryId, part: str, size: int, limit: int) -> None:
        super().__init__(f"{part} of entry {entry.seq}: {size} > {limit}")
        self.entry = entry
        self.part = part
        self.size = size
        self.limit = limit


class PackageTooLargeError(HandoverError):
    """More bytes or files than one package can hold."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} > {limit}")
        self.size = size
        self.limit = limit


class PartTooSmallError(HandoverError):
    """A part of a split package cannot hold what has to be in it; ``size`` is what it needs at least."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(f"{size} > {limit}")
        self.size = size
        self.limit = limit


class ObjectChangedError(HandoverError):
    """What the vault gave is not what was sealed: nothing was written."""

    def __init__(self, entry: EntryId) -> None:
        super().__init__(f"entry {entry.seq}")
        self.entry = entry


class PackageExistsError(HandoverError):
    """A file of that name is already there and was left alone."""

    def __init__(self, target: Path) -> None:
        super().__init__(target.name)
        self.target = target


class PackageNotWrittenError(HandoverError):
    """The disk did not take the package; no half file remains."""

    def __init__(self, target: Path, errno: int | None) -> None:
        super().__init__(f"errno {errno}")
        self.target = target
        self.errno = errno


class VerifierMissingError(HandoverError):
    """A file of the travelling verifier is missing or unusable: the installation is not whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class NotOnePackageError(HandoverError):
    """Several packages were to be checked together, and are no parts of one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class PackageUnreadableError(HandoverError):
    """A file of a package that came in is not there, or cannot be shown."""

    def __init__(self, member: str) -> None:
        super().__init__(member)
        self.member = member


class StickPlaceError(HandoverError):
    """The folder for a stick is there already; nothing in it was touched."""

    def __init__(self, target: Path) -> None:
        super().__init__(target.name)
        self.target = target


class StickPackageError(HandoverError):
    """A stick is not made of a package that was changed or is not whole."""


class StickLargeError(HandoverError):
    """A file is larger than a stick takes, or all of it larger than is encrypted here."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class StickKeyError(HandoverError):
    """What was given is no public key of age."""


class StickLockError(HandoverError):
    """This computer lacks the library that encrypts a stick."""
