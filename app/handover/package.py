"""Writes a package: one zip that a stranger can check without us.

Rules:
- Same case, same choices, same verifier: same bytes, whatever the machine, the locale or the hour.
- Objects are streamed and hashed on the way; one that is not what was sealed stops everything.
- Written beside its target, flushed to the disk, read back, then renamed: there is never half a package.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.handover.archive import Archive, read_slices
from app.handover.contents import PackedObject, choose_contents
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
    DOSSIER,
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
from app.handover.sharing_out import (
    END_OF_ZIP,
    LONGEST_BAG_INFO,
    Share,
    member_bytes,
    share_out,
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


class PackageContent(msgspec.Struct, frozen=True):
    """What packages are written from.

    Attributes:
        chain: the evidence chain.
        entries: all its entries up to and including the one that sealed the dossier, as the vault has them.
        opened: the parts, as (seq, name), that the dossier's composition let through (``Dossier.opened``).
        open_object: gives an entry's object as a stream (``Vault.open_object``).
        verifier: the travelling verifiers.
        along: what was written to go along, by its path; the part ``package`` of the last entry lists it.
    """

    chain: Chain
    entries: Sequence[StoredEntry]
    opened: Collection[tuple[int, str]]
    open_object: OpenObject
    verifier: VerifierFiles
    along: Mapping[str, bytes] = {}


def build_package(
    chain: Chain,
    entries: Sequence[StoredEntry],
    opened: Collection[tuple[int, str]],
    open_object: OpenObject,
    verifier: VerifierFiles,
    target: Path,
    *,
    along: Mapping[str, bytes] = {},
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
        along: what was written to go along, by its path; the part ``package`` of the last entry lists it.
        replace: whether a file already at ``target`` may be replaced.
        progress: told (bytes done, bytes in all) between two pieces of the work, while nothing of the vault is held;
            what it raises stops the work and leaves nothing behind.

    Raises:
        UnfitNameError: the system takes no file of that name.
        HandoverError: see app.handover.errors. Errors of ``open_object`` come through as they are.
    """
    content = PackageContent(chain, entries, opened, open_object, verifier, along)
    bag = _Bag(content, progress)
    return bag.build(target, Share(bag.files()), replace=replace)


def build_parts(
    content: PackageContent,
    target: Path,
    part_name: Callable[[int, int], Path],
    limit: int,
    progress: Progress | None = None,
) -> tuple[BuiltPackage, ...]:
    """Write the package shared out over as many zips as are needed, none larger than ``limit`` bytes.

    Each is a complete bag with the same log, dossier and letters, and names which of how many it is. What needs one
    alone is written to ``target``.

    Args:
        content: what they are written from.
        target: the zip, where one is enough.
        part_name: gives the zip of a part by its number and how many there are.
        limit: bytes.
        progress: as for ``build_package``.

    Raises:
        PartTooSmallError: report and log, or one file beside them, are larger than that, or more than 99 parts.
        UnfitNameError, HandoverError: as for ``build_package``; none of the zips is left then.
    """
    bag = _Bag(content, progress)
    shares = share_out(bag.fixed_bytes(), bag.sizes(), limit)
    parts = len(shares)
    targets = [target] if parts == 1 else [part_name(n, parts) for n in range(1, parts + 1)]
    for each in targets:
        check_name(each)
        if each.exists():
            raise PackageExistsError(each)
    built: list[BuiltPackage] = []
    try:
        for number, (each, files) in enumerate(zip(targets, shares, strict=True), 1):
            built.append(bag.build(each, Share(files, number, parts), replace=False))
    except BaseException:
        for done in built:
            done.path.unlink(missing_ok=True)
        raise
    return tuple(built)


