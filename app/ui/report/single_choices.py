"""What is chosen one by one: neutral notes, and files that go along as they were received. No Qt.

Rules:
- Nothing is ticked unless the recipient's data file or the person says so.
- A file's own facts and the warning stand at its line, so they are read before it is ticked.
- Private notes are not among the lines.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from app.casework import CaseState, Exhibit, dotted, file_name_of, first_words
from app.casework.kinds.file import FileFacts, FileSource
from app.casework.kinds.note import NoteText
from app.dossier import NoFile, Policy, notes_to_choose, papers_to_choose, why_no_file
from app.language import Language
from app.ui.report.choosing import wished_exhibits
from app.ui.report.model import ChoiceLine, ReportDraft
from app.vocabulary import minute
from evidence_store import EntryId

_LONGEST_NOTE = 300
_PAPER = "e"
_CLIP = "c"


def default_notes(state: CaseState, policy: Policy) -> frozenset[EntryId]:
    """Return the notes that are chosen unless the person says otherwise."""
    return frozenset(note.id for note in notes_to_choose(state, policy) if policy.notes)


def default_files(state: CaseState, policy: Policy, draft: ReportDraft) -> frozenset[int]:
    """Return the files that go along unless the person says otherwise."""
    return frozenset(
        each.number
        for each in files_of(state, policy)
        if policy.files and not _hindrance(each, policy, wished_exhibits(state, policy, draft))
    )


def chosen_files(state: CaseState, policy: Policy, draft: ReportDraft) -> tuple[int, ...]:
    """Return the files that go along: those that were chosen, or else the policy's, as far as they can."""
    default = default_files(state, policy, draft)
    chosen = default if draft.originals is None else draft.originals
    numbers = wished_exhibits(state, policy, draft)
    return tuple(
        each.number
        for each in files_of(state, policy)
        if each.number in chosen and not _hindrance(each, policy, numbers)
    )


def note_lines(
    state: CaseState, policy: Policy, draft: ReportDraft, language: Language
) -> tuple[ChoiceLine, ...]:
    """Return the neutral notes in the order of the log."""
    chosen = default_notes(state, policy) if draft.notes is None else draft.notes
    lines: list[ChoiceLine] = []
    for note in notes_to_choose(state, policy):
        words = note.current.text.text if isinstance(note.current.text, NoteText) else ""
        about = note.current.facts.about
        exhibit = state.exhibit_of(about) if about is not None else None
        lines.append(
            ChoiceLine(
                key=str(note.id.seq),
                text=first_words(words, _LONGEST_NOTE),
                detail=dotted(
                    minute(note.time, language),
                    language.text("Belongs to exhibit {number}", number=exhibit.number)
                    if exhibit
                    else "",
                ),
                checked=note.id in chosen,
            )
        )
    return tuple(lines)


def file_lines(
    state: CaseState,
    policy: Policy,
    draft: ReportDraft,
    language: Language,
    inside: Mapping[EntryId, str],
) -> tuple[ChoiceLine, ...]:
    """The added files, each with what is known of it, what was found in it, and what it means that it goes along."""
    numbers = wished_exhibits(state, policy, draft)
    default = default_files(state, policy, draft)
    chosen = default if draft.originals is None else draft.originals
    lines: list[ChoiceLine] = []
    for exhibit in files_of(state, policy):
        hindrance = _hindrance(exhibit, policy, numbers)
        lines.append(
            ChoiceLine(
                key=str(exhibit.number),
                text=_called(exhibit, language),
                detail=_file_detail(exhibit, hindrance, inside.get(exhibit.original, ""), language),
                checked=exhibit.number in chosen and hindrance is None,
                fixed=hindrance is not None,
            )
        )
    return tuple(lines)


