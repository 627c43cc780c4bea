"""The dossier as JSON, by the schema in docs/dossier.schema.json. Pure.

Names are in English and stay; texts are in the dossier's language. Nothing is there that the dossier does not show.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from app.clock import stamp
from app.dossier import Dossier, PrintedExhibit, PrintedRow, PrintedSection
from app.handover.along.source import AlongSource, Changes, FileAlong

SCHEMA = "urn:bevismappe:dossier:1"


def record(source: AlongSource) -> bytes:
    """Return the dossier as UTF-8 JSON with its keys in a fixed order."""
    made = json.dumps(as_values(source), ensure_ascii=False, indent=1)
    return (made + "\n").encode("utf-8", "backslashreplace")


def as_values(source: AlongSource) -> dict[str, Any]:
    """Return what is written."""
    dossier = source.dossier
    return {
        "schema": SCHEMA,
        "language": dossier.language,
        "recipient": dossier.recipient,
        "example": dossier.example,
        "made_at": stamp(dossier.made_at),
        "version": _changes(source.changes),
        "receipt": {"code": dossier.receipt.code, "entry": dossier.receipt.head.seq},
        "title": dossier.cover.title,
        "subtitle": dossier.cover.subtitle,
        "cover": _rows(dossier.cover.rows),
        "summary": {
            "paragraphs": list(dossier.summary.paragraphs),
            "details": _rows(dossier.summary.rows),
        },
        "asks": [each.text for each in dossier.asks],
        "parties": [{"name": each.name, "details": _rows(each.rows)} for each in dossier.parties],
        "timeline": [
            {"when": each.when, "what": each.what, "exhibits": list(each.exhibits)}
            for each in dossier.timeline
        ],
        "incidents": [
            {
                "number": each.number,
                "title": each.title,
                "details": _rows(each.rows),
                "exhibits": list(each.exhibits),
            }
            for each in dossier.incidents
        ],
        "exhibits": [_exhibit(source, each) for each in dossier.exhibits],
        "papers": [
            {
                "number": each.number,
                "name": each.name,
                "what": each.what,
                "entry": each.entry.seq,
                "file": _file(source.shown_file(each.number)),
            }
            for each in dossier.papers
        ],
        "sections": [_section(each) for each in dossier.written],
        **_annex(source, dossier),
    }


def _annex(source: AlongSource, dossier: Dossier) -> dict[str, Any]:
    return {
        "statements": [
            {
                "what": each.what,
                "entry": each.seq,
                "sealed": source.times.get(each.seq, ""),
                "standing": each.standing.value,
            }
            for each in dossier.statements
        ],
        "left_out": [
            {"what": each.what, "why": each.why, "exhibit": each.exhibit or None}
            for each in dossier.omissions
        ],
        "times_that_go_back": list(dossier.clock),
        "guidance": [
            {
                "title": each.title,
                "paragraphs": list(each.paragraphs),
                "source": each.source,
                "care": each.care,
                "doubt": each.doubt,
            }
            for each in dossier.guidance
        ],
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "name": changes.name,
        "before": changes.before or None,
        "added": list(changes.added),
        "removed": list(changes.removed),
        "shown_anew": list(changes.shown_anew),
        "told": list(changes.told),
    }


def _exhibit(source: AlongSource, exhibit: PrintedExhibit) -> dict[str, Any]:
    return {
        "number": exhibit.number,
        "title": exhibit.title,
        "sealed": source.times.get(exhibit.shown.seq, ""),
        "entry": exhibit.shown.seq,
        "original_entry": exhibit.original.seq,
        "covered": exhibit.covered,
        "marked": exhibit.marked,
        "standing": exhibit.standing.value,
        "captions": [{"number": each.number, "text": each.text} for each in exhibit.captions],
        "details": _rows(exhibit.rows),
        "shown": _file(source.shown_file(exhibit.number)),
        "original": _file(source.original_file(exhibit.number)),
    }


def _section(section: PrintedSection) -> dict[str, Any]:
    return {
        "name": section.name,
        "heading": section.heading,
        "things": [
            {"title": each.title, "text": each.text, "details": _rows(each.rows)}
            for each in section.things
        ],
    }


def _file(file: FileAlong | None) -> dict[str, Any] | None:
    if file is None:
        return None
    return {
        "path": file.path,
        "sha256": file.sha256,
        "size": file.size,
        "media_type": file.media_type,
    }


def _rows(rows: Iterable[PrintedRow]) -> list[dict[str, str]]:
    return [{"label": each.label, "value": each.value} for each in rows]
