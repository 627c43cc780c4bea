"""What a killed program left goes when the window has come, and nobody waits for it."""

from __future__ import annotations

import threading
from pathlib import Path

from app.settings import default_vault
from app.ui.application import BuiltWindow


def test_a_report_half_made_is_gone_once_the_window_stands(built: BuiltWindow) -> None:
    documents: Path = default_vault().parent.parent
    documents.mkdir(parents=True, exist_ok=True)
    left = documents / ".bevismappe-0123456789abcdef.part"
    left.write_bytes(b"half")
    built.warm_up()
    for thread in threading.enumerate():
        if thread.name == "leftovers":
            thread.join(10)
    assert not left.exists()
