"""Write the locks anew: every version pinned with the hashes of its files, for every platform at once.

The locks say what is installed, never from where: a hash names the file, and whichever index the
machine is set up with may deliver it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LOCKS = Path("requirements")
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.11"),
    *("--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"),
)


def main() -> None:
    """Compile the three locks; further arguments go to uv, such as ``--upgrade``."""
    run = LOCKS / "run.txt"
    _compile("pyproject.toml", "--output-file", str(run))
    # Tools are locked on top of what runs, so that tests see the versions that users get.
    _compile("--group", "dev", "--constraints", str(run), "--output-file", str(LOCKS / "dev.txt"))
    _compile(str(LOCKS / "setup.in"), "--output-file", str(LOCKS / "setup.txt"))


def _compile(*arguments: str) -> None:
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, *COMPILE, *arguments, *sys.argv[1:]], check=True)


if __name__ == "__main__":
    main()
