"""Makes dossiers and reads them with other people's tools: poppler, qpdf, pikepdf."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from app.dossier import Choices, compose, load_policy, render
from app.language import Language
from tests.unit.dossier.sample_case import FONTS, MADE_AT, RECIPIENTS, SampleCase

ENGLISH = Language("en", Path())


def made_pdf(
    case: SampleCase,
    folder: Path,
    recipient: str = "manager",
    language: Language = ENGLISH,
    log: bytes = b"",
    **choices: Any,
) -> Path:
    policy = load_policy(RECIPIENTS, recipient)
    dossier = compose(case.state, policy, Choices(**choices), language, case.receipt, MADE_AT)
    target = folder / f"{recipient}-{language.code}.pdf"
    rendered = render(dossier, target, case.open_object, language, FONTS, log=log)
    assert rendered.sha256 == hashlib.sha256(target.read_bytes()).hexdigest()
    assert rendered.size == target.stat().st_size
    with pikepdf.open(target) as pdf:
        assert rendered.pages == len(pdf.pages)
    return target


def run_tool(*command: object) -> str:
    done = subprocess.run([str(each) for each in command], capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode("utf-8")


def text_of(pdf: Path) -> str:
    return run_tool("pdftotext", "-enc", "UTF-8", "-raw", pdf, "-")


def joined(text: str) -> str:
    return " ".join(text.split())


def images_of(pdf: pikepdf.Pdf) -> list[Any]:
    """The images of all pages, in order; at most one stands on a page."""
    found = [list(page.resources.get("/XObject", {}).items()) for page in pdf.pages]
    assert all(len(images) <= 1 for images in found)
    return [image for images in found for _, image in images]


def steps_of(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    """What a page's content does: operator and operands; a code's stencil is BI with its picture."""
    for step in pikepdf.parse_content_stream(page):
        if isinstance(step, pikepdf.ContentStreamInlineImage):
            yield "BI", [step.iimage]
        else:
            yield str(step.operator), list(step.operands)


def inflated(pdf: Path) -> bytes:
    done = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", str(pdf), "-"],
        capture_output=True,
        check=True,
    )
    return done.stdout
