"""Tells wixl what an installer holds: files, shortcut, file type. The same folder gives the same text.

Rules:
- Every id and GUID comes from the path and the scope, so that a newer version knows the files of an older one.
- What is made in the registry belongs to a component and goes when it goes. Vaults, settings and what else
  people have are in no component: nothing that is installed or removed touches them.
- A vault opens with us. Packages are zip files: for those we stand in the list of programs to open with.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from xml.etree import ElementTree as ET

from tools.windows.launcher import WINDOWED

APP_ID = "Bevismappe"
"""How the task bar knows the program; launch.c tells it to Windows, and the shortcut has it too."""

NAMESPACE = uuid.UUID("6f1d7f7c-2f0c-5f0e-9a51-0c6d4be0a111")
LANGUAGE = "1030"
ICON = "app.ico"
SHORTCUT = "StartMenuShortcut"

_DOWNGRADE = "En nyere udgave af Bevismappe er allerede installeret."
_VAULT = "Bevismappe.Vault.1"
_PACKAGE = "Bevismappe.Package.1"
_CLASSES = "Software\\Classes"
_OPEN = f'"[INSTALLDIR]{WINDOWED.name}" "%1"'
_SIGN = f"[INSTALLDIR]{WINDOWED.name},0"


class Scope(StrEnum):
    """For whom it is installed."""

    PER_USER = "perUser"
    PER_MACHINE = "perMachine"


@dataclass(frozen=True)
class _Value:
    """A text in the registry."""

    key: str
    text: str
    name: str = ""


def product_code(version: str, scope: Scope) -> str:
    """The identity of one version of the program."""
    return _guid(f"{scope}/product/{version}")


def describe(version: str, scope: Scope, files: Iterable[str], source: str) -> str:
    """Return the installer's description.

    Args:
        version: of the product.
        scope: for whom it is installed.
        files: paths within the folder that is installed.
        source: that folder.
    """
    return _Description(version, scope, sorted(files), source).text()


class _Description:
    def __init__(self, version: str, scope: Scope, files: list[str], source: str) -> None:
        self._version = version
        self._scope = scope
        self._files = files
        self._source = source
        self._user = scope is Scope.PER_USER
        self._components: list[str] = []

    def text(self) -> str:
        wix = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
        product = ET.SubElement(
            wix,
            "Product",
            Name="Bevismappe",
            Id=product_code(self._version, self._scope),
            UpgradeCode=_guid(f"{self._scope}/upgrade"),
            Language=LANGUAGE,
            Codepage="1252",
            Version=self._version,
            Manufacturer="Bevismappe",
        )
        package = {"Description": "Bevismappe", "Manufacturer": "Bevismappe", "Compressed": "yes"}
        ET.SubElement(
            product, "Package", package, InstallerVersion="500", InstallScope=str(self._scope)
        )
        ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage=_DOWNGRADE)
        ET.SubElement(product, "Media", Id="1", Cabinet="a.cab", EmbedCab="yes")
        ET.SubElement(product, "Icon", Id=ICON, SourceFile=ICON)
        ET.SubElement(product, "Property", Id="ARPPRODUCTICON", Value=ICON)
        ET.SubElement(product, "Property", Id="ARPNOMODIFY", Value="1")
        top = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
        ET.SubElement(top, "Directory", Id="ProgramMenuFolder")
        self._fill(self._install_folder(top))
        feature = ET.SubElement(product, "Feature", Id="Main", Level="1")
        for component in self._components:
            ET.SubElement(feature, "ComponentRef", Id=component)
        ET.indent(wix, " ")
        return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(wix, "unicode") + "\n"

    def _install_folder(self, top: ET.Element) -> ET.Element:
        if self._user:
            local = ET.SubElement(top, "Directory", Id="LocalAppDataFolder")
            above = ET.SubElement(local, "Directory", Id="PROGRAMS", Name="Programs")
        else:
            above = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
        return ET.SubElement(above, "Directory", Id="INSTALLDIR", Name="Bevismappe")

    def _fill(self, install: ET.Element) -> None:
        self._file_types(install)
        self._start_menu(install)
        folders = {"": install}
        for path in self._files:
            folder = path.rpartition("/")[0]
            self._file(self._folder(folders, folder), path)
        if self._user:
            for folder, element in sorted(folders.items()):
                self._removal(element, folder)

    def _folder(self, folders: dict[str, ET.Element], path: str) -> ET.Element:
        if path not in folders:
            above, _, name = path.rpartition("/")
            parent = self._folder(folders, above)
            folders[path] = ET.SubElement(parent, "Directory", Id=_id("d", path), Name=name)
        return folders[path]

    def _file(self, folder: ET.Element, path: str) -> None:
        component = self._component(folder, _id("c", path), path)
        file = {"Id": _id("f", path), "Name": path.rpartition("/")[2]}
        element = ET.SubElement(component, "File", file, Source=f"{self._source}/{path}")
        if self._user:
            self._key_in_registry(component, "Files")
        else:
            element.set("KeyPath", "yes")

    def _removal(self, folder: ET.Element, path: str) -> None:
        """What lies in a profile is not removed with its files by itself."""
        component = self._component(folder, _id("r", path), f"remove/{path}")
        ET.SubElement(component, "RemoveFolder", Id=_id("x", path), On="uninstall")
        self._key_in_registry(component, "Files")

    def _file_types(self, install: ET.Element) -> None:
        component = self._component(install, "FileTypes", "file types")
        program = f"{_CLASSES}\\Applications\\{WINDOWED.name}"
        values = [
            _Value(f"{_CLASSES}\\.bevismappe", _VAULT),
            _Value(f"{_CLASSES}\\{_VAULT}", "Bevismappe"),
            _Value(f"{_CLASSES}\\{_VAULT}\\DefaultIcon", _SIGN),
            _Value(f"{_CLASSES}\\{_VAULT}\\shell\\open\\command", _OPEN),
            _Value(f"{_CLASSES}\\{_PACKAGE}", "Pakke fra Bevismappe"),
            _Value(f"{_CLASSES}\\{_PACKAGE}\\shell\\open\\command", _OPEN),
            _Value(f"{_CLASSES}\\.zip\\OpenWithProgids", "", _PACKAGE),
            _Value(program, "Bevismappe", "FriendlyAppName"),
            _Value(f"{program}\\shell\\open\\command", _OPEN),
            _Value(f"{program}\\SupportedTypes", "", ".bevismappe"),
            _Value(f"{program}\\SupportedTypes", "", ".zip"),
        ]
        for number, value in enumerate(values):
            said = {"Key": value.key, "Type": "string", "Value": value.text}
            if value.name:
                said["Name"] = value.name
            if number == 0:
                said["KeyPath"] = "yes"
            ET.SubElement(component, "RegistryValue", said, Root=self._root)

    def _start_menu(self, install: ET.Element) -> None:
        component = self._component(install, "StartMenu", "start menu")
        target = {"Target": f"[INSTALLDIR]{WINDOWED.name}", "WorkingDirectory": "INSTALLDIR"}
        shown = {
            "Name": "Bevismappe",
            "Directory": "ProgramMenuFolder",
            "Icon": ICON,
            "IconIndex": "0",
        }
        ET.SubElement(component, "Shortcut", {"Id": SHORTCUT, **shown, **target})
        self._key_in_registry(component, "Parts")

    def _component(self, folder: ET.Element, component: str, path: str) -> ET.Element:
        self._components.append(component)
        said = {"Id": component, "Guid": _guid(f"{self._scope}/{path}")}
        if not self._user:
            said["Win64"] = "yes"
        return ET.SubElement(folder, "Component", said)

    def _key_in_registry(self, component: ET.Element, kind: str) -> None:
        key = {"Key": f"Software\\Bevismappe\\{kind}", "Name": component.attrib["Id"]}
        value = {"Type": "integer", "Value": "1", "KeyPath": "yes"}
        ET.SubElement(component, "RegistryValue", {"Root": self._root, **key, **value})

    @property
    def _root(self) -> str:
        return "HKCU" if self._user else "HKLM"


def _guid(text: str) -> str:
    return str(uuid.uuid5(NAMESPACE, text)).upper()


def _id(kind: str, path: str) -> str:
    return kind + hashlib.sha256(path.encode("utf-8")).hexdigest()[:24]
