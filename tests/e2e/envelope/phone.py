"""Chromium as a phone would have it: the page is opened, files are picked, and the envelope is what comes out."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from tests.e2e.browser import Browser, BrowserError, page_without_window

_WAIT_S = 120
_PHONE: dict[str, object] = {"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": True}
_AGENT = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 "
    "Mobile Safari/537.36"
)
# Chrome on Android shares files of kinds that it knows, and no others.
SHARES_TEXT = """
navigator.canShare = what => what.files.every(each => each.name.endsWith(".txt"));
navigator.share = async what => { window.handed = what.files[0]; };
"""
NO_WEBCRYPTO = "Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true });"
# A browser that has no room left makes a Blob all the same, which nobody can read.
NO_ROOM = """
const real = Blob.prototype.arrayBuffer;
Blob.prototype.arrayBuffer = function () {
  return this.size === 1 ? Promise.reject(new DOMException("", "NotReadableError")) : real.call(this);
};
"""
_READ = """
handed.arrayBuffer().then(all => {
  const bytes = new Uint8Array(all); let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
})
"""


class Phone:
    """The page in Chromium.

    Attributes:
        browser: the browser.
        loaded: how much it had said when the page was there: what it asks for later is no part of loading.
    """

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self._folder = folder
        self.loaded = len(browser.told)

    def pick(self, files: Sequence[Path]) -> None:
        """Choose files as in the phone's own chooser."""
        root = self.browser.ask("DOM.getDocument")["root"]["nodeId"]
        found = self.browser.ask("DOM.querySelector", {"nodeId": root, "selector": "#pictures"})
        names = [str(each) for each in files]
        self.browser.ask("DOM.setFileInputFiles", {"nodeId": found["nodeId"], "files": names})
        self._until(f"document.querySelectorAll('#files li').length === {len(files)}")

    def close(self, wait_s: float = _WAIT_S) -> None:
        """Close the envelope, and wait for it."""
        self.press("close")
        self._until("!document.querySelector('[data-step=ready]').hidden", wait_s)

    def refused(self) -> str:
        """Close an envelope that cannot be made, and return what the page says."""
        self.press("close")
        closing = "document.querySelector('[data-step=closing]').hidden"
        self._until(f"{closing} && !document.getElementById('said').hidden")
        return self.words("said")

    def saved(self) -> bytes:
        """Save the envelope as a file, and return it."""
        self.press("save")
        deadline = time.monotonic() + _WAIT_S
        while not (found := list(self._folder.glob("*.age"))):
            self._too_late(deadline)
        return found[0].read_bytes()

    def shared(self) -> bytes:
        """Hand the envelope to the share sheet, and return what was handed."""
        self.press("share")
        self._until("window.handed !== undefined")
        return base64.b64decode(str(self.browser.value(_READ)))

    def press(self, button: str) -> None:
        """Press a button of the page."""
        self.browser.value(f"document.getElementById('{button}').click()")

    def words(self, element: str) -> str:
        """Return what stands in an element."""
        return str(self.browser.value(f"document.getElementById('{element}').innerText"))

    def asked_for(self) -> list[str]:
        """Return what was asked for after the page was there; its own envelope is none of the network's."""
        return [
            each["params"]["request"]["url"]
            for each in self.browser.told[self.loaded :]
            if each["method"] == "Network.requestWillBeSent"
        ]

    def complaints(self) -> list[Any]:
        """Return what the browser's log says, such as of a policy that was broken."""
        kinds = {"Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"}
        return [each for each in self.browser.told if each["method"] in kinds]

    def save_to_disk(self, wait_s: float = _WAIT_S) -> int:
        """Save the envelope as a file, and return how many bytes it has."""
        self.press("save")
        deadline = time.monotonic() + wait_s
        while not (found := list(self._folder.glob("*.age"))):
            self._too_late(deadline)
        return found[0].stat().st_size

    def _until(self, script: str, wait_s: float = _WAIT_S) -> None:
        deadline = time.monotonic() + wait_s
        while self.browser.value(script) is not True:
            self._too_late(deadline)

    @staticmethod
    def _too_late(deadline: float) -> None:
        if time.monotonic() > deadline:
            raise BrowserError("the page does not come to its end")
        time.sleep(0.02)


@contextmanager
def phone_with(
    page: Path | str, folder: Path, *, script: str = "", flags: Sequence[str] = ()
) -> Iterator[Phone]:
    """Open the page as a phone does.

    Args:
        page: a file, or an address with the key.
        folder: where what is saved goes.
        script: is run before the page's own.
        flags: further ones of the browser.
    """

    def before(browser: Browser) -> None:
        browser.ask("Emulation.setDeviceMetricsOverride", _PHONE)
        browser.ask("Emulation.setTouchEmulationEnabled", {"enabled": True})
        browser.ask("Emulation.setUserAgentOverride", {"userAgent": _AGENT, "acceptLanguage": "da"})
        browser.ask(
            "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)}
        )
        if script:
            browser.ask("Page.addScriptToEvaluateOnNewDocument", {"source": script})

    with page_without_window(page, flags=flags, before=before) as browser:
        yield Phone(browser, folder)


def mail_with(envelope: bytes, folder: Path) -> Path:
    """Return a mail that the envelope is attached to."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "a@b.example", "Kuvert"
    message.set_content("Fra telefonen.")
    message.add_attachment(
        envelope, maintype="application", subtype="octet-stream", filename="telefon-kuvert.age"
    )
    path = folder / "fra-telefonen.eml"
    path.write_bytes(message.as_bytes())
    return path
