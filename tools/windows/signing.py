"""Signs what is handed out, where there is a certificate, and asks afterwards whether it holds.

The certificate, its key and the certificates above it come in one PKCS #12 file. A stamp of the time is asked
for only where the address of such a service is given: the build itself is offline.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tools.windows.authenticode import OSSLSIGNCODE

_OPENSSL = "openssl"
_NAME = "Bevismappe"
_PASSWORD = "SIGN_PASSWORD"  # noqa: S105  (the name of a variable)
_STAMP = "SIGN_TIMESTAMP"
# As Windows prints a subject, which is how a package names its publisher.
_AS_WINDOWS = "RFC2253,sep_comma_plus_space,utf8,-esc_msb"


class SigningError(Exception):
    """A file could not be signed, or its signature does not hold."""


@dataclass(frozen=True)
class Signer:
    """Whose name stands on what is handed out.

    Attributes:
        pfx: the PKCS #12 file.
        password: what opens it; "" where nothing does.
        stamp: the address of a service that stamps the time; "" for none.
    """

    pfx: Path
    password: str = ""
    stamp: str = ""

    def subject(self) -> str:
        """Return the certificate's subject.

        Raises:
            SigningError: the file cannot be read.
        """
        told = self._asked("-clcerts", "-nokeys")
        done = _run([_OPENSSL, "x509", "-noout", "-subject", "-nameopt", _AS_WINDOWS], told)
        return done.decode("utf-8").strip().removeprefix("subject=").strip()

    def sign(self, path: Path) -> None:
        """Sign a program, an installer or a package in its place, and check the signature.

        Raises:
            SigningError: it could not be signed, or the signature does not hold.
        """
        stamp = ("-ts", self.stamp) if self.stamp else ()
        with tempfile.TemporaryDirectory() as name:
            signed, word = Path(name) / path.name, Path(name) / "word"
            opened: tuple[str | Path, ...] = ()
            if self.password:
                word.touch(0o600)
                word.write_text(self.password, encoding="utf-8")
                opened = ("-readpass", word)
            by = (OSSLSIGNCODE, "sign", "-pkcs12", self.pfx, *opened, "-h", "sha256", "-n", _NAME)
            _run([*by, *stamp, "-in", path, "-out", signed])
            path.write_bytes(signed.read_bytes())
        self.verify(path)

    def verify(self, path: Path) -> None:
        """Check a file's signature against the certificates above ours.

        Raises:
            SigningError: it does not hold.
        """
        with tempfile.TemporaryDirectory() as name:
            above = Path(name) / "above.pem"
            above.write_bytes(self._asked("-nokeys"))
            _run([OSSLSIGNCODE, "verify", "-CAfile", above, "-in", path])

    def _asked(self, *what: str) -> bytes:
        word = {"BEVISMAPPE_PFX": self.password}
        asked: list[str | Path] = [
            _OPENSSL,
            "pkcs12",
            "-in",
            self.pfx,
            "-passin",
            "env:BEVISMAPPE_PFX",
            *what,
        ]
        return _run(asked, env=word)


def signer_from(pfx: str) -> Signer | None:
    """Return who signs: ``pfx`` is a path, "" for nobody. Password and stamp come from the environment."""
    if not pfx:
        return None
    return Signer(Path(pfx), os.environ.get(_PASSWORD, ""), os.environ.get(_STAMP, ""))


def make_test_certificate(pfx: Path) -> None:
    """Make a certificate that nobody trusts, with one above it, to try the signing with.

    Raises:
        SigningError: openssl could not make it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ca, ca_key = folder / "ca.pem", folder / "ca.key"
        cert, key, asked = folder / "us.pem", folder / "us.key", folder / "us.csr"
        rsa = ("-newkey", "rsa:2048", "-nodes")
        extensions = folder / "extensions"
        extensions.write_text(
            "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n"
            "extendedKeyUsage=codeSigning\n",
            encoding="ascii",
        )
        top = ("-subj", "/C=DK/O=Bevismappe test/CN=Bevismappe test CA", "-days", "30")
        _run([_OPENSSL, "req", "-x509", *rsa, *top, "-keyout", ca_key, "-out", ca])
        us = ("-subj", "/C=DK/O=Bevismappe test/CN=Bevismappe test")
        _run([_OPENSSL, "req", *rsa, *us, "-keyout", key, "-out", asked])
        by = ("-CA", ca, "-CAkey", ca_key, "-CAcreateserial", "-days", "30")
        _run([_OPENSSL, "x509", "-req", "-in", asked, *by, "-extfile", extensions, "-out", cert])
        pfx.parent.mkdir(parents=True, exist_ok=True)
        whole = ("-inkey", key, "-in", cert, "-certfile", ca, "-passout", "pass:")
        _run([_OPENSSL, "pkcs12", "-export", *whole, "-out", pfx])


def _run(command: list[str | Path], given: bytes = b"", env: dict[str, str] | None = None) -> bytes:
    done = subprocess.run(
        command, input=given, capture_output=True, env={**os.environ, **(env or {})}, check=False
    )
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode("utf-8", "replace")
        raise SigningError(f"{command[0]} {command[1]} did not work:\n{said}")
    return done.stdout