def paper_lines(
    state: CaseState, policy: Policy, draft: ReportDraft, language: Language
) -> tuple[ChoiceLine, ...]:
    """The files that are kept beside words, such as receipts, where this recipient may get them."""
    text = language.text
    return tuple(
        ChoiceLine(
            key=f"{_PAPER}{thing.id.seq}",
            text=dotted(text(kind.paper), file_name_of(thing.current)),
            detail="\n".join(
                (
                    dotted(
                        kind.line_of(thing.current, state, language)[0],
                        minute(thing.time, language),
                    ),
                    text(
                        "Goes along as you received it. It can hold hidden information: place, device, names, "
                        "earlier text. Open it first, and look."
                    ),
                )
            ),
            checked=thing.id in draft.papers,
        )
        for kind, thing in papers_to_choose(state, policy)
    )


def clip_lines(
    state: CaseState, policy: Policy, draft: ReportDraft, language: Language
) -> tuple[ChoiceLine, ...]:
    """The newest covered clip of each film of the report."""
    text, numbers = language.text, wished_exhibits(state, policy, draft)
    return tuple(
        ChoiceLine(
            key=f"{_CLIP}{each.number}",
            text=dotted(_called(each, language), text("Covered clip")),
            detail=text(
                "Goes along as a film of its own. What is black in it is not in the file. Look through all of it first."
            ),
            checked=each.number in draft.clips,
        )
        for each in state.exhibits
        if each.clips and not each.hidden and each.number in numbers
    )


def clip_of(key: str) -> int | None:
    """Return the number of the film whose clip a line stands for; None where it is that of another file."""
    return int(key[1:]) if key.startswith(_CLIP) else None


def paper_of(key: str, state: CaseState) -> EntryId | None:
    """Return what the line of a file beside words stands for; None where it is that of an added file."""
    return EntryId(state.evidence_chain, int(key[1:])) if key.startswith(_PAPER) else None


def added_files(state: CaseState) -> tuple[Exhibit, ...]:
    """Return the added files that are not put aside."""
    return tuple(each for each in state.exhibits if each.received and not each.hidden)


def files_of(state: CaseState, policy: Policy) -> tuple[Exhibit, ...]:
    """Return the added files that are not put aside, and the originals below copies where the policy lets them go."""
    return tuple(
        each
        for each in state.exhibits
        if not each.hidden
        and each.frame is None
        and (each.received or (policy.unmasked and each.copy is not None))
    )


def _hindrance(exhibit: Exhibit, policy: Policy, numbers: Collection[int]) -> NoFile | None:
    if exhibit.number not in numbers:
        return NoFile.NOT_INCLUDED
    return why_no_file(exhibit, policy)


def _called(exhibit: Exhibit, language: Language) -> str:
    name = language.text("Exhibit {number}", number=exhibit.number)
    own = exhibit.source.name if isinstance(exhibit.source, FileSource) else ""
    return f"{name} · {own}" if own else name


def _file_detail(
    exhibit: Exhibit, hindrance: NoFile | None, inside: str, language: Language
) -> str:
    text = language.text
    match hindrance:
        case NoFile.NOT_INCLUDED:
            return text("Choose the exhibit first.")
        case NoFile.ERASED:
            return text("Left out: erased.")
        case NoFile.COVERED:
            return text(
                "Cannot go along: a copy of it is covered with black, and the file shows what is under it."
            )
        case NoFile.NOT_FOR_RECIPIENT:
            return text("This recipient gets no files.")
        case None:
            shown = exhibit.shown != exhibit.original
            said = "" if shown else text("Cannot be shown as a picture; the report only names it.")
            if not exhibit.received or exhibit.copy is not None:
                said = text("What you covered can be seen in it.")
            return "\n".join(
                part
                for part in (
                    _known(exhibit, language),
                    said,
                    inside,
                    text(
                        "Goes along as you received it. It can hold hidden information: place, device, names, "
                        "earlier text. Open it first, and look."
                    ),
                )
                if part
            )


def _known(exhibit: Exhibit, language: Language) -> str:
    """Return what the case knows of the file."""
    facts, source = exhibit.facts, exhibit.source
    if not isinstance(facts, FileFacts):
        return ""
    changed = source.modified_at if isinstance(source, FileSource) else ""
    return dotted(
        facts.media_type,
        language.size(facts.size),
        language.text(
            "the file says: changed {when} (not checked)",
            when=minute(changed, language),
        )
        if changed
        else "",
    )
