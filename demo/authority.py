"""A timestamp authority on this machine: OpenSSL behind a small server that only this machine reaches.

For the demonstration and the tests. Nobody vouches for it: its root is made anew each time.
"""

from __future__ import annotations

import http.server
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

POLICY = "1.3.6.1.4.1.99999.1"
OTHER_POLICY = "1.3.6.1.4.1.99999.2"
REPLY = "application/timestamp-reply"
_NAME = "/O=Example/CN="
_EXTENSIONS = """[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[stamps]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[serves]
basicConstraints = critical,CA:FALSE
extendedKeyUsage = critical,serverAuth
"""
_TSA = """[tsa]
default_tsa = here
[here]
serial = serial
signer_cert = stamper.pem
signer_key = stamper.key
certs = root.pem
default_policy = {policy}
other_policies = {other}
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""
Respond = Callable[[bytes], tuple[int, str, bytes]]


def openssl() -> str | None:
    """Return where OpenSSL is; None where it is not."""
    return shutil.which("openssl")


class LocalAuthority:
    """Root and stamping certificate in a folder, and answers to questions.

    Attributes:
        folder: where its keys and certificates lie; ``root.pem`` is its root.
    """

    def __init__(
        self, folder: Path, name: str = "Example Time", *, days: int = 30, key: str = "EC"
    ) -> None:
        """Make keys and certificates, the stamping one good for so many days; less than 0: it has run out."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "openssl.cnf").write_text(
            _EXTENSIONS + _TSA.format(policy=POLICY, other=OTHER_POLICY), encoding="ascii"
        )
        (folder / "serial").write_text("01\n", encoding="ascii")
        kind = ("rsa:2048",) if key == "RSA" else ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")
        new = ("req", "-config", "openssl.cnf", "-nodes", "-newkey", *kind)
        self.run(
            *new, "-x509", "-extensions", "root", "-days", "60", "-subj", f"{_NAME}{name} Root",
            "-keyout", "root.key", "-out", "root.pem",
        )  # fmt: skip
        self.run(*new, "-subj", f"{_NAME}{name}", "-keyout", "stamper.key", "-out", "stamper.csr")
        self.certify("stamper.csr", "stamper.pem", days=days)

    def certify(self, request: str, out: str, *, days: int = 30, section: str = "stamps") -> None:
        """Give a certificate of that section of the configuration."""
        self.run(
            "x509", "-req", "-in", request, "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial",
            "-extfile", "openssl.cnf", "-extensions", section, "-days", str(days),
            "-out", out,
        )  # fmt: skip

    def reply(self, question: bytes) -> bytes:
        """Return its answer to a question, as DER."""
        (self.folder / "question.tsq").write_bytes(question)
        self.run(
            "ts",
            "-reply",
            "-config",
            "openssl.cnf",
            "-queryfile",
            "question.tsq",
            "-out",
            "answer.tsr",
        )
        return (self.folder / "answer.tsr").read_bytes()

    def respond(self, question: bytes) -> tuple[int, str, bytes]:
        """Return status, kind and bytes as an authority answers by HTTP."""
        return 200, REPLY, self.reply(question)

    def run(self, *arguments: str) -> str:
        """Run OpenSSL in the folder, and return what it prints.

        Raises:
            OSError, subprocess.CalledProcessError: it is not here, or refused.
        """
        return subprocess.run(
            [openssl() or "openssl", *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        ).stdout


@contextmanager
def serving(respond: Respond) -> Iterator[tuple[str, list[bytes]]]:
    """Listen on this machine; yield the address, and the questions that came."""
    asked: list[bytes] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        """Answers each question, and writes no log."""

        def do_POST(self) -> None:
            """Answer one question."""
            question = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(question)
            status, kind, body = respond(question)
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Write nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", asked
        finally:
            server.shutdown()
            thread.join()
