"""``python -m tools.linux``: write dist/linux/bevismappe_VERSION_amd64.deb, have it checked, and list its parts.

The same commit gives the same bytes, on any Debian 12: everything is dated by the commit (or SOURCE_DATE_EPOCH).
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.version import VERSION
from tools.checkout import commit_time
from tools.linux import picking, places
from tools.linux.archive import size_kib, write_deb
from tools.linux.checks import check
from tools.linux.libraries import asks_for, depends, known_packages, run_packages
from tools.linux.sbom import bill_of
from tools.linux.texts import Relations, control
from tools.linux.tree import put_desktop, put_libraries, put_papers, put_program
from tools.linux.wheels import fetch, unpack

_BESIDE = ("recommends", "suggests")
# Text in pictures is read with it; no file of ours asks for it by name.
_LANGUAGE_DATA = ("tesseract-ocr-dan", "tesseract-ocr-eng")


def main(arguments: list[str]) -> int:
    """Build the package. Return the exit code."""
    parser = argparse.ArgumentParser(prog="tools.linux", description=__doc__)
    parser.add_argument("--dist", type=Path, default=places.DIST, help="folder for the package")
    parser.add_argument("--unchecked", action="store_true", help="leave lintian and the others out")
    parser.add_argument("--level", type=int, default=6, help="how hard xz works: 0 to try things")
    asked = parser.parse_args(arguments)
    package = asked.dist / places.PACKAGE
    build(package, asked.level)
    if not asked.unchecked:
        check(places.TREE, package)
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    print(f"{digest}  {package.name}  ({package.stat().st_size / 1e6:.1f} MB)")
    return 0


def build(package: Path, level: int) -> None:
    """Put the tree together, and write the package from it."""
    unpacked, tree, epoch = places.BUILD / "wheels", places.TREE, commit_time()
    came = fetch(places.downloads())
    wheels = unpack(came, unpacked)
    paths = [path for names in wheels.values() for path in names]
    asked = {path: asks_for(unpacked / path) for path in paths if ".so" in Path(path).name}
    listed = picking.read_list()
    files = picking.pick(wheels, listed, lambda path: asked.get(path, frozenset()))
    shutil.rmtree(tree, ignore_errors=True)
    put_program(tree)
    put_libraries(tree, unpacked, files)
    put_desktop(tree, VERSION, epoch)
    put_papers(tree, unpacked, VERSION, epoch)
    template = (places.DATA / "control").read_text("utf-8")
    relations = relations_of(files, listed.optional, asked)
    told = control(template, VERSION, size_kib(tree), relations)
    write_deb(tree, told, epoch, package, level=level)
    package.with_suffix(".cdx.json").write_bytes(bill_of(came, wheels, files, epoch))


def relations_of(
    files: Sequence[str],
    optional: Mapping[str, Mapping[str, str]],
    asked: Mapping[str, frozenset[str]],
) -> Relations:
    """Return which Debian packages the files want.

    Args:
        files: what goes in.
        optional: which of it works only beside a package that need not be there.
        asked: the names of the libraries that each file asks for.
    """
    own = {Path(path).name for path in files}
    wanted = {
        name for path in files if path not in optional for name in asked.get(path, frozenset())
    }
    beside = {
        word: sorted(each[word] for each in optional.values() if word in each) for word in _BESIDE
    }
    return Relations(
        depends(wanted - own, known_packages(), run_packages()),
        [*beside["recommends"], "fonts-noto-color-emoji", *_LANGUAGE_DATA],
        beside["suggests"],
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
