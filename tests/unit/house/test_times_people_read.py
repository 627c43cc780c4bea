"""A time that people read has one form in running text and one in fields and columns, each made in one place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.unit.house.tree import ROOT, files

CATALOGUE = ROOT / "resources/locales/da/LC_MESSAGES/bevismappe.po"

# Where a time is written in another form, because nobody reads it as a time of the case.
FOR_MACHINES = {
    "app/actions/open_envelope.py": "the phone's own time as the part has it",
    "app/casework/times.py": "the offset that settles a time that came twice, and the ledger's local time and days",
    "app/cli/sealed.py": "a day as the ledger keeps it",
    "app/clock.py": "the ledger's stamps",
    "app/dossier/page_code.py": "the square code on paper, read by the program",
    "app/dossier/pdf/about.py": "the day of a file within a PDF",
    "app/dossier/signing/sealing.py": "when a PDF was signed",
    "app/ui/forms/times.py": "a day as the ledger keeps it",
    "app/ui/report/finishing.py": "the name of a file",
    "app/ui/report/private_copying.py": "the name of a file",
}
PEOPLE = {"app/language.py", "app/vocabulary/stamps.py"}

_FORMATTING = {"strftime", "isoformat", "ctime", "format_date", "format_datetime", "format_time"}
_CODES = re.compile(r"%-?[aAbBcdHIjmMpSxXyYZ]")
_DAY_AND_YEAR = re.compile(
    r"\b[0-9]{1,2}[./ -]+(?:[0-9]{1,2}|[^\W\d]{3,9})[./ -]+[0-9]{4}\b.{0,12}|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b"
)
_ENGLISH = re.compile(r"[0-9]{1,2} [A-Z][a-z]{2,3} [0-9]{4}(?: [0-9]{2}:[0-9]{2}\b|(?! [0-9]| at))|"
                      r"[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4} at [0-9]{2}:[0-9]{2}\b")  # fmt: skip
_DANISH = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?: [0-9]{2}\.[0-9]{2}\b|(?! [0-9]| kl))|"
                     r"[0-9]{1,2}\. [a-z]{3,9} [0-9]{4} kl\. [0-9]{2}\.[0-9]{2}\b")  # fmt: skip


def _formatted(source: str) -> Iterator[int]:
    """Lines where a time becomes words by other means than the house's own."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) | ast.alias(name=name) if name in _FORMATTING:
                yield getattr(node, "lineno", 0)
            case ast.FormattedValue(
                format_spec=ast.JoinedStr(values=[ast.Constant(value=str(codes))])
            ):
                if _CODES.search(codes):
                    yield node.lineno


def _odd(text: str, form: re.Pattern[str]) -> list[str]:
    """Days of a year in a text that are written in another way."""
    return [day[0] for day in _DAY_AND_YEAR.finditer(text) if not form.match(text, day.start())]


def _forms(said: str | Iterable[str] | None) -> list[str]:
    return [said] if isinstance(said, str) else list(said or [])


@pytest.mark.parametrize("path", sorted(files("*.py", "app")), ids=str)
def test_no_time_becomes_words_outside_the_one_place(path: Path) -> None:
    if path.as_posix() in FOR_MACHINES.keys() | PEOPLE:
        return
    found = list(_formatted((ROOT / path).read_text(encoding="utf-8")))
    assert not found, f"{path}, lines {found}: vocabulary.stamps says how a time reads"


@pytest.mark.parametrize("path", sorted(FOR_MACHINES))
def test_every_exception_is_still_one(path: str) -> None:
    assert any(_formatted((ROOT / path).read_text(encoding="utf-8")))


def test_the_times_in_texts_have_the_forms_that_the_program_writes() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="da")
    odd = []
    for message in catalogue:
        if message.id:
            odd += [each for text in _forms(message.id) for each in _odd(text, _ENGLISH)]
            odd += [each for text in _forms(message.string) for each in _odd(text, _DANISH)]
    assert odd == []


@pytest.mark.parametrize(
    "line",
    [
        "when.strftime('x')",
        "f'{when:%H.%M}'",
        "day.isoformat()",
        "from babel.dates import format_date",
    ],
)
def test_another_form_is_noticed_in_the_code(line: str) -> None:
    assert list(_formatted(line))


@pytest.mark.parametrize(
    ("text", "form", "noticed"),
    [
        ("Skriv fx 23.11.2026 kl. 14.03", _DANISH, True),
        ("Fra 2026-11-23", _DANISH, True),
        ("Fx 23.11.2026 14:03", _DANISH, True),
        ("23-11-2026 14:03", _ENGLISH, True),
        ("23.11.2026 14.03 eller i går", _DANISH, False),
        ("30. november 2026 kl. 14.03", _DANISH, False),
        ("Such as 30 Nov 2026.", _ENGLISH, False),
        ("23 November 2026 at 14:03", _ENGLISH, False),
    ],
)  # fmt: skip
def test_another_form_is_noticed_in_a_text(text: str, form: re.Pattern[str], noticed: bool) -> None:
    assert bool(_odd(text, form)) == noticed
