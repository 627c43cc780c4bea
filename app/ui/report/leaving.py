"""What leaves with a report, in plain words: pictures, files, notes, and what else lies in a package. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from app.actions.preview_dossier import PreviewedDossier
from app.casework import first_words, listed
from app.casework.kinds.disclosed import DISCLOSED
from app.casework.kinds.note import NOTE
from app.dossier import WRITTEN_SECTIONS, Dossier, PrintedThing
from app.language import Language
from app.ui.questions import Question
from app.ui.report.model import LastCheck, SeenLine

_LONGEST_NOTE = 60
_ASKED = 3
"""So much of what others may ask stands here; the rest has a page of its own."""
_NOTES = frozenset(name for name, (kind, _) in WRITTEN_SECTIONS.items() if kind is NOTE)


def what_leaves(
    previewed: PreviewedDossier, words: Sequence[str], language: Language
) -> tuple[SeenLine, ...]:
    """Return what the recipient gets: first what the report shows, then what a package holds beside it.

    ``words`` names what was chosen of what this recipient is shown only where it is chosen.
    """
    text, dossier, pages = language.text, previewed.dossier, previewed.pages
    shown = [each.number for each in dossier.exhibits if each.picture]
    along = [each.number for each in dossier.exhibits if each.original_type]
    notes = [
        first_words(thing.text, _LONGEST_NOTE)
        for section in dossier.written
        if section.name in _NOTES
        for thing in section.things
    ]
    return (
        SeenLine(
            text("The report"),
            listed(
                language.plural("{count} page", "{count} pages", pages) if pages else "",
                _numbers(shown, language) or text("no pictures"),
                language.size(len(previewed.pdf)) if previewed.pdf else "",
            ),
            shown[0] if shown else 0,
        ),
        _people(previewed, language),
        SeenLine(
            text("What it says of your computer"),
            text("Nothing: no user, no name of the computer, no place. Pictures are made anew.")
            if not along
            else text("Nothing, but for the files that go along: they hold what they came with."),
        ),
        SeenLine(
            text("Notes that go along"),
            "; ".join(f"“{note}”" if language.code != "da" else f"”{note}”" for note in notes)
            or text("None. Private notes never leave."),
        ),
        *([SeenLine(text("More of what you wrote"), "\n".join(words))] if words else []),
        *_shared(dossier, language),
        SeenLine(
            text("Files as you received them"),
            text("{exhibits}, in the package alone", exhibits=_numbers(along, language))
            if along
            else text("None"),
            along[0] if along else 0,
        ),
        SeenLine(
            text("In a package there are also"),
            text(
                "The pictures as files, the log with the parts that the report shows, a letter to the reader, "
                "and a program that checks it all"
            ),
        ),
    )


def _people(previewed: PreviewedDossier, language: Language) -> SeenLine:
    """Return what people are called in it; they are named to the police and in the own copy alone."""
    text = language.text
    if previewed.called:
        said = "\n".join(
            text("{called} stands for {names}", called=called, names=names)
            for called, names in previewed.called
        )
        return SeenLine(text("People"), said)
    return SeenLine(text("People"), text("They are named as you have noted them."))


def _shared(dossier: Dossier, language: Language) -> tuple[SeenLine, ...]:
    """The private things that go along by consent; nothing where there are none."""
    titles = [
        _shared_words(thing)
        for section in dossier.written
        if section.name == DISCLOSED.tag
        for thing in section.things
    ]
    what = language.text("What you noted in private, and said yes to")
    return (SeenLine(what, "\n".join(titles)),) if titles else ()


def _shared_words(thing: PrintedThing) -> str:
    """Return what it is, with its first words where these do not say it."""
    words = first_words(thing.text, _LONGEST_NOTE)
    if words.startswith(thing.title):
        return words
    return ": ".join(filter(None, (thing.title, words)))


def check(
    previewed: PreviewedDossier,
    words: Sequence[str],
    seen: tuple[SeenLine, ...],
    asked: Sequence[Question],
    language: Language,
) -> LastCheck:
    """Return what to read before it is saved: ``seen`` in what leaves, and what others may come to ask about."""
    return LastCheck(
        headline=_headline(previewed, language),
        asked=tuple(asked[:_ASKED]),
        more_asked=max(0, len(asked) - _ASKED),
        leaves=what_leaves(previewed, words, language),
        warnings=previewed.dossier.warnings,
        seen=seen,
        omissions=tuple(
            SeenLine(each.what, each.why, each.exhibit) for each in previewed.dossier.omissions
        ),
    )


def _headline(previewed: PreviewedDossier, language: Language) -> str:
    pages, shown = previewed.pages, [each for each in previewed.dossier.exhibits if each.picture]
    whose = previewed.dossier.recipient_title
    what = listed(
        language.plural("{count} page", "{count} pages", pages) if pages else "",
        language.plural("{count} exhibit", "{count} exhibits", len(shown)),
        language.size(len(previewed.pdf)) if previewed.pdf else "",
    )
    return f"{whose[:1].upper()}{whose[1:]}: {what}"


def _numbers(numbers: list[int], language: Language) -> str:
    if not numbers:
        return ""
    return language.plural(
        "exhibit {numbers}",
        "exhibits {numbers}",
        len(numbers),
        numbers=", ".join(str(number) for number in sorted(numbers)),
    )
