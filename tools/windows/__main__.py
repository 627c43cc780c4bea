"""``python -m tools.windows``: build Bevismappe for Windows into dist/windows/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tools.windows.build import OUT, WORK, Build, digests
from tools.windows.signing import make_test_certificate, signer_from


def main() -> int:
    """Build once, or twice to compare."""
    words = argparse.ArgumentParser(prog="python -m tools.windows", description=__doc__)
    words.add_argument(
        "--sign-pfx", default="", help="sign with the certificate in this PKCS #12 file"
    )
    words.add_argument(
        "--test-certificate",
        type=Path,
        metavar="PFX",
        help="only make a certificate to try it with",
    )
    words.add_argument("--twice", action="store_true", help="build twice, unsigned, and compare")
    said = words.parse_args()
    if said.test_certificate:
        make_test_certificate(said.test_certificate)
        return 0
    if said.twice:
        return _twice()
    Build(signer=signer_from(said.sign_pfx)).run()
    return 0


def _twice() -> int:
    once = digests(Build().run())
    # In another folder, whose name is longer, so that no path of the build can stand in what it makes.
    again = digests(Build(WORK / "another-time", OUT.with_name("windows-another-time")).run())
    other = sorted(name for name in once if once[name] != again.get(name))
    print(f"not the same: {', '.join(other)}" if other else "both builds are the same bytes")
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
