"""The checks by name, and which kinds of finding belong to each. The travelling verifiers use the same words.

Source: docs/verify.md.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from evidence_store import Check, CheckState, Finding

KINDS: Mapping[str, tuple[str, ...]] = {
    "structure": (
        "unknown_file",
        "not_a_file",
        "duplicate_file",
        "file_missing",
        "zip_form",
        "zip_cut",
        "zip_method",
        "too_large",
        "newer_format",
        "not_a_package",
        "unreadable",
    ),
    "packing": ("zip_anew",),
    "system_files": ("system_file",),
    "folder_name": ("folder_name",),
    "bag": ("bagit_txt", "bag_info", "manifest_form", "file_not_listed"),
    "files": ("file_hash", "unreadable_file"),
    "ledger": ("ledger_form", "body", "parts_order", "genesis", "entry_count"),
    "commitments": ("commitment",),
    "chain": ("sequence", "link", "parts_hash", "entry_hash"),
    "times": ("time_back",),
    "erasures": ("tombstone", "erased_but_kept", "erased_without_tombstone"),
    "dossier": ("dossier_entry", "dossier_head", "dossier_object"),
    "exhibits": ("exhibit_object", "exhibit_list", "exhibit_parent", "exhibit_extra",
                 "object_without_file"),
    "originals": ("original_object",),
    "sizes": ("object_size",),
    "expected_receipt": ("receipt",),
    "verifier": ("verifier_other",),
    "printed_receipt": (),
    "timestamps": (),
}  # fmt: skip
CHECK_OF = {kind: check for check, kinds in KINDS.items() for kind in kinds}
UNSEEN = "cannot be seen"
_REASONS = {
    "packing": "the package is unpacked",
    "folder_name": "the folder has another kind of name",
    "expected_receipt": "no code given",
    "verifier": "nothing to compare with",
    "printed_receipt": "to be compared by eye",
    "timestamps": "none in this format",
}


class Tally(msgspec.Struct):
    """What was done and found so far."""

    findings: list[Finding] = []
    counts: dict[str, int] = {}

    def done(self, check: str, count: int) -> None:
        """Note that a check was carried through over ``count`` things."""
        self.counts[check] = self.counts.get(check, 0) + count

    def checks(self, notes: Mapping[str, str]) -> tuple[Check, ...]:
        """How every check ended; ``notes`` are reasons by check."""
        failed = {CHECK_OF[finding.kind] for finding in self.findings}
        return tuple(self._check(name, name in failed, notes.get(name, "")) for name in KINDS)

    def _check(self, name: str, failed: bool, note: str) -> Check:
        done = CheckState.PASSED if name in self.counts else CheckState.NOT_CHECKED
        state = CheckState.FAILED if failed else done
        if state is CheckState.NOT_CHECKED and not note:
            note = _REASONS.get(name, "something before it failed")
        return Check(name, state, self.counts.get(name, 0), note)
