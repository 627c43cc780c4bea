from __future__ import annotations

from tests.cases import case, vault

__all__ = ["case", "vault"]
