"""A copy elsewhere: each entry in an encrypted file of its own, whole copies now and then, and a vault made of them.

Bytes and rules: docs/format.md, "A copy elsewhere". This file is the door.
"""

from typing import TYPE_CHECKING

from app.lazily import when_asked

if TYPE_CHECKING:
    from app.elsewhere.errors import (
        CopyAwayError,
        CopyFolderError,
        CopyFormError,
        CopyKeyError,
        ElsewhereError,
        NothingToRestoreError,
        NoWholeCopyError,
        OtherKeyError,
    )
    from app.elsewhere.file_form import CopyHeader, CopyKind
    from app.elsewhere.keys import new_key, public_half
    from app.elsewhere.restoring import Restored, check_copy, restore
    from app.elsewhere.sealed_file import new_id
    from app.elsewhere.writing import FOLDER, drop_older, write_copy
else:
    __getattr__ = when_asked(
        __name__,
        {
            "errors": (
                "CopyAwayError",
                "CopyFolderError",
                "CopyFormError",
                "CopyKeyError",
                "ElsewhereError",
                "NothingToRestoreError",
                "NoWholeCopyError",
                "OtherKeyError",
            ),
            "file_form": ("CopyHeader", "CopyKind"),
            "keys": ("new_key", "public_half"),
            "restoring": ("Restored", "check_copy", "restore"),
            "sealed_file": ("new_id",),
            "writing": ("FOLDER", "drop_older", "write_copy"),
        },
    )

__all__ = [
    "FOLDER",
    "CopyAwayError",
    "CopyFolderError",
    "CopyFormError",
    "CopyHeader",
    "CopyKeyError",
    "CopyKind",
    "ElsewhereError",
    "NoWholeCopyError",
    "NothingToRestoreError",
    "OtherKeyError",
    "Restored",
    "check_copy",
    "drop_older",
    "new_id",
    "new_key",
    "public_half",
    "restore",
    "write_copy",
]
