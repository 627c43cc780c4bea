"""What a finding or a check means, in a few words."""

from __future__ import annotations

from app.language import deferred
from evidence_store import CheckName, FindingKind, Unchecked

FINDINGS: dict[FindingKind, str] = {
    # -- the log
    FindingKind.BODY: deferred("what was written down is not in the form of the format"),
    FindingKind.CHAIN_MISSING: deferred("a whole log is missing that this computer remembers"),
    FindingKind.COMMITMENT: deferred("what was written down, or its salt, was changed"),
    FindingKind.ENTRY_COUNT: deferred("the number of entries is another than stated"),
    FindingKind.ENTRY_HASH: deferred("the entry's fingerprint does not fit"),
    FindingKind.ENTRY_UNREADABLE: deferred("the entry cannot be read"),
    FindingKind.ERASED_BUT_KEPT: deferred("a part that was reported as erased is still here"),
    FindingKind.ERASED_WITHOUT_TOMBSTONE: deferred(
        "a part is gone, but no entry says that it was erased"
    ),
    FindingKind.GENESIS: deferred("the first entry of the log is not as it should be"),
    FindingKind.HEAD_OTHER: deferred("another entry stands where this computer remembers one"),
    FindingKind.HEAD_SHORTER: deferred(
        "the log ends before the entry that this computer remembers"
    ),
    FindingKind.LEDGER_FORM: deferred("the log is not in the form of the format"),
    FindingKind.LEDGER_PAGE: deferred("a page of the log cannot be read"),
    FindingKind.LEDGER_UNREADABLE: deferred("the log cannot be read"),
    FindingKind.LINK: deferred("the entry does not follow the one before it"),
    FindingKind.NAMED_FORK: deferred(
        "an older copy of the vault was taken into use here; the entry names what was lost"
    ),
    FindingKind.NEWER_FORMAT: deferred("it was made by a later version of the program"),
    FindingKind.PART_MISSING: deferred("a part is missing"),
    FindingKind.PART_UNREADABLE: deferred("a part cannot be read"),
    FindingKind.PARTS_HASH: deferred("the list of the entry's parts was changed"),
    FindingKind.PARTS_ORDER: deferred("the entry's parts do not stand in the order of the format"),
    FindingKind.PARTS_UNREADABLE: deferred("the entry's parts cannot be read"),
    FindingKind.RECEIPT: deferred("the receipt code belongs to no entry here"),
    FindingKind.REPORT_UNKNOWN: deferred("no report that was sealed here has these bytes"),
    FindingKind.SEQUENCE: deferred("the entry's number is not the next one"),
    FindingKind.TIME_FORM: deferred("its time is no time of a calendar"),
    FindingKind.TIME_BACK: deferred(
        "its time is earlier than that of the entry before: the clock went back, or it was saved later than it was made"
    ),
    FindingKind.TOMBSTONE: deferred("an erasure names something that is not there"),
    FindingKind.TIMESTAMP: deferred(
        "the timestamp does not fit the entry that it is for, or is not to be relied on"
    ),
    FindingKind.UNKNOWN_CHAIN: deferred("an entry belongs to no log"),
    # -- pictures and files in a vault
    FindingKind.OBJECT_HASH: deferred("the picture or file is not the one that was sealed"),
    FindingKind.OBJECT_MISSING: deferred("the picture or file is missing"),
    FindingKind.OBJECT_SIZE: deferred("the file's size is not the one that was sealed"),
    FindingKind.OBJECT_UNREADABLE: deferred("the picture or file cannot be read"),
    FindingKind.OBJECT_WITHOUT_FILE: deferred("the entry's file is not in the package"),
    FindingKind.CACHE_PAGE: deferred(
        "a page of the search or of the small pictures is damaged; nothing that you saved is"
    ),
    FindingKind.DRAFT_PAGE: deferred("a page with drafts is damaged"),
    FindingKind.STRUCTURE: deferred("a page of the vault's file is damaged"),
    FindingKind.ORIGINAL_OBJECT: deferred("the original is not the one that was sealed"),
    # -- a package
    FindingKind.BAG_INFO: deferred("bag-info.txt does not fit the package"),
    FindingKind.BAGIT_TXT: deferred("bagit.txt was changed"),
    FindingKind.DOSSIER_ENTRY: deferred("this is not the entry that sealed the dossier"),
    FindingKind.DOSSIER_HEAD: deferred(
        "the dossier does not follow the entry whose receipt code it prints"
    ),
    FindingKind.DOSSIER_OBJECT: deferred("the dossier is not the one that was sealed"),
    FindingKind.DUPLICATE_FILE: deferred("two files have the same name"),
    FindingKind.EXHIBIT_EXTRA: deferred("the file belongs to no exhibit"),
    FindingKind.EXHIBIT_LIST: deferred("the dossier's list of exhibits is not as it should be"),
    FindingKind.EXHIBIT_OBJECT: deferred("the file is not the one that was sealed"),
    FindingKind.EXHIBIT_PARENT: deferred("what is shown was not made from the picture named"),
    FindingKind.EXTRA_FILE: deferred("the file is not the one that was noted"),
    FindingKind.EXTRA_LIST: deferred("the list of what else goes along is not as it should be"),
    FindingKind.ADOPTED_ENTRY: deferred("the colleague’s log has no such entry"),
    FindingKind.WITNESS_STATEMENT: deferred("what the witness signed does not hold"),
    FindingKind.EXTRA_UNLISTED: deferred("the file is not noted in the dossier’s entry"),
    FindingKind.OTHER_PARTS: deferred("this is one part only; the package has more"),
    FindingKind.FOLDER_NAME: deferred("the folder does not have the name that its dossier gave it"),
    FindingKind.FILE_HASH: deferred("the file was changed"),
    FindingKind.FILE_MISSING: deferred("the file is missing"),
    FindingKind.FILE_NOT_LISTED: deferred("the file is not in the list of files"),
    FindingKind.MANIFEST_FORM: deferred("the list of files is not in the form of the format"),
    FindingKind.NOT_A_FILE: deferred("this is no ordinary file"),
    FindingKind.NOT_A_PACKAGE: deferred("this is no package of this program"),
    FindingKind.SYSTEM_FILE: deferred(
        "the computer added it; it is no part of the package and was not checked"
    ),
    FindingKind.TOO_LARGE: deferred("there is more here than a package can hold"),
    FindingKind.UNKNOWN_FILE: deferred("the file does not belong in the package"),
    FindingKind.UNREADABLE: deferred("it cannot be read"),
    FindingKind.UNREADABLE_FILE: deferred("the file cannot be read"),
    FindingKind.VERIFIER_OTHER: deferred(
        "this is another version than this program’s; take the verifier from elsewhere"
    ),
    FindingKind.ZIP_ANEW: deferred("another program zipped it anew; each file in it was checked"),
    FindingKind.ZIP_METHOD: deferred("it is packed in another way; unpack the zip file first"),
    FindingKind.ZIP_CUT: deferred("the zip file was cut off"),
    FindingKind.ZIP_FORM: deferred("the zip file is not as the program wrote it"),
}

