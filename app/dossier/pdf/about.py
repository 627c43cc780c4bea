"""What a file says of itself: PDF/A-3b and PDF/UA-1, its title and language, its colours, and the files within it.

Nothing of the machine, the program or the day: the title is all. ``Attached`` files are part of what is archived.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple
from xml.sax.saxutils import escape

from app.dossier.pdf.colour import srgb_profile
from app.dossier.pdf.file import PdfFile
from app.dossier.pdf.syntax import name, text_string


class Relation(StrEnum):
    """What a file within the file is to it (ISO 19005-3, 6.8)."""

    DATA = "Data"
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


class Attached(NamedTuple):
    """A file within the file.

    Attributes:
        name: of the file, plain ASCII.
        media_type: such as text/plain.
        data: its bytes.
        told: what it is, in the reader's language.
        relation: what it is to the pages.
    """

    name: str
    media_type: str
    data: bytes
    told: str
    relation: Relation = Relation.DATA


class About(NamedTuple):
    """What the file says of itself: nothing of the machine or the program's surroundings.

    Attributes:
        title: shown in the reader's title bar.
        language: of all its texts.
        attached: files within the file.
        made_at: the time that attached files carry; None where there are none.
    """

    title: str
    language: str
    attached: tuple[Attached, ...] = ()
    made_at: datetime | None = None


def put_about(file: PdfFile, about: About, title: str) -> tuple[str, int]:
    """Write it; return what the catalogue says of it, and the number of the old kind of information.

    ``title`` is the title on one line.
    """
    metadata = file.stream(
        file.reserve(), "/Type/Metadata/Subtype/XML", _xmp(title).encode(), packed=False
    )
    profile = file.stream(file.reserve(), "/N 3", srgb_profile())
    intent = file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
        f"/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)/DestOutputProfile {profile} 0 R>>"
    )
    info = file.add(f"<</Title{text_string(title)}>>" if title else "<<>>")
    said = (
        f"/Metadata {metadata} 0 R/OutputIntents[{intent} 0 R]/Lang({about.language})"
        "/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>"
    )
    return said + _attached(file, about.attached, about.made_at), info


def _attached(file: PdfFile, attached: Sequence[Attached], made_at: datetime | None) -> str:
    if not attached or made_at is None:
        return ""
    day = f"(D:{made_at:%Y%m%d%H%M%S}Z)"
    listed: list[tuple[str, int]] = []
    for each in attached:
        digest = hashlib.md5(each.data, usedforsecurity=False).hexdigest()
        embedded = file.stream(
            file.reserve(),
            f"/Type/EmbeddedFile/Subtype{name(each.media_type)}"
            f"/Params<</Size {len(each.data)}/ModDate{day}/CheckSum<{digest}>>>",
            each.data,
        )
        title = text_string(each.name)
        specification = file.add(
            f"<</Type/Filespec/F{title}/UF{title}/Desc{text_string(each.told)}"
            f"/AFRelationship/{each.relation.value}/EF<</F {embedded} 0 R/UF {embedded} 0 R>>>>"
        )
        listed.append((each.name, specification))
    files = " ".join(f"{at} 0 R" for _, at in listed)
    names = " ".join(f"{text_string(title)} {at} 0 R" for title, at in sorted(listed))
    return f"/AF[{files}]/Names<</EmbeddedFiles<</Names[{names}]>>>>"


def _xmp(title: str) -> str:
    told = f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
    return _XMP.replace("@TITLE@", told if title else "")


# The second description says what pdfuaid is: PDF/A asks that of every schema it does not know itself.
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
@TITLE@
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file is built to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""
