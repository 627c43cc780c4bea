"""Reads single files of packages that came in, by their known names. Nothing is unpacked, nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.handover.archive import SLICE
from app.handover.errors import PackageUnreadableError
from app.handover.folder_tree import FolderTree
from app.handover.layout import is_known
from app.handover.tree import PackageTree, UnreadablePackageError
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
    return b"".join(read_pieces(paths, member, most))


def size_of_member(paths: Sequence[Path], member: str, most: int) -> int:
    """Return how many bytes a file of a package has. Arguments and errors as of ``read_member``."""
    with _found(paths, member, most) as tree:
        return tree.files[member]


def read_pieces(paths: Sequence[Path], member: str, most: int) -> Iterator[bytes]:
    """Give a file of a package piece by piece. Arguments and errors as of ``read_member``."""
    with _found(paths, member, most) as tree:
        left = tree.files[member]
        try:
            with tree.open(member) as stream:
                while left and (piece := stream.read(min(SLICE, left))):
                    left -= len(piece)
                    yield piece
        except OSError as error:
            raise PackageUnreadableError(member) from error


@contextmanager
def _found(paths: Sequence[Path], member: str, most: int) -> Iterator[PackageTree]:
    """Open the first of the parts that has a file."""
    for path in paths:
        try:
            tree = FolderTree(path) if path.is_dir() else ZipTree(path)
        except (UnreadablePackageError, OSError) as error:
            raise PackageUnreadableError(member) from error
        try:
            if is_known(member, tree.form) and tree.files.get(member, most + 1) <= most:
                yield tree
                return
        finally:
            tree.close()
    raise PackageUnreadableError(member)
