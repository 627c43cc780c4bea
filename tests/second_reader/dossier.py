"""The dossier's own list: exhibits, their files, and what they come from (step 8)."""

from dataclasses import dataclass, field
from typing import Any

from tests.second_reader.answer import ALTERED, INCOMPLETE, Report
from tests.second_reader.bodies import is_from
from tests.second_reader.files import Files
from tests.second_reader.ledger import Entry, Ledger
from tests.second_reader.names import DOSSIER, LOG, ending_of, exhibit_name, is_exhibit, number_of

MOST_NUMBER = 999_999
MOST_OTHERS = 30


@dataclass(frozen=True)
class Exhibit:
    """An exhibit of the list that keeps the rules."""

    number: int
    original: int
    shown: int


@dataclass
class Case:
    """What the checks of a dossier share."""

    files: Files
    ledger: Ledger
    report: Report
    format: int
    exhibits: list[Exhibit] = field(default_factory=list)
    expected: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)
    unseen: bool = False

    @property
    def last(self) -> Entry:
        """The entry that sealed the dossier."""
        return self.ledger.entries[-1]

    def place_of(self, ref: object) -> int | None:
        """The place that a REF to this chain names."""
        if (
            not isinstance(ref, dict)
            or ref.get("chain") != self.ledger.chain
            or not is_from(ref.get("seq"), 0)
        ):
            return None
        place = ref["seq"]
        return place if isinstance(place, int) else None

    def earlier(self, ref: object) -> int | None:
        """The same, where the entry stands after place 0 and before the dossier's own."""
        place = self.place_of(ref)
        return place if place is not None and 0 < place < self.last.place else None

    def compare(self, kind: str, path: str, place: int, exhibit: int | None) -> None:
        """Hold a file against the part `object` of its entry."""
        value = self.ledger.entries[place].object()
        if value is not None:
            self.report.done.add("sizes")
        found = self.files.get(path)
        if value is None or found is None:
            self.report.add(kind, path, place, exhibit, INCOMPLETE)
            return
        fits = path.rpartition(".")[2] == ending_of(value["media_type"], path)
        if not fits or value["sha256"] != found.sha256:
            self.report.add(kind, path, place, exhibit, ALTERED)
        elif value["size"] != found.size:
            self.report.add("object_size", path, place, exhibit)


def judge_dossier(case: Case) -> bool:
    """The last entry and its file; whether it is a dossier's."""
    case.report.done.add("dossier")
    facts, last = case.last.value("facts"), case.last
    if facts is None or facts["kind"] != "dossier":
        case.report.add("dossier_entry", LOG, last.place)
        return False
    head = case.place_of(facts.get("head"))
    if head is None or head != last.place - 1:
        case.report.add("dossier_head", LOG, last.place)
    case.compare("dossier_object", DOSSIER, last.place, None)
    return True


def judge_exhibits(case: Case) -> None:
    """Exhibits and originals."""
    facts = case.last.value("facts") or {}
    _read_exhibits(case, facts)
    for exhibit in case.exhibits:
        if not leads(case, exhibit.shown, exhibit.original):
            case.report.add("exhibit_parent", LOG, exhibit.shown, exhibit.number)
    if facts.get("files") is None:
        _follow(case)
    else:
        _read_files(case, facts["files"])
    for path, (place, number) in case.expected.items():
        is_original = path.startswith("data/originals/")
        case.compare("original_object" if is_original else "exhibit_object", path, place, number)
    shows = any(path.startswith("data/exhibits/") for path in case.expected)
    if not case.unseen:
        case.report.done.add("originals")
    if not case.unseen or shows:
        case.report.done.add("exhibits")
    for path in sorted(case.files):
        if is_exhibit(path) and path not in case.expected:
            case.report.add("exhibit_extra", path, exhibit=number_of(path))


def judge_orphans(case: Case) -> None:
    """Open parts `object` of entries that have no expected file."""
    for entry in case.ledger.entries[:-1]:
        if entry.object() is not None and entry.place not in case.used:
            case.report.add("object_without_file", LOG, entry.place)


def _wrong(case: Case) -> None:
    case.report.add("exhibit_list", LOG, case.last.place)


def _read_exhibits(case: Case, facts: dict[str, Any]) -> None:
    items = facts.get("exhibits", [])
    if not isinstance(items, list):
        _wrong(case)
        return
    before = 0
    for item in items:
        if isinstance(item, dict):
            number, original, shown = item.get("number"), item.get("original"), item.get("shown")
            places = case.earlier(original), case.earlier(shown)
            if (
                isinstance(number, int)
                and is_from(number, before + 1)
                and number <= MOST_NUMBER
                and places[0] is not None
                and places[1] is not None
            ):
                case.exhibits.append(Exhibit(number, places[0], places[1]))
                before = number
                continue
        _wrong(case)


def leads(case: Case, start: int, original: int) -> bool:
    """Whether an entry leads to the original, or the question ends before."""
    place = start
    for _ in range(MOST_OTHERS + 2):
        facts = case.ledger.entries[place].value("facts")
        if place == original or facts is None:
            return True
        parent = case.place_of(facts.get("parent"))
        if (
            facts["kind"] not in ("working_copy", "view")
            or parent is None
            or not 0 < parent < place
        ):
            return False
        place = parent
    return False


def use(case: Case, place: int, number: int | None) -> None:
    """Note that an entry has a file; tell where it has one already."""
    if place in case.used:
        case.report.add("exhibit_list", LOG, place, number)
    case.used.add(place)


def expect(case: Case, path: str, place: int, number: int | None) -> None:
    """Expect a file of an entry."""
    use(case, place, number)
    case.expected[path] = (place, number)


def _read_files(case: Case, items: object) -> None:
    if not isinstance(items, list):
        _wrong(case)
        return
    exhibits = {exhibit.number: exhibit for exhibit in case.exhibits}
    before = (0, 0)
    for item in items:
        if not isinstance(item, dict):
            _wrong(case)
            continue
        number, path, place = item.get("number"), item.get("path"), case.earlier(item.get("entry"))
        exhibit = (
            exhibits.get(number)
            if isinstance(number, int) and not isinstance(number, bool)
            else None
        )
        if (
            exhibit is None
            or place is None
            or not isinstance(path, str)
            or not is_exhibit(path)
            or number_of(path) != exhibit.number
        ):
            _wrong(case)
            continue
        is_original = path.startswith("data/originals/")
        order = (exhibit.number, int(is_original))
        if order <= before or place != (exhibit.original if is_original else exhibit.shown):
            _wrong(case)
            continue
        before = order
        expect(case, path, place, exhibit.number)


def _follow(case: Case) -> None:
    """What follows from what is open, where a dossier lists no files."""
    entries = case.ledger.entries
    for exhibit in case.exhibits:
        entry = entries[exhibit.shown]
        part, value = entry.parts.get("object"), entry.object()
        if not entry.parts or (part is not None and part.state == "withheld"):
            if exhibit.original == exhibit.shown and entry.kind() == "file":
                case.unseen = True
            else:
                case.report.add("exhibit_object", LOG, exhibit.shown, exhibit.number, INCOMPLETE)
        elif part is None or part.state != "erased":
            media_type = value["media_type"] if value is not None else ""
            path = exhibit_name("exhibits", exhibit.number, media_type)
            expect(case, path, exhibit.shown, exhibit.number)
        if exhibit.original != exhibit.shown:
            value = entries[exhibit.original].object()
            if value is None:
                case.unseen = True
            else:
                path = exhibit_name("originals", exhibit.number, value["media_type"])
                expect(case, path, exhibit.original, exhibit.number)
