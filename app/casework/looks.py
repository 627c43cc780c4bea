"""How a file's picture is shown, in sentences: said on import, in the window and in dossiers alike."""

from __future__ import annotations

from app.casework.exhibit import Exhibit
from app.casework.kinds.file import FileFindings
from app.casework.kinds.view import ViewShown
from app.language import Language
from app.vocabulary import in_words


def shown_sentences(shown: ViewShown, language: Language) -> tuple[str, ...]:
    """What a reader of the picture has to know: nothing where it is shown as it is."""
    text = language.text
    sentences: list[str] = []
    if shown.frames > 1:
        sentences.append(text("The first picture of {count}.", count=shown.frames))
    sentences.append(in_words(shown.whole, language, percent=shown.percent))
    if shown.smaller > 1:
        sentences.append(text("Shown at 1/{times} of its width and height.", times=shown.smaller))
    sentences += [in_words(shown.ground, language), in_words(shown.colours, language)]
    return tuple(filter(None, sentences))


def told_of_picture(exhibit: Exhibit, language: Language) -> tuple[str, ...]:
    """All that its owner has to know of an added file's picture, what the file holds beside it included."""
    view, findings = exhibit.view, exhibit.findings
    sentences: tuple[str, ...] = ()
    if view is not None and isinstance(view.shown, ViewShown):
        sentences = shown_sentences(view.shown, language)
    if isinstance(findings, FileFindings) and findings.more:
        more = language.text(
            "The file holds more than the picture. What more there is, is not shown."
        )
        sentences = (*sentences, more)
    return sentences
