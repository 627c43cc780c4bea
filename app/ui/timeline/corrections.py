"""What was written down, label by label, with what stood there before. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from app.casework import Kept, Labelled, Version
from app.language import Language
from app.vocabulary import minute


def with_earlier(
    kind: Kept[Any], versions: Sequence[Version[Any]], language: Language
) -> tuple[Labelled, ...]:
    """Return the details of what stands, each with what a correction took away."""
    told = [
        {row.label: row.value for row in kind.details_of(version.value, language)}
        for version in versions
    ]
    before: dict[str, list[str]] = {}
    for (old, new), later in zip(pairwise(told), versions[1:], strict=True):
        for label in {**old, **new}:
            if old.get(label, "") != new.get(label, ""):
                said = language.text(
                    "corrected {when}, before: {value}",
                    when=minute(later.time, language),
                    value=old.get(label, "") or language.text("nothing"),
                )
                before.setdefault(label, []).insert(0, said)
    return tuple(
        Labelled(label, told[-1].get(label, "–"), tuple(before.get(label, ())))
        for label in {**told[-1], **before}
    )
