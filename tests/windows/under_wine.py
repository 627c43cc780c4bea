"""A plugin of pytest for Windows' Python under Wine 8, which lacks a call of Windows that Python's ``shutil`` makes."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import _winapi

    del _winapi.CopyFile2  # type: ignore[attr-defined]  # typeshed does not have it yet
