"""Timestamp authorities for tests: OpenSSL's on this machine, and answers that no real one would give."""

from __future__ import annotations

import base64
import hashlib
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from app.anchor import Authority, Posted
from app.anchor.der import OCTET_STRING, SEQUENCE, SET, write, write_integer, write_oid
from demo.authority import POLICY, LocalAuthority

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


def root_of(local: LocalAuthority) -> bytes:
    """Return its root certificate as DER."""
    pem = (local.folder / "root.pem").read_bytes()
    return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def signer_of(local: LocalAuthority) -> bytes:
    """Return its stamping certificate as DER."""
    pem = (local.folder / "stamper.pem").read_bytes()
    return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)


def listed(
    local: LocalAuthority, name: str = "Lokal", address: str = "http://t.example/"
) -> Authority:
    """Return it as the list of authorities has it."""
    root = base64.b64encode(root_of(local)).decode()
    return Authority(name, address, root, qualified=False, used=True)


class DirectRoad:
    """A road to an authority without a network; ``asked`` has the questions, ``change`` what becomes of an answer."""

    def __init__(
        self,
        respond: Callable[[bytes], tuple[int, str, bytes]],
        change: Callable[[bytes], bytes] = bytes,
    ) -> None:
        self._respond, self._change = respond, change
        self.asked: list[bytes] = []

    def post(self, address: str, body: bytes) -> Posted:
        """See PostRoad."""
        del address
        self.asked.append(body)
        status, kind, answer = self._respond(body)
        return Posted(status, kind, self._change(answer))


class DeadRoad:
    """A road on which nobody is."""

    def post(self, address: str, body: bytes) -> Posted:
        """See PostRoad."""
        raise ConnectionError(address)


def signed_by(
    local: LocalAuthority,
    certificate: str,
    key: str,
    imprint: bytes,
    nonce: int,
    *,
    own: bool = False,
) -> bytes:
    """Return an answer made by hand, since OpenSSL signs with no certificate that is for something else.

    Args:
        local: whose folder the files lie in.
        certificate: name of the signer's, PEM.
        key: name of its key, PEM, P-256.
        imprint: what it is for.
        nonce: the random number of the question.
        own: leave the root out of what comes along.
    """
    signer = x509.load_pem_x509_certificate((local.folder / certificate).read_bytes())
    secret = load_pem_private_key((local.folder / key).read_bytes(), None)
    assert isinstance(secret, ec.EllipticCurvePrivateKey)
    der = signer.public_bytes(Encoding.DER)
    sha256 = write(SEQUENCE, write_oid("2.16.840.1.101.3.4.2.1"))
    info = write(
        SEQUENCE, write_integer(1), write_oid(POLICY), write(SEQUENCE, sha256, write(OCTET_STRING, imprint)),
        write_integer(7), write(0x18, b"20261201110000Z"), write_integer(nonce),
    )  # fmt: skip
    named = write(SEQUENCE, write(OCTET_STRING, hashlib.sha256(der).digest()))
    attributes = b"".join(
        write(SEQUENCE, write_oid(type_), write(SET, value))
        for type_, value in (
            ("1.2.840.113549.1.9.3", write_oid("1.2.840.113549.1.9.16.1.4")),
            ("1.2.840.113549.1.9.4", write(OCTET_STRING, hashlib.sha256(info).digest())),
            ("1.2.840.113549.1.9.16.2.47", write(SEQUENCE, write(SEQUENCE, named))),
        )
    )
    signature = secret.sign(write(SET, attributes), ec.ECDSA(hashes.SHA256()))
    names = write(SEQUENCE, signer.issuer.public_bytes(), write_integer(signer.serial_number))
    how = write(SEQUENCE, write_oid("1.2.840.10045.4.3.2"))
    signer_info = write(
        SEQUENCE, write_integer(1), names, sha256, write(0xA0, attributes), how,
        write(OCTET_STRING, signature),
    )  # fmt: skip
    certificates = der if own else der + root_of(local)
    content = write(
        SEQUENCE, write_oid("1.2.840.113549.1.9.16.1.4"), write(0xA0, write(OCTET_STRING, info))
    )
    signed = write(
        SEQUENCE, write_integer(3), write(SET, sha256), content, write(0xA0, certificates),
        write(SET, signer_info),
    )  # fmt: skip
    token = write(SEQUENCE, write_oid("1.2.840.113549.1.7.2"), write(0xA0, signed))
    return write(SEQUENCE, write(SEQUENCE, write_integer(0)), token)


def refusal(words: str) -> bytes:
    """Return an answer that gives no token."""
    told = write(SEQUENCE, write(0x0C, words.encode()))
    return write(SEQUENCE, write(SEQUENCE, write_integer(2), told))


@contextmanager
def raw_server(
    answer: Callable[[socket.socket], None], heard: list[bytes] | None = None
) -> Iterator[str]:
    """Listen on this machine, and hand each line to ``answer`` once it was heard; yield the address."""
    heard = heard if heard is not None else []
    stop = threading.Event()

    def serve(ours: socket.socket) -> None:
        while not stop.is_set():
            with suppress(OSError):
                line, _ = ours.accept()
                with line:
                    line.settimeout(0.5)
                    heard.append(line.recv(65536))
                    answer(line)

    with socket.create_server(("127.0.0.1", 0)) as ours:
        ours.settimeout(0.02)
        thread = threading.Thread(target=serve, args=(ours,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{ours.getsockname()[1]}/"
        finally:
            stop.set()
            thread.join()
