"""What the demo does with the made-up post, command by command."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from demo.folder import MARKS, RECIPIENTS
from demo.post_window import PostWindow
from demo.steps import Steps
from evidence_store import written_receipt

_PASSPHRASE = "hest lampe vindue kaffe papir gulerod\n"  # noqa: S105 - of a made-up case
_NUMBER_OFFSET_PX = 22
_WIDER_PX = 6

Story = dict[str, Any]


def tell_story(steps: Steps, story: Story, window: PostWindow) -> dict[str, str]:
    """From an empty folder to the packages; return the receipt code of each recipient's."""
    steps.passphrase_file.touch(mode=0o600)
    steps.passphrase_file.write_text(_PASSPHRASE, encoding="utf-8")
    _begin(steps, story)
    _capture(steps, story, window)
    _mark_and_redact(steps, story, window)
    _write_down(steps, story)
    return _hand_over(steps)


def _begin(steps: Steps, story: Story) -> None:
    steps.heading(steps.language.text("A vault with a case"))
    author = story["author"]
    steps.command("init", "--title", story["case"]["title"])
    steps.command(
        "case",
        "--name", author["name"], "--job", author["job_title"],
        "--workplace", author["workplace"], "--ref", story["case"]["local_ref"],
    )  # fmt: skip


def _capture(steps: Steps, story: Story, window: PostWindow) -> None:
    steps.heading(steps.language.text("Captured and sealed"))
    region = f"{window.x},{window.y},{window.width},{window.height}"
    facts, sender, name, words = (
        story[part] for part in ("incident", "sender", "sender_name", "text")
    )
    steps.command("capture", "--region", region, "--context", "--url", facts["permalink"])
    steps.command(
        "incident", "--exhibit", "1",
        "--form", facts["form"], "--platform", facts["platform"], "--venue", facts["venue_name"],
        "--url", facts["url"], "--permalink", facts["permalink"],
        "--shown-time", facts["published_at_text"],
        "--first-seen", _ago(steps, facts["first_seen_minutes_before"]),
        "--published", _ago(steps, facts["published_minutes_before"]),
        "--visibility", facts["visibility"], "--audience", facts["audience"],
        "--access", facts["access_basis"],
        "--handle", sender["handle"], "--profile-url", sender["profile_url"],
        "--profile-name", name["display_name"], "--relation", name["relation"],
        "--quote", words["quote"], "--why", words["why_offensive"],
        "--description", words["description"],
    )  # fmt: skip


def _ago(steps: Steps, minutes: int) -> str:
    """A time before now, as ISO text with offset."""
    return (steps.clock.now().utc - timedelta(minutes=minutes)).isoformat(timespec="seconds")


def _mark_and_redact(steps: Steps, story: Story, window: PostWindow) -> None:
    steps.heading(steps.language.text("Marked and covered, on a copy"))
    shapes = steps.folder / MARKS
    shapes.write_text(
        json.dumps({"marks": _marks(story, window)}, ensure_ascii=False), encoding="utf-8"
    )
    steps.command("mark", "1", "--shapes", str(shapes))
    boxes = []
    for redaction in story["redactions"]:
        x, y, width, height = window.places[redaction["place"]]
        # Wider than the words: the width of a box tells how long they were.
        x, width = x - _WIDER_PX, width + 2 * _WIDER_PX
        boxes += ["--box", f"{x},{y},{width},{height}:{redaction['reason']}"]
    steps.command("redact", "1", *boxes)


def _marks(story: Story, window: PostWindow) -> list[dict[str, Any]]:
    """Each place gets its own shape, and beside it the number that carries the caption."""
    marks: list[dict[str, Any]] = []
    for mark in story["marks"]:
        x, y, width, height = window.places[mark["place"]]
        box = {"x": x, "y": y, "width": width, "height": height}
        marks.append({"shape": mark["shape"], "box": box})
        marks.append(
            {
                "shape": "number",
                "x": max(x - _NUMBER_OFFSET_PX, _NUMBER_OFFSET_PX),
                "y": y + height // 2,
                "caption": mark["caption"],
            }
        )
    return marks


def _write_down(steps: Steps, story: Story) -> None:
    steps.heading(steps.language.text("Written down"))
    steps.command("note", story["note"]["text"], "--about", "1")
    steps.command("note", story["private_note"]["text"], "--private")
    for contact in story["contacts"]:
        steps.command(
            "contact", "--role", contact["role"], "--name", contact["name"],
            "--organisation", contact["organisation"], "--phone", contact["phone"],
            "--mail", contact["mail"],
        )  # fmt: skip
    for told in story["notifications"]:
        steps.command(
            "notify", "--role", told["role"], "--name", told["name"],
            "--at", _ago(steps, 0), "--channel", told["channel"], "--said", told["said"],
            "--reply", told["reply"], "--reply-at", _ago(steps, 0),
        )  # fmt: skip
    steps.command("list")


def _hand_over(steps: Steps) -> dict[str, str]:
    steps.heading(steps.language.text("Dossiers and packages"))
    for recipient in RECIPIENTS:
        steps.command("dossier", "--for", recipient, "--out", _result(steps, f"{recipient}.pdf"))
    receipts = {}
    for recipient in RECIPIENTS:
        target = _result(steps, f"{recipient}.zip")
        handed = steps.command("handover", "--for", recipient, "--out", target)
        receipts[recipient] = written_receipt(handed["receipt"], handed["receipt_seq"])
    steps.command("verify")
    return receipts


def _result(steps: Steps, name: str) -> str:
    return str(steps.folder / name)
