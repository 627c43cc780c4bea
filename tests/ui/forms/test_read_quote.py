"""The text in a picture comes into the quote, says that a program read it, and is for a person to mend and to seal."""

from __future__ import annotations

import pytest

from app.actions import read_text
from app.actions.add_file import add_file
from app.actions.mark_and_redact import set_layer
from app.actions.search import search_case
from app.casework.kinds.incident import INCIDENT, IncidentText
from app.casework.kinds.incident_more import IncidentQuoteFrom
from app.casework.kinds.picture_text import PICTURE_TEXT, engine
from app.markup import Box, Layer, Redaction
from app.picture import CannotReadWordsError, Lacking, ReadText, ReadWord
from app.ui.forms.presenter import FormPresenter
from app.ui.routes import Write
from app.vocabulary import YesNo
from evidence_store import EntryId
from tests.data.read_set import posts
from tests.fakes.form_page import FakeFormPage
from tests.fakes.lanes import DirectLanes
from tests.worlds import FONT, Desk

READ = ReadText((ReadWord("Løgner!", 1, 1, 9, 9, 90, 0),), "tesseract", "5.5.4", "dan+eng", 90, 60)
HINT = "A program read it in the picture. Which one, and whether you changed it, is sealed and stands in reports."


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The pictures that were handed to the engine, which reads the same in all of them."""
    pictures: list[bytes] = []

    def read(png: bytes, **_: object) -> ReadText:
        pictures.append(png)
        return READ

    monkeypatch.setattr("app.ui.picture_text.read_picture", read)
    return pictures


def _picture(desk: Desk) -> EntryId:
    (post,) = (each for each in posts() if each.name == "13-two-tone")
    return add_file(desk.case, post.path)


def _shown(desk: Desk, entry: EntryId) -> EntryId:
    exhibit = desk.case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit.shown


def _quote(desk: Desk) -> str:
    (incident,) = desk.session.state.of(INCIDENT)
    assert isinstance(incident.current.text, IncidentText)
    return incident.current.text.quote


def test_it_goes_behind_what_stands_there_and_what_was_read_is_sealed_before_it(
    desk: Desk, form: FormPresenter, page: FakeFormPage, seen: list[bytes]
) -> None:
    entry = _picture(desk)
    form.open(Write("incident", about=entry))
    assert page.reads_pictures
    form.change("quote", "Hun skrev:")

    form.read_picture(_shown(desk, entry))

    assert page.values["quote"] == "Hun skrev:\n\nLøgner!"
    assert page.hints["quote"] == HINT
    assert page.reading[0].startswith("The text is in the quote. Compare it")
    assert isinstance(desk.lanes, DirectLanes)
    assert desk.lanes.jobs.count("work long") == 1
    form.leave()
    form.open(Write("incident", about=entry))
    assert page.hints["quote"] == HINT
    form.save()
    assert _quote(desk) == "Hun skrev:\n\nLøgner!"
    (read,) = desk.session.state.of(PICTURE_TEXT)
    assert (read.words, engine(read.facts)) == ("Løgner!", "tesseract 5.5.4, dan+eng")
    assert read.facts.read_in == _shown(desk, entry)
    assert _source(desk) == IncidentQuoteFrom(readings=(read.entry,), changed=YesNo.YES)
    assert entry in search_case(desk.case, "løgner", 9)
    assert len(seen) == 1


def _source(desk: Desk) -> object:
    (incident,) = desk.session.state.of(INCIDENT)
    return incident.current.quote_from


def test_a_form_that_starts_over_forgets_what_was_read(
    desk: Desk, form: FormPresenter, page: FakeFormPage, seen: list[bytes]
) -> None:
    entry = _picture(desk)
    form.open(Write("incident", about=entry))
    form.read_picture(_shown(desk, entry))
    form.start_over()
    form.change("quote", "Løgner!")
    assert page.hints["quote"] == ""
    form.save()
    assert not desk.session.state.of(PICTURE_TEXT)
    assert _source(desk) == IncidentQuoteFrom()


def test_what_was_read_once_is_not_read_again(
    desk: Desk, form: FormPresenter, page: FakeFormPage, seen: list[bytes]
) -> None:
    entry = _picture(desk)
    for _ in range(2):
        form.open(Write("incident", about=entry))
        form.read_picture(_shown(desk, entry))
        form.start_over()
    assert len(seen) == 1
    assert page.reading[0].startswith("The text is in the quote.")


def test_of_a_copy_nothing_is_read_that_it_covers_and_nothing_is_kept(
    desk: Desk, form: FormPresenter, seen: list[bytes]
) -> None:
    entry = _picture(desk)
    exhibit = desk.case.state.exhibit_of(entry)
    assert exhibit is not None
    set_layer(desk.case, exhibit, Layer(redactions=(Redaction(Box(1, 1, 90, 30), "Navn"),)), FONT)
    form.open(Write("incident", about=entry))

    form.read_picture(_shown(desk, entry))

    with desk.case.vault.open_object(_shown(desk, entry)) as copy:
        assert seen == [copy.read()]
    assert desk.case.vault.entries_read() == frozenset()


def test_what_is_missing_is_said_in_one_sentence(
    desk: Desk, form: FormPresenter, page: FakeFormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise CannotReadWordsError(Lacking.LANGUAGE)

    monkeypatch.setattr(read_text, "find_language_data", lacking)
    entry = _picture(desk)
    form.open(Write("incident", about=entry))

    form.read_picture(_shown(desk, entry))

    sentence, running = page.reading
    assert sentence.startswith(
        "Text in pictures cannot be read on this computer: the data for Danish"
    )
    assert not running
    assert page.values["quote"] == ""


def test_a_picture_without_text_says_so(
    desk: Desk, form: FormPresenter, page: FakeFormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = ReadText((), "tesseract", "5.5.4", "dan", 9, 9)
    monkeypatch.setattr("app.ui.picture_text.read_picture", lambda *_, **__: nothing)
    entry = _picture(desk)
    form.open(Write("incident", about=entry))

    form.read_picture(_shown(desk, entry))

    assert page.reading == ("No text was found in the picture.", False)
    assert page.values["quote"] == ""


def test_closing_the_form_stops_it_between_two_parts(
    desk: Desk, form: FormPresenter, page: FakeFormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(_png: bytes, give_way: object) -> ReadText:
        form.leave()
        assert callable(give_way)
        give_way(0, 1)
        raise AssertionError("it went on")

    monkeypatch.setattr("app.ui.picture_text.read_picture", read)
    entry = _picture(desk)
    form.open(Write("incident", about=entry))

    form.read_picture(_shown(desk, entry))

    assert isinstance(desk.lanes, DirectLanes)
    assert not desk.lanes.unhandled
    assert page.reading == ("", False)


def test_a_form_without_a_quote_offers_nothing(
    desk: Desk, form: FormPresenter, page: FakeFormPage
) -> None:
    form.open(Write("note", about=_picture(desk)))
    assert not page.reads_pictures
