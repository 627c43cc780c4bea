"""What IT departments paste from docs/for-it.md can be read by what it is for, and says what the code says."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET

from app.version import VERSION
from app.workplace import REGISTRY_KEY
from tests.unit.house.tree import ROOT
from tools.linux.places import PACKAGE

PAGE = (ROOT / "docs" / "for-it.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_rule_for_applocker_is_xml() -> None:
    (rule,) = map(ET.fromstring, blocks("xml"))
    assert rule.attrib["Action"] == "Allow"
    assert rule.find(".//BinaryVersionRange") is not None


def test_the_policy_is_what_the_program_reads() -> None:
    (policy,) = map(tomllib.loads, blocks("toml"))
    assert list(policy) == ["vault_folder"]
    assert f"HKLM\\{REGISTRY_KEY} /v VaultFolder" in PAGE


def test_the_files_have_the_names_that_are_built() -> None:
    assert PACKAGE in PAGE
    versions = set(re.findall(r"bevismappe[-_](\d+\.\d+\.\d+)", PAGE))
    assert versions == {VERSION}


def test_both_languages_answer_the_same_questions() -> None:
    danish, english = (
        re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE)
        for part in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:3]
    )
    questions = danish.index("Hvad kan I læse?") + 1
    assert len(english) == questions
