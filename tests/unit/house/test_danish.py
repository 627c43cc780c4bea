"""Danish is whole: every text has its translation, with the same placeholders. Its words: tests/unit/danish."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.unit.house.tree import ROOT
from tools.messages.catalogue import updated
from tools.messages.reading import said_by_the_code

CATALOGUE = ROOT / "resources/locales/da/LC_MESSAGES/bevismappe.po"


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
