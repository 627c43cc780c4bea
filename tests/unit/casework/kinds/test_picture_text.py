"""A quote that was read in a picture names what was read, and says whether it was changed after."""

from __future__ import annotations

from typing import Any

import pytest

from app.casework import NotThatKindError, parts_of
from app.casework.kinds.incident import INCIDENT, IncidentText
from app.casework.kinds.incident_fields import IncidentDraft
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.casework.kinds.note import NoteDraft
from app.casework.kinds.picture_text import PICTURE_TEXT, PictureTextFacts, PictureTextWords
from app.dossier import Dossier, load_policy
from app.vocabulary import YesNo
from evidence_store import EntryId
from tests.unit.dossier.composing import ENGLISH, MANAGER, POLICE, composed, labelled, words_of
from tests.unit.dossier.sample_case import RECIPIENTS, SampleCase
from tests.unit.dossier.test_at_work import NOW, opened, sealed

WORDS = "Hun er en\nløgner, KAlæst"
ENGINE = "tesseract 5.5.4, dan+eng"


@pytest.fixture
def case() -> SampleCase:
    case = SampleCase()
    case.capture(b"png", NOW, (4, 4))
    return case


def _read(case: SampleCase, words: str = WORDS) -> EntryId:
    picture = case.state.exhibits[0].original
    facts = PictureTextFacts(
        read_in=picture, tool="tesseract", tool_version="5.5.4", languages="dan+eng"
    )
    return case.add(facts, text=PictureTextWords(words=words))


def _sealed(case: SampleCase, **said: Any) -> tuple[str, IncidentQuoteFrom]:
    entry = sealed(case, IncidentDraft(platform="Facebook", **said))
    thing: Any = case.state.thing_of(entry)
    text, source = thing.current.text, thing.current.quote_from
    assert isinstance(text, IncidentText)
    assert isinstance(source, IncidentQuoteFrom)
    return text.quote, source


def test_without_a_quote_it_is_what_was_read(case: SampleCase) -> None:
    read, other = _read(case), _read(case, "Og mere")
    quote, source = _sealed(case, quote_from=(read, other))
    assert quote == f"{WORDS}\n\nOg mere"
    assert source == IncidentQuoteFrom(readings=(read, other), changed=YesNo.NO)


@pytest.mark.parametrize(
    ("quote", "changed"),
    [
        ("Hun er en løgner,  KAlæst\n", YesNo.NO),
        ("Hun er en løgner, KAlaest", YesNo.YES),
        ("Hun skrev: Hun er en løgner, KAlæst", YesNo.YES),
    ],
)
def test_changed_are_words_and_not_blanks(case: SampleCase, quote: str, changed: YesNo) -> None:
    read = _read(case)
    assert _sealed(case, quote=quote, quote_from=(read,))[1] == IncidentQuoteFrom(
        readings=(read,), changed=changed
    )


@pytest.mark.parametrize("quote", ["", "Noget helt andet"])
def test_a_reading_of_which_nothing_is_left_is_not_named(case: SampleCase, quote: str) -> None:
    assert _sealed(case, quote=quote, quote_from=(_read(case),)) == (quote, IncidentQuoteFrom())


def test_a_correction_by_hand_is_found_out(case: SampleCase) -> None:
    read = _read(case)
    first = sealed(case, IncidentDraft(quote_from=(read,)))
    parts: Any = parts_of(case.state, IncidentDraft(quote="Hun er løgner"), first, NOW)
    assert parts["quote_from"] == IncidentQuoteFrom(readings=(read,), changed=YesNo.YES)


def test_it_names_what_was_read_and_nothing_else(case: SampleCase) -> None:
    note = sealed(case, NoteDraft(text="Note"))
    with pytest.raises(NotThatKindError):
        parts_of(case.state, IncidentDraft(quote="Hun", quote_from=(note,)), None, NOW)


def _told(case: SampleCase, dossier: Dossier) -> dict[str, str]:
    number = len(case.state.of(INCIDENT))
    return labelled(next(each for each in dossier.incidents if each.number == number).rows)


def test_reports_say_it_beside_the_quote_and_only_police_and_owner_read_what_was_read(
    case: SampleCase,
) -> None:
    read = _read(case)
    shown = case.state.exhibits[0]
    entry = sealed(
        case,
        IncidentDraft(quote="Hun er løgner", quote_from=(read,), exhibits=(shown.original,)),
    )
    how = f"Read in the picture of exhibit {shown.number} by a program ({ENGINE}). Corrected by hand afterwards."
    how += f" Entry {read.seq} in the case’s log."
    for policy in (MANAGER, POLICE, load_policy(RECIPIENTS, "own_copy")):
        dossier = composed(case, policy)
        told = _told(case, dossier)
        assert told["Where the quote comes from"] == how
        assert "quote_from" in opened(dossier, entry)
        whole = policy is not MANAGER
        assert opened(dossier, read) == ({"facts", "text"} if whole else {"facts"})
        assert ("KAlæst" in words_of(dossier)) is whole
    assert _told(case, composed(case, POLICE))["As the program read it"] == WORDS


def test_what_was_not_changed_is_not_printed_twice(case: SampleCase) -> None:
    read = _read(case)
    sealed(case, IncidentDraft(quote_from=(read,)))
    dossier = composed(case, POLICE)
    told = _told(case, dossier)
    assert told["Where the quote comes from"].endswith(
        f"Not changed afterwards. Entry {read.seq} in the case’s log."
    )
    assert "As the program read it" not in told
    assert opened(dossier, read) == {"facts"}


def test_a_typed_quote_says_nothing_of_it(case: SampleCase) -> None:
    sealed(case, IncidentDraft(quote="Hun er løgner"))
    assert "Where the quote comes from" not in _told(case, composed(case, POLICE))


def test_the_pane_says_where_the_quote_comes_from(case: SampleCase) -> None:
    entry = sealed(case, IncidentDraft(quote_from=(_read(case),)))
    thing: Any = case.state.thing_of(entry)
    rows = {row.label: row.value for row in INCIDENT.more_of(thing.current, case.state, ENGLISH)}
    assert ENGINE in rows["Where the quote comes from"]
    (read,) = case.state.of(PICTURE_TEXT)
    title, line = PICTURE_TEXT.line_of(read, case.state, ENGLISH)
    assert (title, ENGINE in line) == ("Text read in the picture of exhibit 1", True)
