"""Which file of this folder reads what is no picture; none is loaded before it is wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _pages() -> Any:  # noqa: ANN401  (a module with load and read)
    from . import pages

    return pages


def _exports() -> Any:  # noqa: ANN401
    from . import exports

    return exports


def _mail() -> Any:  # noqa: ANN401
    from . import mail

    return mail


def _outlook() -> Any:  # noqa: ANN401
    from . import outlook

    return outlook


def _web() -> Any:  # noqa: ANN401
    from . import web

    return web


def _recognise() -> Any:  # noqa: ANN401
    from . import recognise

    return recognise


def _squares() -> Any:  # noqa: ANN401
    from . import squares

    return squares


def _one_page() -> Any:  # noqa: ANN401
    from . import one_page

    return one_page


FILM = "film"
"""In the place of a media type: see a film through questions and answers."""


def films() -> Any:  # noqa: ANN401
    """Return the module that sees films."""
    from . import film_orders

    return film_orders


READERS: dict[str, Callable[[], Any]] = {
    "application/pdf": _pages,
    "message/rfc822": _mail,
    "multipart/related": _mail,
    "text/html": _web,
    "text/plain": _exports,
    "application/zip": _exports,
    "application/x-ole-storage": _outlook,
    "application/x-bevismappe-pixels": _recognise,
    "application/x-bevismappe-squares": _squares,
    "application/x-bevismappe-page": _one_page,
}
"""By media type, what returns the module with ``load(...)`` and ``read(untrusted)``, an Answer or an exit code."""
