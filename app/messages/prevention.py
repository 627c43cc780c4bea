"""Lists of things to do, texts to copy, watched cases and ideas, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from app.casework import preventing
from app.casework.kinds.case_end import CASE_END
from app.language import Language
from app.vocabulary import CheckStatus, in_words, lowered, spoken_day
from evidence_store import EntryId

Name = Callable[[EntryId], str]


def reminder_title(reminder: preventing.Reminder, language: Language) -> str:
    """Return what is to be looked at again."""
    if reminder.item is not None and reminder.list is not None:
        what = reminder.item.title.of(language.code)
        return language.text(
            "Check again: {what} ({list})", what=what, list=reminder.list.title.of(language.code)
        )
    if reminder.day.kind == CASE_END.tag:
        if reminder.kept:
            return language.text("The case is kept until this day: keep it longer, or erase it")
        return language.text("The case is closed: how are you now?")
    return language.text("Look at {alias} again", alias=reminder.alias or "–")


def sourced_words(
    sourced: preventing.Checklist | preventing.Template, today: date, language: Language
) -> str:
    """Return where a list or a text comes from, when that was looked at, and that it is not confirmed where so."""
    words = language.text(
        "Source: {source}, checked {day}",
        source=sourced.source,
        day=language.day(sourced.checked_on),
    )
    if sourced.unsure_on(today):
        return f"{words} · {language.text('not confirmed')}"
    return words


def ticked_words(ticked: preventing.TickedItem, language: Language) -> str:
    """Return since when an item is done, when it runs out, and when the person is reminded; "" for nothing of that."""
    text = language.text
    said = []
    if ticked.done_on is not None:
        said.append(text("since {day}", day=language.day(ticked.done_on)))
    if ticked.expires_on is not None:
        said.append(text("runs out {day}", day=language.day(ticked.expires_on)))
    if ticked.remind_on is not None:
        said.append(text("we remind you {day}", day=language.day(ticked.remind_on)))
    if ticked.status in {CheckStatus.NOT_RELEVANT, CheckStatus.LATER}:
        said.insert(0, lowered(in_words(ticked.status, language)))
    return " · ".join(said)


def checklist_lines(
    lists: Iterable[preventing.TickedList], today: date, language: Language
) -> Iterator[str]:
    """Yield each list with its items, their ids to tick them by, and its source."""
    for each in lists:
        done = language.text("{done} of {all}", done=each.done, all=each.counted)
        yield f"{each.list.title.of(language.code)} ({done})"
        for ticked in each.items:
            mark = {CheckStatus.DONE: "x", CheckStatus.NOT_RELEVANT: "-"}.get(ticked.status, " ")
            title = ticked.item.title.of(language.code)
            yield f"  [{mark}] {title}  --list {each.list.id} --item {ticked.item.id}"
            for line in (ticked_words(ticked, language), ticked.note):
                if line:
                    yield f"      {line}"
        yield f"  {sourced_words(each.list, today, language)}"
        yield ""


def watched_lines(
    cases: Iterable[preventing.WatchedCase], name: Name, language: Language
) -> Iterator[str]:
    """Yield each case with its cover name, how worried the person is, and when it is looked at again."""
    for each in cases:
        worry = lowered(in_words(each.worry, language))
        status = lowered(in_words(each.status, language))
        yield f"{name(each.entry)}: {_listed(each.alias or '–', worry, status)}"
        for line in (each.signs, each.plan):
            if line:
                yield f"    {line}"
        if each.review_on is not None:
            day = spoken_day(each.review_on, language)
            yield f"    {language.text('looked at again {day}', day=day)}"


def idea_lines(
    ideas: Iterable[preventing.IdeaRow], name: Name, language: Language
) -> Iterator[str]:
    """Yield each idea with who looks after it, whether it was tried, and whether it helped."""
    for each in ideas:
        who = each.name or (lowered(in_words(each.role, language)) if each.role else "")
        tried = in_words(each.status, language)
        if each.tried_on is not None:
            tried = f"{tried} {language.day(each.tried_on)}"
        yield f"{name(each.entry)}: {each.what or '–'}"
        yield f"    {_listed(who, tried, in_words(each.effect, language), each.effect_words)}"


def template_lines(
    template: preventing.Template, today: date, language: Language
) -> tuple[str, ...]:
    """Return a text with its blanks, what to mind, and where it comes from."""
    lead = (template.lead.of(language.code),) if template.lead is not None else ()
    text = template.text.of(language.code).strip()
    return (*lead, "", *text.splitlines(), "", sourced_words(template, today, language))


def _listed(*words: str) -> str:
    return " · ".join(filter(None, words))
