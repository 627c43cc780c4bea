"""Every option and argument of every command with ``--``, ``-``, nothing and blanks: kept as typed, or refused.

Whatever is sealed reads back, whatever ends a command is a documented code, and the vault holds together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.casework import KINDS, FieldKind, Gap, Written, decode
from app.cli import COMMANDS
from app.cli.parsing import UsageError, _parser, parse
from evidence_store import HeadMemory, Vault
from tests.e2e.walk.house import PASSPHRASE, House
from tests.fakes.keys import QUICK_KEYS
from tests.fakes.terminal import FakeTerminal
from tests.worlds import ENGLISH

ODD = ("--", "-", "", "   ")
CODES = {0, 1, 2, 3, 10, 11, 12, 13}
WRITTEN = [kind for kind in KINDS if isinstance(kind, Written)]


def base_of(kind: Written[Any]) -> tuple[str, ...]:
    """What the command of a kind is given at least."""
    needed = next((field for field in kind.fields if field.name in kind.needs), None)
    named = next((field for field in kind.fields if field.positional), None)
    if named is not None:
        return ("{dossier}",) if named.kind is FieldKind.ENTRY else ("Kl. 9 ringede en fremmed",)
    return (f"--{needed.switch}", "Kl. 9 ringede en fremmed") if needed is not None else ()


def words_of(kind: Written[Any]) -> set[str]:
    """The options of a kind's command that take words as they are."""
    return {
        field.switch.replace("-", "_")
        for field in kind.fields
        if field.kind in (FieldKind.LINE, FieldKind.AREA) and field.option_help
    }


BASE: dict[str, tuple[str, ...]] = {
    "init": (),
    "case": (),
    "capture": (),
    "add": ("{file}",),
    "take-over": ("{file}",),
    "import-envelope": ("{file}",),
    "phone-page": (),
    "list": (),
    "timeline": (),
    "show": ("1",),
    "export": ("1", "--out", "{out}"),
    "clip": ("1", "--mute"),
    "frame": ("1", "--at", "0"),
    "read-text": ("1",),
    "search": ("ord",),
    "mark": ("1", "--shapes", "{shapes}"),
    "redact": ("1", "--box", "1,1,20,20:Barns navn"),
    "dossier": ("--for", "manager", "--out", "{out}"),
    "handover": ("--for", "manager", "--out", "{out}"),
    "verify": (),
    "paper": ("{file}",),
    "stick": ("{file}", "--out", "{out}"),
    "receipt": (),
    "erase": ("1",),
    "stamp": ("--list",),
    "check-clock": ("--server", "127.0.0.1:1"),
    "backup": ("{out}",),
    "copy-elsewhere": ("--to", "{out}"),
    "restore-copy": ("{out}", "{out}", "--key-file", "{phrase}"),
    "passphrase": ("--new-passphrase-file", "{phrase}"),
    "restored": (),
    "share-support": ("{offer}",),
    "withdraw": ("{consent}",),
    "answers": (),
    "checklists": (),
    "watched": (),
    "ideas": (),
    "templates": (),
    "sign-witness": ("1", "--sheet", "{out}"),
    "compare-sources": ("1", "--look"),
    "concern-sheet": ("{concern}", "--out", "{out}"),
    "private-copy": ("--out", "{out}", "--password-file", "{phrase}"),
    "pattern": (),
    "people": ("--register", "citizen", "--name", "Åse Prøve"),
    "review": (),
    "registration-sheet": (),
    "statistics": (),
    "next": (),
    "drafts": ("--out", "{out}"),
    "summary": (),
    "deadlines": (),
    "guidance": (),
    "calendar": ("--out", "{out}"),
    **{kind.command.name: base_of(kind) for kind in WRITTEN},
}
SEALED_AS_TYPED = {
    "case": {"title", "ref", "name", "job", "workplace"},
    "capture": {"url"},
    **{kind.command.name: words_of(kind) for kind in WRITTEN},
}


def actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Those that take a value."""
    for action in parser._actions:
        if action.nargs != 0 and not isinstance(action, argparse._SubParsersAction):
            yield action


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Each command's own parser; the program's own under ""."""
    whole = _parser(ENGLISH, COMMANDS)
    (commands,) = (each for each in whole._actions if isinstance(each, argparse._SubParsersAction))
    return {"": whole, **commands.choices}


def cases() -> Iterator[tuple[str, str]]:
    for command, parser in parsers().items():
        for action in actions(parser):
            yield command, action.option_strings[-1] if action.option_strings else action.dest


def with_value(house: House, command: str, name: str, value: str, number: int) -> list[str]:
    """The words of a command with one value in the place of what it usually is."""
    places = {
        "{out}": str(house.folder / f"out-{number}"),
        "{file}": str(house.folder / "a.txt"),
        "{phrase}": str(house.folder / "same.txt"),
        "{shapes}": house.shapes([{"shape": "number", "x": 20, "y": 20}]),
    }
    if "{dossier}" in BASE[command]:
        places["{dossier}"] = dossier_of(house)
    if "{offer}" in BASE[command]:
        places["{offer}"] = house.ok("support-offer", "--form", "psychologist")["id"]
    if "{concern}" in BASE[command]:
        places["{concern}"] = house.ok("concern", "--what", "Ord")["id"]
    if "{consent}" in BASE[command]:
        item = house.ok("health", "--words", "Ord")["id"]
        said_to = ("--recipient", "union_consultant", "--item", item)
        places["{consent}"] = house.ok("consent", *said_to)["id"]
    words = [places.get(word, word) for word in BASE[command]]
    if not name.startswith("-"):
        first = next((at for at, word in enumerate(words) if not word.startswith("-")), None)
        options = words if first is None else words[:first] + words[first + 1 :]
        return [*options, "--", value]
    if name in words:
        at = words.index(name)
        del words[at : at + 2]
    return [f"{name}={value}", *words]


