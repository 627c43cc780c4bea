"""What ``show`` calls the parts of an entry and their fields: as the timeline does, and else by a table of its own.

A kind has words only for what it shows. The table has the rest: what a machine noted, and what others word themselves.
A field that is in neither is called by the label of its form, and at last by its own name, as in ``--json``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

import msgspec

from app.casework import KINDS, Field, Written
from app.cli.command import Text
from app.language import Language, deferred
from app.messages.sentences import REASONS
from app.vocabulary import clock_check_words, exact, in_words, recipient

_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")

_PARTS: Mapping[str, str] = {
    "about": deferred("Belongs to"),
    "affected": deferred("Also hit"),
    "again": deferred("Asked before"),
    "alias": deferred("Cover name"),
    "by": deferred("Who wrote it"),
    "certificates": deferred("Certificates"),
    "checked": deferred("Checked"),
    "circumstances": deferred("Circumstances"),
    "claims": deferred("What the file says of itself"),
    "clip": deferred("Clip of a film"),
    "closing": deferred("How it ended"),
    "colleague": deferred("Whose computer it was"),
    "complaint": deferred("Complaint"),
    "contact": deferred("Contact"),
    "contents": deferred("Words in the file"),
    "device": deferred("Seen on"),
    "facts": deferred("Information"),
    "film": deferred("The film"),
    "findings": deferred("What the file holds"),
    "frame": deferred("Taken from a film"),
    "full": deferred("In full"),
    "key": deferred("The key that signed"),
    "letter": deferred("What was handed over"),
    "likeness": deferred("How it looks"),
    "carried": deferred("How it came from the phone"),
    "machine": deferred("Computer"),
    "marks": deferred("Marks"),
    "noticed": deferred("Who noticed it"),
    "object": deferred("The file"),
    "officer": deferred("Whom you talked to"),
    "origin": deferred("Where it comes from"),
    "package": deferred("What goes along in the package"),
    "pages": deferred("Pages"),
    "person": deferred("Person"),
    "promise": deferred("What was promised"),
    "quote_from": deferred("Where the quote comes from"),
    "reader": deferred("Read by somebody else first"),
    "reason": deferred("Why"),
    "receipt": deferred("Receipt of who got it"),
    "redactions": deferred("Covered with black"),
    "reference": deferred("Numbers"),
    "relations": deferred("What it belongs together with"),
    "run_up": deferred("Run-up"),
    "scope": deferred("What may be shared"),
    "screen": deferred("Screen"),
    "self_view": deferred("Own view of how bad it is"),
    "sender": deferred("Sender"),
    "sender_contact": deferred("How the sender can be reached"),
    "sender_name": deferred("The sender’s name"),
    "series": deferred("Series"),
    "shared": deferred("Shared as"),
    "shown": deferred("The picture"),
    "source": deferred("The file as it came"),
    "spots": deferred("Places that differ"),
    "tags": deferred("Content"),
    "text": deferred("Text"),
    "to": deferred("To whom"),
    "told": deferred("Who was told"),
    "tools": deferred("Read by"),
    "topic": deferred("What about"),
    "watch_points": deferred("To watch for"),
    "window": deferred("Window"),
    "within": deferred("What it lay in"),
    "witness": deferred("Witness"),
    "witness_contact": deferred("How the witness can be reached"),
}
_FIELDS: Mapping[str, str] = {
    "about": deferred("Belongs to"),
    "access_basis": deferred("Access"),
    "accuracy_ms": deferred("Accuracy in milliseconds"),
    "actor": deferred("Done by"),
    "added_at": deferred("Added"),
    "address": deferred("Address"),
    "agree": deferred("Agree"),
    "at": deferred("Time by the authority"),
    "at_us": deferred("Moment in the film, in microseconds"),
    "audience": deferred("How many could see it"),
    "authority": deferred("Timestamp authority"),
    "before": deferred("Version before"),
    "bits": deferred("Look, in figures"),
    "boot_id": deferred("Number of the computer’s start"),
    "captured_at": deferred("Taken"),
    "captured_at_local": deferred("Taken, Danish time"),
    "case": deferred("Case"),
    "changed": deferred("Changed afterwards"),
    "certificates": deferred("Certificates"),
    "chain_kind": deferred("Kind of log"),
    "chains": deferred("Others’ logs"),
    "clock_check": deferred("Check of the clock"),
    "clock_source": deferred("Clock"),
    "colours": deferred("Colours"),
    "comparable": deferred("Could be compared"),
    "contact": deferred("Contact"),
    "context": deferred("The whole screen"),
    "corrects": deferred("Corrects"),
    "closed": deferred("Closed, by the phone’s clock"),
    "covered": deferred("Frames in which something is black"),
    "covers": deferred("What is black"),
    "description": deferred("What it is about"),
    "device": deferred("Computer"),
    "differences": deferred("Words that differ"),
    "display_name": deferred("Name"),
    "dossier": deferred("Report"),
    "drawn": deferred("Pages shown"),
    "drawn_as": deferred("What is shown"),
    "edition": deferred("Version of the package"),
    "entries": deferred("Statements and films that go along"),
    "entry": deferred("Place there"),
    "envelope": deferred("The envelope’s fingerprint"),
    "exhibits": deferred("Exhibits"),
    "exhibit": deferred("Exhibit"),
    "export": deferred("Export from"),
    "fields": deferred("Texts with other names"),
    "files": deferred("Files that go along"),
    "fingerprint": deferred("Fingerprint of the key"),
    "first": deferred("First picture of the series"),
    "first_seen_at": deferred("First seen"),
    "fit": deferred("Compared with the picture before"),
    "form": deferred("What it is"),
    "frames": deferred("Pictures in the file"),
    "frames_in_1000_s": deferred("Frames in 1000 seconds"),
    "from_us": deferred("Begins, in microseconds of the film"),
    "grab_id": deferred("Taken together"),
    "ground": deferred("Transparent places"),
    "handle": deferred("User name"),
    "happened_on": deferred("When"),
    "hash": deferred("Entry hash there"),
    "head": deferred("Entry of the receipt code"),
    "height_px": deferred("Height in pixels"),
    "hidden": deferred("Hidden"),
    "items": deferred("What is shared"),
    "job_title": deferred("Job title"),
    "language": deferred("Language"),
    "languages": deferred("Languages"),
    "link": deferred("Link"),
    "local_ref": deferred("My reference"),
    "lost": deferred("Last entry known before"),
    "made": deferred("Page and tables that go along"),
    "mailed": deferred("Sent, as the mail says"),
    "marks": deferred("Marks"),
    "media_type": deferred("Kind of file"),
    "message_id": deferred("The mail’s own mark"),
    "method": deferred("Method"),
    "modified_at": deferred("Last changed"),
    "monitors": deferred("Screens"),
    "monotonic_ms": deferred("Milliseconds since the start"),
    "more": deferred("Holds more than the picture"),
    "muted": deferred("Without sound"),
    "name": deferred("Name"),
    "nonce": deferred("Random number of the question"),
    "number": deferred("Number there"),
    "of": deferred("Files in the envelope"),
    "opened": deferred("Opened, by this computer’s clock"),
    "on": deferred("Where it was signed"),
    "os": deferred("System"),
    "outcome": deferred("Result"),
    "package_sha256": deferred("The package’s fingerprint"),
    "package_size": deferred("Size of the package"),
    "packed": deferred("Packed anew"),
    "pages": deferred("Pages"),
    "parent": deferred("Made from"),
    "part": deferred("Part of the entry"),
    "parts": deferred("Files of the package"),
    "percent": deferred("Per cent that could be read"),
    "permalink": deferred("Direct link to the post"),
    "picture": deferred("Coding of the pictures"),
    "place": deferred("Number in the series"),
    "platform": deferred("Platform"),
    "platform_id": deferred("Profile id"),
    "policy": deferred("Policy"),
    "position": deferred("Number in the envelope"),
    "preview": deferred("Why it is not shown"),
    "profile_url": deferred("Link to the profile"),
    "program": deferred("Program"),
    "published_at": deferred("Posted"),
    "published_at_text": deferred("Time as the page shows it"),
    "python": deferred("Python"),
    "qt": deferred("Qt"),
    "qualified": deferred("Qualified service"),
    "quote": deferred("Quote"),
    "read_in": deferred("Read in the picture of"),
    "readings": deferred("Read by a program"),
    "reason": deferred("Why"),
    "receivers": deferred("Receivers"),
    "recipient": deferred("Recipient"),
    "recorded_at": deferred("Noted since"),
    "redactions": deferred("Covered with black"),
    "relation": deferred("Relation"),
    "replaces": deferred("Replaces"),
    "rows": deferred("Rows of pixels in common"),
    "rules": deferred("Version of the rules"),
    "sealed_at": deferred("Sealed, by that computer’s clock"),
    "runs_ms": deferred("Running time, in milliseconds"),
    "said_ms": deferred("Running time as the file says, in milliseconds"),
    "sender": deferred("Sender"),
    "sent": deferred("What was handed over"),
    "serial": deferred("Serial number"),
    "sha256": deferred("Fingerprint (SHA-256)"),
    "signer": deferred("Signed by"),
    "signed_at": deferred("Signed"),
    "signed": deferred("The camera’s own signature, not checked"),
    "since_boot_ms": deferred("Milliseconds since the start, sleep too"),
    "size": deferred("Size in bytes"),
    "smaller": deferred("Times smaller than in the file"),
    "sound": deferred("Coding of the sound"),
    "source": deferred("Stands for"),
    "spot": deferred("Place, as the file says"),
    "spots": deferred("Places that differ"),
    "stretch": deferred("The text that was compared"),
    "subject": deferred("Subject"),
    "taken": deferred("Taken, as the file says"),
    "target": deferred("Which item"),
    "targets": deferred("What was erased"),
    "text": deferred("Text"),
    "title": deferred("Title"),
    "to_us": deferred("Ends, in microseconds of the film"),
    "token": deferred("Random mark"),
    "tool": deferred("Program"),
    "tool_version": deferred("Version of the program"),
    "tools": deferred("Read by"),
    "topic": deferred("What"),
    "unsure": deferred("Not sure"),
    "url": deferred("Link"),
    "venue_name": deferred("Page or group"),
    "visibility": deferred("Visibility"),
    "what": deferred("What"),
    "whole": deferred("Whole"),
    "why_offensive": deferred("What is offensive"),
    "width_px": deferred("Width in pixels"),
    "word_count": deferred("Words compared"),
    "words": deferred("Words"),
    "workplace": deferred("Workplace"),
    "x": deferred("From the left, in pixels"),
    "y": deferred("From the top, in pixels"),
    "way": deferred("Came by"),
}


def part_words(name: str, text: Text) -> str:
    """What a part is called; its own name where it is of a later version."""
    return text(_PARTS[name]).rstrip("?") if name in _PARTS else name


def field_words(tag: str, part: str, key: str, text: Text) -> str:
    """What a field is called; its own name where it is of a later version.

    Args:
        tag: the kind of the entry.
        part: name of the part.
        key: name of the field.
        text: says a msgid in the person's language.
    """
    own = _own_field(tag, part, key)
    if own is not None and own.shown:
        return text(own.shown).rstrip("?")
    label = _FIELDS.get(key) or (own.label if own is not None else "")
    return text(label).rstrip("?") if label else key


def value_words(tag: str, part: str, key: str, value: object, language: Language) -> object:
    """A choice, a time or a yes in words; any other value as it is sealed."""
    if value is True:
        return language.text("yes")
    if not isinstance(value, str):
        return value
    if _STAMP.fullmatch(value):
        return exact(value, language)
    if key == "recipient":
        return recipient(value, language)
    if key == "clock_check":
        return clock_check_words(value, language)
    own = _own_field(tag, part, key)
    if own is not None and own.silent is not None and value == own.silent:
        return language.text("Not stated")
    choices = _choices(tag, part, key)
    if choices is not None and value in list(choices):
        chosen = choices(value)
        return in_words(chosen, language) or in_words(chosen, language, long=True) or value
    return language.text(REASONS[value]) if key == "preview" and value in REASONS else value


def _own_field(tag: str, part: str, key: str) -> Field | None:
    kinds = (kind for kind in KINDS if kind.tag == tag and isinstance(kind, Written))
    fields = (field for kind in kinds for section in kind.sections for field in section.fields)
    return next((field for field in fields if (field.part, field.key) == (part, key)), None)


def _choices(tag: str, part: str, key: str) -> type[StrEnum] | None:
    """The closed set that a field is of."""
    for kind in KINDS:
        if kind.tag == tag and part in kind.parts:
            for field in msgspec.structs.fields(kind.parts[part]):
                if field.name == key and isinstance(field.type, type):
                    return field.type if issubclass(field.type, StrEnum) else None
    return None
