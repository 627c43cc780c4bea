"""What was written down, label by label, with what stood there before. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from app.casework import Kept, Labelled, Version
from app.language import Language
from app.vocabulary import minute


def with_earlier(
    kind: Kept[Any], versions: Sequence[Version[Any]], language: Language
) -> tuple[Labelled, ...]:
    """Return the details of what stands, each with what a correction took away."""
    told = [
        {row.label: row for row in kind.details_of(version.value, language)} for version in versions
    ]
    before: dict[str, list[str]] = {}
    for (old, new), later in zip(pairwise(told), versions[1:], strict=True):
        for label in {**old, **new}:
            stood, stands = _whole(old.get(label)), _whole(new.get(label))
            if stood != stands:
                said = language.text(
                    "corrected {when}, before: {value}",
                    when=minute(later.time, language),
                    value=stood or language.text("nothing"),
                )
                before.setdefault(label, []).insert(0, said)
    return tuple(
        replace(told[-1].get(label, Labelled(label, "–")), before=tuple(before.get(label, ())))
        for label in {**told[-1], **before}
    )


def _whole(row: Labelled | None) -> str:
    return row.whole if row is not None else ""
