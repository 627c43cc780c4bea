"""``python -m tools.linux``: write dist/linux/bevismappe_VERSION_amd64.deb and have it checked.

The same commit gives the same bytes, on any Debian 12: everything is dated by the commit (or SOURCE_DATE_EPOCH).
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

from app.version import VERSION
from tools.linux import picking, places
from tools.linux.archive import size_kib, write_deb
from tools.linux.checks import check
from tools.linux.libraries import asks_for, depends, known_packages, run_packages
from tools.linux.texts import Relations, control
from tools.linux.tree import put_desktop, put_libraries, put_papers, put_program
from tools.linux.wheels import fetch, unpack


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
    unpacked, tree, epoch = places.BUILD / "wheels", places.TREE, places.epoch()
    paths = unpack(fetch(places.downloads()), unpacked)
    rules = picking.read_rules((places.DATA / "keep.txt").read_text("utf-8"))
    idle = [rule.pattern for rule in picking.idle_rules(paths, rules)]
    if idle:
        raise SystemExit(f"packaging/linux/keep.txt names what is in no wheel: {' '.join(idle)}")
    asked = {path: asks_for(unpacked / path) for path in paths if ".so" in Path(path).name}
    picked = picking.pick(paths, rules, lambda path: asked.get(path, frozenset()))
    shutil.rmtree(tree, ignore_errors=True)
    put_program(tree)
    put_libraries(tree, unpacked, picked.files)
    put_desktop(tree, VERSION, epoch)
    put_papers(tree, unpacked, VERSION, epoch)
    template = (places.DATA / "control").read_text("utf-8")
    relations = relations_of(picked, asked)
    write_deb(
        tree, control(template, VERSION, size_kib(tree), relations), epoch, package, level=level
    )


def relations_of(picked: picking.Picked, asked: dict[str, frozenset[str]]) -> Relations:
    """Return which Debian packages the picked files want."""
    own = {Path(path).name for path in picked.files}
    wanted = {
        name
        for path in picked.files
        if path not in picked.optional
        for name in asked.get(path, frozenset())
    }
    beside = {
        verb: {rule.package for rule in picked.optional.values() if rule.verb == verb}
        for verb in picking.OPTIONAL
    }
    return Relations(
        depends(wanted - own, known_packages(), run_packages()),
        sorted({*beside["recommends"], "fonts-noto-color-emoji"}),
        sorted(beside["suggests"]),
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
