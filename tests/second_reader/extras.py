"""Format 2: what else goes along (the part `package`), and foreign logs."""

from collections.abc import Callable
from typing import Any

from tests.second_reader.adopted import judge_adopted
from tests.second_reader.answer import ALTERED, INCOMPLETE, Report
from tests.second_reader.bodies import HEX32, is_from, is_hex
from tests.second_reader.dossier import Case, leads, use
from tests.second_reader.ledger import LONGEST_TEXT, judge_erasures, judge_times, read_ledger
from tests.second_reader.names import (
    LOG,
    is_extra,
    is_foreign,
    is_made,
    is_placed,
    number_of,
    place_of,
)
from tests.second_reader.sources import Source, UnreadableError


class Extras:
    """The three lists as far as they keep the rules."""

    def __init__(self, case: Case, source: Source) -> None:
        """Read the lists of the last entry."""
        self.case = case
        self.source = source
        self.made: list[dict[str, Any]] = []
        self.entries: list[tuple[str, int]] = []
        self.chains: list[dict[str, Any]] = []
        package = case.last.value("package")
        if package is None:
            case.report.add("extra_list", LOG, case.last.place, verdict=INCOMPLETE)
        elif package["kind"] != "dossier_package":
            self._wrong()
        else:
            self._read(package.get("made"), is_made, self._take_made)
            self._read(package.get("entries"), is_placed, self._take_entry)
            self._read(package.get("chains"), is_foreign, self._take_chain)

    def _wrong(self) -> None:
        self.case.report.add("extra_list", LOG, self.case.last.place, verdict=ALTERED)

    def _read(
        self, items: object, fits: Callable[[str], bool], take: Callable[[dict[str, Any]], bool]
    ) -> None:
        if not isinstance(items, list):
            self._wrong()
            return
        before = ""
        for item in items:
            path = item.get("path") if isinstance(item, dict) else None
            if isinstance(path, str) and fits(path) and path > before:
                before = path
                if take(item):
                    continue
            self._wrong()

    def _take_made(self, item: dict[str, Any]) -> bool:
        fine = is_hex(item.get("sha256")) and is_from(item.get("size"), 0)
        if fine:
            self.made.append(item)
        return fine

    def _take_entry(self, item: dict[str, Any]) -> bool:
        path, case = item["path"], self.case
        place, number = case.earlier(item.get("entry")), number_of(path)
        if place is None:
            return False
        if number is None and place_of(path) != place:
            return False
        if number is not None and all(exhibit.number != number for exhibit in case.exhibits):
            return False
        use(case, place, number)
        self.entries.append((path, place))
        return True

    def _take_chain(self, item: dict[str, Any]) -> bool:
        chain = item.get("chain")
        fine = (
            is_hex(chain, HEX32)
            and chain != self.case.ledger.chain
            and all(other["chain"] != chain for other in self.chains)
            and is_from(item.get("seq"), 0)
            and is_hex(item.get("hash"))
            and is_from(item.get("size"), 0)
        )
        if fine:
            self.chains.append(item)
        return fine

    def judge(self) -> None:
        """Hold the lists against the files."""
        case = self.case
        case.report.done.add("extras")
        for item in self.made:
            self._judge_made(item)
        originals = {exhibit.number: exhibit.original for exhibit in case.exhibits}
        for path, place in self.entries:
            number = number_of(path)
            if number is not None and not leads(case, place, originals[number]):
                case.report.add("exhibit_parent", LOG, place, number)
            case.compare("extra_file", path, place, number)
        for item in self.chains:
            self._judge_chain(item)
        listed = {path for path, _ in self.entries} | {
            item["path"] for item in (*self.made, *self.chains)
        }
        for path in sorted(case.files):
            if is_extra(path) and path not in listed:
                case.report.add("extra_unlisted", path, exhibit=number_of(path))

    def _judge_made(self, item: dict[str, Any]) -> None:
        report, found = self.case.report, self.case.files.get(item["path"])
        report.done.add("sizes")
        if found is None:
            report.add("extra_file", item["path"], verdict=INCOMPLETE)
            return
        if found.sha256 != item["sha256"]:
            report.add("extra_file", item["path"], verdict=ALTERED)
        elif found.size != item["size"]:
            report.add("object_size", item["path"])

    def _judge_chain(self, item: dict[str, Any]) -> None:
        report, path = self.case.report, item["path"]
        found = self.case.files.get(path)
        if found is None:
            report.add("extra_file", path, verdict=INCOMPLETE)
            return
        report.done.add("sizes")
        ledger = read_ledger(self._text(path), path, report)
        if ledger.ended and ledger.entries:
            judge_erasures(ledger, report)
        judge_times(ledger, report)
        last = ledger.entries[-1] if ledger.entries else None
        if (
            ledger.chain != item["chain"]
            or last is None
            or (last.place, last.hash) != (item["seq"], item["hash"])
        ):
            report.add("extra_file", path, verdict=ALTERED)
            return
        judge_adopted(self.case.ledger, ledger, report)
        if found.size != item["size"]:
            report.add("object_size", path)

    def _text(self, path: str) -> bytes:
        kept: list[bytes] = []
        size = 0
        try:
            for chunk in self.source.chunks(path):
                kept.append(chunk)
                size += len(chunk)
                if size > LONGEST_TEXT:
                    break
        except UnreadableError:
            pass
        return b"".join(kept)


def number_files(report: Report) -> None:
    """Give findings of files the number that a known name tells."""
    for finding in report.findings:
        if finding.exhibit is None and finding.kind != "unknown_file":
            finding.exhibit = number_of(finding.path)


def number_places(case: Case, report: Report) -> None:
    """Give findings with a place the number of the exhibit that it belongs to."""
    numbers: dict[int, int] = {}
    for exhibit in case.exhibits:
        numbers.setdefault(exhibit.original, exhibit.number)
        numbers.setdefault(exhibit.shown, exhibit.number)
    for finding in report.findings:
        foreign = is_foreign(finding.path.partition(":")[0])
        if finding.place is not None and finding.exhibit is None and not foreign:
            finding.exhibit = numbers.get(finding.place)