CHECKS: dict[CheckName, str] = {
    CheckName.BAG: deferred("Lists of files"),
    CheckName.CHAIN: deferred("Order and fingerprints of the log"),
    CheckName.COMMITMENTS: deferred("Fingerprints of what was written down"),
    CheckName.DOSSIER: deferred("The dossier is the one that was sealed"),
    CheckName.ERASURES: deferred("What was erased"),
    CheckName.EXHIBITS: deferred("The exhibits are those that were sealed"),
    CheckName.EXPECTED_RECEIPT: deferred("A receipt code from outside"),
    CheckName.EXTRAS: deferred("What else goes along"),
    CheckName.FILES: deferred("Fingerprints of the files"),
    CheckName.FOLDER_NAME: deferred("The folder’s name"),
    CheckName.FORKS: deferred("Older copies that were taken into use"),
    CheckName.GENESIS: deferred("Beginning of the log"),
    CheckName.HELD_HEADS: deferred("What this computer remembers of the log"),
    CheckName.LEDGER: deferred("Form of the log"),
    CheckName.OBJECTS: deferred("Pictures and files"),
    CheckName.ORIGINALS: deferred("Originals and added files that go along"),
    CheckName.PACKING: deferred("The zip is as the program wrote it"),
    CheckName.SYSTEM_FILES: deferred("Files that the computer added"),
    CheckName.PAGES: deferred("Pages of the vault's file"),
    CheckName.PRINTED_RECEIPT: deferred("The receipt code printed in the dossier"),
    CheckName.RECEIPT: deferred("A receipt code from outside"),
    CheckName.REPORT_FILE: deferred("The PDF is a report that was sealed here"),
    CheckName.SIZES: deferred("Sizes of the files"),
    CheckName.WITNESS: deferred("What witnesses signed"),
    CheckName.STRUCTURE: deferred("Only what belongs here"),
    CheckName.TIMES: deferred("The times follow the order of the log"),
    CheckName.TIMESTAMPS: deferred("Timestamps from outside"),
    CheckName.VERIFIER: deferred("The verifiers in the package"),
}

# Why a check was not done, where there is more to say than that it was not asked for.
UNCHECKED: dict[str, str] = {
    Unchecked.NONE_HELD: deferred("this computer remembers nothing of this vault yet"),
    Unchecked.NOT_KEPT: deferred("this computer cannot write down what it knows of the log"),
}

# Checks whose findings are told and change no verdict.
REMARKS = frozenset(
    {
        CheckName.FOLDER_NAME,
        CheckName.FORKS,
        CheckName.PACKING,
        CheckName.SYSTEM_FILES,
        CheckName.TIMES,
        CheckName.VERIFIER,
    }
)
