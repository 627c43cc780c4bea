"""Packs a folder as a zip whose bytes depend on nothing but the folder and one time."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

from tools.windows.tree import tree_files

_FILE = 0o100644 << 16
_EARLIEST_S = 315_532_800  # 1980, where the times of zip files begin


def pack(tree: Path, top: str, epoch_s: int) -> bytes:
    """Return the folder as a zip.

    Args:
        tree: the folder.
        top: the one folder that the zip unpacks to.
        epoch_s: the time of every file in it.
    """
    when = time.gmtime(max(epoch_s, _EARLIEST_S))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in tree_files(tree):
            member = zipfile.ZipInfo(f"{top}/{name}", when[:6])
            member.create_system = 0
            member.external_attr = _FILE
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, (tree / name).read_bytes())
    return target.getvalue()
