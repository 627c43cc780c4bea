"""What is asked of a post where only some are wanted: in the timeline, and in the list of incidents. Pure."""

from __future__ import annotations

import msgspec

from app.casework.kinds.incident import Incident


class WantedPosts(msgspec.Struct, frozen=True, kw_only=True):
    """What posts are wanted; "" stands for all.

    Attributes:
        platform: only what was posted there.
        sender: only what the sender with that letter is behind.
        tag: only what has that in it.
        no_link: only what has no link yet.
    """

    platform: str = ""
    sender: str = ""
    tag: str = ""
    no_link: bool = False

    @property
    def asks_of_post(self) -> bool:
        """Whether ``is_of`` refuses any post."""
        return bool(self.platform or self.sender or self.tag)

    def is_of(self, post: Incident) -> bool:
        """Return whether one post is of that platform and sender and has that in it, all at once."""
        return (
            (not self.platform or post.facts.platform == self.platform)
            and (not self.sender or post.label == self.sender)
            and (not self.tag or self.tag in post.content)
        )
