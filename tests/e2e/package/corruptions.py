"""Seventy ways to damage a package, each with what every verifier must say of it.

The first ones are accidents and clumsy hands; then come hands that fix up the lists of files; the last ones make
every hash anew, so that the package holds together and only a receipt code from outside reveals it.
All chance comes from a seed that is the corruption's own name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.e2e.package import damages, forgeries
from tests.e2e.package.damages import ORIGINAL_3, PICTURE_1, PICTURE_2, VIEW_3
from tests.e2e.package.forge import DOSSIER, LEDGER, Forged, receipt, ref


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


UNCONFIRMED = "NOT CONFIRMED"
CORRUPTIONS: tuple[Corruption, ...] = (
    Corruption("picture_flipped", damages.flip_file(PICTURE_1, relist=False), "file_hash", exhibit=1),
    Corruption("dossier_flipped", damages.flip_file(DOSSIER, relist=False), "file_hash"),
    Corruption("ledger_flipped", damages.flip_file(LEDGER, relist=False), "file_hash"),
    Corruption("original_flipped", damages.flip_file(ORIGINAL_3, relist=False), "file_hash", exhibit=3),
    Corruption("letter_flipped", damages.flip_file("LAES-MIG.txt", relist=False), "file_hash"),
    Corruption("exhibit_deleted", damages.delete(VIEW_3, relist=False), "file_missing", "INCOMPLETE", 3),
    Corruption("verifier_deleted", damages.delete("verify.py", relist=False), "file_missing", "INCOMPLETE"),
    Corruption("unknown_file_added", damages.add("data/exhibits/nyt.png", relist=False), "unknown_file"),
    Corruption("known_name_added", damages.add("data/exhibits/bilag-009.png", relist=False),
               "file_not_listed", exhibit=9),
    Corruption("one_line_fixed_up", damages.fix_one_line, "file_hash"),
    Corruption("line_dropped", damages.drop_a_line, "file_not_listed", exhibit=2),
    Corruption("list_reversed", damages.reverse_list, "manifest_form"),
    # From here on the lists of files fit again.
    Corruption("picture_flipped_relisted", damages.flip_file(PICTURE_1, relist=True),
               "exhibit_object", exhibit=1),
    Corruption("dossier_flipped_relisted", damages.flip_file(DOSSIER, relist=True), "dossier_object"),
    Corruption("exhibits_swapped", damages.swap_exhibits, "exhibit_object", exhibit=2),
    Corruption("exhibit_deleted_relisted", damages.delete(PICTURE_2, relist=True),
               "exhibit_object", "INCOMPLETE", 2),
    Corruption("original_deleted_relisted", damages.delete(ORIGINAL_3, relist=True),
               "original_object", "INCOMPLETE", 3),
    Corruption("original_flipped_relisted", damages.flip_file(ORIGINAL_3, relist=True),
               "original_object", exhibit=3),
    # A file is taken out, and what the log says of it is closed: the list in the dossier's entry tells.
    Corruption("picture_stripped", damages.stripped(2, PICTURE_1, "object"), "exhibit_object", "INCOMPLETE", 1),
    Corruption("picture_stripped_with_its_entry", damages.stripped(2, PICTURE_1), "exhibit_object", "INCOMPLETE", 1),
    Corruption("copy_stripped", damages.stripped(4, PICTURE_2, "object"), "exhibit_object", "INCOMPLETE", 2),
    Corruption("copy_stripped_with_its_entry", damages.stripped(4, PICTURE_2), "exhibit_object", "INCOMPLETE", 2),
    Corruption("view_stripped", damages.stripped(6, VIEW_3, "object"), "exhibit_object", "INCOMPLETE", 3),
    Corruption("original_stripped", damages.stripped(5, ORIGINAL_3, "object"), "original_object", "INCOMPLETE", 3),
    Corruption("original_stripped_with_its_entry", damages.stripped(5, ORIGINAL_3), "original_object", "INCOMPLETE", 3),
    Corruption("exhibit_added_relisted", damages.add("data/originals/bilag-002.png", relist=True),
               "exhibit_extra", exhibit=2),
    Corruption("exhibit_renamed", damages.rename, "exhibit_extra", exhibit=1),
    Corruption("words_changed", damages.ledger(damages.change_words), "commitment", exhibit=1),
    Corruption("salt_changed", damages.ledger(damages.change_salt), "commitment", exhibit=2),
    Corruption("commitment_changed", damages.ledger(damages.change_commitment), "parts_hash", exhibit=2),
    Corruption("parts_hash_changed", damages.ledger(damages.change_parts_hash), "parts_hash", exhibit=3),
    Corruption("entry_hash_changed", damages.ledger(damages.change_entry_hash), "entry_hash", exhibit=3),
    Corruption("time_changed", damages.ledger(damages.change_time), "entry_hash", exhibit=1),
    Corruption("previous_changed", damages.ledger(damages.change_previous), "link"),
    Corruption("entry_dropped", damages.ledger(damages.drop_entry), "sequence"),
    Corruption("entry_dropped_and_renumbered", damages.ledger(damages.drop_and_renumber), "link"),
    Corruption("entry_inserted", damages.ledger(damages.insert_entry), "sequence"),
    Corruption("entries_reordered", damages.ledger(damages.reorder), "sequence"),
    Corruption("tail_cut", damages.ledger(damages.cut_tail), "dossier_entry", "INCOMPLETE"),
    Corruption("text_cut", damages.cut_text, "ledger_form", "INCOMPLETE"),
    Corruption("count_too_high", damages.ledger(damages.wrong_count), "entry_count", "INCOMPLETE"),
    Corruption("word_unknown", damages.bad_word, "ledger_form"),
    Corruption("withheld_called_erased", damages.ledger(damages.withheld_called_erased),
               "erased_without_tombstone", exhibit=2),
    Corruption("erased_called_withheld", damages.ledger(damages.erased_called_withheld), "erased_but_kept"),
    Corruption("bagit_changed", damages.other_bagit, "bagit_txt"),
    Corruption("bag_info_changed", damages.other_bag_info, "bag_info"),
    Corruption("more_after_the_end", damages.more_after_the_end, "ledger_form"),
    Corruption("private_chain", damages.ledger(damages.private_chain), "ledger_form"),
    Corruption("genesis_closed", damages.ledger(damages.closed_genesis), "genesis"),
    Corruption("ledger_of_a_later_format", damages.newer_ledger, "newer_format", "UNREADABLE"),
    Corruption("hidden_original_opened", damages.ledger(damages.foreign_object),
               "object_without_file", "INCOMPLETE", 2),
    # From here on every hash after the change is made anew.
    Corruption("tombstone_names_nothing", damages.ledger(damages.tombstone_names_nothing), "tombstone"),
    Corruption("rechained_double_key", damages.resealed(2, damages.double_key), "body", exhibit=1),
    Corruption("rechained_wrong_size", damages.resealed(2, damages.wrong_size), "object_size", exhibit=1,
               unseen_by_sh=True),
    Corruption("rechained_wrong_parent", damages.resealed(4, damages.wrong_parent), "exhibit_parent", exhibit=2),
    Corruption("rechained_wrong_head", damages.resealed(10, damages.change_dossier(head=ref(4))), "dossier_head"),
    Corruption("rechained_list_of_exhibits", damages.resealed(10, damages.change_dossier(exhibits=[])),
               "exhibit_extra", exhibit=1),
    Corruption("rechained_shown_twice", damages.resealed(10, damages.shown_twice), "exhibit_list", exhibit=4),
    *(
        Corruption(f"rechained_files_{name}", damages.resealed(10, damages.change_dossier(files=files)),
                   "exhibit_list", exhibit=exhibit)
        for name, files, exhibit in damages.BAD_LISTS
    ),
    # What an attacker with the package in hand found that one reader or another took.
    Corruption("bag_info_longer", forgeries.more_in_bag_info, "bag_info"),
    Corruption("bag_info_without_end", forgeries.bag_info_without_end, "bag_info"),
    Corruption("list_names_what_cannot_be", forgeries.name_that_is_none, "manifest_form"),
    Corruption("rechained_format_true", damages.resealed(0, forgeries.true_for_one), "genesis"),
    Corruption("rechained_65_parts", damages.resealed(9, forgeries.parts_beyond_the_limit), "ledger_form"),
    Corruption("hidden_parts_named", forgeries.names_of_hidden_parts, "ledger_form"),
    Corruption("one_hidden_part_left_out", damages.ledger(forgeries.some_parts_of_an_entry), "parts_hash", exhibit=1),
    Corruption("dossier_entry_closed", damages.ledger(forgeries.closed_dossier), "dossier_entry", "INCOMPLETE"),
    Corruption("rechained_erasure_of_later", damages.resealed(8, forgeries.erasure_of_what_comes_later), "tombstone"),
    Corruption("held_hash_put_back", damages.ledger(forgeries.hash_put_back), "entry_hash"),
    Corruption("count_and_more", forgeries.count_and_more, "ledger_form"),
    Corruption("broken_after_wrong_words", forgeries.broken_after_wrong_words, "ledger_form"),
    Corruption("rechained_clock_set_back", damages.resealed(3, forgeries.clock_set_back), "time_back", "CONSISTENT",
               exhibit=2),
    Corruption("rechained_clock_of_1970", damages.resealed(9, forgeries.clock_of_1970), "time_back", "CONSISTENT"),
    Corruption("folder_called_otherwise", forgeries.other_folder, "folder_name", "CONSISTENT"),
    # And here nothing in the package tells: only a code from outside does.
    Corruption("rechained_words", damages.resealed(2, damages.new_words), "", UNCONFIRMED, held=9),
    Corruption("rechained_picture", damages.resealed(2, damages.new_picture), "", UNCONFIRMED),
    Corruption("rechained_dossier", damages.resealed(10, damages.new_dossier), "", UNCONFIRMED),
    Corruption("rechained_back_dated", damages.resealed(0, damages.back_dated), "", UNCONFIRMED, exhibit=1, held=2),
    Corruption("rechained_entry_gone", damages.resealed(9, damages.note_gone), "", UNCONFIRMED),
    Corruption("rechained_entry_more", damages.resealed(9, damages.note_more), "", UNCONFIRMED, held=9),
)  # fmt: skip
