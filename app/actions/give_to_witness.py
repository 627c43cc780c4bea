"""What a witness is given: a page that signs on a device of their own, or a sheet to sign by hand.

The page is one file from ``resources/witness``. It asks for nothing: a policy in it lets it run its own script and wear
its own style sheet, named by hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from pathlib import Path

from app.actions.make_dossier import must_be_free
from app.actions.open_case import OpenCase
from app.actions.sign_as_witness import code_of_exhibit
from app.casework.witnessing import StatementFlaw, refusal
from app.dossier import ReceiptSquare, WitnessFacts, make_witness_sheet
from app.language import Language
from atomic_file import write_atomically
from evidence_store import EntryId, format_receipt

_PAGE = "witness/page.html"


def save_witness_page(
    case: OpenCase,
    exhibit: EntryId,
    target: Path,
    texts: Mapping[str, object],
    *,
    language: Language,
    resources: Path,
) -> None:
    """Write the page for one exhibit, whole or not at all. ``texts`` are its words by the places where they stand.

    Raises:
        StatementError: there is no such exhibit.
        FileExistsError: something lies at ``target``.
        OSError: it cannot be written, or the installation is not whole.
    """
    must_be_free(target)
    code, _ = _named(case, exhibit)
    template = (resources / _PAGE).read_text(encoding="utf-8")
    page = make_witness_page(
        template,
        {
            "chain": exhibit.chain,
            "place": exhibit.seq,
            "code": code,
            "shown": format_receipt(code, exhibit.seq),
            "texts": texts,
        },
        language,
    )
    with write_atomically(target) as file:
        file.write(page.encode("utf-8"))


def make_witness_page(template: str, data: dict[str, object], language: Language) -> str:
    """Return the page: the template with its texts, and the hashes of its script and style sheet in its policy."""
    title = language.text("I have seen the post")
    # In JSON a "<" can be written otherwise, so that no text ends the script.
    told = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    for name, words in {
        "LANG": language.code,
        "TITLE": html.escape(title),
        "SCRIPT": _hash(template, "<script>", "</script>"),
        "STYLE": _hash(template, "<style>", "</style>"),
        "DATA": told,
    }.items():
        template = template.replace("{{" + name + "}}", words)
    return template


def save_witness_sheet(
    case: OpenCase, exhibit: EntryId, target: Path, words: str, *, language: Language, fonts: Path
) -> None:
    """Write the sheet to print, whole or not at all. ``words`` are offered to sign.

    Raises:
        StatementError: there is no such exhibit.
        FontMissingError: the installation is not whole.
        FileExistsError: something lies at ``target``.
        OSError: it cannot be written.
    """
    must_be_free(target)
    code, number = _named(case, exhibit)
    facts = WitnessFacts(
        number=number,
        code=format_receipt(code, exhibit.seq),
        square=ReceiptSquare(exhibit, code),
        words=words,
        made_on=language.day(case.clock.now().utc),
    )
    pdf = make_witness_sheet(facts, language, fonts)
    with write_atomically(target) as file:
        file.write(pdf)


def _named(case: OpenCase, exhibit: EntryId) -> tuple[str, int]:
    code, shown = code_of_exhibit(case, exhibit), case.state.exhibit_of(exhibit)
    if shown is None or not code:
        raise refusal(StatementFlaw.OTHER_CODE)
    return code, shown.number


def _hash(template: str, begins: str, ends: str) -> str:
    """Return the SHA-256 of what stands between, as a policy names it."""
    inside = template.split(begins, 1)[1].split(ends, 1)[0]
    return base64.b64encode(hashlib.sha256(inside.encode("utf-8")).digest()).decode("ascii")
