"""On Windows a file is kept to its owner where that locks nobody out of what is theirs, and nowhere else."""

from __future__ import annotations

import re

import pytest

from atomic_file import Drive, can_keep, owners_rights

REMOVABLE, FIXED, REMOTE = 2, 3, 4


@pytest.mark.parametrize(
    ("drive", "kept"),
    [
        (Drive(FIXED, has_rights=True, of_profile=True), True),
        (Drive(REMOTE, has_rights=True, of_profile=False), True),
        # The next computer does not know whose number its owner's is: a backup must open there.
        (Drive(FIXED, has_rights=True, of_profile=False), False),
        (Drive(REMOVABLE, has_rights=True, of_profile=False), False),
        # FAT has no rights, and a server need not have any.
        (Drive(REMOVABLE, has_rights=False, of_profile=False), False),
        (Drive(REMOTE, has_rights=False, of_profile=False), False),
        (Drive(FIXED, has_rights=False, of_profile=True), False),
    ],
)
def test_a_file_is_kept_to_its_owner_where_it_stays_openable(drive: Drive, kept: bool) -> None:
    assert can_keep(drive) is kept


def test_the_owner_and_the_system_may_do_all_and_nothing_comes_from_the_folder() -> None:
    rights = owners_rights("S-1-5-21-1-2-3-1001")
    assert rights.startswith("D:P(")
    assert re.findall(r"\((.*?)\)", rights) == [
        "A;;FA;;;S-1-3-4",
        "A;;FA;;;S-1-5-18",
        "A;;FA;;;S-1-5-21-1-2-3-1001",
    ]
