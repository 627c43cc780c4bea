"""``python -m tools.windows``: build Bevismappe for Windows into dist/windows/."""

from __future__ import annotations

from tools.windows.build import build

build()