class _Bag:
    """What one or several zips are written from, chosen and checked once."""

    def __init__(self, content: PackageContent, progress: Progress | None) -> None:
        chain, entries = content.chain, content.entries
        if chain.kind is not ChainKind.EVIDENCE or not entries or entries[0].id.chain != chain.id:
            raise DossierEntryError("not the evidence chain")
        self._content = content
        self._contents = contents = choose_contents(entries, content.opened)
        made = contents.package.made if contents.package else ()
        logs = (
            {each.path: each.size for each in contents.package.chains} if contents.package else {}
        )
        along = sorted(content.along.items())
        found = [(path, _sha256(data), len(data)) for path, data in along if path not in logs]
        if found != [(each.path, each.sha256, each.size) for each in made]:
            raise DossierEntryError("other files along than are listed")
        if logs != {path: len(data) for path, data in along if path in logs}:
            raise DossierEntryError("other logs along than are listed")
        self._objects = {each.path: each for each in contents.objects}
        size = sum(self.sizes().values())
        if size > MAX_BYTES:
            raise PackageTooLargeError(size, MAX_BYTES)
        if len(self.sizes()) > MAX_FILES // 2:
            raise PackageTooLargeError(len(self.sizes()), MAX_FILES // 2)
        self._meter = _Meter(size, progress)
        head, last = contents.entries[-2:]
        self._codes = LetterFields(
            folder=package_name(contents.facts.recipient, receipt_code(head.hash)),
            dossier_code=format_receipt(receipt_code(head.hash), head.id.seq),
            last_code=format_receipt(receipt_code(last.hash), last.id.seq),
        )
        verifier = content.verifier
        self._texts = {
            DANISH_README: fill_letter(verifier.danish_readme, self._codes),
            ENGLISH_README: fill_letter(verifier.english_readme, self._codes),
            VERIFY_PY: verifier.verify_py,
            VERIFY_SH: verifier.verify_sh,
        }

    def sizes(self) -> dict[str, int]:
        """Return the bytes of all that is shared out and of the dossier, by path."""
        sizes = {path: each.size for path, each in self._objects.items()}
        return {**sizes, **{path: len(data) for path, data in self._content.along.items()}}

    def files(self) -> frozenset[str]:
        """Return what lies in one package that holds all."""
        return frozenset(self.sizes()) - {DOSSIER}

    def fixed_bytes(self) -> int:
        """Return at most how large a zip is that holds none of the files that are shared out."""
        ledger = sum(map(len, write_ledger(self._content.chain, self._contents.entries)))
        known = {path: len(data) for path, data in self._texts.items()}
        known |= {LEDGER: ledger, DOSSIER: self._objects[DOSSIER].size}
        known |= {BAG_INFO: LONGEST_BAG_INFO, BAGIT: len(BAGIT_TXT), MANIFEST: 0, TAG_MANIFEST: 0}
        return END_OF_ZIP + sum(member_bytes(path, size) for path, size in known.items())

    def build(self, target: Path, share: Share, *, replace: bool) -> BuiltPackage:
        """Write one zip."""
        check_name(target)
        if target.exists() and not replace:
            raise PackageExistsError(target)
        try:
            with write_atomically(target) as file:
                files = self._write(file, share)
                sha256, written = _finish(file, self._meter)
        except UnfitNameError:
            raise
        except OSError as error:
            raise PackageNotWrittenError(target, error.errno) from error
        last = self._contents.entries[-1]
        receipt = Receipt(last.id.chain, last.id.seq, receipt_code(last.hash))
        return BuiltPackage(target, sha256, written, receipt, files, self._contents.without_file)

    def _write(self, file: BinaryIO, share: Share) -> tuple[PackedFile, ...]:
        contents, along = self._contents, self._content.along
        form = 1 if contents.package is None else 2
        with Archive(file, self._codes.folder) as archive:
            for path in in_zip_order([*self._texts, *share.files, DOSSIER, LEDGER]):
                if path == LEDGER:
                    archive.add(path, write_ledger(self._content.chain, contents.entries))
                elif path in self._texts or path in along:
                    archive.add_bytes(path, self._texts.get(path) or along[path])
                else:
                    _add_object(
                        archive, self._objects[path], self._content.open_object, self._meter
                    )
            payload = {
                path: size for path, size in archive.sizes.items() if path.startswith("data/")
            }
            count = (share.number, share.parts)
            info = bag_info(contents.entries[-1], payload, form=form, count=count)
            archive.add_bytes(BAG_INFO, info)
            archive.add_bytes(BAGIT, BAGIT_TXT)
            archive.add_bytes(MANIFEST, manifest({path: archive.digests[path] for path in payload}))
            archive.add_bytes(
                TAG_MANIFEST, manifest({path: archive.digests[path] for path in TAGS})
            )
        return tuple(
            PackedFile(path, digest, archive.sizes[path])
            for path, digest in archive.digests.items()
        )


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


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
            self._progress(min(self._done, self._total), self._total)


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
