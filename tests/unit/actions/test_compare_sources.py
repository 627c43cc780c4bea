"""A picture, a saved page and an export of one post are compared; the picture goes through tesseract."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.actions.add_file import add_file
from app.actions.compare_sources import (
    ComparedSources,
    TooFewSourcesError,
    compare_sources,
    comparisons_of,
    gather_sources,
    keep_read,
    seal_comparison,
    sources_beside,
)
from app.actions.open_case import OpenCase
from app.actions.read_text import text_read
from app.casework import Exhibit, plan_erasure
from app.casework.kinds.compared import COMPARED, ComparedTools, ComparedWords
from app.casework.kinds.incident import (
    IncidentFacts,
    IncidentSender,
    IncidentSenderName,
    IncidentText,
)
from app.vocabulary import Agreement
from tests.data.read_set import Post, posts
from tests.written import record_incident

POST: Post = next(post for post in posts() if post.name == "11-blue")


def added(case: OpenCase, path: Path) -> Exhibit:
    entry = add_file(case, path)
    exhibit = case.state.exhibit_of(entry)
    assert exhibit is not None
    return exhibit


def three(case: OpenCase, folder: Path, said: tuple[str, ...]) -> tuple[Exhibit, ...]:
    """The picture, a page that says ``said``, and an export."""
    page, export = folder / "side.html", folder / "WhatsApp.txt"
    body = "".join(f"<p>{line}</p>" for line in said)
    page.write_text(
        f"<!DOCTYPE html><title>Side</title><nav>Forside</nav>{body}<b>Del</b>", "utf-8"
    )
    lines = (f"12.11.2026, 21.47 - Grethe: {line}" for line in POST.lines)
    export.write_text("\n".join(lines), "utf-8")
    return tuple(added(case, path) for path in (POST.path, page, export))


def test_a_page_altered_by_one_word_is_named_and_sealed(case: OpenCase, tmp_path: Path) -> None:
    said = tuple(line.replace("græd", "sang") for line in POST.lines)
    exhibits = three(case, tmp_path, said)
    compared: ComparedSources = compare_sources(gather_sources(case, exhibits))
    (spot,) = compared.spots
    assert (spot.said, spot.sure, spot.odd) == (("græd", "sang", "græd"), True, (1,))
    assert (compared.facts.outcome, compared.facts.agree) == (Agreement.DIFFER, 2)

    keep_read(case, compared)
    assert text_read(case, exhibits[0]) is not None
    entry = seal_comparison(case, compared)
    (kept,) = comparisons_of(case, exhibits[1])
    assert (kept.entry, kept.facts) == (entry, compared.facts)
    assert isinstance(kept.tools, ComparedTools)
    assert kept.tools.tools[0].startswith("tesseract ")
    assert kept.tools.tools[1:] == ("", "")
    assert isinstance(kept.spots, ComparedWords)
    assert kept.spots.spots == (spot,)
    naming = plan_erasure(case.state, exhibits[1].original).named_by
    assert [each.thing for each in naming if each.kind is COMPARED] == [kept]
    assert plan_erasure(case.state, entry).own == (entry,)


def test_three_that_say_the_same_agree(case: OpenCase, tmp_path: Path) -> None:
    exhibits = three(case, tmp_path, POST.lines)
    both = tuple(each.original for each in exhibits[:2])
    record_incident(
        case, IncidentFacts(exhibits=both), IncidentSender(), IncidentSenderName(), IncidentText()
    )
    assert sources_beside(case, exhibits[0]) == exhibits[:2]
    words = gather_sources(case, exhibits[1:])
    facts = compare_sources(words).facts
    assert (facts.outcome, facts.agree, facts.comparable) == (Agreement.AGREE, 2, 2)
    with pytest.raises(TooFewSourcesError):
        gather_sources(case, exhibits[:1])
