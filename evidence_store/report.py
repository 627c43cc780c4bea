"""What a verification returns: separate facts, never a bool.

Three answers are kept apart: changed, holds together but is not confirmed from outside, could not be checked.

The kinds of findings and the names of checks are one closed set each, for vaults and packages alike: a report has one
type whatever was checked, half of the kinds occur in both, and the verifiers that travel use the same words. The values
are part of what ``--json`` prints and never change.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """The words, worst last. NOT CONFIRMED: a receipt code was given and no entry fits it."""

    ANCHORED = "ANCHORED"
    CONSISTENT = "CONSISTENT"
    NOT_CONFIRMED = "NOT CONFIRMED"
    INCOMPLETE = "INCOMPLETE"
    ALTERED = "ALTERED"
    UNREADABLE = "UNREADABLE"


class CheckState(StrEnum):
    """How one check ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"


class FindingKind(StrEnum):
    """Which rule was broken. Sources: docs/format.md ("Findings") and docs/verify.md."""

    # -- a log, in a vault or a package
    SEQUENCE = "sequence"  #: another place was due
    LINK = "link"  #: ``previous`` is not the hash of the entry before
    ENTRY_HASH = "entry_hash"  #: the entry's hash does not follow from its fields
    PARTS_HASH = "parts_hash"  #: the list of parts has another hash
    PARTS_ORDER = "parts_order"  #: ``facts`` is not the first part, or ``object`` not the last
    COMMITMENT = "commitment"  #: a part's salt and body give another commitment
    BODY = "body"  #: a body breaks the rules of the format
    GENESIS = "genesis"  #: the first entry tells of another chain, or a later one is a first entry
    TIME_BACK = "time_back"  #: the entry's time is earlier than that of the entry before; a remark
    TOMBSTONE = "tombstone"  #: it names nothing, or what is not there
    ERASED_WITHOUT_TOMBSTONE = "erased_without_tombstone"  #: a part is gone and no entry says so
    ERASED_BUT_KEPT = "erased_but_kept"  #: a part that a tombstone names is there
    NEWER_FORMAT = "newer_format"  #: what must be looked into is of a later version
    RECEIPT = "receipt"  #: an expected code belongs to no entry
    # -- a vault
    TIME_FORM = "time_form"  #: a time that no calendar and no clock has
    UNKNOWN_CHAIN = "unknown_chain"  #: an entry of a chain that is not listed
    PART_MISSING = "part_missing"  #: salt and body of a part are not there
    OBJECT_HASH = "object_hash"  #: the bytes have another SHA-256
    OBJECT_MISSING = "object_missing"  #: the bytes are not there
    ENTRY_UNREADABLE = "entry_unreadable"  #: the page with the entry's row is damaged
    PARTS_UNREADABLE = "parts_unreadable"  #: the page with the entry's parts is damaged
    PART_UNREADABLE = "part_unreadable"  #: the page with one part is damaged
    OBJECT_UNREADABLE = "object_unreadable"  #: a page with the bytes is damaged
    LEDGER_UNREADABLE = "ledger_unreadable"  #: no entry can be read at all
    LEDGER_PAGE = "ledger_page"  #: a page of a table of the ledger, or of its index, is damaged
    DRAFT_PAGE = "draft_page"  #: a page of the drafts is damaged
    CACHE_PAGE = "cache_page"  #: a page of a cache is damaged; no evidence is
    STRUCTURE = "structure"  #: free pages or lists of pages are damaged
    CHAIN_MISSING = "chain_missing"  #: head memory knows a chain that is not there
    HEAD_SHORTER = "head_shorter"  #: head memory knows a later place than the last one
    HEAD_OTHER = "head_other"  #: another hash stands at a held place
    NAMED_FORK = "named_fork"  #: the entry names what was lost with an older copy; a remark
    REPORT_UNKNOWN = "report_unknown"  #: no report that was sealed in the vault has these bytes
    # -- a ledger text
    LEDGER_FORM = "ledger_form"  #: a line breaks the grammar, or the text ends too early
    ENTRY_COUNT = "entry_count"  #: the last line claims another number of entries
    # -- the files of a package
    NOT_A_PACKAGE = "not_a_package"  #: it was never ours: nothing else is looked at
    UNREADABLE = "unreadable"  #: the file or folder cannot be opened
    TOO_LARGE = "too_large"  #: more than a package can hold
    UNKNOWN_FILE = "unknown_file"  #: a name that no package holds
    NOT_A_FILE = "not_a_file"  #: a link, a device, a pipe or a folder in a file's place
    DUPLICATE_FILE = "duplicate_file"  #: two members of a zip have one name
    FILE_MISSING = "file_missing"  #: a file that every package has, or that a list names
    UNREADABLE_FILE = "unreadable_file"  #: one file cannot be read to its end
    SYSTEM_FILE = "system_file"  #: the computer added it; a remark
    FOLDER_NAME = "folder_name"  #: the folder's name ends in another code; a remark
    ZIP_FORM = "zip_form"  #: bytes between the files are not as our writer puts them
    ZIP_CUT = "zip_cut"  #: the zip ends too early
    ZIP_METHOD = "zip_method"  #: packed in a way that is not read here
    ZIP_ANEW = "zip_anew"  #: another program zipped it anew, soundly; a remark
    BAGIT_TXT = "bagit_txt"  #: it is not the one of BagIt 1.0
    BAG_INFO = "bag_info"  #: it does not fit the ledger and the files
    MANIFEST_FORM = "manifest_form"  #: a line of a list of files breaks its grammar or order
    FILE_NOT_LISTED = "file_not_listed"  #: the list of files lacks it
    FILE_HASH = "file_hash"  #: the file has another SHA-256 than its list says
    VERIFIER_OTHER = "verifier_other"  #: another version of the travelling verifier; a remark
    # -- what a package's ledger says of its files
    DOSSIER_ENTRY = "dossier_entry"  #: the last entry sealed no dossier
    DOSSIER_HEAD = "dossier_head"  #: it does not name the entry before it as the printed head
    DOSSIER_OBJECT = "dossier_object"  #: the dossier is another one, or missing
    EXHIBIT_LIST = "exhibit_list"  #: an exhibit or file in its list breaks the rules
    EXHIBIT_OBJECT = "exhibit_object"  #: what is shown of an exhibit is another file, or missing
    EXHIBIT_PARENT = "exhibit_parent"  #: what is shown was not made from the original
    EXHIBIT_EXTRA = "exhibit_extra"  #: a file under an exhibit's name that belongs to none
    ORIGINAL_OBJECT = "original_object"  #: the original is another file, or missing
    OBJECT_WITHOUT_FILE = "object_without_file"  #: an entry's open ``object`` part has no file
    OBJECT_SIZE = "object_size"  #: the file has another size than was sealed
    # -- tokens of timestamp authorities, in a vault or a package
    TIMESTAMP = "timestamp"  #: it is not for what it is said to be for, or not to be relied on
    # -- what packages of format 2 hold more
    EXTRA_LIST = "extra_list"  #: the dossier's list of what else goes along breaks the rules, or is not shown
    EXTRA_FILE = "extra_file"  #: such a file is another one, or missing
    EXTRA_UNLISTED = "extra_unlisted"  #: such a file is not listed
    ADOPTED_ENTRY = "adopted_entry"  #: it names an entry of another log, which that log has not
    WITNESS_STATEMENT = "witness_statement"  #: what a witness signed does not hold
    OTHER_PARTS = "other_parts"  #: it is one part of a package that was split


