"""Every error of every room has a sentence of its own, in the pattern that a shaken person can use."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.language import Language
from app.log import kind_of
from app.messages import explain
from app.messages.sentences import BY_NUMBER, SENTENCES
from evidence_store import DamagedVaultError, VaultLockedError, VaultMissingError
from tests.unit.house.tree import ROOT, files

# Bases that are only raised as one of their subclasses.
BASES = {
    "anchor.AnchorError",
    "capture.CaptureError",
    "capture.ImportFileError",
    "casework.CaseworkError",
    "anchor.AuthorityError",
    "casework.ConsentError",
    "casework.TimeError",
    "dossier.DossierError",
    "elsewhere.ElsewhereError",
    "envelope.EnvelopeError",
    "evidence_store.EntryError",
    "evidence_store.VaultFileError",
    "handover.HandoverError",
    "markup.MarkupError",
    "packs.PackError",
    "picture.PictureError",
}
# Never reach anybody: some become a finding or another error in their room, one part of a sentence, one is the
# person's own wish.
INNER = {
    "anchor.AddressError",
    "anchor.DerError",
    "anchor.ExpiredError",
    "anchor.SignatureError",
    "anchor.SecretLineError",
    "anchor.SlowError",
    "anchor.TooLargeError",
    "dossier.FontFormError",
    "elsewhere.DamagedFormError",
    "picture.NotThereError",
    "picture.EndedError",
    "picture.FilmTooLargeError",
    "display.NoXServerError",
    "handover.UnreadablePackageError",
    "picture.LimitsRefusedError",
    "ui.StoppedError",
}
# What the window calls the steps that its messages name.
WINDOW_STEPS = {"da": ("Kontrollér", "Sag"), "en": ("Verify", "Case")}
# What systems call what they are to do, word for word.
SYSTEMS_WORDS = {"Always keep on this device", "Behold altid på denne enhed"}
DOCUMENTED_CODES = {2, 3, 10, 11, 12, 13, 130}


def error_classes() -> Iterator[str]:
    for under in ("app", "atomic_file", "evidence_store"):
        for path in files("*.py", under=under):
            for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
                if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                    room = path.parts[1] if under == "app" else under
                    yield f"{room.removesuffix('.py')}.{node.name}"


@pytest.fixture(params=["da", "en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param, ROOT / "resources" / "locales")


def test_every_error_class_has_a_sentence() -> None:
    public = {name for name in error_classes() if "._" not in name} - BASES - INNER
    assert not sorted(public - set(SENTENCES))


def test_every_sentence_belongs_to_an_error_that_exists() -> None:
    known = set(error_classes())
    assert not sorted(name for name in SENTENCES if "." in name and name not in known)


def test_every_code_is_documented() -> None:
    documented = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name, sentence in SENTENCES.items():
        assert sentence.exit_code in DOCUMENTED_CODES, name
        assert f"| {sentence.exit_code} |" in documented


@pytest.mark.parametrize("name", [each for each in SENTENCES if not each.startswith("cli.")])
def test_the_window_names_its_own_step_and_no_command(language: Language, name: str) -> None:
    said = language.text(SENTENCES[name].text)
    assert not re.search(r"[“”]bevismappe |(?<!\S)--?[a-z]", said)
    named = [each for each in re.findall(r"[“”]([^“”]*)”", said) if "{" not in each]
    assert set(named) <= {*WINDOW_STEPS[language.code], *SYSTEMS_WORDS}


def test_who_typed_a_command_is_told_the_next_one(language: Language) -> None:
    damaged = DamagedVaultError(Path("x"))
    assert "bevismappe verify" in explain(damaged, language, typed=True).sentence
    assert WINDOW_STEPS[language.code][0] in explain(damaged, language).sentence


def test_an_error_fills_its_own_fields_into_the_sentence(language: Language) -> None:
    message = explain(VaultMissingError(Path("x.bevismappe")), language)
    assert "x.bevismappe" in message.sentence
    assert (message.kind, message.exit_code) == ("evidence_store.VaultMissingError", 10)


def test_a_vault_that_is_open_elsewhere_ends_with_its_own_code(language: Language) -> None:
    assert explain(VaultLockedError(Path("x")), language).exit_code == 11


def test_an_error_of_the_system_that_names_no_file_is_not_said_of_a_file(
    language: Language,
) -> None:
    nameless = explain(PermissionError(13, "Permission denied"), language)
    assert "None" not in nameless.sentence
    assert "Permission denied" in nameless.sentence
    assert nameless.exit_code == 13


@pytest.mark.parametrize("number", sorted(BY_NUMBER))
def test_the_systems_own_numbers_have_sentences_that_help(language: Language, number: int) -> None:
    message = explain(OSError(number, os.strerror(number), "fil.pdf"), language)
    assert os.strerror(number) not in message.sentence
    assert "choose" in message.sentence.lower() or "vælg" in message.sentence.lower()
    assert message.exit_code in DOCUMENTED_CODES


def test_something_unforeseen_is_named_and_not_shown_as_a_traceback(language: Language) -> None:
    message = explain(ZeroDivisionError("secret words"), language)
    assert "ZeroDivisionError" in message.sentence
    assert "secret words" not in message.sentence
    assert message.exit_code == 70


def test_a_subclass_speaks_with_its_parents_sentence(language: Language) -> None:
    class ColderError(VaultLockedError):
        pass

    parents = explain(VaultLockedError(Path("x")), language).sentence
    assert explain(ColderError(Path("x")), language).sentence == parents


def test_a_missing_file_is_named(language: Language) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        Path("no-such-file").read_bytes()
    assert "no-such-file" in explain(caught.value, language).sentence


def test_kinds_are_named_by_room_and_class() -> None:
    assert kind_of(VaultLockedError) == "evidence_store.VaultLockedError"
    assert kind_of(FileNotFoundError) == "FileNotFoundError"
