"""The texts of the package that are made: control file, changes and licences. Pure but for reading the licences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email import message_from_string
from email.utils import format_datetime
from pathlib import Path
from typing import NamedTuple

_COMMON = {"LGPL-3.0": "LGPL-3", "GPL-3.0": "GPL-3", "GPL-2.0": "GPL-2", "MPL-2.0": "MPL-2.0"}
# The licences that Debian has already, by how they begin and end where they stand whole.
_WHOLE = {
    "GPL-3": r"[ \t]*GNU GENERAL PUBLIC LICENSE\s+Version 3.*?END OF TERMS AND CONDITIONS"
    r"(?:\s+How to Apply.*?why-not-lgpl\.html>\.)?",
    "LGPL-2.1": r"[ \t]*GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1.*That's all there is to it!",
    "Apache-2.0": r"[ \t]*Apache License\s+Version 2\.0, January 2004.*?END OF TERMS AND CONDITIONS"
    r"(?:\s+APPENDIX:.*?limitations under the License\.)?",
}


class Relations(NamedTuple):
    """What the package says of others."""

    depends: Sequence[str]
    recommends: Sequence[str]
    suggests: Sequence[str]


def fill(template: str, version: str, epoch: int) -> str:
    """Put version and day into a text that has places for them."""
    day = datetime.fromtimestamp(epoch, UTC).date().isoformat()
    return template.replace("@VERSION@", version).replace("@DAY@", day)


def control(template: str, version: str, size_kib: int, relations: Relations) -> str:
    """Return the control file."""
    lists = {
        "@DEPENDS@": relations.depends,
        "@RECOMMENDS@": relations.recommends,
        "@SUGGESTS@": relations.suggests,
    }
    text = template.replace("@VERSION@", version).replace("@SIZE@", str(size_kib))
    for place, packages in lists.items():
        text = text.replace(place, ", ".join(packages))
    return text


def debian_changelog(version: str, epoch: int) -> str:
    """Return a changelog in Debian's form that leads to ours."""
    when = format_datetime(datetime.fromtimestamp(epoch, UTC))
    return (
        f"bevismappe ({version}) bookworm; urgency=medium\n\n"
        "  * Built from the project's own files; CHANGELOG.md tells what changed.\n\n"
        f" -- The maintainers of Bevismappe <maintainers@bevismappe.invalid>  {when}\n"
    )


def copyright_text(template: str, unpacked: Path, lib: Path) -> str:
    """Return our part of the copyright file, and one for each wheel of which something lies in ``lib``."""
    parts = []
    for folder in sorted(unpacked.glob("*.dist-info")):
        tops = [top for top in _tops(folder) if (lib / top).exists()]
        if tops:
            parts.append(_part(folder, tops))
    return "\n".join([template.rstrip() + "\n", *parts])


def _tops(folder: Path) -> list[str]:
    """Return the files and folders at the top of a wheel, but for what it says of itself."""
    record = (folder / "RECORD").read_text("utf-8")
    tops = {line.partition("/")[0].partition(",")[0] for line in record.splitlines()}
    return sorted(tops - {folder.name, "..", "__pycache__"})


def _part(folder: Path, tops: Sequence[str]) -> str:
    facts = message_from_string((folder / "METADATA").read_text("utf-8"))
    said = facts["License-Expression"] or facts["License"] or "as-its-text-says"
    short = re.sub(r"[^\w.+-]+", "-", said.splitlines()[0]).strip("-")[:60]
    holders = (facts["Author"], facts["Author-email"], facts["Maintainer"])
    holder = next((each for each in holders if each), "its authors, see the text")
    name = f"{facts['Name']}-{facts['Version']}"
    files = " ".join(f"usr/lib/bevismappe/lib/{top}{'' if '.py' in top else '/*'}" for top in tops)
    body = "\n".join(_indented(text) for text in _texts(folder, said))
    return (
        f"Files: {files}\nCopyright: {holder}\nComment: {name}\nLicense: {short}~{name}\n{body}\n"
    )


def _texts(folder: Path, said: str) -> Iterator[str]:
    """Yield the licences that came with a wheel; for one without, where Debian keeps what it names."""
    found = [path for path in sorted(folder.rglob("*")) if _is_licence(path)]
    for path in found:
        text = without_common(path.read_text("utf-8", "replace"))
        yield f"-- {path.relative_to(folder).as_posix()} --\n{text}"
    if not found:
        common = [
            f"/usr/share/common-licenses/{file}" for name, file in _COMMON.items() if name in said
        ]
        yield f"{said}\n" + "\n".join(
            f"On Debian systems the text is in {each}." for each in common
        )


def without_common(text: str) -> str:
    """Return a text that names Debian's own copy of each licence that stood whole in it."""
    for name, whole in _WHOLE.items():
        where = f"(On Debian systems the text is in /usr/share/common-licenses/{name}.)"
        text = re.sub(whole, where, text, flags=re.DOTALL)
    return text


def _is_licence(path: Path) -> bool:
    names = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
    return path.is_file() and ("licenses" in path.parts or path.name.upper().startswith(names))


def _indented(text: str) -> str:
    """Return a text as the copyright file's form wants it: each line behind a blank, empty ones as a full stop."""
    lines = (line.rstrip().expandtabs() for line in text.replace("\f", "").strip().splitlines())
    return "\n".join(f" {line}" if line else " ." for line in lines)
