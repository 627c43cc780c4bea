"""The timeline as values: which rows there are, at what time each lies, and which of them are wanted.

The window and the command ``timeline`` show the same rows in the same order; the words are theirs. This file is the
room's only door.
"""

from app.timeline.filters import (
    ANYBODY,
    GROUP_NAMES,
    Filter,
    Group,
    Options,
    lacks_link,
    link_of,
    options_of,
)
from app.timeline.row import EXHIBIT, UNREAD, Row
from app.timeline.rows import (
    TimelineRows,
    Ways,
    all_rows,
    first_look,
    found_rows,
    row_at,
    size,
)

__all__ = [
    "ANYBODY",
    "EXHIBIT",
    "GROUP_NAMES",
    "UNREAD",
    "Filter",
    "Group",
    "Options",
    "Row",
    "TimelineRows",
    "Ways",
    "all_rows",
    "first_look",
    "found_rows",
    "lacks_link",
    "link_of",
    "options_of",
    "row_at",
    "size",
]
