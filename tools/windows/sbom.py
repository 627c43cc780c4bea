"""Lists what the bundle is made of, as CycloneDX has it, and checks the list against its schema."""

from __future__ import annotations

import hashlib
import json
import time
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.windows.keeping import PYTHON
from tools.windows.licences import Inside, Licences
from tools.windows.parts import Parts
from tools.windows.wxs import NAMESPACE

_Json = dict[str, Any]


class WrongListError(Exception):
    """The list is not as the schema has it."""


def list_of_parts(
    version: str,
    epoch_s: int,
    parts: Parts,
    files: Mapping[str, Path],
    inside: Sequence[Inside],
    licences: Licences,
) -> bytes:
    """Return the list of all parts as JSON.

    Args:
        version: of the product.
        epoch_s: the time that stands in it.
        parts: what comes from outside.
        files: by part, the file that it came in; parts that are left out are not there.
        inside: libraries inside of parts.
        licences: under which each comes.

    Raises:
        WrongListError: it is not as the schema has it.
    """
    versions = {pin.name: pin.version for pin in parts.wheels} | {PYTHON: parts.python.version}
    components = [
        _component(part, versions[part], licences.of[part], files[part]) for part in sorted(files)
    ]
    components += [_library(one) for one in sorted(inside, key=lambda each: (each.of, each.name))]
    top = _described("bevismappe", version, "MPL-2.0") | {"type": "application"}
    top |= {"bom-ref": f"bevismappe@{version}"}
    within = [
        {
            "ref": _reference(part, versions[part]),
            "dependsOn": sorted(_ref(one) for one in inside if one.of == part),
        }
        for part in sorted(files)
    ]
    used = {
        "ref": top["bom-ref"],
        "dependsOn": [_reference(part, versions[part]) for part in sorted(files)],
    }
    told: _Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(epoch_s)),
            "component": top,
        },
        "components": components,
        "dependencies": [used, *within],
    }
    digest = hashlib.sha256(json.dumps(told, sort_keys=True).encode("utf-8")).hexdigest()
    told["serialNumber"] = f"urn:uuid:{uuid.uuid5(NAMESPACE, digest)}"
    text = json.dumps(told, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    _check(text)
    return text.encode("utf-8")


def _component(part: str, version: str, licence: str, file: Path) -> _Json:
    told = _described(part, version, licence) | {"bom-ref": _reference(part, version)}
    if part != PYTHON:
        told["purl"] = _reference(part, version)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    # The hash is of the file that it came in, which is what was pinned.
    came = {"type": "distribution", "url": f"file:{file.name}"}
    told["externalReferences"] = [came | {"hashes": [{"alg": "SHA-256", "content": digest}]}]
    return told


def _library(one: Inside) -> _Json:
    return _described(one.name, one.version, one.licence) | {"bom-ref": _ref(one)}


def _described(name: str, version: str, licence: str) -> _Json:
    licences = [{"expression": licence}]
    return {"type": "library", "name": name, "version": version, "licenses": licences}


def _reference(part: str, version: str) -> str:
    return f"pkg:generic/{part}@{version}" if part == PYTHON else f"pkg:pypi/{part}@{version}"


def _ref(one: Inside) -> str:
    return f"{one.of}/{one.name}@{one.version}"


def _check(text: str) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise WrongListError(str(wrong.data)[:2000])
