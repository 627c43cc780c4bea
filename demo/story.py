"""What the demo does with the made-up post, command by command: the acts of app/actions/example_case.py, typed."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import msgspec

from app.actions.example_case import Example
from app.casework import Draft, Written
from app.casework.kinds.contact import CONTACT
from app.casework.kinds.incident import INCIDENT
from app.casework.kinds.notification import NOTIFICATION
from app.markup import Mark
from demo.folder import MARKS, RECIPIENTS
from demo.post_window import PostWindow
from demo.steps import Steps
from evidence_store import format_receipt

_PASSPHRASE = "hest lampe vindue kaffe papir gulerod\n"  # noqa: S105 - of a made-up case


def tell_story(steps: Steps, example: Example, window: PostWindow) -> dict[str, str]:
    """Go from an empty folder to the packages; return the receipt code of each recipient's."""
    fill_vault(steps, example, window)
    return _hand_over(steps)


def fill_vault(steps: Steps, example: Example, window: PostWindow) -> None:
    """Make the vault, and fill its case."""
    steps.passphrase_file.touch(mode=0o600)
    steps.passphrase_file.write_text(_PASSPHRASE, encoding="utf-8")
    _begin(steps, example)
    _capture(steps, example, window)
    _mark_and_redact(steps, example, window)
    _write_down(steps, example)


def _begin(steps: Steps, example: Example) -> None:
    steps.heading(steps.language.text("A vault with a case"))
    author = example.author
    steps.command("init", "--title", example.case.title)
    steps.command(
        "case", "--name", author.name, "--job", author.job_title, "--workplace", author.workplace,
        "--ref", example.case.local_ref,
    )  # fmt: skip


def _capture(steps: Steps, example: Example, window: PostWindow) -> None:
    steps.heading(steps.language.text("Captured and sealed"))
    region = f"{window.x},{window.y},{window.width},{window.height}"
    post, times = example.incident, example.times
    steps.command("capture", "--region", region, "--context", "--url", post.permalink or "")
    steps.command(
        "incident", "--exhibit", "1", *_options(INCIDENT, post),
        "--first-seen", _ago(steps, times.first_seen_minutes_before),
        "--published", _ago(steps, times.published_minutes_before),
    )  # fmt: skip


def _options(kind: Written[Any], draft: Draft) -> list[str]:
    """The options that say what a draft says."""
    said = {field.switch: getattr(draft, field.name) for field in kind.fields}
    return [f"--{switch}={value}" for switch, value in said.items() if value]


def _ago(steps: Steps, minutes: int) -> str:
    """A time before now, as ISO text with offset."""
    return (steps.clock.now().utc - timedelta(minutes=minutes)).isoformat(timespec="seconds")


def _mark_and_redact(steps: Steps, example: Example, window: PostWindow) -> None:
    steps.heading(steps.language.text("Marked and covered, on a copy"))
    shapes = steps.folder / MARKS
    marks = [_written(mark) for mark in example.marks_at(window.boxes)]
    shapes.write_text(json.dumps({"marks": marks}, ensure_ascii=False), encoding="utf-8")
    steps.command("mark", "1", "--shapes", str(shapes))
    boxes = []
    for each in example.redactions_at(window.boxes):
        x, y, width, height = msgspec.structs.astuple(each.box)
        boxes += ["--box", f"{x},{y},{width},{height}:{each.reason}"]
    steps.command("redact", "1", *boxes)


def _written(mark: Mark) -> dict[str, object]:
    """The mark as docs/shapes.md has it, without what is not said."""
    fields = msgspec.to_builtins(mark)
    return {name: value for name, value in fields.items() if value != ""}


def _write_down(steps: Steps, example: Example) -> None:
    steps.heading(steps.language.text("Written down"))
    steps.command("note", example.note.text or "", "--about", "1")
    steps.command("note", example.private_note.text or "", "--private")
    for contact in example.contacts:
        steps.command("contact", *_options(CONTACT, contact))
    for told in example.notifications:
        at = _ago(steps, 0)
        steps.command("notify", *_options(NOTIFICATION, told), "--at", at, "--reply-at", at)
    steps.command("list")


def _hand_over(steps: Steps) -> dict[str, str]:
    steps.heading(steps.language.text("Dossiers and packages"))
    for recipient in RECIPIENTS:
        steps.command("dossier", "--for", recipient, "--out", _result(steps, f"{recipient}.pdf"))
    receipts = {}
    for recipient in RECIPIENTS:
        target = _result(steps, f"{recipient}.zip")
        handed = steps.command("handover", "--for", recipient, "--out", target)
        receipts[recipient] = format_receipt(handed["receipt"], handed["receipt_seq"])
    steps.command("verify")
    return receipts


def _result(steps: Steps, name: str) -> str:
    return str(steps.folder / name)
