"""What is known of a dossier once it is a file."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Rendered(msgspec.Struct, frozen=True):
    """A dossier on disk.

    Attributes:
        pages: how many.
        size: in bytes.
        sha256: of the whole file.
        places: on which page, from 0, what has a name of its own begins: a section by its name, an exhibit by
            ``exhibit_place``.
    """

    pages: int
    size: int
    sha256: str
    places: Mapping[str, int] = {}
