"""Everything the product says in Danish, by who reads it: the catalogue by where a text is said, data and letters."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec
from babel.messages.pofile import read_po

from app.language import Language
from app.messages.sentences import SENTENCES
from tests.unit.house.tree import ROOT, files
from tools.messages.reading import said_by_the_code

CATALOGUE = ROOT / "resources/locales/da/LC_MESSAGES/bevismappe.po"
LETTER = ROOT / "resources/verifier/LAES-MIG.txt"
VERIFIERS = ("resources/verifier/verify.py", "resources/verifier/verify.sh")


class Area(StrEnum):
    """Who reads a text, and where."""

    WINDOW = "window"
    MESSAGES = "messages"
    COMMANDS = "commands"
    REPORT = "report"
    REQUESTS = "requests"
    GUIDANCE = "guidance"
    LETTERS = "letters"
    VERIFIERS = "verifiers"
    README = "readme"


# The first that fits; what stands nowhere else is shown by the window.
_FOLDERS = (
    ("app/messages/", Area.MESSAGES),
    ("app/cli/", Area.COMMANDS),
    ("app/bootstrap", Area.COMMANDS),
    ("demo/", Area.COMMANDS),
    ("app/dossier/recovery_sheet", Area.LETTERS),
    ("app/dossier/", Area.REPORT),
)


class Said(msgspec.Struct, frozen=True):
    """One Danish text; ``key`` finds it: an msgid, or the name of a file."""

    area: Area
    key: str
    danish: str
    forms: tuple[str, ...] = ()


def everything() -> tuple[Said, ...]:
    """All of it; a text said in two areas is there twice."""
    return (*catalogue(), *requests(), *of_data(), *letters(), *verifiers(), *readme())


def catalogue() -> Iterator[Said]:
    """The catalogue's texts, with both forms of what is counted."""
    areas: dict[str, set[Area]] = {}
    for each in said_by_the_code():
        areas.setdefault(each.one, set()).add(_area(each.where))
    with CATALOGUE.open("rb") as file:
        for message in read_po(file, locale="da"):
            ids, strings = _listed(message.id), _listed(message.string)
            for area in sorted(areas.get(ids[0], ()) if ids else ()):
                for danish in dict.fromkeys(strings):
                    yield Said(area, ids[0], danish, tuple(strings))


def _listed(forms: str | Iterable[str] | None) -> list[str]:
    return ([forms] if forms else []) if isinstance(forms, str) else list(forms or ())


def _area(where: str) -> Area:
    fits = (area for folder, area in _FOLDERS if where.startswith(folder))
    return next(fits, Area.WINDOW)


def requests() -> Iterator[Said]:
    """What a person can ask a recipient for, and what is said before a report is made."""
    for path in files("*.toml", under="resources/recipients"):
        for text in _under_da(tomllib.loads((ROOT / path).read_text("utf-8")), danish=False):
            yield Said(Area.REQUESTS, path.name, text)


def of_data() -> Iterator[Said]:
    """What is said of each deadline, in the review, of prevention and as guidance, in the window and by the command."""
    for folder in ("letters", "packs", "prevention", "review"):
        for path in files("*.toml", under=f"resources/{folder}"):
            area = Area.GUIDANCE if path.name.startswith("guidance_") else Area.WINDOW
            for text in _under_da(tomllib.loads((ROOT / path).read_text("utf-8")), danish=False):
                yield Said(area, path.name, text)


def _under_da(value: object, *, danish: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _under_da(inner, danish=danish or key == "da")
    elif isinstance(value, list):
        for inner in value:
            yield from _under_da(inner, danish=danish)
    elif danish and isinstance(value, str):
        yield value


def letters() -> Iterator[Said]:
    """The letter in a package: a line of a list and a paragraph are each a text; what is typed is none."""
    paragraph: list[str] = []
    for line in [*LETTER.read_text("utf-8").splitlines(), ""]:
        begins_anew = not line.strip() or re.match(r"- |\s{4}", line)
        if begins_anew and paragraph:
            yield Said(Area.LETTERS, LETTER.name, " ".join(paragraph))
            paragraph = []
        if line.strip() and not re.match(r"\s{4}(?:python3|sha256sum|sh |Get-|certutil|\{)", line):
            paragraph.append(line.strip().removeprefix("- "))


def verifiers() -> Iterator[Said]:
    """The tables of both verifiers; the longer texts of verify.py stand before a line with a stroke."""
    for name in VERIFIERS:
        source = (ROOT / name).read_text("utf-8")
        for _, danish, _ in re.findall(r"^([\w ]+) \| (.+?) \| (.+)$", source, re.MULTILINE):
            yield Said(Area.VERIFIERS, name, danish.replace(r"\n", " "))
        for danish in re.findall(r'"""\n([^"|]+(?:"Fund"[^"|]*)?)\n\|\n', source):
            yield Said(Area.VERIFIERS, name, " ".join(danish.split()))


def readme() -> Iterator[Said]:
    """The Danish paragraph at the top."""
    yield Said(Area.README, "README.md", (ROOT / "README.md").read_text("utf-8").split("\n\n")[1])


def window_messages(language: Language) -> dict[str, str]:
    """What the window says of each error that can reach it."""
    return {
        name: language.text(each.text)
        for name, each in SENTENCES.items()
        if not name.startswith("cli.")
    }
