"""Debian's Chromium in a real window, talked to over its own pipe: the witness that knows what it drew."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from app.picture import Pixels
from tests.e2e.displays import environment_of, witness

_PROGRAM = "/usr/bin/chromium"
_WAIT_S = 60
_FLAGS = (
    "--no-sandbox",
    "--test-type",  # without it a bar about the line above lies over the page
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--password-store=basic",
    "--force-device-scale-factor=1",
    "--force-color-profile=srgb",
    "--disable-lcd-text",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


# Chromium reads commands on descriptor 3 and answers on 4, whatever numbers the pipes have here.
_ON_THREE_AND_FOUR = (
    "import fcntl, os, sys\n"
    "high = [fcntl.fcntl(int(n), fcntl.F_DUPFD, 50) for n in sys.argv[1:3]]\n"
    "os.dup2(high[0], 3); os.dup2(high[1], 4)\n"
    "os.closerange(5, 100)\n"
    "os.execv(sys.argv[3], sys.argv[3:])\n"
)
_PAINTED = (
    "document.fonts.ready.then(() => new Promise(done =>"
    " requestAnimationFrame(() => requestAnimationFrame(() => done(1)))))"
)


class BrowserError(Exception):
    """The browser refused, or is not there."""


class Browser:
    """One page in one window."""

    def __init__(self, to_browser: int, from_browser: int) -> None:
        self._to = to_browser
        self._from = from_browser
        self._held = b""
        self._number = 0
        self._session = ""
        self.told: list[dict[str, Any]] = []
        """What the browser said by itself, such as what it asked for and complained of."""

    def attach(self) -> None:
        """Wait for the page and talk to it."""
        deadline = time.monotonic() + _WAIT_S
        while True:
            targets = self.ask("Target.getTargets")["targetInfos"]
            pages = [target for target in targets if target["type"] == "page"]
            if pages:
                break
            if time.monotonic() > deadline:
                raise BrowserError("no page came up")
            time.sleep(0.1)
        asked = {"targetId": pages[0]["targetId"], "flatten": True}
        self._session = self.ask("Target.attachToTarget", asked)["sessionId"]

    def settle(self, address: str) -> None:
        """Wait until the page is there, its fonts are loaded, and it has been painted twice."""
        deadline = time.monotonic() + _WAIT_S
        while True:
            try:
                state = self.value("document.readyState + ' ' + location.href")
                if state == f"complete {address}":
                    self.value(_PAINTED)
                    return
            except BrowserError:
                # The empty page that the window starts with has just been left.
                time.sleep(0.05)
            if time.monotonic() > deadline:
                raise BrowserError("the page did not come up")
            time.sleep(0.05)

    def ask(self, method: str, parameters: dict[str, object] | None = None) -> Any:
        """Send one command and wait for its answer."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method}
        message["params"] = parameters or {}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self._held:
                piece = os.read(self._from, 1 << 20)
                if not piece:
                    raise BrowserError("the browser has gone")
                self._held += piece
            line, self._held = self._held.split(b"\0", 1)
            answer = json.loads(line)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(str(answer["error"]))
                return answer["result"]
            self.told.append(answer)

    def value(self, script: str) -> object:
        """The value of an expression in the page; promises are waited for."""
        asked = {"expression": script, "returnByValue": True, "awaitPromise": True}
        return self.ask("Runtime.evaluate", asked)["result"].get("value")

    def drawn(self) -> Pixels:
        """What the browser itself says the page looks like, in device pixels."""
        png = base64.b64decode(self.ask("Page.captureScreenshot", {"format": "png"})["data"])
        with Image.open(io.BytesIO(png)) as image:
            return Pixels(image.width, image.height, image.convert("RGB").tobytes())


@contextmanager
def page_without_window(
    page: Path | str, *, flags: Sequence[str] = (), before: Callable[[Browser], None] | None = None
) -> Iterator[Browser]:
    """Open a page in no window, and note from the beginning what it asks for and complains of.

    Args:
        page: a file of this machine, or an address.
        flags: further ones of the browser.
        before: is called before the page is opened.
    """
    address = page if isinstance(page, str) else page.as_uri()
    with _program(["--headless=new", *flags, "about:blank"], dict(os.environ)) as browser:
        browser.attach()
        for domain in ("Runtime", "Log", "Network", "Page"):
            browser.ask(f"{domain}.enable")
        if before is not None:
            before(browser)
        browser.ask("Page.navigate", {"url": address})
        browser.settle(address)
        yield browser


@contextmanager
def page_showing(
    display: str, page: Path, region: tuple[int, int, int, int] = (40, 30, 1280, 900)
) -> Iterator[Browser]:
    """Open a page of this machine in a window of its own, and wait until it is painted.

    Args:
        display: where.
        page: the file.
        region: x, y, width and height of the window.
    """
    x, y, width_px, height_px = region
    shape = [f"--window-position={x},{y}", f"--window-size={width_px},{height_px}"]
    with _program([*shape, f"--app={page.as_uri()}"], environment_of(display)) as browser:
        browser.attach()
        browser.settle(page.as_uri())
        _wait_for_screen(display, region, browser)
        yield browser


@contextmanager
def _program(flags: list[str], environment: dict[str, str]) -> Iterator[Browser]:
    """Start the browser with a profile of its own, and end it."""
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            sys.executable, "-c", _ON_THREE_AND_FOUR, str(to_read), str(from_write),
            _PROGRAM, *_FLAGS, f"--user-data-dir={profile}", *flags,
        ]  # fmt: skip
        program = subprocess.Popen(
            command,
            env={**environment, "HOME": profile},
            pass_fds=(to_read, from_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(from_write)
        try:
            yield Browser(to_write, from_read)
        finally:
            program.terminate()
            program.wait()
            os.close(to_write)
            os.close(from_read)


def _wait_for_screen(display: str, region: tuple[int, int, int, int], browser: Browser) -> None:
    """Wait until another program sees on the screen what the browser says it drew: on a busy machine that is later."""
    deadline = time.monotonic() + _WAIT_S
    while witness(display, region) != browser.drawn().rgb:
        if time.monotonic() > deadline:
            raise BrowserError("the screen does not show the page")
        time.sleep(0.05)
