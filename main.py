"""Start here: without a command the window opens; a command does its act and ends.

A bundle starts itself to decode a picture of unknown origin: that is found out before anything else is loaded.
"""

import sys

_DECODE_PICTURE = "--decode-picture"  # app.picture.BUNDLED_CHILD_ARGUMENT


def main() -> int:
    """Open the window, run a command, or decode a picture. Return the exit code."""
    if sys.argv[1:2] == [_DECODE_PICTURE]:
        # In a bundle the program is its own child. It knows nothing of vaults and windows.
        from app.picture import run_decode_child

        return run_decode_child(sys.argv[2:])
    from app.process import protect_process

    protect_process()
    from app.bootstrap import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
