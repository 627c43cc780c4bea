"""A page of words: what of a mail or of HTML is shown, as blocks that a drawer of ours lays under each other.

Rules:
- No tag, style or script does anything: words are taken out of it, and where a link goes stands behind it.
- A picture is shown where its bytes lie in the file; of any other only its address stands there. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Any

from . import coding
from .answering import Answer

_LONGEST_HTML = 4_000_000
_MOST_BLOCKS, _MOST_LETTERS, _MOST_PICTURES = 4_000, 200_000, 40
_SILENT = frozenset(
    ("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "title")
)
_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tr",
        "ul",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
_BLANK = re.compile(r"[ \t\r\n\f\xa0]+")


class WebPage:
    """Blocks of a page, and the files that lie in the file."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, str, int]] = []
        self.inside: list[tuple[str, bytes]] = []
        self.cut = False
        self._letters = 0
        self._places: dict[str, int] = {}
        self._pictured: set[int] = set()

    def add(self, style: str, text: str, part: int = -1) -> None:
        """Add a block; beyond the limits the page is cut, and says so."""
        if len(self.blocks) >= _MOST_BLOCKS or self._letters >= _MOST_LETTERS:
            self.cut = True
            return
        text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
        text = text[: _MOST_LETTERS - self._letters]
        self._letters += len(text)
        self.blocks.append((style, text, part))

    def add_text(self, text: str) -> None:
        """Add words as they stand, line by line."""
        for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            self.add("text", line)

    def add_html(self, text: str) -> None:
        """Add the words of HTML."""
        reader = _Reader(self)
        try:
            reader.feed(_without_comments(text[:_LONGEST_HTML]))
            reader.close()
        except (AssertionError, ValueError, RecursionError):
            self.cut = True
        reader.flush()

    def keep(self, name: str, data: bytes, called: Sequence[str]) -> None:
        """Keep a file that lies in the file, under the names by which its HTML calls it."""
        for each in called:
            if each:
                self._places.setdefault(each, len(self.inside))
        self.inside.append((name, data))

    def picture(self, address: str) -> None:
        """Show a picture that lies in the file, or say where it would have come from."""
        place = self._places.get(
            address.removeprefix("cid:") if address[:4].lower() == "cid:" else address
        )
        if place is None or len(self._pictured) >= _MOST_PICTURES:
            kind = (
                address.split(",", maxsplit=1)[0][:60]
                if address[:5].lower() == "data:"
                else address[:500]
            )
            self.add("away", f"<img {kind}>")
            return
        self._pictured.add(place)
        self.add("picture", self.inside[place][0], place)

    def tell_inside(self) -> None:
        """List the files that lie in it and stand not in the words."""
        rest = [at for at in range(len(self.inside)) if at not in self._pictured]
        if rest:
            self.add("rule", "")
        for at in rest:
            name, data = self.inside[at]
            self.add("attached", f"+ {name or at + 1} ({len(data)} B)", at)

    def answer(self, claims: dict[str, object]) -> Answer:
        """Return all of it."""
        words = "\n".join(text for style, text, _ in self.blocks if style != "rule")
        said = {
            **claims,
            "words": words[:_MOST_LETTERS],
            "words_whole": not self.cut,
            "blocks": self.blocks,
            "inside": [
                (name, len(data), at in self._pictured)
                for at, (name, data) in enumerate(self.inside)
            ],
        }
        return Answer(said, inside=[data for _, data in self.inside])


def _without_comments(text: str) -> str:
    """Return HTML without its comments: the library looks for the end of each from the start, again and again."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start + 4)
        if end < 0:
            return "".join(kept)
        at = end + 3
    return "".join((*kept, text[at:]))


class _Reader(HTMLParser):
    """Takes the words out of HTML."""

    def __init__(self, page: WebPage) -> None:
        super().__init__(convert_charrefs=True)
        self._page = page
        self._line: list[str] = []
        self._silent = 0
        self._style = "text"
        self._links: list[str] = []

    def flush(self) -> None:
        """End a line."""
        line = _BLANK.sub(" ", "".join(self._line)).strip()
        self._line.clear()
        if line:
            self._page.add(self._style, line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin something."""
        said = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BREAKS:
            self.flush()
            self._style = "title" if tag in _HEADINGS else "text"
            if tag == "li":
                self._line.append("– ")
        elif tag == "td":
            self._line.append("  ")
        elif tag == "a":
            self._links.append(said.get("href", ""))
        elif tag == "img" and not self._silent:
            self.flush()
            if said.get("alt"):
                self._page.add("text", said["alt"])
            self._page.picture(said.get("src", ""))

    def handle_endtag(self, tag: str) -> None:
        """End something."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BREAKS:
            self.flush()
            self._style = "text"
        elif tag == "a" and self._links:
            link = self._links.pop()
            if link and link not in "".join(self._line):
                self._line.append(f" <{link[:500]}>")

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._silent:
            self._line.append(data)

    def error(self, message: str) -> Any:  # noqa: ANN401  (older libraries call it)
        """Go on."""


def load() -> object:
    """Load all that will be needed."""
    return coding.load()


def read(untrusted: bytes) -> Answer | int:
    """Return the words of a saved page."""
    charset = re.search(rb"charset=[\"']?([A-Za-z0-9_-]+)", untrusted[:2_048])
    name = charset[1].decode("ascii") if charset else ""
    if untrusted[:2] in (b"\xff\xfe", b"\xfe\xff"):
        name = "utf-16"
    text = coding.decoded(untrusted, name)
    page = WebPage()
    title = re.search(r"<title[^>]*>(.*?)</title>", text[:100_000], re.DOTALL | re.IGNORECASE)
    said: dict[str, object] = {}
    if title:
        words = _BLANK.sub(" ", title[1]).strip()[:1_000]
        page.add("title", words)
        said["subject"] = words
    saved = re.search(r"<!-- saved from url=\(\d+\)(\S+) -->", text[:5_000])
    link = saved or re.search(
        r"<link[^>]+rel=[\"']canonical[\"'][^>]+href=[\"']([^\"']+)", text[:200_000]
    )
    if link:
        said["link"] = link[1][:1_500]
        page.add("field", link[1][:1_500])
    page.add_html(text)
    return page.answer(said)