def dossier_of(house: House) -> str:
    """The id of a dossier of the case, made when it is first wanted."""
    made = [each["id"] for each in house.ok("list")["items"] if each["kind"] == "dossier"]
    if not made:
        house.ok("dossier", "--for", "manager", "--out", str(house.folder / "report.pdf"))
        return dossier_of(house)
    return str(made[0])


@pytest.fixture
def filled(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.chdir(house.folder)  # some values are names of files
    house.terminal = FakeTerminal(typed="fra standardinput")
    (house.folder / "a.txt").write_text("vedlagt", encoding="utf-8")
    (house.folder / "same.txt").write_text(PASSPHRASE, encoding="utf-8")
    house.ok("capture")
    return house


@pytest.mark.parametrize("value", ODD)
def test_every_value_arrives_as_it_was_typed_or_is_refused(value: str) -> None:
    language = ENGLISH
    asked = 0
    for command, parser in parsers().items():
        for action in actions(parser) if command else ():
            name = action.option_strings[-1] if action.option_strings else "--"
            words = [f"{name}={value}"] if action.option_strings else ["--", value]
            others = [
                word
                for other in parser._actions
                if other.required and other is not action and other.option_strings
                for word in (other.option_strings[-1], "1")
            ]
            places = [
                other
                for other in parser._actions
                if not other.option_strings and (other.nargs is None or other is action)
            ]
            at = places.index(action) if action in places else len(places)
            before, after = ["1"] * at, ["1"] * (len(places) - at - 1)
            argv = [command, *others, *before, *words, *after]
            try:
                got = getattr(parse(argv, language), action.dest)
            except UsageError:
                continue
            asked += 1
            read = action.type if callable(action.type) else str
            assert got in (read(value), [read(value)]), argv
    assert asked > 40


@pytest.mark.parametrize(("command", "name"), list(cases()))
def test_an_odd_value_is_kept_as_typed_or_refused(filled: House, command: str, name: str) -> None:
    for number, value in enumerate(ODD):
        words = with_value(filled, command, name, value, number) if command else []
        before = bodies(filled)
        if command:
            ran = filled.run(command, *words)
        else:
            ran = filled.typed(
                "--json", "--vault", str(filled.vault), "--passphrase-file",
                str(filled.passphrase_file), f"{name}={value}", "list",
            )  # fmt: skip
        assert ran.code in CODES, (value, ran.out, ran.err)
        new = [body for body in bodies(filled) if body not in before]
        if ran.code:
            assert not new, (value, ran.out)
        elif name.lstrip("-").replace("-", "_") in SEALED_AS_TYPED.get(command, set()):
            typed = "fra standardinput" if value == "-" and name in {"text", "words"} else value
            if typed:
                assert any(json.dumps(typed, ensure_ascii=False) in body for body in new), (
                    value,
                    new,
                )
    assert filled.run("verify").code == 0


def bodies(house: House) -> list[str]:
    """Every part of every entry as its JSON; each can be read."""
    with Vault.open(
        house.vault, PASSPHRASE, heads=HeadMemory(house.folder / "looked"), parameters=QUICK_KEYS
    ) as vault:
        found = []
        for chain in vault.chains():
            for entry in vault.entries(chain.id):
                assert not [part for part in decode(entry).parts.values() if isinstance(part, Gap)]
                found += [
                    f"{entry.id} {part.name} {(part.body or b'').decode()}" for part in entry.parts
                ]
        return found


def test_every_command_and_every_one_of_its_values_is_asked() -> None:
    assert set(BASE) == {command.NAME for command in COMMANDS}
    names = {command for command, _ in cases()}
    assert names >= {"", "incident", "note", "add", "capture", "dossier"}


@pytest.mark.parametrize(
    "words",
    [
        ("note", ""),
        ("note", "   "),
        ("note", "\u200b\u00a0"),
        ("incident",),
        ("incident", "--quote", " ", "--url="),
        ("contact",),
        ("contact", "--name", " "),
    ],
)
def test_what_says_nothing_is_refused_with_a_sentence(house: House, words: tuple[str, ...]) -> None:
    before = bodies(house)
    ran = house.run(*words)
    assert ran.code == 2
    assert "Nothing was saved." in ran.answer["error"]["message"]
    assert bodies(house) == before


def test_two_dashes_stand_for_themselves_as_a_value_and_for_the_end_of_options_alone(
    house: House,
) -> None:
    house.ok("incident", "--quote=--", "--description", "En fremmed ringede")
    house.ok("note", "--", "--")
    house.ok("note", "--", "--private")
    house.ok("search", "--", "--")
    assert house.run("incident", "--quote", "--", "ord").code == 2
    assert house.run("note", "--about", "--", "e3").code == 2
    shown = [item["text"] for item in house.ok("list")["items"]]
    assert shown == ["En fremmed ringede", "--", "--private"]
    refused = house.run("capture", "--region=--")
    assert "\0" not in refused.out
    assert "“--”" in refused.answer["error"]["message"]


def test_a_file_called_two_dashes_can_be_added(
    house: House, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--").write_text("indhold", encoding="utf-8")
    assert house.ok("add", "--", "--")["added"][0]["size"] == 7
