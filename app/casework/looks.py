"""How a file's picture is shown, in sentences: said on import, in the window and in dossiers alike."""

from __future__ import annotations

from app.casework.items import Exhibit
from app.casework.records import (
    FileFindings,
    PictureColours,
    PictureGround,
    PictureWhole,
    ViewShown,
)
from app.language import Language


def shown_sentences(shown: ViewShown, language: Language) -> tuple[str, ...]:
    """What a reader of the picture has to know: nothing where it is shown as it is."""
    text = language.text
    sentences: list[str] = []
    if shown.frames > 1:
        sentences.append(text("The first picture of {count}.", count=shown.frames))
    if shown.whole is PictureWhole.CUT:
        sentences.append(
            text(
                "The file was not whole when it was added: {percent} per cent of the picture is shown, the"
                " rest is missing.",
                percent=shown.percent,
            )
        )
    if shown.whole is PictureWhole.BROKEN:
        sentences.append(
            text(
                "The file was damaged when it was added: the picture is shown as far as it goes, the rest is missing."
            )
        )
    if shown.smaller > 1:
        sentences.append(text("Shown at 1/{times} of its width and height.", times=shown.smaller))
    grounds = {
        PictureGround.WHITE: text("Transparent places are shown as white."),
        PictureGround.DARK: text("Transparent places are shown as dark grey."),
        PictureGround.CHECKER: text("Transparent places are shown as grey squares."),
    }
    if shown.ground in grounds:
        sentences.append(grounds[shown.ground])
    colours = {
        PictureColours.CONVERTED: text(
            "The colours were converted to sRGB by the file’s own colour profile."
        ),
        PictureColours.NOT_APPLIED: text(
            "What the file says about its colours is not used: they can look different elsewhere."
        ),
    }
    if shown.colours in colours:
        sentences.append(colours[shown.colours])
    return tuple(sentences)


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
