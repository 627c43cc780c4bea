"""Checking a package, step by step."""

import re
import stat
from pathlib import Path

from tests.second_reader.answer import Answer, Report
from tests.second_reader.archive import MethodError, NotOursError, TooLargeError
from tests.second_reader.dossier import Case, judge_dossier, judge_exhibits, judge_orphans
from tests.second_reader.extras import Extras, number_files, number_places
from tests.second_reader.files import Files, judge_bag, judge_bag_info, read_files
from tests.second_reader.ledger import Ledger, judge_erasures, judge_times, read_ledger
from tests.second_reader.names import BAG_INFO, DOSSIER, LOG, is_foreign, shown, tail_of
from tests.second_reader.receipts import Code, spaced
from tests.second_reader.sources import FolderSource, Source, ZipSource, begins_ours, head_of
from tests.second_reader.tokens import judge_tokens
from tests.second_reader.witness import judge_witnesses

_FORMAT = re.compile(rb"Bevismappe-Package: ([0-9]{1,9})(?:\n|\Z)")
_LEDGER = re.compile(rb"bevismappe/ledger/([0-9]{1,9})(?:\n|\Z)")
_ALWAYS = {"structure", "system_files", "bag"}


def read_package(target: Path, expected: Code | None = None) -> Answer:
    """Check a package: a folder or a zip."""
    label = shown(target.name or target.resolve().name)
    report = Report(label)
    try:
        mode = target.stat().st_mode
        if stat.S_ISDIR(mode):
            return _check(FolderSource(target), report, expected)
        if not stat.S_ISREG(mode):
            return report.only("unreadable")
        with target.open("rb") as file:
            return _check(ZipSource(file, target.stat().st_size), report, expected)
    except TooLargeError:
        return report.only("too_large")
    except NotOursError:
        return report.only("not_a_package")
    except MethodError as error:
        return report.only("zip_method", shown(str(error)) or None)
    except (OSError, ValueError, OverflowError, MemoryError):
        return report.only("unreadable")


def _check(source: Source, report: Report, expected: Code | None) -> Answer:
    match = _FORMAT.match(head_of(source, BAG_INFO, 31))
    stated = int(match[1]) if match else 1
    package_format = 2 if stated == 2 else 1
    names = source.names(package_format, report)
    ours = LOG in names or DOSSIER in names or (BAG_INFO in names and begins_ours(source))
    if not ours and not (isinstance(source, ZipSource) and source.is_named_ours()):
        return report.only("not_a_package")
    if stated > 2 and BAG_INFO in names:
        return report.only("newer_format", BAG_INFO)
    for name in sorted(names):
        if name == LOG or is_foreign(name):
            first = _LEDGER.match(head_of(source, name, 29))
            if first and int(first[1]) > 1:
                return report.only("newer_format", name)
    report.done |= _ALWAYS
    files = read_files(source, names, report)
    judge_bag(files, report, package_format)
    if LOG not in files:
        number_files(report)
        return report.answer()
    ledger = read_ledger(files[LOG].text or b"", LOG, report)
    matched = _compare_code(ledger, report, expected)
    if ledger.ended:
        report.done.add("ledger")
    if ledger.entries:
        report.done |= {"commitments", "chain", "times"}
    case = Case(files, ledger, report, package_format)
    if ledger.ended and ledger.entries:
        _check_whole(source, case, files)
    judge_times(ledger, report)
    number_files(report)
    number_places(case, report)
    codes = tuple(f"{spaced(entry.code)} /{entry.place}" for entry in ledger.entries[-2:])
    return report.answer(codes, matched)


def _compare_code(ledger: Ledger, report: Report, expected: Code | None) -> bool:
    if expected is None or not ledger.entries:
        return False
    report.done.add("expected_receipt")
    wrong = {entry.place for entry in ledger.entries if entry.wrong_hash}
    for entry in ledger.entries:
        if (
            entry.place not in wrong
            and entry.code == expected.code
            and expected.place in (None, entry.place)
        ):
            return True
    report.add("receipt", "", expected.place)
    return False


def _check_whole(source: Source, case: Case, files: Files) -> None:
    """What is checked only where the ledger was read to its end (step 8)."""
    ledger, report = case.ledger, case.report
    report.done.add("erasures")
    judge_erasures(ledger, report)
    if ledger.gapless and judge_dossier(case):
        judge_exhibits(case)
        if case.format == 2:
            extras = Extras(case, source)
            extras.judge()
            judge_witnesses(case, extras.entries)
            judge_tokens(case)
        judge_orphans(case)
    judge_bag_info(files, ledger, report, case.format)
    tail = tail_of(source.folder)
    if tail is not None and len(ledger.entries) >= 2:
        report.done.add("folder_name")
        if ledger.entries[-2].code[:8].lower() != tail:
            report.add("folder_name")
