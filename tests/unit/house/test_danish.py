"""Danish is whole: every text has its translation, with the same placeholders, in words that judge nobody."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.unit.house.tree import ROOT, files
from tools.messages.catalogue import updated
from tools.messages.reading import said_by_the_code

CATALOGUE = ROOT / "resources/locales/da/LC_MESSAGES/bevismappe.po"

# The program keeps what was posted; who did wrong, and whether anything is proven, others decide.
JUDGING = re.compile(r"\b(?:offer|gerningsmand|skyldig|strafbart|bevist)\b", re.IGNORECASE)


# One word for one thing (docs/glossary.md): what was said before, and a thing's second name.
REPLACED = re.compile(
    r"\bpost(?:en|er|erne|ens|ernes)?\b|kvitteringskode|brugeren\b|\bejeren\b|tilbageh[oe]ld|holdt tilbage|udeladt"
    r"|lagt til side|henvendelse|indførsel|samlemappe|arbejdskopi|billedpunkt|givet besked|fået besked|\bsegl\b",
    re.IGNORECASE,
)
# Names of other things: the public mail of that name, and the program's own question about mail.
OTHER_THINGS = re.compile(r"Digital Post")


def _replaced(text: str) -> list[str]:
    return REPLACED.findall(OTHER_THINGS.sub("", text))


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="da", abort_invalid=True)


def _forms(message: Message) -> tuple[list[str], list[str]]:
    """The English and the Danish forms of a message, each as a list."""
    return _as_list(message.id), _as_list(message.string)


def _as_list(forms: str | Iterable[str] | None) -> list[str]:
    return [forms] if isinstance(forms, str) else list(forms or [])


def _translated(catalogue: Catalog) -> Iterator[tuple[list[str], list[str]]]:
    return (_forms(message) for message in catalogue if message.id)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_of_the_code_is_in_the_catalogue(catalogue: Catalog) -> None:
    known = {tuple(ids) for ids, _ in _translated(catalogue)}
    missing = [
        said
        for said in said_by_the_code()
        if tuple(filter(None, (said.one, said.many))) not in known
    ]
    assert not missing, "\n".join(f"{said.where}: {said.one!r} {said.many!r}" for said in missing)


def test_make_messages_would_change_nothing() -> None:
    """Otherwise run it: something is said no more, or stands in another place or form than it writes."""
    text = CATALOGUE.read_text("utf-8")
    assert updated(text, said_by_the_code()).splitlines() == text.splitlines()


def test_every_translation_is_there_and_certain(catalogue: Catalog) -> None:
    assert not [message.id for message in catalogue if message.id and message.fuzzy]
    assert not [ids for ids, strings in _translated(catalogue) if not all(strings)]


def test_a_translation_has_the_placeholders_of_its_text(catalogue: Catalog) -> None:
    for ids, strings in _translated(catalogue):
        wanted = {name for each in ids for name in _placeholders(each)}
        for each in strings:
            # One of something may be said without its number.
            assert _placeholders(each) in (wanted, wanted - {"count"}), each


def test_danish_words_judge_nobody_and_do_not_shout(catalogue: Catalog) -> None:
    texts = {each for _, strings in _translated(catalogue) for each in strings}
    assert not [each for each in texts if JUDGING.search(each) or "!" in each]


def test_one_thing_has_one_danish_word(catalogue: Catalog) -> None:
    texts = [each for _, strings in _translated(catalogue) for each in strings]
    assert "Kontrolkode: {code}" in texts
    assert "Uændret til og med punkt {seq}" in texts
    assert not {each: _replaced(each) for each in texts if _replaced(each)}


def test_danish_data_has_the_same_words() -> None:
    texts = [each for path in files("*.toml", under="resources") for each in _danish_in(path)]
    assert texts
    assert not {each: _replaced(each) for each in texts if each != "post" and _replaced(each)}


def test_danish_quotation_marks_are_danish(catalogue: Catalog) -> None:
    assert not [each for _, strings in _translated(catalogue) for each in strings if "“" in each]


def test_danish_data_judges_nobody() -> None:
    texts = {str(path): list(_danish_in(path)) for path in files("*.toml", under="resources")}
    texts |= {str(path): [_read(path)] for path in files("LAES-MIG*", under="resources")}
    assert any(texts.values())
    found = {path: JUDGING.findall("\n".join(each)) for path, each in texts.items()}
    assert not {path: words for path, words in found.items() if words}


def _danish_in(path: Path) -> Iterator[str]:
    """Every text of a data file that stands under the key ``da``."""
    yield from _under_da(tomllib.loads(_read(path)), danish=False)


def _under_da(value: object, *, danish: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _under_da(inner, danish=danish or key == "da")
    elif isinstance(value, list):
        for inner in value:
            yield from _under_da(inner, danish=danish)
    elif danish and isinstance(value, str):
        yield value


def _read(path: Path) -> str:
    return (ROOT / path).read_text("utf-8")
