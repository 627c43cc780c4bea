"""``python -m tools.messages``: write the catalogue anew and name the texts that wait for their Danish."""

from __future__ import annotations

from tools.messages.catalogue import PATH, updated, without_danish
from tools.messages.reading import said_by_the_code

text = updated(PATH.read_text("utf-8"), said_by_the_code())
PATH.write_text(text, encoding="utf-8", newline="\n")
for wanting in without_danish(text):
    print(f"wants its Danish: {wanting}")
