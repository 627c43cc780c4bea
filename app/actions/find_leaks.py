"""What could slip out with a report: names, numbers and addresses in texts, links and pictures, each with its place.

It is said to the person alone, before anything is made. What no machine has read in a picture is not found there.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.actions.make_dossier import DossierOrder
from app.actions.name_people import people_in
from app.actions.open_case import OpenCase
from app.actions.read_text import text_read
from app.casework.kinds.incident import INCIDENT
from app.dossier import Dossier, Found, found_in_pictures, found_in_texts
from app.language import Language
from app.naming import People
from app.picture import ReadText
from app.vocabulary import Likeness


def find_leaks(case: OpenCase, order: DossierOrder, dossier: Dossier) -> tuple[Found, ...]:
    """Return what could slip out with a dossier: links, then what stands in texts, then what was read in pictures.

    Raises:
        UnreadableRegisterError: nobody can tell whose names stay out.
        VaultError: what was read in pictures could not be asked.
    """
    policy, language = order.policy(), order.language.plain()
    people = People() if policy.tells_names else people_in(case)
    return (
        *_links(case, dossier, language),
        *found_in_texts(case.state, policy, dossier, language),
        *found_in_pictures(case.state, dossier, people, _texts(case, dossier), language),
    )


def _links(case: OpenCase, dossier: Dossier, language: Language) -> Iterator[Found]:
    sent = {each.link for each in dossier.links if each.sent}
    for link in dict.fromkeys(each.link for each in dossier.links):
        sources = {each.source for each in dossier.links if each.link == link}
        numbers = sorted(
            {
                exhibit.number
                for incident in case.state.of(INCIDENT)
                if incident.entry in sources
                for exhibit in case.state.exhibits
                if exhibit.original in incident.current.facts.exhibits
            }
        )
        where = language.text("Link")
        yield Found(Likeness.LINK, link, where, tuple(numbers), sent=link in sent)


def _texts(case: OpenCase, dossier: Dossier) -> dict[int, ReadText]:
    exhibits = (case.state.exhibit(each.number) for each in dossier.exhibits if each.picture)
    return {
        exhibit.number: read
        for exhibit in exhibits
        if exhibit is not None and (read := text_read(case, exhibit)) is not None
    }
