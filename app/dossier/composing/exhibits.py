"""Exhibits: which picture stands for each, and the facts beside it.

Rules:
- The newest working copy stands for an exhibit. The picture below it is then withheld: its object stays shut, and it
  is named by its place in the log, never by its hash.
- Where a covered copy was made and is gone or put away, nothing is shown: what it covered must not come back.
- A file that was added is shown by the picture made from it, or named as kept and not shown.
- Links are printed without what follows whoever opens them, and not how many bytes a file has. Older facts hold both;
  then that part stays shut.
- Marks and boxes of older copies are as they were typed. Where they hold more than is seen, what is seen is printed
  and the part stays shut.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from app.casework import (
    Exhibit,
    Gap,
    InSeries,
    Person,
    View,
    WorkingCopy,
    came_with,
    frame_words,
    listed,
    series_words,
    shown_sentences,
    told_capture,
    told_file,
)
from app.casework.kinds.adopt import AdoptColleague, AdoptOrigin
from app.casework.kinds.capture import CaptureFacts
from app.casework.kinds.file import FileFacts, FileFilm, FileFrame
from app.casework.kinds.view import ViewPages, ViewShown, pages_sentences
from app.dossier import model
from app.dossier.composing import wording
from app.dossier.composing.adopted import disclose_origin, origin_rows
from app.dossier.composing.captions import captions_of
from app.dossier.composing.carried import facts_of
from app.dossier.composing.films import (
    DisclosedClip,
    clip_rows,
    disclose_film,
    film_row,
    frame_rows,
    keeps_overview,
)
from app.dossier.composing.gate import Gate
from app.dossier.composing.incidents import DisclosedIncident, title
from app.dossier.composing.own_link import own_link
from app.dossier.model import Manner, PrintedRow, Standing
from app.language import Language
from app.markup import (
    Layer,
    Redaction,
    shows_all_boxes,
    shows_all_marks,
    told_redactions,
)
from app.vocabulary import clock_check_words, day, in_words
from evidence_store import EntryId, ObjectBody


class DisclosedExhibit(msgspec.Struct, frozen=True):
    """What of an exhibit is disclosed; ``along`` is its original, where that goes along as a file."""

    source: Exhibit
    facts: CaptureFacts | FileFacts
    person: Person | None
    shown: EntryId
    sealed: str
    object: ObjectBody | None
    look: ViewShown | None = None
    pages: ViewPages | None = None
    copy: bool = False
    replaces: EntryId | None = None
    captions: tuple[model.Caption, ...] = ()
    marked: bool = False
    redactions: tuple[Redaction, ...] = ()
    uncovered: bool = False
    along: ObjectBody | None = None
    series: InSeries | None = None
    came_with: Exhibit | None = None
    origin: AdoptOrigin | None = None
    colleague: AdoptColleague | None = None
    film: FileFilm | None = None
    frame: FileFrame | None = None
    frame_of: Exhibit | None = None
    clip: DisclosedClip | None = None


def disclose_exhibit(exhibit: Exhibit, gate: Gate) -> DisclosedExhibit | None:
    """Open what the policy opens of an exhibit; None where not even its facts can be told."""
    kind = exhibit.kind.value
    told = exhibit.told or _told(exhibit.facts)
    all_shown = told in (exhibit.told, exhibit.facts)
    facts = gate.disclose(kind, "facts", exhibit.original, told, all_shown=all_shown)
    if not isinstance(facts, CaptureFacts | FileFacts):
        return None
    person = gate.disclose(kind, "person", exhibit.original, exhibit.person)
    origin, colleague = disclose_origin(exhibit, gate)
    unshown = DisclosedExhibit(
        exhibit,
        facts,
        person,
        exhibit.original,
        exhibit.time,
        None,
        origin=origin,
        colleague=colleague,
    )
    view = exhibit.view
    if exhibit.copy is not None:
        return _disclose_copy(exhibit.copy, unshown, gate)
    if any(_covers(copy) for copy in exhibit.copies):
        return msgspec.structs.replace(unshown, uncovered=True)
    if view is not None and not keeps_overview(exhibit):
        if gate.disclose("view", "facts", view.entry, view.facts) is None:
            return unshown
        look = _disclose_look(view, gate)
        body = gate.disclose_object("view", view.entry, view.object)
        pages = _disclose_pages(view, gate)
        return msgspec.structs.replace(
            unshown, shown=view.entry, sealed=view.time, object=body, look=look, pages=pages
        )
    if isinstance(facts, CaptureFacts):
        body = gate.disclose_object(kind, exhibit.original, exhibit.object)
        return msgspec.structs.replace(unshown, object=body)
    return unshown


def _disclose_look(view: View, gate: Gate) -> ViewShown | None:
    look = gate.disclose("view", "shown", view.entry, view.shown)
    return look if isinstance(look, ViewShown) else None


def with_series(showing: DisclosedExhibit, series: InSeries | None, gate: Gate) -> DisclosedExhibit:
    """Return the same with its place in its series, where the policy opens that."""
    source = showing.source
    told = gate.disclose(source.kind.value, "series", source.original, source.series)
    return msgspec.structs.replace(showing, series=series if told is not None else None)


def with_parent(showing: DisclosedExhibit, parent: Exhibit | None, gate: Gate) -> DisclosedExhibit:
    """Return the same with the file that it lay in, such as its mail, where the policy opens that."""
    source = showing.source
    told = gate.disclose(source.kind.value, "within", source.original, source.within)
    return msgspec.structs.replace(showing, came_with=parent if told is not None else None)


def with_film(showing: DisclosedExhibit, film: Exhibit | None, gate: Gate) -> DisclosedExhibit:
    """Return the same with how long it runs, or from which film it was taken, where the policy opens that."""
    runs, frame = disclose_film(showing.source, gate)
    frame_of = film if frame is not None else None
    return msgspec.structs.replace(showing, film=runs, frame=frame, frame_of=frame_of)


def _disclose_pages(view: View, gate: Gate) -> ViewPages | None:
    pages = gate.disclose("view", "pages", view.entry, view.pages)
    return pages if isinstance(pages, ViewPages) else None


def with_original(showing: DisclosedExhibit, gate: Gate) -> DisclosedExhibit:
    """Return the same with the original that was chosen; one that is shown itself is there already."""
    exhibit = showing.source
    if showing.object is not None and showing.shown == exhibit.original:
        return showing
    body = gate.disclose_object(exhibit.kind.value, exhibit.original, exhibit.object)
    if body is not None and isinstance(exhibit.facts, FileFacts):
        # Its size travels with the file itself.
        gate.disclose(exhibit.kind.value, "facts", exhibit.original, exhibit.facts)
    return msgspec.structs.replace(showing, along=body)


def _told(facts: CaptureFacts | FileFacts | Gap) -> CaptureFacts | FileFacts | Gap:
    match facts:
        case CaptureFacts():
            return told_capture(facts)
        case FileFacts():
            return told_file(facts)
        case Gap():
            return facts


def _disclose_copy(copy: WorkingCopy, unshown: DisclosedExhibit, gate: Gate) -> DisclosedExhibit:
    if isinstance(copy.marks, Gap) or isinstance(copy.redactions, Gap):
        return msgspec.structs.replace(unshown, uncovered=True)
    if gate.disclose("working_copy", "facts", copy.entry, copy.facts) is None:
        return unshown
    layer = Layer(
        copy.marks.marks if copy.marks else (),
        copy.redactions.redactions if copy.redactions else (),
    )
    size = (copy.facts.width_px, copy.facts.height_px)
    marks_seen = copy.full is not None or shows_all_marks(layer, *size)
    boxes_seen = copy.full is not None or shows_all_boxes(layer.redactions, *size)
    marks = gate.disclose("working_copy", "marks", copy.entry, copy.marks, all_shown=marks_seen)
    redactions = gate.disclose(
        "working_copy", "redactions", copy.entry, copy.redactions, all_shown=boxes_seen
    )
    look, pages = None, None
    view = unshown.source.view
    # Where the copy was burned from a view, what was done to that is true of the copy as well.
    burned_from = view is not None and view.entry == copy.facts.parent
    if view and burned_from and gate.disclose("view", "facts", view.entry, view.facts) is not None:
        look, pages = _disclose_look(view, gate), _disclose_pages(view, gate)
    body = gate.disclose_object("working_copy", copy.entry, copy.object)
    found = marks.marks if marks else ()
    boxes = redactions.redactions if redactions else ()
    if copy.full is None:
        # Older copies have the boxes as they were typed: of one under another not even the reason is told.
        boxes = told_redactions(boxes)
    return msgspec.structs.replace(
        unshown,
        shown=copy.entry,
        sealed=copy.time,
        object=body,
        look=look,
        pages=pages,
        copy=True,
        replaces=copy.facts.replaces,
        captions=captions_of(Layer(found, boxes), copy.facts) if marks else (),
        marked=bool(found),
        redactions=boxes,
    )


def _covers(copy: WorkingCopy) -> bool:
    return isinstance(copy.redactions, Gap) or bool(copy.redactions and copy.redactions.redactions)


def compose_exhibit(
    showing: DisclosedExhibit,
    incidents: Sequence[DisclosedIncident],
    carriers: Mapping[int, int],
    language: Language,
) -> model.PrintedExhibit:
    """Return one exhibit page. ``incidents`` are those that name it; the first one gives the facts.

    ``carriers`` says of the numbers of incidents which exhibit has their facts: they stand once, with that one.
    """
    exhibit = showing.source
    first = incidents[0] if incidents else None
    body = showing.object
    rows = [
        *facts_of(first, exhibit.number, carriers, language),
        *own_link(
            first, showing.facts.url if isinstance(showing.facts, CaptureFacts) else "", language
        ),
        *_taken_rows(showing, language),
        *_parent_rows(showing, language),
    ]
    if first is not None:
        if carriers.get(first.number) == exhibit.number:
            access = in_words(first.facts.access_basis, language)
            rows.append(PrintedRow(language.text("Access"), access))
        if len(incidents) > 1:
            numbers = ", ".join(str(each.number) for each in incidents)
            rows.append(PrintedRow(language.text("Shows incidents"), numbers))
    if body is not None and showing.look is not None:
        told = shown_sentences(showing.look, language)
        if showing.pages is not None:
            told = (*told, *pages_sentences(showing.pages, language))
        said = " ".join(told)
        rows.append(PrintedRow(language.text("The picture"), said))
    if body is not None:
        rows.append(
            PrintedRow(language.text("Fingerprint of the picture"), body.sha256, Manner.CODE)
        )
    if showing.along is not None:
        rows.append(
            PrintedRow(language.text("Fingerprint of the file"), showing.along.sha256, Manner.CODE)
        )
    if showing.clip is not None:
        rows += clip_rows(showing.clip, language)
    rows.append(PrintedRow(language.text("Original"), _original(showing, language)))
    return model.PrintedExhibit(
        number=exhibit.number,
        original=exhibit.original,
        shown=showing.shown,
        picture=body is not None,
        sha256=body.sha256 if body else "",
        title=title(first, language) if first else _own_title(showing, language),
        covered=bool(showing.redactions),
        marked=showing.marked,
        captions=showing.captions,
        rows=tuple(row for row in rows if row.value),
        standing=Standing.PACKAGE if body or showing.along or showing.clip else Standing.OPENING,
        sealed_at=wording.minute(showing.sealed, language),
        sealed=showing.sealed,
        came_with=_came_with(showing, language),
        media_type=body.media_type if body else "",
        original_type=showing.along.media_type if showing.along else "",
        clip=showing.clip.entry if showing.clip else None,
    )


def _taken_rows(showing: DisclosedExhibit, language: Language) -> tuple[PrintedRow, ...]:
    facts = showing.facts
    who = showing.person.actor if showing.person else ""
    if isinstance(facts, FileFacts) and showing.frame is not None:
        added = wording.exact_time(facts.added_at or showing.source.time, language)
        return frame_rows(showing.frame, _by(added, who, language), language)
    if isinstance(facts, FileFacts):
        size = showing.along.size if showing.along else 0
        added = wording.exact_time(facts.added_at or showing.source.time, language)
        kept = language.text("Kept as received; not captured with this program")
        return (
            PrintedRow(language.text("Added"), _by(added, who, language)),
            *(
                origin_rows(showing.origin, showing.colleague, language)
                if showing.origin
                else (PrintedRow(language.text("Origin"), kept),)
            ),
            PrintedRow(
                language.text("File"),
                listed(facts.media_type, language.size(size) if size else ""),
            ),
            film_row(showing.film, language),
        )
    taken = _by(wording.exact_time(facts.captured_at, language), who, language)
    clock = clock_check_words(facts.clock_check, language)
    return (
        PrintedRow(language.text("Captured"), f"{taken}. {clock}"),
        PrintedRow(language.text("Method"), _method(facts, language)),
        PrintedRow(
            language.text("Series"),
            series_words(showing.series, language) if showing.series else "",
        ),
    )


def _parent_rows(showing: DisclosedExhibit, language: Language) -> tuple[PrintedRow, ...]:
    if showing.frame_of is not None:
        number = language.text("Exhibit {number}", number=showing.frame_of.number)
        return (PrintedRow(language.text("Frame of"), number),)
    if showing.came_with is None:
        return ()
    number = language.text("Exhibit {number}", number=showing.came_with.number)
    return (PrintedRow(language.text("Came with"), number),)


def _came_with(showing: DisclosedExhibit, language: Language) -> str:
    if showing.frame is not None and showing.frame_of is not None:
        return frame_words(showing.frame, showing.frame_of.number, language)
    return came_with(showing.came_with.number, language) if showing.came_with else ""


def _by(text: str, who: str, language: Language) -> str:
    return language.text("{what}, by {name}", what=text, name=who) if who else text


def _method(facts: CaptureFacts, language: Language) -> str:
    what = in_words(facts.method, language, long=True)
    if not facts.width_px:
        return what
    size = language.text("{width} × {height} pixels", width=facts.width_px, height=facts.height_px)
    return listed(what, wording.unbroken(size))


def _own_title(showing: DisclosedExhibit, language: Language) -> str:
    facts = showing.facts
    if isinstance(facts, FileFacts):
        text = language.text
        what = text("File added") if showing.frame is None else text("Frame of a film")
        what = text("Exhibit from a colleague") if showing.origin else what
        return listed(what, day(facts.added_at or showing.source.time, language))
    return listed(language.text("Screenshot"), day(facts.captured_at, language))


def _original(showing: DisclosedExhibit, language: Language) -> str:
    seq = showing.source.original.seq
    if showing.object is not None and showing.shown == showing.source.original:
        return language.text(
            "Shown here unchanged, sealed as entry {seq} in the case’s log", seq=seq
        )
    if showing.along is not None and showing.copy and isinstance(showing.facts, CaptureFacts):
        return language.text(
            "Goes along as a file in which nothing is covered; sealed as entry {seq} in the case’s log",
            seq=seq,
        )
    if showing.along is not None:
        return language.text(
            "Goes along as a file, as it was received; sealed as entry {seq} in the case’s log",
            seq=seq,
        )
    if showing.object is not None:
        return language.text(
            "Derived from the original in entry {seq} of the case’s log, which is withheld", seq=seq
        )
    return language.text("Withheld, sealed as entry {seq} in the case’s log", seq=seq)
