"""What the last entry says of the files ("Package", and the rows of dossier, exhibits, originals and sizes)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.second_reader.answer import Answer
from tests.second_reader.bodies import is_whole
from tests.second_reader.extras import check_chain, check_made, is_chain, is_made
from tests.second_reader.ledger import Entry, Ledger
from tests.second_reader.names import (
    DOSSIER,
    ending,
    ending_at,
    exhibit_of,
    is_shown,
    more_list,
    place_of,
)
from tests.second_reader.witnesses import judge_witnesses

_STEPS = 32


@dataclass(frozen=True)
class _Exhibit:
    number: int
    original: int
    shown: int

    def entry(self, folder: str) -> int:
        return self.original if folder == "originals" else self.shown


@dataclass(frozen=True)
class _Expected:
    kind: str
    path: str
    place: int
    exhibit: int | None = None


def judge_files(
    ledger: Ledger, files: dict[str, bytes], form: int, answer: Answer
) -> dict[int, int]:
    """Compare ledger and files; return the number of the exhibit by place."""
    last = ledger.entries[-1]
    if last.facts.get("kind") != "dossier":
        answer.find("dossier_entry", place=last.place)
        return {}
    return _Judge(ledger, files, answer).run(form)


class _Judge:
    def __init__(self, ledger: Ledger, files: dict[str, bytes], answer: Answer) -> None:
        self._chain, self._entries = ledger.chain, ledger.entries
        self._files, self._answer, self._last = files, answer, ledger.entries[-1]

    def run(self, form: int) -> dict[int, int]:
        facts, answer = self._last.facts, self._answer
        if len(self._entries) < 2 or self._follow(facts.get("head")) != self._last.place - 1:
            answer.find("dossier_head", place=self._last.place)
        exhibits = self._exhibits(facts.get("exhibits", []))
        for exhibit in exhibits:
            self._check_parents(exhibit)
        unseen = False
        if facts.get("files") is None:
            expected, unseen = self._without_list(exhibits)
        else:
            expected = self._with_list(facts["files"], exhibits)
        kinds = {each.kind for each in expected}
        if not unseen:
            answer.done |= {"exhibits", "originals"}
        elif "exhibit_object" in kinds:
            answer.done.add("exhibits")
        if form == 2:
            expected += self._extras({exhibit.number: exhibit for exhibit in exhibits})
        self._check_all([_Expected("dossier_object", DOSSIER, self._last.place), *expected])
        listed = [(each.path, each.place) for each in expected]
        judge_witnesses(self._entries, self._chain, listed, self._files, answer)
        numbers: dict[int, int] = {}
        for exhibit in exhibits:
            numbers.setdefault(exhibit.original, exhibit.number)
            numbers.setdefault(exhibit.shown, exhibit.number)
        return numbers

    def _follow(self, value: object) -> int:
        """The place that a reference into this chain names, or -1."""
        if (
            isinstance(value, dict)
            and value.get("chain") == self._chain
            and is_whole(value.get("seq"))
        ):
            return int(value["seq"])
        return -1

    def _items(self, listed: object) -> list[dict[str, Any]]:
        """The items of a list; {} for one that is no object, and for what is no list."""
        items = listed if isinstance(listed, list) else [None]
        return [item if isinstance(item, dict) else {} for item in items]

    def _exhibits(self, listed: object) -> list[_Exhibit]:
        exhibits: list[_Exhibit] = []
        for item in self._items(listed):
            number = item.get("number")
            places = (self._follow(item.get("original")), self._follow(item.get("shown")))
            before = exhibits[-1].number if exhibits else 0
            if (
                isinstance(number, int)
                and is_whole(number)
                and before < number <= 999_999
                and all(0 < place < self._last.place for place in places)
            ):
                exhibits.append(_Exhibit(number, *places))
            else:
                self._answer.find("exhibit_list", place=self._last.place)
        return exhibits

    def _check_parents(self, exhibit: _Exhibit) -> None:
        place = exhibit.shown
        for _ in range(_STEPS):
            facts = self._entries[place].facts
            if place == exhibit.original or not facts:
                return
            parent = self._follow(facts.get("parent"))
            if facts["kind"] not in ("working_copy", "view") or not 0 < parent < place:
                break
            place = parent
        self._answer.find("exhibit_parent", place=exhibit.shown, exhibit=exhibit.number)

    def _with_list(self, listed: object, exhibits: list[_Exhibit]) -> list[_Expected]:
        known = {exhibit.number: exhibit for exhibit in exhibits}
        expected: list[_Expected] = []
        before = (0, "")
        for item in self._items(listed):
            path, number = item.get("path"), item.get("number")
            if (
                isinstance(path, str)
                and is_shown(path)
                and is_whole(number)
                and number in known
                and exhibit_of(path) == number
            ):
                folder = path.split("/")[1]
                place = known[number].entry(folder)
                if self._follow(item.get("entry")) == place and (number, folder) > before:
                    before = (number, folder)
                    expected.append(_Expected(_kind(folder), path, place, number))
                    continue
            self._answer.find("exhibit_list", place=self._last.place)
        return expected

    def _without_list(self, exhibits: list[_Exhibit]) -> tuple[list[_Expected], bool]:
        expected: list[_Expected] = []
        unseen = False
        for exhibit in exhibits:
            shown = self._entries[exhibit.shown]
            state = shown.states.get("object", "") if shown.states else "withheld"
            if state == "withheld":
                if exhibit.original == exhibit.shown and shown.facts.get("kind") == "file":
                    unseen = True
                else:
                    self._answer.find(
                        "exhibit_object", "INCOMPLETE", place=exhibit.shown, exhibit=exhibit.number
                    )
            elif state != "erased":
                expected.append(self._follows("exhibits", exhibit))
            if exhibit.original != exhibit.shown:
                if "object" in self._entries[exhibit.original].bodies:
                    expected.append(self._follows("originals", exhibit))
                else:
                    unseen = True
        return expected, unseen

    def _follows(self, folder: str, exhibit: _Exhibit) -> _Expected:
        place = exhibit.entry(folder)
        media_type = self._entries[place].bodies.get("object", {}).get("media_type", "")
        path = f"data/{folder}/bilag-{exhibit.number:03d}.{ending(media_type)}"
        return _Expected(_kind(folder), path, place, exhibit.number)

    def _extras(self, known: dict[int, _Exhibit]) -> list[_Expected]:
        answer, last = self._answer, self._last
        answer.done.add("extras")
        expected: list[_Expected] = []
        listed: set[str] = set()
        package = last.bodies.get("package")
        if package is None:
            answer.find("extra_list", "INCOMPLETE", place=last.place)
        elif package["kind"] != "dossier_package":
            answer.find("extra_list", "ALTERED", place=last.place)
        else:
            for item in self._good(package, "made", is_made):
                listed.add(item["path"])
                check_made(item, self._files, answer)
            for item in self._good(package, "entries", lambda each: self._is_of_entry(each, known)):
                listed.add(item["path"])
                expected.append(self._of_entry(item, known))
            taken = {self._chain}
            for item in self._good(package, "chains", lambda each: is_chain(each, taken)):
                listed.add(item["path"])
                taken.add(item["chain"])
                check_chain(item, self._files, answer)
        for name in self._files:
            if more_list(name) and name not in listed:
                answer.find("extra_unlisted", path=name, exhibit=exhibit_of(name))
        return expected

    def _good(
        self, package: dict[str, Any], name: str, fits: Callable[[dict[str, Any]], bool]
    ) -> Iterator[dict[str, Any]]:
        """The items of a list that hold together; of the others it is said that they do not."""
        before = ""
        for item in self._items(package.get(name)):
            path = item.get("path")
            rises = isinstance(path, str) and more_list(path) == name and path > before
            before = str(path) if rises else before
            if rises and fits(item):
                yield item
            else:
                self._answer.find("extra_list", "ALTERED", place=self._last.place)

    def _is_of_entry(self, item: dict[str, Any], known: dict[int, _Exhibit]) -> bool:
        place = self._follow(item.get("entry"))
        if not 0 < place < self._last.place:
            return False
        if exhibit_of(item["path"]) is not None:
            return exhibit_of(item["path"]) in known
        return place_of(item["path"]) == place

    def _of_entry(self, item: dict[str, Any], known: dict[int, _Exhibit]) -> _Expected:
        place, number = self._follow(item["entry"]), exhibit_of(item["path"])
        if number is not None:
            self._check_parents(_Exhibit(number, known[number].original, place))
        return _Expected("extra_file", item["path"], place, number)

    def _check_all(self, expected: list[_Expected]) -> None:
        answer, taken = self._answer, set[int]()
        for each in expected:
            if each.place in taken:
                answer.find("exhibit_list", place=each.place, exhibit=each.exhibit)
            taken.add(each.place)
            self._check(each, self._entries[each.place])
        paths = {each.path for each in expected}
        for name in self._files:
            if is_shown(name) and name not in paths:
                answer.find("exhibit_extra", path=name, exhibit=exhibit_of(name))
        for entry in self._entries:
            if "object" in entry.bodies and entry.place not in taken:
                answer.find("object_without_file", place=entry.place)

    def _check(self, expected: _Expected, entry: Entry) -> None:
        answer, body = self._answer, entry.bodies.get("object")
        data = self._files.get(expected.path)
        kind, verdict = expected.kind, ""
        if body is not None:
            answer.done.add("sizes")
        if body is None or data is None:
            verdict = "INCOMPLETE"
        elif hashlib.sha256(data).hexdigest() != body["sha256"] or expected.path.rpartition(".")[
            2
        ] != ending_at(expected.path, body["media_type"]):
            verdict = "ALTERED"
        elif len(data) != body["size"]:
            kind, verdict = "object_size", "ALTERED"
        if verdict:
            answer.find(
                kind, verdict, place=expected.place, exhibit=expected.exhibit, path=expected.path
            )


def _kind(folder: str) -> str:
    return {"exhibits": "exhibit_object", "originals": "original_object"}[folder]
