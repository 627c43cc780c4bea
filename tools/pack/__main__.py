"""``python -m tools.pack``: ``key``, ``public``, ``sign`` and ``check``. Keys and signatures are OpenSSL's."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from pathlib import Path

from app.packs import (
    PackDocument,
    PackError,
    envelope_bytes,
    fingerprint,
    named,
    open_envelope,
    read_document,
    signed_bytes,
)

_RAW_BYTES = 32


def main(words: list[str]) -> int:
    """Do what is asked; return the exit code."""
    asked = _asked(words)
    try:
        done: int = asked.act(asked)
    except PackError as error:
        print(f"not a pack: {error}", file=sys.stderr)
        return 3
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"not done: {error}", file=sys.stderr)
        return 13
    return done


def _asked(words: list[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tools.pack", description=__doc__)
    acts = parser.add_subparsers(required=True)
    key = acts.add_parser("key", help="make a key; keep it where nobody else can read it")
    key.add_argument("key", type=Path)
    key.set_defaults(act=_make_key)
    public = acts.add_parser("public", help="tell what the pack and the members are told of a key")
    public.add_argument("key", type=Path)
    public.set_defaults(act=_tell)
    sign = acts.add_parser("sign", help="sign a document")
    sign.add_argument("document", type=Path)
    sign.add_argument("--key", type=Path, required=True)
    sign.add_argument("--out", type=Path, required=True)
    sign.set_defaults(act=_sign)
    check = acts.add_parser("check", help="read a document or a signed pack as the program does")
    check.add_argument("file", type=Path)
    check.set_defaults(act=_check)
    return parser.parse_args(words)


def _openssl(*words: str | Path) -> bytes:
    program = shutil.which("openssl")
    if program is None:
        raise FileNotFoundError("openssl is not there")
    return subprocess.run([program, *map(str, words)], check=True, capture_output=True).stdout


def _make_key(asked: Namespace) -> int:
    if asked.key.exists():
        raise FileExistsError(f"{asked.key} is there already")
    asked.key.touch(mode=0o600)
    _openssl("genpkey", "-algorithm", "ed25519", "-out", asked.key)
    return _tell(asked)


def _public(key: Path) -> str:
    """Return the public key: the last bytes of its DER."""
    return _openssl("pkey", "-in", key, "-pubout", "-outform", "DER")[-_RAW_BYTES:].hex()


def _tell(asked: Namespace) -> int:
    key = _public(asked.key)
    print(f'key = "{key}"')
    print(f"fingerprint: {fingerprint(key)}")
    return 0


def _sign(asked: Namespace) -> int:
    payload = asked.document.read_bytes()
    key = _public(asked.key)
    document = read_document(payload)
    _, publisher = named(document)
    if publisher.key != key:
        print(f'the document has to say: key = "{key}"', file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory() as scratch:
        words = Path(scratch) / "signed"
        words.write_bytes(signed_bytes(payload))
        signature = _openssl("pkeyutl", "-sign", "-rawin", "-inkey", asked.key, "-in", words)
    envelope = envelope_bytes(payload, key, signature)
    open_envelope(envelope)
    with asked.out.open("xb") as file:
        file.write(envelope)
    return _say(document)


def _check(asked: Namespace) -> int:
    data = asked.file.read_bytes()
    return _say(open_envelope(data) if data.startswith(b"{") else read_document(data))


def _say(document: PackDocument) -> int:
    pack, publisher = named(document)
    pieces = len(document.rule) + len(document.note) + len(document.contact)
    print(f"{publisher.name}: {pack.title.en}, number {pack.version}, until {pack.expires_on}")
    print(f"{pieces} pieces of guidance, {len(document.recipient)} recipients")
    print(f"fingerprint: {fingerprint(publisher.key)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
