"""Tests here begin with a case that has one picture, and may have a post that it shows."""

from __future__ import annotations

from tests.ui.with_a_post import desk, picture, post

__all__ = ["desk", "picture", "post"]
