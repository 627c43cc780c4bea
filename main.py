"""Start here: without a command the window opens; a command does its act and ends."""

import sys

from app.bootstrap import run
from app.process import protect_process


def main() -> int:
    """Open the window or run a command. Return the exit code."""
    protect_process()
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
