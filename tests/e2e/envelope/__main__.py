"""``make phone``: ten files through an envelope by three ways, each compared; prints what was found.

By https on this machine, as a file with the key in it, and as text for a phone that shares no other file. Each goes
as an attachment of a mail into a vault of its own. ``--large 500`` closes one film of so many megabytes, and prints
what Chromium held.
"""

from __future__ import annotations

import base64
import hashlib
import http.server
import os
import shutil
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.actions.add_file import add_file
from app.actions.envelope_key import envelope_recipient
from app.actions.open_case import OpenCase
from app.actions.open_envelope import opener_in_mails
from app.actions.save_phone_page import save_phone_page
from app.envelope import SEEN_PAGE, EnvelopeError, link_for
from evidence_store import ObjectBody
from tests.e2e.envelope.phone import NO_WEBCRYPTO, SHARES_TEXT, mail_with, phone_with
from tests.unit.house.tree import ROOT
from tests.worlds import World

_CASES = ROOT / "tests" / "data" / "cases"


def main() -> int:
    """Go the three ways. Return 1 where a byte, a word or a request was not as it should be."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = _ten_files(folder)
        _say(f"{len(files)} files, {sum(each.stat().st_size for each in files):,} bytes")
        with _served(folder) as address:
            good = [_go(way, folder, files, address) for way in ("https", "file", "text")]
    return 0 if all(good) else 1


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _go(way: str, folder: Path, files: list[Path], address: str) -> bool:
    here = folder / way
    out = here / "out"
    out.mkdir(parents=True)
    world = World(here)
    with world.make_vault() as vault:
        case = world.begin(vault)
        page: Path | str = here / "page.html"
        if way == "https":
            page = link_for(address, envelope_recipient(case))
        else:
            save_phone_page(case, here / "page.html")
        script = SHARES_TEXT + NO_WEBCRYPTO if way == "text" else ""
        with phone_with(page, out, script=script, flags=["--ignore-certificate-errors"]) as phone:
            phone.pick(files)
            begun = time.monotonic()
            phone.close()
            took = time.monotonic() - begun
            envelope = phone.shared() if way == "text" else phone.saved()
            asked = [each for each in phone.asked_for() if not each.startswith("blob:")]
            complaints = phone.complaints()
        same = _same(case, mail_with(envelope, here), files)
        plain = _in_the_clear(envelope, files)
    _say(
        f"{way}: {same} of {len(files)} hashes equal, {plain} pieces in the clear, {len(asked)} requests after load, "
        f"{len(complaints)} complaints, closed in {took:.1f} s, envelope {len(envelope):,} bytes"
    )
    return same == len(files) and not plain and not asked and not complaints


def _same(case: OpenCase, mail: Path, files: list[Path]) -> int:
    failed: list[EnvelopeError] = []
    add_file(case, mail, opener=opener_in_mails(case, None, failed.append))
    held = [
        each.object.sha256 for each in case.state.exhibits if isinstance(each.object, ObjectBody)
    ][1:]
    wanted = [hashlib.sha256(each.read_bytes()).hexdigest() for each in files]
    return 0 if failed else sum(map(str.__eq__, held, wanted))


def _in_the_clear(envelope: bytes, files: list[Path]) -> int:
    """Return how many pieces of the files stand in the envelope, as they are or in base64."""
    found = 0
    for path in files:
        content = path.read_bytes()
        for at in range(0, len(content), max(1, len(content) // 64)):
            piece = content[at : at + 48]
            forms = [piece, *(base64.b64encode(piece[cut:])[:-4] for cut in range(3))]
            found += any(len(form) > 16 and form in envelope for form in forms)
    return found


def _ten_files(folder: Path) -> list[Path]:
    """Return ten files as a phone has them: HEIC and JPEG-like pictures, a film and a few words."""
    phone = folder / "phone"
    phone.mkdir()
    named = {
        "IMG_2231.HEIC": "foto.heic",
        "IMG_2232.avif": "foto.avif",
        "Skærmbillede 1.png": "long_360x7200.png",
        "anim.gif": "anim.gif",
        "still.webp": "still.webp",
        "bigtext.png": "bigtext.png",
        "whitetext.png": "whitetext_transparent.png",
    }
    for name, case in named.items():
        shutil.copy(_CASES / case, phone / name)
    film = ["-f", "lavfi", "-i", "testsrc=size=640x360:rate=25:duration=4", "-c:v", "mpeg4"]
    subprocess.run(
        ["ffmpeg", "-loglevel", "error", *film, "-q:v", "2", phone / "VID_1.mp4"], check=True
    )
    (phone / "VID_2.mov").write_bytes(b"\x00\x00\x00\x14ftypqt  " + os.urandom(6 << 20))
    (phone / "note æøå.txt").write_text("Kun til den ansatte. " * 40, encoding="utf-8")
    return sorted(phone.iterdir())


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Give the page by https on this machine, with a certificate that nobody signed."""
    web = folder / "web"
    web.mkdir()
    shutil.copy(SEEN_PAGE, web / "index.html")
    key, certificate = folder / "key.pem", folder / "cert.pem"
    asked = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run(
        ["openssl", *asked, "-keyout", key, "-out", certificate], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object, **named: object) -> None:
            super().__init__(*arguments, directory=str(web), **named)  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"https://localhost:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--large"]:
        from tests.e2e.envelope import large

        sys.exit(large.main(int(sys.argv[2])))
    sys.exit(main())
