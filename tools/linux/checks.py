"""What Debian's and the desktops' own checkers say of the package; anything that they mind ends the build."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tools.linux.places import program


def check(tree: Path, package: Path) -> None:
    """Ask every checker. Raises SystemExit: one of them minds something."""
    share = tree / "usr" / "share"
    metainfo = next((share / "metainfo").iterdir())
    for words in (
        [program("desktop-file-validate"), str(share / "applications" / "bevismappe.desktop")],
        [program("appstreamcli"), "validate", "--no-net", str(metainfo)],
        [
            *(program("lintian"), "--fail-on", "error,warning", "--tag-display-limit", "0"),
            *("--allow-root", "--no-cfg", str(package)),
        ],
    ):
        done = subprocess.run(words, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{Path(words[0]).name} minds something (see above)")
