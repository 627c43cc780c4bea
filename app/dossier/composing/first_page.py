"""The first page as a value: who and what, four facts, what happened, by when, and what can be pasted.

Rules:
- It says nothing that the report does not say further back: all of it is made from what was disclosed.
- What happened is told in the person's own words, else in those of the event that comes first: that of the exhibit
  they put first, else the newest one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from app.casework import enumerated
from app.casework.kinds.case import Author
from app.casework.kinds.incident import IncidentText
from app.casework.kinds.incident_more import IncidentTags
from app.dossier import model
from app.dossier.composing.exhibits import DisclosedExhibit
from app.dossier.composing.extent import period_of, senders_of
from app.dossier.composing.incidents import DisclosedIncident, published, title, where
from app.dossier.policy import Block, Policy
from app.language import Language, deferred
from app.vocabulary import ContentTag, Visibility, in_words, lowered

_WIDEST_FIRST = (Visibility.PUBLIC, Visibility.GROUP, Visibility.FRIENDS, Visibility.PRIVATE)
_MOST_NAMED = 3
_LONGEST = 170


class Pieces(msgspec.Struct, frozen=True):
    """What the first page is made from.

    Attributes:
        title: of the report.
        meta: one line of who, where, for whom and when.
        rows: the same with labels.
        author: the person; None where they are not named.
        exhibits: in the order of the report.
        incidents: those that are told.
        showings: the exhibits as they were disclosed.
        own_words: what happened, in the person's words; "" for none.
        by_hand: whether the person put the exhibits in their order.
        deadline: the one that ends first; None where none runs.
    """

    title: str
    meta: tuple[str, ...]
    rows: tuple[model.PrintedRow, ...]
    author: Author | None
    exhibits: tuple[model.PrintedExhibit, ...]
    incidents: tuple[DisclosedIncident, ...]
    showings: tuple[DisclosedExhibit, ...]
    own_words: str
    by_hand: bool
    deadline: model.CoverDeadline | None


def compose_cover(policy: Policy, pieces: Pieces, language: Language) -> model.DossierCover:
    """Return the first page, with the blocks that the policy names."""
    first = _first(pieces)
    blocks = policy.first_page
    text = first.text if first is not None and isinstance(first.text, IncidentText) else None
    return model.DossierCover(
        kicker=policy.kicker.of(language.code),
        title=pieces.title,
        subtitle="" if pieces.incidents else period_of((), pieces.showings, language),
        meta=pieces.meta,
        facts=_facts(pieces, language),
        story=_story(pieces, first, language),
        exhibit=_shown_first(pieces, first),
        deadline=pieces.deadline if Block.DEADLINE in blocks else None,
        paste=_paste(first, text) if Block.PASTE in blocks else None,
        contact=pieces.author.name if pieces.author is not None else "",
        rows=pieces.rows,
    )


def _first(pieces: Pieces) -> DisclosedIncident | None:
    """Return the event that the page tells of."""
    numbers = [each.number for each in pieces.exhibits]
    if pieces.by_hand and numbers:
        shown = (each for each in pieces.incidents if numbers[0] in each.exhibits)
        return next(shown, None)
    newest_last = sorted(pieces.incidents, key=lambda each: (bool(each.exhibits), each.when))
    return newest_last[-1] if newest_last else None


def _shown_first(pieces: Pieces, first: DisclosedIncident | None) -> int:
    pictures = [each.number for each in pieces.exhibits if each.picture]
    of_it = [each for each in pictures if first is not None and each in first.exhibits]
    return next(iter((*of_it, *pictures)), 0)


def _story(
    pieces: Pieces,
    first: DisclosedIncident | None,
    language: Language,
) -> str:
    if pieces.own_words:
        return " ".join(pieces.own_words.split())
    if first is None:
        return ""
    if len(pieces.incidents) == 1:
        return _told(first, language)
    threats = [each for each in pieces.incidents if each is not first and _is_threat(each)]
    before = [
        _titled(deferred("A threat: {title}. {words}"), each, language) for each in threats[-1:]
    ]
    if pieces.by_hand:
        return " ".join(
            (*before, _titled(deferred("First here: {title}. {words}"), first, language))
        )
    began, *_ = sorted(pieces.incidents, key=lambda each: (not each.when, each.when))
    said = [
        _titled(deferred("It began with: {title}. {words}"), began, language),
        _titled(deferred("The newest one: {title}. {words}"), first, language),
    ]
    if began in threats[-1:]:
        said = said[1:]
    return " ".join((*before, *(said if began is not first else said[:1])))


def _titled(sentence: str, incident: DisclosedIncident, language: Language) -> str:
    said = _short(_told(incident, language))
    return language.text(sentence, title=lowered(title(incident, language)), words=said).strip()


def _is_threat(incident: DisclosedIncident) -> bool:
    part = incident.more.get("tags")
    return isinstance(part, IncidentTags) and ContentTag.THREAT in part.tags


def _told(incident: DisclosedIncident, language: Language) -> str:
    """Return what the person wrote of it, else what was quoted; "" where neither is told."""
    text = incident.text
    if text is None:
        return ""
    said = [" ".join(each.split()) for each in (text.description, text.why_offensive)]
    words = " ".join(each if each[-1] in ".!?…" else f"{each}." for each in said if each)
    if words or not text.quote:
        return words
    return language.text("“{text}”", text=" ".join(text.quote.split()))


def _short(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"


def _paste(first: DisclosedIncident | None, text: IncidentText | None) -> model.ToPaste | None:
    if first is None:
        return None
    link = first.facts.permalink or first.facts.url
    return model.ToPaste(link, " ".join(text.quote.split()) if text is not None else "")


# -- four facts ------------------------------------------------------------------------------------


def _facts(pieces: Pieces, language: Language) -> tuple[model.CoverFact, ...]:
    incidents = pieces.incidents
    if not incidents:
        return (_how_many_exhibits(pieces, language),) if pieces.exhibits else ()
    found = (
        _how_much(pieces, language),
        _how_public(incidents, language),
        _who(incidents, language),
        _what_is_in(pieces, language),
    )
    return tuple(each for each in found if each is not None)


def _how_much(pieces: Pieces, language: Language) -> model.CoverFact:
    incidents = pieces.incidents
    if len(incidents) == 1:
        facts = incidents[0].facts
        form = lowered(in_words(facts.form, language))
        return model.CoverFact(
            f"1 {form}",
            tuple(each for each in (where(facts, language), published(facts, language)) if each),
        )
    forms = Counter(each.facts.form for each in incidents)
    named = forms.most_common(_MOST_NAMED)
    told = ", ".join(f"{lowered(in_words(form, language))}\u00a0({count})" for form, count in named)
    if len(forms) > len(named):
        rest = len(incidents) - sum(count for _, count in named)
        told = f"{told}, {language.text('other forms')}\u00a0({rest})"
    return model.CoverFact(
        language.plural("{count} incident", "{count} incidents", len(incidents)),
        (told, period_of(incidents, (), language)),
    )


def _how_public(
    incidents: Sequence[DisclosedIncident], language: Language
) -> model.CoverFact | None:
    for visibility in _WIDEST_FIRST:
        seen = [each.facts for each in incidents if each.facts.visibility is visibility]
        if not seen:
            continue
        headline = {
            Visibility.PUBLIC: language.text("Public"),
            Visibility.GROUP: language.text("In a group"),
            Visibility.FRIENDS: language.text("Among friends"),
            Visibility.PRIVATE: language.text("Sent privately"),
        }[visibility]
        count = (
            language.text(
                "{count} of {all}",
                count=language.number(len(seen)),
                all=language.number(len(incidents)),
            )
            if len(incidents) > 1
            else ""
        )
        audiences = {each.audience for each in seen}
        audience = next(iter(audiences)) if len(audiences) == 1 else ""
        return model.CoverFact(headline, tuple(each for each in (count, audience) if each))
    return None


def _who(incidents: tuple[DisclosedIncident, ...], language: Language) -> model.CoverFact | None:
    letters = senders_of(incidents)
    if not letters:
        return None
    named = ", ".join(letters)
    if len(letters) > _MOST_NAMED and ord(letters[-1]) - ord(letters[0]) == len(letters) - 1:
        named = f"{letters[0]}–{letters[-1]}"
    return model.CoverFact(
        language.plural("{count} sender", "{count} senders", len(letters)),
        (language.text("Called {letters} here: see Parties", letters=named),),
    )


def _what_is_in(pieces: Pieces, language: Language) -> model.CoverFact | None:
    counted: Counter[ContentTag] = Counter()
    for incident in pieces.incidents:
        part = incident.more.get("tags")
        if isinstance(part, IncidentTags):
            counted.update(set(part.tags))
    if not counted:
        return _how_many_exhibits(pieces, language) if pieces.exhibits else None
    many = len(pieces.incidents) > 1
    # A threat is never among those that are only counted.
    tags = sorted(
        filter(counted.get, ContentTag),
        key=lambda tag: (tag is not ContentTag.THREAT, -counted[tag]),
    )
    shown = tags if len(tags) <= _MOST_NAMED + 1 else tags[:_MOST_NAMED]
    named = [
        f"{in_words(tag, language, others=True)}\u00a0({counted[tag]})"
        if many
        else in_words(tag, language, others=True)
        for tag in shown
    ]
    if rest := len(tags) - len(shown):
        named.append(language.plural("{count} more kind", "{count} more kinds", rest))
    return model.CoverFact(language.text("Content"), (enumerated(named),))


def _how_many_exhibits(pieces: Pieces, language: Language) -> model.CoverFact:
    covered = sum(each.covered for each in pieces.exhibits)
    said = language.plural("{count} covered copy", "{count} covered copies", covered)
    return model.CoverFact(
        language.plural("{count} exhibit", "{count} exhibits", len(pieces.exhibits)),
        (said,) if covered else (),
    )
