"""Reads single files of packages that came in, by their known names. Nothing is unpacked, nothing is judged."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.handover.errors import PackageUnreadableError
from app.handover.folder_tree import FolderTree
from app.handover.layout import is_known
from app.handover.tree import UnreadablePackageError
from app.handover.zip_tree import ZipTree


def read_member(paths: Sequence[Path], member: str, most: int) -> bytes:
    """Return a file of a package, from the first of its parts that has it.

    Args:
        paths: the package, or its parts: zips or folders.
        member: a name that packages may hold.
        most: the most bytes that are read.

    Raises:
        PackageUnreadableError: none of them has it, it is larger, or they cannot be read.
    """
    for path in paths:
        try:
            tree = FolderTree(path) if path.is_dir() else ZipTree(path)
        except (UnreadablePackageError, OSError) as error:
            raise PackageUnreadableError(member) from error
        try:
            if is_known(member, tree.form) and tree.files.get(member, most + 1) <= most:
                with tree.open(member) as stream:
                    return stream.read(most)
        except OSError as error:
            raise PackageUnreadableError(member) from error
        finally:
            tree.close()
    raise PackageUnreadableError(member)
