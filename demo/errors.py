"""What can go wrong in the demonstration, each with the sentence that is said of it."""

from __future__ import annotations

from typing import ClassVar

from app.language import deferred


class DemoError(Exception):
    """The demonstration cannot go on.

    Attributes:
        sentence: a msgid whose placeholders are the error's own fields.
    """

    sentence: ClassVar[str]


class NoVirtualScreenError(DemoError):
    """There is no screen, and Xvfb is not installed either, or does not start."""

    sentence = deferred(
        "There is no screen here, and no virtual one can be started. Nothing was changed. Install the package "
        "xvfb, or run this where there is a screen."
    )


class PostWindowError(DemoError):
    """The window with the made-up post did not open; ``answer`` is what it said."""

    sentence = deferred(
        "The window with the made-up post did not open ({answer}). Your own vault was not touched. Try again "
        "on a larger screen, with no other window in front."
    )

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


class NoCommandError(DemoError):
    """The command that the demo was to be run with does not start; ``answer`` is what it said."""

    sentence = deferred(
        "The command “{command}” does not start ({answer}). Your own vault was not touched. Check its name, or leave "
        "--command out."
    )

    def __init__(self, command: str, answer: str) -> None:
        super().__init__(command)
        self.command = command
        self.answer = answer


class DemoStepError(DemoError):
    """A step did not end as it should; ``answer`` is what it said."""

    sentence = deferred("The demo stopped at “{step}”: {answer} Your own vault was not touched.")

    def __init__(self, step: str, answer: str) -> None:
        super().__init__(step)
        self.step = step
        self.answer = answer
