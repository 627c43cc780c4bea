from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework import KINDS, Written
from app.dossier.model import Manner, PrintedRow
from app.dossier.pages import look
from app.dossier.pages.facts import LABEL, put_facts
from app.dossier.pages.setting import SetLine, Setter, Span
from app.dossier.pages.sheet import Ground, Sheets, SheetWords
from app.dossier.pages.table import Column, Table, cell
from app.dossier.pages.tables import DUE_WIDTH, MISSING_WIDTH, WHO_WIDTH
from app.dossier.pages.typefaces import Face, Typefaces
from app.language import Language
from app.vocabulary import Role, in_words, spoken_day
from tests.unit.dossier.sample_case import FONTS
from tests.worlds import DANISH, ENGLISH

TYPEFACES = Typefaces(FONTS)
SETTER = Setter(TYPEFACES)


def _lines(text: str, width: float = 200.0) -> tuple[SetLine, ...]:
    return SETTER.lines((Span(text, look.BODY),), width)


def _text(line: SetLine) -> str:
    return "".join(str(run.text) for run in line.runs).replace("\u00a0", " ")


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_no_line_is_wider_than_its_column(text: str) -> None:
    assert all(line.width <= 200.01 for line in _lines(text))


@given(st.text(alphabet="abcæøå /-.", max_size=300))
def test_breaking_loses_no_letter(text: str) -> None:
    set_text = "".join(_text(line) for line in _lines(text))
    assert set_text.replace(" ", "") == text.replace(" ", "")


def test_a_long_address_is_broken_after_a_separator() -> None:
    first = _text(
        _lines("https://facebook.example/groups/nordby/posts/88120?comment_id=1002003004")[0]
    )
    assert first[-1] in "/?=-_."


def test_an_unbroken_paste_of_55_kilobytes_is_set() -> None:
    lines = _lines("x" * 55_000)
    assert sum(len(_text(line)) for line in lines) == 55_000


def test_a_day_stays_with_its_month_and_a_word_with_its_number() -> None:
    for width in range(80, 200, 7):
        for line in _lines(
            "Set den 23. november 2026 kl. 14.03, post 41, Bilag 8, Afsender A", width
        ):
            assert not _text(line).endswith(("23.", "kl.", "post", "Bilag", "Afsender"))


@given(st.text(alphabet="abæ1.,§ –/", min_size=1, max_size=60))
def test_a_plain_line_is_what_its_words_make(text: str) -> None:
    """What is set as the one line that it is, and what is taken apart because its last letter is a span of its own."""
    parts = (Span(text[:-1], look.BODY), Span(text[-1], look.BODY))
    for (whole,) in filter(None, [SETTER.as_one((Span(text, look.BODY),), 900.0)]):
        (taken_apart,) = SETTER.lines(parts, 900.0)
        assert _text(whole) == _text(taken_apart)
        assert whole.width == pytest.approx(taken_apart.width)
    assert SETTER.as_one((Span("to linjer " * 9, look.BODY),), 90.0) == ()


@pytest.mark.parametrize(("fit", "first", "second"), [(5, 4, 2), (3, 3, 3), (2, 2, 4), (1, 0, 6)])
def test_neither_the_first_nor_the_last_line_is_left_alone(
    fit: int, first: int, second: int
) -> None:
    sheets = Sheets(TYPEFACES)
    sheets.put(Ground(0, 0, 1, 1, look.PAPER, None))
    sheets.y = look.BOTTOM - fit * look.BODY.leading - 1
    sheets.text("\n".join("abcdef"), look.BODY)
    lines = [sum(isinstance(mark, SheetWords) for mark in page) for page in sheets.pages]
    assert lines == [first, second]


@pytest.mark.parametrize(
    "bound",
    [
        "21 February",
        "21. februar",
        "20 Nov",
        "maj 2026",
        "2026 14.03",
        "at 14:00",
        "Exhibits 3",
        "punkt 7",
    ],
)
def test_a_day_stays_with_its_month_and_a_number_with_its_word(bound: str) -> None:
    room = SETTER.single(f"xxx {bound}", look.BODY, 400).width - 1
    first, *_ = _lines(f"xxx {bound}", room)
    assert _text(first).split() == ["xxx"]


def test_a_short_word_is_not_left_alone_on_the_last_line() -> None:
    words = "Rapporten blev lavet, da punkt 271 var det sidste. Loggens kode før rapporten er:"
    room = SETTER.single(words, look.BODY, 900).width - 3
    *_, last = _lines(words, room)
    assert _text(last) == "rapporten er:"


def _set_on(page: Sequence[object]) -> int:
    return sum(isinstance(mark, SheetWords) for mark in page)


def test_the_heads_of_columns_are_not_left_alone_at_the_foot_of_a_page() -> None:
    sheets = Sheets(TYPEFACES)
    sheets.put(Ground(0, 0, 1, 1, look.PAPER, None))
    sheets.y = look.BOTTOM - 70
    table = Table(sheets, (Column("Hvad", 200), Column("Hvorfor", 200)))
    table.row((cell("\n".join("abcdef")), cell("g")))
    table.end()
    assert [_set_on(page) for page in sheets.pages] == [0, 2 + 7]


