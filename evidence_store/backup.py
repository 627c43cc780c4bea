"""Copies of a vault: an encrypted one, verified before it gets its name, and a plain one readable by anybody."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

from atomic_file import (
    check_name,
    flush,
    new_file,
    part_beside,
    sweep_beside,
    sync_file,
    sync_folder,
)
from evidence_store import objects
from evidence_store.connection import OpenedFile
from evidence_store.entries import ChainKind
from evidence_store.errors import VaultExistsError, VaultMissingError
from evidence_store.fault_translation import os_errors_as_ours
from evidence_store.heads import HeldHeads
from evidence_store.ledger_text import LedgerChain, write_ledger
from evidence_store.report import Report
from evidence_store.staging import Using
from evidence_store.vault_reader import VaultReader
from evidence_store.verifying import Progress, verify_vault


def back_up(
    using: Using,
    open_copy: Callable[[Path], OpenedFile],
    target: Path,
    held: HeldHeads | None,
    progress: Progress | None = None,
) -> Report:
    """Write a whole copy beside the target, sync it, verify it, and give it its name. Return the report on the copy.

    Args:
        using: gives the vault's connection.
        open_copy: opens a copy under the vault's own key.
        target: where the copy goes; nothing may be there.
        held: what head memory knows.
        progress: told between the slices in which the copy is verified.
    """
    check_name(target)
    if target.exists():
        raise VaultExistsError(target)
    with os_errors_as_ours(target):
        sweep_beside(target, "new")
        # Made by us first, so that nobody else can read it; VACUUM INTO takes an empty file.
        with part_beside(target, "new") as fresh:
            with using() as db:
                db.execute("VACUUM INTO ?", (str(fresh.absolute()),))
            sync_file(fresh)
            report = _verify_copy(open_copy, fresh, held, progress)
            if target.exists():
                raise VaultExistsError(target)
            fresh.rename(target)
            sync_folder(target.parent)
    return report


def _verify_copy(
    open_copy: Callable[[Path], OpenedFile],
    copy: Path,
    held: HeldHeads | None,
    progress: Progress | None,
) -> Report:
    opened = open_copy(copy)
    try:
        return verify_vault(lambda: nullcontext(opened.db), held, progress=progress)
    finally:
        opened.db.close()


def back_up_plain(
    vault: VaultReader, vault_id: str, format_version: int, folder: Path, verifier: bytes
) -> None:
    """Write ledgers, objects and the verifier as plain files.

    ``chains.txt`` lists the chains, ``ledger/CHAIN.txt`` are their texts, ``objects/CHAIN/SEQ.bin`` the bytes, and
    ``SHA256SUMS`` covers all of it for ``sha256sum -c``. A copy that fails leaves nothing behind.
    """
    check_name(folder)
    with os_errors_as_ours(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise VaultExistsError(folder)
        if not folder.parent.is_dir():
            raise VaultMissingError(folder)
        fresh = not folder.exists()
        folder.mkdir(mode=0o700, exist_ok=True)
        try:
            first = f"bevismappe/plain/1 {format_version} {vault_id}\n"
            _write_plain(vault, first, _PlainFolder(folder), verifier)
        except BaseException:
            # Half a copy looks like a whole one; what is in the folder is all ours.
            _remove_contents(folder)
            if fresh:
                folder.rmdir()
            raise


def _write_plain(
    vault: VaultReader, first_line: str, written: _PlainFolder, verifier: bytes
) -> None:
    written.put("verify.py", iter([verifier]))
    lines = [first_line]
    for chain in vault.chains():
        lines.append(f"chain {chain.id} {chain.kind} case {chain.case_id}\n")
        foreign = chain.kind is ChainKind.FOREIGN
        # The text of somebody else's chain says what it is to them.
        named = LedgerChain(chain.id, ChainKind.EVIDENCE) if foreign else chain
        entries = vault.entries(chain.id)
        written.put(f"ledger/{chain.id}.txt", write_ledger(named, entries))
        if foreign:
            continue  # its files are not here
        for entry in vault.entries(chain.id):
            if objects.object_facts(entry) is not None:
                with vault.open_object(entry.id) as source:
                    name = f"objects/{chain.id}/{entry.id.seq}.bin"
                    written.put(name, iter(lambda: source.read(objects.CHUNK_BYTES), b""))
    written.put("chains.txt", (line.encode("ascii") for line in lines))
    written.finish()


def _remove_contents(folder: Path) -> None:
    for made in folder.iterdir():
        if made.is_dir() and not made.is_symlink():
            shutil.rmtree(made)
        else:
            made.unlink()


class _PlainFolder:
    """A folder of plain files: notes the hash of each on the way, and syncs it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sums: list[str] = []

    def put(self, name: str, pieces: Iterator[bytes]) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        digest = hashlib.sha256()
        with new_file(path) as file:
            for piece in pieces:
                file.write(piece)
                digest.update(piece)
            flush(file)
        self._sums.append(f"{digest.hexdigest()}  {name}\n")

    def finish(self) -> None:
        sums = sorted(self._sums, key=lambda line: line[66:])
        self.put("SHA256SUMS", (line.encode("ascii") for line in sums))
        sync_folder(self._folder)
