"""Background work in two lanes, as presenters see it. No Qt here: app/ui/tasks.py carries it out.

Rules:
- The *store* lane is one thread that owns the vault: jobs run one after the other, in the order they were asked for.
- The *work* lane is for what needs no vault: encoding, decoding, checking packages.
- ``on_done`` and ``on_failed`` are called on the thread that asked, in the order the jobs of a lane were asked for.
- A job that was cancelled calls neither.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Failed = Callable[[BaseException], None]


class Job(Protocol):
    """A job that was asked for."""

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled: what a long job asks now and then."""
        ...

    def cancel(self) -> None:
        """Do not start it any more; if it runs already, ``cancelled`` turns true and its answer is dropped."""
        ...


class Lanes(Protocol):
    """The two lanes."""

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> Job:
        """Run ``work`` on the thread that owns the vault. Without ``on_failed`` the window shows the error."""
        ...

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> Job:
        """Run ``work`` on a pool thread."""
        ...
