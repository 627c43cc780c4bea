"""The envelope of a pack: DSSE, with one Ed25519 signature. What is in it is looked at only once that fits.

Rules (the format is DSSE 1.0, https://github.com/secure-systems-lab/dsse):
- One JSON object with ``payload``, ``payloadType`` and one of ``signatures``; nothing else. The payload is a pack.
- ``keyid`` is the public key itself, in 64 hexadecimal digits, and the pack says the same key of its publisher: so the
  signature is checked before anything is read, and what was signed names who signed it.
- Base64 has one form here: what would decode to the same from other letters is refused.
- Of a signature there is one form: S is below the order of the group (RFC 8032, 5.1.7), which the library leaves out.
- Only public data is handled here; no secret key is ever in the program.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

import msgspec

from app.packs.document import LONGEST_BYTES, PackDocument, read_document
from app.packs.errors import PackSignatureError, PackTableError

PAYLOAD_TYPE = "application/vnd.bevismappe.pack.v1+toml"
LONGEST_ENVELOPE = LONGEST_BYTES * 4 // 3 + 4096
"""The longest file that is read, in bytes."""
_ORDER = 2**252 + 27742317777372353535851937790883648493
_KEY = re.compile(r"[0-9a-f]{64}")
_GROUP = 4


class _Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    keyid: str
    sig: str


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    payload: str
    payload_type: str
    signatures: tuple[_Signature, ...]


def open_envelope(untrusted: bytes) -> PackDocument:
    """Return the pack of an envelope whose signature fits the key that it names. Whose key it is, is another question.

    Raises:
        PackTableError: it is no envelope of a pack, or its pack cannot be read.
        PackSignatureError: the signature does not fit what is in it.
    """
    if len(untrusted) > LONGEST_ENVELOPE:
        raise PackTableError(f"is longer than {LONGEST_ENVELOPE} bytes")
    try:
        read = msgspec.json.decode(untrusted, type=_Envelope)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise PackTableError("is no signed pack") from error
    if read.payload_type != PAYLOAD_TYPE:
        raise PackTableError("is signed for something else than a rule pack")
    if len(read.signatures) != 1 or not _KEY.fullmatch(read.signatures[0].keyid):
        raise PackTableError("has to have one signature that names its key")
    (signature,) = read.signatures
    payload = _decoded(read.payload)
    _check(payload, signature.keyid, _decoded(signature.sig))
    document = read_document(payload)
    if document.pack is None or document.publisher is None:
        raise PackTableError("does not say what it is and whose")
    if document.publisher.key != signature.keyid:
        raise PackSignatureError
    return document


def _decoded(text: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise PackTableError("is no signed pack") from error
    if base64.b64encode(data).decode() != text:
        raise PackSignatureError
    return data


def _check(payload: bytes, key: str, signature: bytes) -> None:
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import VerificationError
    from securesystemslib.signer import Signature, SSlibKey

    if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= _ORDER:
        raise PackSignatureError
    envelope = Envelope(payload, PAYLOAD_TYPE, {key: Signature(key, signature.hex())})
    try:
        envelope.verify([SSlibKey(key, "ed25519", "ed25519", {"public": key})], 1)
    except VerificationError as error:
        raise PackSignatureError from error


def fingerprint(key: str) -> str:
    """Return what people compare of a key: the first half of its SHA-256, in groups of four."""
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def same_fingerprint(typed: str, key: str) -> bool:
    """Return whether somebody typed the fingerprint of a key, with or without its blanks."""
    return "".join(typed.split()).casefold() == fingerprint(key).replace(" ", "")


def envelope_bytes(payload: bytes, key: str, signature: bytes) -> bytes:
    """Return the file of a pack that was signed elsewhere."""
    return msgspec.json.encode(
        _Envelope(
            base64.b64encode(payload).decode(),
            PAYLOAD_TYPE,
            (_Signature(key, base64.b64encode(signature).decode()),),
        )
    )


def signed_bytes(payload: bytes) -> bytes:
    """Return what a publisher signs of a pack (DSSE's pre-authentication encoding)."""
    kind = PAYLOAD_TYPE.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)
