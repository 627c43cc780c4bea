"""The timeline as values: which rows there are, at what time each lies, and which of them are wanted.

The window and the command ``timeline`` show the same rows in the same order; the words are theirs. The incidents alone,
with what belongs to each, are a list of their own. This file is the room's only door.
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
from app.timeline.gaps import Gaps, read_gaps
from app.timeline.incidents import (
    NOBODY_TOLD,
    SOMEBODY_TOLD,
    IncidentOrder,
    Related,
    Relation,
    WantedIncidents,
    happened_at,
    has_no_link,
    incidents_of,
    related_to,
    roles_told,
    steps_about,
    title_and_day,
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
    "NOBODY_TOLD",
    "SOMEBODY_TOLD",
    "UNREAD",
    "Filter",
    "Gaps",
    "Group",
    "IncidentOrder",
    "Options",
    "Related",
    "Relation",
    "Row",
    "TimelineRows",
    "WantedIncidents",
    "Ways",
    "all_rows",
    "first_look",
    "found_rows",
    "happened_at",
    "has_no_link",
    "incidents_of",
    "lacks_link",
    "link_of",
    "options_of",
    "read_gaps",
    "related_to",
    "roles_told",
    "row_at",
    "size",
    "steps_about",
    "title_and_day",
]
