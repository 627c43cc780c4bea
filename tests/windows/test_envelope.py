"""An envelope that was closed elsewhere is opened by the installed program, and one for another vault is told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from app.envelope import new_identity, recipient_of
from app.picture import encode_png
from tests.fakes.envelopes import closed, inside
from tests.fakes.screen import striped_pixels
from tests.windows.installing import fresh
from tests.windows.programs import begin_vault, command, run_command
from tools.windows.prefix import Prefix

FILES = [("IMG_1.png", encode_png(striped_pixels(120, 80))), ("VID æ.mp4", b"v" * 300_000)]


@pytest.fixture
def prefix(installed: Prefix) -> Iterator[Prefix]:
    with fresh(installed, "envelope") as made:
        yield made


def test_an_envelope_is_opened_and_one_for_another_vault_is_told(prefix: Prefix) -> None:
    vault, phrase = begin_vault(prefix)
    words = ("--vault", vault, "--passphrase-file", phrase)
    key = command(prefix, *words, "phone-page", "--out", "C:\\side.html")["result"]["key"]
    assert key.encode() in (prefix.drive_c / "side.html").read_bytes()
    (prefix.drive_c / "k.age").write_bytes(closed(key, inside(FILES), text=True))
    (prefix.drive_c / "x.age").write_bytes(closed(recipient_of(new_identity()), inside(FILES)))
    opened = command(prefix, *words, "import-envelope", "--by", "usb", "C:\\k.age")["result"]
    (one,) = opened["opened"]
    assert [each["size"] for each in one["files"]] == [len(content) for _, content in FILES]
    for number, (_, content) in enumerate(FILES, start=1):
        out = f"C:\\ud{number}"
        command(prefix, *words, "export", str(number), "--out", out)
        exported = (prefix.drive_c / f"ud{number}").read_bytes()
        assert hashlib.sha256(exported).digest() == hashlib.sha256(content).digest()
    refused = run_command(prefix, "--json", *words, "import-envelope", "C:\\x.age")
    assert b"envelope.OtherVaultError" in refused.stdout
    assert refused.returncode == 3
