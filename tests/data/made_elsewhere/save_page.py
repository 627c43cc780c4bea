"""Save a page as Chromium saves it (MHTML), through its own protocol: ``python save_page.py PAGE OUT``.

The page is handed out on this computer alone, under a made-up address, which then stands in the file.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

HOST = "avis.example"


def _save(page: Path, out: Path) -> None:
    handler = partial(SimpleHTTPRequestHandler, directory=str(page.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://{HOST}/{page.name}"
    to_chromium, write = os.pipe()
    read, from_chromium = os.pipe()
    with tempfile.TemporaryDirectory() as profile:
        chromium = subprocess.Popen(
            [
                *("bash", "-c", f'exec "$@" 3<&{to_chromium} 4>&{from_chromium}', "bash"),
                *("chromium", "--headless=new", "--no-sandbox", "--remote-debugging-pipe"),
                f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{server.server_port}",
                *(f"--user-data-dir={profile}", "about:blank"),
            ],
            pass_fds=(to_chromium, from_chromium),
        )
        answers = os.fdopen(read, "rb")
        pending = b""

        def ask(number: int, method: str, session: str = "", **params: Any) -> Any:
            nonlocal pending
            said = {"id": number, "method": method, "params": params}
            if session:
                said["sessionId"] = session
            os.write(write, json.dumps(said).encode() + b"\0")
            while True:
                while b"\0" not in pending:
                    pending += os.read(answers.fileno(), 1 << 16)
                one, _, pending = pending.partition(b"\0")
                answer = json.loads(one)
                if answer.get("id") == number:
                    return answer["result"]

        target = ask(1, "Target.createTarget", url=address)["targetId"]
        session = ask(2, "Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        there = f"location.host == '{HOST}' && document.readyState == 'complete'"
        while not ask(3, "Runtime.evaluate", session, expression=there)["result"]["value"]:
            pass
        out.write_text(ask(5, "Page.captureSnapshot", session, format="mhtml")["data"], newline="")
        ask(6, "Browser.close")
        chromium.wait(20)
    server.shutdown()


if __name__ == "__main__":
    _save(Path(sys.argv[1]), Path(sys.argv[2]))
