"""Writes a package: one zip that a stranger can check without us.

Rules:
- Same case, same choices, same verifier: same bytes, whatever the machine, the locale or the hour.
- Objects are streamed and hashed on the way; one that is not what was sealed stops everything.
- Written beside its target, flushed to the disk, read back, then renamed: there is never half a package.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.handover.archive import Archive, read_slices
from app.handover.contents import Contents, PackedObject, choose_contents
from app.handover.errors import (
    DossierEntryError,
    ObjectChangedError,
    PackageExistsError,
    PackageNotWrittenError,
    PackageTooLargeError,
)
from app.handover.layout import (
    BAG_INFO,
    BAGIT,
    BAGIT_TXT,
    DANISH_README,
    ENGLISH_README,
    LEDGER,
    MANIFEST,
    MAX_BYTES,
    MAX_FILES,
    TAG_MANIFEST,
    TAGS,
    VERIFY_PY,
    VERIFY_SH,
    bag_info,
    in_zip_order,
    manifest,
    package_name,
)
from app.handover.verifier_files import LetterFields, VerifierFiles, fill_letter
from atomic_file import UnfitNameError, check_name, flush, write_atomically
from evidence_store import (
    Chain,
    ChainKind,
    EntryId,
    Receipt,
    StoredEntry,
    format_receipt,
    receipt_code,
    write_ledger,
)

OpenObject = Callable[[EntryId], BinaryIO]
Progress = Callable[[int, int], None]


class PackedFile(msgspec.Struct, frozen=True):
    """One file of a package that was written."""

    path: str
    sha256: str
    size: int


class BuiltPackage(msgspec.Struct, frozen=True):
    """A package on disk.

    Attributes:
        path: where it lies.
        sha256: of the zip as read back from the disk.
        size: of the zip in bytes.
        receipt: the code of the entry that sealed the dossier, the last one in it: it covers all that the log holds.
        files: all that is in it, in the order of the zip.
        without_file: exhibits that the dossier names although no file of theirs is in the package.
    """

    path: Path
    sha256: str
    size: int
    receipt: Receipt
    files: tuple[PackedFile, ...]
    without_file: tuple[int, ...]


def build_package(
    chain: Chain,
    entries: Sequence[StoredEntry],
    opened: Collection[tuple[int, str]],
    open_object: OpenObject,
    verifier: VerifierFiles,
    target: Path,
    *,
    replace: bool = False,
    progress: Progress | None = None,
) -> BuiltPackage:
    """Write the package of a dossier that was just sealed, and return what was written.

    Args:
        chain: the evidence chain.
        entries: all its entries up to and including the one that sealed the dossier, as the vault has them.
        opened: the parts, as (seq, name), that the dossier's composition let through (``Dossier.opened``).
        open_object: gives an entry's object as a stream (``Vault.open_object``).
        verifier: the travelling verifiers.
        target: the zip to be written.
        replace: whether a file already at ``target`` may be replaced.
        progress: told (bytes done, bytes in all) between two pieces of the work, while nothing of the vault is held;
            what it raises stops the work and leaves nothing behind.

    Raises:
        UnfitNameError: the system takes no file of that name.
        HandoverError: see app.handover.errors. Errors of ``open_object`` come through as they are.
    """
    if chain.kind is not ChainKind.EVIDENCE or not entries or entries[0].id.chain != chain.id:
        raise DossierEntryError("not the evidence chain")
    contents = choose_contents(entries, opened)
    size = sum(each.size for each in contents.objects)
    if size > MAX_BYTES:
        raise PackageTooLargeError(size, MAX_BYTES)
    if len(contents.objects) > MAX_FILES // 2:
        raise PackageTooLargeError(len(contents.objects), MAX_FILES // 2)
    check_name(target)
    if target.exists() and not replace:
        raise PackageExistsError(target)
    meter = _Meter(size, progress)
    try:
        with write_atomically(target) as file:
            files = _write(file, chain, contents, open_object, verifier, meter)
            sha256, written = _finish(file, meter)
    except UnfitNameError:
        raise
    except OSError as error:
        raise PackageNotWrittenError(target, error.errno) from error
    last = contents.entries[-1]
    receipt = Receipt(last.id.chain, last.id.seq, receipt_code(last.hash))
    return BuiltPackage(target, sha256, written, receipt, files, contents.without_file)


def _write(
    file: BinaryIO,
    chain: Chain,
    contents: Contents,
    open_object: OpenObject,
    verifier: VerifierFiles,
    meter: _Meter,
) -> tuple[PackedFile, ...]:
    head, last = contents.entries[-2:]
    codes = LetterFields(
        folder=package_name(contents.facts.recipient, receipt_code(head.hash)),
        dossier_code=format_receipt(receipt_code(head.hash), head.id.seq),
        last_code=format_receipt(receipt_code(last.hash), last.id.seq),
    )
    objects = {each.path: each for each in contents.objects}
    texts = {
        DANISH_README: fill_letter(verifier.danish_readme, codes),
        ENGLISH_README: fill_letter(verifier.english_readme, codes),
        VERIFY_PY: verifier.verify_py,
        VERIFY_SH: verifier.verify_sh,
    }
    with Archive(file, codes.folder) as archive:
        for path in in_zip_order([*texts, *objects, LEDGER]):
            if path == LEDGER:
                archive.add(path, write_ledger(chain, contents.entries))
            elif path in texts:
                archive.add_bytes(path, texts[path])
            else:
                _add_object(archive, objects[path], open_object, meter)
        payload = {path: size for path, size in archive.sizes.items() if path.startswith("data/")}
        archive.add_bytes(BAG_INFO, bag_info(last, payload))
        archive.add_bytes(BAGIT, BAGIT_TXT)
        archive.add_bytes(MANIFEST, manifest({path: archive.digests[path] for path in payload}))
        archive.add_bytes(TAG_MANIFEST, manifest({path: archive.digests[path] for path in TAGS}))
    return tuple(
        PackedFile(path, digest, archive.sizes[path]) for path, digest in archive.digests.items()
    )


def _add_object(
    archive: Archive, packed: PackedObject, open_object: OpenObject, meter: _Meter
) -> None:
    with open_object(packed.entry) as stream:
        archive.add(packed.path, meter.count(read_slices(stream), packed))
    if (archive.digests[packed.path], archive.sizes[packed.path]) != (packed.sha256, packed.size):
        raise ObjectChangedError(packed.entry)


class _Meter:
    """Counts what was streamed, and stops an object that goes on past its size."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def count(self, slices: Iterator[bytes], packed: PackedObject) -> Iterator[bytes]:
        """Yield the slices, and count them."""
        end = self._done + packed.size
        for data in slices:
            self._done += len(data)
            if self._done > end:
                raise ObjectChangedError(packed.entry)
            self.tell()
            yield data

    def tell(self) -> None:
        """Tell the listener how far it is, which lets others go first."""
        if self._progress is not None:
            self._progress(self._done, self._total)


def _finish(file: BinaryIO, meter: _Meter) -> tuple[str, int]:
    """Flush to the disk, read back what will be sent, and return its SHA-256 and size."""
    flush(file, meter.tell)
    file.seek(0)
    digest, size = hashlib.sha256(), 0
    for data in read_slices(file):
        digest.update(data)
        size += len(data)
        meter.tell()
    return digest.hexdigest(), size
