"""What a reader answers: findings, checks, a verdict ("Checking a package", "Checks")."""

from __future__ import annotations

from dataclasses import dataclass, field

ORDER = ("CONSISTENT", "NOT CONFIRMED", "INCOMPLETE", "ALTERED", "UNREADABLE")
EXIT_CODES = dict(zip(ORDER, (0, 1, 1, 1, 3), strict=True))
LOG = "data/ledger/evidence.txt"

# check: findings of it with their verdict; "?" where the row has two.
TABLE = {
    "structure": "unknown_file=A not_a_file=A duplicate_file=A file_missing=I zip_form=A zip_cut=I "
    "other_parts=I newer_format=U not_a_package=U too_large=U unreadable=U zip_method=U",
    "packing": "zip_anew=C",
    "system_files": "system_file=C",
    "folder_name": "folder_name=C",
    "bag": "bagit_txt=A bag_info=A manifest_form=A file_not_listed=A",
    "files": "file_hash=A unreadable_file=U",
    "ledger": "ledger_form=? entry_count=? body=A genesis=A parts_order=A",
    "commitments": "commitment=A",
    "chain": "sequence=A link=A parts_hash=A entry_hash=A",
    "times": "time_back=C",
    "erasures": "tombstone=A erased_but_kept=A erased_without_tombstone=A",
    "dossier": "dossier_entry=I dossier_head=A dossier_object=?",
    "exhibits": "exhibit_list=A exhibit_parent=A exhibit_object=? exhibit_extra=A object_without_file=I",
    "originals": "original_object=?",
    "extras": "extra_list=? extra_file=? extra_unlisted=A",
    "sizes": "object_size=A",
    "witness": "witness_statement=A",
    "expected_receipt": "receipt=N",
    "verifier": "",
    "printed_receipt": "",
    "timestamps": "timestamp=A",
}
LETTERS = {word[0]: word for word in ORDER}
_OF = {
    pair.split("=")[0]: (check, LETTERS.get(pair.split("=")[1], ""))
    for check, pairs in TABLE.items()
    for pair in pairs.split()
}


_LOG_WITH_PART = ("ledger", "commitments", "chain", "times", "erasures")
_LOG_ALONE = ("dossier", "exhibits", "originals", "extras", "sizes")


@dataclass(frozen=True)
class Finding:
    kind: str
    verdict: str
    place: int | None
    exhibit: int | None
    path: str


class Alone(Exception):  # noqa: N818 - an answer, not an error
    """One finding, and nothing else is said."""

    def __init__(self, kind: str, path: str = "") -> None:
        super().__init__(kind)
        self.kind, self.path = kind, path


def told(name: str) -> str:
    """A name that no package holds, so that it steers no terminal."""
    safe = "".join(sign if " " <= sign <= "~" else f"\\x{ord(sign):02x}" for sign in name[:100])
    return safe + ("..." if len(name) > 100 else "")


@dataclass
class Answer:
    """``name`` is what the package itself is called."""

    name: str
    findings: list[Finding] = field(default_factory=list)
    done: set[str] = field(default_factory=lambda: {"structure"})
    log: str = LOG
    codes: tuple[str, ...] = ()
    matched: bool = False

    def find(
        self,
        kind: str,
        verdict: str = "",
        *,
        place: int | None = None,
        exhibit: int | None = None,
        path: str = "",
        part: str = "",
    ) -> None:
        """Note a finding; ``path`` names a file, ``part`` a part in the log."""
        check, usual = _OF[kind]
        path, part = told(path), told(part)
        if check in _LOG_WITH_PART or part:
            path = f"{self.log}:{part}" if part else self.log
        elif not path and check in _LOG_ALONE:
            path = self.log
        elif not path and kind != "receipt":
            path = self.name
        self.findings.append(Finding(kind, verdict or usual, place, exhibit, path))

    @property
    def verdict(self) -> str:
        return max((each.verdict for each in self.findings), key=ORDER.index, default="CONSISTENT")

    @property
    def checks(self) -> dict[str, str]:
        failed = {_OF[each.kind][0] for each in self.findings}
        return {
            check: "failed"
            if check in failed
            else "passed"
            if check in self.done
            else "not_checked"
            for check in TABLE
        }
