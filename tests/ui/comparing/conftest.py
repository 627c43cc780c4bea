"""Fixtures: see ``tests/ui/with_a_post.py``."""

from tests.ui.with_a_post import desk, picture

__all__ = ["desk", "picture"]
