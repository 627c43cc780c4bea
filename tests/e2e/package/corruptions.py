"""Fifty-six ways to damage a package, each with what every verifier must say of it.

The first ones are accidents and clumsy hands; then come hands that fix up the lists of files; the last ones make
every hash anew, so that the package holds together and only a receipt code from outside reveals it.
All chance comes from a seed that is the corruption's own name.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
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
    receipt,
    ref,
    sha,
)

PICTURE_1 = "data/exhibits/bilag-001.png"
PICTURE_2 = "data/exhibits/bilag-002.png"
VIEW_3 = "data/exhibits/bilag-003.png"
ORIGINAL_3 = "data/originals/bilag-003.eml"


@dataclass(frozen=True)
class Corruption:
    """One way.

    ``finding`` is the kind that must be among the findings; "" where the package holds together and only
    ``--expect`` with the code of the entry ``held`` of the undamaged package tells. ``exhibit`` is the number
    of the Bilag that must be named. ``unseen_by_sh`` marks what verify.sh says it cannot check.
    """

    name: str
    damage: Callable[[Forged, Random], None]
    finding: str
    verdict: str = "ALTERED"
    exhibit: int | None = None
    held: int = 10
    unseen_by_sh: bool = False


def corrupted(good: Forged, corruption: Corruption) -> Forged:
    """A damaged copy; the same every time."""
    forged = good.copy()
    corruption.damage(forged, Random(corruption.name))
    return forged


def held_code(good: Forged, corruption: Corruption) -> str:
    """The receipt code that somebody got of the undamaged package, with its place."""
    return f"{receipt(good.ledger.entries[corruption.held].hash)} /{corruption.held}"


def flip(data: bytes, random: Random, start: int = 0, end: int | None = None) -> bytes:
    at = random.randrange(start, len(data) if end is None else end)
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def _flip_file(path: str, *, relist: bool) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, random: Random) -> None:
        forged.files[path] = flip(forged.files[path], random)
        if relist:
            forged.relist()

    return damage


def _ledger(change: Callable[[Forged, Random], None]) -> Callable[[Forged, Random], None]:
    """Change the draft of the ledger, write it, and fix up the lists of files."""

    def damage(forged: Forged, random: Random) -> None:
        change(forged, random)
        forged.write_ledger()
        forged.relist()

    return damage


def _other_digit(text: str, random: Random) -> str:
    at = random.randrange(len(text))
    digit = random.choice([d for d in "0123456789abcdef" if d != text[at]])
    return text[:at] + digit + text[at + 1 :]


def _change_words(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[2].part("facts")
    part.body = part.body.replace(b"13:03:11", b"13:03:1%d" % random.choice([2, 3, 4]))


def _change_salt(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[4].part("object")
    part.salt = _other_digit(part.salt, random)


def _change_commitment(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[3].part("object")
    part.commitment = _other_digit(part.commitment, random)


def _change_parts_hash(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[5]
    entry.parts_hash = _other_digit(entry.parts_hash, random)


def _change_entry_hash(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[6]
    entry.hash = _other_digit(entry.hash, random)


def _change_time(forged: Forged, random: Random) -> None:
    forged.ledger.entries[2].time = f"2026-11-23T12:0{random.randrange(10)}:11.042Z"


def _change_previous(forged: Forged, random: Random) -> None:
    entry = forged.ledger.entries[8]
    entry.previous = _other_digit(entry.previous, random)
    forged.ledger.rehash(8)


def _drop_entry(forged: Forged, random: Random) -> None:
    del forged.ledger.entries[random.choice([1, 7, 9])]


def _drop_and_renumber(forged: Forged, _: Random) -> None:
    del forged.ledger.entries[9]
    forged.ledger.entries[9].seq = 9
    forged.ledger.rehash(9)


def _insert_entry(forged: Forged, random: Random) -> None:
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


def _reorder(forged: Forged, random: Random) -> None:
    at = random.randrange(1, 9)
    entries = forged.ledger.entries
    entries[at], entries[at + 1] = entries[at + 1], entries[at]


def _cut_tail(forged: Forged, random: Random) -> None:
    del forged.ledger.entries[-random.randrange(1, 4) :]


def _cut_text(forged: Forged, random: Random) -> None:
    text = forged.files[LEDGER]
    forged.files[LEDGER] = text[: random.randrange(len(text) // 2, len(text) - 10)]
    while forged.files[LEDGER].endswith(b"\n"):
        forged.files[LEDGER] = forged.files[LEDGER][:-1]
    forged.relist()


def _wrong_count(forged: Forged, random: Random) -> None:
    forged.ledger.end = 11 + random.randrange(1, 9)


def _bad_word(forged: Forged, _: Random) -> None:
    forged.files[LEDGER] = forged.files[LEDGER].replace(b" withheld\n", b" hidden\n", 1)
    forged.relist()


def _swap_exhibits(forged: Forged, _: Random) -> None:
    files = forged.files
    files[PICTURE_1], files[PICTURE_2] = files[PICTURE_2], files[PICTURE_1]
    forged.relist()


def _delete(path: str, *, relist: bool) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, _: Random) -> None:
        del forged.files[path]
        if relist:
            forged.relist()

    return damage


def _add(path: str, *, relist: bool) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, random: Random) -> None:
        forged.files[path] = PNG + random.randbytes(40)
        if relist:
            forged.relist()

    return damage


def _rename(forged: Forged, _: Random) -> None:
    forged.files["data/exhibits/bilag-001.jpg"] = forged.files.pop(PICTURE_1)
    forged.relist()


def _withheld_called_erased(forged: Forged, _: Random) -> None:
    forged.ledger.entries[4].part("redactions").state = "erased"


def _erased_called_withheld(forged: Forged, _: Random) -> None:
    forged.ledger.entries[7].part("text").state = "withheld"


def _tombstone_names_nothing(forged: Forged, _: Random) -> None:
    targets = [{**ref(7), "parts": ["text", "no_such_part"]}]
    forged.ledger.entries[8].part("facts").body = body("tombstone", targets=targets)
    forged.ledger.reseal(8)


def _fix_one_line(forged: Forged, random: Random) -> None:
    old = sha(forged.files[PICTURE_1]).encode()
    forged.files[PICTURE_1] = flip(forged.files[PICTURE_1], random)
    new = sha(forged.files[PICTURE_1]).encode()
    manifest = forged.files["manifest-sha256.txt"]
    forged.files["manifest-sha256.txt"] = manifest.replace(old, new)


def _drop_a_line(forged: Forged, _: Random) -> None:
    lines = forged.files["manifest-sha256.txt"].splitlines(keepends=True)
    forged.files["manifest-sha256.txt"] = b"".join(line for line in lines if b"002" not in line)


def _reverse_list(forged: Forged, _: Random) -> None:
    lines = forged.files["manifest-sha256.txt"].splitlines(keepends=True)
    forged.files["manifest-sha256.txt"] = b"".join(reversed(lines))
    _tags_anew(forged)


def _tags_anew(forged: Forged) -> None:
    text = "".join(
        f"{sha(forged.files[line[66:].decode()])}  {line[66:].decode()}\n"
        for line in forged.files["tagmanifest-sha256.txt"].splitlines()
    )
    forged.files["tagmanifest-sha256.txt"] = text.encode()


def _other_bagit(forged: Forged, _: Random) -> None:
    forged.files["bagit.txt"] = forged.files["bagit.txt"].replace(b"1.0", b"0.97")
    forged.relist()


def _other_bag_info(forged: Forged, random: Random) -> None:
    text = forged.files["bag-info.txt"]
    forged.files["bag-info.txt"] = text.replace(
        b"2026-11-23", b"2026-10-0%d" % random.randrange(1, 9)
    )
    _tags_anew(forged)


def _more_after_the_end(forged: Forged, random: Random) -> None:
    forged.files[LEDGER] += b"end %d\n" % random.randrange(1, 99)
    forged.relist()


def _shown_twice(forged: Forged, random: Random) -> None:
    twice = [{"number": number, "original": ref(2), "shown": ref(2)} for number in (1, 4)]
    _change_dossier(exhibits=twice)(forged, random)


def _private_chain(forged: Forged, _: Random) -> None:
    forged.ledger.kind = "private"


def _closed_genesis(forged: Forged, _: Random) -> None:
    forged.ledger.entries[0].part("genesis").state = "withheld"


def _newer_ledger(forged: Forged, random: Random) -> None:
    text = forged.files[LEDGER]
    forged.files[LEDGER] = text.replace(b"ledger/1", b"ledger/%d" % random.randrange(2, 9), 1)
    forged.relist()


# -- hands that make the hashes anew ---------------------------------------------------------------


def _resealed(
    start: int, change: Callable[[Forged, Random], None]
) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, random: Random) -> None:
        change(forged, random)
        forged.ledger.reseal(start)

    return _ledger(damage)


def _double_key(forged: Forged, _: Random) -> None:
    forged.ledger.entries[2].part(
        "facts"
    ).body = b'{"kind":"capture","version":1,"captured_at":"a","captured\\u005fat":"b"}'


def _wrong_size(forged: Forged, random: Random) -> None:
    part = forged.ledger.entries[2].part("object")
    facts = json.loads(part.body)
    part.body = json.dumps({**facts, "size": facts["size"] + random.randrange(1, 99)}).encode()


def _wrong_parent(forged: Forged, _: Random) -> None:
    forged.ledger.entries[4].part("facts").body = body("working_copy", parent=ref(2))


def _change_dossier(**fields: object) -> Callable[[Forged, Random], None]:
    def damage(forged: Forged, _: Random) -> None:
        entry = forged.ledger.entries[-1]
        entry.part("facts").body = json.dumps({**entry.facts(), **fields}).encode()

    return damage


def _foreign_object(forged: Forged, _: Random) -> None:
    part = forged.ledger.entries[3].part("object")
    part.state = "open"


def _new_words(forged: Forged, random: Random) -> None:
    words = f"2026-11-22T0{random.randrange(10)}:00:00.000Z"
    forged.ledger.entries[2].part("facts").body = body("capture", captured_at=words)


def _new_picture(forged: Forged, random: Random) -> None:
    forged.files[PICTURE_1] = PNG + random.randbytes(60)
    entry = forged.ledger.entries[2]
    entry.part("object").body = object_body(forged.files[PICTURE_1], "image/png")


def _new_dossier(forged: Forged, random: Random) -> None:
    forged.files[DOSSIER] = b"%PDF-1.7\n" + random.randbytes(60)
    entry = forged.ledger.entries[10]
    entry.part("object").body = object_body(forged.files[DOSSIER], "application/pdf")


def _back_dated(forged: Forged, random: Random) -> None:
    day = random.randrange(10, 20)
    for entry in forged.ledger.entries:
        entry.time = entry.time.replace("-23T", f"-{day}T")


def _note_gone(forged: Forged, random: Random) -> None:
    del forged.ledger.entries[9]
    _change_dossier(head=ref(8, CHAIN))(forged, random)


def _note_more(forged: Forged, random: Random) -> None:
    forged.ledger.entries.insert(9, note(9, "aldrig skrevet", random))
    _change_dossier(head=ref(10, CHAIN))(forged, random)


CORRUPTIONS: tuple[Corruption, ...] = (
    Corruption("picture_flipped", _flip_file(PICTURE_1, relist=False), "file_hash", exhibit=1),
    Corruption("dossier_flipped", _flip_file(DOSSIER, relist=False), "file_hash"),
    Corruption("ledger_flipped", _flip_file(LEDGER, relist=False), "file_hash"),
    Corruption("original_flipped", _flip_file(ORIGINAL_3, relist=False), "file_hash", exhibit=3),
    Corruption("letter_flipped", _flip_file("LAES-MIG.txt", relist=False), "file_hash"),
    Corruption("exhibit_deleted", _delete(VIEW_3, relist=False), "file_missing", "INCOMPLETE", 3),
    Corruption("verifier_deleted", _delete("verify.py", relist=False), "file_missing", "INCOMPLETE"),
    Corruption("unknown_file_added", _add("data/exhibits/nyt.png", relist=False), "unknown_file"),
    Corruption("known_name_added", _add("data/exhibits/bilag-009.png", relist=False),
               "file_not_listed", exhibit=9),
    Corruption("one_line_fixed_up", _fix_one_line, "file_hash"),
    Corruption("line_dropped", _drop_a_line, "file_not_listed", exhibit=2),
    Corruption("list_reversed", _reverse_list, "manifest_form"),
    # From here on the lists of files fit again.
    Corruption("picture_flipped_relisted", _flip_file(PICTURE_1, relist=True),
               "exhibit_object", exhibit=1),
    Corruption("dossier_flipped_relisted", _flip_file(DOSSIER, relist=True), "dossier_object"),
    Corruption("exhibits_swapped", _swap_exhibits, "exhibit_object", exhibit=2),
    Corruption("exhibit_deleted_relisted", _delete(PICTURE_2, relist=True),
               "exhibit_object", "INCOMPLETE", 2),
    Corruption("original_deleted_relisted", _delete(ORIGINAL_3, relist=True),
               "exhibit_object", "INCOMPLETE", 3),
    Corruption("exhibit_added_relisted", _add("data/originals/bilag-002.png", relist=True),
               "exhibit_extra", exhibit=2),
    Corruption("exhibit_renamed", _rename, "exhibit_extra", exhibit=1),
    Corruption("words_changed", _ledger(_change_words), "commitment", exhibit=1),
    Corruption("salt_changed", _ledger(_change_salt), "commitment", exhibit=2),
    Corruption("commitment_changed", _ledger(_change_commitment), "parts_hash", exhibit=2),
    Corruption("parts_hash_changed", _ledger(_change_parts_hash), "parts_hash", exhibit=3),
    Corruption("entry_hash_changed", _ledger(_change_entry_hash), "entry_hash", exhibit=3),
    Corruption("time_changed", _ledger(_change_time), "entry_hash", exhibit=1),
    Corruption("previous_changed", _ledger(_change_previous), "link"),
    Corruption("entry_dropped", _ledger(_drop_entry), "sequence"),
    Corruption("entry_dropped_and_renumbered", _ledger(_drop_and_renumber), "link"),
    Corruption("entry_inserted", _ledger(_insert_entry), "sequence"),
    Corruption("entries_reordered", _ledger(_reorder), "sequence"),
    Corruption("tail_cut", _ledger(_cut_tail), "dossier_entry", "INCOMPLETE"),
    Corruption("text_cut", _cut_text, "ledger_form", "INCOMPLETE"),
    Corruption("count_too_high", _ledger(_wrong_count), "entry_count", "INCOMPLETE"),
    Corruption("word_unknown", _bad_word, "ledger_form"),
    Corruption("withheld_called_erased", _ledger(_withheld_called_erased),
               "erased_without_tombstone", exhibit=2),
    Corruption("erased_called_withheld", _ledger(_erased_called_withheld), "erased_but_kept"),
    Corruption("bagit_changed", _other_bagit, "bagit_txt"),
    Corruption("bag_info_changed", _other_bag_info, "bag_info"),
    Corruption("more_after_the_end", _more_after_the_end, "ledger_form"),
    Corruption("private_chain", _ledger(_private_chain), "ledger_form"),
    Corruption("genesis_closed", _ledger(_closed_genesis), "genesis"),
    Corruption("ledger_of_a_later_format", _newer_ledger, "newer_format", "UNREADABLE"),
    Corruption("hidden_original_opened", _ledger(_foreign_object), "exhibit_object", "INCOMPLETE", 2),
    # From here on every hash after the change is made anew.
    Corruption("tombstone_names_nothing", _ledger(_tombstone_names_nothing), "tombstone"),
    Corruption("rechained_double_key", _resealed(2, _double_key), "body", exhibit=1),
    Corruption("rechained_wrong_size", _resealed(2, _wrong_size), "object_size", exhibit=1,
               unseen_by_sh=True),
    Corruption("rechained_wrong_parent", _resealed(4, _wrong_parent), "exhibit_parent", exhibit=2),
    Corruption("rechained_wrong_head", _resealed(10, _change_dossier(head=ref(4))), "dossier_head"),
    Corruption("rechained_list_of_exhibits", _resealed(10, _change_dossier(exhibits=[])),
               "exhibit_extra", exhibit=1),
    Corruption("rechained_shown_twice", _resealed(10, _shown_twice), "exhibit_list", exhibit=4),
    # And here nothing in the package tells: only a code from outside does.
    Corruption("rechained_words", _resealed(2, _new_words), "", held=9),
    Corruption("rechained_picture", _resealed(2, _new_picture), ""),
    Corruption("rechained_dossier", _resealed(10, _new_dossier), ""),
    Corruption("rechained_back_dated", _resealed(0, _back_dated), "", exhibit=1, held=2),
    Corruption("rechained_entry_gone", _resealed(9, _note_gone), "", "INCOMPLETE"),
    Corruption("rechained_entry_more", _resealed(9, _note_more), "", held=9),
)  # fmt: skip
