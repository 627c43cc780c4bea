"""The checks by name, and which kinds of finding belong to each. The travelling verifiers use the same words.

Source: docs/verify.md.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from evidence_store import Check, CheckName, CheckState, Finding, FindingKind

KINDS: Mapping[CheckName, tuple[FindingKind, ...]] = {
    CheckName.STRUCTURE: (FindingKind.UNKNOWN_FILE, FindingKind.NOT_A_FILE,
        FindingKind.DUPLICATE_FILE, FindingKind.FILE_MISSING, FindingKind.ZIP_FORM,
        FindingKind.ZIP_CUT, FindingKind.ZIP_METHOD, FindingKind.TOO_LARGE,
        FindingKind.OTHER_PARTS, FindingKind.NEWER_FORMAT, FindingKind.NOT_A_PACKAGE, FindingKind.UNREADABLE),
    CheckName.PACKING: (FindingKind.ZIP_ANEW,),
    CheckName.SYSTEM_FILES: (FindingKind.SYSTEM_FILE,),
    CheckName.FOLDER_NAME: (FindingKind.FOLDER_NAME,),
    CheckName.BAG: (FindingKind.BAGIT_TXT, FindingKind.BAG_INFO, FindingKind.MANIFEST_FORM,
        FindingKind.FILE_NOT_LISTED),
    CheckName.FILES: (FindingKind.FILE_HASH, FindingKind.UNREADABLE_FILE),
    CheckName.LEDGER: (FindingKind.LEDGER_FORM, FindingKind.BODY, FindingKind.PARTS_ORDER,
        FindingKind.GENESIS, FindingKind.ENTRY_COUNT),
    CheckName.COMMITMENTS: (FindingKind.COMMITMENT,),
    CheckName.CHAIN: (FindingKind.SEQUENCE, FindingKind.LINK, FindingKind.PARTS_HASH,
        FindingKind.ENTRY_HASH),
    CheckName.TIMES: (FindingKind.TIME_BACK,),
    CheckName.ERASURES: (FindingKind.TOMBSTONE, FindingKind.ERASED_BUT_KEPT,
        FindingKind.ERASED_WITHOUT_TOMBSTONE),
    CheckName.DOSSIER: (FindingKind.DOSSIER_ENTRY, FindingKind.DOSSIER_HEAD,
        FindingKind.DOSSIER_OBJECT),
    CheckName.EXHIBITS: (FindingKind.EXHIBIT_OBJECT, FindingKind.EXHIBIT_LIST,
        FindingKind.EXHIBIT_PARENT, FindingKind.EXHIBIT_EXTRA, FindingKind.OBJECT_WITHOUT_FILE),
    CheckName.ORIGINALS: (FindingKind.ORIGINAL_OBJECT,),
    CheckName.EXTRAS: (FindingKind.EXTRA_LIST, FindingKind.EXTRA_FILE, FindingKind.EXTRA_UNLISTED,
        FindingKind.ADOPTED_ENTRY),
    CheckName.SIZES: (FindingKind.OBJECT_SIZE,),
    CheckName.WITNESS: (FindingKind.WITNESS_STATEMENT,),
    CheckName.EXPECTED_RECEIPT: (FindingKind.RECEIPT,),
    CheckName.VERIFIER: (FindingKind.VERIFIER_OTHER,),
    CheckName.PRINTED_RECEIPT: (),
    CheckName.TIMESTAMPS: (FindingKind.TIMESTAMP,),
}  # fmt: skip
CHECK_OF = {kind: check for check, kinds in KINDS.items() for kind in kinds}
_REASONS = {
    CheckName.PACKING: "the package is unpacked",
    CheckName.FOLDER_NAME: "the folder has another kind of name",
    CheckName.EXPECTED_RECEIPT: "no code given",
    CheckName.VERIFIER: "nothing to compare with",
    CheckName.PRINTED_RECEIPT: "to be compared by eye",
    CheckName.TIMESTAMPS: "none in this format",
}


class PackageTally(msgspec.Struct):
    """What was counted and found so far, check by check."""

    findings: list[Finding] = []
    counts: dict[CheckName, int] = {}

    def done(self, check: CheckName, count: int) -> None:
        """Note that a check was carried through over ``count`` things."""
        self.counts[check] = self.counts.get(check, 0) + count

    def checks(self, notes: Mapping[CheckName, str]) -> tuple[Check, ...]:
        """Return how every check ended; ``notes`` are reasons by check."""
        failed = {CHECK_OF[finding.kind] for finding in self.findings}
        return tuple(self._check(name, name in failed, notes.get(name, "")) for name in KINDS)

    def _check(self, name: CheckName, failed: bool, note: str) -> Check:
        done = CheckState.PASSED if name in self.counts else CheckState.NOT_CHECKED
        state = CheckState.FAILED if failed else done
        if state is CheckState.NOT_CHECKED and not note:
            note = _REASONS.get(name, "something before it failed")
        return Check(name, state, self.counts.get(name, 0), note)
