"""What a finding or a check means, in a few words. Keys are those of docs/format.md and of the travelling verifier."""

from __future__ import annotations

from app.language import deferred

FINDINGS: dict[str, str] = {
    # -- the log
    "body": deferred("what was written down is not in the form of the format"),
    "chain_missing": deferred("a whole log is missing that this computer remembers"),
    "commitment": deferred("what was written down, or its salt, was changed"),
    "entry_count": deferred("the number of entries is another than stated"),
    "entry_hash": deferred("the entry's fingerprint does not fit"),
    "entry_missing": deferred("the entry is missing"),
    "entry_unreadable": deferred("the entry cannot be read"),
    "erased_but_kept": deferred("a part that was reported as erased is still here"),
    "erased_without_tombstone": deferred("a part is gone, but no entry says that it was erased"),
    "genesis": deferred("the first entry of the log is not as it should be"),
    "head_other": deferred("another entry stands where this computer remembers one"),
    "head_shorter": deferred("the log ends before the entry that this computer remembers"),
    "ledger_form": deferred("the log is not in the form of the format"),
    "ledger_page": deferred("a page of the log cannot be read"),
    "ledger_unreadable": deferred("the log cannot be read"),
    "link": deferred("the entry does not follow the one before it"),
    "named_fork": deferred(
        "an older copy of the vault was taken into use here; the entry names what was lost"
    ),
    "newer_format": deferred("it was made by a later version of the program"),
    "part_missing": deferred("a part is missing"),
    "part_unreadable": deferred("a part cannot be read"),
    "parts_hash": deferred("the list of the entry's parts was changed"),
    "parts_order": deferred("the entry's parts do not stand in the order of the format"),
    "parts_unreadable": deferred("the entry's parts cannot be read"),
    "receipt": deferred("the receipt code belongs to no entry here"),
    "report_unknown": deferred("no report that was sealed here has these bytes"),
    "sequence": deferred("the entry's number is not the next one"),
    "time_form": deferred("its time is no time of a calendar"),
    "time_back": deferred(
        "its time is earlier than that of the entry before: the clock went back, or it was saved later than it was made"
    ),
    "tombstone": deferred("an erasure names something that is not there"),
    "unknown_chain": deferred("an entry belongs to no log"),
    # -- pictures and files in a vault
    "object_hash": deferred("the picture or file is not the one that was sealed"),
    "object_missing": deferred("the picture or file is missing"),
    "object_size": deferred("the file's size is not the one that was sealed"),
    "object_unreadable": deferred("the picture or file cannot be read"),
    "object_without_file": deferred("the entry's file is not in the package"),
    "original_object": deferred("the original is not the one that was sealed"),
    "page": deferred("a page of the vault's file is damaged"),
    # -- a package
    "bag_info": deferred("bag-info.txt does not fit the package"),
    "bagit_txt": deferred("bagit.txt was changed"),
    "dossier_entry": deferred("this is not the entry that sealed the dossier"),
    "dossier_head": deferred("the dossier does not follow the entry whose receipt code it prints"),
    "dossier_object": deferred("the dossier is not the one that was sealed"),
    "duplicate_file": deferred("two files have the same name"),
    "exhibit_extra": deferred("the file belongs to no exhibit"),
    "exhibit_list": deferred("the dossier's list of exhibits is not as it should be"),
    "exhibit_object": deferred("the file is not the one that was sealed"),
    "exhibit_parent": deferred("what is shown was not made from the picture named"),
    "folder_name": deferred("the folder does not have the name that its dossier gave it"),
    "file_hash": deferred("the file was changed"),
    "file_missing": deferred("the file is missing"),
    "file_not_listed": deferred("the file is not in the list of files"),
    "manifest_form": deferred("the list of files is not in the form of the format"),
    "not_a_file": deferred("this is no ordinary file"),
    "not_a_package": deferred("this is no package of this program"),
    "system_file": deferred(
        "the computer added it; it is no part of the package and was not checked"
    ),
    "structure": deferred("this does not belong in the package"),
    "too_large": deferred("there is more here than a package can hold"),
    "unknown_file": deferred("the file does not belong in the package"),
    "unreadable": deferred("it cannot be read"),
    "unreadable_file": deferred("the file cannot be read"),
    "verifier_other": deferred(
        "this is another version than this program’s; take the verifier from elsewhere"
    ),
    "zip_anew": deferred("another program zipped it anew; each file in it was checked"),
    "zip_method": deferred("it is packed in another way; unpack the zip file first"),
    "zip_cut": deferred("the zip file was cut off"),
    "zip_form": deferred("the zip file is not as the program wrote it"),
}

CHECKS: dict[str, str] = {
    "bag": deferred("Lists of files"),
    "chain": deferred("Order and fingerprints of the log"),
    "commitments": deferred("Fingerprints of what was written down"),
    "dossier": deferred("The dossier is the one that was sealed"),
    "erasures": deferred("What was erased"),
    "exhibits": deferred("The exhibits are those that were sealed"),
    "expected_receipt": deferred("A receipt code from outside"),
    "files": deferred("Fingerprints of the files"),
    "folder_name": deferred("The folder’s name"),
    "forks": deferred("Older copies that were taken into use"),
    "genesis": deferred("Beginning of the log"),
    "held_heads": deferred("What this computer remembers of the log"),
    "ledger": deferred("Form of the log"),
    "objects": deferred("Pictures and files"),
    "originals": deferred("Originals and added files that go along"),
    "packing": deferred("The zip is as the program wrote it"),
    "system_files": deferred("Files that the computer added"),
    "pages": deferred("Pages of the vault's file"),
    "printed_receipt": deferred("The receipt code printed in the dossier"),
    "receipt": deferred("A receipt code from outside"),
    "report_file": deferred("The PDF is a report that was sealed here"),
    "sizes": deferred("Sizes of the files"),
    "structure": deferred("Only what belongs here"),
    "times": deferred("The times follow the order of the log"),
    "timestamps": deferred("Timestamps from outside"),
    "verifier": deferred("The verifiers in the package"),
}

# Why a check was not done, where there is more to say than that it was not asked for.
UNCHECKED: dict[str, str] = {
    "none_held": deferred("this computer remembers nothing of this vault yet"),
    "not_kept": deferred("this computer cannot write down what it knows of the log"),
}

# Checks whose findings are told and change no verdict.
REMARKS = frozenset({"folder_name", "forks", "packing", "system_files", "times", "verifier"})