def test_a_fact_that_stands_alone_has_the_whole_width() -> None:
    words = "Videoen viser et billede af mig foran rådhuset og mit navneskilt."
    rows = (PrintedRow("Indhold", words), PrintedRow("Citat", words, Manner.QUOTE))
    sheets = Sheets(TYPEFACES)
    put_facts(sheets, rows)
    assert [_set_on(page) for page in sheets.pages] == [2 * len(rows)]


def test_a_title_is_balanced_over_as_few_lines_as_it_needs() -> None:
    title = "Udhængning på Facebook og i to grupper, november 2026"
    lines = SETTER.balanced(title, look.COVER_TITLE, look.WIDTH)
    assert len(lines) == len(SETTER.lines((Span(title, look.COVER_TITLE),), look.WIDTH)) == 2
    assert _text(lines[1]) != "2026"


def test_what_does_not_fit_a_single_line_ends_in_an_ellipsis() -> None:
    line = SETTER.single("En meget lang titel på en sag " * 10, look.HEADER, 120)
    assert line.width <= 120
    assert _text(line).endswith("…")


def test_a_character_without_a_glyph_is_printed_as_its_code() -> None:
    assert _text(_lines("a\U0001fae0b")[0]) == "a[U+1FAE0]b"


def test_danish_letters_and_emoji_have_glyphs() -> None:
    for character in "æøåÆØÅé”–…→✓😡🔥❤👍":
        assert all("[U+" not in text for _, text, _ in TYPEFACES.runs(character, Face.TEXT))


FULLWIDTH = "".join(chr(ord(each) + 0xFEE0) for each in "You-are-a-liar!")


@pytest.mark.parametrize(
    "words",
    ["你是叛徒\uff0c应该被开除", "田中さんは裏切り者だ。ウソツキ\uff01", "당신은 배신자입니다", FULLWIDTH, "ｱｲｳ「嘘」"],
    ids=["chinese", "japanese", "korean", "fullwidth", "halfwidth"],
)  # fmt: skip
@pytest.mark.parametrize("face", list(Face))
def test_words_of_east_asia_are_set_as_themselves(words: str, face: Face) -> None:
    style = look.BODY._replace(face=face)
    lines = SETTER.lines((Span(f"Han skrev {words} til mig", style),), 400)
    assert words in _text(lines[0])
    assert "[U+" not in _text(lines[0])


def test_a_sentence_without_blanks_is_broken_but_not_before_a_full_stop() -> None:
    words = "他说我是叛徒\uff0c应该被开除。我没有回答。" * 6
    lines = [_text(line) for line in _lines("Kommentar: " + words)]
    assert lines[0].startswith("Kommentar: 他")
    assert "".join(lines).replace(" ", "") == "Kommentar:" + words
    assert not [line for line in lines if line[0] in "\uff0c。"]


def test_a_quotation_mark_stays_with_the_character_it_opens() -> None:
    lines = [_text(line) for line in _lines("彼は「嘘つき」と「Ok」と書いた。" * 12)]
    assert not [line for line in lines if line[-1] == "「"]


@pytest.mark.parametrize("language", [ENGLISH, DANISH], ids=["en", "da"])
def test_roles_and_waits_stand_whole_in_the_table_of_answers(language: Language) -> None:
    for role in Role:
        for word in f"{in_words(role, language)},".split():
            line, *more = SETTER.lines((Span(word, look.SMALL_INK),), WHO_WIDTH - 12)
            assert (_text(line), more) == (word, [])
    waited = language.plural("no answer for {count} day", "no answer for {count} days", 365)
    assert len(SETTER.lines((Span(waited, look.SMALL_INK_BOLD),), MISSING_WIDTH - 12)) == 1


@pytest.mark.parametrize("language", [ENGLISH, DANISH], ids=["en", "da"])
def test_a_weekday_with_its_day_stands_in_one_line_of_what_is_due(language: Language) -> None:
    for day in (date(2026, 12, 30), date(2026, 9, 30), date(2026, 11, 24), date(2026, 11, 26)):
        said = (Span(spoken_day(day, language), look.SMALL_INK_BOLD),)
        assert len(SETTER.lines(said, DUE_WIDTH - 12)) == 1


@pytest.mark.parametrize("language", [ENGLISH, DANISH], ids=["en", "da"])
def test_no_word_of_a_label_is_broken(language: Language) -> None:
    kinds = [kind for kind in KINDS if isinstance(kind, Written)]
    labels = {field.shown or field.label for kind in kinds for field in kind.fields}
    labels |= {row.label for kind in kinds if kind.in_dossier for row in kind.in_dossier.rows}
    words = {word for label in labels if label for word in language.text(label).split()}
    broken = [each for each in words if len(SETTER.lines((Span(each, look.SMALL),), LABEL)) > 1]
    assert broken == []
