"""The answer to a package: verdict, checks and findings."""

from dataclasses import dataclass, field

CONSISTENT = "CONSISTENT"
NOT_CONFIRMED = "NOT CONFIRMED"
INCOMPLETE = "INCOMPLETE"
ALTERED = "ALTERED"
UNREADABLE = "UNREADABLE"

ORDER: tuple[str, ...] = (CONSISTENT, NOT_CONFIRMED, INCOMPLETE, ALTERED, UNREADABLE)
EXIT_CODES: dict[str, int] = {
    CONSISTENT: 0,
    NOT_CONFIRMED: 1,
    INCOMPLETE: 1,
    ALTERED: 1,
    UNREADABLE: 3,
}

TABLE: dict[str, tuple[str, ...]] = {
    "structure": (
        "not_a_package",
        "newer_format",
        "too_large",
        "unreadable",
        "zip_method",
        "unknown_file",
        "other_parts",
        "not_a_file",
        "duplicate_file",
        "file_missing",
        "zip_form",
        "zip_cut",
    ),
    "packing": ("zip_anew",),
    "system_files": ("system_file",),
    "folder_name": ("folder_name",),
    "bag": ("bagit_txt", "bag_info", "manifest_form", "file_not_listed"),
    "files": ("file_hash", "unreadable_file"),
    "ledger": ("ledger_form", "entry_count", "body", "genesis", "parts_order"),
    "commitments": ("commitment",),
    "chain": ("sequence", "link", "parts_hash", "entry_hash"),
    "times": ("time_back",),
    "erasures": ("tombstone", "erased_but_kept", "erased_without_tombstone"),
    "dossier": ("dossier_entry", "dossier_head", "dossier_object"),
    "exhibits": (
        "exhibit_list",
        "exhibit_parent",
        "exhibit_object",
        "exhibit_extra",
        "object_without_file",
    ),
    "originals": ("original_object",),
    "extras": ("extra_list", "extra_file", "extra_unlisted", "adopted_entry"),
    "sizes": ("object_size",),
    "witness": ("witness_statement",),
    "expected_receipt": ("receipt",),
    "verifier": ("verifier_other",),
    "printed_receipt": (),
    "timestamps": ("timestamp",),
}

CHECK_OF: dict[str, str] = {kind: check for check, kinds in TABLE.items() for kind in kinds}

VERDICT_OF: dict[str, str] = {
    "not_a_package": UNREADABLE,
    "newer_format": UNREADABLE,
    "too_large": UNREADABLE,
    "unreadable": UNREADABLE,
    "zip_method": UNREADABLE,
    "unreadable_file": UNREADABLE,
    "system_file": CONSISTENT,
    "zip_anew": CONSISTENT,
    "folder_name": CONSISTENT,
    "time_back": CONSISTENT,
    "verifier_other": CONSISTENT,
    "other_parts": INCOMPLETE,
    "file_missing": INCOMPLETE,
    "zip_cut": INCOMPLETE,
    "dossier_entry": INCOMPLETE,
    "object_without_file": INCOMPLETE,
    "receipt": NOT_CONFIRMED,
}  # every kind that is not named here is ALTERED unless the finder says INCOMPLETE


@dataclass
class Finding:
    """One thing that was found: its kind, its verdict, and where."""

    kind: str
    verdict: str
    place: int | None = None
    exhibit: int | None = None
    path: str = ""


@dataclass
class Answer:
    """What a reader says of a package."""

    verdict: str
    findings: list[Finding]
    checks: dict[str, str]
    codes: tuple[str, ...] = ()
    matched: bool = False


@dataclass
class Report:
    """Gathers findings and the checks that were done."""

    package: str
    findings: list[Finding] = field(default_factory=list)
    done: set[str] = field(default_factory=set)

    def add(
        self,
        kind: str,
        path: str | None = None,
        place: int | None = None,
        exhibit: int | None = None,
        verdict: str | None = None,
    ) -> None:
        """Tell of one finding; without a path it names the package."""
        chosen = verdict or VERDICT_OF.get(kind, ALTERED)
        self.findings.append(
            Finding(kind, chosen, place, exhibit, self.package if path is None else path)
        )

    def worst(self) -> str:
        """The verdict of the worst finding."""
        place = max((ORDER.index(finding.verdict) for finding in self.findings), default=0)
        return ORDER[place]

    def states(self) -> dict[str, str]:
        """The state of each check."""
        failed = {CHECK_OF[finding.kind] for finding in self.findings}
        return {
            check: "failed"
            if check in failed
            else "passed"
            if check in self.done
            else "not_checked"
            for check in TABLE
        }

    def only(self, kind: str, path: str | None = None) -> Answer:
        """The answer of this one finding and nothing else."""
        self.findings.clear()
        self.done = {"structure"}
        self.add(kind, path)
        return self.answer()

    def answer(self, codes: tuple[str, ...] = (), matched: bool = False) -> Answer:
        """What was gathered, as an answer."""
        return Answer(self.worst(), self.findings, self.states(), codes, matched)
