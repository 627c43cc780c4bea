"""Loads the library when it is asked for. There is no wheel of it for Windows on ARM."""

from __future__ import annotations

from types import ModuleType

from app.envelope.errors import EnvelopesUnsupportedError


def library() -> ModuleType:
    """Return the library. Raises EnvelopesUnsupportedError where there is none."""
    try:
        import pyrage
    except ImportError as error:
        raise EnvelopesUnsupportedError from error
    module: ModuleType = pyrage
    return module
