"""The case's own name, and whose dossier it is: of each, the newest one stands."""

from __future__ import annotations

from app.casework.kind import Single, read_facts
from app.casework.part import Part
from app.casework.versions import Version, version_of
from app.language import deferred
from evidence_store import EntryId


class CaseFacts(Part, frozen=True, kw_only=True, tag="case"):
    """The case's own name (``case.title``) and the person's own reference."""

    title: str = ""
    local_ref: str = ""
    corrects: EntryId | None = None


class Author(Part, frozen=True, kw_only=True, tag="author"):
    """Whose dossier it is: printed on covers, so it is evidence and not a setting."""

    name: str = ""
    job_title: str = ""
    workplace: str = ""
    corrects: EntryId | None = None


CASE: Single[Version[CaseFacts]] = Single(
    tag="case",
    name=deferred("case title"),
    parts={"facts": CaseFacts},
    searched={"facts": ("title", "local_ref")},
    make=lambda entry: version_of(entry, read_facts(entry, CaseFacts)),
    is_thing=False,
    brief=lambda named, _: named.value.title,
)
AUTHOR: Single[Version[Author]] = Single(
    tag="author",
    name=deferred("name and workplace"),
    parts={"facts": Author},
    searched={"facts": ("name", "job_title", "workplace")},
    make=lambda entry: version_of(entry, read_facts(entry, Author)),
    is_thing=False,
    brief=lambda named, _: named.value.name,
)
