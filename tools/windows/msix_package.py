"""What the MSIX says of itself, and its pictures."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

from tools.windows.icon import draw_png
from tools.windows.launcher import windows_version
from tools.windows.msix import pack_msix
from tools.windows.parts import PACKAGING
from tools.windows.tree import tree_files

NOBODY = "CN=Bevismappe"
"""The publisher of a package that nobody signs. It cannot be installed; who signs it takes its place."""

# Name, side and how much of it the sign takes.
_PICTURES = (
    ("StoreLogo", 50, 1.0),
    ("Square44x44Logo", 44, 1.0),
    ("Square44x44Logo.targetsize-48", 48, 1.0),
    ("Square44x44Logo.targetsize-256", 256, 1.0),
    ("Square150x150Logo", 150, 0.6),
)


def build_msix(tree: Path, version: str, publisher: str, sign: Path) -> bytes:
    """Return an unsigned MSIX of a folder.

    Args:
        tree: the folder.
        version: of the product.
        publisher: the subject of the certificate that will sign it, as Windows prints it.
        sign: the drawing of the program's sign.
    """
    files = {name: (tree / name).read_bytes() for name in tree_files(tree)}
    for name, side, share in _PICTURES:
        files[f"Assets/{name}.png"] = draw_png(sign, side, share)
    return pack_msix(package_manifest(version, publisher), files)


def package_manifest(version: str, publisher: str) -> str:
    """Return what a package says of itself."""
    dotted = ".".join(map(str, windows_version(version)))
    told = (PACKAGING / "AppxManifest.xml").read_text("utf-8")
    return told.replace("@VERSION@", dotted).replace("@PUBLISHER@", quoteattr(publisher))
