"""What goes when something is erased, what is listed before, and what stays all the same: in words."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from app.casework import (
    CaseErasure,
    CaseState,
    ErasurePlan,
    Exhibit,
    ReportTogether,
    title_of_thing,
)
from app.casework.kinds.dossier import SealedDossier
from app.casework.kinds.handed_over import HANDED_OVER
from app.language import Language
from app.vocabulary import minute, recipient
from evidence_store import EntryId


class ReportTold(msgspec.Struct, frozen=True):
    """A report that holds it, or may.

    Attributes:
        entry: the report.
        title: whom it was made for, and when.
        became: in how many packages it was saved, and that somebody got it, as far as that is noted.
    """

    entry: EntryId
    title: str
    became: str


class ErasureTold(msgspec.Struct, frozen=True):
    """What erasing means, before it is done.

    Attributes:
        title: what is to be done.
        goes: what goes, a line each.
        copies: what is said of pictures that were made from it; "" where there are none.
        reports: reports that hold it, or may.
        stays: what speaks of it or may show the same, and stays, a line each.
        remains: what stays all the same, always, a sentence each.
    """

    title: str
    goes: tuple[str, ...]
    copies: str
    reports: tuple[ReportTold, ...]
    stays: tuple[str, ...]
    remains: tuple[str, ...]


def erasure_words(language: Language) -> tuple[str, ...]:
    """Return what erasing leaves, a sentence each."""
    text = language.text
    return (
        text(
            "The log keeps that something stood there, when, and why it was erased. The chain can still be checked."
        ),
        text("Backups, and what you have handed over or saved elsewhere, still have it."),
        text("A drive may hold traces of it for some time, encrypted as the vault was."),
    )


def erasure_told(state: CaseState, plan: ErasurePlan, language: Language) -> ErasureTold:
    """Return what erasing one thing means."""
    text = language.text
    of_report = isinstance(plan.thing, SealedDossier)
    name = thing_words(state, plan.thing, language)
    return ErasureTold(
        title=text("Erase for ever: {name}", name=name),
        goes=tuple(_goes(plan, language)),
        copies=language.plural(
            "{count} picture that was made from it goes too",
            "{count} pictures that were made from it go too",
            len(plan.made_from),
        )
        if plan.made_from
        else "",
        reports=() if of_report else tuple(_report(state, each, language) for each in plan.reports),
        stays=tuple(_stays(state, plan, language)),
        remains=erasure_words(language),
    )


def case_erasure_told(state: CaseState, plan: CaseErasure, language: Language) -> ErasureTold:
    """Return what erasing a whole case means."""
    text = language.text
    goes = [
        language.plural("{count} picture or file", "{count} pictures and files", plan.exhibits)
        + ", "
        + text("with all marks, texts that were read in them, and small pictures"),
        language.plural(
            "{count} thing you wrote down", "{count} things you wrote down", plan.written
        ),
    ]
    if plan.private:
        goes.append(
            language.plural(
                "{count} of them is private", "{count} of them are private", plan.private
            )
        )
    goes.append(text("The name of the case, your name in it, drafts, and who has other names"))
    return ErasureTold(
        title=text("Erase the whole case for ever: {name}", name=state.title),
        goes=tuple(goes),
        copies="",
        reports=tuple(_report(state, each, language) for each in plan.reports),
        stays=(),
        remains=erasure_words(language),
    )


def thing_words(state: CaseState, thing: object, language: Language) -> str:
    """Return what a list calls a thing."""
    if isinstance(thing, SealedDossier):
        return _made(thing, language)
    return title_of_thing(state, thing, language) or language.text("Something erased already")


def _goes(plan: ErasurePlan, language: Language) -> Iterator[str]:
    text = language.text
    thing = plan.thing
    if isinstance(thing, SealedDossier):
        yield text("The file of the report. That it was made, and for whom, stays.")
        return
    if isinstance(thing, Exhibit):
        yield text(
            "The picture or file itself, its small picture, and the words that were read in it"
        )
        yield text("Link, size, time, window and name of the file, and its marks")
    else:
        yield text("All that was written in it, also before it was corrected, and its file")
    if plan.shared:
        yield language.plural(
            "{count} text that stood in reports instead of its words",
            "{count} texts that stood in reports instead of its words",
            len(plan.shared),
        )
    if plan.read:
        yield language.plural(
            "{count} text that a program read in a picture for a quote",
            "{count} texts that a program read in pictures for a quote",
            len(plan.read),
        )
    yield text("Its draft, and its words in the search")
    if plan.says:
        yield text(plan.says)


def _stays(state: CaseState, plan: ErasurePlan, language: Language) -> Iterator[str]:
    text = language.text
    for exhibit in plan.beside:
        yield text("Exhibit {number} may show the same.", number=exhibit.number)
    titles = (thing_words(state, each.thing, language) for each in plan.named_by)
    for title in dict.fromkeys(titles):
        yield text("This speaks of it: {title}", title=title)


def _report(state: CaseState, report: ReportTogether, language: Language) -> ReportTold:
    text = language.text
    said = []
    if report.packages:
        said.append(
            language.plural(
                "saved in {count} package", "saved in {count} packages", len(report.packages)
            )
        )
    if report.given is not None:
        said.append(HANDED_OVER.line_of(report.given.current, state, language)[0])
    became = ", ".join(said) or text("saved in no package")
    return ReportTold(report.made.entry, _made(report.made, language), became)


def _made(made: SealedDossier, language: Language) -> str:
    who = recipient(made.facts.recipient, language)
    return language.text("Report for {who}, {when}", who=who, when=minute(made.time, language))