class CheckName(StrEnum):
    """One kind of check over all that it applies to."""

    # -- a log
    CHAIN = "chain"  #: places, links and hashes
    TIMES = "times"  #: times do not go back
    COMMITMENTS = "commitments"  #: salts and bodies of the parts
    ERASURES = "erasures"  #: tombstones, and parts that are gone
    # -- a vault
    GENESIS = "genesis"  #: first entries
    OBJECTS = "objects"  #: bytes of pictures and files
    PAGES = "pages"  #: pages of the vault's file
    HELD_HEADS = "held_heads"  #: what head memory holds
    FORKS = "forks"  #: older copies that were taken into use
    RECEIPT = "receipt"  #: a code that came another way
    REPORT_FILE = "report_file"  #: a PDF that came alone was sealed in the vault
    # -- a package
    STRUCTURE = "structure"  #: only files that belong there
    PACKING = "packing"  #: the zip is as our writer makes it
    SYSTEM_FILES = "system_files"  #: files that the computer added
    FOLDER_NAME = "folder_name"  #: the folder is named for its code
    BAG = "bag"  #: BagIt's own files
    FILES = "files"  #: SHA-256 of each file
    LEDGER = "ledger"  #: grammar of the ledger text
    DOSSIER = "dossier"  #: the last entry sealed the dossier
    EXHIBITS = "exhibits"  #: files of what is shown
    ORIGINALS = "originals"  #: files of originals
    EXTRAS = "extras"  #: what else goes along in a package of format 2
    SIZES = "sizes"  #: sizes of the files
    WITNESS = "witness"  #: what witnesses signed
    EXPECTED_RECEIPT = "expected_receipt"  #: a code that came another way
    VERIFIER = "verifier"  #: the travelling verifiers are ours
    PRINTED_RECEIPT = "printed_receipt"  #: never done: compare by eye
    TIMESTAMPS = "timestamps"  #: tokens over the log; in packages of format 2 and in vaults


