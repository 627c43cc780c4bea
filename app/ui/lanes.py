"""Background work in two lanes, as presenters see it. No Qt here: app/ui/tasks.py carries it out.

Rules:
- The *store* lane is one thread that owns the vault. Short jobs run one after the other, in the order they were asked
  for. A long one runs when no short one waits, and lets those that come meanwhile go first between its own slices:
  whatever is checked, made or brought in, a capture is sealed within a slice.
- Long jobs wait for each other. So what must not happen in the midst of one, such as closing the vault, is asked for
  as a long job too, and what a long job reads of the case at its beginning may be older than the case at its end.
- The *work* lane is for what needs no vault: encoding, decoding, checking packages. A check may take minutes: it is a
  long job there, and closing ends it at its next slice instead of waiting for it.
- ``on_done`` and ``on_failed`` are called on the thread that asked: those of a lane's short jobs in the order they
  were asked for, those of a long one when it has ended.
- A job that was cancelled calls neither.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")
Failed = Callable[[BaseException], None]
GiveWay = Callable[[], None]


class GivenUpError(Exception):
    """Ends a long job at a slice, since it was cancelled. Nobody is told: nobody waits for it."""


class Job(Protocol):
    """A job that was asked for."""

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled: what a long job asks now and then."""
        ...

    def cancel(self) -> None:
        """Do not start it any more; if it runs already, ``cancelled`` turns true and its answer is dropped.

        A long job ends at its next slice.
        """
        ...


class Lanes(Protocol):
    """The two lanes."""

    def store(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> Job:
        """Run ``work`` on the thread that owns the vault. Without ``on_failed`` the window shows the error.

        It is short: others wait for it, and it goes first between the slices of a long one.
        """
        ...

    def store_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
    ) -> Job:
        """Run ``work`` on the thread that owns the vault, and let short jobs go first meanwhile.

        Args:
            work: is given a function that it calls between its slices, on its own thread, while it holds nothing: no
                transaction and no row half read. It runs the short jobs that wait, and raises GivenUpError when the
                job was cancelled.
            on_done: takes the answer.
            on_failed: takes the error.
        """
        ...

    def work_long(
        self,
        work: Callable[[GiveWay], T],
        on_done: Callable[[T], None],
        on_failed: Failed | None = None,
    ) -> Job:
        """Run ``work`` on a pool thread, and let short jobs of the pool go first meanwhile.

        It is given a function that it calls between its slices, as in ``store_long``. Closing ends it there.
        """
        ...

    def work(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Failed | None = None
    ) -> Job:
        """Run ``work`` on a pool thread."""
        ...
