"""index.html of a stick: what is on it and how it is checked, in any browser and without a network. Pure.

The rules of the package's own page hold (``app/handover/along/page.py``): no script, no form, no address outside, and
every text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from app.handover.along.page import POLICY
from app.handover.along.page_look import STYLE
from app.handover.stick.layout import LETTER, PACKAGE, REPORT, SUMS, StickExhibit
from app.inert import shown
from app.language import Language

POWERSHELL = (
    "Get-Content sha256sums.txt | ForEach-Object { $h, $n = $_ -split '\\s+', 2;"
    " if ((Get-FileHash -Algorithm SHA256 -LiteralPath $n).Hash -ne $h) { '# ' + $n } }; '==='"
)
CERTUTIL = "certutil -hashfile rapport.pdf SHA256"
SHA256SUM = "sha256sum -c sha256sums.txt"


def stick_page(
    title: str, subtitle: str, exhibits: Sequence[StickExhibit], language: Language
) -> bytes:
    """Return the page."""
    made = "\n".join(_lines(title, subtitle, exhibits, language))
    return (made + "\n").encode("utf-8", "xmlcharrefreplace")


def stick_letter(language: Language, *, locked: str = "", key: str = "") -> bytes:
    """Return the same in short as a text that every editor shows, with lines as Windows has them.

    Args:
        language: of the text.
        locked: the name of the encrypted file, where all else is in it.
        key: the name of the file with its key, where a password opens that.
    """
    text = language.text
    lines = (
        (
            text("What is on this stick"),
            "",
            text(
                "The file {name} is encrypted in the form of age (age-encryption.org).", name=locked
            ),
            text("It is opened by the program age, on Windows, Linux and macOS:"),
            f"age -d -i {key or text('your-key.txt')} -o politistik.zip {locked}",
            text("It asks for the password. Both files must lie in the same folder.")
            if key
            else text("In place of your-key.txt stands the file of your own key."),
            text("Then unpack politistik.zip and open index.html in it."),
        )
        if locked
        else (
            text("What is on this stick"),
            "",
            text(
                "Open index.html by a double click. It needs a browser, and no network or other program."
            ),
            "",
            *_steps(language),
        )
    )
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _lines(
    title: str, subtitle: str, exhibits: Sequence[StickExhibit], language: Language
) -> Iterable[str]:
    text = language.text
    yield "<!doctype html>"
    yield f'<html lang="{language.code}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{_words(title)}</title><style>{STYLE}</style></head><body><main>"
    yield f"<h1>{_words(title)}</h1>"
    yield f'<p class="quiet">{_words(subtitle)}</p>' if subtitle else ""
    yield f"<p>{_link(REPORT, text('The report (PDF)'))}</p>"
    if exhibits:
        yield f"<h2>{_words(text('Exhibits'))}</h2>"
        said = text(
            "The small picture is a JPEG copy of at most 1 MB, for systems that take no larger ones. The file beside it"
            " is the sealed one; only that has the fingerprint."
        )
        yield f"<p>{_words(said)}</p>"
    for each in exhibits:
        name = text("Exhibit {number}", number=each.number)
        heading = _words(f"{name} · {each.title}")
        yield f'<section class="card"><h3>{heading}</h3>'
        if each.copy:
            yield f'<div class="picture"><img loading="lazy" alt="{heading}" src="{each.copy}"></div>'
        ways = (
            (each.copy, text("JPEG copy")),
            (each.file, text("The sealed file")),
            (each.original, text("The original")),
        )
        links = [_link(path, words) for path, words in ways if path]
        yield f"<p>{' · '.join(links) or _words(text('The file does not go along.'))}</p></section>"
    yield f"<h2>{_words(text('How to check'))}</h2>"
    for line in _steps(language):
        if line:
            code = line in {POWERSHELL, CERTUTIL, SHA256SUM}
            yield f"<p><code>{escape(line)}</code></p>" if code else f"<p>{_words(line)}</p>"
    yield f"<p>{_link(SUMS, SUMS)} · {_link(LETTER, LETTER)}</p>"
    yield "</main></body></html>"


def _steps(language: Language) -> tuple[str, ...]:
    """Return how the files are checked, line by line."""
    text = language.text
    return (
        text(
            "Each file has a fingerprint (SHA-256) in sha256sums.txt. One changed byte gives another."
        ),
        "",
        text("On Windows, open PowerShell in this folder and write:"),
        POWERSHELL,
        text("It names each file that is another one behind #, and ends with ===."),
        "",
        text("One file alone, also where PowerShell is locked:"),
        CERTUTIL,
        "",
        text("On Linux:"),
        SHA256SUM,
        "",
        text(
            "That shows that nothing on the stick was changed since it was made. The folder {folder} has the package"
            " as it was handed over. It holds the log and a program that checks it; its own LAES-MIG.txt says how."
            " Compare the receipt code with one that you got another way.",
            folder=PACKAGE,
        ),
    )


def _words(text: str) -> str:
    return escape(shown(text))


def _link(path: str, words: str) -> str:
    return f'<a href="{escape(path)}">{_words(words)}</a>'
