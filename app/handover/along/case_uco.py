"""The files of the dossier as CASE/UCO in JSON-LD, for tools that forensic examiners use. Pure.

Only what the log shows of the files that travel: which exhibit, when it was sealed, what the file is, its SHA-256, and
what was made of what. Source: CASE 1.5 (caseontology.org), whose names are written out here; nothing is
asked for over the network.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID, uuid5

from app.dossier import PrintedExhibit
from app.handover.along.source import AlongSource, FileAlong
from app.language import Language

_SPACE = UUID("0d6a3f0e-5a55-4f5b-8d3f-6b9f6d1f2c11")
_CONTEXT = {
    "kb": "urn:bevismappe:",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
    "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
    "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def case_uco(source: AlongSource, language: Language) -> bytes:
    """Return the graph as JSON-LD."""
    made = {"@context": _CONTEXT, "@graph": _Graph(source, language).things()}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode(
        "utf-8", "backslashreplace"
    )


class _Graph:
    """One graph: every id follows from the chain and the place in it, so that the same case gives the same bytes."""

    def __init__(self, source: AlongSource, language: Language) -> None:
        self._source, self._language = source, language
        self._chain = source.dossier.receipt.head.chain

    def things(self) -> list[dict[str, Any]]:
        """Return the bundle first, then what it holds."""
        held: list[dict[str, Any]] = []
        for exhibit in self._source.dossier.exhibits:
            held += self._exhibit(exhibit)
        for paper in self._source.dossier.papers:
            file = self._source.shown_file(paper.number)
            if file is not None:
                held += self._of_file(file, paper.entry.seq, paper.name)
        bundle = {
            "@id": self._id("bundle", self._source.dossier.receipt.head.seq),
            "@type": "uco-core:Bundle",
            "uco-core:name": self._source.dossier.cover.title,
            "uco-core:description": self._language.text("Files of a dossier made with Bevismappe"),
            "uco-core:object": [{"@id": each["@id"]} for each in held],
        }
        return [bundle if held else {key: bundle[key] for key in list(bundle)[:4]}, *held]

    def _exhibit(self, exhibit: PrintedExhibit) -> list[dict[str, Any]]:
        name = self._language.text("Exhibit {number}", number=exhibit.number)
        made: list[dict[str, Any]] = []
        files = (
            (self._source.original_file(exhibit.number), exhibit.original.seq),
            (self._source.shown_file(exhibit.number), exhibit.shown.seq),
        )
        here = [(file, seq) for file, seq in files if file is not None]
        for file, seq in here:
            made += self._of_file(file, seq, name)
        if len(here) > 1:
            made.append(
                self._related(
                    self._id("file", exhibit.shown.seq), self._id("file", exhibit.original.seq)
                )
            )
        clip, entry = self._source.clip_file(exhibit.number), exhibit.clip
        if clip is not None and entry is not None:
            made += self._of_file(clip, entry.seq, name)
            if any(seq == exhibit.original.seq for _, seq in here):
                of = self._id("file", exhibit.original.seq)
                made.append(self._related(self._id("file", entry.seq), of))
        return made

    def _of_file(self, file: FileAlong, seq: int, name: str) -> list[dict[str, Any]]:
        id, time = self._id("file", seq), self._source.times.get(seq, "")
        observable = {
            "@id": id,
            "@type": "uco-observable:File",
            "uco-core:hasFacet": [
                {
                    "@id": self._id("file-facet", seq),
                    "@type": "uco-observable:FileFacet",
                    "uco-observable:fileName": file.path.rpartition("/")[2],
                    "uco-observable:filePath": file.path,
                    "uco-observable:sizeInBytes": file.size,
                },
                {
                    "@id": self._id("content-facet", seq),
                    "@type": "uco-observable:ContentDataFacet",
                    "uco-observable:mimeType": file.media_type,
                    "uco-observable:sizeInBytes": file.size,
                    "uco-observable:hash": {
                        "@id": self._id("hash", seq),
                        "@type": "uco-types:Hash",
                        "uco-types:hashMethod": "SHA256",
                        "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": file.sha256},
                    },
                },
            ],
        }
        record = {
            "@id": self._id("record", seq),
            "@type": "case-investigation:ProvenanceRecord",
            "uco-core:name": name,
            "uco-core:description": self._language.text("Entry {seq} of the log", seq=seq),
            "case-investigation:exhibitNumber": str(file.number),
            "uco-core:object": {"@id": id},
        }
        if time:
            record["uco-core:objectCreatedTime"] = {"@type": "xsd:dateTime", "@value": time}
        return [observable, record]

    def _related(self, copy: str, original: str) -> dict[str, Any]:
        return {
            "@id": f"kb:relationship-{uuid5(_SPACE, copy + original)}",
            "@type": "uco-observable:ObservableRelationship",
            "uco-core:source": {"@id": copy},
            "uco-core:target": {"@id": original},
            "uco-core:kindOfRelationship": "Derived_From",
            "uco-core:isDirectional": True,
        }

    def _id(self, kind: str, seq: int) -> str:
        return f"kb:{kind}-{uuid5(_SPACE, f'{self._chain} {seq} {kind}')}"
