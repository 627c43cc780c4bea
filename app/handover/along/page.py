"""data/index.html: what lies in the package, to look at in any browser. It asks for nothing over the network. Pure.

Rules:
- No script, no form, no address outside the package; a policy in the page says so to the browser.
- Every text is escaped and cannot turn its neighbours round; links that were written down stand as text.
- A file is linked by the name that it has in the package; a picture is shown where browsers can.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from html import escape

from app.dossier import Dossier, PrintedRow, Section
from app.handover.along.page_look import STYLE
from app.handover.along.source import AlongSource, Changes, FileAlong
from app.inert import shown
from app.language import Language
from evidence_store import format_receipt

_SEEN_IN_BROWSERS = frozenset({"image/gif", "image/jpeg", "image/png", "image/webp"})
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    "default-src 'none'; img-src 'self' file:; "
    f"style-src 'sha256-{_STYLE_HASH}'; media-src 'self' file:; base-uri 'none'; form-action 'none'"
)
"""What a browser lets a page of a package do: show pictures and films beside it, and nothing else."""


def page(source: AlongSource, tables: Sequence[str], language: Language) -> bytes:
    """Return the page.

    Args:
        source: what is shown.
        tables: the paths of the tables that lie in the package.
        language: that of the dossier.
    """
    made = "\n".join(_Page(source, tables, language).lines())
    return (made + "\n").encode("utf-8", "xmlcharrefreplace")


def _words(text: str) -> str:
    return escape(shown(text))


def _link(path: str, words: str) -> str:
    """Return a link from the page, which lies in ``data/``, to a file of the package."""
    here = path.removeprefix("data/") if path.startswith("data/") else f"../{path}"
    return f'<a href="{escape(here)}">{_words(words)}</a>'


class _Page:
    """Its pieces, from the top down."""

    def __init__(self, source: AlongSource, tables: Sequence[str], language: Language) -> None:
        self._source, self._tables, self._language = source, tables, language
        self._dossier: Dossier = source.dossier
        self._numbers = {each.number for each in source.dossier.exhibits}

    def lines(self) -> Iterable[str]:
        """Yield the page line by line."""
        dossier, text = self._dossier, self._language.text
        yield "<!doctype html>"
        yield f'<html lang="{dossier.language}"><head><meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield '<meta name="referrer" content="no-referrer">'
        yield f"<title>{_words(dossier.cover.title)}</title><style>{STYLE}</style></head><body><main>"
        if dossier.example:
            yield f'<p class="quiet">{_words(text("Example. All of it is made up."))}</p>'
        yield f'<p class="quiet">{_words(dossier.cover.kicker)}</p>'
        yield f"<h1>{_words(dossier.cover.title)}</h1>"
        yield f'<p class="quiet">{_words(dossier.cover.subtitle)}</p>'
        yield _rows(dossier.cover.rows)
        yield from self._files()
        yield from self._version(self._source.changes)
        yield from self._what_happened()
        yield from self._exhibits()
        yield from self._written()
        yield from self._left_out()
        yield from self._checking()
        yield "</main></body></html>"

    def _files(self) -> Iterable[str]:
        text = self._language.text
        yield f"<h2>{_words(text('In this package'))}</h2><ul>"
        yield f"<li>{_link('data/dossier.pdf', text('The report (PDF)'))}</li>"
        for path in self._tables:
            yield f"<li>{_link(path, self._table_name(path))}</li>"
        yield f"<li>{_link('data/ledger/evidence.txt', text('The log'))}</li></ul>"
        if self._source.divided:
            said = text(
                "The package is shared out over several parts. A file that is not here lies in another part."
            )
            yield f'<p class="card said">{_words(said)}</p>'

    def _table_name(self, path: str) -> str:
        text = self._language.text
        names = {
            "data/tables/exhibits.csv": text("The exhibits as a table (CSV)"),
            "data/tables/events.csv": text("What happened as a table (CSV)"),
            "data/tables/records.csv": text("Everything told as a table (CSV)"),
            "data/tables/dossier.json": text("Everything told, for programs (JSON)"),
            "data/tables/files.jsonld": text("The files, for technical examiners (CASE/UCO)"),
        }
        return names[path]

    def _version(self, changes: Changes) -> Iterable[str]:
        text = self._language.text
        yield f"<h2>{_words(text('Version {name}', name=changes.name))}</h2>"
        if not changes.before:
            yield f"<p>{_words(text('This is the first version.'))}</p>"
            return
        said = changes_in_words(changes, self._language)
        yield f"<p>{_words(text('Since version {name}:', name=changes.before))}</p>"
        yield from _list(said)

    def _what_happened(self) -> Iterable[str]:
        dossier, text = self._dossier, self._language.text
        if dossier.summary.paragraphs or dossier.summary.rows:
            yield f"<h2>{_words(text('Summary'))}</h2>"
            yield from (f"<p>{_words(each)}</p>" for each in dossier.summary.paragraphs)
            yield _rows(dossier.summary.rows)
        if dossier.asks:
            yield f"<h2>{_words(text('What I ask for'))}</h2>"
            yield from _list(each.text for each in dossier.asks)
        if dossier.parties:
            yield f"<h2>{_words(text('Parties'))}</h2>"
            for party in dossier.parties:
                yield f'<section class="card"><h3>{_words(party.name)}</h3>{_rows(party.rows)}</section>'
        if dossier.timeline:
            yield f"<h2>{_words(text('Timeline'))}</h2><table><thead><tr>"
            heads = (text("When"), text("What"), text("Exhibits"))
            yield "".join(f'<th scope="col">{_words(each)}</th>' for each in heads)
            yield "</tr></thead><tbody>"
            for item in dossier.timeline:
                cells = (_words(item.when), _words(item.what), self._to_exhibits(item.exhibits))
                yield f"<tr>{''.join(f'<td>{each}</td>' for each in cells)}</tr>"
            yield "</tbody></table>"
        if dossier.incidents:
            yield f"<h2>{_words(text('Incidents'))}</h2>"
            for incident in dossier.incidents:
                name = text("Incident {number}", number=incident.number)
                yield f'<section class="card"><h3>{_words(f"{name} · {incident.title}")}</h3>'
                yield _rows(incident.rows)
                if incident.exhibits:
                    shown_by = self._to_exhibits(incident.exhibits)
                    yield f"<p>{_words(text('Exhibits'))}: {shown_by}</p>"
                yield "</section>"

    def _to_exhibits(self, numbers: Iterable[int]) -> str:
        known = self._numbers
        return ", ".join(
            f'<a href="#exhibit-{number}">{number}</a>' if number in known else str(number)
            for number in numbers
        )

    def _exhibits(self) -> Iterable[str]:
        dossier, text = self._dossier, self._language.text
        if dossier.exhibits:
            yield f"<h2>{_words(text('Exhibits'))}</h2>"
        for exhibit in dossier.exhibits:
            name = text("Exhibit {number}", number=exhibit.number)
            title = f"{name} · {exhibit.title}"
            yield f'<section class="card" id="exhibit-{exhibit.number}"><h3>{_words(title)}</h3>'
            file = self._source.shown_file(exhibit.number)
            original = self._source.original_file(exhibit.number)
            clip = self._source.clip_file(exhibit.number)
            if file is not None:
                yield from self._picture(file, title)
            if clip is not None:
                yield from self._film(clip, title)
            if exhibit.captions:
                yield from _list([f"{each.number}. {each.text}" for each in exhibit.captions])
            yield _rows(exhibit.rows)
            ways = [] if file is None else [_link(file.path, text("Open the file"))]
            ways += [] if original is None else [_link(original.path, text("Open the original"))]
            ways += [] if clip is None else [_link(clip.path, text("Open the covered clip"))]
            yield f"<p>{' · '.join(ways) or _words(text('The file does not go along.'))}</p></section>"
        for paper in dossier.papers:
            file = self._source.shown_file(paper.number)
            yield f'<section class="card"><h3>{_words(f"{paper.name} · {paper.what}")}</h3>'
            if file is not None:
                yield f"<p>{_link(file.path, text('Open the file'))}</p>"
            yield "</section>"

    def _picture(self, file: FileAlong, title: str) -> Iterable[str]:
        if file.media_type in _SEEN_IN_BROWSERS and not self._source.divided:
            here = escape(file.path.removeprefix("data/"))
            yield f'<div class="picture"><img loading="lazy" alt="{_words(title)}" src="{here}"></div>'

    def _film(self, file: FileAlong, title: str) -> Iterable[str]:
        if not self._source.divided:
            here = escape(file.path.removeprefix("data/"))
            said = f'title="{_words(title)}" src="{here}"'
            yield f'<div class="picture"><video controls preload="none" {said}></video></div>'

    def _written(self) -> Iterable[str]:
        for section in self._dossier.written:
            yield f"<h2>{_words(section.heading)}</h2>"
            if section.name == Section.DEADLINES:
                said = self._language.text(
                    "This is general guidance, not legal advice. Rules may have changed since the day they were"
                    " checked. Ask a shop steward, a safety representative or a union consultant."
                )
                yield f'<p class="quiet">{_words(said)}</p>'
            for thing in section.things:
                title = f"<h3>{_words(thing.title)}</h3>" if thing.title else ""
                yield f'<section class="card">{title}'
                yield f"<p>{_words(thing.text)}</p>" if thing.text else ""
                yield f"{_rows(thing.rows)}</section>"
        if self._dossier.guidance:
            yield f"<h2>{_words(self._language.text('Guidance'))}</h2>"
        for note in self._dossier.guidance:
            yield f'<section class="card"><h3>{_words(note.title)}</h3>'
            yield from (f"<p>{_words(each)}</p>" for each in note.paragraphs)
            said = " · ".join(filter(None, (note.care, note.doubt, note.source)))
            yield f'<p class="quiet">{_words(said)}</p></section>'

    def _left_out(self) -> Iterable[str]:
        if self._dossier.omissions:
            yield f"<h2>{_words(self._language.text('Left out'))}</h2>"
            yield from _list([f"{each.what}: {each.why}" for each in self._dossier.omissions])

    def _checking(self) -> Iterable[str]:
        text, receipt = self._language.text, self._dossier.receipt
        letter = "LAES-MIG.txt" if self._dossier.language == "da" else "README.txt"
        said = text(
            "Nobody can see from this page whether anything was changed. {letter} says how to check it, and what the"
            " check cannot say. Compare the receipt code with one that you got another way than the package.",
            letter="{letter}",
        )
        before, _, after = _words(said).partition("{letter}")
        yield f"<h2>{_words(text('How to check'))}</h2>"
        yield f"<p>{before}{_link(letter, letter)}{after}</p>"
        yield f"<p>{_words(text('Code of the log before the report:'))}<br>"
        yield f"<code>{escape(format_receipt(receipt.code, receipt.head.seq))}</code></p>"
        yield from (f"<p>{_words(each)}</p>" for each in self._dossier.clock)


def changes_in_words(changes: Changes, language: Language) -> tuple[str, ...]:
    """Return what is other than in the version before, a sentence for each kind of change."""
    text = language.text
    kinds = (
        (text("New exhibits: {numbers}"), changes.added),
        (text("No longer in it: exhibit {numbers}"), changes.removed),
        (text("Another picture is shown of exhibit {numbers}"), changes.shown_anew),
    )
    said = [words.format(numbers=", ".join(map(str, found))) for words, found in kinds if found]
    if changes.told:
        said.append(text("Added or corrected: {what}", what="; ".join(changes.told)))
    return tuple(said) or (text("Exhibits and information are the same."),)


def _rows(rows: Iterable[PrintedRow]) -> str:
    made = "".join(f"<dt>{_words(each.label)}</dt><dd>{_words(each.value)}</dd>" for each in rows)
    return f"<dl>{made}</dl>" if made else ""


def _list(items: Iterable[str]) -> Iterable[str]:
    yield "<ul>"
    yield from (f"<li>{_words(each)}</li>" for each in items)
    yield "</ul>"
