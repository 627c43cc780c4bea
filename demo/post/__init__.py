"""A made-up post in a window of its own, so that the demo has something real to capture.

Run as ``python -m demo.post --post resources/demo/post.toml``. It is a program beside the app and
sees nothing of it but the way to look for a display.

Files: ``post`` (the data), ``presenter`` (what is shown, without Qt), ``view`` (widgets), ``places`` (where
words stand), ``showing`` (showing it, telling where, and leaving).
"""
