"""What a finding or a check means, in a few words."""

from __future__ import annotations

FINDINGS: dict[str, str] = {}
CHECKS: dict[str, str] = {}
