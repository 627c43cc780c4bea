"""What hands can do to a package: each damage changes a forged one in place, by chance from a seed."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

from tests.e2e.package.forge import (
    CHAIN,
    DOSSIER,
    LEDGER,
    PNG,
    EntryDraft,
    Forged,
    PartDraft,
    body,
    object_body,
    ref,
    sha,
)

PICTURE_1 = "data/exhibits/bilag-001.png"
PICTURE_2 = "data/exhibits/bilag-002.png"
VIEW_3 = "data/exhibits/bilag-003.png"
ORIGINAL_3 = "data/originals/bilag-003.eml"


def flip(data: bytes, random: Random, start: int = 0, end: int | None = None) -> bytes:
    at = random.randrange(start, len(data) if end is None else end)
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def flip_file(path: str, *, relist: bool) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, random: Random) -> None:
        forged.files[path] = flip(forged.files[path], random)
        if relist:
            forged.relist()

    return damage


def ledger(change: Callable[[Forged, Random], None]) -> Callable[[Forged, Random], None]:
    """Change the draft of the ledger, write it, and fix up the lists of files."""

    def damage(forged: Forged, random: Random) -> None:
        change(forged, random)
        forged.write_ledger()
        forged.relist()

    return damage


def other_digit(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    digit = random.choice([d for d in "0123456789abcdef" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def change_words(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[2].part("facts")
    part.body = part.body.replace(b"13:03:11", b"13:03:1%d" % random.choice([2, 3, 4]))


def change_salt(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[4].part("object")
    part.salt = other_digit(part.salt, random)


def change_commitment(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[3].part("object")
    part.commitment = other_digit(part.commitment, random)


def change_parts_hash(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[5]
    entry.parts_hash = other_digit(entry.parts_hash, random)


def change_entry_hash(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[6]
    entry.hash = other_digit(entry.hash, random)


def change_time(forged: Forged, random: Random) -> None:
    forged.ledger.entries[2].time = f"2026-11-23T12:0{random.randrange(10)}:11.042Z"


def change_previous(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[8]
    entry.previous = other_digit(entry.previous, random)
    forged.ledger.rehash(8)


def drop_entry(forged: Forged, random: Random) -> None:
    del forged.ledger.entries[random.choice([1, 7, 9])]


def drop_and_renumber(forged: Forged, _: Random) -> None:
    del forged.ledger.entries[9]
    forged.ledger.entries[9].seq = 9
    forged.ledger.rehash(9)


def insert_entry(forged: Forged, random: Random) -> None:
    new = note(9, "noget nyt", random)
    new.previous = forged.ledger.entries[8].hash
    forged.ledger.entries.insert(9, new)
    forged.ledger.rehash(9)


def note(seq: int, text: str, random: Random) -> EntryDraft:
    parts = [
        PartDraft("facts", body("note"), random.randbytes(32).hex()),
        PartDraft("text", body("note_text", text=text), random.randbytes(32).hex()),
    ]
    for part in parts:
        part.commit()
    return EntryDraft(seq, "2026-11-23T13:08:30.000Z", parts)


def reorder(forged: Forged, random: Random) -> None:
    at = random.randrange(1, 9)
    entries = forged.ledger.entries
    entries[at], entries[at + 1] = entries[at + 1], entries[at]


def cut_tail(forged: Forged, random: Random) -> None:
    del forged.ledger.entries[-random.randrange(1, 4) :]


def cut_text(forged: Forged, random: Random) -> None:
    text = forged.files[LEDGER]
    forged.files[LEDGER] = text[: random.randrange(len(text) // 2, len(text) - 10)]
    while forged.files[LEDGER].endswith(b"\n"):
        forged.files[LEDGER] = forged.files[LEDGER][:-1]
    forged.relist()


def wrong_count(forged: Forged, random: Random) -> None:
    forged.ledger.end = 11 + random.randrange(1, 9)


def bad_word(forged: Forged, _: Random) -> None:
    forged.files[LEDGER] = forged.files[LEDGER].replace(b" withheld\n", b" hidden\n", 1)
    forged.relist()


def swap_exhibits(forged: Forged, _: Random) -> None:
    files = forged.files
    files[PICTURE_1], files[PICTURE_2] = files[PICTURE_2], files[PICTURE_1]
    forged.relist()


def delete(path: str, *, relist: bool) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, _: Random) -> None:
        del forged.files[path]
        if relist:
            forged.relist()

    return damage


def add(path: str, *, relist: bool) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, random: Random) -> None:
        forged.files[path] = PNG + random.randbytes(40)
        if relist:
            forged.relist()

    return damage


def rename(forged: Forged, _: Random) -> None:
    forged.files["data/exhibits/bilag-001.jpg"] = forged.files.pop(PICTURE_1)
    forged.relist()


def withheld_called_erased(forged: Forged, _: Random) -> None:
    forged.ledger.entries[4].part("redactions").state = "erased"


def erased_called_withheld(forged: Forged, _: Random) -> None:
    forged.ledger.entries[7].part("text").state = "withheld"


def tombstone_names_nothing(forged: Forged, _: Random) -> None:
    targets = [{**ref(7), "parts": ["text", "no_such_part"]}]
    forged.ledger.entries[8].part("facts").body = body("tombstone", targets=targets)
    forged.ledger.reseal(8)


def fix_one_line(forged: Forged, random: Random) -> None:
    old = sha(forged.files[PICTURE_1]).encode()
    forged.files[PICTURE_1] = flip(forged.files[PICTURE_1], random)
    new = sha(forged.files[PICTURE_1]).encode()
    manifest = forged.files["manifest-sha256.txt"]
    forged.files["manifest-sha256.txt"] = manifest.replace(old, new)


def drop_a_line(forged: Forged, _: Random) -> None:
    lines = forged.files["manifest-sha256.txt"].splitlines(keepends=True)
    forged.files["manifest-sha256.txt"] = b"".join(line for line in lines if b"002" not in line)


def reverse_list(forged: Forged, _: Random) -> None:
    lines = forged.files["manifest-sha256.txt"].splitlines(keepends=True)
    forged.files["manifest-sha256.txt"] = b"".join(reversed(lines))
    tags_anew(forged)


def tags_anew(forged: Forged) -> None:
    text = "".join(
        f"{sha(forged.files[line[66:].decode()])}  {line[66:].decode()}\n"
        for line in forged.files["tagmanifest-sha256.txt"].splitlines()
    )
    forged.files["tagmanifest-sha256.txt"] = text.encode()


def other_bagit(forged: Forged, _: Random) -> None:
    forged.files["bagit.txt"] = forged.files["bagit.txt"].replace(b"1.0", b"0.97")
    forged.relist()


def other_bag_info(forged: Forged, random: Random) -> None:
    text = forged.files["bag-info.txt"]
    forged.files["bag-info.txt"] = text.replace(
        b"2026-11-23", b"2026-10-0%d" % random.randrange(1, 9)
    )
    tags_anew(forged)


def more_after_the_end(forged: Forged, random: Random) -> None:
    forged.files[LEDGER] += b"end %d\n" % random.randrange(1, 99)
    forged.relist()


def shown_twice(forged: Forged, random: Random) -> None:
    twice = [{"number": number, "original": ref(2), "shown": ref(2)} for number in (1, 4)]
    files = [_listed(number, 2, f"data/exhibits/bilag-{number:03d}.png") for number in (1, 4)]
    change_dossier(exhibits=twice, files=files)(forged, random)


def private_chain(forged: Forged, _: Random) -> None:
    forged.ledger.kind = "private"


def closed_genesis(forged: Forged, _: Random) -> None:
    forged.ledger.entries[0].part("genesis").state = "withheld"


def newer_ledger(forged: Forged, random: Random) -> None:
    text = forged.files[LEDGER]
    forged.files[LEDGER] = text.replace(b"ledger/1", b"ledger/%d" % random.randrange(2, 9), 1)
    forged.relist()


# -- hands that make the hashes anew ---------------------------------------------------------------


def resealed(
    start: int, change: Callable[[Forged, Random], None]
) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, random: Random) -> None:
        change(forged, random)
        forged.ledger.reseal(start)

    return ledger(damage)


def double_key(forged: Forged, _: Random) -> None:
    forged.ledger.entries[2].part(
        "facts"
    ).body = b'{"kind":"capture","version":1,"captured_at":"a","captured\\u005fat":"b"}'


def wrong_size(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[2].part("object")
    facts = json.loads(part.body)
    part.body = json.dumps({**facts, "size": facts["size"] + random.randrange(1, 99)}).encode()


def wrong_parent(forged: Forged, _: Random) -> None:
    forged.ledger.entries[4].part("facts").body = body("working_copy", parent=ref(2))


def change_dossier(**fields: object) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, _: Random) -> None:
        entry = forged.ledger.entries[-1]
        entry.part("facts").body = json.dumps({**entry.facts(), **fields}).encode()

    return damage


def foreign_object(forged: Forged, _: Random) -> None:
    part = forged.ledger.entries[3].part("object")
    part.state = "open"


def new_words(forged: Forged, random: Random) -> None:
    words = f"2026-11-22T0{random.randrange(10)}:00:00.000Z"
    forged.ledger.entries[2].part("facts").body = body("capture", captured_at=words)


def new_picture(forged: Forged, random: Random) -> None:
    forged.files[PICTURE_1] = PNG + random.randbytes(60)
    entry = forged.ledger.entries[2]
    entry.part("object").body = object_body(forged.files[PICTURE_1], "image/png")


def new_dossier(forged: Forged, random: Random) -> None:
    forged.files[DOSSIER] = b"%PDF-1.7\n" + random.randbytes(60)
    entry = forged.ledger.entries[10]
    entry.part("object").body = object_body(forged.files[DOSSIER], "application/pdf")


def back_dated(forged: Forged, random: Random) -> None:
    day = random.randrange(10, 20)
    for entry in forged.ledger.entries:
        entry.time = entry.time.replace("-23T", f"-{day}T")


def note_gone(forged: Forged, random: Random) -> None:
    del forged.ledger.entries[9]
    change_dossier(head=ref(8, CHAIN))(forged, random)


def note_more(forged: Forged, random: Random) -> None:
    forged.ledger.entries.insert(9, note(9, "aldrig skrevet", random))
    change_dossier(head=ref(10, CHAIN))(forged, random)


def stripped(seq: int, path: str, *parts: str) -> Callable[[Forged, Random], None]:
    """Take a file out and close these parts of its entry, or all of them: no hash changes."""

    def damage(forged: Forged, _: Random) -> None:
        del forged.files[path]
        for part in forged.ledger.entries[seq].parts:
            if not parts or part.name in parts:
                part.state = "withheld"
        forged.write_ledger()
        forged.relist()

    return damage


def _listed(number: object, seq: int, path: object) -> dict[str, object]:
    return {"number": number, "entry": ref(seq), "path": path}


_FIRST = _listed(1, 2, PICTURE_1)
# Lists of files that no dossier of ours has, and the Bilag that a finding about them names.
BAD_LISTS: tuple[tuple[str, object, int | None], ...] = (
    ("no_list", True, None),
    ("a_text", "data/exhibits/bilag-001.png", None),
    ("an_object", {}, None),
    ("no_entries", [7], None),
    ("another_exhibit", [_listed(4, 2, "data/exhibits/bilag-004.png")], None),
    ("true_for_one", [_listed(True, 2, PICTURE_1)], None),
    ("another_number", [_listed(2, 2, PICTURE_1)], None),
    ("another_entry", [_listed(1, 3, PICTURE_1)], None),
    ("another_chain", [{**_FIRST, "entry": ref(2, "f" * 32)}], None),
    ("another_folder", [_listed(1, 2, "data/ledger/bilag-001.png")], None),
    ("a_path_that_is_none", [_listed(1, 2, "data/exhibits/../exhibits/bilag-001.png")], None),
    ("a_path_with_more", [_listed(1, 2, PICTURE_1 + "\n")], None),
    ("an_unknown_extension", [_listed(1, 2, "data/exhibits/bilag-001.exe")], None),
    ("a_number_for_a_path", [_listed(1, 2, 1)], None),
    ("twice", [_FIRST, _FIRST], None),
    ("twice_by_two_names", [_FIRST, _listed(1, 2, "data/exhibits/bilag-001.jpg")], None),
    ("out_of_order", [_listed(2, 4, PICTURE_2), _FIRST], None),
    ("original_first", [_listed(3, 5, ORIGINAL_3), _listed(3, 6, VIEW_3)], None),
    ("one_entry_in_two_folders", [_FIRST, _listed(1, 2, "data/originals/bilag-001.png")], 1),
)
