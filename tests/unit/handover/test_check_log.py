from __future__ import annotations

from io import BytesIO

import pytest

from app.handover import check_log as room
from app.handover.check_log import read_log
from evidence_store import Finding, FindingKind, PartState, SealedPart, Verdict
from tests.e2e.package.forge import CHAIN, LEDGER, good


def test_only_the_words_that_files_are_compared_with_are_kept() -> None:
    """A log may have 256 MiB; what was checked is let go."""
    log = read_log(BytesIO(good().ledger.text()))
    assert (log.whole, log.findings, len(log.entries)) == (True, [], 11)
    kept = {part.name for entry in log.entries for part in entry.parts if part.body is not None}
    assert kept == {"facts", "object"}
    assert not [part for entry in log.entries for part in entry.parts if part.salt is not None]
    assert log.entries[2].part("window") == SealedPart("window", "", PartState.WITHHELD)
    assert log.entries[7].part("text") == SealedPart("text", "", PartState.ERASED)


@pytest.mark.parametrize(("limit", "read"), [("_MAX_ENTRIES", 5), ("_MAX_TARGETS", 9)])
def test_a_log_beyond_the_limits_is_not_read_on(
    monkeypatch: pytest.MonkeyPatch, limit: str, read: int
) -> None:
    monkeypatch.setattr(room, limit, 5 if limit == "_MAX_ENTRIES" else 0)
    stream = BytesIO(good().ledger.text())
    log = read_log(stream)
    assert [(each.kind, each.verdict) for each in log.findings] == [("ledger_form", "ALTERED")]
    assert "too many entries" in log.findings[0].found
    assert len(log.entries) == read
    assert stream.read(4) != b""


def test_nothing_after_the_first_broken_line_is_read() -> None:
    text = good().ledger.text().replace(b"\nentry 4 ", b"\nwhat 4 ", 1)
    stream = BytesIO(text)
    log = read_log(stream)
    assert [entry.id.seq for entry in log.entries] == [0, 1, 2, 3]
    line = text.split(b"\nwhat 4 ")[0].count(b"\n") + 2
    (finding,) = log.findings
    assert finding == Finding(
        FindingKind.LEDGER_FORM,
        Verdict.ALTERED,
        CHAIN,
        4,
        path=LEDGER,
        found=f"line {line}: unknown line",
    )
    assert not log.whole
    assert stream.tell() < len(text)


def test_a_line_has_four_mebibytes_with_its_end_and_no_more() -> None:
    most = 4 * 1024 * 1024
    start, end = b'{"kind":"file_source","version":1,"name":"', b'"}'
    for longer, findings in ((0, []), (1, ["ledger_form ALTERED line 27: line too long"])):
        ledger = good().ledger
        body = start + b"x" * (most + longer - len(b"body \n" + start + end)) + end
        ledger.entries[5].part("source").body = body
        ledger.reseal(5)
        text = ledger.text()
        assert max(map(len, text.splitlines(keepends=True))) == most + longer
        log = read_log(BytesIO(text))
        assert [f"{each.kind} {each.verdict} {each.found}" for each in log.findings] == findings
        assert log.whole is (not findings)


def test_more_behind_the_end_is_told_where_it_goes_beyond_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = good().ledger.text()
    monkeypatch.setattr(room, "_LARGEST_LEDGER", len(text))
    assert read_log(BytesIO(text)).whole
    log = read_log(BytesIO(text + b"x"))
    (finding,) = log.findings
    assert (finding.kind, finding.verdict) == (FindingKind.LEDGER_FORM, Verdict.ALTERED)
    assert not log.whole