class Unchecked(StrEnum):
    """Why a check was not done, where somebody decides by it. Other reasons are words for ``--json`` alone."""

    NONE_HELD = "none_held"  #: head memory knows nothing of this vault yet
    NOT_KEPT = "not_kept"  #: head memory cannot be written
    UNSEEN = "cannot be seen"  #: what a package shows does not tell


class Finding(msgspec.Struct, frozen=True):
    """One thing that is not as it should be.

    Attributes:
        kind: which rule was broken.
        verdict: what this finding alone would make of the whole.
        chain: id of the chain, or "".
        seq: the entry's place in its chain, or None.
        exhibit: the number of the Bilag it concerns, where that is known.
        path: file inside the package, or "".
        expected: what should have stood there, or "".
        found: what stands there, or "".
    """

    kind: FindingKind
    verdict: Verdict
    chain: str = ""
    seq: int | None = None
    exhibit: int | None = None
    path: str = ""
    expected: str = ""
    found: str = ""


class Check(msgspec.Struct, frozen=True):
    """One kind of check over all that it applies to; ``reason`` says why it was not done."""

    name: CheckName
    state: CheckState
    count: int = 0
    reason: str = ""


class Receipt(msgspec.Struct, frozen=True):
    """The receipt code of one entry, to be compared with one got another way."""

    chain: str
    seq: int
    code: str


class Anchored(msgspec.Struct, frozen=True):
    """A token that is in order: an authority outside has seen the log up to an entry.

    Attributes:
        chain: id of the chain.
        seq: the last entry that it covers.
        at: the authority's time, as a stamp.
        by: what the certificate that signed calls the authority.
        root: SHA-256 of the root certificate that vouches for it, as hex.
        known: whether that root is one that the program, or the person, relies on.
        token: the place of the token's own entry.
    """

    chain: str
    seq: int
    at: str
    by: str
    root: str
    known: bool
    token: int


class Report(msgspec.Struct, frozen=True):
    """The whole answer.

    Attributes:
        verdict: the worst of the findings, CONSISTENT when there is none; ANCHORED where there is none worse than a
            remark, and a token over every log of evidence whose root is relied on.
        findings: in the order of the ledger.
        checks: every check by name, those not done included.
        receipts: the head of each chain that could be read.
        matched: the entry that an expected receipt code belongs to; what came later is not covered by it.
        entries: how many entries were read.
        objects: how many objects were read to the end.
        last: the last entry of a package, which sealed its dossier; None for a vault, which goes on.
        withheld_entries: entries of a package of which no part is shown.
        withheld_parts: parts held back in the other entries.
        exhibits: numbers of the exhibits of a package whose files were compared with its log, in their order.
        anchored: the tokens that are in order, in the order of the log.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]
    receipts: tuple[Receipt, ...]
    matched: Receipt | None = None
    entries: int = 0
    objects: int = 0
    last: Receipt | None = None
    withheld_entries: int = 0
    withheld_parts: int = 0
    exhibits: tuple[int, ...] = ()
    anchored: tuple[Anchored, ...] = ()


_ORDER = tuple(Verdict)


def worst(findings: tuple[Finding, ...], best: Verdict = Verdict.CONSISTENT) -> Verdict:
    """Return the verdict over all findings; ``best`` when there is none."""
    return max((finding.verdict for finding in findings), key=_ORDER.index, default=best)


def anchored_verdict(
    findings: tuple[Finding, ...], anchored: tuple[Anchored, ...], chains: frozenset[str]
) -> Verdict:
    """Return the verdict where there are tokens.

    Args:
        findings: all of them.
        anchored: the tokens that are in order.
        chains: every chain that one has to cover for ANCHORED.
    """
    verdict = worst(findings)
    covered = {each.chain for each in anchored if each.known}
    if verdict is Verdict.CONSISTENT and chains and chains <= covered:
        return Verdict.ANCHORED
    return verdict
