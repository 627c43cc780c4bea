"""Loads the library that encrypts when it is asked for. There is no wheel of it for Windows on ARM."""

from __future__ import annotations

from types import ModuleType

from app.elsewhere.errors import NoCopiesHereError


def library() -> ModuleType:
    """Return the library. Raises NoCopiesHereError where there is none."""
    try:
        import pyrage
    except ImportError as error:
        raise NoCopiesHereError from error
    module: ModuleType = pyrage
    return module
