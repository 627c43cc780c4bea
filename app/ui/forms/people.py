"""A warning before a citizen's number is written down. No Qt."""

from __future__ import annotations

import re

# Day and month first, as a CPR number begins; with or without the hyphen.
_CPR = re.compile(
    r"(?<![0-9])(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])[0-9]{2}[- ]?[0-9]{4}(?![0-9])"
)


def looks_like_cpr(text: str) -> bool:
    """Whether something in the text has the form of a CPR number."""
    return _CPR.search(text) is not None
