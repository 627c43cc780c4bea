"""Everything that can go wrong in the vault: one base, one class per thing, facts as fields.

The words of these errors are for a developer; the sentences for the user are made elsewhere.
"""

from __future__ import annotations

from pathlib import Path

from evidence_store.entries import EntryId


class VaultError(Exception):
    """Base of all that this room raises."""


# -- the file ------------------------------------------------------------------------------------


class VaultFileError(VaultError):
    """Something about the vault's file; ``path`` names it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class VaultMissingError(VaultFileError):
    """There is no file at that path."""


class PlaceholderError(VaultFileError):
    """Only a placeholder of the file is on this computer; its content is with a program that copies it elsewhere."""


class VaultExistsError(VaultFileError):
    """There is a file at that path already; nothing was written."""


class VaultLockedError(VaultFileError):
    """Another process, or another window of this one, has the vault open."""


class WrongPassphraseError(VaultFileError):
    """The passphrase does not fit, or the first page of the file is damaged: one cannot tell which."""


class NewerVaultError(VaultFileError):
    """The vault was made by a later version of the program.

    Attributes:
        found: its format version.
        known: the newest format version known here.
    """

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path)
        self.found = found
        self.known = known


class NotAVaultError(VaultFileError):
    """The passphrase opens the file, but it is some other program's database."""


class ReadOnlyError(VaultFileError):
    """The file, its folder or its disk cannot be written to."""


class DiskFullError(VaultFileError):
    """The disk is full; what was being written is not there, what was there before still is."""


class DiskFaultError(VaultFileError):
    """The system reported an error while reading or writing the file."""


class DamagedVaultError(VaultFileError):
    """A page that was needed cannot be read: it is damaged on disk."""


class VaultReplacedError(VaultFileError):
    """Another file lies at the vault's path, or none, and no rescue vault could be made: nothing was saved."""


class VaultWrittenOverError(VaultFileError):
    """Another program wrote into the open vault's file: nothing was saved, and nothing more is written to it."""


class LookOnlyError(VaultFileError):
    """The file is older than what this computer remembers, and nobody has said yet that it shall be used."""


class IndexDamagedError(DamagedVaultError):
    """A page of the search index cannot be read; no evidence is touched."""


class StoreFaultError(VaultFileError):
    """The database refused for a reason that has no class of its own; ``code`` is SQLite's."""

    def __init__(self, path: Path, code: int) -> None:
        super().__init__(path)
        self.code = code


class VaultClosedError(VaultError):
    """The vault was closed before."""


class ActOpenError(VaultError):
    """An act is under way in this thread; it has to end before another begins."""


class ActEndedError(VaultError):
    """The act is over; nothing can be added to it."""


# -- entries and objects -------------------------------------------------------------------------


class EntryError(VaultError):
    """Something about one entry; ``id`` names it."""

    def __init__(self, id: EntryId) -> None:
        super().__init__(f"{id.chain}/{id.seq}")
        self.id = id


class UnknownEntryError(EntryError):
    """There is no such entry."""


class NoObjectError(EntryError):
    """That entry never had an object."""


class ObjectErasedError(EntryError):
    """Its object was erased."""


class ObjectDamagedError(EntryError):
    """Its object is there, but some of its bytes cannot be read or are missing."""


class NotErasableError(EntryError):
    """That part cannot be erased: not there, erased before, or needed to read the ledger.

    Attributes:
        part: name of the part.
    """

    def __init__(self, id: EntryId, part: str) -> None:
        super().__init__(id)
        self.part = part


class UnknownChainError(VaultError):
    """There is no such chain.

    Attributes:
        chain: the id asked for.
    """

    def __init__(self, chain: str) -> None:
        super().__init__(chain)
        self.chain = chain


class StagedObjectError(VaultError):
    """The staged object is not there any more, or not as it was when it was staged."""


class ForeignChainError(VaultError):
    """Somebody else's chain cannot be kept. ``reason``: ``own``, ``other case`` or ``fork``."""

    def __init__(self, chain: str, reason: str) -> None:
        super().__init__(chain, reason)
        self.chain = chain
        self.reason = reason


class NotSealableError(VaultError):
    """An entry breaks a rule of the ledger and was not written.

    Attributes:
        reason: such as ``part name`` or ``time``.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BodyTooLargeError(NotSealableError):
    """A part is longer than a package could carry, and was not written.

    Attributes:
        part: its name.
        size: of its body in bytes.
        limit: the most bytes it may have.
    """

    def __init__(self, part: str, size: int, limit: int) -> None:
        super().__init__("too large")
        self.part = part
        self.size = size
        self.limit = limit


# -- words and texts -----------------------------------------------------------------------------


class BodyError(VaultError):
    """The body of a part breaks the rules for JSON.

    Attributes:
        reason: which rule, in a few English words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LedgerFormError(VaultError):
    """A ledger text is not of the form that docs/format.md describes.

    Attributes:
        line: number of the line, from 1.
        reason: what is wrong there.
    """

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


class ReceiptFormatError(VaultError):
    """A text is not a receipt code."""


class ReceiptCheckError(ReceiptFormatError):
    """A receipt code was misread or mistyped: the check letters behind its place do not fit."""


class EmptyPassphraseError(VaultError):
    """Nothing is left of the passphrase once blanks at its ends are cut."""


class WeakPassphraseError(VaultError):
    """A new passphrase is short or easy to guess.

    Attributes:
        least_signs: how long one must be.
    """

    def __init__(self, least_signs: int) -> None:
        super().__init__(str(least_signs))
        self.least_signs = least_signs


class WordListError(VaultError):
    """The list of words is too short, or holds a word twice.

    Attributes:
        count: how many different words it holds.
    """

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class RecordError(VaultError):
    """An entry of a copy does not follow what is there, or is not what its hashes say.

    Attributes:
        id: the entry.
    """

    def __init__(self, id: EntryId) -> None:
        super().__init__(f"{id.chain}/{id.seq}")
        self.id = id
