"""Which case an act is for: the one asked for, else the only one, else the one used last. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from app.casework.errors import CaseworkError


class CaseLine(msgspec.Struct, frozen=True):
    """A case as a list of cases shows it.

    Attributes:
        number: counts from 1 in order of creation, erased cases too.
        case_id: its id.
        title: "" for none.
        erased_at: when all of it was erased, as the ledger writes times; "" while it was not.
    """

    number: int
    case_id: str
    title: str
    erased_at: str = ""


class NoSuchCaseError(CaseworkError):
    """No case has that number, title or id."""

    def __init__(self, wanted: str) -> None:
        super().__init__(f"no case {wanted!r}")
        self.wanted = wanted


class SeveralCasesError(CaseworkError):
    """Several cases fit, so the person has to say which one."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} cases fit")
        self.count = count


def choose_case(cases: Sequence[CaseLine], wanted: str, last: str) -> CaseLine:
    """Choose a case by number, title or id; without a wish the only or the last used one.

    Raises:
        NoSuchCaseError: nothing fits the wish, or there is no case at all.
        SeveralCasesError: more than one case has that title, or no wish was given and none was used before.
    """
    if wanted:
        fitting = [case for case in cases if _fits(case, wanted)]
        if not fitting:
            raise NoSuchCaseError(wanted)
    else:
        living = [case for case in cases if not case.erased_at]
        fitting = [case for case in cases if case.case_id == last] or living or list(cases)
        if not fitting:
            raise NoSuchCaseError("")
    if len(fitting) > 1:
        raise SeveralCasesError(len(fitting))
    return fitting[0]


def _fits(case: CaseLine, wanted: str) -> bool:
    return wanted in {str(case.number), case.case_id} or wanted.casefold() == case.title.casefold()
