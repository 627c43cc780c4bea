"""What other fields take over from a link: platform, permanent link, profile and the name that stays. No Qt.

Rules:
- What somebody wrote stays. What came from a link goes with it when another one is written.
- Of the platform the known names give way to each other: which one it is, the link says.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.casework import Platform, read_link
from app.ui.forms.model import Values


class FromLink:
    """What one form took over from its link."""

    def __init__(self, platforms: Sequence[Platform]) -> None:
        self._platforms = platforms
        self._known = {platform.name for platform in platforms} | {""}
        self._taken: dict[str, str] = {}

    def follow(self, values: Values) -> Values:
        """Return the fields that become something else by the link that stands there now."""
        said = read_link(values["url"], self._platforms)
        found = {
            "permalink": said.permalink,
            "profile_url": said.profile_url,
            "handle": said.handle,
            "platform_id": said.platform_id,
        }
        changed = {
            key: value
            for key, value in found.items()
            if key in values
            and value != values[key]
            and values[key] in ("", self._taken.get(key, ""))
        }
        self._taken |= changed
        if said.platform and values.get("platform") in self._known:
            changed["platform"] = said.platform
        return changed
