"""The window of ``tests/e2e/window``, for the scene that is played in it."""

from __future__ import annotations

from tests.e2e.window.conftest import application, built, shown

__all__ = ["application", "built", "shown"]
