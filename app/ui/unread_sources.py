"""PySide reads the source of every module that is loaded after it, to see whether that uses Qt: we need none of it.

It does so for its switch between two ways of naming (``from __feature__ import …``), which is used nowhere here. It
took 12 ms of each start. Where another version of PySide has no such thing, nothing is done.
"""

from __future__ import annotations

import sys


def read_no_sources() -> None:
    """Load PySide, and let it note nothing of the modules that come after it."""
    import PySide6.QtCore  # noqa: F401 - loaded for its effect

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "feature_imported"):
        setattr(feature, "feature_imported", lambda _module: None)  # noqa: B010 - it has no types
