"""How a page lies in a scan is found by its words, and a digit is called another one only where it was read so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.dossier import Alike, compared, lying_by_code, lying_of, read_at, word_compared
from app.picture import ReadWord

WORDS = [
    ReadWord(f"word{row}x{column}", 100 + 300 * column, 100 + 150 * row, 120, 30, 100, row)
    for row in range(12)
    for column in range(4)
]


def slanted(x: float, y: float) -> tuple[float, float]:
    """As a telephone sees a sheet: turned, smaller, and narrower above."""
    under = 1 + 0.00005 * y
    return (40 + 0.9 * x + 0.05 * y) / under, (30 - 0.05 * x + 0.95 * y) / under


def seen(
    word: ReadWord, place: Callable[[float, float], tuple[float, float]] = slanted
) -> ReadWord:
    x, y = place(word.left + word.width / 2, word.top + word.height / 2)
    return ReadWord(word.text, round(x) - 50, round(y) - 13, 100, 26, 90, word.line)


def test_where_a_page_lies_is_found_although_some_words_lie_elsewhere() -> None:
    scan = [seen(word) for word in WORDS]
    for at in (3, 17, 29):
        scan[at] = ReadWord(scan[at].text, 900, 40, 90, 25, 90, 0)
    lying = lying_of(WORDS, scan)
    assert lying is not None
    for point in ((150, 120), (1100, 1700), (600, 900)):
        assert lying.place(*point) == pytest.approx(slanted(*point), abs=4)


def test_few_words_say_nothing_of_how_it_lies() -> None:
    assert lying_of(WORDS[:5], [seen(word) for word in WORDS[:5]]) is None


def test_the_corners_of_a_code_say_it_roughly() -> None:
    corners = ((1300, 170), (1480, 170), (1480, 350), (1300, 350))
    moved = [(x // 2 + 10, y // 2 + 20) for x, y in corners]
    lying = lying_by_code(corners, moved)
    assert lying is not None
    assert lying.place(100, 2000) == pytest.approx((60, 1020), abs=2)


def test_a_word_is_looked_for_in_its_place_in_one_piece_or_in_several() -> None:
    lying = lying_of(WORDS, [seen(word) for word in WORDS])
    assert lying is not None
    word = ReadWord("19.04", 400, 550, 120, 30, 100, 0)
    x, y = slanted(460, 565)
    pieces = [
        ReadWord("04", round(x) + 5, round(y) - 13, 40, 26, 90, 0),
        ReadWord("19.", round(x) - 45, round(y) - 13, 40, 26, 90, 0),
        ReadWord("7", round(x), round(y) + 30, 10, 26, 90, 0),
    ]
    assert read_at(word, lying, pieces) == "19.04"
    assert read_at(word, lying, pieces[2:]) == ""


@pytest.mark.parametrize(
    ("sealed", "read", "alike"),
    [
        ("19.04", "19.04", Alike.SAME),
        ("19.04", "19,04", Alike.SAME),
        ("7a84ead1", "7a84eadl", Alike.SAME),
        ("4.100", "4.I00", Alike.SAME),
        ("19.04", "19.09", Alike.OTHER),
        ("4.100", "1.100", Alike.OTHER),
        ("19.04", "19.0", Alike.UNSURE),
        ("19.04", "", Alike.UNSURE),
        ("19.04", "19.0k", Alike.UNSURE),
        ("A1", "31", Alike.UNSURE),
    ],
)
def test_only_another_digit_in_its_place_is_another_digit(
    sealed: str, read: str, alike: Alike
) -> None:
    assert compared(sealed, read) is alike


@pytest.mark.parametrize(
    ("whole", "closer", "ours", "said"),
    [
        ("truede", ("truede", "Truede,"), "skrev", Alike.OTHER),
        ("truede", ("truede", "skrev"), "skrev", Alike.SAME),  # one of them read it right
        ("truede", ("truede", "trude"), "skrev", Alike.UNSURE),  # they do not agree
        (
            "truede",
            ("truede", "truede"),
            "skrov",
            Alike.UNSURE,
        ),  # nor is the sealed page read right
        ("skrcv", ("skrcv", "skrcv"), "skrev", Alike.UNSURE),  # a blurred e
        ("skreu", ("skreu", "skreu"), "skrev", Alike.UNSURE),
        ("hunskrev", ("hunskrev", "hunskrev"), "skrev", Alike.UNSURE),  # two words read as one
        ("krev", ("krev", "krev"), "skrev", Alike.UNSURE),  # a part of it
        ("", ("", ""), "skrev", Alike.UNSURE),
    ],
)
def test_a_word_is_another_one_only_where_all_readings_say_so(
    whole: str, closer: tuple[str, ...], ours: str, said: Alike
) -> None:
    assert word_compared("skrev", whole, closer, ours) is said


def test_of_a_print_that_is_hard_to_read_only_quite_another_word_is_named() -> None:
    def said(read: str, *, sharp: bool) -> Alike:
        return word_compared("skrev", read, (read, read), "skrev", sharp=sharp)

    assert said("skred", sharp=True) is Alike.OTHER
    assert said("skred", sharp=False) is Alike.UNSURE
    assert said("tullede", sharp=False) is Alike.OTHER
