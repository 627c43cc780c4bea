"""What can be checked of the Flatpak manifest without Flatpak."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from typing import Any

from tools.linux.places import DATA


def manifest() -> dict[str, Any]:
    (file,) = (DATA / "flatpak").glob("*.json")
    said: dict[str, Any] = json.loads(file.read_text("utf-8"))
    assert file.stem == said["id"]
    return said


def test_it_asks_for_no_network() -> None:
    assert not [each for each in manifest()["finish-args"] if "network" in each]


def test_its_names_are_those_of_the_debian_package() -> None:
    said = manifest()
    metainfo = ET.fromstring((DATA / "metainfo.xml").read_text("utf-8"))
    assert metainfo.findtext("id") == said["id"]
    assert metainfo.findtext("launchable") == said["rename-desktop-file"] == "bevismappe.desktop"
    assert (DATA / said["command"]).exists()
    desktop = (DATA / said["rename-desktop-file"]).read_text("utf-8")
    assert f"Icon={said['rename-icon']}\n" in desktop


def test_what_it_changes_in_the_starter_is_there() -> None:
    starter = (DATA / "bevismappe").read_text("utf-8")
    commands = " ".join(manifest()["modules"][0]["build-commands"])
    changed = re.findall(r"s,(\"[^,]+\"),", commands)
    assert len(changed) == 2
    assert all(starter.count(each) == 1 for each in changed)
