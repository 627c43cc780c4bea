"""Start here: without a command the window opens; a command does its act and ends."""

import sys

from app.process import protect_process

_DECODE_PICTURE = (
    "--decode-picture"  # app.picture.BUNDLED_CHILD_ARGUMENT, before anything is loaded for it
)


def main() -> int:
    """Open the window or run a command. Return the exit code."""
    if sys.argv[1:2] == [_DECODE_PICTURE]:
        # In a bundle the program is its own child. It knows nothing of vaults and windows.
        from app.picture import run_decode_child

        return run_decode_child(sys.argv[2:])
    protect_process()
    from app.bootstrap import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
